"""How a thing that is found out is told field by field: its table, its form, its sheet and its check come from this.

A field of a dataclass is declared with one of the functions below; `described` reads the declarations back::

    importance: int | None = whole(low=1, high=5)
    purpose: str = choice(Purpose, "competitor_move.purpose", needed=True)
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from kamdesk.domain.row import Row


class As(StrEnum):
    """What kind of value a field holds. Words are a text of several lines, money is minor units of the row's currency,
    a quantity thousandths of its unit, a rate 1/10,000.
    """

    TEXT = "text"
    WORDS = "words"
    CHOICE = "choice"
    DAY = "day"
    FLAG = "flag"
    NUMBER = "number"
    MONEY = "money"
    QUANTITY = "quantity"
    RATE = "rate"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Described:
    """One field. ``codes`` are what a choice may be, their words ``<words>.<code>``; ``link`` names a table.

    ``part``: the row is a part of the one that it links to. ``needed``: it is asked for. ``usual`` is what it is where
    nothing was said. ``low`` and ``high`` bound a number, both included.
    ``nature``: how a text is searched (a ``tag`` by its sound too, ``person``, ``number``, plain ``text``), empty where
    it is not.
    """

    name: str
    shape: As
    needed: bool = False
    usual: Any = None
    codes: tuple[str, ...] = ()
    words: str = ""
    link: str | None = None
    part: bool = False
    low: int | None = None
    high: int | None = None
    nature: str = ""


_KEY = "described"


def _field(shape: As, *, needed: bool = False, usual: Any = None, **more: Any) -> Any:
    told = Described("", shape, needed, usual, **more)
    if needed:
        return field(metadata={_KEY: told})
    return field(default=usual, metadata={_KEY: told})


def text(*, needed: bool = False, nature: str = "tag") -> Any:
    """A text of one line."""
    return _field(As.TEXT, needed=needed, nature=nature)


def words(*, needed: bool = False) -> Any:
    """A text of several lines."""
    return _field(As.WORDS, needed=needed, nature="text")


def choice(codes: type[StrEnum], said: str, *, needed: bool = False, usual: str | None = None) -> Any:
    """One code of an enumeration; ``said`` is where their words stand in the catalogue."""
    return _field(As.CHOICE, needed=needed, usual=usual, codes=tuple(map(str, codes)), words=said)


def day(*, needed: bool = False) -> Any:
    """A calendar day."""
    return _field(As.DAY, needed=needed)


def flag(*, usual: bool | None = False) -> Any:
    """Yes or no; ``usual`` None where it may be unknown."""
    return _field(As.FLAG, usual=usual)


def whole(
    *, low: int | None = None, high: int | None = None, needed: bool = False, usual: int | None = None
) -> Any:
    """A whole number."""
    return _field(As.NUMBER, needed=needed, usual=usual, low=low, high=high)


def money(*, needed: bool = False) -> Any:
    """Minor units of the row's ``currency``."""
    return _field(As.MONEY, needed=needed)


def thousandths(*, needed: bool = False) -> Any:
    """Thousandths of the row's ``unit``."""
    return _field(As.QUANTITY, needed=needed)


def rate(*, needed: bool = False) -> Any:
    """1/10,000."""
    return _field(As.RATE, needed=needed)


def link(table: str, *, needed: bool = False, part: bool = False) -> Any:
    """The id of a row of ``table``; ``part``: this row belongs to that one."""
    return _field(As.LINK, needed=needed, link=table, part=part)


@cache
def described(kind: type[Row]) -> tuple[Described, ...]:
    """The declared fields of a kind in their order, those of a base class first."""
    found: list[Described] = []
    for each in fields(kind):
        told = each.metadata.get(_KEY)
        if told is not None:
            usual = None if each.default is MISSING else each.default
            found.append(
                Described(
                    each.name,
                    told.shape,
                    told.needed,
                    usual,
                    told.codes,
                    told.words,
                    told.link,
                    told.part,
                    told.low,
                    told.high,
                    told.nature,
                )
            )
    return tuple(found)


@dataclass(kw_only=True, eq=False)
class Known(Row):
    """Something found out: on which day, from whom of theirs, written down by which rep.

    ``tells_of`` names the field with the day on which it happened, where that is not ``known_on``; rows of a kind that
    ``details`` others are said with the row that they belong to.
    """

    tells_of: ClassVar[str] = ""
    details: ClassVar[bool] = False
    known_on: date = day(needed=True)
    said_by: str | None = link("contact")
    recorded_by: str | None = link("rep")


@dataclass(kw_only=True, eq=False)
class KnownOfAccount(Known):
    """Something found out about one account."""

    account_id: str = link("account", needed=True, part=True)
