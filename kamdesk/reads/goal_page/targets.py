"""The targets of the book: those of a year by metric, each with its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.by_day import SetPart
from kamdesk.domain.goals.periods import Span, span_around
from kamdesk.domain.knowledge.goal import IN_MONEY, RATES, Metric


@dataclass(frozen=True, slots=True)
class GoalTarget:
    """A target of the whole book, or of one account (its managed unit) or product. ``amount`` is minor units of
    ``currency`` or thousandths of ``unit``.
    """

    id: str
    metric: str
    period: Period
    amount: int
    currency: str | None
    unit: str | None
    name: str | None
    set_by: str | None
    set_on: date
    parts: tuple[SetPart, ...] = ()
    own: tuple[tuple[str, int], ...] = ()
    """What single accounts are to bring of it, by account id."""
    account_id: str | None = None
    product_id: str | None = None
    parent_id: str | None = None

    @property
    def in_money(self) -> bool:
        return self.metric in IN_MONEY

    @property
    def is_rate(self) -> bool:
        return self.metric in RATES


def year_targets(connection: Connection, day: date) -> tuple[GoalTarget, ...]:
    """The targets of the year of ``day``, in the order of Metric; of several of one metric the one of the most days,
    then the newest.
    """
    year, c = span_around(Span.YEAR, day), t.target.c
    rows = connection.execute(
        select(t.target)
        .where(c.deleted_at.is_(None), c.first_day <= year.last, c.last_day >= year.first)
        .where(c.product_id.is_(None))
        .order_by(c.known_on.desc(), c.id.desc())
    ).all()
    whole = [row for row in rows if row.account_id is None and row.parent_id is None]
    order = list(Metric)
    best: dict[tuple[str, str | None], Row] = {}
    for row in whole:
        key = (row.metric, row.name if row.metric == Metric.OTHER else None)
        known = best.get(key)
        if known is None or _days(row) > _days(known):
            best[key] = row
    found = [_target(row, rows) for row in best.values()]
    places = {str(metric): number for number, metric in enumerate(order)}
    return tuple(sorted(found, key=lambda each: (places.get(each.metric, len(places)), each.name or "")))


def targets_touching(connection: Connection, year: int) -> tuple[GoalTarget, ...]:
    """Every target with days in the year, those of accounts and products and parts of others too, as they begin."""
    c = t.target.c
    rows = connection.execute(
        select(t.target)
        .where(c.deleted_at.is_(None), c.first_day <= date(year, 12, 31), c.last_day >= date(year, 1, 1))
        .where(c.first_day <= c.last_day)
        .order_by(c.known_on.desc(), c.id.desc())
    ).all()
    found = targets_of(rows)
    return tuple(sorted(found, key=lambda e: (e.period.first, -e.period.last.toordinal(), e.set_on, e.id)))


def targets_of(rows: Sequence[Any]) -> tuple[GoalTarget, ...]:
    """The targets that rows of their table stand for, each with its parts among them."""
    return tuple(_target(row, rows) for row in rows)


def _days(row: Any) -> int:
    return (row.last_day - row.first_day).days


def _target(row: Any, rows: Sequence[Any]) -> GoalTarget:
    children = [each for each in rows if each.parent_id == row.id]
    whole = [each for each in children if each.account_id is None and each.product_id is None]
    parts = [SetPart(Period(e.first_day, e.last_day), _amount(e), e.id) for e in whole]
    own = {
        each.account_id: _amount(each)
        for each in reversed(children)
        if each.account_id is not None and each.product_id is None and _days(each) == _days(row)
    }
    return GoalTarget(
        row.id, row.metric, Period(row.first_day, row.last_day), _amount(row), row.currency, row.unit,
        row.name, row.set_by, row.known_on,
        tuple(sorted(parts, key=lambda part: (part.period.first, part.period.last))),
        tuple(sorted(own.items())), row.account_id, row.product_id, row.parent_id,
    )  # fmt: skip


def _amount(row: Any) -> int:
    return (row.amount if row.amount is not None else row.quantity) or 0
