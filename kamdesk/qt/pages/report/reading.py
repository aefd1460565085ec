"""What stands in a field, read; where it can't be read, the field is marked and says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import to_minor
from kamdesk.qt.widgets.fields import DayField, TimeField, set_wrong

CURRENCY = "CNY"


class Unreadable(ValueError):
    """A field holds what it can't hold: the widget, and why."""

    def __init__(self, field: QWidget, why: str) -> None:
        super().__init__(why)
        self.field = field


def read_day(field: DayField, why: str) -> date | None:
    """The day in the field. Raises Unreadable with ``why``."""
    try:
        return field.day()
    except ValueError:
        set_wrong(field, why)
        raise Unreadable(field, why) from None


def read_time(field: TimeField, why: str) -> int | None:
    """The minute of the day in the field. Raises Unreadable with ``why``."""
    try:
        return field.minute()
    except ValueError:
        set_wrong(field, why)
        raise Unreadable(field, why) from None


def read_amount(field: QLineEdit, why: str) -> int | None:
    """Minor units of the amount in the field, None for nothing. Raises Unreadable with ``why``."""
    text = field.text().strip().replace(",", "").replace("，", "").lstrip("¥￥")
    if not text:
        return None
    try:
        amount = to_minor(Decimal(text), CURRENCY)
    except (RuleError, InvalidOperation):
        amount = 0
    if amount <= 0:
        set_wrong(field, why)
        raise Unreadable(field, why)
    return amount
