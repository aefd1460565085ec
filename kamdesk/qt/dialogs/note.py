"""A note about an account, perhaps about one of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.note_form import Ui_NoteForm

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage


class NoteDialog(FormDialog):
    form: Ui_NoteForm

    def __init__(self, desk: Desk, parent: QWidget | None, page: AccountPage) -> None:
        super().__init__(desk, Ui_NoteForm(), parent)
        self._page = page
        self.form.noted_on.set_today(desk.today())
        self.form.noted_on.set_day(desk.today())
        self.retranslate()
        self.fit(560)
        self.form.text.setFocus()

    def subject(self) -> str:
        return f"new@{self._page.id}"

    def save(self) -> None:
        form = self.form
        text = text_of(form.text.toPlainText())
        if text is None:
            self.fail(self.desk.speech.text("error.text_empty"), form.text)
            return
        try:
            day = form.noted_on.day() or self.desk.today()
        except ValueError:
            self.fail(self.tr("The day can't be read: write 11-25, 2026-11-25 or +7."), form.noted_on)
            return
        contact = form.contact.currentData()
        self.run(jobs.add_note, account_id=self._page.id, text=text, noted_on=day, contact_id=contact)

    def retranslate(self) -> None:
        self.say(self.tr("New note"), self.tr("Save"), self._page.name)
        people = [(p.name, p.id) for p in self._page.people if p.until is None]
        fill_choices(self.form.contact, [(self.tr("the account as a whole"), None), *people])
