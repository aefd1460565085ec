"""The rows of the report: number, name, control; a tick when a row is filled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import to_minor
from kamdesk.domain.visit import Outcome
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stock import StockModel
from kamdesk.qt.pages.report.stock import StockTable
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField, TimeField, set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row
from kamdesk.qt.widgets.painted import Step

if TYPE_CHECKING:
    from kamdesk.reads.account import Person
    from kamdesk.reads.history import PastVisit
    from kamdesk.reads.visit_form import CountLine, ProductChoice

CURRENCY = "CNY"
ROWS = ("times", "met", "points", "outcome", "stock", "order", "promise", "next", "rival", "with")


class Unreadable(ValueError):
    """A field holds what it can't hold: the widget, and why."""

    def __init__(self, field: QWidget, why: str) -> None:
        super().__init__(why)
        self.field = field


class ReportForm(QWidget):
    """``edited`` with every change; ``fields`` is what stands in the form."""

    edited = Signal()
    contact_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._steps: dict[str, Step] = {}
        self._names = {}
        self.day = DayField()
        self.arrived = TimeField()
        self.left = TimeField()
        self._length = label(theme, "caption", "text2")
        self.now = Button(theme, kind="ghost", icon="clock")
        self._met: dict[str, Button] = {}
        self._met_flow = FlowLayout(6)
        self._somebody = Button(theme, kind="ghost", icon="user-plus")
        self.points = QPlainTextEdit()
        self.points.setTabChangesFocus(True)
        self.points.setFixedHeight(74)
        self.outcomes: dict[str, Button] = {o.value: Button(theme, kind="toggle") for o in Outcome}
        self._outcome_group = QButtonGroup(self)
        self.stock = StockModel(self)
        self.table = StockTable(desk, self.stock)
        self._product = Combo()
        self._product.setMaximumWidth(320)
        self.amount = QLineEdit()
        self.amount.setMaximumWidth(140)
        self.order_number = QLineEdit()
        self.order_number.setMaximumWidth(180)
        self.promise = QLineEdit()
        self.promise_to = Combo()
        self.promise_to.setMinimumWidth(130)
        self.promise_due = DayField()
        self.next_step = QLineEdit()
        self.rival = QLineEdit()
        self.companions = QLineEdit()
        self._products: dict[str, ProductChoice] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        outcomes = FlowLayout(6)
        for button in self.outcomes.values():
            self._outcome_group.addButton(button)
            outcomes.addWidget(button)
        met = QWidget()
        met.setLayout(self._met_flow)
        stock = column(self.table, row(self._product, None), gap=6)
        arrow = label(theme, "body", "text3", "→")
        controls: dict[str, Any] = {
            "times": row(self.day, self.arrived, arrow, self.left, self._length, self.now, None),
            "met": row((met, 1)),
            "points": row((self.points, 1)),
            "outcome": row((_holder(outcomes), 1)),
            "stock": stock,
            "order": row(self.amount, self.order_number, None),
            "promise": row((self.promise, 3), (self.promise_to, 1), self.promise_due),
            "next": row((self.next_step, 1)),
            "rival": row((self.rival, 1)),
            "with": row((self.companions, 1)),
        }
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(10)
        for number, name in enumerate(ROWS, 1):
            self._steps[name] = Step(theme, number)
            self._names[name] = label(theme, "strong")
            lead = QWidget()
            lead.setFixedWidth(118)
            lead.setLayout(row(self._steps[name], (self._names[name], 1), margins=(0, 4, 0, 0)))
            line = row((controls[name], 1), gap=8)
            line.insertWidget(0, lead, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(line)
        rows.addStretch(1)

    def _connect(self) -> None:
        self.now.clicked.connect(self.stamp)
        self._somebody.clicked.connect(self.contact_asked)
        self._product.activated.connect(self._add_product)
        for field in (self.day, self.arrived, self.left, self.amount, self.order_number, self.promise,
                      self.promise_due, self.next_step, self.rival, self.companions):  # fmt: skip
            field.textChanged.connect(self._tell)
        self.points.textChanged.connect(self._tell)
        self.promise_to.activated.connect(self._tell)
        self._outcome_group.buttonToggled.connect(self._tell)
        self.stock.edited.connect(self._tell)
        self.stock.rowsInserted.connect(self.table.show)

    def _tell(self) -> None:
        self.tick()
        self.edited.emit()

    # filling

    def show_visit(
        self,
        people: Sequence[Person],
        counts: Sequence[CountLine],
        products: Sequence[ProductChoice],
        day: date,
        past: PastVisit | None,
    ) -> None:
        """An empty form for a visit on ``day``, or what is recorded of it already."""
        self.blockSignals(True)
        self.day.set_today(self._desk.today())
        self.promise_due.set_today(self._desk.today())
        self.day.set_day(day)
        for field in (self.amount, self.order_number, self.promise, self.next_step, self.rival, self.companions):
            field.clear()
        self.promise_due.set_day(None)
        self.arrived.set_minute(None)
        self.left.set_minute(None)
        self.points.clear()
        self._outcome_group.setExclusive(False)
        for button in self.outcomes.values():
            button.setChecked(False)
        self._outcome_group.setExclusive(True)
        self._products = {product.id: product for product in products}
        self.stock.clear()
        self.stock.set_rows(counts)
        self.show_people(people)
        if past is not None:
            self._fill(past)
        self.retranslate()
        self.blockSignals(False)
        self.tick()

    def show_people(self, people: Sequence[Person]) -> None:
        """Who may have been met; whoever is ticked stays ticked."""
        met, to = self.met(), self.promise_to.currentData()
        clear(self._met_flow)
        self._met = {}
        for person in people:
            if person.until is not None or person.id in self._met:
                continue
            button = Button(self._desk.theme, kind="toggle")
            button.set_label(" ".join(filter(None, (person.name, person.title))))
            button.setChecked(person.id in met)
            button.toggled.connect(self._tell)
            self._met[person.id] = button
            self._met_flow.addWidget(button)
        self._somebody = Button(self._desk.theme, kind="ghost", icon="user-plus")
        self._somebody.clicked.connect(self.contact_asked)
        self._met_flow.addWidget(self._somebody)
        self.promise_to.clear()
        self.promise_to.addItem("", None)
        for person in people:
            if person.until is None:
                self.promise_to.addItem(person.name, person.id)
        self.promise_to.choose(to)
        self._say_people()

    def _fill(self, past: PastVisit) -> None:
        self.day.set_day(past.visited_on or past.planned_date)
        self.arrived.set_minute(past.arrived)
        self.left.set_minute(past.left)
        self.points.setPlainText(past.points or "")
        self.next_step.setText(past.next_step or "")
        self.rival.setText(past.rival_note or "")
        self.companions.setText(", ".join(past.companions))
        for contact_id, _ in past.met:
            if contact_id in self._met:
                self._met[contact_id].setChecked(True)
        if past.outcome in self.outcomes:
            self.outcomes[past.outcome].setChecked(True)
        for row_ in past.stock:
            self._count(row_.product_id, row_.quantity)

    def _count(self, product_id: str, thousandths: int) -> None:
        from kamdesk.reads.visit_form import CountLine

        product = self._products.get(product_id)
        if product is not None:
            self.stock.add(CountLine(product, None, None, 0))
        self.stock.set_count(product_id, thousandths)

    def _add_product(self) -> None:
        from kamdesk.reads.visit_form import CountLine

        product = self._products.get(self._product.currentData() or "")
        self._product.setCurrentIndex(0)
        if product is not None:
            place = self.stock.add(CountLine(product, None, None, 0))
            self.table.setFocus()
            self.table.setCurrentIndex(self.stock.index(place, 3))

    def stamp(self) -> None:
        """Now: the time of arrival where it is open, else the time of leaving."""
        local = self._desk.local_now()
        minute = local.hour * 60 + local.minute
        if not self.arrived.text().strip():
            self.day.set_day(local.date())
            self.arrived.set_minute(minute)
        else:
            self.left.set_minute(minute)

    # what stands in it

    def met(self) -> tuple[str, ...]:
        return tuple(contact_id for contact_id, button in self._met.items() if button.isChecked())

    def outcome(self) -> str | None:
        return next((outcome for outcome, button in self.outcomes.items() if button.isChecked()), None)

    def choose_outcome(self, number: int) -> None:
        """The outcome behind a digit, 1 to 6."""
        buttons = list(self.outcomes.values())
        if 1 <= number <= len(buttons):
            buttons[number - 1].setChecked(True)

    def fields(self) -> jobs.ReportFields:
        """Raises Unreadable for the first field that can't be read."""
        visited_on = self._read(self.day, self.tr("The day can't be read: write 11-25, 2026-11-25 or +7."))
        times = self.tr("The time can't be read: write 9:30 or 930.")
        due = self._read(self.promise_due, self.tr("The due day can't be read: write 11-25, 2026-11-25 or +7."))
        if self.stock.unreadable():
            raise Unreadable(self.table, self.tr("A count is no number. Mend it or clear it."))
        companions = [name.strip() for name in self.companions.text().replace("，", ",").split(",")]
        return jobs.ReportFields(
            visited_on=visited_on or self._desk.today(),
            arrived=self._read(self.arrived, times),
            left=self._read(self.left, times),
            outcome=self.outcome(),
            points=self.points.toPlainText().strip() or None,
            rival_note=self.rival.text().strip() or None,
            next_step=self.next_step.text().strip() or None,
            met=self.met(),
            companions=tuple(name for name in companions if name),
            stock=self.stock.counted(),
            promise=self.promise.text().strip() or None,
            promise_due=due,
            promise_to=self.promise_to.currentData(),
            order_amount=self._amount(),
            order_number=self.order_number.text().strip() or None,
        )

    def _read(self, field: DayField | TimeField, why: str) -> Any:
        try:
            return field.day() if isinstance(field, DayField) else field.minute()
        except ValueError:
            set_wrong(field, why)
            raise Unreadable(field, why) from None

    def _amount(self) -> int | None:
        text = self.amount.text().strip().replace(",", "").replace("，", "").lstrip("¥￥")
        if not text:
            return None
        try:
            amount = to_minor(Decimal(text), CURRENCY)
        except (RuleError, InvalidOperation):
            amount = 0
        if amount <= 0:
            why = self.tr("The amount of the order can't be read: write 18400 or 18,400.50.")
            set_wrong(self.amount, why)
            raise Unreadable(self.amount, why)
        return amount

    def snapshot(self) -> dict[str, Any]:
        """Everything typed, as texts, for a draft."""
        texts = {name: getattr(self, name).text() for name in _TEXTS}
        return {
            **texts,
            "points": self.points.toPlainText(),
            "met": list(self.met()),
            "outcome": self.outcome(),
            "promise_to": self.promise_to.currentData(),
            "stock": [[product_id, count] for product_id, count, _ in self.stock.counted()],
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """What `snapshot` gave."""
        self.blockSignals(True)
        for name in _TEXTS:
            getattr(self, name).setText(str(kept.get(name, "")))
        self.points.setPlainText(str(kept.get("points", "")))
        for contact_id in kept.get("met", ()):
            if contact_id in self._met:
                self._met[contact_id].setChecked(True)
        if kept.get("outcome") in self.outcomes:
            self.outcomes[kept["outcome"]].setChecked(True)
        self.promise_to.choose(kept.get("promise_to"))
        for product_id, count in kept.get("stock", ()):
            self._count(product_id, count)
        self.blockSignals(False)
        self.tick()

    # ticks and words

    def tick(self) -> None:
        """Which rows are filled, and how long the visit took."""
        filled = {
            "times": bool(self.arrived.text().strip()),
            "met": bool(self.met()),
            "points": bool(self.points.toPlainText().strip()),
            "outcome": self.outcome() is not None,
            "stock": bool(self.stock.counted()) and not self.stock.doubtful(),
            "order": bool(self.amount.text().strip()),
            "promise": bool(self.promise.text().strip()),
            "next": bool(self.next_step.text().strip()),
            "rival": bool(self.rival.text().strip()),
            "with": bool(self.companions.text().strip()),
        }
        for name, step in self._steps.items():
            step.set_state("done" if filled[name] else "open")
        self._say_length()

    def _say_length(self) -> None:
        try:
            arrived, left = self.arrived.minute(), self.left.minute()
        except ValueError:
            arrived = left = None
        said = ""
        if arrived is not None and left is not None and left >= arrived:
            said = self._desk.speech.text("unit.minutes", n=left - arrived)
        self._length.setText(said)

    def _say_people(self) -> None:
        self._somebody.set_label(self.tr("Somebody else"))
        self.promise_to.setItemText(0, self.tr("to whom"))

    def _say_products(self) -> None:
        self._product.clear()
        self._product.addItem(self.tr("Count another product…"), None)
        for product in self._products.values():
            self._product.addItem(" ".join(filter(None, (product.name, product.specification))), product.id)
        self._product.setVisible(bool(self._products))
        self.table.setVisible(self.stock.rowCount() > 0)

    def retranslate(self) -> None:
        names = {
            "times": self.tr("Arrived, left"),
            "met": self.tr("Whom you met"),
            "points": self.tr("Points"),
            "outcome": self.tr("Outcome"),
            "stock": self.tr("Stock"),
            "order": self.tr("Order"),
            "promise": self.tr("New promise"),
            "next": self.tr("Next step"),
            "rival": self.tr("Competitors"),
            "with": self.tr("With you"),
        }
        for name, text in names.items():
            self._names[name].setText(text)
            self._steps[name].setAccessibleName(text)
        speech = self._desk.speech
        for number, (outcome, button) in enumerate(self.outcomes.items(), 1):
            button.set_label(f"{number} {speech.raised(speech.choice('visit.outcome', outcome))}")
        self.now.set_label(self.tr("Now"), "F2")
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.arrived.setAccessibleName(self.tr("Arrived at"))
        self.arrived.setPlaceholderText(self.tr("arrived"))
        self.left.setAccessibleName(self.tr("Left at"))
        self.left.setPlaceholderText(self.tr("left"))
        self.points.setAccessibleName(names["points"])
        self.points.setPlaceholderText(self.tr("what was said, what was agreed, what worries them"))
        self.table.setAccessibleName(self.tr("Stock counted"))
        self._product.setAccessibleName(self.tr("Product to count"))
        self.amount.setAccessibleName(self.tr("Amount of the order"))
        self.amount.setPlaceholderText(self.tr("amount in yuan"))
        self.order_number.setAccessibleName(self.tr("Number of the order"))
        self.order_number.setPlaceholderText(self.tr("number, if there is one"))
        self.promise.setAccessibleName(names["promise"])
        self.promise.setPlaceholderText(self.tr("what you promised"))
        self.promise_to.setAccessibleName(self.tr("To whom it was promised"))
        self.promise_due.setAccessibleName(self.tr("Due on"))
        self.promise_due.setPlaceholderText(self.tr("due"))
        self.next_step.setAccessibleName(names["next"])
        self.next_step.setPlaceholderText(self.tr("what you do next for this account"))
        self.rival.setAccessibleName(names["rival"])
        self.rival.setPlaceholderText(self.tr("what competitors do here"))
        self.companions.setAccessibleName(names["with"])
        self.companions.setPlaceholderText(self.tr("who came along, separated by commas"))
        self._say_people()
        self._say_products()
        self._say_length()


_TEXTS = ("day", "arrived", "left", "amount", "order_number", "promise", "promise_due", "next_step", "rival", "companions")


def _holder(layout: FlowLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
