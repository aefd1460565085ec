"""What stands in a field of the report, read; where it can't be read, the field is marked and says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import to_minor
from kamdesk.qt.widgets.fields import DayField, TimeField, set_wrong
from kamdesk.qt.widgets.typed import Unreadable, no_amount

CURRENCY = "CNY"
TEN_THOUSAND = 10_000


def read_day(field: DayField) -> date | None:
    """The day in the field. Raises Unreadable."""
    try:
        return field.day()
    except Unreadable as error:
        set_wrong(field, str(error))
        raise


def read_time(field: TimeField) -> int | None:
    """The minute of the day in the field. Raises Unreadable."""
    try:
        return field.minute()
    except Unreadable as error:
        set_wrong(field, str(error))
        raise


def read_amount(field: QLineEdit) -> int | None:
    """Minor units of the amount in the field, None for nothing. Raises Unreadable."""
    try:
        return parse_amount(field.text())
    except ValueError:
        said = no_amount(field.text())
        set_wrong(field, said)
        raise Unreadable(field, said) from None


def parse_amount(text: str) -> int | None:
    """Minor units from ``18400``, ``18,400.50``, ``¥1.84万``, ``300元``; None for nothing.

    Raises ValueError for what is no amount, and for none or less than none.
    """
    text = "".join(text.split()).replace(",", "").replace("，", "").lstrip("¥￥").removesuffix("元")
    if not text:
        return None
    times = TEN_THOUSAND if text.endswith("万") else 1
    try:
        amount = to_minor(Decimal(text.removesuffix("万")) * times, CURRENCY)
    except (RuleError, InvalidOperation):
        amount = 0
    if amount <= 0:
        raise ValueError(text)
    return amount
