"""What somebody does in the window, as steps that a benchmark takes one in a turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.papers.choice import Kind, Whose
from kamdesk.qt.pages.report.subject import Subject

MONDAY = date(2026, 11, 23)
KEY_MS, FRAME_MS = 60, 16
QUESTIONS = ("taizhou", "jcsh", "建材 台州", "138", "wang")
NOTE = "He wants the new price list before the tender, and two samples. "

Step = Callable[[], object]


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
