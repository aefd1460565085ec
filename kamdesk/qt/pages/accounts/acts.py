"""What is done with the rows of the accounts table: copied, written to a workbook, changed together, moved, merged."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from kamdesk.domain.errors import Stopped
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.change_many import ChangeManyDialog
from kamdesk.qt.dialogs.duplicates import DuplicatesDialog
from kamdesk.qt.dialogs.merge import MergeDialog
from kamdesk.qt.dialogs.move_units import MoveUnitsDialog
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs.account_table import account_pairs, unmerge_account, write_table
from kamdesk.qt.pages.accounts.out import clipboard, out_columns, out_rows

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.pages.accounts.page import AccountsPage
    from kamdesk.reads.account_table import AccountRow


class AccountActs(QObject):
    """``told`` says what was done and can be undone; ``wrote`` gives the file that was written."""

    told = Signal(str)
    wrote = Signal(str)
    _progressed = Signal(int)

    def __init__(self, desk: Desk, page: AccountsPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._stop = threading.Event()
        self._writing = 0
        self._progressed.connect(lambda number: page.foot.say_writing(number, self._writing))
        self._copied = False
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.let_go)
        page.foot.change.clicked.connect(self.change)
        page.foot.copy.clicked.connect(self.copy)
        page.table.copy_asked.connect(self.copy)
        page.foot.stop.clicked.connect(self._stop.set)
        page.duplicates_asked.connect(self.duplicates)

    def rows(self) -> list[AccountRow]:
        """The selected accounts."""
        return self._page.table.selected()

    def possible(self) -> dict[str, bool]:
        """Which of the page's actions can be carried out."""
        number, shown = self._page.table.selected_number(), self._page.model.rowCount() > 0
        return {
            "copy_rows": number > 0,
            "export_table": shown,
            "save_view": shown,
            "units_tree": shown,
            "change_many": number > 0,
            "move_units": number > 0,
            "give_accounts": number > 0,
            "merge_chosen": number == 2,
            "find_duplicates": shown,
        }

    # out of the window

    def copy(self) -> None:
        """The selected rows as a table in the clipboard."""
        page, rows = self._page, self.rows()
        if not rows:
            return
        columns = page.table.columns()
        data = clipboard(
            out_columns(page.model.words, columns),
            out_rows(page.model, columns, rows),
        )
        QGuiApplication.clipboard().setMimeData(data)
        self._copied = True
        page.foot.say_done(self.tr("%Ln copied; paste them into a table or a message", "", len(rows)))

    def let_go(self) -> None:
        """What was copied is left to the system as plain text: a table made here must not outlive the program."""
        if self._copied:
            self._copied = False
            clipboard = QGuiApplication.clipboard()
            clipboard.setText(clipboard.text())

    def export(self) -> None:
        """Ask where to; what is shown goes there as a workbook."""
        if not self._page.model.fitting() or self._writing:
            return
        name = self.tr("Accounts {day}").format(day=self._desk.today().isoformat())
        chosen, _ = QFileDialog.getSaveFileName(
            self._page.window(),
            self.tr("Save what is shown as a workbook"),
            str(self._page.exports / f"{name}.xlsx"),
            self.tr("Workbooks (*.xlsx)"),
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
            self._page.answering.when_known(lambda: self.write(path))

    def write(self, path: Path) -> None:
        page = self._page
        rows, columns, words = page.model.fitting(), page.table.columns(), page.model.words
        self._stop.clear()
        self._writing = len(rows)
        page.foot.say_writing(0, len(rows))
        self._desk.runner.read(
            write_table,
            done=self._written,
            failed=self._not_written,
            path=path,
            title=page.viewing.title(),
            columns=out_columns(words, columns),
            rows=out_rows(page.model, columns, rows),
            heard=self._heard,
        )

    def _heard(self, number: int) -> None:
        """In the worker's thread."""
        if self._stop.is_set():
            raise Stopped
        self._progressed.emit(number)

    def _written(self, path: Path) -> None:
        self._writing = 0
        self._page.foot.say_writing(0, 0)
        self.wrote.emit(str(path))

    def _not_written(self, error: Exception) -> None:
        self._writing = 0
        self._page.foot.say_writing(0, 0)
        if isinstance(error, Stopped):
            self._page.foot.say_done(self.tr("Stopped; no file was written"))
        else:
            self._desk.runner.failed.emit(error)

    # changed

    def change(self) -> None:
        rows = self.rows()
        if rows:
            self._ask(
                ChangeManyDialog(self._desk, self._page.window(), rows, self._page.reps),
                self.tr("%Ln accounts changed", "", len(rows)),
            )

    def move(self) -> None:
        rows = self.rows()
        if rows:
            self._ask(
                MoveUnitsDialog(self._desk, self._page.window(), rows, self._page.model.called()),
                self.tr("%Ln accounts moved", "", len(rows)),
            )

    def _ask(self, dialog: QDialog, said: str) -> None:
        dialog.accepted.connect(lambda: self.told.emit(said))
        open_dialog(dialog)

    # merged

    def count_pairs(self) -> None:
        """Look for accounts that look like one, beside the window."""
        self._desk.runner.read(account_pairs, done=self._say_pairs)

    def _say_pairs(self, pairs: tuple[object, ...]) -> None:
        self._page.say_pairs(len(pairs))

    def duplicates(self) -> None:
        dialog = DuplicatesDialog(self._desk, self._page.window())
        dialog.merge_asked.connect(self.merge)
        dialog.finished.connect(self.count_pairs)
        open_dialog(dialog)

    def merge(self, first: str, second: str) -> None:
        """Both accounts side by side."""
        dialog = MergeDialog(self._desk, self._page.window(), first, second)
        dialog.accepted.connect(
            lambda: self.told.emit(self.tr("Merged into {name}").format(name=dialog.kept_name()))
        )
        dialog.accepted.connect(self.count_pairs)
        open_dialog(dialog)

    def part(self, alias_id: str, name: str) -> None:
        """Takes a merge back, now or years later."""
        said = self.tr("{name} is an account of its own again").format(name=name)
        kept = self.tr("{name} is an account of its own again; what was written since in the other one stays")

        def tell(changes: Changes) -> None:
            self.told.emit(kept.format(name=name) if changes.spared else said)

        self._desk.runner.run(unmerge_account, done=tell, account_id=alias_id)

    def merge_chosen(self) -> None:
        """The two selected accounts."""
        rows = self.rows()
        if len(rows) == 2:
            self.merge(rows[0].id, rows[1].id)
