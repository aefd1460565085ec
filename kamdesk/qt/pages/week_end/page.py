"""Week end: the steps on the left with the conflicts below them, the step that is worked on beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.week_end.circle import CirclePanel
from kamdesk.qt.pages.week_end.closing import ClosePanel
from kamdesk.qt.pages.week_end.gaps import GapsPanel
from kamdesk.qt.pages.week_end.handing import HandPanel
from kamdesk.qt.pages.week_end.left import STEPS, Left
from kamdesk.qt.pages.week_end.logs import HistoryPanel
from kamdesk.qt.pages.week_end.odds import OddsPanel
from kamdesk.qt.pages.week_end.panel import Filling, Panel, scrolled
from kamdesk.qt.pages.week_end.standing import Standing, states
from kamdesk.qt.pages.week_end.taking import TakePanel
from kamdesk.qt.pages.week_end.waiting import WaitingPanel
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.week_end.closings import Closing
    from kamdesk.reads.week_end.missing import WeekMissing
    from kamdesk.reads.week_end.packages import PackageLine
    from kamdesk.reads.week_end.refused import RefusedRow
    from kamdesk.reads.week_end.waiting import WaitingRow

SCROLLED = ("hand", "circle")
"""Parts that are higher than a low window."""


class WeekEndPage(Page):
    """``standing_read`` tells how many conflicts wait and when a package last went or came; what a part wants done
    elsewhere is its own signal."""

    standing_read = Signal(object)

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self.monday = desk.today() - timedelta(days=desk.today().weekday())
        self._standing = Standing()
        self._started = False
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._visits, self._missed = Chip(theme), Chip(theme)
        yield
        self.gaps = GapsPanel(desk)
        yield
        self.hand = HandPanel(desk)
        yield
        self.take = TakePanel(desk)
        yield
        self.close_week = ClosePanel(desk)
        yield
        self.odds = OddsPanel(desk)
        yield
        self.waiting = WaitingPanel(desk)
        yield
        self.history = HistoryPanel(desk)
        yield
        self.circle = CirclePanel(desk)
        yield
        self._panels: dict[str, Panel] = {
            "gaps": self.gaps, "close": self.close_week, "hand": self.hand, "take": self.take, "odds": self.odds,
            "waiting": self.waiting, "history": self.history, "circle": self.circle,
        }  # fmt: skip
        self._stack = Filling()
        for name, panel in self._panels.items():
            self._stack.addWidget(scrolled(panel) if name in SCROLLED else panel)
        self.left = Left(theme, self.odds.list)
        yield
        card = frame(column((self._stack, 1)), "card", (18, 14, 18, 14))
        head = row(self._title, 4, (self._sub, 1), self._visits, self._missed)
        body = row(self.left, (card, 1), gap=14)
        self.setLayout(column(head, (body, 1), gap=12, margins=self.density.margins()))
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.left.picked.connect(self.show_part)
        for number, name in enumerate(self._panels, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.show_part, name))
        self.gaps.on_asked.connect(lambda: self.show_part("close"))
        self.close_week.gaps_asked.connect(lambda: self.show_part("gaps"))
        self.close_week.on_asked.connect(lambda: self.show_part("hand"))
        self.odds.list.clicked.connect(lambda _: self._show_odds())
        self.odds.list.opened.connect(lambda _: self.show_part("odds"))
        self.odds.counted.connect(self._on_counted)
        self.circle.known.connect(self._on_circle)
        self.hand.circle_asked.connect(lambda: self.show_part("circle"))
        self.take.sight_asked.connect(lambda: self.show_part("take"))
        self.take.circle_asked.connect(lambda: self.show_part("circle"))
        self.take.odds_asked.connect(lambda: self.show_part("odds"))
        self.take.taken.connect(lambda _: self._read_around())
        self.hand.packed.connect(self._on_packed)
        self.history.hand_asked.connect(lambda: self.show_part("hand"))

    # parts

    def part(self) -> str:
        return list(self._panels)[self._stack.currentIndex()]

    def show_part(self, name: str) -> None:
        """Bring a part to the front, with the keys in it."""
        self._started = True
        number = list(self._panels).index(name)
        self.left.mark(name)
        self._stack.setCurrentIndex(number)
        panel = self._panels[name]
        if name == "hand":
            self.hand.read()
        panel.begin()

    def _show_odds(self) -> None:
        """A conflict was clicked: it is shown, and the keys stay in the list."""
        self.show_part("odds")

    def show_week(self, monday: date) -> None:
        """The end of another week."""
        if monday != self.monday:
            self.monday = monday
            self._say_head()
            self._read_missing()

    # reading

    def arrive(self) -> None:
        super().arrive()
        self._panels[self.part()].begin()

    def read(self) -> None:
        self._read_missing()
        self._read_around()

    def _read_around(self) -> None:
        self.circle.read()
        self.odds.read()
        self._read_packages()
        self._read_waiting()
        if self.part() == "hand":
            self.hand.read()

    def _read_waiting(self) -> None:
        runner, words = self.desk.runner, self.desk.speech.words
        runner.read(jobs.waiting_rows, done=self._show_waiting, latest=True)
        runner.read(jobs.refused_rows, done=self._show_refused, latest=True, words=words)

    def _on_packed(self) -> None:
        """What comes back is looked for where it went."""
        self.take.folder = self.hand.folder()
        self._read_packages()

    def _read_packages(self) -> None:
        self.desk.runner.read(jobs.packages, done=self._show_packages, latest=True)

    def _read_missing(self) -> None:
        self.desk.runner.read(
            jobs.week_missing,
            done=self._show_missing,
            latest=True,
            monday=self.monday,
            now=self.desk.now(),
            holidays=self.desk.holidays,
        )
        self.desk.runner.read(jobs.closings, done=self._show_closings, latest=True)

    def take_changes(self, changes: Changes) -> None:
        self._read_missing()
        self.odds.read()
        self.circle.read()
        self._read_waiting()
        if self.part() == "hand":
            self.hand.read()

    def _show_missing(self, missing: WeekMissing) -> None:
        if missing.monday != self.monday:
            return
        self._standing.missing = missing
        self.gaps.show_missing(missing)
        self.close_week.show_missing(missing)
        self._say_closed()
        self._say_head()
        self._say_steps()
        if not self._started:
            self._started = True
            self._begin_where_it_stands()
        self.rows_shown.emit()

    def _show_closings(self, closings: tuple[Closing, ...]) -> None:
        self._standing.closings_read = True
        self.close_week.show_closings(closings)
        self._say_closed()
        self._say_steps()

    def _say_closed(self) -> None:
        self._standing.closing = self.close_week.closing()
        self.hand.show_week(self.monday, closed=self.close_week.is_closed())

    def _begin_where_it_stands(self) -> None:
        """The first time: at the first step that is to be done."""
        if not self._standing.missing or not self._standing.missing.items:
            self.show_part("hand")
        else:
            self.gaps.begin()

    def _show_packages(self, lines: tuple[PackageLine, ...]) -> None:
        self._standing.lines = lines
        self.history.show_lines(lines)
        self._say_steps()
        self._tell_standing()

    def _tell_standing(self) -> None:
        lines = self._standing.lines
        self.standing_read.emit(jobs.SyncState(self._standing.conflicts or 0, lines[0].at if lines else None))

    def _show_waiting(self, rows: tuple[WaitingRow, ...]) -> None:
        self.waiting.show_rows(rows)
        self._say_waiting()

    def _show_refused(self, rows: tuple[RefusedRow, ...]) -> None:
        self.waiting.show_refused(rows)
        self._say_waiting()

    def _say_waiting(self) -> None:
        self._standing.waiting = self.waiting.count()
        self.left.say_more(self._standing)

    def _on_circle(self, circle: jobs.Circle) -> None:
        self._standing.known = sum(peer.removed_at is None for peer in circle.peers)
        self.hand.show_circle(circle)
        self.take.own_rep = circle.card.rep
        self.left.say_more(self._standing)

    def _on_counted(self, number: int) -> None:
        self._standing.conflicts, self._standing.settled = number, self.odds.settled_count()
        self._say_odds()
        self._say_steps()
        self._tell_standing()

    # its looks and words

    def restore(self, out: object, came: object, usual: Path) -> None:
        """Where packages were put and taken from at the last run; ``usual`` is where they are put at the first."""
        self.hand.place.last = Path(str(out)) if out else None
        self.take.folder = Path(str(came or out)) if came or out else None
        self.hand.place.usual = usual

    def to_keep(self) -> dict[str, object]:
        return {"out": str(self.hand.folder() or ""), "came": str(self.take.folder or "")}

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self.left.set_density(density)

    def _say_head(self) -> None:
        speech = self.desk.speech
        week = speech.text("date.week_short", week=self.monday.isocalendar().week)
        span = speech.span(self.monday, self.monday + timedelta(days=6))
        self._sub.setText(speech.joined((speech.raised(week), span)))
        missing = self._standing.missing
        for chip in (self._visits, self._missed):
            chip.setVisible(missing is not None and missing.visits > 0)
        if missing is not None:
            said = self.tr("{all} visits, {recorded} recorded")
            self._visits.show_text(
                said.format(all=missing.visits, recorded=missing.recorded), icon="circle-check"
            )
            self._missed.show_text(self.tr("%n missed", "", missing.missed), icon="circle-x")

    def _say_odds(self) -> None:
        self.left.say_odds(self.odds.to_choose(), self.odds.settled_count(), self.odds.model.rowCount())

    def _say_steps(self) -> None:
        self.left.say_steps(states(self._standing, self.gaps, STEPS))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Week end"))
        for panel in self._panels.values():
            panel.retranslate()
        self._say_head()
        self._say_steps()
        self.left.say_more(self._standing)
        self._say_odds()
