"""How far the accounts are answered: asked some at a time, those in sight first, while nobody waits for anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.account_table import Counted, answered, touched
from kamdesk.qt.models.account_columns import Column

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.pages.accounts.page import AccountsPage

AT_ONCE = 300
"""So many accounts are asked in one go: most of what a go costs does not depend on their number."""


class Answering(QObject):
    """Fills the table's column of answers where it is shown. After a change what it touched alone is asked anew.

    What was counted before stays in sight until it is counted anew.
    """

    def __init__(self, desk: Desk, page: AccountsPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._counts: dict[str, Counted | None] = {}
        self._due: set[str] = set()
        self._day = date.min
        self._asking = False
        self._waiting: list[Callable[[], None]] = []
        page.rows_shown.connect(self.go_on)
        page.table.arranged.connect(self.go_on)
        desk.runner.changed.connect(self._take_changes)

    def go_on(self) -> None:
        """Ask for what is not known yet."""
        rows = self._page.model.rows()
        if self._day != self._desk.today():
            self._day = self._desk.today()
            self._due |= self._counts.keys()
        here = {row.id for row in rows}
        for gone in self._counts.keys() - here:
            del self._counts[gone]
        self._due &= here
        self._due |= here - self._counts.keys()
        self._ask()

    def when_known(self, ask: Callable[[], None]) -> None:
        """``ask`` is called once all that the column says is known; at once where it is not shown."""
        if self._due and self._is_shown():
            self._waiting.append(ask)
            self._ask()
        else:
            ask()

    def forget(self) -> None:
        """Another book is opened."""
        self._counts, self._due, self._asking, self._waiting = {}, set(), False, []
        self._page.model.set_answered({})

    def _is_shown(self) -> bool:
        return Column.ANSWERED in self._page.table.columns()

    def _ask(self) -> None:
        if self._due and not self._asking and self._is_shown():
            self._asking = True
            self._desk.runner.afterwards(self._read)

    def _read(self) -> None:
        table, model = self._page.table, self._page.model
        first = max(table.rowAt(0), 0)
        places = range(first, min(first + AT_ONCE, model.rowCount()))
        some = [row_id for place in places if (row_id := model.row_at(place).id) in self._due]
        some += sorted(self._due.difference(some))[: AT_ONCE - len(some)]
        self._due.difference_update(some)
        if not some:
            self._asking = False
            return
        self._desk.runner.read(
            answered,
            done=self._take,
            failed=self._fail,
            accounts=some,
            today=self._day,
        )

    def _take(self, counts: dict[str, Counted | None]) -> None:
        self._asking = False
        self._counts.update(counts)
        self._show()
        if self._due:
            self._ask()
        else:
            waiting, self._waiting = self._waiting, []
            for ask in waiting:
                ask()

    def _show(self) -> None:
        """Where the table is sorted by it, only what is complete: rows don't wander while one looks at them."""
        table, model = self._page.table, self._page.model
        if model.sorted_by() is not Column.ANSWERED:
            model.set_answered(self._counts)
        elif not self._due:
            keep, marked = table.account(), table.marked()
            model.set_answered(self._counts)
            table.choose(keep, marked)

    def _fail(self, error: Exception) -> None:
        self._asking = False
        self._desk.runner.failed.emit(error)

    def _take_changes(self, changes: Changes) -> None:
        if self._counts:
            self._desk.runner.read(touched, done=self._touch, changes=changes)

    def _touch(self, accounts: frozenset[str] | None) -> None:
        known = self._counts.keys()
        self._due |= known if accounts is None else accounts & known
        if self._page.isVisible():
            self._ask()
