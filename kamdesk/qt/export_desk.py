"""The book's content written into files, and templates to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from kamdesk.qt.desk import Desk
from kamdesk.qt.folders import folder_of
from kamdesk.qt.jobs import exports as jobs
from kamdesk.qt.shelf import Shelf

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

RECENT, FOLDER = "export/recent", "export/folder"
MOST = 4
"""How many of the last exports are offered first."""


class ExportDesk(QObject):
    """Keeps between two runs what was exported last, and where to."""

    def __init__(self, desk: Desk, shelf: Shelf, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._shelf, self._window = desk, shelf, window
        window.actions_.on("export", self.show)
        window.actions_.on("template", self.choose_template)

    def folder(self) -> Path:
        """That of the last time, else the one for exports."""
        kept = self._window.kept(FOLDER)
        usual = self._shelf.exports
        return folder_of(kept if kept else usual if usual.is_dir() else None)

    def recent(self) -> list[str]:
        """The last exports as kind and form, ``contacts.vcf``; the newest first."""
        kept = self._window.kept(RECENT)
        return [part for part in str(kept or "").split(",") if part]

    def show(self) -> None:
        """Ask what is to be written, and where."""
        if not self._desk.runner.is_open():
            return
        from kamdesk.qt.dialogs.export import ExportDialog

        dialog = ExportDialog(
            self._desk, self._window, self._window.week.monday, self.folder(), self.recent()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(self._remember)
        dialog.folder_asked.connect(lambda folder: self._window.paper_desk.open(Path(folder)))
        dialog.open()

    def _remember(self, asked: str, path: str) -> None:
        recent = [asked, *(each for each in self.recent() if each != asked)]
        self._window.keep(RECENT, ",".join(recent[:MOST]))
        self._window.keep(FOLDER, str(Path(path).parent))

    def choose_template(self) -> None:
        """Ask where the workbook to be filled in is to lie."""
        if not self._desk.runner.is_open():
            return
        name = self.tr("Template for lists")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a template to be filled in"),
            str(self.folder() / f"{name}.xlsx"),
            self.tr("Workbooks (*.xlsx)"),
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        self._window.keep(FOLDER, str(path.parent))
        self._desk.runner.read(
            jobs.write_template, done=self._window.paper_desk.saved, path=path, words=self._desk.speech.words
        )
