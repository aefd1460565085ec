"""The week that is looked at: one for the whole window, stepped from the top bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.book_state import BookState


class WeekInView(QObject):
    """``monday`` begins it; ``shown`` gives that of another week. The line shows it where it stands."""

    shown = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.monday = self._this_monday()
        window.top.week_asked.connect(self.step)

    def step(self, weeks: int) -> None:
        """The week before, the one after, or (0) this week."""
        if self._desk.runner.is_open():
            self.show(self._this_monday() if weeks == 0 else self.monday + timedelta(days=7 * weeks))

    def show_this(self) -> None:
        self.show(self._this_monday())

    def suit(self, page: str) -> None:
        """Today is in this week, and a week to come cannot be ended: who goes to such a page sees its week."""
        this = self._this_monday()
        if (page == "today" and self.monday != this) or (page == "week_end" and self.monday > this):
            self.show(this)

    def show(self, monday: date) -> None:
        """Look at another week."""
        self.monday = monday
        if self._window.made("line") and self._window.line.monday != monday:
            self._window.line.show_week(monday)
        self.shown.emit(monday)
        self.say()

    def name(self) -> str:
        """``第48周`` or ``Week 48``."""
        speech = self._desk.speech
        return speech.raised(speech.text("date.week_short", week=self.monday.isocalendar().week))

    def say(self) -> None:
        """Week number, days and place in the cycle."""
        speech, monday = self._desk.speech, self.monday
        title = self.name()
        state = self._window.books.state()
        cycle = ""
        if state is not None and state.anchor_monday is not None:
            place = (monday - state.anchor_monday).days // 7 % state.cycle_weeks + 1
            cycle = self.tr("week {n} of {all} in the cycle").format(n=place, all=state.cycle_weeks)
        self._window.title.say()
        span = speech.span(monday, monday + timedelta(days=6))
        current = monday == self._this_monday()
        self._window.top.show_week(title, speech.joined((span, cycle)), current, self._about(cycle, state))

    def _about(self, cycle: str, state: BookState | None) -> str:
        """What the cycle is, where it is counted from."""
        if not cycle or state is None or state.anchor_monday is None:
            return ""
        said = self.tr(
            "The line repeats every {all} weeks: that is its cycle. A fixed visit of every other week, or of every "
            "{all} weeks, falls into some of them. Counted from Monday {day}; it stands under Settings, Line."
        )
        day = self._desk.speech.full_day(state.anchor_monday)
        return said.format(all=state.cycle_weeks, day=day)

    def _this_monday(self) -> date:
        today = self._desk.today()
        return today - timedelta(days=today.weekday())
