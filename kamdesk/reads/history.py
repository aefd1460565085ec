"""What happened with an account: promises, visits with their reports, actions, notes, orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.promise import PromiseState
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.orders import PastOrder, orders_of


@dataclass(frozen=True, slots=True)
class PastPromise:
    """A promise; ``overdue``: still open after its due day."""

    id: str
    what: str
    made_on: date
    due_on: date | None
    visit_id: str | None
    state: str
    settled_on: date | None
    contact_id: str | None
    contact: str | None
    by_whom: str | None
    cause: str | None
    cause_text: str | None
    workaround: str | None
    expected_effect: str | None
    effect_seen: str | None
    churn_risk: int | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Stock counted at a visit: thousandths of the unit."""

    product_id: str
    product: str
    quantity: int
    unit: str | None


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit of which something is recorded; the report's fields are None where none was written."""

    id: str
    slot_id: str | None
    planned_date: date
    planned_start: int | None
    planned_minutes: int | None
    origin: str
    state: str
    state_by: str | None
    reason: str | None
    reason_text: str | None
    objective: str | None
    report_id: str | None
    visited_on: date | None
    arrived: int | None
    left: int | None
    outcome: str | None
    points: str | None
    rival_note: str | None
    next_step: str | None
    met: tuple[tuple[str, str], ...]
    companions: tuple[str, ...]
    stock: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class PastAction:
    id: str
    what: str
    owner: str | None
    due_on: date | None
    state: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PastNote:
    id: str
    text: str
    noted_on: date
    contact: str | None
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class AccountHistory:
    """All of it, newest first; promises: open ones by due day, then the settled."""

    promises: tuple[PastPromise, ...]
    visits: tuple[PastVisit, ...]
    actions: tuple[PastAction, ...]
    notes: tuple[PastNote, ...]
    orders: tuple[PastOrder, ...]


def account_history(store: Store, *, account_id: str, today: date) -> AccountHistory:
    """What is recorded of the account and of those merged into it."""
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        return AccountHistory(
            promises=promises_of(connection, ids, today),
            visits=visits_of(connection, ids),
            actions=actions_of(connection, ids),
            notes=notes_of(connection, ids),
            orders=orders_of(connection, ids),
        )


def promises_of(connection: Connection, ids: Iterable[str], today: date) -> tuple[PastPromise, ...]:
    """Promises to the accounts: open ones by due day, then the settled, newest first."""
    p = t.promise.c
    names = [name for name in PastPromise.__dataclass_fields__ if name not in ("contact", "overdue")]
    rows = connection.execute(
        select(*(p[name] for name in names), t.contact.c.name.label("contact"))
        .outerjoin(t.contact, p.contact_id == t.contact.c.id)
        .where(p.account_id.in_(ids), p.deleted_at.is_(None))
    )
    made = [
        PastPromise(
            **row,
            overdue=row["state"] == PromiseState.OPEN and row["due_on"] is not None and row["due_on"] < today,
        )
        for row in rows.mappings()
    ]
    still = [row for row in made if row.state == PromiseState.OPEN]
    settled = [row for row in made if row.state != PromiseState.OPEN]
    still.sort(key=lambda row: (row.due_on or date.max, row.id))
    settled.sort(key=lambda row: (row.settled_on or row.made_on, row.id), reverse=True)
    return (*still, *settled)


def visits_of(connection: Connection, ids: Iterable[str]) -> tuple[PastVisit, ...]:
    """Visits to the accounts of which something is recorded, newest first."""
    v, r = t.visit.c, t.visit_report.c
    of_visit = [
        "id", "slot_id", "planned_date", "planned_start", "planned_minutes", "origin", "state", "state_by",
        "reason", "reason_text", "objective",
    ]  # fmt: skip
    of_report = ["visited_on", "arrived", "left", "outcome", "points", "rival_note", "next_step"]
    rows = connection.execute(
        select(*(v[name] for name in of_visit), r.id.label("report_id"), *(r[name] for name in of_report))
        .outerjoin(t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None))
        .where(v.account_id.in_(ids), v.deleted_at.is_(None))
        .order_by(v.planned_date.desc(), v.planned_start.desc(), v.id.desc())
    ).all()
    reports = [row.report_id for row in rows if row.report_id]
    met = _named_of(connection, t.report_met, "report_id", reports, t.contact, "contact_id")
    went = _companions(connection, [row.id for row in rows])
    stock = _stock(connection, reports)
    return tuple(
        PastVisit(
            *row,
            met=tuple(met[row.report_id]),
            companions=tuple(went[row.id]),
            stock=tuple(stock[row.report_id]),
        )
        for row in rows
    )


def _named_of(
    connection: Connection, table: Table, owner: str, owners: Iterable[str], named: Table, link: str
) -> dict[str | None, list[tuple[str, str]]]:
    rows = connection.execute(
        select(table.c[owner], named.c.id, named.c.name)
        .join(named, table.c[link] == named.c.id)
        .where(table.c[owner].in_(owners), table.c.deleted_at.is_(None))
        .order_by(table.c.rank, table.c.id)
    )
    found: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for owner_id, row_id, name in rows:
        found[owner_id].append((row_id, name))
    return found


def _companions(connection: Connection, visits: Iterable[str]) -> dict[str, list[str]]:
    c = t.visit_companion.c
    rows = connection.execute(
        select(c.visit_id, c.name)
        .where(c.visit_id.in_(visits), c.deleted_at.is_(None))
        .order_by(c.rank, c.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for visit_id, name in rows:
        found[visit_id].append(name)
    return found


def _stock(connection: Connection, reports: Iterable[str]) -> dict[str | None, list[Counted]]:
    c, p = t.stock_count.c, t.product.c
    rows = connection.execute(
        select(c.report_id, p.id, p.name, c.quantity, c.unit)
        .join(t.product, c.product_id == p.id)
        .where(c.report_id.in_(reports), c.deleted_at.is_(None))
        .order_by(c.rank, c.id)
    )
    found: dict[str | None, list[Counted]] = defaultdict(list)
    for report_id, *rest in rows:
        found[report_id].append(Counted(*rest))
    return found


def actions_of(connection: Connection, ids: Iterable[str]) -> tuple[PastAction, ...]:
    """Actions for the accounts: open ones by due day, then the rest, newest first."""
    a = t.action.c
    chosen = [a[name] for name in PastAction.__dataclass_fields__]
    rows: list[Any] = list(
        connection.execute(
            select(*chosen)
            .where(a.account_id.in_(ids), a.deleted_at.is_(None))
            .order_by(a.state != "open", a.due_on.is_(None), a.due_on, a.id)
        )
    )
    return tuple(PastAction(*row) for row in rows)


def notes_of(connection: Connection, ids: Iterable[str]) -> tuple[PastNote, ...]:
    """Notes about the accounts, newest first."""
    n = t.note.c
    rows = connection.execute(
        select(n.id, n.text, n.noted_on, t.contact.c.name, n.contact_id)
        .outerjoin(t.contact, n.contact_id == t.contact.c.id)
        .where(n.account_id.in_(ids), n.deleted_at.is_(None))
        .order_by(n.noted_on.desc(), n.id.desc())
    )
    return tuple(PastNote(*row) for row in rows)
