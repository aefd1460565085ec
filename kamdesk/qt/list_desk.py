"""Lists taken in: chosen, dragged onto the window, or pasted from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from kamdesk.domain.errors import InputError
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dropped_files import CARD, DroppedFiles, files_in, is_week_package
from kamdesk.qt.folders import folder_of
from kamdesk.qt.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.exchange.source import Source
    from kamdesk.qt.main_window import MainWindow


class ListDesk(QObject):
    """Every way in ends at the same dialog, which looks first."""

    def __init__(self, desk: Desk, shelf: Shelf, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._shelf, self._window = desk, shelf, window
        self.drops = DroppedFiles(window)
        self.drops.dropped.connect(self.take_files)

    def choose(self) -> None:
        """Choose files, look at what they hold, take them in."""
        if not self._desk.runner.is_open():
            return
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Choose one list, or several that belong together"),
            str(folder_of(self._window.kept("import/folder"))),
            self.tr("Lists (*.xlsx *.xls *.xlsb *.ods *.csv *.txt *.tsv *.vcf *.ics);;All files (*)"),
        )
        if chosen:
            self._window.keep("import/folder", str(Path(chosen[0]).parent))
            self.look_at([Path(file) for file in chosen])

    def paste(self) -> None:
        """Take in what was copied in a spreadsheet, or the files that were copied."""
        from kamdesk.exchange.clipboard import pasted

        if not self._desk.runner.is_open():
            return
        held = QGuiApplication.clipboard().mimeData()
        copied = pasted(held.html(), held.text(), self.tr("Clipboard")) if held is not None else None
        if files := files_in(held):
            self.take_files(files)
        elif copied is not None:
            self.look_at([copied])
        else:
            self._window.notice.warn(
                self.tr(
                    "No list is on the clipboard. Copy its cells in the spreadsheet first, headers and all."
                )
            )

    def take_files(self, files: list[Path]) -> None:
        """Look at files that were dragged onto the window or copied: lists, a card, or week packages and whatever lay
        beside them; a folder among them is refused in words."""
        if not self._desk.runner.is_open():
            self._window.notice.warn(self.tr("Open a book first, then the list can be taken into it."))
            return
        if any(is_week_package(file) for file in files):
            self._window.week_end_desk.look_at(files)
            return
        if len(files) == 1 and files[0].suffix.lower() == CARD:
            self._window.week_end_desk.add_card(files[0])
            return
        folder = next((file for file in files if file.is_dir()), None)
        if folder is not None:
            refused = InputError("import_is_folder", file=folder.name)
            self._window.notice.warn(self._desk.speech.error(refused))
            return
        self.look_at(files)

    def look_at(self, files: Sequence[Path | Source]) -> None:
        """Show what the lists would bring."""
        from kamdesk.qt.dialogs.import_lists import ImportDialog

        backups = self._window.books.backups()
        dialog = ImportDialog(self._desk, self._window, files, backups, self._shelf.exports)
        dialog.undo_asked.connect(self._window.deeds.take_back)
        dialog.questions_asked.connect(self._window.questions.show)
        dialog.finished.connect(self._window.questions.read)
        open_dialog(dialog)
