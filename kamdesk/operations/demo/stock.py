"""What lies in a customer's store: sold week by week as the season goes, filled up by orders."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kamdesk.operations.demo.lists import Good
from kamdesk.operations.demo.members import Member

# How much sells in each month against the mean of the year, by what the product is for.
SEASONS = {
    "fit_out": (0.6, 0.35, 1.0, 1.15, 1.1, 1.0, 0.9, 0.9, 1.15, 1.3, 1.3, 1.05),
    "wet": (0.5, 0.4, 0.9, 1.1, 1.3, 1.45, 1.3, 1.2, 1.15, 1.05, 0.9, 0.75),
    "dry": (0.6, 0.35, 1.1, 1.2, 1.15, 0.85, 0.9, 1.0, 1.15, 1.3, 1.25, 1.05),
}
# For how many weeks beyond the next visit the stock should last, and how much more is ordered.
DELIVERY_WEEKS, LOW_WEEKS, MORE_WEEKS = 0.6, 1.6, 1.4
# Below this many weeks the customer does not wait for the rep.
URGENT_WEEKS = 0.9
MOST_LINES = 4
# Not all that is ordered comes by the rep, and not all of an account's purchases are in the few products drawn for it.
SHARE = 0.8
WEEKS_A_YEAR = 50


@dataclass(eq=False)
class Shelf:
    """One product at one account: ``weekly`` units sold in a mean week, ``units`` there, ``coming`` on the way."""

    good: Good
    weekly: float
    units: float
    since: date
    coming: list[tuple[date, int]] = field(default_factory=list)

    def advance(self, day: date, dice: random.Random) -> None:
        """What was sold and what arrived until ``day``."""
        while self.since < day:
            self.since += timedelta(days=1)
            self.units += sum(count for arrives, count in self.coming if arrives == self.since)
            season = SEASONS[self.good.season][self.since.month - 1]
            self.units = max(0.0, self.units - self.weekly / 7 * season * dice.uniform(0.6, 1.4))
        self.coming = [(arrives, count) for arrives, count in self.coming if arrives > day]

    def weeks_left(self, day: date) -> float:
        """For how many weeks the stock and what is on the way will last."""
        weekly = self.weekly * SEASONS[self.good.season][day.month - 1]
        return (self.units + sum(count for _, count in self.coming)) / weekly

    def wanted(self, day: date, low: float) -> int:
        """Units that fill the shelf well above ``low`` weeks, in whole packs, one at least."""
        weekly = self.weekly * SEASONS[self.good.season][day.month - 1]
        missing = weekly * (low + MORE_WEEKS - self.weeks_left(day))
        return max(1, round(missing / self.good.pack)) * self.good.pack


def order_for(
    shelves: Sequence[Shelf], day: date, dice: random.Random, *, weeks: int
) -> list[tuple[Good, int]]:
    """What an account orders that is visited every ``weeks`` weeks.

    Nothing, unless one product won't last until the next visit and its delivery; then all that would run short soon.
    """
    short, low = weeks + DELIVERY_WEEKS, weeks + LOW_WEEKS
    if not shelves or min(shelf.weeks_left(day) for shelf in shelves) > short:
        return []
    lowest = sorted(shelves, key=lambda shelf: (shelf.weeks_left(day), shelf.good.code))
    lines = [
        (s.good, s.wanted(day, low)) for s in lowest if s.weeks_left(day) <= low * dice.uniform(0.85, 1.1)
    ]
    return lines[:MOST_LINES]


def draw_shelves(member: Member, first: date, dice: random.Random) -> list[Shelf]:
    """The products of an account with what is there on the first day; shops of one chain share its sales."""
    part = 0.5 if member.part.story == "chain_store" else 1.0
    weights = [good.weight * dice.uniform(0.6, 1.4) for good in member.goods]
    shelves = []
    for good, weight in zip(member.goods, weights, strict=True):
        yuan = member.annual * part * SHARE / WEEKS_A_YEAR * weight / sum(weights)
        weekly = yuan * 100 / good.price
        units = weekly * dice.uniform(1.2, 3.4)
        shelves.append(
            Shelf(good=good, weekly=weekly, units=math.ceil(units), since=first - timedelta(days=1))
        )
    return shelves


def month_share(member: Member, month: int) -> float:
    """Which part of a year's purchases falls into ``month``."""
    curves = [SEASONS[good.season] for good in member.goods] or [SEASONS["fit_out"]]
    return sum(curve[month - 1] / sum(curve) for curve in curves) / len(curves)
