"""The day in words, beside the title of Today: date, lunar day, how many stops and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.labels import Elided

if TYPE_CHECKING:
    from kamdesk.reads.today import TodayBeside, TodayBoard


class DayHeading(Elided):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "body", "text2")
        self._desk = desk

    def show_day(self, board: TodayBoard, beside: TodayBeside | None) -> None:
        """``beside`` knows the lunar day; None before it was read."""
        speech, day, standing = self._desk.speech, board.today, board.day.line.standing
        said = speech.text("date.day_weekday", month=speech.text(f"month.{day.month}"), day=day.day,
                           weekday=speech.text(f"weekday_long.{day.weekday()}"))  # fmt: skip
        lunar = self.tr("lunar {day}").format(day=beside.lunar) if beside and beside.lunar else ""
        parts = [said, lunar if speech.language == "zh" else ""]
        if standing:
            ways = [stop.travel.kilometres for stop in standing if stop.travel]
            home = board.day.line.way_home
            kilometres = sum(ways) + (home.kilometres if home else 0)
            count = len(standing)
            stops = self.tr("%n stops", "", count)
            road = self.tr("{stops}, {n} km").format(stops=stops, n=round(kilometres))
            parts.append(road if ways else stops)
        self.setText(speech.joined(parts))
