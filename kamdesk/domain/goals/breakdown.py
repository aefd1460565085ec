"""A year's target broken down: year → quarter → month → week → day, exact to the last minor unit.

Each month gets its part by *working days × season index*, each day of a month the same. Remainders go to those whose
part was cut most (largest remainder), so every level adds up to the one above. Weeks are those of the calendar, cut off
where the target's days begin and end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from kamdesk.domain.facts import Period
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.selling.months import month_number, month_of_year, month_period

DAY = timedelta(days=1)
QUARTER = 3


class Step(StrEnum):
    """The levels of a breakdown."""

    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a target that falls on a period. ``workdays`` it has, ``season`` is the index of its month."""

    step: Step
    period: Period
    amount: int
    workdays: int
    season: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """``by_day`` is exact; everything else is its sum. ``workless``: no working day is known, all days count alike."""

    total: int
    period: Period
    by_day: Mapping[date, int]
    quarters: tuple[Part, ...]
    months: tuple[Part, ...]
    weeks: tuple[Part, ...]
    workless: bool

    def until(self, day: date) -> int:
        """What should have been reached by the end of ``day``."""
        return sum(amount for each, amount in self.by_day.items() if each <= day)

    def within(self, period: Period) -> int:
        """What falls on the days of ``period``."""
        return sum(amount for each, amount in self.by_day.items() if each in period)


def share_out(total: int, weights: Sequence[Fraction | int]) -> list[int]:
    """``total`` shared out by weight, in whole units that add up to it; among equal remainders the first gets more.

    Weights must not be negative; where all are 0 each counts the same. None of them shares out nothing.
    """
    if not weights:
        return []
    whole = sum(weights, Fraction(0))
    even = whole == 0
    whole = Fraction(len(weights)) if even else whole
    exact = [abs(total) * Fraction(1 if even else weight) / whole for weight in weights]
    parts = [int(part) for part in exact]
    left = abs(total) - sum(parts)
    order = sorted(range(len(exact)), key=lambda n: (parts[n] - exact[n], n))
    for n in order[:left]:
        parts[n] += 1
    return parts if total >= 0 else [-part for part in parts]


def break_down(
    total: int,
    period: Period,
    works: Callable[[date], bool],
    season: Mapping[int, Fraction] | None = None,
) -> Breakdown:
    """The target ``total`` (any whole unit) of ``period`` by day. ``works`` tells working days, ``season`` is the index
    by month of the year, 1 where it is silent.
    """
    days = [period.first + DAY * n for n in range((period.last - period.first).days + 1)]
    workdays = {day for day in days if works(day)}
    workless = not workdays
    counted = set(days) if workless else workdays
    months: dict[int, list[date]] = {}
    for day in days:
        months.setdefault(month_number(day), []).append(day)
    index = {month: (season or {}).get(month_of_year(month), Fraction(1)) for month in months}
    weights = [index[month] * sum(day in counted for day in each) for month, each in months.items()]
    by_day: dict[date, int] = {}
    for amount, each in zip(share_out(total, weights), months.values(), strict=True):
        open_days = [day for day in each if day in counted] or each
        parts = dict(zip(open_days, share_out(amount, [1] * len(open_days)), strict=True))
        by_day |= {day: parts.get(day, 0) for day in each}

    def part(step: Step, first: date, last: date, of: Fraction | None = None) -> Part:
        cut = Period(max(first, period.first), min(last, period.last))
        span = [cut.first + DAY * n for n in range((cut.last - cut.first).days + 1)]
        return Part(step, cut, sum(by_day[day] for day in span), sum(day in workdays for day in span), of)

    quarters = dict.fromkeys((day.year, (day.month - 1) // QUARTER) for day in days)
    return Breakdown(
        total=total,
        period=period,
        by_day=by_day,
        quarters=tuple(
            part(
                Step.QUARTER,
                month_period(year * 12 + number * QUARTER).first,
                month_period(year * 12 + number * QUARTER + QUARTER - 1).last,
            )
            for year, number in quarters
        ),
        months=tuple(part(Step.MONTH, month_period(n).first, month_period(n).last, index[n]) for n in months),
        weeks=tuple(
            part(Step.WEEK, monday, monday + 6 * DAY) for monday in dict.fromkeys(map(monday_of, days))
        ),
        workless=workless,
    )
