"""The accounts: a row leads to its page; the columns are kept between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.qt.pages.accounts.row_menu import RowMenu

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    accounts, deeds = window.accounts, window.deeds
    accounts.opened.connect(window.open_account)
    accounts.add_asked.connect(deeds.add_account)
    accounts.import_asked.connect(window.lists.choose)
    accounts.empty.first.clicked.connect(accounts.import_asked)
    accounts.empty.second.clicked.connect(accounts.add_asked)
    accounts.empty.third.clicked.connect(window.actions_["take_package"].trigger)
    accounts.table.visit_asked.connect(lambda: deeds.report_account(accounts.table.account()))
    accounts.table.menu_asked.connect(lambda at: RowMenu(window).popup(at))
    accounts.table.chosen.connect(deeds.say_possible)
    acts, act = accounts.acts, window.actions_.on
    act("copy_rows", acts.copy)
    act("export_table", acts.export)
    act("change_many", acts.change)
    act("move_units", acts.move)
    act("merge_chosen", acts.merge_chosen)
    act("find_duplicates", acts.duplicates)
    act("save_view", lambda: accounts.viewing.carry_out("save_as"))
    act("units_tree", accounts.tree.click)
    accounts.foot.give.clicked.connect(lambda: window.handing.begin())
    acts.told.connect(window.teller.tell)
    acts.wrote.connect(lambda path: window.paper_desk.saved(Path(path)))
    accounts.exports = window.paper_desk.folder()
    if window.made("account"):
        accounts.select_later(window.account.account_id())
    accounts.viewing.told.connect(window.teller.tell)
    accounts.viewing.restore(window.kept("accounts/columns"))
