"""The goals of a year: broken down, with what was reached of each part, and where the gap comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlalchemy import Connection, select

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.breakdown import Part, Step
from kamdesk.domain.goals.gap import Gap
from kamdesk.domain.goals.periods import Span, overlap, span_around
from kamdesk.domain.knowledge.goal import IN_MONEY, Metric
from kamdesk.domain.selling.facts import Kind
from kamdesk.domain.selling.months import month_number, month_of_year, year_before
from kamdesk.domain.selling.trend import Season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.days import Holidays
from kamdesk.reads.goal_page.beside import read_causes, read_reasons
from kamdesk.reads.goal_page.progress import Progress, working_days
from kamdesk.reads.goal_page.targets import GoalTarget, targets_touching
from kamdesk.reads.pace import uncollected
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.selling import read_sales
from kamdesk.reads.units import read_units

DAY = timedelta(days=1)
STEPS = {Step.QUARTER: Span.QUARTER, Step.MONTH: Span.MONTH, Step.WEEK: Span.WEEK}


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

    ``expected`` is what should have been reached by the end of today or, once it is over, of its last day; ``reached``
    what was, by the same day (`goal_page.progress`). A target that is a level, ``level``, is the same in every period.
    ``by_hand`` are the targets that the rep set for parts of it. ``compared`` are the days that the gap is held
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
    level: bool
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
    with store.read() as connection, uncollected():
        rep = read_rep(connection)
        today, units = local_day(now, rep.zone), read_units(connection)
        year = year or today.year
        targets = targets_touching(connection, year)
        names = _names(connection)
        if not targets:
            return Goals(year, today, (), names)
        works = _works(connection, rep, targets, holidays)
        book = read_sales(connection, today=today, units=units)
        goals = [
            _goal(Progress(connection, rep, units, book, target, now, today, today, works), targets, names)
            for target in targets
        ]
        return Goals(year, today, tuple(goals), names)


def _works(
    connection: Connection, rep: RepCard, targets: tuple[GoalTarget, ...], holidays: Holidays
) -> Callable[[date], bool]:
    whole = Period(min(e.period.first for e in targets), max(e.period.last for e in targets))
    return working_days(connection, rep, whole, holidays)


def _names(connection: Connection) -> dict[str, str]:
    """Of accounts and products, by id."""
    names: dict[str, str] = {}
    for table in (t.account, t.product):
        rows = connection.execute(select(table.c.id, table.c.name).where(table.c.deleted_at.is_(None)))
        names |= {row.id: row.name for row in rows}
    return names


def _goal(progress: Progress, targets: tuple[GoalTarget, ...], names: Mapping[str, str]) -> Goal:
    target, today, book = progress.target, progress.today, progress.book
    period = target.period
    begun = today >= period.first
    whole = progress.card(Span.YEAR, period)
    until = Period(period.first, whole.until)
    revenue = target.metric == Metric.REVENUE and begun
    causes = read_causes(progress.connection, progress.units, target, period)
    unit = progress.units.of(target.account_id) if target.account_id else None
    reason = None if target.is_rate else progress.unknown
    return Goal(
        id=target.id,
        metric=target.metric,
        name=target.name,
        period=period,
        target=target.amount,
        kind=Kind(target.currency, None),
        measure=target.unit,
        account_id=unit,
        account=names.get(unit) if unit else None,
        product_id=target.product_id,
        product=names.get(target.product_id) if target.product_id else None,
        parent_id=target.parent_id,
        reasons=tuple(
            (each.for_whom, each.reason, each.said) for each in read_reasons(progress.connection, target.id)
        ),
        level=target.is_rate,
        season=progress.season if progress.season.index else None,
        quarters=_standings(progress, Step.QUARTER),
        months=_standings(progress, Step.MONTH),
        weeks=_standings(progress, Step.WEEK),
        expected=whole.due if begun else None if target.is_rate else 0,
        reached=whole.actual if begun else None,
        reason=reason if begun else "not_begun",
        evidence=progress.tally.evidence(until) if begun and not target.is_rate else (),
        gap=progress.gap(whole, causes) if revenue and reason is None else None,
        compared=year_before(until) if revenue else None,
        compared_known=book.known_from is not None and book.known_from <= year_before(until).first,
        by_hand=tuple(each.id for each in targets if each.parent_id == target.id),
    )


def _standings(progress: Progress, step: Step) -> tuple[Standing, ...]:
    """Every quarter, month or week of a target; none where it is the same in all of them."""
    if progress.target.is_rate:
        return ()
    found, whole, day = [], progress.target.period, progress.target.period.first
    while day <= whole.last:
        period = overlap(span_around(STEPS[step], day), whole) or whole
        card = progress.card(STEPS[step], period)
        season = progress.season.of(month_of_year(month_number(day))) if step is Step.MONTH else None
        begun = period.first <= progress.today
        part = Part(step, period, card.target, card.workdays, season)
        found.append(Standing(part, card.actual if begun else None, begun))
        day = period.last + DAY
    return tuple(found)
