"""The rule as a form: each criterion with its minimum, its weight and whether it must be passed; and the pass mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from kamdesk.domain.classing.rule import IN_MONEY, Rule, RuleCriterion
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.market.words import criterion_measure, criterion_name
from kamdesk.qt.widgets import numbers
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row
from kamdesk.qt.widgets.typed import no_amount

WAIT_MS = 200


class CriterionRow:
    """The fields of one criterion."""

    def __init__(self, desk: Desk, criterion: RuleCriterion, currency: str) -> None:
        self._desk, self.criterion, self._currency = desk, criterion, currency
        self.name = label(desk.theme, "body")
        self.minimum, self.weight = QLineEdit(), QLineEdit()
        self.unit = label(desk.theme, "caption", "text2")
        self.required = QCheckBox()
        self.drop = Button(desk.theme, kind="ghost", icon="x", small=True)
        self.minimum.setMinimumWidth(72)
        self.weight.setFixedWidth(52)
        self.minimum.setObjectName(f"minimum_{criterion.criterion}")
        self.weight.setObjectName(f"weight_{criterion.criterion}")
        measure = criterion_measure(criterion, desk.speech, currency)
        self._divisor = measure.divisor
        self.minimum.setText(measure.tick(criterion.minimum).replace(",", "") if criterion.minimum else "")
        self.weight.setText("" if criterion.weight is None else str(criterion.weight))
        self.required.setChecked(criterion.required)
        self.retranslate()

    def widgets(self) -> tuple[QWidget, ...]:
        return self.name, self.minimum, self.unit, self.weight, self.required, self.drop

    def value(self) -> RuleCriterion:
        """What stands in the fields. Raises ValueError where one can't be read, which is marked then."""
        set_wrong(self.minimum, "")
        set_wrong(self.weight, "")
        try:
            minimum = numbers.parse_number(self.minimum.text().removesuffix("%")) or 0
        except ValueError:
            set_wrong(self.minimum, no_amount(self.minimum.text()))
            raise
        try:
            weight = numbers.parse_whole(self.weight.text(), 0, 100)
        except ValueError:
            set_wrong(self.weight, numbers.no_whole(self.weight.text(), 0, 100))
            raise
        exact = Fraction(minimum) * self._divisor
        return replace(self.criterion, minimum=exact, weight=weight, required=self.required.isChecked())

    def retranslate(self) -> None:
        speech = self._desk.speech
        name = criterion_name(self.criterion.criterion, speech)
        self.name.setText(name)
        self.unit.setText(criterion_measure(self.criterion, speech, self._currency).title)


class RuleEditor(QWidget):
    """``changed`` gives the rule that stands in the fields, a moment after the last key."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._currency = "CNY"
        self._rule = Rule(())
        self.rows: list[CriterionRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.add = Combo()
        self.add.setObjectName("add_criterion")
        self.mark = QLineEdit()
        self.mark.setObjectName("pass_mark")
        self.mark.setFixedWidth(60)
        self._before = label(desk.theme, "body")
        self._after = label(desk.theme, "caption", "text2", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._tell)
        mark = row(self._before, self.mark, (self._after, 1))
        self.setLayout(column(self._grid, row(self.add, None), mark, gap=8))
        self.add.activated.connect(self._add)
        self.mark.textChanged.connect(lambda _: self._timer.start())

    def show_rule(self, rule: Rule, currency: str) -> None:
        """Put a rule into the fields; what was typed before is gone."""
        self._rule, self._currency = rule, currency
        self._make(rule.criteria)
        self.mark.blockSignals(True)
        self.mark.setText("" if rule.pass_mark is None else numbers.rate_typed(rule.pass_mark))
        self.mark.blockSignals(False)
        self._timer.stop()

    def rule(self) -> Rule:
        """The rule in the fields. Raises ValueError where one can't be read."""
        criteria = tuple(each.value() for each in self.rows)
        set_wrong(self.mark, "")
        try:
            mark = numbers.parse_rate(self.mark.text())
            if mark is not None and not 0 < mark <= 10_000:
                raise ValueError(self.mark.text())
        except ValueError:
            set_wrong(self.mark, self._desk.speech.text("error.rule_mark"))
            raise
        return Rule(criteria, mark)

    def is_changed(self) -> bool:
        """Whether another rule stands in the fields than was put there; also where it can't be read."""
        try:
            now = self.rule()
        except ValueError:
            return True
        return (now.criteria, now.pass_mark) != (self._rule.criteria, self._rule.pass_mark)

    def _make(self, criteria: Sequence[RuleCriterion]) -> None:
        clear(self._grid)
        self.rows = [CriterionRow(self._desk, each, self._currency) for each in criteria]
        theme = self._desk.theme
        self._heads: list[QLabel] = [label(theme, "caption", "text3") for _ in range(4)]
        for place, head in zip((0, 1, 3, 4), self._heads, strict=True):
            self._grid.addWidget(head, 0, place)
        for number, each in enumerate(self.rows, 1):
            for place, widget in enumerate(each.widgets()):
                self._grid.addWidget(widget, number, place, Qt.AlignmentFlag.AlignVCenter)
            each.minimum.textChanged.connect(lambda _: self._timer.start())
            each.weight.textChanged.connect(lambda _: self._timer.start())
            each.required.toggled.connect(lambda _: self._timer.start())
            each.drop.clicked.connect(lambda checked=False, each=each: self._drop(each))
        self.retranslate()

    def _typed(self) -> list[RuleCriterion]:
        """The criteria as they stand; one that can't be read as it was."""
        found = []
        for each in self.rows:
            try:
                found.append(each.value())
            except ValueError:
                found.append(each.criterion)
        return found

    def _add(self, number: int) -> None:
        name = self.add.itemData(number)
        if name is None:
            return
        currency = self._currency if name in IN_MONEY else None
        self._make([*self._typed(), RuleCriterion(name, Fraction(0), currency=currency)])
        self.rows[-1].minimum.setFocus()
        self._timer.start()

    def _drop(self, row: CriterionRow) -> None:
        left = [each for each, there in zip(self._typed(), self.rows, strict=True) if there is not row]
        self._make(left)
        self.add.setFocus()
        self._timer.start()

    def _tell(self) -> None:
        try:
            self.changed.emit(self.rule())
        except ValueError:
            self.changed.emit(None)

    def retranslate(self) -> None:
        speech = self._desk.speech
        heads = (self.tr("Criterion"), self.tr("At least"), self.tr("Weight"), self.tr("Must"))
        for head, text in zip(getattr(self, "_heads", ()), heads, strict=False):
            head.setText(text)
            head.setVisible(bool(self.rows))
        for each in self.rows:
            each.retranslate()
            name = each.name.text()
            each.minimum.setAccessibleName(self.tr("{criterion}: at least").format(criterion=name))
            each.weight.setAccessibleName(self.tr("{criterion}: weight").format(criterion=name))
            each.required.setAccessibleName(self.tr("{criterion}: must be passed").format(criterion=name))
            each.drop.set_hint(self.tr("Take out: {criterion}").format(criterion=name))
        there = {each.criterion.criterion for each in self.rows}
        self.add.blockSignals(True)
        self.add.clear()
        self.add.addItem(self.tr("Add a criterion…"), None)
        for criterion in Criterion:
            if criterion not in there:
                self.add.addItem(criterion_name(criterion, speech), str(criterion))
        self.add.blockSignals(False)
        self.add.setAccessibleName(self.tr("Add a criterion…"))
        self._before.setText(self.tr("Key from"))
        self._after.setText(self.tr("% of the weights on; empty: every criterion must be passed"))
        self.mark.setAccessibleName(self.tr("Pass mark in per cent of the weights"))
