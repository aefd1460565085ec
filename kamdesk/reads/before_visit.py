"""What a rep should know at the door, for many accounts at once: people, last visit, promises, actions, stock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Date, func, select, true

from kamdesk.db import tables as t
from kamdesk.domain.people import holds
from kamdesk.domain.promise import ActionState, PromiseState
from kamdesk.domain.visit import Outcome, VisitState
from kamdesk.papers.common import Person
from kamdesk.papers.plan import DuePromise, LastVisit, StockToCount
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.due import of_own
from kamdesk.reads.phones import first_phones

# Products bought or counted this lately are still worth counting.
COUNTED_DAYS = 120
MOST_PRODUCTS = 6
MOST_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Known:
    """By account as it is shown: whom to see, which number to call, what was and what is due.

    ``last`` are the visits made or missed, newest first; ``noted`` the day of the newest note.
    """

    people: Mapping[str, tuple[Person, ...]]
    phones: Mapping[str, str]
    last: Mapping[str, tuple[LastVisit, ...]]
    promises: Mapping[str, tuple[DuePromise, ...]]
    actions: Mapping[str, tuple[str, ...]]
    products: Mapping[str, tuple[StockToCount, ...]]
    noted: Mapping[str, date]


def read_known(
    connection: Connection, aliases: Aliases, accounts: Iterable[str], *, today: date, until: date
) -> Known:
    """What is known of ``accounts``; promises and actions are those due by ``until``."""
    shown = sorted(set(accounts))
    ids = [member for account in shown for member in aliases.ids(account)]
    people, phones = _people(connection, aliases, ids, today)
    return Known(
        people=people,
        phones=phones,
        last=last_visits(connection, aliases, ids),
        promises=_promises(connection, aliases, ids, until),
        actions=_actions(connection, aliases, ids, until),
        products=_products(connection, aliases, ids, today - timedelta(days=COUNTED_DAYS)),
        noted=_noted(connection, aliases, ids),
    )


def _people(
    connection: Connection, aliases: Aliases, ids: list[str], today: date
) -> tuple[dict[str, tuple[Person, ...]], dict[str, str]]:
    """Those who hold a post now, by rank, and the first number to call: a person's, else the account's own."""
    post, who = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(post.account_id, who.id, who.name, post.title, post.since, post.until)
        .join_from(t.contact_post, t.contact, post.contact_id == who.id)
        .where(post.account_id.in_(ids), post.deleted_at.is_(None), who.deleted_at.is_(None))
        .order_by(post.rank, who.id)
    )
    people: dict[str, list[tuple[str, Person]]] = defaultdict(list)
    for row in rows:
        if holds(row.since, row.until, today):
            people[aliases.of(row.account_id)].append((row.id, Person(row.name, row.title)))
    called = first_phones(
        connection, t.contact_phone, "contact_id", [who_id for each in people.values() for who_id, _ in each]
    )
    own = first_phones(connection, t.account_phone, "account_id", ids)
    phones: dict[str, str] = {}
    for account_id in ids:
        if account_id in own:
            phones.setdefault(aliases.of(account_id), own[account_id])
    for account_id, each in people.items():
        number = next((called[who_id] for who_id, _ in each if who_id in called), None)
        if number:
            phones[account_id] = number
    return {of: tuple(person for _, person in each[:MOST_PEOPLE]) for of, each in people.items()}, phones


def last_visits(
    connection: Connection, aliases: Aliases, ids: Iterable[str], *, own: bool = False
) -> dict[str, tuple[LastVisit, ...]]:
    """The visits made or missed, newest first, by account as it is shown; ``own``: those by colleagues left out."""
    v, r = t.visit.c, t.visit_report.c
    day = func.coalesce(r.visited_on, v.planned_date, type_=Date).label("day")
    rows = connection.execute(
        select(v.account_id, v.state, day, r.outcome, r.next_step)
        .join_from(t.visit, t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None), isouter=True)
        .where(v.account_id.in_(set(ids)), v.deleted_at.is_(None))
        .where(v.state.in_((VisitState.DONE, VisitState.MISSED)))
        .where(of_own(connection, v.rep_id) if own else true())
        .order_by(day.desc(), v.id.desc())
    )
    found: dict[str, list[LastVisit]] = defaultdict(list)
    for row in rows:
        found[aliases.of(row.account_id)].append(LastVisit(row.day, row.outcome, row.state, row.next_step))
    return {account_id: tuple(visits) for account_id, visits in found.items()}


def _promises(
    connection: Connection, aliases: Aliases, ids: list[str], until: date
) -> dict[str, tuple[DuePromise, ...]]:
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.what, p.due_on, t.contact.c.name)
        .outerjoin(t.contact, p.contact_id == t.contact.c.id)
        .where(p.account_id.in_(ids), p.deleted_at.is_(None), p.state == PromiseState.OPEN, p.due_on <= until)
        .order_by(p.due_on, p.id)
    )
    found: dict[str, list[DuePromise]] = defaultdict(list)
    for account_id, what, due_on, to_whom in rows:
        found[aliases.of(account_id)].append(DuePromise(what, due_on, to_whom=to_whom))
    return {account_id: tuple(promises) for account_id, promises in found.items()}


def _actions(
    connection: Connection, aliases: Aliases, ids: list[str], until: date
) -> dict[str, tuple[str, ...]]:
    a = t.action.c
    rows = connection.execute(
        select(a.account_id, a.what)
        .where(a.account_id.in_(ids), a.deleted_at.is_(None), a.state == ActionState.OPEN)
        .where(a.due_on.is_(None) | (a.due_on <= until))
        .order_by(a.due_on.is_(None), a.due_on, a.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for account_id, what in rows:
        found[aliases.of(account_id)].append(what)
    return {account_id: tuple(actions) for account_id, actions in found.items()}


def _products(
    connection: Connection, aliases: Aliases, ids: list[str], since: date
) -> dict[str, tuple[StockToCount, ...]]:
    """What was counted there lately, with the last count, then what was ordered lately; nothing discontinued."""
    count, report, visit, product = t.stock_count.c, t.visit_report.c, t.visit.c, t.product.c
    counted = connection.execute(
        select(visit.account_id, product.id, product.name, count.unit, count.quantity, report.visited_on)
        .join_from(t.stock_count, t.visit_report, count.report_id == report.id)
        .join(t.visit, report.visit_id == visit.id)
        .join(t.product, count.product_id == product.id)
        .where(visit.account_id.in_(ids), report.visited_on >= since, product.discontinued.is_(False))
        .where(*(c.deleted_at.is_(None) for c in (count, report, visit, product)))
        .order_by(report.visited_on.desc(), count.rank, count.id)
    )
    found: dict[str, dict[str, StockToCount]] = defaultdict(dict)
    for account_id, product_id, name, unit, quantity, day in counted:
        found[aliases.of(account_id)].setdefault(product_id, StockToCount(name, unit, quantity, day))
    line, order = t.order_line.c, t.order.c
    ordered = connection.execute(
        select(order.account_id, product.id, product.name, product.unit)
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .join(t.product, line.product_id == product.id)
        .where(order.account_id.in_(ids), order.ordered_on >= since, product.discontinued.is_(False))
        .where(*(c.deleted_at.is_(None) for c in (line, order, product)))
        .order_by(order.ordered_on.desc(), order.id.desc(), line.rank, line.id)
    )
    for account_id, product_id, name, unit in ordered:
        found[aliases.of(account_id)].setdefault(product_id, StockToCount(name, unit))
    return {of: tuple(products.values())[:MOST_PRODUCTS] for of, products in found.items()}


def _noted(connection: Connection, aliases: Aliases, ids: list[str]) -> dict[str, date]:
    n = t.note.c
    rows = connection.execute(
        select(n.account_id, func.max(n.noted_on, type_=Date))
        .where(n.account_id.in_(ids), n.deleted_at.is_(None))
        .group_by(n.account_id)
    )
    newest: dict[str, date] = {}
    for account_id, day in rows:
        of = aliases.of(account_id)
        newest[of] = max(day, newest.get(of, day))
    return newest


def calls_for_briefing(
    last: LastVisit | None, noted: date | None, promises: Iterable[DuePromise], today: date
) -> bool:
    """Whether to read the briefing first: a promise is overdue, a complaint or a note since the last visit waits."""
    overdue = any(promise.due_on is not None and promise.due_on < today for promise in promises)
    complained = last is not None and last.outcome == Outcome.COMPLAINT
    return overdue or complained or (noted is not None and (last is None or noted > last.on))
