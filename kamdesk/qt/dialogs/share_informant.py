"""Behind the lock: somebody who is to read one entry too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.domain.contact import COLLEAGUE, MANAGER
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.fields import Combo

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Reader
    from kamdesk.reads.confidential import Informant


class ShareInformantDialog(FormDialog):
    """``readers`` are those who don't read it yet. Goes out of sight when the lock closes."""

    form: RowsForm
    drafted = False

    def __init__(
        self, desk: Desk, parent: QWidget | None, known: Informant, readers: Sequence[Reader]
    ) -> None:
        self.reader = Combo()
        super().__init__(desk, RowsForm((self.reader,)), parent)
        self._known, self._readers = known, tuple(readers)
        self.retranslate()
        desk.secrecy.changed.connect(self.setVisible)
        self.fit(520)
        self.reader.setFocus()

    def save(self) -> None:
        if not self.desk.secrecy.is_open():
            self.hide()
            return
        name, role = self._readers[self.reader.currentIndex()]
        self.run(jobs.share_informant, assignment_id=self._known.id, manager=name, role=role)

    def retranslate(self) -> None:
        self.say(
            self.tr("Share the entry of {name}").format(name=self._known.name),
            self.tr("Share"),
            self.tr(
                "From the next package on this person reads the entry and what you change in it, and nobody else: the "
                "office carries it unread. You can take it back; what was read or taken over by then cannot be called "
                "back."
            ),
        )
        self.form.say(self.tr("With"))
        as_what = {MANAGER: self.tr("manager"), COLLEAGUE: self.tr("took the account over")}
        choices = [(self.desk.speech.joined((each.name, as_what[each.role])), each) for each in self._readers]
        fill_choices(self.reader, choices)
