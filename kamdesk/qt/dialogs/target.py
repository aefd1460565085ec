"""A goal: what it counts, how much, from when to when; and what that is for each month."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.knowledge.goal import IN_MONEY, RATES, Metric
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import goals as jobs
from kamdesk.qt.measure import Measure, money_measure
from kamdesk.qt.models.target_months import MonthColumn, TargetMonthsModel
from kamdesk.qt.widgets import numbers
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.typed import Unreadable, no_amount
from kamdesk.qt.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.setting import Sketch
    from kamdesk.reads.goal_page.targets import GoalTarget

HOME = "CNY"
CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY", "GBP")
COUNTED = ("revenue", "margin", "collection", "new_key_accounts", "visits", "coverage", "stage_moves",
           "promises_kept")  # fmt: skip
WAIT_MS = 250


class TargetDialog(FormDialog):
    """A new target, or one that is there. What is typed for a month stands; the other months share the rest."""

    form: RowsForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, target: GoalTarget | None, taken: Collection[str]
    ) -> None:
        self.counts, self.currency = Combo(), Combo()
        self.amount, self.unit, self.name, self.set_by = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.first, self.last = DayField(), DayField()
        for name in ("counts", "currency", "amount", "unit", "name", "set_by", "first", "last"):
            getattr(self, name).setObjectName(name)
        self._figure = QWidget()
        self._figure.setLayout(row((self.amount, 1), self.currency, self.unit, gap=6))
        self._figure.setFocusProxy(self.amount)
        self._days = QWidget()
        self._days.setLayout(row((self.first, 1), (self.last, 1), gap=6))
        self._days.setFocusProxy(self.first)
        form = RowsForm((self.counts, self.name, self._figure, self._days, self.set_by))
        super().__init__(desk, form, parent)
        self._target = target
        self._parts: dict[tuple[date, date], int] = {}
        self._sketch: Sketch | None = None
        self._make_table()
        self._fill(taken)
        self.retranslate()
        self._show_fields()
        self._connect()
        self._ask()
        self.fit(680)
        self.amount.setFocus()

    def _make_table(self) -> None:
        theme = self.desk.theme
        self.model = TargetMonthsModel(self.desk.speech, self)
        self.table = TypedTable(theme, self.model, 8)
        self.sums = label(theme, "captionStrong", "text2", wrap=True)
        self.hint = label(theme, "caption", "text2", wrap=True)
        self.clear = Button(theme, kind="link")
        self.extra.addLayout(column(self.hint, self.table, row((self.sums, 1), self.clear), gap=6))

    def _fill(self, taken: Collection[str]) -> None:
        today, target, called = self.desk.today(), self._target, self.desk.speech.choice
        fill_choices(self.currency, [(called("currency", code), code) for code in CURRENCIES])
        for field in (self.first, self.last):
            field.set_today(today)
        self.first.set_day(target.period.first if target else date(today.year, 1, 1))
        self.last.set_day(target.period.last if target else date(today.year, 12, 31))
        self._say_metrics()
        if target is None:
            self.counts.choose(next((metric for metric in COUNTED if metric not in taken), "other"))
            return
        self.counts.choose(target.metric)
        self.counts.setEnabled(False)
        self.name.setText(target.name or "")
        self.set_by.setText(target.set_by or "")
        self.unit.setText(target.unit or "")
        self.currency.choose(target.currency or HOME)
        self.amount.setText(
            numbers.money_typed(target.amount, target.currency or HOME)
            if target.in_money
            else numbers.quantity_typed(target.amount)
        )
        self._parts = {(part.period.first, part.period.last): part.amount for part in target.parts}

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._ask)
        for field in (self.amount, self.first, self.last):
            field.textChanged.connect(lambda _: self._timer.start())
        self.currency.activated.connect(lambda _: self._ask())
        self.counts.activated.connect(lambda _: (self._show_fields(), self._ask()))
        self.model.typed.connect(self._type)
        self.clear.clicked.connect(self._clear)

    # what is typed

    def subject(self) -> str:
        return self._target.id if self._target else "new"

    def in_money(self) -> bool:
        return self.counts.currentData() in IN_MONEY

    def _figure_typed(self) -> int | None:
        try:
            if self.in_money():
                return numbers.parse_money(self.amount.text(), self.currency.currentData() or HOME)
            return numbers.parse_quantity(self.amount.text())
        except ValueError:
            said = no_amount if self.in_money() else numbers.no_quantity
            raise Unreadable(self.amount, said(self.amount.text())) from None

    def _type(self, first: date, text: str) -> None:
        """A month's part as it was typed, in the unit of the table."""
        month = self.model.months()[self.model.place_of(first)]
        key = (month.period.first, month.period.last)
        measure = self.measure()
        try:
            number = numbers.parse_number(text)
        except ValueError:
            self.fail(no_amount(text), self.table)
            return
        if number is None:
            self._parts.pop(key, None)
        else:
            self._parts[key] = round(number * measure.divisor)
        self._ask()

    def _clear(self) -> None:
        self._parts = {}
        self._ask()

    def measure(self) -> Measure:
        """How the table writes its numbers."""
        try:
            amount = self._figure_typed() or 0
        except Unreadable:
            amount = 0
        if self.in_money():
            return money_measure(self.currency.currentData(), self.desk.speech.language, amount)
        if self.counts.currentData() in RATES:
            return Measure(1000, 1, "%")
        return Measure(1000, 1, self.unit.text())

    def _ask(self) -> None:
        """The breakdown of what stands in the form; nothing where a field can't be read yet."""
        self._timer.stop() if hasattr(self, "_timer") else None
        try:
            amount, first, last = self._figure_typed(), self.first.day(), self.last.day()
        except (Unreadable, ValueError):
            return
        if not amount or first is None or last is None or last < first or (last - first).days > 800:
            self._show(None)
            return
        self.desk.runner.read(
            jobs.sketch_target,
            done=self._show,
            latest=True,
            metric=self.counts.currentData(),
            currency=self.currency.currentData() if self.in_money() else None,
            amount=amount,
            first=first,
            last=last,
            parts=tuple((begin, end, value) for (begin, end), value in self._parts.items()),
            now=self.desk.now(),
            holidays=self.desk.holidays,
        )

    def _show(self, sketch: Sketch | None) -> None:
        place = self.table.currentIndex()
        self._sketch = sketch
        self.model.set_sketch(sketch, self.measure())
        if place.isValid() and sketch is not None:
            at = min(place.row(), len(sketch.months) - 1)
            self.table.setCurrentIndex(self.model.index(at, place.column()))
        self.clear.setVisible(bool(self._parts))
        self.table.setVisible(sketch is not None)
        self._say_sums()
        self.make_room()

    def save(self) -> None:
        amount, first, last = self._figure_typed(), self.first.day(), self.last.day()
        if not amount or amount <= 0:
            self.fail(self.desk.speech.text("error.goal_amount"), self.amount)
            return
        if first is None or last is None:
            self.fail(self.desk.speech.text("error.goal_days"), self.first if first is None else self.last)
            return
        metric = self.counts.currentData()
        name = text_of(self.name.text()) if metric == Metric.OTHER else None
        if metric == Metric.OTHER and name is None:
            self.fail(self.desk.speech.text("error.goal_name"), self.name)
            return
        money = self.in_money()
        self.run(
            jobs.set_target,
            target_id=self._target.id if self._target else None,
            metric=metric,
            name=name,
            first_day=first,
            last_day=last,
            known_on=self.desk.today(),
            amount=amount if money else None,
            currency=self.currency.currentData() if money else None,
            quantity=None if money else amount,
            unit=None if money else text_of(self.unit.text()),
            set_by=text_of(self.set_by.text()),
            parts=() if metric in RATES else tuple((a, b, value) for (a, b), value in self._parts.items()),
        )

    # its words

    def _show_fields(self) -> None:
        metric = self.counts.currentData()
        self.currency.setVisible(self.in_money())
        self.unit.setVisible(not self.in_money() and metric not in RATES)
        self.form.show_row(self.name, metric == Metric.OTHER)
        self.table.setColumnHidden(MonthColumn.BEFORE, metric != Metric.REVENUE)
        self.table.setColumnHidden(MonthColumn.SEASON, not self.in_money() and metric != Metric.VOLUME)

    def _say_metrics(self) -> None:
        speech = self.desk.speech
        fill_choices(
            self.counts, [(speech.raised(speech.choice("target.metric", each)), str(each)) for each in Metric]
        )

    def _say_sums(self) -> None:
        sketch, measure, speech = self._sketch, self.measure(), self.desk.speech
        if sketch is None:
            self.sums.setText("")
            self.hint.setText(self.tr("Type the figure: here it is broken down to months at once."))
            return
        if sketch.last_year and self.counts.currentData() == Metric.REVENUE:
            before = self.tr("Last year {last}, this year so far {this}. ").format(
                last=measure.full(sketch.last_year), this=measure.full(sketch.this_year)
            )
        else:
            before = ""
        self.hint.setText(
            before
            + self.tr(
                "In {unit}. A month that you know better: type over its goal; the others share the rest."
            ).format(unit=measure.title or self.tr("units"))
        )
        if self.counts.currentData() in RATES:
            self.sums.setText(self.tr("A rate is no sum: every period has the same goal."))
            return
        quarters = [
            self.tr("Q{n} {sum}").format(n=(begin.month - 1) // 3 + 1, sum=measure.number(amount))
            for begin, amount in sketch.quarters
        ]
        total = sum(month.amount for month in sketch.months)
        said = speech.joined((*quarters, self.tr("sum {sum}").format(sum=measure.number(total))))
        if sketch.week:
            said = speech.joined((said, self.tr("this week {sum}").format(sum=measure.number(sketch.week))))
        if sketch.unplaced:
            miss = self.tr("the months miss the goal by {gap}").format(gap=measure.full(sketch.unplaced))
            said = speech.joined((said, miss))
        set_tone(self.sums, "bad" if sketch.unplaced else "text2")
        self.sums.setText(said)

    def retranslate(self) -> None:
        new = self._target is None
        self.say(self.tr("A new goal") if new else self.tr("The goal and its parts"), self.tr("Save"))
        self.form.say(
            self.tr("It counts"), self.tr("What is counted"), self.tr("How much"), self.tr("From, to"),
            self.tr("Set by"),
        )  # fmt: skip
        self._say_metrics()
        self.amount.setAccessibleName(self.tr("How much"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setPlaceholderText(self.tr("unit"))
        self.unit.setFixedWidth(84)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.amount.setPlaceholderText(self.tr("3500万 or 35000000"))
        self.table.setAccessibleName(self.tr("The goal by month"))
        self.clear.set_label(self.tr("Forget the months typed over"))
        self._say_sums()
