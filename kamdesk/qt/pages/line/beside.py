"""What stands beside the grid: the day's way, what is to be looked at, and who waits for a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.slot import Proposal
from kamdesk.qt.models.called import apart
from kamdesk.qt.models.entries import EntriesModel, Entry, Unmade
from kamdesk.qt.pages.line.map_sketch import MapSketch, map_stop
from kamdesk.qt.pages.line.sheet import USUAL_MINUTES, dots, long_warning
from kamdesk.qt.pages.page import Density
from kamdesk.qt.speech import Speech, clock, duration
from kamdesk.qt.weekgrid.rows import StopBlock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip, Icon

if TYPE_CHECKING:
    from kamdesk.reads.line import LineDay, WeekLine
    from kamdesk.reads.slots import Unplaced
    from kamdesk.reads.stops import Stop

WIDTH = 358


class Beside(QWidget):
    """``step_asked`` wants the next stop to be looked at, ``place_asked`` gives an account to put on the line,
    ``start_asked`` wants to say from where the day begins.
    """

    step_asked = Signal()
    place_asked = Signal(str)
    start_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._map_title = label(theme, "heading")
        self._map_facts = Elided(theme, "caption", "text2")
        self.map = MapSketch(desk)
        head = row(Icon(theme, "map-pin"), self._map_title, None, self._map_facts)
        self._map_card = frame(column(head, (self.map, 1), gap=8), "card", (12, 10, 12, 12))
        self._look = Elided(theme, "caption", "warn")
        self._step = Button(theme, kind="link")
        self._step.clicked.connect(self.step_asked)
        strip = row(Icon(theme, "triangle-alert", "warn"), (self._look, 1), self._step)
        self._strip: QFrame = frame(strip, "warn", (12, 4, 10, 4))
        self._tray_title = label(theme, "heading")
        self._count = Chip(theme, style="microStrong", height=18)
        self.tray = EntriesView(theme, EntriesModel(self), drag=True)
        self.tray.opened.connect(self.place_asked)
        self._none = label(theme, "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        nobody = QWidget()
        nobody.setLayout(column(self._none, None, margins=(4, 2, 0, 0)))
        self._stack.addWidget(self.tray)
        self._stack.addWidget(nobody)
        self._hint = Elided(theme, "caption", "text3")
        self._no_start = Elided(theme, "caption", "warn")
        self.start = Button(theme, kind="link", small=True)
        self.start.clicked.connect(self.start_asked)
        self._start_strip = QWidget()
        self._start_strip.setLayout(
            row(Icon(theme, "triangle-alert", "warn"), (self._no_start, 1), self.start, gap=6)
        )
        self._start_strip.hide()
        tray_head = row(Icon(theme, "inbox"), self._tray_title, self._count, None)
        self._tray_card = frame(
            column(tray_head, self._start_strip, (self._stack, 1), self._hint, gap=6), "card", (12, 10, 6, 8)
        )
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        left = QWidget()
        left.setLayout(column((self._map_card, 1), self._strip, gap=12))
        self._box.addWidget(left, 5)
        self._box.addWidget(self._tray_card, 5)
        self._shown: tuple[LineDay, WeekLine, str] | None = None
        self._waiting: tuple[Sequence[Unplaced], date] | None = None
        self._proposed: dict[str, jobs.Proposed | None] = {}
        self._apart: dict[str, str] = {}
        self.retranslate()

    def set_density(self, density: Density) -> None:
        """In a narrow window the cards stand side by side below the grid."""
        across = QBoxLayout.Direction.LeftToRight if density.narrow else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across)
        if density.narrow:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
            self.setFixedHeight(220)
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16777215)
            self.setFixedWidth(WIDTH)

    # the day's way

    def show_day(self, day: LineDay, week: WeekLine, chosen: str) -> None:
        self._shown = (day, week, chosen)
        home = None
        if week.rep.home_latitude is not None and week.rep.home_longitude is not None:
            home = (week.rep.home_latitude, week.rep.home_longitude)
        self._start_strip.setVisible(home is None)
        drawn = [
            (s, map_stop(s.account, done=s.state == "done", chosen=s.key == chosen)) for s in day.standing
        ]
        spots = [spot for _, spot in drawn if spot is not None]
        self.map.show_stops(spots, home, [s.account.called for s, spot in drawn if spot is None])
        self._say_day()

    def _say_day(self) -> None:
        if self._shown is None:
            return
        day, _, _ = self._shown
        speech = self._desk.speech
        weekday = speech.raised(speech.text(f"weekday.{day.date.weekday()}"))
        self._map_title.setText(self.tr("{day}'s way").format(day=weekday))
        ways = [stop.travel for stop in day.standing if stop.travel is not None]
        if day.way_home is not None:
            ways.append(day.way_home)
        facts = [speech.text("unit.stops", n=len(day.standing))]
        if ways:
            facts.append(speech.text("unit.kilometres", n=round(sum(way.kilometres for way in ways))))
            driving = duration(sum(way.minutes for way in ways))
            facts.append(self.tr("{time} driving").format(time=driving))
        self._map_facts.setText(speech.joined(facts))

    # what is to be looked at

    def show_warnings(self, stops: Sequence[Stop], chosen: Stop | None) -> None:
        """How many stops are to be looked at; of a chosen one, why."""
        speech = self._desk.speech
        self._strip.setVisible(bool(stops))
        if chosen is not None and chosen.warnings:
            self._look.setText(speech.joined(long_warning(warning, speech) for warning in chosen.warnings))
        else:
            self._look.setText(
                speech.joined((self.tr("%n stops to look at", "", len(stops)), *_kinds(stops, speech)))
            )

    # who waits for a place

    def show_waiting(self, waiting: Sequence[Unplaced], today: date) -> None:
        self._waiting = (waiting, today)
        self._count.show_text(f"{len(waiting):,}")
        self._count.setVisible(bool(waiting))
        ids = [row.account.id for row in waiting]
        self._apart = apart(row.account for row in waiting)
        self.tray.show_rows(Unmade(ids, lambda place: self._entry(waiting[place], today)))
        self._stack.setCurrentIndex(0 if waiting else 1)
        self._hint.setVisible(bool(waiting))

    def show_proposals(self, proposed: dict[str, jobs.Proposed | None]) -> None:
        """Where each of those who wait would fit best; None for one that can't be reached in a day."""
        self._proposed = proposed
        if self._waiting is not None:
            self.show_waiting(*self._waiting)

    def proposal_of(self, account_id: str) -> Proposal | None:
        """The place proposed for an account that waits."""
        best = self._proposed.get(account_id)
        return Proposal(account_id, best.weekday, best.start, USUAL_MINUTES) if best is not None else None

    def _entry(self, unplaced: Unplaced, today: date) -> Entry:
        account, speech = unplaced.account, self._desk.speech
        tone = "text2"
        if unplaced.ended is not None:
            time = f"{speech.text(f'weekday.{unplaced.ended.slot.weekday}')} {clock(unplaced.ended.start)}"
            said = speech.joined((self.tr("was {time}").format(time=time), unplaced.end_reason or ""))
        elif unplaced.last_visit is None:
            said, tone = self.tr("never visited"), "warn"
        else:
            said = self.tr("last visited %n days ago", "", (today - unplaced.last_visit).days)
        said = speech.joined(each for each in (self._apart.get(account.id), said) if each)
        best = self._proposed.get(account.id)
        chip = ""
        if best is not None:
            time = f"{speech.raised(speech.text(f'weekday.{best.weekday}'))} {clock(best.start)}"
            chip = time if best.kilometres is None else f"{time} +{best.kilometres:.0f} km"
        far = account.id in self._proposed and best is None
        return Entry(
            account.id,
            account.called,
            said,
            quiet=account.district or account.city or "",
            badge=(account.value_class, bool(account.is_key)),
            detail_tone=tone,
            chip=self.tr("not reachable in a day") if far else chip,
            chip_tone="text2" if far else "accentText",
            chip_ground="sunken" if far else "accentSoft",
            stop=StopBlock(
                "",
                account.id,
                0,
                0,
                USUAL_MINUTES,
                account.name,
                account.called,
                account.value_class,
                bool(account.is_key),
                dots((True,) * 4),
            ),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._tray_title.setText(self.tr("Not on the line"))
        self.tray.setAccessibleName(self.tr("Accounts without a fixed visit"))
        self._step.set_label(self.tr("Step through"), "F8")
        self._hint.setText(self.tr("Drag onto the week; Enter takes the place proposed"))
        self._no_start.setText(self.tr("No place of departure: the way there is not counted"))
        self._no_start.setToolTip(
            self.tr(
                "Without the place from where the day begins, no time proposed leaves room for the way there."
            )
        )
        self.start.set_label(self.tr("Set it"))
        self.start.setAccessibleName(self.tr("Say from where the day begins"))
        self._none.setText(self.tr("Every active account has its fixed visit."))
        self._say_day()


def _kinds(stops: Sequence[Stop], speech: Speech) -> list[str]:
    """How many stops of each kind are to be looked at, the most frequent first."""
    counted = Counter(str(stop.warnings[-1].code) for stop in stops)
    return [f"{speech.text(f'paper.caution.{code}')} {n}" for code, n in counted.most_common(3)]
