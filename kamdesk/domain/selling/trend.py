"""Where an account's purchases are going: the last twelve months against those before, the slope, the season."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import Sale, estimated, months_of, within
from kamdesk.domain.selling.months import (
    MONTHS_A_YEAR,
    month_number,
    month_of_year,
    twelve_months,
    year_before,
    years_before,
)

SLOPE_MONTHS = 6
"""Fewer months than this say nothing of a slope."""
SURE_YEARS = 2
LEAST_DAYS = 90


@dataclass(frozen=True, slots=True)
class Trend:
    """``change`` = (last − before) ÷ before; None with a reason where the year before is not known or brought nothing.

    ``last`` and ``before`` are minor units of ``period`` and of the same days a year earlier. The period is the twelve
    months that end today or, where sales are not known for two years (``whole`` False), as much of them as can be
    compared. ``slope`` is minor units a month, by least squares over the ``slope_months`` whole months up to the last
    one. ``shared_out`` of both sums were told for longer periods and are shared out by days.
    """

    period: Period
    whole: bool
    last: int
    before: int | None
    change: Fraction | None
    reason: str | None
    slope: Fraction | None
    slope_months: int
    shared_out: int


def trend(sales: Collection[Sale], today: date, *, known_from: date | None) -> Trend:
    """The trend of sales of one kind; ``known_from`` is the first day from which sales are known at all."""
    period = compared(today, known_from)
    known = period is not None
    whole = period == twelve_months(today)
    period = period or twelve_months(today)
    spread = [sale for sale in sales if sale.first is not sale.last]
    exact = [sale for sale in sales if sale.first is sale.last] if spread else sales
    last = _sold(exact, spread, period)
    shared = estimated(spread, period) if spread else 0
    before: int | None = None
    change: Fraction | None = None
    reason: str | None = None if known else "before_unknown"
    if known:
        earlier = year_before(period)
        before = _sold(exact, spread, earlier)
        shared += estimated(spread, earlier) if spread else 0
        if before > 0:
            change = Fraction(last - before, before)
        else:
            reason = "before_nothing"
    months = _whole_months(today, known_from)
    return Trend(
        period,
        whole or not known,
        last,
        before,
        change,
        reason,
        slope(_sums(sales, months)),
        len(months),
        shared,
    )


def _sold(exact: Iterable[Sale], spread: Collection[Sale], period: Period) -> int:
    """What falls into a period: of single days, and of sums told for longer ones."""
    first, last = period.first, period.last
    sold = sum([sale.amount for sale in exact if first <= sale.first <= last])
    return sold + sum(sale.amount for sale in within(spread, period)) if spread else sold


def compared(today: date, known_from: date | None) -> Period | None:
    """The days up to ``today``, a year at most, of which the same days a year earlier are known too.

    None where these are fewer than ninety.
    """
    period = twelve_months(today)
    if known_from is None:
        return None
    if known_from > year_before(period).first:
        period = Period(max(period.first, years_before(known_from, -1)), today)
    return period if (today - period.first).days + 1 >= LEAST_DAYS else None


def _whole_months(today: date, known_from: date | None, most: int = 2 * MONTHS_A_YEAR) -> range:
    """The whole months before the one of ``today`` from which sales are known, ``most`` of them."""
    end = month_number(today)
    if known_from is None:
        return range(end, end)
    begin = month_number(known_from) + (known_from.day > 1)
    return range(max(begin, end - most), max(end, begin)) if begin < end else range(end, end)


def _sums(sales: Iterable[Sale], months: range) -> list[int]:
    by_month, _ = months_of(sales)
    return [by_month.get(month, 0) for month in months]


def slope(amounts: Iterable[int]) -> Fraction | None:
    """By least squares, exact: how much more there is at each step; None of fewer than six."""
    values = list(amounts)
    n = len(values)
    if n < SLOPE_MONTHS:
        return None
    # Σ(x−x̄)(y−ȳ) ÷ Σ(x−x̄)² with x = 0 … n−1, both times 12 ÷ n.
    cross = 12 * sum(x * y for x, y in enumerate(values)) - 6 * (n - 1) * sum(values)
    return Fraction(cross, n * (n * n - 1))


@dataclass(frozen=True, slots=True)
class Season:
    """How much of a mean month each month brings: ``index`` by month of the year (1 is an ordinary one).

    ``years`` whole years were looked at; of fewer than two, one good order may be taken for a season: ``sure`` is
    False then. Empty with a reason where not even one year is known.
    """

    index: Mapping[int, Fraction]
    years: int
    reason: str | None = None

    @property
    def sure(self) -> bool:
        return self.years >= SURE_YEARS

    @property
    def usable(self) -> bool:
        """Whether a plan may lean on it: sure, or a year in which something was sold in every month."""
        return self.sure or (len(self.index) == MONTHS_A_YEAR and all(self.index.values()))

    def of(self, month: int) -> Fraction:
        """The index of a month of the year, 1 where none is known."""
        return self.index.get(month, Fraction(1))


def season(
    by_month: Mapping[int, int], shared: Collection[int], today: date, known_from: date | None
) -> Season:
    """The season of whole years of months, the last one ending before the month of ``today``.

    ``by_month`` and ``shared`` as `facts.months_of` gives them. A year with a month that was only shared out of a
    longer period is no use, nor one that brought nothing. The index of a month is the mean, over the
    years, of its sum ÷ the mean month of its year.
    """
    if known_from is None:
        return Season({}, 0, "no_sales")
    months = _whole_months(today, known_from, most=10 * MONTHS_A_YEAR)
    ratios: dict[int, list[Fraction]] = {}
    years = 0
    for end in range(months.stop, months.start + MONTHS_A_YEAR - 1, -MONTHS_A_YEAR):
        year = range(end - MONTHS_A_YEAR, end)
        total = sum(by_month.get(month, 0) for month in year)
        if total <= 0 or any(month in shared for month in year):
            continue
        years += 1
        for month in year:
            ratio = Fraction(by_month.get(month, 0) * MONTHS_A_YEAR, total)
            ratios.setdefault(month_of_year(month), []).append(max(ratio, Fraction(0)))
    if not years:
        return Season({}, 0, "less_than_a_year")
    means = {month: sum(each, Fraction(0)) / len(each) for month, each in ratios.items()}
    whole = sum(means.values(), Fraction(0))
    return Season({month: mean * MONTHS_A_YEAR / whole for month, mean in sorted(means.items())}, years)
