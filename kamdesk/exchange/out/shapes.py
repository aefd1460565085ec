"""How a recorded value stands in a cell, and how a cell is read back: the one is the other's inverse."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import decimals
from kamdesk.domain.walltime import clock_text, parse_clock
from kamdesk.exchange.out.texts import escaped, unescaped
from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.dates import read_date
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded

Out = str | int | float | Decimal | date | None
"""What a cell is given."""

RAW = "#"
"""Before a value that has no words or no place in its scale: ``#teleported``."""
_SAFE_DIGITS = 15
_A_DAY = 24 * 60
_MOST_DIGITS = 400
# A spreadsheet counts days from 1900, and believes in a 29 February of that year.
_FIRST_YEAR = 1901
_LARGEST = 2**63


class Shape(StrEnum):
    """What kind of value a field holds."""

    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    DAY = "day"
    INSTANT = "instant"
    CLOCK = "clock"
    MONEY = "money"
    QUANTITY = "quantity"
    RATE = "rate"
    NUMBER = "number"
    DEGREES = "degrees"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table. ``choices`` are the words of its codes, ``link`` the table that it leads to.

    ``key`` says which heading an extra column of a link's name has; ``kind`` is the type that the book keeps.
    """

    name: str
    shape: Shape
    heading: str
    kind: type = str
    choices: Mapping[str, str] = field(default_factory=dict)
    link: str | None = None
    link_heading: str = ""
    required: bool = False


def encode(of: Field, value: Any, currency: str | None = None) -> Out:
    """The cell that says ``value``; money needs the currency of its row."""
    if value is None:
        return None
    match of.shape:
        case Shape.TEXT | Shape.LINK:
            return str(value)
        case Shape.CHOICE | Shape.FLAG:
            code = str(value).lower() if of.shape is Shape.FLAG else str(value)
            return of.choices.get(code) or f"{RAW}{escaped(code)}"
        case Shape.DAY:
            return value if value.year >= _FIRST_YEAR else value.isoformat()
        case Shape.INSTANT:
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case Shape.CLOCK:
            return clock_text(value) if 0 <= value <= _A_DAY else f"{RAW}{value}"
        case Shape.DEGREES:
            return value if float(f"{value:.16g}") == value else repr(value)
        case Shape.NUMBER:
            return _numeral(Decimal(value))
        case _:
            return _numeral(Decimal(value).scaleb(-_places(of.shape, currency)))


def decode(of: Field, cell: Cell, currency: str | None = None) -> Any:
    """The value that a cell says, None for an empty one. Raises Doubt where it can't be one of the field."""
    if cell is None or (isinstance(cell, str) and not cell.strip() and of.shape is not Shape.TEXT):
        return None
    match of.shape:
        case Shape.TEXT:
            return _plain(cell)
        case Shape.LINK:
            return _plain(cell).strip()
        case Shape.CHOICE | Shape.FLAG:
            return _choice(of, cell)
        case Shape.DAY:
            return read_date(cell, "ymd")
        case Shape.INSTANT:
            return _instant(cell)
        case Shape.CLOCK:
            return _clock(cell)
        case Shape.DEGREES:
            number = _number(cell)
            return cell if isinstance(cell, float) else float(number)
        case _:
            return _whole(_number(cell), _places(of.shape, currency))


def _places(shape: Shape, currency: str | None) -> int:
    """By how many decimals the book's whole number is larger than what people write."""
    if shape is Shape.MONEY:
        try:
            return decimals(currency or "")
        except RuleError:
            return 2
    return {Shape.QUANTITY: 3, Shape.RATE: 4}.get(shape, 0)


def _numeral(value: Decimal) -> Out:
    """A number where a spreadsheet keeps all its digits, else its text."""
    if len(value.normalize().as_tuple().digits) > _SAFE_DIGITS:
        return f"{value:f}"
    return int(value) if value == value.to_integral_value() else value.normalize()


def _plain(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def _choice(of: Field, cell: Cell) -> Any:
    flag = of.shape is Shape.FLAG
    if isinstance(cell, bool) and flag:
        return cell
    text = _plain(cell)
    if text.startswith(RAW):
        return _typed(of, unescaped(text.removeprefix(RAW)))
    text = folded(text).strip()
    for code, said in of.choices.items():
        if text.casefold() in (folded(said).casefold(), code):
            return _typed(of, code)
    raise Doubt("sheet_choice")


def _typed(of: Field, code: str) -> Any:
    if of.shape is Shape.FLAG:
        return code == "true"
    if of.kind is int:
        return _whole(_number(code), 0)
    return code


def _instant(cell: Cell) -> datetime:
    try:
        moment = cell if isinstance(cell, datetime) else datetime.fromisoformat(_plain(cell).strip())
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise Doubt("sheet_instant") from None


def _clock(cell: Cell) -> int:
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, timedelta):
        cell = cell / timedelta(days=1)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not 0 <= cell <= 1:
            raise Doubt("sheet_clock")
        return round(cell * _A_DAY)
    text = folded(_plain(cell)).strip()
    if text.startswith(RAW):
        return _whole(_number(text.removeprefix(RAW)), 0)
    try:
        return parse_clock(re.sub(r":00$", "", text) if text.count(":") == 2 else text)
    except RuleError:
        raise Doubt("sheet_clock") from None


def _number(cell: Cell) -> Decimal:
    if isinstance(cell, bool | datetime | date | time | timedelta) or cell is None:
        raise Doubt("sheet_number")
    if isinstance(cell, float):
        if not math.isfinite(cell):
            raise Doubt("sheet_number")
        # What a spreadsheet computed is a little off in the last of a float's digits.
        return Decimal(f"{cell:.{_SAFE_DIGITS}g}")
    try:
        text = folded(str(cell)).strip()
        percent = text.endswith("%")
        value = Decimal(text.removesuffix("%").replace(",", "").replace("−", "-").strip())
    except InvalidOperation:
        raise Doubt("sheet_number") from None
    if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        raise Doubt("sheet_number")
    return value / 100 if percent else value


def _whole(value: Decimal, places: int) -> int:
    scaled = value.scaleb(places)
    if scaled != scaled.to_integral_value():
        raise Doubt("sheet_digits")
    if not -_LARGEST <= scaled < _LARGEST:
        raise Doubt("sheet_number")
    return int(scaled)
