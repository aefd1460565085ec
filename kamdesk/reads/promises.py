"""All promises of the book, as the page of promises lists them, and the figures over them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import Figure, promise_kept
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.promises_kept import (
    NOT_AS_GIVEN,
    CauseCount,
    day_of,
    kept_by,
    pareto,
    standing,
)
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.promise_log import read_due_steps


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise with its account and person by name.

    ``account_id`` is the account it is shown with (merges resolved), ``first_due`` the due day before it was ever moved
    (None: it never was), ``visited_on`` the day of the visit at which it was made, ``standing`` its group today.
    """

    id: str
    account_id: str
    account: str
    value_class: str | None
    is_key: bool | None
    what: str
    made_on: date
    due_on: date | None
    first_due: date | None
    contact_id: str | None
    contact: str | None
    by_whom: str | None
    visit_id: str | None
    visited_on: date | None
    state: str
    settled_on: date | None
    cause: str | None
    cause_text: str | None
    workaround: str | None
    expected_effect: str | None
    effect_seen: str | None
    churn_risk: int | None
    standing: str


def promise_states(store: Store, *, ids: Collection[str]) -> tuple[str, ...]:
    """The states of these promises, in no order."""
    p = t.promise.c
    with store.read() as connection:
        return tuple(connection.scalars(select(p.state).where(p.id.in_(ids))))


def promise_rows(store: Store, *, today: date) -> tuple[PromiseRow, ...]:
    """Every promise to an account that is still in the book, oldest first."""
    p, a, v, r = t.promise.c, t.account.c, t.visit.c, t.visit_report.c
    with store.read() as connection:
        aliases = read_aliases(connection)
        moved = read_due_steps(connection)
        accounts = {
            row.id: tuple(row)
            for row in connection.execute(
                select(a.id, a.name, a.value_class, a.is_key).where(a.deleted_at.is_(None))
            )
        }
        people = _pairs(connection, select(t.contact.c.id, t.contact.c.name))
        visits = _pairs(
            connection,
            select(v.id, func.coalesce(r.visited_on, v.planned_date))
            .outerjoin(t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None))
            .where(v.id.in_(select(p.visit_id))),
        )
        found: list[Any] = list(connection.execute(
            select(
                p.id, p.account_id, p.what, p.made_on, p.due_on, p.contact_id, p.by_whom, p.visit_id, p.state,
                p.settled_on, p.cause, p.cause_text, p.workaround, p.expected_effect, p.effect_seen, p.churn_risk,
            )
            .where(p.deleted_at.is_(None))
            .order_by(p.id)
        ))  # fmt: skip
    rows = []
    for id_, of, what, made_on, due_on, contact_id, by_whom, visit_id, state, *rest in found:
        account = accounts.get(aliases.of(of))
        if account is None:
            continue
        steps = moved.get(id_)
        fields: list[Any] = [
            id_,
            *account,
            what,
            made_on,
            due_on,
            steps[0].old if steps else None,
            contact_id,
            people.get(contact_id),
            by_whom,
            visit_id,
            visits.get(visit_id),
            state,
            *rest,
            standing(state, due_on, today),
        ]
        rows.append(PromiseRow(*fields))
    return tuple(rows)


def _pairs(connection: Connection, chosen: Any) -> dict[Any, Any]:
    found: list[Any] = list(connection.execute(chosen))
    return {first: second for first, second, *_ in found}


def overdue_count(store: Store, *, today: date) -> int:
    """How many promises are open after their due day."""
    p = t.promise.c
    with store.read() as connection:
        found = connection.scalar(
            select(func.count())
            .select_from(t.promise)
            .join(t.account, p.account_id == t.account.c.id)
            .where(
                p.deleted_at.is_(None),
                t.account.c.deleted_at.is_(None),
                p.state == PromiseState.OPEN,
                p.due_on < today,
            )
        )
    return found or 0


@dataclass(frozen=True, slots=True)
class AccountRate:
    """The promise-kept rate with one account."""

    account_id: str
    account: str
    value_class: str | None
    is_key: bool | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """The rate over all and by account (the worst first), and why promises were not kept as given."""

    period: Period
    total: Figure
    accounts: tuple[AccountRate, ...]
    causes: tuple[CauseCount, ...]


def promise_figures(store: Store, *, period: Period, today: date) -> PromiseFigures:
    """Over the promises of the period; a promise belongs to it by the day that the figure counts by."""
    with store.read() as connection:
        facts = list(_facts(connection))
        a = t.account.c
        names = {row.id: row for row in connection.execute(select(a.id, a.name, a.value_class, a.is_key))}
    causes = [
        cause
        for _, fact, cause in facts
        if fact.state in NOT_AS_GIVEN and day_of(fact) in period
    ]  # fmt: skip
    rates = kept_by(((owner, fact) for owner, fact, _ in facts), period, today)
    return PromiseFigures(
        period=period,
        total=promise_kept((fact for _, fact, _ in facts), period, today),
        accounts=tuple(
            AccountRate(owner, names[owner].name, names[owner].value_class, names[owner].is_key, figure)
            for owner, figure in rates
        ),
        causes=pareto(causes),
    )


def _facts(connection: Connection) -> Iterator[tuple[str, PromiseFact, str | None]]:
    """Of each promise: the account it is shown with, what the figures count, its cause."""
    p = t.promise.c
    aliases = read_aliases(connection)
    rows = connection.execute(
        select(p.account_id, p.state, p.made_on, p.due_on, p.settled_on, p.cause)
        .join(t.account, p.account_id == t.account.c.id)
        .where(p.deleted_at.is_(None), t.account.c.deleted_at.is_(None))
    )
    for row in rows:
        yield (
            aliases.of(row.account_id),
            PromiseFact(row.state, row.made_on, row.due_on, row.settled_on),
            row.cause,
        )
