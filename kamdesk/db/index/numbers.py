"""The number of a record in the index says how it is ranked, so that the best hits come first without being sorted.

From the highest bits down: kind, key account or not, day, and which of that day. The day of an account is the first of
the month of its last visit; records without a day stand behind all others of their kind. Numbers that lie close
together make a small index, so a day has few; where it is full, the days after it lend theirs.
"""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.index.contents import KINDS, Content, Kind

_DAY_BITS, PLACE_BITS = 15, 12
_KIND_SHIFT = 1 + _DAY_BITS + PLACE_BITS
_FIRST_DAY = date(1980, 1, 1).toordinal()
_LAST = (1 << _DAY_BITS) - 1
_IS_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_NO_DAY = date(1985, 1, 1)
"""Days before it stand for records without a day: so many of these may be lent numbers."""


def rank(kind: Kind, key: bool, day: date | None) -> int:
    """The part of a number that says how a record is ranked."""
    days = 0 if day is None else min(max(day, _NO_DAY).toordinal() - _FIRST_DAY, _LAST)
    return ((KINDS.index(kind) << 1 | key) << _DAY_BITS) | days


def rank_of(content: Content) -> int:
    return rank(content.kind, content.key, content.day)


def rank_in(number: int) -> int:
    """The rank that a record's number was given for."""
    return number >> PLACE_BITS


def is_key(number: int) -> bool:
    """Whether a record was ranked as a key account, or as one of its people."""
    return bool(rank_in(number) >> _DAY_BITS & 1)


def month_in(number: int) -> date | None:
    """The month of the day that a record was ranked by."""
    day = date.fromordinal((rank_in(number) & _LAST) + _FIRST_DAY)
    return None if day < _NO_DAY else day.replace(day=1)


def span(kind: Kind) -> tuple[int, int]:
    """The least and the greatest number of the records of a kind."""
    first = KINDS.index(kind) << _KIND_SHIFT
    return first, first + (1 << _KIND_SHIFT) - 1


def kind_of(number: int) -> Kind:
    return KINDS[number >> _KIND_SHIFT]


class Numbering:
    """Gives free numbers, in the order in which they are asked for, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next: dict[int, int] = {}
        self._full: dict[int, int] = {}

    def free(self, ranked: int) -> int:
        """A free number for this rank, or where it has none left, of the next that has."""
        asked = ranked
        ranked = self._full.get(ranked, ranked)
        while True:
            first, end = ranked << PLACE_BITS, (ranked + 1) << PLACE_BITS
            number = self._next.get(ranked)
            if number is None:
                last = plain.first(
                    self._connection,
                    "SELECT max(number) FROM search_doc WHERE number >= ? AND number < ?",
                    (first, end),
                )
                number = first if last is None else last + 1
            if number < end:
                self._next[ranked] = number + 1
                return number
            ranked += 1
            self._full[asked] = ranked


def packed(record: str) -> bytes:
    """An id as the index keeps it: a UUID in its 16 bytes, anything else as its text."""
    if _IS_UUID(record):
        return bytes.fromhex(record.replace("-", ""))
    return record.encode()


def unpacked(kept: bytes) -> str:
    """The id that ``packed`` kept."""
    return str(UUID(bytes=kept)) if len(kept) == 16 else kept.decode()
