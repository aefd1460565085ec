"""The week that is looked at: one for the whole window, stepped from the top bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


class WeekInView(QObject):
    """``monday`` begins it. The line shows it where it stands."""

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

    def show(self, monday: date) -> None:
        """Look at another week."""
        self.monday = monday
        if self._window.made("line") and self._window.line.monday != monday:
            self._window.line.show_week(monday)
        self.say()

    def say(self) -> None:
        """Week number, days and place in the cycle."""
        speech, monday = self._desk.speech, self.monday
        _, week, _ = monday.isocalendar()
        title = speech.raised(speech.text("date.week_short", week=week))
        state = self._window.books.state()
        cycle = ""
        if state is not None and state.anchor_monday is not None:
            place = (monday - state.anchor_monday).days // 7 % state.cycle_weeks + 1
            cycle = self.tr("week {n} of {all} in the cycle").format(n=place, all=state.cycle_weeks)
        span = speech.span(monday, monday + timedelta(days=6))
        self._window.top.show_week(title, speech.joined((span, cycle)), monday == self._this_monday())

    def _this_monday(self) -> date:
        today = self._desk.today()
        return today - timedelta(days=today.weekday())
