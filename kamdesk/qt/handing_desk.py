"""Accounts handed over, from wherever it is asked for; and the page that the next one reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs import handing as jobs

if TYPE_CHECKING:
    from kamdesk.qt.jobs.handing import HandedAccount
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.handing import Passing


class HandingDesk(QObject):
    """Dialogs are imported when they are first opened."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def begin(self) -> None:
        """Of the accounts selected in their table, or of the one in view."""
        window = self._window
        if window.page() == "accounts":
            self.ask([row.id for row in window.accounts.acts.rows()])
        else:
            self.ask([window.deeds.account_in_view()[0]])

    def ask(self, account_ids: Sequence[str], whose: str = "") -> None:
        """To whom, when, why; with ``whose`` all accounts that somebody looks after."""

        def show(passing: Passing) -> None:
            from kamdesk.qt.dialogs.hand_over import HandOverDialog

            if not passing.accounts:
                said = self.tr("{name} looks after no account.").format(name=whose)
                self._window.teller.tell_plainly(said)
                return
            dialog = HandOverDialog(self._desk, self._window, passing)
            dialog.accepted.connect(lambda: self._done(dialog.chosen(), dialog.taker()))
            dialog.member_asked.connect(
                lambda: self._window.records.record("team_member", {}, then=lambda: read(dialog.offer))
            )
            dialog.unlock_asked.connect(self._window.cards.people.unlock)
            open_dialog(dialog)

        wanted = tuple(filter(None, account_ids))

        def read(done: Callable[[Passing], None]) -> None:
            self._desk.runner.read(
                jobs.passing, done=done, account_ids=wanted, today=self._desk.today(), whose=whose
            )

        if wanted or whose:
            read(show)

    def _done(self, account_ids: Sequence[str], name: str) -> None:
        said = self.tr("%n accounts handed over to {name}", "", len(account_ids)).format(name=name)
        self._window.teller.tell(said)
        self.show_sheet(account_ids)

    def show_sheet(self, account_ids: Sequence[str]) -> None:
        """What the next one must know."""
        self._desk.runner.read(
            jobs.handed_accounts, done=self._show, account_ids=tuple(account_ids), today=self._desk.today()
        )

    def _show(self, accounts: tuple[HandedAccount, ...]) -> None:
        from kamdesk.qt.dialogs.handover_sheet import HandoverSheet

        window = self._window
        sheet = HandoverSheet(self._desk, window, accounts, window.paper_desk.folder())
        sheet.wrote.connect(lambda path: window.paper_desk.saved(Path(path)))
        open_dialog(sheet)
