"""Beside the list: why promises were not kept, and how many were kept, over a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kamdesk.domain.promises_kept import Span
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.promise_figures import CausesModel, RatesModel, SmallTable, percent
from kamdesk.qt.pages.promises.pareto import ParetoChart
from kamdesk.qt.widgets.cells import HEIGHT
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.domain.promises_kept import CauseCount
    from kamdesk.reads.promises import AccountRate, PromiseFigures

NUMBER_WIDTH = 62


class FigureTable(QTableView):
    """A table to be read and walked; ``picked`` gives the row on a press or Enter."""

    picked = Signal(int)

    def __init__(self, desk: Desk, model: SmallTable) -> None:
        super().__init__()
        header = SortHeader(desk.theme, self)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT - 4)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, model.columnCount()):
            self.setColumnWidth(section, NUMBER_WIDTH)
        self.setMinimumHeight(96)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def fit_rows(self) -> None:
        """As high as the rows are: for a table of few."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setMaximumHeight(self.horizontalHeader().height() + rows + 4)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())


class PeriodChoice(QWidget):
    """This quarter, twelve months, or all; ``changed`` when another was chosen."""

    changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._segments = Segments(desk.theme, len(Span))
        self._segments.picked.connect(lambda number: self.changed.emit(list(Span)[number]))
        self.setLayout(row(self._segments, None))
        self.retranslate()

    def choose(self, span: str) -> None:
        self._segments.set_choice(list(Span).index(Span(span)))

    def retranslate(self) -> None:
        self._segments.set_labels(self.tr("This quarter"), self.tr("12 months"), self.tr("All"))


class Causes(QWidget):
    """The Pareto chart, and the same figures as a table; a bar or a row narrows the list to its cause."""

    picked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = CausesModel(desk.speech, self)
        self.period = PeriodChoice(desk)
        self.chart = ParetoChart(desk.theme)
        self.table = FigureTable(desk, self.model)
        self._said = label(desk.theme, "caption", "text2", wrap=True)
        self.setLayout(column(self.period, self._said, (self.chart, 3), (self.table, 4), gap=8))
        self.chart.picked.connect(self._pick)
        self.table.picked.connect(self._pick)
        self._chosen: str | None = None
        self.retranslate()

    def show_figures(self, figures: PromiseFigures) -> None:
        self.model.set_rows(figures.causes)
        self.table.fit_rows()
        self._say()

    def mark(self, cause: str | None) -> None:
        """The cause by which the list is narrowed ('' for none said); None for none."""
        self._chosen = cause
        numbers = [n for n, row in enumerate(self.model.rows()) if (row.cause or "") == cause]
        self.chart.choose(numbers[0] if cause is not None and numbers else -1)

    def _pick(self, number: int) -> None:
        self.picked.emit(self.model.rows()[number])

    def _say(self) -> None:
        rows: tuple[CauseCount, ...] = self.model.rows()
        names = [self.model.name(row) for row in rows]
        shown = bool(rows)
        self.chart.setVisible(shown)
        self.table.setVisible(shown)
        if not rows:
            self._said.setText(self.tr("In this period every promise that ended was kept as it was given."))
            return
        self._said.setText(
            self.tr("%n promises were late, broken or met in another way.", "", rows[0].total)
            + " "
            + self.tr("Press a bar: the list shows its promises.")
        )
        spoken = [f"{name} {row.count}" for name, row in zip(names, rows, strict=True)]
        self.chart.show_bars(rows, names, self.tr("Causes: {all}").format(all=", ".join(spoken)))
        self.mark(self._chosen)

    def retranslate(self) -> None:
        self.period.retranslate()
        self.table.setAccessibleName(self.tr("Causes"))
        self.model.set_rows(self.model.rows())
        self._say()


class Rates(QWidget):
    """The promise-kept rate with its formula, and by account, the worst first; a row narrows the list to it."""

    picked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._figures: PromiseFigures | None = None
        self.model = RatesModel(desk.speech, self)
        self.period = PeriodChoice(desk)
        self.table = FigureTable(desk, self.model)
        self._rate = label(desk.theme, "title")
        self._counts = label(desk.theme, "strong", "text2")
        self._formula = label(desk.theme, "caption", "text2", wrap=True)
        self._moved = label(desk.theme, "caption", "text3", wrap=True)
        head = row(self._rate, self._counts, None, gap=10)
        self.setLayout(column(self.period, head, self._formula, self._moved, (self.table, 1), gap=8))
        self.table.picked.connect(self._pick)
        self.retranslate()

    def show_figures(self, figures: PromiseFigures) -> None:
        self._figures = figures
        self.model.set_rows(figures.accounts)
        self._say()

    def _pick(self, number: int) -> None:
        rate: AccountRate = self.model.rows()[number]
        self.picked.emit(rate)

    def _say(self) -> None:
        if self._figures is None:
            return
        total = self._figures.total
        self._rate.setText(percent(total))
        self._counts.setText(f"{total.numerator} ÷ {total.denominator}")
        self._counts.setAccessibleName(
            self.tr("{kept} kept of {all}").format(kept=total.numerator, all=total.denominator)
        )

    def retranslate(self) -> None:
        self.period.retranslate()
        self.table.setAccessibleName(self.tr("Promise-kept rate by account, the worst first"))
        self._formula.setText(self._desk.speech.text("figure.promise_kept.formula"))
        self._moved.setText(
            self.tr(
                "Where we moved the due day, the first one counts: kept after it is kept late. "
                "Where the customer wanted another day, that one counts."
            )
        )
        self._rate.setAccessibleName(self._desk.speech.text("figure.promise_kept.name"))
        self.model.set_rows(self.model.rows())
        self._say()
