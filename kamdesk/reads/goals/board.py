"""The goals of a year: broken down, with what was reached of each part, and where the gap comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.calendars import Kind as DayOf
from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.breakdown import Breakdown, Part, break_down
from kamdesk.domain.goals.gap import Caused, Gap, gap
from kamdesk.domain.goals.tally import Tally
from kamdesk.domain.knowledge.goal import IN_MONEY, Metric
from kamdesk.domain.selling.facts import Kind, within
from kamdesk.domain.selling.months import year_before
from kamdesk.domain.selling.trend import Season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.classing.portfolio import Portfolio, read_portfolio
from kamdesk.reads.days import MAINLAND, Holidays
from kamdesk.reads.goals.actuals import Wanted, read_tally, sales_of
from kamdesk.reads.rep import RepCard, read_rep

SATURDAY = 5
SEASONAL = IN_MONEY | {Metric.VOLUME}
LEVELS = frozenset({Metric.SHARE_OF_WALLET, Metric.SATISFACTION})
"""What is to be held at a level is not shared out over days."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A part of a target and what was reached of it; None where it can't be told, or has not ``begun``."""

    part: Part
    reached: int | Fraction | None
    begun: bool

    @property
    def gap(self) -> int | Fraction | None:
        return None if self.reached is None else self.reached - self.part.amount


@dataclass(frozen=True, slots=True)
class Goal:
    """One target. ``target`` is minor units of ``kind`` for money, else thousandths of ``measure``.

    ``expected`` is what should have been reached by the end of the day before today or, once it is over, of its last;
    ``reached`` what was, up to today. A target that is a level has no breakdown. ``by_hand`` are the targets that the
    rep set for parts of it: they stand, whatever the breakdown says. ``compared`` are the days that the gap is held
    against; not ``compared_known``: sales are not known of all of them.
    """

    id: str
    metric: str
    name: str | None
    period: Period
    target: int
    kind: Kind
    measure: str | None
    account_id: str | None
    account: str | None
    product_id: str | None
    product: str | None
    parent_id: str | None
    reasons: tuple[tuple[str, str, str | None], ...]
    breakdown: Breakdown | None
    season: Season | None
    quarters: tuple[Standing, ...]
    months: tuple[Standing, ...]
    weeks: tuple[Standing, ...]
    expected: int | None
    reached: int | Fraction | None
    reason: str | None
    evidence: tuple[str, ...]
    gap: Gap | None
    compared: Period | None
    compared_known: bool
    by_hand: tuple[str, ...] = ()

    @property
    def money(self) -> bool:
        return self.metric in IN_MONEY


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of a year in the order in which they were set; ``names`` are those of accounts and products."""

    year: int
    today: date
    goals: tuple[Goal, ...]
    names: Mapping[str, str]


def goals_of_year(
    store: Store, *, now: datetime, year: int | None = None, holidays: Holidays = day_kind
) -> Goals:
    """The targets that touch the year (default: the one in which it is now) with all that came of them."""
    with store.read() as connection:
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        portfolio = read_portfolio(connection, today=today, by_line=True)
        return read_goals(connection, portfolio, rep, year or today.year, holidays)


def read_goals(
    connection: Connection, portfolio: Portfolio, rep: RepCard, year: int, holidays: Holidays
) -> Goals:
    """The same from a portfolio that was read."""
    g = t.target.c
    rows = connection.execute(
        select(t.target)
        .where(g.deleted_at.is_(None), g.first_day <= date(year, 12, 31), g.last_day >= date(year, 1, 1))
        .where(g.first_day <= g.last_day)
        .order_by(g.first_day, g.last_day.desc(), g.known_on, g.id)
    ).all()
    works = working_days(rep, holidays)
    p = t.product.c
    names = {unit.id: unit.name for unit in portfolio.units.values()}
    names |= {
        row.id: row.name for row in connection.execute(select(p.id, p.name).where(p.deleted_at.is_(None)))
    }
    goals = [_goal(connection, portfolio, row, rows, works, names) for row in rows]
    return Goals(year, portfolio.today, tuple(goals), names)


def working_days(rep: RepCard, holidays: Holidays) -> Callable[[date], bool]:
    """Whether work is done on a day: the rep's weekdays (Monday to Friday where none are recorded), public holidays
    off, make-up days on.
    """
    weekdays = {each.weekday for each in rep.working} or set(range(SATURDAY))

    def works(day: date) -> bool:
        kind = holidays(day) if rep.zone in MAINLAND else None
        if kind is not None and kind.kind == DayOf.HOLIDAY:
            return False
        return day.weekday() in weekdays or (kind is not None and kind.kind == DayOf.MAKE_UP_WORKDAY)

    return works


def _goal(
    connection: Connection,
    portfolio: Portfolio,
    row: Row[Any],
    rows: Iterable[Row[Any]],
    works: Callable[[date], bool],
    names: Mapping[str, str],
) -> Goal:
    unit = portfolio.tree.of(row.account_id) if row.account_id else None
    wanted = Wanted(
        row.metric, unit, row.product_id, row.currency if row.metric in IN_MONEY else None, row.unit
    )
    tally = read_tally(connection, portfolio, wanted)
    period = Period(row.first_day, row.last_day)
    target = (row.amount if row.metric in IN_MONEY else row.quantity) or 0
    level = row.metric in LEVELS or tally.mean
    season = portfolio.main.season if portfolio.main and row.metric in SEASONAL else None
    season = season if season is not None and season.usable else None
    breakdown = None if level else break_down(target, period, works, season.index if season else None)
    until = Period(period.first, min(period.last, portfolio.today))
    over = portfolio.today > period.last
    begun = portfolio.today >= period.first
    expected = target if level else None
    if breakdown is not None:
        expected = (
            breakdown.until(portfolio.today) - breakdown.by_day.get(portfolio.today, 0)
            if not over
            else target
        )
    return Goal(
        id=row.id,
        metric=row.metric,
        name=row.name,
        period=period,
        target=target,
        kind=Kind(row.currency, None),
        measure=row.unit,
        account_id=unit,
        account=names.get(unit) if unit else None,
        product_id=row.product_id,
        product=names.get(row.product_id) if row.product_id else None,
        parent_id=row.parent_id,
        reasons=_reasons(connection, row.id),
        breakdown=breakdown,
        season=season,
        quarters=_standings(breakdown.quarters if breakdown else (), tally, portfolio.today),
        months=_standings(breakdown.months if breakdown else (), tally, portfolio.today),
        weeks=_standings(breakdown.weeks if breakdown else (), tally, portfolio.today),
        expected=expected if begun else 0 if breakdown else None,
        reached=tally.within(until) if begun else None,
        reason=tally.reason if begun else "not_begun",
        evidence=tally.evidence(until) if begun else (),
        gap=_gap(connection, portfolio, row, rows, wanted, until, expected or 0)
        if row.metric == Metric.REVENUE and tally.reason is None and begun
        else None,
        compared=year_before(until) if row.metric == Metric.REVENUE and begun else None,
        compared_known=portfolio.book.known_from is not None
        and portfolio.book.known_from <= year_before(until).first,
        by_hand=tuple(each.id for each in rows if each.parent_id == row.id),
    )


def _standings(parts: Iterable[Part], tally: Tally, today: date) -> tuple[Standing, ...]:
    found = []
    for part in parts:
        begun = part.period.first <= today
        cut = Period(part.period.first, min(part.period.last, today))
        found.append(Standing(part, tally.within(cut) if begun else None, begun))
    return tuple(found)


def _reasons(connection: Connection, target_id: str) -> tuple[tuple[str, str, str | None], ...]:
    r = t.target_reason.c
    rows = connection.execute(
        select(r.for_whom, r.reason, r.said)
        .where(r.target_id == target_id, r.deleted_at.is_(None))
        .order_by(r.id)
    )
    return tuple((row.for_whom, row.reason, row.said) for row in rows)


def _gap(
    connection: Connection,
    portfolio: Portfolio,
    row: Row[Any],
    rows: Iterable[Row[Any]],
    wanted: Wanted,
    until: Period,
    expected: int,
) -> Gap:
    """What is wanting up to today; an account's own target is asked for in the same part as the whole."""
    sales = sales_of(portfolio, wanted)
    own: dict[str, int] = {}
    for each in rows:
        is_part = each.parent_id == row.id and each.account_id and not each.product_id
        if is_part and each.metric == row.metric and each.currency == row.currency and row.amount:
            unit = portfolio.tree.of(each.account_id)
            own[unit] = own.get(unit, 0) + (each.amount or 0) * expected // row.amount
    c = t.target_cause.c
    causes = connection.execute(
        select(c.cause, c.amount, c.id)
        .where(c.target_id == row.id, c.deleted_at.is_(None), c.amount.is_not(None))
        .where(c.first_day <= until.last, c.last_day >= until.first)
        .order_by(c.id)
    )
    return gap(
        target=expected,
        now=within(sales, until),
        then=within(sales, year_before(until)),
        own_targets=own,
        causes=[Caused(each.cause, each.amount, (each.id,)) for each in causes],
    )
