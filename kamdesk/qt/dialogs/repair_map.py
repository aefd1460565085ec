"""The way of a day that takes visits which are made up for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.map_sketch import MapSketch, map_stop
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.reads.line_repair import Left, MadeUp, Repair


class RepairMap(QWidget):
    """The day of the visit in hand with all that are chosen for it; below it who is visited when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = Elided(desk.theme, "caption", "text2")
        self.sketch = MapSketch(desk)
        self._stops = label(desk.theme, "caption", "text2", wrap=True)
        self.setLayout(column(self._name, (self.sketch, 1), self._stops, gap=6))

    def show_day(self, found: Repair, current: MadeUp | Left | None, chosen: Sequence[MadeUp]) -> None:
        """``current`` is drawn even where it is not chosen; without a day of its own nothing is drawn."""
        speech = self._desk.speech
        on = getattr(current, "on", None)
        day = next((each for each in found.days if each.date == on), None)
        if day is None:
            self._name.setText("")
            self._stops.setText("")
            self.sketch.show_stops((), None)
            return
        made = [each for each in found.made_up if each.on == on and (each in chosen or each is current)]
        stops = [(each.start or 0, each.account, False) for each in day.standing]
        stops += [(each.start, each.visit.account, True) for each in made]
        stops.sort(key=lambda each: each[0])
        said = self.tr("{weekday} {day} with what is made up for")
        self._name.setText(said.format(weekday=speech.weekday(day.date), day=speech.day(day.date)))
        placed, unplaced = [], []
        for _, account, new in stops:
            spot = map_stop(account, chosen=new)
            if spot is None:
                unplaced.append(account.called)
            else:
                placed.append(spot)
        self.sketch.show_stops(placed, (found.start.latitude, found.start.longitude), unplaced)
        self._stops.setText(speech.joined(f"{clock(start)} {account.called}" for start, account, _ in stops))
