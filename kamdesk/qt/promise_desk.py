"""What is done to promises that were chosen in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from kamdesk.domain.promise import PromiseState
from kamdesk.domain.promises_kept import OPEN
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.due import DueDialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.menus import PROMISE_DEEDS

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.promises import PromiseRow

ENDS = {
    "break_promise": PromiseState.BROKEN,
    "substitute_promise": PromiseState.SUBSTITUTED,
    "withdraw_promise": PromiseState.WITHDRAWN,
}


class PromiseDesk(QObject):
    """Each deed is one operation over all that were chosen, so that one undo takes all of it back."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        for name in PROMISE_DEEDS:
            window.actions_.on(name, lambda name=name: self.carry_out(name))

    def add(self) -> None:
        """A new promise: the account is asked for first."""
        cards = self._window.cards
        self._open(
            PickAccountDialog(
                self._desk, self._window, lambda account: cards.carry_out("add_promise", account, "")
            )
        )

    def carry_out(self, name: str) -> None:
        """Do one of the page's deeds to the promises chosen in it."""
        page, window = self._window.promises, self._window
        if not page.possible()[name]:
            return
        rows = page.promises()
        still = [row for row in rows if row.standing in OPEN]
        if name == "copy_promises":
            page.copy()
        elif name == "keep_promise":
            self._settle(still, PromiseState.KEPT)
        elif name == "reopen_promise":
            self._settle([row for row in rows if row.standing not in OPEN], PromiseState.OPEN)
        elif name == "move_due":
            self._open(DueDialog(self._desk, window, still))
        elif name == "edit_promise":
            window.cards.carry_out("edit_promise", rows[0].account_id, rows[0].id)
        else:
            dialog = SettleDialog(self._desk, window, *rows)
            dialog.choose(ENDS[name])
            self._open(dialog)

    def _settle(self, rows: list[PromiseRow], state: PromiseState) -> None:
        kept = state is PromiseState.KEPT
        if len(rows) == 1:
            said = self.tr("Kept: {what}") if kept else self.tr("Open again: {what}")
            said = said.format(what=rows[0].what)
        elif kept:
            said = self.tr("%n promises kept", "", len(rows))
        else:
            said = self.tr("%n promises open again", "", len(rows))
        self._desk.runner.run(
            jobs.settle_promises,
            done=lambda _: self._window.tell(said),
            promise_ids=tuple(row.id for row in rows),
            state=state.value,
            settled_on=self._desk.today(),
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
