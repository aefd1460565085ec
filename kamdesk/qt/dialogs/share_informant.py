"""Behind the lock: a manager who is to read one entry too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.fields import Combo

if TYPE_CHECKING:
    from kamdesk.reads.confidential import Informant


class ShareInformantDialog(FormDialog):
    """``managers`` are those who don't read it yet. Goes out of sight when the lock closes."""

    form: RowsForm
    drafted = False

    def __init__(self, desk: Desk, parent: QWidget | None, known: Informant, managers: Sequence[str]) -> None:
        self.manager = Combo()
        super().__init__(desk, RowsForm((self.manager,)), parent)
        self._known, self._managers = known, tuple(managers)
        self.retranslate()
        desk.secrecy.changed.connect(self.setVisible)
        self.fit(520)
        self.manager.setFocus()

    def save(self) -> None:
        if not self.desk.secrecy.is_open():
            self.hide()
            return
        self.run(jobs.share_informant, assignment_id=self._known.id, manager=self.manager.currentData())

    def retranslate(self) -> None:
        self.say(
            self.tr("Let a manager read {name}").format(name=self._known.name),
            self.tr("Share"),
            self.tr(
                "From the next package on the manager reads this entry and what you change in it, and nobody else: the "
                "office carries it unread. You can take it back; what was read by then cannot be called back."
            ),
        )
        self.form.say(self.tr("Manager"))
        fill_choices(self.manager, [(name, name) for name in self._managers])
