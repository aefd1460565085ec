"""The three looks of the line: the week as a grid, the whole cycle, the week as a list; and the stop chosen in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from kamdesk.qt.cycleview.view import CycleView
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stops import StopsModel
from kamdesk.qt.pages.line.asked import Place
from kamdesk.qt.pages.line.cycle_sheet import cycle_sheet
from kamdesk.qt.pages.line.sheet import week_sheet
from kamdesk.qt.pages.line.stop_list import StopList
from kamdesk.qt.weekgrid.grid import WeekGrid
from kamdesk.qt.weekgrid.rows import StopBlock

if TYPE_CHECKING:
    from kamdesk.reads.cycle import CycleLine
    from kamdesk.reads.line import RestingSlot, WeekLine
    from kamdesk.reads.stops import Stop

REST = "rest:"
WEEK, CYCLE, LIST = range(3)


class LineLooks(QStackedWidget):
    """Stops are known by their keys; ``chose`` gives the key of another one. What is shown is handed in."""

    chose = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._week: WeekLine | None = None
        self.cycle: CycleLine | None = None
        self.grid = WeekGrid(theme)
        self.cycle_view = CycleView(theme)
        self.cycle_area = QScrollArea()
        self.cycle_area.setWidgetResizable(True)
        self.cycle_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cycle_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cycle_area.setWidget(self.cycle_view)
        self.stops = StopsModel(self)
        self.list = StopList(desk, self.stops)
        for look in (self.grid, self.cycle_area, self.list):
            self.addWidget(look)
        self.grid.chosen.connect(self.chose)
        self.cycle_view.chosen.connect(self.chose)
        self.list.chosen.connect(self.grid.select)

    # what is shown

    def show_week(self, week: WeekLine) -> None:
        self._week = week
        sheet = week_sheet(week, self._desk.now(), self._desk.speech)
        self.grid.set_sheet(sheet)
        self.stops.set_rows(sheet)

    def show_cycle(self, cycle: CycleLine, monday: date) -> None:
        """The cycle, with the week of ``monday`` in sight."""
        self.cycle = cycle
        self.cycle_view.set_sheet(cycle_sheet(cycle, monday, self._desk.speech))
        shown = next((n for n, week in enumerate(cycle.weeks) if week.monday == monday), 0)
        row_of = self.cycle_view.cell_rect((shown, 0)).toRect()
        self.cycle_area.ensureVisible(0, row_of.bottom(), 0, 8)
        if not self.cycle_view.selected() and self.cycle_view.sheet().stop(self.grid.selected()):
            self.cycle_view.select(self.grid.selected())

    def in_cycle(self) -> bool:
        return self.currentIndex() == CYCLE

    def focus_look(self) -> None:
        (self.grid, self.cycle_view, self.list)[self.currentIndex()].setFocus()

    # stops

    def chosen(self) -> str:
        """The key of the chosen stop; empty for none."""
        return self.cycle_view.selected() if self.in_cycle() else self.grid.selected()

    def select(self, key: str) -> None:
        (self.cycle_view if self.in_cycle() else self.grid).select(key)

    def reveal(self, key: str) -> None:
        """Choose a stop and bring it into sight."""
        self.select(key)
        self.focus_look()
        if self.in_cycle():
            at = self.cycle_view.rect_of(key).center().toPoint()
            self.cycle_area.ensureVisible(at.x(), at.y(), 0, 60)

    def block(self, key: str) -> StopBlock | None:
        """A stop as it is drawn, in the week or in the cycle."""
        if self.in_cycle():
            stop = self.cycle_view.sheet().stop(key)
            return stop.block if stop is not None else None
        return self.grid.sheet().block(key)

    def week_of(self, key: str) -> date | None:
        """The Monday of the week of the cycle in which a stop is seen; None outside the look of the cycle."""
        stop = self.cycle_view.sheet().stop(key) if self.in_cycle() else None
        return self.cycle_view.sheet().weeks[stop.week].monday if stop is not None else None

    def stop(self, key: str) -> Stop | None:
        return next((stop for stop in self._all() if stop.key == key), None)

    def resting(self, key: str) -> RestingSlot | None:
        """The slot that is off this week, where ``key`` stands for one."""
        if self._week is None or not key.startswith(REST):
            return None
        return next((rest for rest in self._week.resting if rest.slot.id == key.removeprefix(REST)), None)

    def warned(self) -> list[Stop]:
        """The stops of the look that are to be looked at."""
        seen = self._of_cycle() if self.in_cycle() and self.cycle else self._of_week()
        return [stop for stop in seen if stop.warnings and stop.state == "planned"]

    def _all(self) -> list[Stop]:
        return [*self._of_week(), *(self._of_cycle() if self.in_cycle() else ())]

    def _of_week(self) -> list[Stop]:
        return list(self._week.stops) if self._week else []

    def _of_cycle(self) -> list[Stop]:
        return [stop for week in self.cycle.weeks for stop in week.stops] if self.cycle else []

    # a stop in the hand

    def anchor(self, key: str, over: QWidget) -> QRect:
        """Where a popover over the page belongs: beside the stop, or in the middle of the list."""
        if self.currentIndex() == LIST:
            return QRect(self.list.mapTo(over, QPoint(self.list.width() // 3, 60)), self.list.size() / 8)
        look = self.cycle_view if self.in_cycle() else self.grid
        rect = look.rect_of(key).toRect()
        if rect.isEmpty():
            rect = QRect(look.rect().center(), look.size() / 8)
        return QRect(look.mapTo(over, rect.topLeft()), rect.size())

    def hold(self, key: str, monday: date, place: Place) -> None:
        """Show a stop as a draft in another place."""
        if self.in_cycle():
            mondays = [week.monday for week in self.cycle_view.sheet().weeks]
            if monday in mondays:
                self.cycle_view.hold(key, (mondays.index(monday), place.weekday))
        else:
            self.grid.hold_at(key, place.weekday, place.start, place.minutes)

    def put_back(self) -> None:
        self.grid.put_back()
        self.cycle_view.put_back()

    def retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("The week's stops"))
        self.grid.setWhatsThis(
            self.tr(
                "Arrows choose a stop, Enter opens it. Shift and arrows move it, Enter then asks who wanted it."
            )
        )
        self.cycle_view.setAccessibleName(self.tr("The stops of the whole cycle"))
