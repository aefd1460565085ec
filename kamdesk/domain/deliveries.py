"""What was promised and what arrived: how many deliveries came in time, by transport and by quarter of the year.

In time: arrived on the day promised or before. Late: after it, or not yet though the day is over. What is still to come
is in no count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery as it is counted."""

    promised_on: date
    arrived_on: date | None
    transport: str | None = None
    stock_out_days: int | None = None


@dataclass(frozen=True, slots=True)
class Punctual:
    """``in_time`` of ``of`` deliveries; ``stock_out`` days without goods."""

    in_time: int
    of: int
    stock_out: int


def punctual(rows: Iterable[Delivered], today: date) -> Punctual:
    """Of all of them together."""
    due = [row for row in rows if row.arrived_on is not None or row.promised_on < today]
    return Punctual(
        sum(row.arrived_on is not None and row.arrived_on <= row.promised_on for row in due),
        len(due),
        sum(row.stock_out_days or 0 for row in due),
    )


def by_transport(rows: Iterable[Delivered], today: date) -> dict[str, Punctual]:
    """By the way in which they came, where it is known; ways of which nothing is due are left out."""
    return _by(rows, today, lambda row: row.transport or "")


def by_quarter(rows: Iterable[Delivered], today: date) -> dict[str, Punctual]:
    """By the quarter of the year for which they were promised, whatever year: 1 to 4."""
    return _by(rows, today, lambda row: str((row.promised_on.month + 2) // 3))


def _by(rows: Iterable[Delivered], today: date, group: Callable[[Delivered], str]) -> dict[str, Punctual]:
    groups: dict[str, list[Delivered]] = {}
    for row in rows:
        if group(row):
            groups.setdefault(group(row), []).append(row)
    counted = {name: punctual(each, today) for name, each in sorted(groups.items())}
    return {name: each for name, each in counted.items() if each.of}
