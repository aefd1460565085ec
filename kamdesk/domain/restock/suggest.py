"""The suggested order of one product at one account.

    max(0, weekly sell-through × (lead + cover weeks) × season − stock − in transit), rounded up to whole packs

- *Weekly sell-through*: of the latest six weeks or more between counts, so that a trend is in it; it is shown beside.
- *Season*: the index of the days that the order is to last for ÷ that of the days in which the rate was measured.
- *Stock*: the latest count. What has arrived since counts as in transit.
- Without two counts the rate is an *estimate* from orders; without a count of the last eight weeks what is left of the
  last order is estimated too. Both are labelled.
- Without a baseline the quantity is None with the reason, never 0. 0 means: there is enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from kamdesk.domain.restock.sell_through import (
    DAYS_A_WEEK,
    Arrival,
    Count,
    Interval,
    Ordered,
    Rate,
    intervals,
    rate,
    rate_of_orders,
    received,
)

THOUSAND = 1000
OLD_DAYS = 56
"""An older count says nothing of today's stock."""
LATE_DAYS = 7
LAST_ORDER_DAYS = 120
"""Who has not ordered for longer may not be buying any more."""
ORDERS_WINDOW = timedelta(days=365)


class Basis(StrEnum):
    COUNTS = "counts"
    ORDERS = "orders"


class Blank(StrEnum):
    """Why no quantity is suggested."""

    NO_BASELINE = "no_baseline"
    DISCONTINUED = "discontinued"
    UNITS_DIFFER = "units_differ"
    COUNTS_FLAGGED = "counts_flagged"
    STOCK_OLD = "stock_old"
    ORDERS_OLD = "orders_old"


class Note(StrEnum):
    """What to have in mind about a quantity."""

    ESTIMATE = "estimate"
    STOCK_ESTIMATED = "stock_estimated"
    COUNT_FLAGGED = "count_flagged"
    COUNT_LATE = "count_late"
    STOCK_LISTED = "stock_listed"
    RAN_OUT = "ran_out"
    SEASON_UNSURE = "season_unsure"
    NO_PACK = "no_pack"
    RECEIVED_BY_SHIPPING = "received_by_shipping"


@dataclass(frozen=True, slots=True)
class Plan:
    """For how long an order is to last: weeks until it arrives, weeks until the next one; and where they come from."""

    lead: Fraction
    cover: Fraction
    lead_from: str
    cover_from: str


@dataclass(frozen=True, slots=True)
class Seasons:
    """Index by month of the year (1: an ordinary month). ``sure``: two years or more, or set by the rep."""

    index: Mapping[int, Fraction]
    sure: bool
    told_by: str | None


@dataclass(frozen=True, slots=True)
class Good:
    """All that is known of one product at one account; quantities in thousandths of ``unit``, newest facts last.

    ``coming`` are goods on their way: shipped, or ordered and not yet shipped. ``units_differ``: some of it was told in
    another unit.
    """

    product_id: str
    unit: str | None
    pack: int | None
    discontinued: bool
    counts: tuple[Count, ...]
    arrivals: tuple[Arrival, ...]
    coming: tuple[Ordered, ...]
    orders: tuple[Ordered, ...]
    units_differ: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to order and every figure that it is made of; ``quantity`` None with ``blank`` where it can't be told."""

    product_id: str
    unit: str | None
    quantity: int | None
    blank: Blank | None
    basis: Basis | None
    notes: tuple[Note, ...]
    rate: Rate | None
    plan: Plan
    season: Fraction
    seasons: Seasons
    need: Fraction | None
    stock: int | None
    stock_on: date | None
    coming: int
    pack: int | None
    intervals: tuple[Interval, ...]
    sources: tuple[str, ...]

    @property
    def estimate(self) -> bool:
        return Note.ESTIMATE in self.notes


def suggest(good: Good, plan: Plan, seasons: Seasons, today: date) -> Suggestion:
    """The suggestion for one product as of ``today``."""
    told = intervals(good.counts, good.arrivals)
    newest = max(good.counts, key=lambda count: count.day, default=None)
    latest = newest if newest is not None and (today - newest.day).days <= OLD_DAYS else None
    basis, measured = Basis.COUNTS, rate(told) if latest else None
    if measured is None or (today - measured.last).days > OLD_DAYS:
        basis, measured = Basis.ORDERS, rate_of_orders(good.orders, today, ORDERS_WINDOW)
    gone = basis == Basis.ORDERS and measured is not None and (today - measured.last).days > LAST_ORDER_DAYS
    if gone and not good.discontinued:
        return _without(good, plan, seasons, told, newest, Blank.ORDERS_OLD)
    if good.discontinued or measured is None:
        return _without(good, plan, seasons, told, newest, _blank(good, told, stale=newest is not latest))
    horizon = _days(today, plan.lead + plan.cover)
    season = _season(seasons, measured, horizon) if seasons.sure else Fraction(1)
    need = measured.weekly * (plan.lead + plan.cover) * season
    notes = list(_notes(good, seasons, told, latest, measured, basis, today))
    if latest is None:
        stock, coming, used = _left(good.orders, measured, today), 0, ()
        notes.append(Note.STOCK_ESTIMATED)
    else:
        stock = latest.quantity
        since = received(good.arrivals, latest.day, today)
        coming = sum(each.quantity for each in (*good.coming, *since))
        used = tuple(each.record_id for each in (*good.coming, *since))
    exact = max(Fraction(0), need - stock - coming)
    counted = (latest.record_id,) if latest else ()
    measured_by = tuple(source for each in told for source in each.sources if each.last > measured.first)
    ordered = tuple(each.record_id for each in good.orders) if basis == Basis.ORDERS else ()
    return Suggestion(
        product_id=good.product_id,
        unit=good.unit,
        quantity=packed(exact, good.pack),
        blank=None,
        basis=basis,
        notes=tuple(notes),
        rate=measured,
        plan=plan,
        season=season,
        seasons=seasons,
        need=need,
        stock=stock,
        stock_on=latest.day if latest else None,
        coming=coming,
        pack=good.pack,
        intervals=told,
        sources=tuple(dict.fromkeys((*counted, *used, *measured_by, *ordered))),
    )


def packed(exact: Fraction, pack: int | None) -> int:
    """Thousandths, rounded up to whole packs of ``pack`` units; to whole units where no pack is known."""
    step = (pack if pack and pack > 0 else 1) * THOUSAND
    return -(-exact // step) * step


def _blank(good: Good, told: Sequence[Interval], *, stale: bool) -> Blank:
    if good.discontinued:
        return Blank.DISCONTINUED
    if good.units_differ:
        return Blank.UNITS_DIFFER
    if told and all(each.flagged for each in told):
        return Blank.COUNTS_FLAGGED
    return Blank.STOCK_OLD if stale else Blank.NO_BASELINE


def _without(
    good: Good, plan: Plan, seasons: Seasons, told: tuple[Interval, ...], latest: Count | None, why: Blank
) -> Suggestion:
    flagged = (Note.COUNT_FLAGGED,) if any(each.flagged for each in told) else ()
    return Suggestion(
        product_id=good.product_id,
        unit=good.unit,
        quantity=None,
        blank=why,
        basis=None,
        notes=flagged,
        rate=None,
        plan=plan,
        season=Fraction(1),
        seasons=seasons,
        need=None,
        stock=latest.quantity if latest else None,
        stock_on=latest.day if latest else None,
        coming=sum(each.quantity for each in good.coming),
        pack=good.pack,
        intervals=told,
        sources=(latest.record_id,) if latest else (),
    )


def _notes(
    good: Good,
    seasons: Seasons,
    told: Sequence[Interval],
    latest: Count | None,
    measured: Rate,
    basis: Basis,
    today: date,
) -> list[Note]:
    used = [each for each in told if each.last > measured.first] if basis == Basis.COUNTS else []
    facts = {
        Note.ESTIMATE: basis == Basis.ORDERS,
        Note.COUNT_FLAGGED: any(each.flagged for each in told),
        Note.COUNT_LATE: latest is not None and (today - latest.day).days > LATE_DAYS,
        Note.STOCK_LISTED: latest is not None and latest.listed,
        Note.RAN_OUT: measured.ran_out,
        Note.SEASON_UNSURE: not seasons.sure,
        Note.NO_PACK: not good.pack,
        Note.RECEIVED_BY_SHIPPING: any(each.told == "shipped" for each in used),
    }
    return [note for note, holds in facts.items() if holds]


def _left(orders: Sequence[Ordered], measured: Rate, today: date) -> int:
    """What should be left of the last order, whether it arrived or not, if sales went on as before."""
    last = sum(each.quantity for each in orders if each.day == measured.last)
    gone = measured.weekly * (today - measured.last).days / DAYS_A_WEEK
    return max(0, int(last - gone))


def _days(today: date, weeks: Fraction) -> tuple[date, ...]:
    return tuple(today + timedelta(days=n + 1) for n in range(max(1, int(weeks * DAYS_A_WEEK))))


def _season(seasons: Seasons, measured: Rate, horizon: Sequence[date]) -> Fraction:
    """The mean index of the days ahead ÷ that of the days behind; 1 where the rate was measured out of season."""

    def mean(days: Sequence[date]) -> Fraction:
        return sum((seasons.index.get(day.month, Fraction(1)) for day in days), Fraction(0)) / len(days)

    behind = [measured.first + timedelta(days=n + 1) for n in range(max(1, measured.days))]
    then = mean(behind)
    return mean(horizon) / then if then else Fraction(1)
