"""What a form for something found out opens with: the row, what it rests on, what its fields may be linked to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.known import Ground, KnownRow, called, grounds_of, rows_of
from kamdesk.reads.rep import read_rep


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """Something that a field may link to. ``code`` is a visit's outcome."""

    id: str
    name: str
    day: date | None = None
    code: str | None = None


LAST = 60
"""Of visits, notes and orders no more than the last ones are offered."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form opens with. ``row`` is None for a new one, or where it is not in the book (any more); ``mine`` is the
    rep's name.
    """

    row: KnownRow | None
    account_id: str | None
    grounds: tuple[Ground, ...]
    links: Mapping[str, tuple[LinkChoice, ...]]
    mine: str = ""


def record_subject(
    store: Store, *, kind: str, row_id: str, account_id: str | None, tables: Sequence[str]
) -> Subject:
    """A row with what it rests on, its account, and what its fields can be linked to, by table.

    People, visits, notes, orders are those of the account: of ``account_id``, or of the row or what it belongs to.
    """
    with store.read() as connection:
        row, grounds = None, ()
        if row_id:
            found = rows_of(connection, kind, t.metadata.tables[kind].c.id == row_id)
            row = found[0] if found else None
            grounds = grounds_of(connection, [row_id]).get(row_id, ())
        if row is not None and account_id is None:
            account_id = _account_of(connection, row)
        ids: Sequence[str] = ()
        if account_id is not None:
            aliases = read_aliases(connection)
            ids = aliases.ids(aliases.of(account_id))
        links = {name: _choices(connection, name, ids) for name in tables}
        return Subject(row, account_id, grounds, links, _mine(connection))


def _mine(connection: Connection) -> str:
    try:
        return read_rep(connection).name
    except NotFound:
        return ""


def _account_of(connection: Connection, row: KnownRow) -> str | None:
    """The account of a row, or of the row that it is a part of."""
    if row.get("account_id"):
        return str(row.get("account_id"))
    for field in described(KINDS[row.kind]):
        if (
            field.part
            and field.link
            and "account_id" in t.metadata.tables[field.link].c
            and row.get(field.name)
        ):
            owner = t.metadata.tables[field.link].c
            return connection.scalar(select(owner.account_id).where(owner.id == row.get(field.name)))
    return None


def _choices(connection: Connection, name: str, ids: Sequence[str]) -> tuple[LinkChoice, ...]:
    if name == "contact":
        return _people(connection, ids)
    if name == "visit":
        return _visits(connection, ids)
    table = t.metadata.tables[name]
    said = called(table)
    day = next((table.c[n] for n in ("ordered_on", "noted_on", "made_on", "known_on") if n in table.c), None)
    query = select(table.c.id, said, *([day] if day is not None else [])).where(table.c.deleted_at.is_(None))
    if "merged_into" in table.c:
        query = query.where(table.c.merged_into.is_(None))
    if "account_id" in table.c and ids:
        owned = table.c.account_id.in_(ids)
        query = query.where(owned if name != "internal_request" else or_(owned, table.c.account_id.is_(None)))
    if name == "attachment":
        query = query.where(table.c.subject_id.in_(_subjects(connection, ids)))
    if day is not None:
        query = query.order_by(day.desc(), table.c.id.desc()).limit(LAST)
    else:
        query = query.order_by(said, table.c.id)
    rows = connection.execute(query)
    return tuple(LinkChoice(row[0], _text(row[1]), row[2] if day is not None else None) for row in rows)


def _subjects(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Whatever of the accounts may have files."""
    found = list(ids)
    for table in (t.promise, t.report_issue):
        found += connection.scalars(select(table.c.id).where(table.c.account_id.in_(ids)))
    reports = select(t.visit_report.c.id).join(t.visit, t.visit.c.id == t.visit_report.c.visit_id)
    found += connection.scalars(reports.where(t.visit.c.account_id.in_(ids)))
    return found


def _people(connection: Connection, ids: Sequence[str]) -> tuple[LinkChoice, ...]:
    """Those who have a post at the account now, in the order of its page."""
    post, contact = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(contact.id, contact.name, post.title)
        .join(t.contact_post, post.contact_id == contact.id)
        .where(
            post.account_id.in_(ids),
            post.until.is_(None),
            post.deleted_at.is_(None),
            contact.deleted_at.is_(None),
        )
        .order_by(post.rank, contact.id)
    )
    return tuple({row.id: LinkChoice(row.id, row.name, None, row.title) for row in rows}.values())


def _visits(connection: Connection, ids: Sequence[str]) -> tuple[LinkChoice, ...]:
    v, r = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(v.id, r.points, r.visited_on, v.planned_date, r.outcome)
        .join(t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None))
        .where(v.account_id.in_(ids), v.deleted_at.is_(None))
        .order_by(r.visited_on.desc(), v.id.desc())
        .limit(LAST)
    )
    return tuple(
        LinkChoice(row.id, _text(row.points), row.visited_on or row.planned_date, row.outcome) for row in rows
    )


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value or "").split())
