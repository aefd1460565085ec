"""What can be done with a row of the accounts table, where the pointer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from kamdesk.qt import jobs

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

ONE = ("write_report", "add_slot", "", "edit_account", "add_contact", "add_promise", "add_note", "")
SEVERAL = ("change_many", "move_units", "give_accounts", "merge_chosen", "", "copy_rows", "export_table")


class RowMenu(QMenu):
    """The same actions as in the menu bar; and for an account that others were merged into, taking them out again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        window.deeds.say_possible()
        table = window.accounts.table
        row, several = table.current(), table.selected_number() > 1
        if row is not None and not several:
            self.addAction(self.tr("Open"), lambda: window.open_account(row.id))
        for name in (*(() if several else ONE), *SEVERAL):
            if name:
                self.addAction(window.actions_[name])
            else:
                self.addSeparator()
        if row is not None and row.aliases and not several:
            self._apart = self.addMenu(self.tr("Take a merge apart"))
            window.desk.runner.read(
                jobs.account_view, done=self._fill, account_id=row.id, today=window.desk.today()
            )

    def _fill(self, view: jobs.AccountView) -> None:
        acts = self._window.accounts.acts
        for alias_id, name in view.page.aliases:
            self._apart.addAction(name, lambda alias_id=alias_id, name=name: acts.part(alias_id, name))
