"""Today's week and the proposed one as timetables side by side: the same hours, one week of the cycle at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.proposal_sheet import change_words, changed, compared_week, monday_in
from kamdesk.qt.weekgrid.compared import GONE, LEFT, LOOKS, MOVED, NEW, ComparedWeek
from kamdesk.qt.weekgrid.geometry import HEAD
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import Elided
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.planning.problem import Slot
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_parts import Part

GAP = 12
ARROW = 44
"""What a choice needs beside its words."""


class ProposalWeeks(QWidget):
    """``picked``: a visit is chosen in one of the two; the other one shows it as well. ``tools`` choose the week and
    say what the marks mean; they stand where its owner puts them.
    """

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._found: LineProposal | None = None
        self._part: Part | None = None
        self._picked = ""
        self.week = Combo()
        self._legend: dict[str, Chip] = {}
        for change in (NEW, MOVED, LEFT, GONE):
            icon, tone, ground = LOOKS[change]
            self._legend[change] = Chip(theme, icon=icon, edge=tone if ground is None else None)
        self._names = (Elided(theme, "captionStrong"), Elided(theme, "captionStrong"))
        self.weeks = (ComparedWeek(theme), ComparedWeek(theme))
        self.tools = QWidget()
        self.tools.setLayout(row(self.week, 6, *self._legend.values(), None, gap=6))
        both = QWidget()
        both.setObjectName("formBody")
        both.setLayout(row((self.weeks[0], 1), (self.weeks[1], 1), gap=GAP))
        self.area = area = QScrollArea()
        area.setWidget(both)
        area.setWidgetResizable(True)
        area.viewport().setObjectName("formBody")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(row((self._names[0], 1), (self._names[1], 1), gap=GAP), (area, 1), gap=6))
        self.week.currentIndexChanged.connect(lambda place: self._show())
        area.verticalScrollBar().valueChanged.connect(self._keep_heads)
        for week in self.weeks:
            week.chosen.connect(self._pick)
            week.turned.connect(self._turn)
        self.retranslate()

    def show_part(self, found: LineProposal, part: Part) -> None:
        """``part`` is what is chosen of what was found."""
        first = self._found is not found
        self._found, self._part = found, part
        if first:
            self._picked = ""
            self._fill_weeks()
        self._show()

    def look_at(self, stop: str) -> None:
        """Show a visit in both weeks, in a week of the cycle in which it is due as it is to be."""
        if self._found is None or self._part is None or stop == self._picked:
            return
        self._picked = stop
        slot = self._slot(self._part, stop) or self._slot(self._found.whole, stop)
        every = {each.id: each.every_weeks for each in self._found.book.problem.stops}
        week = self.week.currentIndex()
        if slot is not None and week % every[stop] != slot.first_week:
            with QSignalBlocker(self.week):
                self.week.setCurrentIndex(slot.first_week)
        self._show()
        self._bring_in_sight()

    def _slot(self, line: Part, stop: str) -> Slot | None:
        return next((slot for slot in line.slots if slot.id == stop), None)

    def _pick(self, stop: str) -> None:
        """One of the two chose a visit."""
        if not stop or stop == self._picked:
            return
        self._picked = stop
        self._show()
        self._bring_in_sight()
        self.picked.emit(stop)

    def _turn(self, by: int) -> None:
        place = self.week.currentIndex() + by
        if 0 <= place < self.week.count():
            self.week.setCurrentIndex(place)

    def _fill_weeks(self) -> None:
        assert self._found is not None
        book, speech = self._found.book, self._desk.speech
        since = self._found.seen_from()
        first = (monday_of(since) - book.rep.anchor_monday).days // 7 % book.problem.cycle_weeks
        place = self.week.currentIndex() if self.week.count() == book.problem.cycle_weeks else first
        with QSignalBlocker(self.week):
            self.week.clear()
            for number in range(book.problem.cycle_weeks):
                day = speech.day(monday_in(book, since, number))
                said = self.tr("Week {number}, next from {day}").format(number=number + 1, day=day)
                self.week.addItem(said)
            self.week.setCurrentIndex(min(place, self.week.count() - 1))
        widest = max(self._desk.theme.width(self.week.itemText(n), "body") for n in range(self.week.count()))
        self.week.setMinimumWidth(round(widest) + ARROW)

    def _show(self) -> None:
        found, part = self._found, self._part
        if found is None or part is None:
            return
        week, speech = max(self.week.currentIndex(), 0), self._desk.speech
        changes = changed(found.today, part)
        said = (
            self.tr("Today: {minutes} min on the road in this week"),
            self.tr("As chosen: {minutes} min on the road in this week"),
        )
        sides = zip(self.weeks, (found.today, part), changes, self._names, said, strict=True)
        for grid, line, marked, name, text in sides:
            blocked = QSignalBlocker(grid)
            grid.show_week(compared_week(found, line, week, marked, self._picked, speech), marked)
            grid.select(self._picked if self._slot(line, self._picked) else "")
            blocked.unblock()
            name.setText(text.format(minutes=round(sum(line.travel[week]))))
        shown = {change for marked in changes for change in marked.values()}
        for change, chip in self._legend.items():
            chip.setVisible(change in shown)

    def _bring_in_sight(self) -> None:
        inside = self.area.widget()
        for grid in self.weeks:
            rect = grid.rect_of(self._picked)
            if inside is not None and not rect.isEmpty():
                center = grid.mapTo(inside, rect.center().toPoint())
                room = round(rect.height() / 2) + HEAD
                self.area.ensureVisible(center.x(), center.y(), 8, min(room, self.area.height() // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_in_sight)

    def _keep_heads(self, top: int) -> None:
        for grid in self.weeks:
            grid.show_from(top)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.week.setAccessibleName(self.tr("Week of the cycle to be compared"))
        self.weeks[0].setAccessibleName(self.tr("Timetable of today's line"))
        self.weeks[1].setAccessibleName(self.tr("Timetable of the line as chosen"))
        for change, chip in self._legend.items():
            icon, tone, ground = LOOKS[change]
            chip.show_text(change_words(change), tone, ground, icon)
        if self._found is not None:
            self._fill_weeks()
            self._show()
