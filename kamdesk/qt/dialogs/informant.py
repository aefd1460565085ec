"""Behind the lock: who informs us, when last heard of, what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.fields import Combo, DayField

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.confidential import Informant


class InformantDialog(FormDialog):
    """Goes out of sight when the lock closes, with what was typed, and comes back when it is opened again."""

    form: RowsForm
    drafted = False

    def __init__(
        self, desk: Desk, parent: QWidget | None, page: AccountPage, known: Informant | None = None
    ) -> None:
        self.who, self.last_heard, self.told = Combo(), DayField(), QPlainTextEdit()
        self.told.setMinimumHeight(96)
        self.told.setTabChangesFocus(True)
        super().__init__(desk, RowsForm((self.who, self.last_heard, self.told)), parent)
        self._page, self._known = page, known
        self.last_heard.set_today(desk.today())
        self.last_heard.set_day(desk.today() if known is None else known.last_heard)
        self.retranslate()
        if known is not None:
            self.told.setPlainText(known.told or "")
            self.who.setEnabled(False)
        desk.secrecy.changed.connect(self._turned)
        self.fit(520)
        (self.told if known else self.who).setFocus()

    def _turned(self, on: bool) -> None:
        self.setVisible(on)

    def save(self) -> None:
        if not self.desk.secrecy.is_open():
            self.hide()
            return
        heard = self.last_heard.day()
        told = text_of(self.told.toPlainText())
        if self._known is not None:
            self.run(jobs.change_informant, assignment_id=self._known.id, told=told, last_heard=heard)
        elif self.who.currentData() is None:
            self.fail(self.tr("Choose who it is; a person must be among the contacts first."), self.who)
        else:
            self.run(
                jobs.record_informant,
                contact_id=self.who.currentData(),
                account_id=self._page.id,
                told=told,
                last_heard=heard,
            )

    def retranslate(self) -> None:
        seen = self.tr("Seen by you alone, behind the lock.")
        if self._known is not None and self._known.shared:
            names = self.desk.speech.joined(share.manager for share in self._known.shared)
            seen = self.tr("Seen by you and by {names}, behind the lock.").format(names=names)
        self.say(self.tr("Confidential entry"), self.tr("Save"), seen)
        self.form.say(self.tr("Who"), self.tr("Last heard"), self.tr("What was told"))
        if self._known is not None:
            fill_choices(self.who, [(self._known.name, self._known.contact_id)])
        else:
            people = {p.id: p.name for p in self._page.people if p.until is None}
            choose = (self.tr("choose a contact"), None)
            fill_choices(self.who, [choose, *((name, key) for key, name in people.items())])
