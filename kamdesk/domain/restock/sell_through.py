"""Sell-through 动销: what a customer sold of a product between two counts.

    sold = previous stock + received − counted stock

Below zero the count is flagged and left out of every rate: something was received that nobody recorded, or miscounted.
Goods that arrive on the day of a count lie in the stock that is counted then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

RECENT_DAYS = 42
"""A rate is taken of the latest intervals that together cover as many days; trend compares as many before them."""
BEFORE_DAYS = 84
DAYS_A_WEEK = 7


class Told(StrEnum):
    """How an arrival is known: recorded as such, or only by the day on which an order was shipped."""

    RECORDED = "recorded"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Count:
    """Stock in thousandths on a day; ``listed``: an office's list says so, nobody counted at a visit."""

    day: date
    quantity: int
    record_id: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    day: date
    quantity: int
    record_id: str
    told: str = Told.RECORDED


@dataclass(frozen=True, slots=True)
class Interval:
    """What happened between two counts. ``flagged``: more was there than can have been."""

    first: date
    last: date
    before: int
    received: int
    counted: int
    told: str | None
    sources: tuple[str, ...]

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    @property
    def sold(self) -> int:
        return self.before + self.received - self.counted

    @property
    def flagged(self) -> bool:
        return self.sold < 0

    @property
    def tells(self) -> bool:
        """Whether it says how much sells: where nothing was there, nothing could be sold."""
        return not self.flagged and self.before + self.received > 0


@dataclass(frozen=True, slots=True)
class Rate:
    """Thousandths a week: ``sold`` over ``days``, × 7. ``trend`` = this rate ÷ that of the intervals before − 1.

    ``trend`` is None where these cover less than half as many days, or nothing was sold in them. ``ran_out``: a count
    found nothing left, so that more might have been sold.
    """

    weekly: Fraction
    sold: int
    days: int
    first: date
    last: date
    trend: Fraction | None
    ran_out: bool


def intervals(counts: Iterable[Count], arrivals: Iterable[Arrival]) -> tuple[Interval, ...]:
    """The intervals between counts, oldest first; of several counts of one day the first given stands.

    Where arrivals of an interval are recorded, the shipping days of orders are not counted beside them: they are the
    same goods.
    """
    by_day: dict[date, Count] = {}
    for count in counts:
        by_day.setdefault(count.day, count)
    ordered = [by_day[day] for day in sorted(by_day)]
    came = tuple(arrivals)
    return tuple(_interval(earlier, later, came) for earlier, later in pairwise(ordered))


def _interval(earlier: Count, later: Count, arrivals: Sequence[Arrival]) -> Interval:
    inside = received(arrivals, earlier.day, later.day)
    return Interval(
        first=earlier.day,
        last=later.day,
        before=earlier.quantity,
        received=sum(each.quantity for each in inside),
        counted=later.quantity,
        told=inside[0].told if inside else None,
        sources=(earlier.record_id, later.record_id, *(each.record_id for each in inside)),
    )


def received(arrivals: Iterable[Arrival], after: date, until: date) -> tuple[Arrival, ...]:
    """What arrived after a day, until another one: what is recorded or, where nothing is, what was shipped."""
    inside = [each for each in arrivals if after < each.day <= until]
    recorded = [each for each in inside if each.told == Told.RECORDED]
    return tuple(recorded or inside)


def rate(told: Sequence[Interval]) -> Rate | None:
    """How much sells in a week, of the latest intervals that tell; None where there is none."""
    sound = [interval for interval in told if interval.tells]
    if not sound:
        return None
    recent, rest = _latest(sound, RECENT_DAYS)
    before, _ = _latest(rest, BEFORE_DAYS)
    sold, days = sum(each.sold for each in recent), sum(each.days for each in recent)
    weekly = Fraction(sold * DAYS_A_WEEK, days)
    sold_before, days_before = sum(each.sold for each in before), sum(each.days for each in before)
    trend = None
    if sold_before and days_before * 2 >= RECENT_DAYS:
        trend = weekly / Fraction(sold_before * DAYS_A_WEEK, days_before) - 1
    return Rate(
        weekly=weekly,
        sold=sold,
        days=days,
        first=recent[0].first,
        last=recent[-1].last,
        trend=trend,
        ran_out=any(each.counted <= 0 for each in recent),
    )


def _latest(told: Sequence[Interval], days: int) -> tuple[list[Interval], list[Interval]]:
    """The latest intervals that together cover ``days``, and those before them."""
    covered = 0
    for taken in range(1, len(told) + 1):
        covered += told[-taken].days
        if covered >= days:
            return list(told[-taken:]), list(told[:-taken])
    return list(told), []


@dataclass(frozen=True, slots=True)
class Ordered:
    """What was ordered on a day, thousandths."""

    day: date
    quantity: int
    record_id: str


def rate_of_orders(orders: Iterable[Ordered], today: date, window: timedelta) -> Rate | None:
    """An estimate where nobody counted: what was ordered before the last order had gone by the time of that one.

    None of fewer than two days with an order within ``window`` of today.
    """
    by_day: dict[date, int] = {}
    for each in orders:
        if today - window <= each.day <= today:
            by_day[each.day] = by_day.get(each.day, 0) + each.quantity
    days = sorted(by_day)
    if len(days) < 2:
        return None
    sold, span = sum(by_day[day] for day in days[:-1]), (days[-1] - days[0]).days
    if sold <= 0:
        return None
    return Rate(Fraction(sold * DAYS_A_WEEK, span), sold, span, days[0], days[-1], None, False)
