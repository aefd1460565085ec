"""A target by day: broken down by working days and season, where single parts of it were set by hand, after those."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kamdesk.domain.facts import Period
from kamdesk.domain.goals.breakdown import break_down, share_out
from kamdesk.domain.goals.periods import overlap

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SetPart:
    """What somebody set for a part of the target's days."""

    period: Period
    amount: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ByDay:
    """``total`` spread over ``period``; ``by_day`` adds up to it but for ``unplaced``: what parts set by hand, which
    cover every day, ask for more (below zero) or less than the whole target.
    """

    total: int
    period: Period
    by_day: Mapping[date, int]
    workdays: frozenset[date]
    unplaced: int

    def within(self, period: Period) -> int:
        """What falls on the days of ``period``."""
        return sum(amount for day, amount in self.by_day.items() if day in period)

    def until(self, day: date, period: Period) -> int:
        """What should have been reached of ``period`` by the end of ``day``."""
        return sum(amount for each, amount in self.by_day.items() if each in period and each <= day)

    def workdays_in(self, period: Period) -> int:
        return sum(day in period for day in self.workdays)


def by_day(
    total: int,
    period: Period,
    works: Callable[[date], bool],
    season: Mapping[int, Fraction] | None = None,
    parts: Sequence[SetPart] = (),
) -> ByDay:
    """The target by day. Of parts that overlap the one that is named first counts; what no part covers shares the rest
    by working days × season.
    """
    days = [period.first + DAY * n for n in range((period.last - period.first).days + 1)]
    spread: dict[date, int] = {}
    for part in parts:
        inside = overlap(part.period, period)
        if inside is None or any(day in spread for day in days if day in inside):
            continue
        spread |= break_down(part.amount, inside, works, season).by_day
    left = total - sum(spread.values())
    free = [day for day in days if day not in spread]
    if free:
        chosen = {day for day in free if works(day)} or set(free)
        rest = break_down(left, period, lambda day: day in chosen, season)
        shares = {day: rest.by_day[day] for day in free}
        # Where the season leaves nothing for the free days, what fell on the others is theirs.
        open_days = sorted(chosen)
        for day, more in zip(
            open_days, share_out(left - sum(shares.values()), [1] * len(open_days)), strict=True
        ):
            shares[day] += more
        spread |= shares
        left = 0
    return ByDay(total, period, {day: spread[day] for day in days}, frozenset(filter(works, days)), left)
