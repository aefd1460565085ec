"""How often an account buys, and when it will buy next.

- *Interval*: days from one day with an order to the next one.
- *Cycle*: the median of the intervals.
- *Regularity*: the part of the intervals that lie within a quarter of the cycle (three days at least) of it.
- *Next*: the last day + the cycle, half days up.
- *Confidence*: high from six intervals of which three quarters are regular, medium from three of which half are, else
  low. Fewer than two intervals are no cycle.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

Of = TypeVar("Of", bound=Hashable)

LEAST = 2
NEAR_DAYS = 3


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Cycle:
    """``median`` days between purchases; None, as is all that follows from it, where there are too few (``reason``).

    ``late`` is how many days ``today`` lies after the next date, 0 before it.
    """

    purchases: int
    first: date | None
    last: date | None
    intervals: tuple[int, ...]
    median: Fraction | None = None
    near: int = 0
    regularity: Fraction | None = None
    next_on: date | None = None
    late: int | None = None
    confidence: Confidence | None = None
    reason: str | None = None


def cycle(days: Iterable[date], today: date) -> Cycle:
    """The cycle of the days on which something was bought; days after ``today`` are left out."""
    bought = sorted({day for day in days if day <= today})
    intervals = tuple((later - day).days for day, later in pairwise(bought))
    first, last = (bought[0], bought[-1]) if bought else (None, None)
    if len(intervals) < LEAST or last is None:
        reason = "never_bought" if last is None else "too_few_purchases"
        return Cycle(len(bought), first, last, intervals, reason=reason)
    middle = median(intervals)
    doubled = (2 * middle).numerator
    reach = max(doubled, 8 * NEAR_DAYS)
    near = sum(4 * abs(2 * interval - doubled) <= reach for interval in intervals)
    regularity = Fraction(near, len(intervals))
    next_on = last + timedelta(days=(doubled + 1) // 2)
    return Cycle(
        purchases=len(bought),
        first=first,
        last=last,
        intervals=intervals,
        median=middle,
        near=near,
        regularity=regularity,
        next_on=next_on,
        late=max(0, (today - next_on).days),
        confidence=_confidence(len(intervals), regularity),
    )


def _confidence(count: int, regularity: Fraction) -> Confidence:
    if count >= 6 and regularity >= Fraction(3, 4):
        return Confidence.HIGH
    return Confidence.MEDIUM if count >= 3 and regularity >= Fraction(1, 2) else Confidence.LOW


def median(values: Iterable[int]) -> Fraction:
    """The middle of the values, of an even number the mean of the two in the middle. They must not be empty."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


def life_cycles(days_of: Mapping[Of, Iterable[date]], today: date) -> dict[Of, Cycle]:
    """The cycles of what recurs (a product, a service, a replacement), the soonest next date first.

    What has too few purchases for a cycle is left out.
    """
    found = {of: cycle(days, today) for of, days in days_of.items()}
    recurring = [(of, each) for of, each in found.items() if each.next_on is not None]
    return dict(sorted(recurring, key=lambda item: (item[1].next_on or date.max, str(item[0]))))
