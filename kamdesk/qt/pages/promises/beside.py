"""The panel beside the list: the chosen promise, the causes, the rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from kamdesk.domain.promises_kept import Span
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.promises.figures import Causes, Rates
from kamdesk.qt.widgets.details import DetailPane
from kamdesk.qt.widgets.layouts import column, row, set_role
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.reads.promises import PromiseFigures

DETAIL, CAUSES, RATES = range(3)
WIDTH = 380


class Beside(QFrame):
    """``span_asked`` wants the figures of another period."""

    span_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.parts = Segments(desk.theme, 3)
        self.detail = DetailPane(desk.theme)
        set_role(self.detail, "plain")
        self.causes, self.rates = Causes(desk), Rates(desk)
        self._stack = QStackedWidget()
        for part in (self.detail, self.causes, self.rates):
            self._stack.addWidget(part)
        self.setLayout(column(row(self.parts, None), (self._stack, 1), gap=8, margins=(12, 10, 12, 10)))
        self.span = Span.YEAR.value
        for figure in (self.causes, self.rates):
            figure.period.choose(self.span)
            figure.period.changed.connect(self._choose_span)
        self.parts.picked.connect(self._stack.setCurrentIndex)
        self.retranslate()

    def show_part(self, number: int) -> None:
        self.parts.set_choice(number)
        self._stack.setCurrentIndex(number)

    def show_figures(self, figures: PromiseFigures) -> None:
        self.causes.show_figures(figures)
        self.rates.show_figures(figures)

    def _choose_span(self, span: str) -> None:
        self.span = span
        for figure in (self.causes, self.rates):
            figure.period.choose(span)
        self.span_asked.emit(span)

    def retranslate(self) -> None:
        self.parts.set_labels(self.tr("The promise"), self.tr("Causes"), self.tr("Kept rate"))
        self.causes.retranslate()
        self.rates.retranslate()
