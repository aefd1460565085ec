"""A report of a past week, to be read: what stands in it, and what was put right in it since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stock import money, number
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, frame, row, rule
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ReportView
    from kamdesk.reads.amendments import Altered, Amendment
    from kamdesk.reads.history import PastVisit

LEAD = 118


class ClosedPart(QWidget):
    """Labels whose texts can be selected; nothing here can be typed into."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: ReportView | None = None
        self._box = column(gap=9, margins=(0, 0, 6, 0))
        self.setLayout(self._box)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_view(self, view: ReportView) -> None:
        self._view = view
        clear(self._box)
        past = view.subject.past
        if past is None:
            return
        note = self.tr(
            "The week of this report is over. It is put right with a note that says why; figures follow."
        )
        words = label(self._desk.theme, "caption", "text2", note, wrap=True)
        self._box.addWidget(
            frame(row(Icon(self._desk.theme, "info", "text3"), (words, 1)), "sunken", (12, 8, 12, 8))
        )
        for name, said in self._lines(past, view):
            lead = label(self._desk.theme, "strong", text=name)
            lead.setFixedWidth(max(LEAD, int(self._desk.theme.width(name, "strong")) + 8))
            tone = "text" if said else "text3"
            told = label(self._desk.theme, "body", tone, said or self.tr("not recorded"), wrap=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line = row((told, 1), gap=8)
            line.insertWidget(0, lead, 0, Qt.AlignmentFlag.AlignTop)
            self._box.addLayout(line)
        if view.form.amendments:
            self._box.addWidget(rule())
            self._box.addWidget(label(self._desk.theme, "heading", text=self.tr("Amended")))
        for amendment in view.form.amendments:
            self._box.addWidget(self._amendment(amendment))
        self._box.addStretch(1)

    def _lines(self, past: PastVisit, view: ReportView) -> list[tuple[str, str]]:
        speech, form = self._desk.speech, view.form
        times = "–".join(clock(minute) for minute in (past.arrived, past.left) if minute is not None)
        day = speech.full_day(past.visited_on) if past.visited_on else ""
        stock = ", ".join(f"{one.product} {number(one.quantity)}" for one in past.stock)
        names = {product.id: product.name for product in form.products}
        order = ""
        if form.order is not None:
            lines = [f"{names.get(p, '')} {number(q)}" for p, q, _, _ in form.order.lines]
            amount = f"¥{money(form.order.amount)}" if form.order.amount is not None else ""
            order = speech.joined((form.order.number or "", amount, ", ".join(lines)))
        return [
            (self.tr("When"), speech.joined((day, times))),
            (self.tr("Whom you met"), ", ".join(name for _, name in past.met)),
            (self.tr("Points"), past.points or ""),
            (self.tr("Outcome"), speech.raised(speech.choice("visit.outcome", past.outcome))),
            (self.tr("Stock"), stock),
            (self.tr("Order"), order),
            (self.tr("Promised"), "; ".join(form.promised)),
            (self.tr("Next step"), past.next_step or ""),
            (self.tr("Competitors"), past.rival_note or ""),
            (self.tr("With you"), ", ".join(past.companions)),
        ]

    def _amendment(self, amendment: Amendment) -> QWidget:
        theme, speech = self._desk.theme, self._desk.speech
        head = label(
            theme, "strong", text=speech.joined((speech.full_day(amendment.on), amendment.note)), wrap=True
        )
        head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = column(head, gap=2)
        for altered in amendment.altered:
            name, old, new = self.said(altered)
            text = self.tr("{name}: {old} → {new}").format(name=name, old=old or "—", new=new or "—")
            lines.addWidget(label(theme, "caption", "text2", text, wrap=True))
        return frame(lines, "warn", (12, 8, 12, 8))

    def said(self, altered: Altered) -> tuple[str, str, str]:
        """The field's name, what stood there and what stands there now."""
        names = {
            "visited_on": self.tr("Day"),
            "arrived": self.tr("Arrived"),
            "left": self.tr("Left"),
            "outcome": self.tr("Outcome"),
            "points": self.tr("Points"),
            "rival_note": self.tr("Competitors"),
            "next_step": self.tr("Next step"),
            "met": self.tr("Whom you met"),
            "companions": self.tr("With you"),
            "stock": self.tr("Stock"),
            "amount": self.tr("Amount of the order"),
            "number": self.tr("Number of the order"),
            "order_lines": self.tr("Order"),
        }
        return (
            names[altered.field],
            self._value(altered.field, altered.old),
            self._value(altered.field, altered.new),
        )

    def _value(self, field: str, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, date):
            return self._desk.speech.full_day(value)
        if field in ("arrived", "left"):
            return clock(int(value))
        if field == "outcome":
            return self._desk.speech.choice("visit.outcome", str(value))
        if field == "amount":
            return f"¥{money(int(value))}"
        return str(value)

    def retranslate(self) -> None:
        if self._view is not None:
            self.show_view(self._view)
