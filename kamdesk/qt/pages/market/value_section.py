"""Where the value lies: the curve of 80/20, the same as a table, and how much hangs on few."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QWidget

from kamdesk.qt.charts.curve import CurvePoint, ParetoCurve
from kamdesk.qt.desk import Desk
from kamdesk.qt.measure import Measure, money_measure
from kamdesk.qt.models.promise_figures import SmallTable
from kamdesk.qt.pages.market.words import share
from kamdesk.qt.pages.promises.figures import FigureTable
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame

if TYPE_CHECKING:
    from kamdesk.domain.selling.pareto import Ranked
    from kamdesk.reads.market_page.view import MarketView

MANY = 30
"""From this share of the value on a single account is a risk that is said."""


class CurveModel(SmallTable):
    """Account, class, amount, share, share so far, growth."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(speech, parent)
        self._curve: tuple[Ranked, ...] = ()
        self._listed: int | None = None

    def set_view(self, view: MarketView, measure: Measure) -> None:
        main = view.classified.portfolio.main
        self._curve = main.curve if main is not None else ()
        self._listed = main.period.last.year if main is not None and main.listed else None
        trends = view.classified.trends
        rows = []
        for each in self._curve:
            trend = trends.get(each.unit_id)
            change = trend.change if trend is not None else None
            growth = "—" if change is None else f"{float(change):+.0%}".replace("-", "−")
            name = view.units[each.unit_id].name if each.unit_id in view.units else "—"
            rows.append(
                (
                    name,
                    each.value_class,
                    measure.number(each.amount),
                    share(each.share),
                    share(each.cumulated),
                    growth,
                )
            )
        self.show(rows)

    def unit(self, number: int) -> str:
        return self._curve[number].unit_id

    def place(self, unit_id: str) -> int:
        return next((n for n, each in enumerate(self._curve) if each.unit_id == unit_id), -1)

    def heads(self) -> tuple[str, ...]:
        year = self.tr("12 months") if self._listed is None else self.tr("{year}").format(year=self._listed)
        return (
            self.tr("Account"), self.tr("Class"), year, self.tr("Share"), self.tr("So far"),
            self.tr("Growth"),
        )  # fmt: skip


class ValueSection(QWidget):
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self.title = label(theme, "heading")
        self.said = label(theme, "body", "text", wrap=True)
        self.risk = label(theme, "caption", "text2", wrap=True)
        self.note = label(theme, "caption", "text3", wrap=True)
        self.chart = ParetoCurve(theme)
        self.model = CurveModel(desk.speech, self)
        self.table = FigureTable(desk, self.model)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in {1: 52, 2: 84, 3: 58, 4: 62, 5: 62}.items():
            self.table.setColumnWidth(section, width)
        left = column(self.title, self.said, (self.chart, 1), self.risk, self.note, gap=6)
        self._right = frame(column((self.table, 1)), "card", (8, 8, 8, 8))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(frame(left, "card", (16, 11, 16, 11)), 1)
        self._box.addWidget(self._right)
        self.setLayout(self._box)
        self.chart.picked.connect(self._picked)
        self.chart.walked.connect(self._walked)
        self.table.activated.connect(lambda index: self.account_asked.emit(self.model.unit(index.row())))
        self.table.clicked.connect(lambda index: self.chart.choose(self.model.unit(index.row())))

    def set_narrow(self, narrow: bool) -> None:
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._right.setMinimumWidth(0 if narrow else 500)
        self._right.setMaximumWidth(16777215 if narrow else 500)
        self.table.setMinimumHeight(300 if narrow else 96)

    def _picked(self, unit_id: str) -> None:
        """The first press finds the row, the second opens the account."""
        if self.chart.chosen() == unit_id:
            self.account_asked.emit(unit_id)
        self._walked(unit_id)

    def _walked(self, unit_id: str) -> None:
        self.chart.choose(unit_id)
        self.table.selectRow(self.model.place(unit_id))

    def show_view(self, view: MarketView) -> None:
        self._view = view
        self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        main, speech = view.classified.portfolio.main, self._desk.speech
        there = main is not None and bool(main.curve)
        self.chart.setVisible(there)
        self._right.setVisible(there)
        if main is None or not main.curve:
            self.said.setText(
                self.tr(
                    "No sales are in the book. Take in a list of sales or orders: then it shows who brings what."
                )
            )
            self.risk.setText("")
            self.note.setText("")
            return
        biggest = max(main.curve[0].amount, 1)
        measure = money_measure(main.kind.currency, speech.language, biggest)
        self.model.set_view(view, measure)
        few = main.concentration
        self.said.setText(
            self.tr("{n} of {all} accounts bring 80% of {sum}; the largest {fifth} (20%) bring {share}.").format(
                n=few.four_fifths, all=few.accounts, sum=measure.full(few.value), fifth=few.fifth_count,
                share=share(few.fifth),
            )
        )  # fmt: skip
        self.risk.setText(self._risk(view))
        self.note.setText(self._note(view))
        self.chart.show_points(
            self._points(view, measure), (self.tr("share of all, summed up"), ""), self.said.text()
        )

    def _points(self, view: MarketView, measure: Measure) -> list[CurvePoint]:
        main = view.classified.portfolio.main
        assert main is not None
        top = max(main.curve[0].amount, 1)
        found = []
        for each in main.curve:
            if each.amount <= 0 or each.unit_id not in view.units:
                continue
            unit = view.units[each.unit_id]
            spoken = self.tr("{n}. {name}, {amount}, class {letter}, {share} of all, {so_far} so far").format(
                n=each.rank, name=unit.name, amount=measure.full(each.amount), letter=each.value_class,
                share=share(each.share), so_far=share(each.cumulated),
            )  # fmt: skip
            found.append(
                CurvePoint(
                    each.unit_id,
                    each.value_class,
                    bool(unit.is_key),
                    each.amount / top,
                    float(each.cumulated or 0),
                    spoken,
                )
            )
        return found

    def _risk(self, view: MarketView) -> str:
        main, speech = view.classified.portfolio.main, self._desk.speech
        assert main is not None
        few = main.concentration
        shares = dict(few.top)
        keys = sum(row.amount for row in main.curve if row.amount > 0 and view.units[row.unit_id].is_key)
        parts = [
            self.tr("key accounts bring {share}").format(share=share(_of(keys, few.value))),
            self.tr("the largest brings {share}").format(share=share(shares.get(1))),
        ]
        for n in (3, 5, 10):
            if n in shares:
                parts.append(self.tr("the largest {n} {share}").format(n=n, share=share(shares[n])))
        if few.as_many_equal is not None:
            parts.append(self.tr("as if {n} of one size").format(n=f"{float(few.as_many_equal):.1f}"))
        said = speech.joined(parts)
        if shares.get(1, 0) * 100 >= MANY:
            said += self.tr(". So much hangs on one account that losing it would be hard to make good.")
        return speech.raised(said)

    def _note(self, view: MarketView) -> str:
        main, speech = view.classified.portfolio.main, self._desk.speech
        assert main is not None
        tax = {True: self.tr("with tax"), False: self.tr("without tax"), None: ""}[main.kind.tax_included]
        days = f"{speech.full_day(main.period.first)}–{speech.full_day(main.period.last)}"
        more = (
            self.tr("sales in another currency or tax are not counted")
            if len(view.classified.portfolio.selling) > 1
            else ""
        )
        moved = self.tr("told by lists") if main.listed else ""
        moved = self.tr("nothing was sold since") if main.moved and not main.listed else moved
        rule = self.tr("A: down to 80% of the value, B: to 95%, C: the rest")
        return speech.joined((days, tax, moved, more, rule))

    def retranslate(self) -> None:
        self.title.setText(self.tr("What each account brings"))
        self.table.setAccessibleName(self.tr("Accounts by what they bring"))
        self._say()


def _of(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
