"""What is done to promises that were chosen in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.promise import PromiseState
from kamdesk.domain.promises_kept import OPEN
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.due import DueDialog
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.menus import PROMISE_DEEDS
from kamdesk.qt.settling import Settling

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

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
        self._settling = Settling(desk, window)
        for name in PROMISE_DEEDS:
            window.actions_.on(name, lambda name=name: self.carry_out(name))

    def add(self) -> None:
        """A new promise: the account is asked for first."""
        cards = self._window.cards
        open_dialog(
            PickAccountDialog(
                self._desk,
                self._window,
                lambda account: cards.carry_out("add_promise", account, ""),
                self.tr("Which account is it promised to?"),
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
            self._settling.keep([row.id for row in still], still[0].what)
        elif name == "reopen_promise":
            ended = [row for row in rows if row.standing not in OPEN]
            self._settling.reopen([row.id for row in ended], ended[0].what)
        elif name == "move_due":
            open_dialog(DueDialog(self._desk, window, still))
        elif name == "edit_promise":
            window.cards.carry_out("edit_promise", rows[0].account_id, rows[0].id)
        else:
            dialog = SettleDialog(self._desk, window, *rows)
            dialog.choose(ENDS[name])
            open_dialog(dialog)
