"""Papers asked for from anywhere: shown ready to be printed, printed, saved as PDF, opened afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kamdesk.domain.schedule import monday_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import PaperAccount
from kamdesk.qt.shelf import Shelf

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.qt.pages.papers.choice import Choice
    from kamdesk.qt.pages.papers.making import Making

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
MOST_LETTERS = 100
"""A file's name may not be longer than some disks bear (255 bytes, three a Chinese character)."""


class PaperDesk(QObject):
    def __init__(self, desk: Desk, shelf: Shelf, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._exports = shelf.exports
        self._under_way: Making | None = None
        act = window.actions_.on

        def fit_width() -> None:
            from kamdesk.qt.pages.papers.stack import Fit

            window.papers.sheets.set_fit(Fit.WIDTH)

        act("print_paper", self.print_here)
        act("show_briefing", self.show_briefing_in_view)
        act("save_paper", lambda: window.papers.save_paper())
        act("zoom_in", lambda: window.papers.sheets.step_zoom(1))
        act("zoom_out", lambda: window.papers.sheets.step_zoom(-1))
        act("zoom_fit", fit_width)

    # shown, ready to be printed

    def show_week(self, monday: date) -> None:
        """The plan of the week from ``monday``."""
        from kamdesk.qt.pages.papers.choice import Kind

        self._show(lambda choice: replace(choice, kind=Kind.WEEK, monday=monday))

    def show_day(self, day: date) -> None:
        """The plan of one day."""
        from kamdesk.qt.pages.papers.choice import Kind

        self._show(lambda choice: replace(choice, kind=Kind.DAY, day=day, monday=monday_of(day)))

    def show_briefing(self, account_id: str, name: str) -> None:
        """The briefing of one account."""
        if account_id:
            self._show(lambda choice: _briefing_of(choice, account_id, name))

    def show_briefings(self, day: date) -> None:
        """The briefings of all visits of a day."""
        from kamdesk.qt.pages.papers.choice import Kind, Whose

        self._show(lambda choice: replace(choice, kind=Kind.BRIEFING, whose=Whose.ON_DAY, day=day))

    def show_briefing_in_view(self) -> None:
        """The briefing of the account that is looked at."""
        self.show_briefing(*self._window.deeds.account_in_view())

    def print_here(self) -> None:
        """The paper that fits the page in view; on the papers' own page what is seen there is printed."""
        window = self._window
        page, (account_id, name) = window.page(), window.deeds.account_in_view()
        if page == "papers":
            window.papers.print_paper()
        elif page == "line":
            self.show_week(window.week.monday)
        elif page == "today":
            self.show_day(self._desk.today())
        elif account_id:
            self.show_briefing(account_id, name)
        else:
            self._show(lambda choice: choice)

    def _show(self, chosen: Callable[[Choice], Choice]) -> None:
        window = self._window
        choice = chosen(window.papers.choice())
        window.enter("papers")
        window.papers.show_paper(choice)

    # printed

    def print_paper(self) -> None:
        """Ask for a printer and print what is seen."""
        from kamdesk.qt.printing import Printing

        window, page = self._window, self._window.papers
        printing = Printing(self._desk, page.press, window)
        printing.told.connect(window.teller.tell_plainly)
        printing.impossible.connect(self._say_impossible)
        printing.start(page.making.parts(), page.file_name(), page.choice().sides, page.sheets.page())

    def _say_impossible(self, said: str) -> None:
        notice = self._window.notice
        notice.warn(said, self.tr("Save as PDF"), self._window.papers.save_paper)
        notice.add(self.tr("Open in the PDF program"), self._open_elsewhere)

    def _open_elsewhere(self) -> None:
        """Hand the paper to the system's program for PDFs, which may print it."""
        folder = self._exports
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            folder = Path.home()
        path = folder / _file(self._window.papers.file_name())
        self._window.papers.write(path, then_open=True)

    # saved

    def save_paper(self) -> None:
        """Save what is seen on the papers' page."""
        path = self._ask(self._window.papers.file_name(), self.tr("Save the paper"))
        if path is not None:
            self._window.papers.write(path)

    def save_plan(self, monday: date) -> None:
        """The plan of the week from ``monday``, without going to it."""
        from kamdesk.qt.pages.papers.choice import Kind

        choice = replace(self._window.papers.choice(), kind=Kind.WEEK, monday=monday)
        year, week, _ = monday.isocalendar()
        name = self.tr("Week plan {week}").format(week=f"{year}-W{week:02d}")
        self._save(choice, name, self.tr("Save the week plan"))

    def save_briefing(self, account_id: str, name: str) -> None:
        """The briefing of an account, without going to it."""
        if account_id:
            choice = _briefing_of(self._window.papers.choice(), account_id, name)
            file = self.tr("Briefing {account} {day}").format(
                account=name, day=self._desk.today().isoformat()
            )
            self._save(choice, file, self.tr("Save the briefing"))

    def _save(self, choice: Choice, name: str, title: str) -> None:
        from kamdesk.qt.pages.papers.making import Making

        path = self._ask(name, title)
        if path is None:
            return
        making = Making(self._desk, self._window.papers.press)
        making.finished.connect(lambda: making.save(path, self.saved, self._failed))
        making.failed.connect(self._failed)
        making.make(choice)
        self._under_way = making

    def _failed(self, error: Exception) -> None:
        self._window.notice.warn(self._desk.speech.error(error))

    def _ask(self, name: str, title: str) -> Path | None:
        """Where to; the folder of the last time is offered again."""
        page = self._window.papers
        folder = next((one for one in (page.folder, self._exports) if one and one.is_dir()), Path.home())
        kinds = self.tr("PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / _file(name)), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        page.folder = path.parent
        return path

    def folder(self) -> Path:
        """Where files that are not papers are offered to be saved."""
        return self._exports if self._exports.is_dir() else Path.home()

    def saved(self, path: Path) -> None:
        """Say so, and offer to open it or its folder."""
        said = self.tr("Saved: {path}").format(path=path)
        self._window.notice.tell(said, self.tr("Open"), lambda: self.open(path))
        self._window.notice.add(self.tr("Open the folder"), lambda: self.open(path.parent))

    def open(self, path: Path) -> None:
        """Hand a file or folder to the program that shows it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._window.notice.warn(
                self.tr("No program on this computer opens it. It lies at {path}.").format(path=path)
            )


def _briefing_of(choice: Choice, account_id: str, name: str) -> Choice:
    from kamdesk.qt.pages.papers.choice import Kind, Whose

    account = PaperAccount(account_id, name)
    return replace(choice, kind=Kind.BRIEFING, whose=Whose.PICKED, accounts=(account,))


def _file(name: str) -> str:
    return f"{_UNFIT.sub(' ', name).strip()[:MOST_LETTERS]}.pdf"
