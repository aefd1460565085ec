"""What the view of the cycle shows, as frozen rows; a place is (week, weekday), both from 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from kamdesk.qt.weekgrid.rows import StopBlock

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CycleStop:
    """A stop as the grid shows it, with its week and its slot (empty for a visit without one)."""

    block: StopBlock
    week: int
    slot_id: str

    @property
    def place(self) -> Place:
        return self.week, self.block.day


@dataclass(frozen=True, slots=True)
class CycleDay:
    """``load`` says stops, kilometres and time on the road, each a text; ``note`` a holiday or leave."""

    date: date
    load: tuple[str, ...]
    note: str = ""
    off: bool = False
    today: bool = False
    stops: tuple[CycleStop, ...] = ()


@dataclass(frozen=True, slots=True)
class CycleWeek:
    """``shown`` is the week that the grid shows."""

    monday: date
    title: str
    span: str
    load: tuple[str, ...]
    days: tuple[CycleDay, ...]
    shown: bool = False


@dataclass(frozen=True, slots=True)
class CycleSheet:
    """The weeks from above, their days as ``names`` says them."""

    names: tuple[str, ...] = ()
    weeks: tuple[CycleWeek, ...] = ()

    def stops(self) -> list[CycleStop]:
        return [stop for week in self.weeks for day in week.days for stop in day.stops]

    def stop(self, key: str) -> CycleStop | None:
        return next((stop for stop in self.stops() if stop.block.key == key), None)

    def day(self, place: Place) -> CycleDay:
        return self.weeks[place[0]].days[place[1]]


def next_stop(sheet: CycleSheet, at: CycleStop | None, key: Qt.Key) -> CycleStop | None:
    """Where an arrow leads: up and down through a weekday of all weeks, left and right to the day beside."""
    stops = sheet.stops()
    if at is None or at not in stops:
        return stops[0] if stops else None
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        same = [stop for stop in stops if stop.block.day == at.block.day]
        place = same.index(at) + (1 if key == Qt.Key.Key_Down else -1)
        return same[place] if 0 <= place < len(same) else None
    right = key == Qt.Key.Key_Right
    row = [s for s in stops if s.week == at.week and (s.block.day > at.block.day) == right]
    row = [s for s in row if s.block.day != at.block.day]
    if not row:
        return None
    day = (min if right else max)(s.block.day for s in row)
    return min((s for s in row if s.block.day == day), key=lambda s: abs(s.block.start - at.block.start))


def shifted(sheet: CycleSheet, place: Place, key: Qt.Key) -> Place:
    """The place beside ``place`` in the direction of an arrow; the same one at the edge."""
    week, day = place
    week += {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
    day += {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
    inside = 0 <= week < len(sheet.weeks) and 0 <= day < len(sheet.names)
    return (week, day) if inside else place
