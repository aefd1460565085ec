"""One target of the year with its periods, its gap and its forecast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.goals.forecast import Forecast, forecast
from kamdesk.domain.goals.gap import Gap
from kamdesk.domain.goals.periods import Span
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.selling.facts import Kind
from kamdesk.domain.selling.trend import Season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.days import Holidays
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
from kamdesk.reads.goal_page.progress import GoalCard, Progress, working_days
from kamdesk.reads.goal_page.targets import GoalTarget, year_targets
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.selling import read_sales
from kamdesk.reads.units import Units, read_units


@dataclass(frozen=True, slots=True)
class GoalView:
    """``targets`` are all of the year, ``target`` the one looked at (None: there is none). ``gap`` is that of ``span``.

    ``last_year`` is what was sold in the year before, to set a target by. ``names`` are those of units and products.
    ``begun`` is the first day of which anything is recorded, where the target's period began before.
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
    begun: date | None = None

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
        works = working_days(connection, rep, target.period, holidays)
        progress = Progress(connection, rep, units, book, target, now, today, until, works)
        return _view(progress, targets, plans, Span(span), anchor)


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


def _view(
    progress: Progress, targets: tuple[GoalTarget, ...], plans: tuple[Plan, ...], span: Span, anchor: date
) -> GoalView:
    target, connection, units = progress.target, progress.connection, progress.units
    counted = progress.counted
    cards = tuple(card for each in Span if (card := progress.around(each, anchor)) is not None)
    card = next((each for each in cards if each.span == span), None)
    causes = read_causes(connection, units, target, card.period if card else None)
    whole = progress.gap(card, causes) if card else None
    year = next((each for each in cards if each.span == Span.YEAR), None)
    sold_to = {part.of for part in whole.by_account if part.of} if whole else set()
    products = {part.of for part in whole.by_product if part.of} if whole else set()
    return GoalView(
        today=progress.today,
        until=progress.until,
        anchor=anchor,
        targets=targets,
        target=target,
        cards=cards,
        span=span,
        gap=whole,
        by_product=target.metric in (Metric.REVENUE, Metric.VOLUME, Metric.MARGIN) and bool(products),
        kind=counted.kind,
        left_out=counted.left_out,
        unknown=None if target.is_rate else progress.unknown,
        unplaced=progress.spread.unplaced,
        season=progress.season,
        forecast=_forecast(progress, year),
        causes=causes,
        deeds=read_deeds(connection, units, (target.id, *(p.id or "" for p in target.parts)), plans),
        reasons=read_reasons(connection, target.id),
        plans=plans,
        names=names_of(connection, sold_to, products),
        begun=progress.begun,
    )


def _forecast(progress: Progress, year: GoalCard | None) -> Forecast | None:
    if year is None or year.actual is None or progress.target.is_rate or progress.begun is not None:
        return None
    left = max(0, -(-(progress.target.period.last - progress.until).days // 7))
    return forecast(year.actual, year.due, year.target, left)


def names_of(connection: Connection, units: set[str], products: set[str]) -> dict[str, str]:
    """What accounts and products are called, by id."""
    a, p = t.account.c, t.product.c
    names = {
        row.id: row.short_name or row.name
        for row in connection.execute(select(a.id, a.short_name, a.name).where(a.id.in_(units)))
    }
    rows = connection.execute(select(p.id, p.name).where(p.id.in_(products)))
    return names | {row.id: row.name for row in rows}
