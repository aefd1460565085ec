"""Papers saved as PDF: where to, carried out beside the window, and the file to open afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.shelf import Shelf

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class PaperDesk(QObject):
    def __init__(self, desk: Desk, shelf: Shelf, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._folder = shelf.exports

    def save_plan(self, monday: date) -> None:
        """The plan of the week from ``monday``."""
        year, week, _ = monday.isocalendar()
        name = self.tr("Week plan {week}").format(week=f"{year}-W{week:02d}")
        self._save(name, self.tr("Save the week plan"), jobs.save_plan, monday=monday)

    def save_briefing(self, account_id: str, name: str) -> None:
        if account_id:
            file = self.tr("Briefing {account} {day}").format(
                account=name, day=self._desk.today().isoformat()
            )
            self._save(file, self.tr("Save the briefing"), jobs.save_briefing, account_id=account_id)

    def _save(self, name: str, title: str, job: Callable[..., Path], **arguments: Any) -> None:
        folder = self._folder if self._folder.is_dir() else Path.home()
        offered = folder / f"{_UNFIT.sub(' ', name).strip()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(offered), self.tr("PDF (*.pdf)"))
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        self._folder = path.parent
        self._desk.runner.read(
            job,
            done=self._saved,
            label=self.tr("Making the paper…"),
            path=path,
            now=self._desk.now(),
            words=self._desk.speech.words,
            holidays=self._desk.holidays,
            **arguments,
        )

    def _saved(self, path: Path) -> None:
        said = self.tr("Saved: {path}").format(path=path)
        self._window.notice.tell(said, self.tr("Open"), lambda: _open(path))


def _open(path: Path) -> None:
    """Hand a paper to the program that shows PDFs."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
