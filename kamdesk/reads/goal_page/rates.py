"""What is no sum but a rate or a mean: kept promises, satisfaction, share of wallet, coverage of key accounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import FigureId, promise_kept
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.figures import read_figures
from kamdesk.reads.goal_page.targets import GoalTarget
from kamdesk.reads.units import Units

ONE, PERCENT = 1000, 100
"""Rates are thousandths of a per cent or of a point."""
Mine = Callable[[str], bool]


def rate(
    connection: Connection, target: GoalTarget, units: Units, period: Period, now: datetime, today: date
) -> int | None:
    """A rate over a period in thousandths of a percent or a point; None where it can't be told."""
    unit = units.of(target.account_id) if target.account_id else None

    def mine(account_id: str) -> bool:
        return account_id in units.levels and (unit is None or units.of(account_id) == unit)

    match target.metric:
        case Metric.PROMISES_KEPT:
            return _promises_kept(connection, mine, period, today)
        case Metric.SATISFACTION:
            return _satisfaction(connection, mine, period)
        case Metric.SHARE_OF_WALLET:
            return _share_of_wallet(connection, mine, period)
        case Metric.COVERAGE:
            return _coverage(connection, mine, period, now)
        case _:
            return None


def _promises_kept(connection: Connection, mine: Mine, period: Period, today: date) -> int | None:
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.state, p.made_on, p.due_on, p.settled_on).where(p.deleted_at.is_(None))
    )
    found = promise_kept((PromiseFact(*row[1:]) for row in rows if mine(row.account_id)), period, today)
    return None if not found.denominator else found.numerator * PERCENT * ONE // found.denominator


def _satisfaction(connection: Connection, mine: Mine, period: Period) -> int | None:
    c = t.satisfaction.c
    rows = connection.execute(
        select(c.account_id, c.score).where(
            c.deleted_at.is_(None), c.known_on.between(period.first, period.last)
        )
    )
    return _mean([row.score * ONE for row in rows if mine(row.account_id)])


def _share_of_wallet(connection: Connection, mine: Mine, period: Period) -> int | None:
    """The mean of the accounts' newest shares: what the lists told up to the period's end."""
    c = t.supply_share.c
    rows = connection.execute(
        select(c.account_id, c.share)
        .where(c.deleted_at.is_(None), c.ours.is_(True), c.as_of <= period.last)
        .order_by(c.as_of, c.id)
    )
    newest = {row.account_id: row.share for row in rows if mine(row.account_id)}
    return _mean([share * 10 for share in newest.values()])


def _coverage(connection: Connection, mine: Mine, period: Period, now: datetime) -> int | None:
    """Coverage of the key accounts: those on the line that were visited in the period ÷ those on the line."""
    a = t.account.c
    keys = connection.scalars(select(a.id).where(a.deleted_at.is_(None), a.is_key.is_(True)))
    aliases = read_aliases(connection)
    ids = {each for key in keys if mine(key) for each in aliases.ids(key)}
    found = next(each for each in read_figures(connection, period, now, ids) if each.id == FigureId.COVERAGE)
    return None if not found.denominator else found.numerator * PERCENT * ONE // found.denominator


def _mean(values: list[int]) -> int | None:
    return int(Fraction(sum(values), len(values))) if values else None
