"""Where the gap of a period comes from: the waterfall, cut by account, by product, by lever or by cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kamdesk.qt.charts.steps import Step, axis, levels
from kamdesk.qt.charts.waterfall import Waterfall
from kamdesk.qt.desk import Desk
from kamdesk.qt.measure import Measure
from kamdesk.qt.pages.goals.words import Cut, gap_steps, span_title
from kamdesk.qt.widgets.buttons import Button, key_text
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.view import GoalView


class GapCard(QFrame):
    """``picked`` gives the cut and the key of a bar; ``explain_asked`` wants a cause to be recorded."""

    picked = Signal(int, str)
    explain_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: GoalView | None = None
        self._measure: Measure | None = None
        self._steps: list[Step] = []
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.title = Elided(desk.theme, "heading")
        self.said = Elided(desk.theme, "caption", "text2")
        self.cuts = Segments(desk.theme, len(Cut))
        self.explain = Button(desk.theme, icon="message-square", small=True)
        self.chart = Waterfall(desk.theme)
        self.none = label(desk.theme, "body", "text2", wrap=True)
        head = row(self.title, (self.said, 1), self.cuts, self.explain)
        self.setLayout(column(head, self.none, (self.chart, 1), gap=6, margins=(16, 11, 14, 10)))
        self.cuts.picked.connect(self._cut)
        self.explain.clicked.connect(self.explain_asked)
        self.chart.picked.connect(self._pick)
        self._choice = Cut.CAUSE
        self.cuts.set_choice(self._choice)

    def cut(self) -> Cut:
        """By what the gap is taken apart."""
        return self._choice

    def set_cut(self, cut: Cut) -> None:
        self._cut(int(cut))

    def show_view(self, view: GoalView, measure: Measure) -> None:
        self._view, self._measure = view, measure
        self._show()

    def steps(self) -> list[Step]:
        """The bars that are shown."""
        return self._steps

    def _cut(self, number: int) -> None:
        self._choice = Cut(number)
        self.cuts.set_choice(number)
        self.chart.choose("")
        self._show()

    def possible(self) -> tuple[Cut, ...]:
        """The cuts that say anything of this target."""
        view = self._view
        if view is None or view.target is None or view.target.is_rate:
            return (Cut.CAUSE,)
        cuts = [Cut.ACCOUNT, Cut.CAUSE]
        if view.by_product:
            cuts.insert(1, Cut.PRODUCT)
        if view.target.metric == "revenue" and view.begun is None:
            cuts.insert(-1, Cut.LEVER)
        return tuple(cuts)

    def _show(self) -> None:
        view, measure, card = self._view, self._measure, self._view.card if self._view else None
        if view is None or measure is None or view.target is None:
            return
        can = self.possible()
        for cut in Cut:
            self.cuts.show_choice(int(cut), cut in can)
        self.cuts.setVisible(len(can) > 1)
        if self._choice not in can:
            self._choice = Cut.CAUSE
            self.cuts.set_choice(self._choice)
        there = card is not None and view.gap is not None
        self.chart.setVisible(there)
        self.explain.setEnabled(there)
        self.none.setVisible(not there)
        if card is None or view.gap is None:
            self.title.setText(self.tr("The gap"))
            self.said.setText("")
            self.none.setText(self.why_none())
            return
        period = span_title(card.span, card.period, view.anchor, self._desk.speech)
        self.title.setText(self._heading(period, view.gap.gap))
        self._steps = gap_steps(view, self._choice, measure, self.chart.room(), self._desk.speech)
        self.said.setText(self._sentence(measure))
        self.chart.show_steps(self._steps, measure.number, measure.tick, self._unit(measure))
        spoken = [" ".join(filter(None, (step.name, self.chart.signed(step)))) for step in self._steps]
        self.chart.setAccessibleName(f"{self.title.text()}: {', '.join(spoken)}")

    def refit(self) -> None:
        """The room is another: more or fewer bars find place."""
        self._show()

    def _heading(self, period: str, gap: int) -> str:
        if gap < 0:
            return self.tr("Where the gap of {period} comes from").format(period=period)
        return self.tr("Where the lead of {period} comes from").format(period=period)

    def _sentence(self, measure: Measure) -> str:
        assert self._view is not None
        assert self._view.gap is not None
        gap = self._view.gap
        said = self.tr("due {due}, there {actual}, {gap} between").format(
            due=measure.full(gap.target), actual=measure.full(gap.actual), gap=measure.full(abs(gap.gap))
        )
        if not gap.gap:
            return self.tr("exactly on pace")
        told = gap.gap - gap.unexplained
        if self._choice == Cut.CAUSE and told and told * gap.gap > 0:
            share = min(round(100 * told / gap.gap), 100)
            return said + self.tr("; {share}% of it put down to causes").format(share=share)
        return said

    def _unit(self, measure: Measure) -> str:
        reach = axis(levels(self._steps))
        if reach.cut:
            return self.tr("{unit}, from {low} up").format(unit=measure.title, low=measure.tick(reach.low))
        return measure.title

    def why_none(self) -> str:
        """Why there is no gap to explain."""
        view = self._view
        if view is not None and view.card is not None and view.card.until < view.card.period.first:
            return self.tr("This period has not begun: there is nothing to compare yet.")
        if view is not None and view.unknown == "no_sales":
            return self.tr(
                "No sales are in the book. Take in a list of sales or orders, or write orders down in visit reports."
            )
        if view is not None and view.unknown == "no_sales_yet":
            return self.tr(
                "Nothing that counts towards this goal is in the book for this year. Take in a list of this year, or "
                "write down what comes in: it counts from the first day recorded."
            )
        return self.tr("What is there of this goal can't be counted from the book yet.")

    def _pick(self, key: str) -> None:
        self.chart.choose(key)
        self.picked.emit(int(self._choice), key)

    def retranslate(self) -> None:
        self.cuts.set_labels(
            self.tr("By account"), self.tr("By product"), self.tr("Volume and price"), self.tr("By cause")
        )
        self.explain.set_label(self.tr("Explain"))
        self.explain.setToolTip(
            self.tr("Put down where the gap comes from  {key}").format(key=key_text("Ctrl+G"))
        )
        self._show()
