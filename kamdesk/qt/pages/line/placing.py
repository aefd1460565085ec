"""An account put on the line: dropped onto the week, asked for by key, a second fixed visit beside the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.slot import Proposal, SlotDialog
from kamdesk.qt.pages.line.sheet import USUAL_MINUTES

if TYPE_CHECKING:
    from kamdesk.qt.pages.line.page import LinePage


class Placing(QObject):
    def __init__(self, desk: Desk, page: LinePage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def put_on_line(self, account_id: str = "") -> None:
        """Ask for weekday, time and rhythm. Without an account: that of the tray where the keys are there, else that of
        the chosen stop (another fixed visit for it), else the first that waits.
        """
        page = self._page
        waiting = page.beside.tray.key()
        chosen = account_id or (waiting if page.beside.tray.hasFocus() else page.chosen_account()) or waiting
        proposed = page.proposal_of(chosen)
        if proposed is None:
            weekday = min(max((self._desk.today() - page.monday).days, 0), 4)
            proposed = Proposal(chosen, weekday, None, USUAL_MINUTES)
        self._ask(proposed)

    def dropped(self, account_id: str, day: int, start: int, minutes: int) -> None:
        self._ask(Proposal(account_id, day, start, minutes))

    def _ask(self, proposal: Proposal) -> None:
        page, view = self._page, self._page.view()
        if view is None:
            return
        accounts = {row.account.id: row.account.name for row in view.waiting}
        accounts |= {stop.account.id: stop.account.name for stop in view.week.stops}
        accounts |= {rest.account.id: rest.account.name for rest in view.week.resting}
        if not accounts:
            page.import_asked.emit()
            return
        if proposal.account_id not in accounts:
            proposal = replace(proposal, account_id=next(iter(accounts)))
        dialog = SlotDialog(
            self._desk, page, list(accounts.items()), proposal, view.week.rep.anchor_monday, page.monday
        )
        dialog.accepted.connect(lambda: page.told.emit(dialog.put_where()))
        dialog.accepted.connect(page.focus_line)
        dialog.rejected.connect(page.grid.put_back)
        open_dialog(dialog)
