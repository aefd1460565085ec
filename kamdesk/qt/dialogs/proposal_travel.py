"""Today's line and the proposed one side by side: minutes on the road day by day, the way of one day drawn twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.proposal_words import minutes_words
from kamdesk.qt.pages.line.map_sketch import MapSketch, map_stop
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.planning.problem import Slot
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_parts import Part

ROW_HEIGHT = 24
COLUMN_WIDTH = 104
LOWEST_MAP = 72
WIDEST = "1888 → 1888  −188"


class ProposalTravel(QWidget):
    """A row a day, a column a week; the day of the current cell is drawn below. What is compared is what is chosen.

    The ``heading`` stands where its owner puts it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: LineProposal | None = None
        self._part: Part | None = None
        self.heading = Elided(desk.theme, "caption", "text2")
        self.table = QTableWidget()
        table = self.table
        table.setProperty("edge", "true")
        table.setFont(desk.theme.font("caption"))
        table.setShowGrid(False)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self._names = (label(desk.theme, "caption", "text2"), label(desk.theme, "caption", "text2"))
        self.maps = (MapSketch(desk), MapSketch(desk))
        for sketch in self.maps:
            sketch.setMinimumHeight(LOWEST_MAP)
        drawn = [
            column(name, (sketch, 1), gap=4) for name, sketch in zip(self._names, self.maps, strict=True)
        ]
        self.setLayout(column(table, row((drawn[0], 1), (drawn[1], 1)), gap=6))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        table.currentCellChanged.connect(lambda *where: self._draw())
        self.retranslate()

    def show_part(self, found: LineProposal, part: Part) -> None:
        """``part`` is what is chosen of what was found."""
        first = self._found is not found
        self._found, self._part = found, part
        self._fill()
        if first:
            self.table.setCurrentCell(0, 0)
        self._draw()

    def look_at(self, stop: str) -> None:
        """The first day on which a stop is visited, as proposed or else as it is today."""
        if self._found is None:
            return
        proposal = self._found.proposal
        slots = {slot.id: slot for slot in (*self._found.today.slots, *self._found.whole.slots)}
        slot = slots.get(stop)
        if slot is None:
            return
        days = [day.weekday for day in proposal.settled.told.days]
        if slot.weekday in days:
            self.table.setCurrentCell(days.index(slot.weekday), slot.first_week)

    def _fill(self) -> None:
        assert self._found is not None
        assert self._part is not None
        problem = self._found.proposal.settled.told
        weeks, days = problem.cycle_weeks, len(problem.days)
        speech, table = self._desk.speech, self.table
        table.setRowCount(days + 1)
        table.setColumnCount(weeks + 1)
        week = [self.tr("Week {number}").format(number=number + 1) for number in range(weeks)]
        table.setHorizontalHeaderLabels([*week, self.tr("Mean week")])
        names = [speech.text(f"weekday.{day.weekday - 1}") for day in problem.days]
        table.setVerticalHeaderLabels([*names, self.tr("Sum")])
        before, after = self._found.today.travel, self._part.travel
        for place in range(days + 1):
            sums = [0.0, 0.0]
            for number in range(weeks):
                one, two = (
                    sum(each[number]) if place == days else each[number][place] for each in (before, after)
                )
                sums[0], sums[1] = sums[0] + one, sums[1] + two
                self._set(place, number, one, two)
            self._set(place, weeks, sums[0] / weeks, sums[1] / weeks)
        header = table.horizontalHeader()
        for section in range(weeks + 1):
            table.setColumnWidth(section, COLUMN_WIDTH)
        if weeks <= 4:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(header.sizeHint().height() + ROW_HEIGHT * (days + 1) + 4 + (weeks > 4) * 12)

    def _room(self) -> bool:
        """Whether a cell has room for the difference too."""
        width = self.width() / (self.table.columnCount() + 0.6)
        return width >= self._desk.theme.width(WIDEST, "caption") + 20

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._part is not None:
            place = self.table.currentRow(), self.table.currentColumn()
            self._fill()
            self.table.setCurrentCell(*place)

    def _set(self, place: int, number: int, one: float, two: float) -> None:
        told = minutes_words(one, two)
        item = QTableWidgetItem(minutes_words(one, two, difference=self._room()))
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if round(one) != round(two):
            item.setForeground(self._desk.theme.color("good" if two < one else "warn"))
        self.table.setItem(place, number, item)

    def _draw(self) -> None:
        if self._found is None or self._part is None:
            return
        problem = self._found.proposal.settled.told
        day = min(max(self.table.currentRow(), 0), len(problem.days) - 1)
        week = min(max(self.table.currentColumn(), 0), problem.cycle_weeks - 1)
        speech = self._desk.speech
        named = speech.joined(
            (
                self.tr("Week {number}").format(number=week + 1),
                speech.text(f"weekday.{problem.days[day].weekday - 1}"),
            )
        )
        sides = (
            (self.tr("Today: {day}, {minutes} min on the road"), self._found.today),
            (self.tr("As chosen: {day}, {minutes} min on the road"), self._part),
        )
        for (said, line), name, sketch in zip(sides, self._names, self.maps, strict=True):
            name.setText(said.format(day=named, minutes=round(line.travel[week][day])))
            self._sketch(sketch, line.slots, week, problem.days[day].weekday)

    def _sketch(self, sketch: MapSketch, slots: tuple[Slot, ...], week: int, weekday: int) -> None:
        assert self._found is not None
        book = self._found.book
        every = {stop.id: stop.every_weeks for stop in book.problem.stops}
        due = sorted(
            (slot.time, slot.id)
            for slot in slots
            if slot.weekday == weekday and week % every[slot.id] == slot.first_week
        )
        chosen = {each.stop for each in self._found.proposal.differences}
        stops, unplaced = [], []
        for _, stop in due:
            spot = map_stop(book.accounts[stop], chosen=stop in chosen)
            if spot is None:
                unplaced.append(book.called(stop))
            else:
                stops.append(spot)
        start = book.problem.start
        sketch.show_stops(stops, (start.latitude, start.longitude), unplaced)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Minutes on the road, today → with what is chosen (estimate)"))
        self.table.setAccessibleName(self.tr("Minutes on the road by day and week"))
        if self._part is not None:
            self._fill()
            self._draw()
