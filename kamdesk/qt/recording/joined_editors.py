"""Editors of what does not stand by itself: an amount with its currency, a quantity with its unit, a link to a row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.knowledge.described import Described
from kamdesk.qt.desk import Desk
from kamdesk.qt.recording.editors import Editor, LineEditor
from kamdesk.qt.widgets import numbers
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.picker import Picker
from kamdesk.qt.widgets.typed import Unreadable, no_amount

HOME = "CNY"
CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY", "GBP")
ADDED = frozenset({"contact", "competitor", "service_item"})
"""What may be named in a form for the first time."""

translate = QCoreApplication.translate


class MoneyEditor(Editor):
    """An amount; the first of a form has the currency beside it, the others go by that one."""

    def __init__(self, told: Described, currency: Combo, *, shows: bool) -> None:
        self.line = QLineEdit()
        self.line.setMinimumWidth(96)
        self._currency = currency
        holder = QWidget()
        holder.setLayout(row((self.line, 1), *((currency,) if shows else ()), gap=6))
        holder.setFocusProxy(self.line)
        super().__init__(told, holder, self.line)

    def value(self) -> object:
        text = self.line.text()
        try:
            return numbers.parse_money(text, self._currency.currentData() or HOME)
        except ValueError:
            raise Unreadable(self.line, no_amount(text)) from None

    def set_value(self, value: object) -> None:
        currency = self._currency.currentData() or HOME
        self.line.setText(numbers.money_typed(value, currency) if isinstance(value, int) else "")

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        self.line.setPlaceholderText(translate("Record", "18400 or 1.84万"))


class QuantityEditor(LineEditor):
    """A number with its unit behind it."""

    def __init__(self, told: Described, unit: QLineEdit | None) -> None:
        super().__init__(
            told, numbers.parse_quantity, lambda v: numbers.quantity_typed(int(str(v))), numbers.no_quantity
        )
        if unit is not None:
            holder = QWidget()
            holder.setLayout(row((self.line, 1), unit, gap=6))
            holder.setFocusProxy(self.line)
            self.widget = holder


class LinkEditor(Editor):
    """Somebody or something by name."""

    def __init__(self, told: Described) -> None:
        self.picker = Picker(may_add=told.link in ADDED)
        super().__init__(told, self.picker)

    def value(self) -> object:
        value = self.picker.value()
        if not self.picker.is_known() and not self.picker.may_add():
            said = translate("Record", "“{text}” is not in the book: pick one from the list.")
            raise Unreadable(self.picker, said.format(text=self.picker.currentText().strip()))
        return value

    def set_value(self, value: object) -> None:
        self.picker.choose(value)

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        hint = translate("Record", "type or pick; a new name is added")
        self.picker.lineEdit().setPlaceholderText(
            hint if self.picker.may_add() else translate("Record", "type or pick")
        )
