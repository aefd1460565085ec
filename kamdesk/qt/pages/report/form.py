"""The rows of the report: number, name, control; a tick when a row is filled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stock import money
from kamdesk.qt.pages.report.companions import CompanionsPart
from kamdesk.qt.pages.report.met import MetPart
from kamdesk.qt.pages.report.numbered import NumberedRows
from kamdesk.qt.pages.report.outcome import OutcomePart
from kamdesk.qt.pages.report.promised import PromisePart
from kamdesk.qt.pages.report.reading import read_amount, read_day, read_time
from kamdesk.qt.pages.report.stock import StockPart
from kamdesk.qt.pages.report.times import TimesPart
from kamdesk.qt.widgets.fields import DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.reads.account import Person
    from kamdesk.reads.history import PastVisit
    from kamdesk.reads.visit_form import CountLine, OrderTaken, ProductChoice, VisitForm

TEXTS = (
    "day", "arrived", "left", "amount", "order_number", "next_step", "next_due", "rival", "companions",
)  # fmt: skip


class ReportForm(QWidget):
    """``edited`` with every change; ``asked`` for a dialog; ``fields`` is what stands in the form."""

    edited = Signal()
    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.times = TimesPart(desk)
        self.day, self.arrived, self.left = self.times.day, self.times.arrived, self.times.left
        self.met = MetPart(desk)
        self.points = QPlainTextEdit()
        self.points.setTabChangesFocus(True)
        self.outcomes = OutcomePart(desk)
        self.stock = StockPart(desk)
        self.amount, self.order_number = QLineEdit(), QLineEdit()
        self.amount.setMaximumWidth(140)
        self.order_number.setFixedWidth(200)
        self._total = label(theme, "strong")
        self.promises = PromisePart(desk)
        self.next_step, self.rival = QLineEdit(), QLineEdit()
        self.accompanied = CompanionsPart(desk)
        self.companions = self.accompanied.field
        self.next_due = DayField()
        self._ordered_before = False
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        controls: dict[str, QHBoxLayout] = {
            "times": row((self.times, 1)),
            "met": row((self.met, 1)),
            "points": row((self.points, 1)),
            "outcome": row((self.outcomes, 1)),
            "stock": row((self.stock, 1)),
            "order": row(self.amount, self._total, self.order_number, None),
            "promise": row((self.promises, 1)),
            "next": row((self.next_step, 1), self.next_due),
            "rival": row((self.rival, 1)),
            "with": row((self.accompanied, 1)),
        }
        self._rows = NumberedRows(theme, controls)
        self.setLayout(self._rows)

    def _connect(self) -> None:
        self.met.somebody_asked.connect(lambda: self.asked.emit("add_contact"))
        self.stock.import_asked.connect(lambda: self.asked.emit("import_list"))
        self.stock.new_asked.connect(lambda: self.asked.emit("new_product"))
        for name in TEXTS:
            getattr(self, name).textChanged.connect(self._tell)
        self.points.textChanged.connect(self._tell)
        self.promises.edited.connect(self._tell)
        self.outcomes.group.buttonToggled.connect(self._tell)
        self.stock.edited.connect(self._tell)
        self.met.edited.connect(self._tell_met)

    def _tell_met(self) -> None:
        self.promises.suppose(met[0] if len(met := self.met.met()) == 1 else None)
        self._tell()

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
        form: VisitForm | None = None,
    ) -> None:
        """An empty form for a visit on ``day``, or what is recorded of it already."""
        self.blockSignals(True)
        for field in (self.day, self.next_due):
            field.set_today(self._desk.today())
        for name in TEXTS:
            getattr(self, name).clear()
        self.day.set_day(day)
        self.points.clear()
        self.outcomes.clear()
        self.stock.show_lines(counts, products)
        self.promises.clear(form.promised if form else ())
        self.met.forget()
        self.show_people(people)
        if past is not None:
            self._fill(past)
        self._fill_order(form.order if form else None)
        self.next_due.set_day(form.next_due if form else None)
        self.accompanied.offer(form.companions if form else ())
        self.blockSignals(False)
        self.tick()

    def _fill_order(self, order: OrderTaken | None) -> None:
        """The order that was taken on this visit."""
        self._ordered_before = order is not None
        if order is None:
            return
        self.order_number.setText(order.number or "")
        if order.amount is not None:
            self.amount.setText(money(order.amount))
        for product_id, quantity, _, price in order.lines:
            self.stock.order(product_id, quantity, price)

    def show_people(self, people: Sequence[Person], products: Sequence[ProductChoice] | None = None) -> None:
        """Whom we may have met or promised something; ``products`` where these may be others than before."""
        if products is not None:
            self.stock.offer(products)
        self.met.show_people(people)
        self.promises.show_people(people)

    def _fill(self, past: PastVisit) -> None:
        self.arrived.set_minute(past.arrived)
        self.left.set_minute(past.left)
        self.points.setPlainText(past.points or "")
        self.next_step.setText(past.next_step or "")
        self.rival.setText(past.rival_note or "")
        self.companions.setText(", ".join(past.companions))
        self.met.tick(contact_id for contact_id, _ in past.met)
        self.outcomes.choose(past.outcome)
        for counted in past.stock:
            self.stock.count(counted.product_id, counted.quantity)

    def begin(self, arrived: int | None, companions: Sequence[str], *, now: bool) -> None:
        """What is known before anything is typed: the arrival (``now``, or a minute of the day), who came along."""
        self.blockSignals(True)
        if now:
            self.times.stamp()
        elif arrived is not None:
            self.arrived.set_minute(arrived)
        self.companions.setText(", ".join(companions))
        self.blockSignals(False)
        self.tick()

    def focus_first(self) -> None:
        """Where the work goes on: the arrival where it is open, else whom we met."""
        if not self.arrived.text().strip():
            self.arrived.setFocus()
        else:
            self.met.focus_first()

    # what stands in it

    def fields(self) -> jobs.ReportFields:
        """Raises Unreadable for the first field that can't be read."""
        if self.stock.model.unreadable():
            raise Unreadable(self.stock.table, self.tr("A count is no number. Mend it or clear it."))
        return jobs.ReportFields(
            visited_on=read_day(self.day) or self._desk.today(),
            arrived=read_time(self.arrived),
            left=read_time(self.left),
            outcome=self.outcomes.chosen(),
            points=self.points.toPlainText().strip() or None,
            rival_note=self.rival.text().strip() or None,
            next_step=self.next_step.text().strip() or None,
            met=self.met.met(),
            companions=self.accompanied.names(),
            stock=self.stock.model.counted(),
            promises=self.promises.promises(),
            next_due=read_day(self.next_due),
            order_amount=None if self.stock.model.total() is not None else read_amount(self.amount),
            order_number=self.order_number.text().strip() or None,
            order_lines=self.stock.model.ordered(),
            ordered_before=self._ordered_before,
        )

    def snapshot(self) -> dict[str, Any]:
        """Everything typed, as texts, for a draft."""
        return {
            **{name: getattr(self, name).text() for name in TEXTS},
            "points": self.points.toPlainText(),
            "met": list(self.met.met()),
            "outcome": self.outcomes.chosen(),
            "promises": self.promises.snapshot(),
            "ordered": [
                [product_id, count, price] for product_id, count, _, price in self.stock.model.ordered()
            ],
            "stock": [[product_id, count] for product_id, count, _ in self.stock.model.counted()],
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """What `snapshot` gave."""
        self.blockSignals(True)
        for name in TEXTS:
            getattr(self, name).setText(str(kept.get(name, "")))
        self.points.setPlainText(str(kept.get("points", "")))
        self.met.put(kept.get("met", ()))
        self.stock.empty()
        self.outcomes.clear()
        self.outcomes.choose(kept.get("outcome"))
        self.promises.restore(kept.get("promises", ()))
        for product_id, count, price in kept.get("ordered", ()):
            self.stock.order(product_id, count, price)
        for product_id, count in kept.get("stock", ()):
            self.stock.count(product_id, count)
        self.blockSignals(False)
        self.tick()

    # ticks and words

    def tick(self) -> None:
        """Which rows are filled, and how long the visit took."""
        stock = self.stock.model
        filled = {
            "times": bool(self.arrived.text().strip()),
            "met": bool(self.met.met()),
            "points": bool(self.points.toPlainText().strip()),
            "outcome": self.outcomes.chosen() is not None,
            "stock": bool(stock.counted()) and not stock.doubtful(),
            "order": bool(self.amount.text().strip()) or bool(stock.ordered()),
            "promise": bool(self.promises.rows[0].what.text().strip()),
            "next": bool(self.next_step.text().strip()),
            "rival": bool(self.rival.text().strip()),
            "with": bool(self.companions.text().strip()),
        }
        self._rows.tick(filled)
        self.times.say_length()
        total = stock.total()
        self.amount.setVisible(total is None)
        self._total.setVisible(total is not None)
        if total is not None:
            self._total.setText(
                self.tr("in all ¥{amount}").format(amount=f"{total / 100:,.2f}".removesuffix(".00"))
            )

    def row_names(self) -> dict[str, str]:
        return {
            "times": self.tr("Arrived, left"),
            "met": self.tr("Whom you met"),
            "points": self.tr("Points"),
            "outcome": self.tr("Outcome"),
            "stock": self.tr("Stock and order"),
            "order": self.tr("Order in all"),
            "promise": self.tr("New promise"),
            "next": self.tr("Next step"),
            "rival": self.tr("Competitors"),
            "with": self.tr("With you"),
        }

    def retranslate(self) -> None:
        self._rows.name_rows(names := self.row_names())
        hints: dict[QLineEdit | QPlainTextEdit, tuple[str, str]] = {
            self.points: (names["points"], self.tr("what was said, what was agreed, what worries them")),
            self.amount: (self.tr("Amount of the order"), self.tr("amount in yuan")),
            self.order_number: (self.tr("Number of the order"), self.tr("number, if there is one")),
            self.next_step: (names["next"], self.tr("what you do next for this account")),
            self.next_due: (self.tr("The next step is due on"), self.tr("by when")),
            self.rival: (names["rival"], self.tr("what competitors do here")),
            self.companions: (names["with"], self.tr("who came along, separated by commas")),
        }
        for field, (name, hint) in hints.items():
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        for part in (self.times, self.outcomes, self.promises, self.met, self.stock):
            part.retranslate()
        self.tick()
