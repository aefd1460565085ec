"""The accounts: a row leads to its page; the columns are kept between two runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    accounts, deeds = window.accounts, window.deeds
    accounts.opened.connect(window.open_account)
    accounts.add_asked.connect(deeds.add_account)
    accounts.import_asked.connect(window.books.import_lists)
    accounts.table.selectionModel().currentChanged.connect(deeds.say_possible)
    header = window.kept("accounts/header")
    if header is not None:
        accounts.table.horizontalHeader().restoreState(header)  # type: ignore[arg-type]
