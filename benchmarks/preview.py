"""The papers' page against PDFium alone: how soon the first page is seen, how smoothly a long pack scrolls.

    python benchmarks/preview.py [--accounts N]

A demo book is made, the window opened without a display. Timed are: from the choice of a paper to its first page drawn
(the first time, when reportlab and the fonts are loaded, and again), beside drawing that page by PDFium's own call;
then a pack of all accounts' briefings while it is made and while it is scrolled from end to end: the longest time that
the event loop did not turn, and what is held in memory. Limits: 500 ms, 50 ms.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kamdesk.assets import folder
from kamdesk.db.opening import open_book
from kamdesk.operations.demo import make_demo
from kamdesk.qt.jobs import PaperAccount, account_table
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.papers.choice import Kind, Whose
from kamdesk.qt.shelf import Shelf
from kamdesk.settings import Settings

NOW = datetime.fromisoformat("2026-11-25T10:02:00+08:00")
MONDAY = date(2026, 11, 23)
LIMIT_FIRST, LIMIT_GAP = 500, 50
STEP = 90
"""Pixels a frame: a wheel turned fast."""


class Beat:
    """Turns with the event loop and remembers the longest time it did not."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def begin(self) -> None:
        self.gaps, self._last = [], time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def said(self) -> str:
        gaps = sorted(self.gaps)
        return f"longest {gaps[-1]:.0f} ms, 99 of 100 below {gaps[int(len(gaps) * 0.99)]:.0f} ms (aim {LIMIT_GAP})"


def opened(book: Path, home: Path) -> MainWindow:
    shelf = Shelf(
        open_book=lambda path, secret: open_book(path, None, backups=home, now=NOW),
        make_book=lambda path, rep: open_book(path, None, backups=home, now=NOW),
        demo_book=lambda path, language: open_book(path, None, backups=home, now=NOW),
        book=book,
        demo=book,
        exports=home,
        backups=home,
        settings=Settings(language="zh", theme="light"),
        keep_settings=lambda settings: None,
        layout_file=home / "window.ini",
    )
    window = make_window(make_app(), shelf, folder("resources"), lambda: NOW)
    window.resize(1366, 768)
    window.show()
    window.books.start()
    turn(window.desk.runner.is_idle)
    return window


def turn(until: Callable[[], bool]) -> None:
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def first_page(window: MainWindow, show: Callable[[], None]) -> float:
    """Milliseconds from the choice to the page in view drawn."""
    seen: list[bool] = []
    window.papers.sheets.seen.connect(lambda: seen.append(True))
    start = time.perf_counter()
    show()
    turn(lambda: bool(seen))
    taken = (time.perf_counter() - start) * 1000
    window.papers.sheets.seen.disconnect()
    window.papers.sheets.seen.connect(window.papers.rows_shown)
    turn(lambda: window.papers.press.is_idle() and window.desk.runner.is_idle())
    return taken


def bare_page(window: MainWindow) -> float:
    """Milliseconds in which PDFium alone opens the document and draws the page at the same size."""
    part = window.papers.making.parts()[0]
    wide = window.papers.sheets.viewport().width() - 28
    times = []
    for _ in range(5):
        start = time.perf_counter()
        document = pypdfium2.PdfDocument(part.content)
        document[0].render(scale=wide / part.drawn.sizes[0].width, grayscale=True)
        times.append((time.perf_counter() - start) * 1000)
        document.close()
    return statistics.median(times)


def scrolled(window: MainWindow, beat: Beat) -> None:
    """From the first page to the last, a step a frame."""
    bar = window.papers.sheets.verticalScrollBar()
    bar.setValue(0)
    beat.begin()
    done: list[bool] = []

    def step() -> None:
        bar.setValue(bar.value() + STEP)
        if bar.value() == bar.maximum():
            timer.stop()
            done.append(True)

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(16)
    turn(lambda: bool(done))


def memory() -> float:
    """Megabytes the process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accounts", type=int, default=60, metavar="N", help="briefings in the pack (60)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as named:
        home = Path(named)
        make_demo(home / "demo.kam", accounts=options.accounts, weeks=26, now=NOW, language="zh").close()
        window = opened(home / "demo.kam", home)
        papers, desk = window.papers, window.paper_desk
        for name, show in (
            ("week plan, cold", lambda: desk.show_week(MONDAY)),
            ("day plan", lambda: desk.show_day(date(2026, 11, 25))),
            ("week plan again", lambda: desk.show_week(MONDAY)),
            ("briefings of a day", lambda: desk.show_briefings(date(2026, 11, 26))),
        ):
            taken = first_page(window, show)
            print(
                f"{name:20} first page {taken:5.0f} ms (aim {LIMIT_FIRST}), PDFium alone {bare_page(window):4.0f} ms"
            )
        found: list[PaperAccount] = []
        window.desk.runner.read(
            account_table,
            done=lambda table: found.extend(PaperAccount(row.id, row.name) for row in table.rows),
            today=MONDAY,
        )
        turn(lambda: bool(found))
        before, beat = memory(), Beat()
        choice = replace(papers.choice(), kind=Kind.BRIEFING, whose=Whose.PICKED, accounts=tuple(found))
        beat.begin()
        start = time.perf_counter()
        papers.show_paper(choice)
        turn(lambda: papers.making.whole)
        print(
            f"pack made in {time.perf_counter() - start:.1f} s, {papers.sheets.count()} pages; {beat.said()}"
        )
        turn(papers.press.is_idle)
        scrolled(window, beat)
        print(f"scrolled at fit width: {beat.said()}")
        papers.sheets.set_zoom(2.0)
        scrolled(window, beat)
        print(f"scrolled at 200 %: {beat.said()}")
        held = papers.sheets.tiles.bytes() / 2**20
        print(f"pictures held {held:.0f} MB; the process grew by {memory() - before:.0f} MB at most")
        window.desk.runner.close()
        window.close()


if __name__ == "__main__":
    sys.exit(main())
