"""One target of the year with its periods, its gap and its forecast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlalchemy import Connection, select

from kamdesk.calendars import Kind as DayType
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.by_day import ByDay, by_day
from kamdesk.domain.goals.forecast import Forecast, forecast
from kamdesk.domain.goals.gap import Caused, Gap, gap
from kamdesk.domain.goals.periods import Span, overlap, span_around
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.selling.facts import Kind, months_of, within
from kamdesk.domain.selling.months import year_before
from kamdesk.domain.selling.trend import Season, season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.days import Holidays, read_days
from kamdesk.reads.goal_page.beside import (
    Cause,
    Deed,
    Plan,
    Reason,
    read_causes,
    read_deeds,
    read_plans,
    read_reasons,
)
from kamdesk.reads.goal_page.counted import Counted, count, rate
from kamdesk.reads.goal_page.targets import GoalTarget, year_targets
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.selling import SalesBook, read_sales
from kamdesk.reads.units import Units, read_units


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A period: what is to be reached in it, what of that by ``until``, what is there. None: it can't be told."""

    span: Span
    period: Period
    until: date
    target: int
    due: int
    actual: int | None
    workdays: int
    workdays_past: int


@dataclass(frozen=True, slots=True)
class GoalView:
    """``targets`` are all of the year, ``target`` the one looked at (None: there is none). ``gap`` is that of ``span``.

    ``last_year`` is what was sold in the year before, to set a target by. ``names`` are those of units and products.
    """

    today: date
    until: date
    anchor: date
    targets: tuple[GoalTarget, ...]
    target: GoalTarget | None
    cards: tuple[GoalCard, ...]
    span: Span
    gap: Gap | None
    by_product: bool
    kind: Kind
    left_out: tuple[Kind, ...]
    unknown: str | None
    unplaced: int
    season: Season
    forecast: Forecast | None
    causes: tuple[Cause, ...]
    deeds: tuple[Deed, ...]
    reasons: tuple[Reason, ...]
    plans: tuple[Plan, ...]
    names: Mapping[str, str]

    @property
    def card(self) -> GoalCard | None:
        """The card of the span that is looked at."""
        return next((card for card in self.cards if card.span == self.span), None)


def goal_view(
    store: Store, *, target_id: str | None, span: str, monday: date | None, now: datetime, holidays: Holidays
) -> GoalView:
    """The page for one target (the first where it is not named), as it stands at the end of the week of ``monday``,
    today at the latest.
    """
    with store.read() as connection:
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        anchor, until = _looked_at(monday, today)
        targets = year_targets(connection, anchor)
        target = next((each for each in targets if each.id == target_id), targets[0] if targets else None)
        units = read_units(connection)
        plans = read_plans(connection, units)
        if target is None:
            return _without(connection, rep, units, today, anchor, plans, Span(span))
        book = read_sales(connection, today=today, units=units)
        return _Reading(connection, rep, units, book, target, now, today, anchor, until, holidays).view(
            targets, plans, Span(span)
        )


def _looked_at(monday: date | None, today: date) -> tuple[date, date]:
    """The day around which the periods lie, and the day until which is counted."""
    this = monday_of(today)
    if monday is None or monday == this:
        return today, today
    if monday > this:
        return monday, today
    end = monday + timedelta(days=6)
    return end, end


def _without(
    connection: Connection,
    rep: RepCard,
    units: Units,
    today: date,
    anchor: date,
    plans: tuple[Plan, ...],
    span: Span,
) -> GoalView:
    return GoalView(
        today, today, anchor, (), None, (), span, None, False, Kind(None, None), (), None, 0, Season({}, 0), None,
        (), read_deeds(connection, units, (), plans), (), plans, {},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reading:
    """Everything that one reading of the page needs."""

    connection: Connection
    rep: RepCard
    units: Units
    book: SalesBook
    target: GoalTarget
    now: datetime
    today: date
    anchor: date
    until: date
    holidays: Holidays

    def view(self, targets: tuple[GoalTarget, ...], plans: tuple[Plan, ...], span: Span) -> GoalView:
        target = self.target
        counted = count(self.connection, target, self.book, self.units, self.rep, self.today)
        found = self._season(counted)
        spread = spread_out(self.connection, self.rep, target, self.holidays, found)
        cards = tuple(card for each in Span if (card := self._card(each, spread, counted)) is not None)
        card = next((each for each in cards if each.span == span), None)
        causes = read_causes(self.connection, self.units, target, card.period if card else None)
        whole = self._gap(card, counted, causes) if card else None
        year = next((each for each in cards if each.span == Span.YEAR), None)
        units = {part.of for part in whole.by_account if part.of} if whole else set()
        products = {part.of for part in whole.by_product if part.of} if whole else set()
        return GoalView(
            today=self.today,
            until=self.until,
            anchor=self.anchor,
            targets=targets,
            target=target,
            cards=cards,
            span=span,
            gap=whole,
            by_product=target.metric in (Metric.REVENUE, Metric.VOLUME, Metric.MARGIN) and bool(products),
            kind=counted.kind,
            left_out=counted.left_out,
            unknown=None if target.is_rate else counted.unknown,
            unplaced=spread.unplaced,
            season=found,
            forecast=self._forecast(year, target),
            causes=causes,
            deeds=read_deeds(
                self.connection, self.units, (target.id, *(p.id or "" for p in target.parts)), plans
            ),
            reasons=read_reasons(self.connection, target.id),
            plans=plans,
            names=names_of(self.connection, units, products),
        )

    def _season(self, counted: Counted) -> Season:
        """The season of what is sold, for goals that are sold; else every month is like any other."""
        if self.target.metric not in (Metric.REVENUE, Metric.VOLUME, Metric.MARGIN, Metric.COLLECTION):
            return Season({}, 0, "not_sold")
        facts = counted.facts
        known = min((fact.first for fact in facts), default=None)
        first = min(self.target.period.first, self.today)
        return season(*months_of(facts), first, known)

    def _card(self, span: Span, spread: ByDay, counted: Counted) -> GoalCard | None:
        period = overlap(span_around(span, self.anchor), self.target.period)
        if period is None:
            return None
        past = Period(period.first, min(self.until, period.last))
        actual: int | None
        if self.target.is_rate:
            goal = due = self.target.amount
            actual = rate(self.connection, self.target, past, self.now) if past.first <= past.last else None
        else:
            goal, due = spread.within(period), spread.until(self.until, period)
            actual = None if counted.unknown else self._actual(counted, past)
        return GoalCard(
            span, period, past.last, goal, due, actual, spread.workdays_in(period), spread.workdays_in(past)
        )

    def _actual(self, counted: Counted, past: Period) -> int:
        return sum(fact.amount for fact in within(counted.facts, past)) if past.first <= past.last else 0

    def _gap(self, card: GoalCard, counted: Counted, causes: tuple[Cause, ...]) -> Gap | None:
        if card.actual is None:
            return None
        put_down = [Caused(cause.cause, cause.amount, (cause.id,)) for cause in causes]
        if self.target.is_rate:
            return Gap(card.actual, card.due, 0, (), (), {}, tuple(put_down))
        past = Period(card.period.first, card.until)
        if past.first > past.last:
            return None
        own = {
            self.units.of(account): int(Fraction(amount * card.due, self.target.amount))
            for account, amount in self.target.own
            if self.target.amount
        }
        return gap(
            target=card.due,
            now=within(counted.facts, past),
            then=within(counted.facts, year_before(past)),
            own_targets=own,
            causes=put_down,
        )

    def _forecast(self, year: GoalCard | None, target: GoalTarget) -> Forecast | None:
        if year is None or year.actual is None or target.is_rate:
            return None
        left = max(0, -(-(target.period.last - self.until).days // 7))
        return forecast(year.actual, year.due, year.target, left)


def spread_out(
    connection: Connection, rep: RepCard, target: GoalTarget, holidays: Holidays, found: Season
) -> ByDay:
    """The target by day: the rep's working days without holidays and leave, weighed by the season."""
    works = working_days(connection, rep, target.period, holidays)
    return by_day(target.amount, target.period, works, found.index, target.parts)


def working_days(
    connection: Connection, rep: RepCard, period: Period, holidays: Holidays
) -> Callable[[date], bool]:
    """Whether the rep works on a day: a make-up workday counts, a holiday, leave and a day off do not.

    Where no hours are recorded, Monday to Friday.
    """
    open_days = set()
    for day in read_days(connection, rep, period.first, period.last, holidays):
        usual = bool(day.works) if day.works is not None else day.date.weekday() < 5
        if (
            day.leave is None
            and day.kind != DayType.HOLIDAY
            and (usual or day.kind == DayType.MAKE_UP_WORKDAY)
        ):
            open_days.add(day.date)
    return lambda day: day in open_days


def names_of(connection: Connection, units: set[str], products: set[str]) -> dict[str, str]:
    """What accounts and products are called, by id."""
    a, p = t.account.c, t.product.c
    names = {
        row.id: row.short_name or row.name
        for row in connection.execute(select(a.id, a.short_name, a.name).where(a.id.in_(units)))
    }
    rows = connection.execute(select(p.id, p.name).where(p.id.in_(products)))
    return names | {row.id: row.name for row in rows}
