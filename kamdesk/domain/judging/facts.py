"""All that is known of the relationship with one managed unit, as plain facts with the ids of their records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kamdesk.domain.figures import Figure
from kamdesk.domain.selling.cycle import Cycle
from kamdesk.domain.selling.trend import Trend

HALF_YEAR, YEAR, QUARTER = 182, 365, 91
"""Days."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of theirs who holds a post now; ``met_on`` the last day on which a report says that we met."""

    id: str
    department: str | None
    roles: frozenset[str]
    support: str | None
    counterpart: str | None
    met_on: date | None


@dataclass(frozen=True, slots=True)
class Share:
    """What a list says of the suppliers on a day; shares are parts of 1. ``ids`` are the rows."""

    as_of: date
    ours: Fraction | None
    others: Mapping[str, Fraction]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A dated record that counts by being there; ``kind`` tells which, ``number`` its score or how grave it is."""

    id: str
    day: date
    kind: str
    until: date | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PriceRange:
    """The lowest and the highest price paid for a product in a year of orders, minor units; from when to when."""

    product_id: str
    lowest: int
    highest: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One managed unit on ``today``. What is not recorded is empty or None, which is not the same as nothing.

    ``signs`` are what the rep saw (True) or missed (False) when the stage was last judged. ``scores`` are satisfaction
    1–5. ``threats_checked``: somebody looked for threats and found none. ``broken`` are promises not kept, with their
    churn risk as ``number``. ``counted_on`` are days of stock counts.
    """

    unit_id: str
    today: date
    stage: str | None = None
    stage_on: date | None = None
    signs: Mapping[str, bool] | None = None
    tenure: Fraction | None = None
    trend: Trend | None = None
    cycle: Cycle | None = None
    orders: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    wallet: Fraction | None = None
    promises: Figure | None = None
    broken: tuple[Record, ...] = ()
    visits: tuple[Record, ...] = ()
    planned_quarter: int = 0
    counted_on: tuple[date, ...] = ()
    people: tuple[Person, ...] = ()
    team: tuple[Record, ...] = ()
    needs: tuple[Record, ...] = ()
    scores: tuple[Record, ...] = ()
    terms: tuple[Record, ...] = ()
    benefits: tuple[Record, ...] = ()
    deeds: tuple[Record, ...] = ()
    measures: tuple[Record, ...] = ()
    agreements: tuple[Record, ...] = ()
    papers: tuple[Record, ...] = ()
    threats: tuple[Record, ...] = ()
    threats_checked: Record | None = None
    prices: tuple[PriceRange, ...] = ()
    judgement: Record | None = None

    def age(self, day: date) -> int:
        """Days from a day to today."""
        return (self.today - day).days

    def met(self, days: int = YEAR) -> tuple[Person, ...]:
        """The people of theirs whom we met within so many days."""
        return tuple(p for p in self.people if p.met_on is not None and self.age(p.met_on) <= days)

    def recent(self, records: tuple[Record, ...], days: int) -> tuple[Record, ...]:
        """The records of the last days."""
        return tuple(record for record in records if 0 <= self.age(record.day) <= days)

    def standing(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """The records that have begun and not ended."""
        return tuple(r for r in records if r.day <= self.today and (r.until is None or r.until >= self.today))
