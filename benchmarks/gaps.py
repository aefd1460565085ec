"""How long the event loop stands still while somebody works: the real window, offscreen, on ten thousand accounts.

A timer of one millisecond beats in the window's thread. For each activity is told: the longest time between two beats,
by the clock, and the most that the window's own thread worked between two beats (its processor time, which a loaded
machine changes least; what the clock says beyond that was waiting for Python's lock or for a processor). The limit is
50 ms by the clock. Keys are sent one by one as a person types, wheel turns one a frame. The book is made once and kept
in the folder for temporary files; what is measured is a copy of it.

    python benchmarks/gaps.py [--accounts 10000] [--book FILE] [--rounds 1] [--only NAME …] [--blame MS]

``--blame 30`` prints where the window's thread stood when a gap had lasted that long.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from kamdesk.assets import folder
from kamdesk.bootstrap import make_shelf
from kamdesk.operations.demo import make_demo
from kamdesk.places import find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.papers.choice import Kind, Whose
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.settings import Settings

NOW = datetime(2026, 11, 25, 2, 2, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
LIMIT = 50
KEY_MS, FRAME_MS = 60, 16
QUESTIONS = ("taizhou", "jcsh", "建材 台州", "138", "wang")
NOTE = "He wants the new price list before the tender, and two samples. "

Step = Callable[[], object]


class Beat:
    """The longest time between two turns of the event loop, and what the window's thread worked in one of them."""

    def __init__(self, blame: float) -> None:
        self._blame, self._thread = blame, threading.get_ident()
        self.longest = self.worked = self.wait = 0.0
        self.at = time.perf_counter()
        self._busy = time.thread_time()
        self.on = False
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)
        if blame:
            threading.Thread(target=self._watch, daemon=True).start()

    def begin(self) -> None:
        self.longest = self.worked = 0.0
        self.at, self._busy, self.on = time.perf_counter(), time.thread_time(), True

    def end(self) -> None:
        self._beat()
        self.on = False

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self.at))
        self.worked = max(self.worked, 1000 * (busy - self._busy))
        self.at, self._busy = now, busy

    def _watch(self) -> None:
        told = 0.0
        while True:
            time.sleep(0.002)
            if self.on and self.at != told and 1000 * (time.perf_counter() - self.at) > self._blame:
                told = self.at
                frame = sys._current_frames().get(self._thread)
                print("".join(traceback.format_stack(frame)[-7:]), file=sys.stderr)


def wait(until: Callable[[], bool]) -> None:
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def take(steps: Iterator[Step], every: int, idle: Callable[[], bool]) -> None:
    """Each step in a turn of its own, ``every`` so many milliseconds, then until nothing is under way."""
    done: list[bool] = []

    def step() -> None:
        following = next(steps, None)
        if following is None:
            timer.stop()
            done.append(True)
        else:
            following()

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(every)
    wait(lambda: bool(done) and idle())
    for _ in range(3):
        QApplication.processEvents()


def keys(widget: QWidget, text: str, *, wipe: bool = True) -> Iterator[Step]:
    """A text typed letter by letter, and taken back the same way."""
    for letter in text:
        if letter.isascii():
            yield partial(QTest.keyClicks, widget, letter)
        else:  # no key of its own: an input method hands over the character
            yield partial(write, widget, letter)
    if wipe:
        for _ in text:
            yield partial(QTest.keyClick, widget, Qt.Key.Key_Backspace)


def write(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def wheel(area: QAbstractScrollArea, turns: int, way: int = -1) -> Iterator[Step]:
    port = area.viewport()

    def turn() -> None:
        middle = QPointF(port.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(port.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 120 * way),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    for _ in range(turns):
        yield turn


class Work:
    """What somebody does, each as steps; ``ready`` brings the window where it is done."""

    def __init__(self, window: MainWindow, place: Path) -> None:
        self.window, self.place = window, place
        self.account = ""

    def idle(self) -> bool:
        press = self.window.papers.press.is_idle() if self.window.made("papers") else True
        return bool(press and self.window.desk.runner.is_idle())

    def settle(self) -> None:
        wait(self.idle)
        for _ in range(3):
            QApplication.processEvents()

    def go(self, page: str) -> None:
        self.window.go(page)
        self.settle()

    def all(self) -> dict[str, tuple[Step, int, Callable[[], Iterator[Step]]]]:
        window = self.window
        return {
            "making the other pages": (lambda: None, 20, self._make),
            "going from page to page": (lambda: None, 200, self._pages),
            "reading the accounts": (partial(self.go, "accounts"), 200, lambda: iter([window.accounts.read])),
            "scrolling the accounts": (partial(self.go, "accounts"), FRAME_MS, self._scroll),
            "dragging its bar": (partial(self.go, "accounts"), FRAME_MS, self._drag),
            "typing in the filter": (partial(self.go, "accounts"), KEY_MS, self._filter),
            "sorting the accounts": (partial(self.go, "accounts"), 200, self._sort),
            "choosing all, and one": (partial(self.go, "accounts"), 100, self._choose),
            "exporting what is shown": (partial(self.go, "accounts"), 100, self._export),
            "scrolling meanwhile": (partial(self.go, "accounts"), FRAME_MS, self._export_and_scroll),
            "typing in the search": (partial(self.go, "today"), KEY_MS, self._search),
            "opening accounts": (partial(self.go, "accounts"), 300, self._open),
            "scrolling an account": (self._to_account, FRAME_MS, self._account_scroll),
            "typing a note": (self._to_report, KEY_MS, self._note),
            "filtering the promises": (partial(self.go, "promises"), KEY_MS, self._promises),
            "stepping weeks of the line": (partial(self.go, "line"), 200, self._weeks),
            "making the week's papers": (partial(self.go, "papers"), 100, self._papers),
            "scrolling the papers": (lambda: self.settle(), FRAME_MS, self._sheets),
            "typing while papers are made": (self._to_report, KEY_MS, self._note_and_papers),
        }

    def _make(self) -> Iterator[Step]:
        steps = self.window.make_other_pages()
        while next(steps, self) is None:
            yield lambda: None

    def _pages(self) -> Iterator[Step]:
        for _ in range(2):
            for name in ("today", "line", "accounts", "promises", "papers", "settings"):
                yield partial(self.window.go, name)

    def _scroll(self) -> Iterator[Step]:
        table = self.window.accounts.table
        yield from wheel(table, 60)
        for _ in range(30):
            yield partial(QTest.keyClick, table, Qt.Key.Key_PageDown)
        yield partial(QTest.keyClick, table, Qt.Key.Key_End)
        yield from wheel(table, 30, 1)
        yield partial(QTest.keyClick, table, Qt.Key.Key_Home)

    def _drag(self) -> Iterator[Step]:
        bar = self.window.accounts.table.verticalScrollBar()
        for place in range(40):
            yield partial(bar.setValue, place * bar.maximum() // 40)
        yield partial(bar.setValue, 0)

    def _filter(self) -> Iterator[Step]:
        field = self.window.accounts.filter
        yield field.setFocus
        for text in QUESTIONS:
            yield from keys(field, text)

    def _sort(self) -> Iterator[Step]:
        table = self.window.accounts.table
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            for column in table.columns():
                yield partial(table.sortByColumn, column, order)
        yield partial(table.sortByColumn, table.columns()[0], Qt.SortOrder.AscendingOrder)

    def _choose(self) -> Iterator[Step]:
        table = self.window.accounts.table
        yield table.setFocus
        yield table.selectAll
        yield partial(QTest.keyClick, table, Qt.Key.Key_Home)
        for _ in range(10):
            yield partial(QTest.keyClick, table, Qt.Key.Key_Down)

    def _export(self) -> Iterator[Step]:
        yield partial(self.window.accounts.acts.write, self.place / "shown.xlsx")

    def _export_and_scroll(self) -> Iterator[Step]:
        yield from self._export()
        for _ in range(4):
            yield from self._scroll()

    def _search(self) -> Iterator[Step]:
        yield self.window.search_desk.find
        for text in QUESTIONS:
            yield from keys(self.window.search_desk.field, text)
        yield self.window.search_desk.leave

    def _ids(self) -> list[str]:
        rows = self.window.accounts.model.rows()
        keys_first = sorted(rows, key=lambda row: row.is_key is not True)
        return [row.id for row in keys_first[:12]]

    def _open(self) -> Iterator[Step]:
        for account in self._ids():
            yield partial(self.window.open_account, account)

    def _to_account(self) -> None:
        self.go("accounts")
        self.window.open_account(self._ids()[0], "history")
        self.settle()

    def _account_scroll(self) -> Iterator[Step]:
        for area in self.window.account.findChildren(QAbstractScrollArea):
            if area.isVisible() and area.verticalScrollBar().maximum():
                yield from wheel(area, 20)
                yield from wheel(area, 20, 1)

    def _to_report(self) -> None:
        self.go("accounts")
        self.window.deeds.open_report(Subject(self._ids()[0], day=self.window.desk.today()))
        self.settle()

    def _note(self) -> Iterator[Step]:
        note = self.window.report.form.points
        yield note.setFocus
        for _ in range(2):
            yield from keys(note, NOTE, wipe=False)

    def _promises(self) -> Iterator[Step]:
        page = self.window.promises
        yield page.find
        for text in ("price", "wang"):
            yield from keys(page.list.filter, text)

    def _weeks(self) -> Iterator[Step]:
        for way in (1, 1, 1, -1, -1, -1, 0):
            yield partial(self.window.week.step, way)

    def _papers(self) -> Iterator[Step]:
        yield partial(self.window.paper_desk.show_week, MONDAY)
        choice = replace(self.window.papers.choice(), kind=Kind.BRIEFING, whose=Whose.IN_WEEK, monday=MONDAY)
        yield partial(self.window.papers.show_paper, choice)

    def _sheets(self) -> Iterator[Step]:
        yield from wheel(self.window.papers.sheets, 120)

    def _note_and_papers(self) -> Iterator[Step]:
        papers = self.window.papers
        yield partial(papers.making.make, replace(papers.choice(), kind=Kind.BRIEFING, whose=Whose.IN_WEEK))
        yield from self._note()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--book", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--blame", type=float, default=0, metavar="MS")
    options = parser.parse_args()
    book = options.book or Path(tempfile.gettempdir()) / f"kamdesk-gaps-{options.accounts}.kam"
    with tempfile.TemporaryDirectory() as named:
        place = Path(named)
        os.environ["KAMDESK_HOME"] = named
        if not book.exists():
            make_demo(place / "new.kam", accounts=options.accounts, weeks=8, now=NOW, language="zh").close()
            shutil.move(place / "new.kam", book)
        shutil.copy(book, place / "book.kam")
        app = make_app()
        shelf = make_shelf(
            place / "book.kam",
            None,
            places=find_places(),
            settings=Settings("zh", "light"),
            ask=lambda: NOW,
        )
        window = make_window(app, shelf, folder("resources"), lambda: NOW)
        window.resize(1366, 768)
        window.show()
        window.books.start()
        work = Work(window, place)
        work.settle()
        beat = Beat(options.blame)
        over = 0
        print(f"{'':30s} longest gap   ratio to {LIMIT} ms   most work in one turn")
        for name, (ready, every, steps) in work.all().items():
            if options.only and not any(part in name for part in options.only):
                continue
            gaps, worked = [], []
            for _ in range(options.rounds):
                ready()
                beat.begin()
                take(steps(), every, work.idle)
                beat.end()
                gaps.append(beat.longest)
                worked.append(beat.worked)
            over += max(gaps) > LIMIT
            print(
                f"{name:30s} {max(gaps):8.0f} ms   {max(gaps) / LIMIT:8.2f}   {max(worked):14.0f} ms",
                flush=True,
            )
        print(f"{over} over {LIMIT} ms by the clock")
        window.desk.runner.close()
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
