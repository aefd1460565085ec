"""A note about an account, perhaps about one of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.note_form import Ui_NoteForm
from kamdesk.qt.jobs.account import change_note

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.history import PastNote


class NoteDialog(FormDialog):
    form: Ui_NoteForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, page: AccountPage, note: PastNote | None = None
    ) -> None:
        super().__init__(desk, Ui_NoteForm(), parent)
        self._page, self._note = page, note
        self.form.noted_on.set_today(desk.today())
        self.form.noted_on.set_day(note.noted_on if note else desk.today())
        self.retranslate()
        if note is not None:
            self.form.text.setPlainText(note.text)
            self.form.contact.choose(note.contact_id)
        self.fit(560)
        self.form.text.setFocus()

    def subject(self) -> str:
        return self._note.id if self._note is not None else f"new@{self._page.id}"

    def save(self) -> None:
        form = self.form
        text = text_of(form.text.toPlainText())
        if text is None:
            self.fail(self.desk.speech.text("error.text_empty"), form.text)
            return
        day = form.noted_on.day() or self.desk.today()
        contact = form.contact.currentData()
        if self._note is not None:
            self.run(change_note, note_id=self._note.id, text=text, noted_on=day, contact_id=contact)
            return
        self.run(jobs.add_note, account_id=self._page.id, text=text, noted_on=day, contact_id=contact)

    def retranslate(self) -> None:
        title = self.tr("New note") if self._note is None else self.tr("Note")
        self.say(title, self.tr("Save"), self._page.name)
        about = self._note.contact_id if self._note else None
        people = [(p.name, p.id) for p in self._page.people if p.until is None or p.id == about]
        fill_choices(self.form.contact, [(self.tr("the account as a whole"), None), *people])
