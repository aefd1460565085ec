"""What a target would look like, broken down, before it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.by_day import SetPart, by_day
from kamdesk.domain.goals.periods import Span, span_around
from kamdesk.domain.knowledge.goal import IN_MONEY, RATES, Metric
from kamdesk.domain.selling.facts import months_of, within
from kamdesk.domain.selling.months import month_number, month_of_year, month_period, year_before
from kamdesk.domain.selling.trend import Season, season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.days import Holidays
from kamdesk.reads.goal_page.counted import of_one_kind
from kamdesk.reads.goal_page.progress import working_days
from kamdesk.reads.rep import read_rep
from kamdesk.reads.selling import read_sales


@dataclass(frozen=True, slots=True)
class SketchMonth:
    """A month of the target. ``season`` is 1,000 for an ordinary month, ``before`` what the same days brought a year
    earlier; ``by_hand``: somebody set its part.
    """

    period: Period
    workdays: int
    season: int
    amount: int
    before: int
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """``months`` add up to the target but for ``unplaced``. ``last_year`` is None where no sales are known.

    ``quarters`` are (first day, sum); ``week`` is what the week of today has of it.
    """

    months: tuple[SketchMonth, ...]
    quarters: tuple[tuple[date, int], ...]
    week: int
    unplaced: int
    last_year: int | None
    this_year: int
    season_years: int


def sketch(
    store: Store,
    *,
    metric: str,
    currency: str | None,
    amount: int,
    first: date,
    last: date,
    parts: Sequence[tuple[date, date, int]],
    now: datetime,
    holidays: Holidays,
) -> Sketch:
    """The target by month. ``parts`` are what was set by hand: (first day, last day, amount)."""
    with store.read() as connection:
        rep = read_rep(connection)
        today, period = local_day(now, rep.zone), Period(first, last)
        works = working_days(connection, rep, period, holidays)
        counted = of_one_kind(read_sales(connection, today=today).sales, currency, "no_sales")
    facts = counted.facts
    known = min((fact.first for fact in facts), default=None)
    sold = metric in IN_MONEY or metric == Metric.VOLUME
    found = season(*months_of(facts), min(first, today), known) if sold else season({}, (), today, None)
    found = found if found.usable else Season({}, found.years, found.reason)
    set_parts = [SetPart(Period(a, b), value) for a, b, value in parts]
    spread = by_day(amount, period, works, found.index, () if metric in RATES else set_parts)
    months = []
    for number in range(month_number(first), month_number(last) + 1):
        whole = month_period(number)
        cut = Period(max(whole.first, first), min(whole.last, last))
        months.append(
            SketchMonth(
                cut,
                spread.workdays_in(cut),
                round(found.of(month_of_year(number)) * 1000),
                amount if metric in RATES else spread.within(cut),
                sum(fact.amount for fact in within(facts, year_before(cut)))
                if metric == Metric.REVENUE
                else 0,
                any(part.period == cut for part in set_parts),
            )
        )
    quarters: dict[date, int] = {}
    for month in months:
        begin = span_around(Span.QUARTER, month.period.first).first
        quarters[begin] = quarters.get(begin, 0) + month.amount
    year = span_around(Span.YEAR, today)
    return Sketch(
        tuple(months),
        tuple(quarters.items()),
        spread.within(span_around(Span.WEEK, today)),
        0 if metric in RATES else spread.unplaced,
        None if counted.unknown else sum(fact.amount for fact in within(facts, year_before(year))),
        sum(fact.amount for fact in within(facts, Period(year.first, today))),
        found.years,
    )
