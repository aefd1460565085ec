"""A line beside the one it would replace: as two timetables, or as minutes on the road with the way drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.proposal_travel import ProposalTravel
from kamdesk.qt.dialogs.proposal_weeks import ProposalWeeks
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_parts import Part

WEEKS, TRAVEL = range(2)


class ProposalSides(QWidget):
    """``picked``: a visit is chosen in a timetable."""

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.which = Segments(desk.theme, 2, ("calendar-days", "route"))
        self.weeks, self.travel = ProposalWeeks(desk), ProposalTravel(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.weeks)
        self._stack.addWidget(self.travel)
        self.setLayout(
            column(
                row(self.which, 4, (self.weeks.tools, 1), (self.travel.heading, 1)), (self._stack, 1), gap=6
            )
        )
        self.which.picked.connect(self._turn)
        self.weeks.picked.connect(self.picked)
        self._turn(WEEKS)
        self.retranslate()

    def show_part(self, found: LineProposal, part: Part) -> None:
        """``part`` is what is chosen of what was found."""
        self.weeks.show_part(found, part)
        self.travel.show_part(found, part)

    def look_at(self, stop: str) -> None:
        """Show where a visit stands, and where it would stand."""
        self.weeks.look_at(stop)
        self.travel.look_at(stop)

    def choose(self, which: int) -> None:
        self.which.set_choice(which)
        self._turn(which)

    def _turn(self, which: int) -> None:
        self._stack.setCurrentIndex(which)
        self.weeks.tools.setVisible(which == WEEKS)
        self.travel.heading.setVisible(which == TRAVEL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.which.set_labels(self.tr("Timetables"), self.tr("Minutes and way"))
        self.which.setAccessibleName(self.tr("How the two lines are compared"))
