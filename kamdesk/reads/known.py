"""What was found out about one account: rows of every kind, what they rest on, the names of what they link to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.units import read_units

OF_BOOK = ("competitor", "service_item")
"""Kinds that belong to no account and are needed to read those that do."""
APART = frozenset({"evidence", "checked"})


@dataclass(frozen=True, slots=True)
class KnownRow:
    """One thing found out; ``values`` are its declared fields."""

    kind: str
    id: str
    values: Mapping[str, Any]

    def get(self, field: str) -> Any:
        return self.values.get(field)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row rests on: ``day`` and ``text`` are of the visit, note or file; ``said`` are words."""

    id: str
    row_id: str
    table: str
    link: str | None
    day: date | None
    text: str
    said: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """``rows`` by kind, the newest first (what is ranked by its rank); ``parts`` by the row that they belong to.

    ``elsewhere``: where rows of the account's whole managed unit were asked for, the account of each that is not its
    own.
    """

    rows: Mapping[str, tuple[KnownRow, ...]]
    parts: Mapping[str, tuple[KnownRow, ...]]
    grounds: Mapping[str, tuple[Ground, ...]]
    names: Mapping[str, str]
    elsewhere: Mapping[str, str] = made(default_factory=dict)

    def of(self, kind: str) -> tuple[KnownRow, ...]:
        return self.rows.get(kind, ())

    def row(self, row_id: str) -> KnownRow | None:
        return next((row for rows in self.rows.values() for row in rows if row.id == row_id), None)


def account_known(store: Store, *, account_id: str) -> Known:
    """Of the account and of those merged into it, in one snapshot."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        return known_of(connection, aliases.ids(aliases.of(account_id)))


def unit_known(store: Store, *, account_id: str) -> Known:
    """Of the account and of all that its managed unit is made of: what its questions are answered from."""
    with store.read() as connection:
        aliases, units = read_aliases(connection), read_units(connection)
        own = aliases.ids(aliases.of(account_id))
        unit = units.of(account_id)
        known = known_of(connection, [each for each in units.levels if units.of(each) == unit])
        others = {
            row.id: row.values["account_id"]
            for rows in known.rows.values()
            for row in rows
            if row.values.get("account_id") not in (None, *own)
        }
        names = names_of(connection, {"account": {aliases.of(each) for each in others.values()}})
        return replace(known, elsewhere={row: names[aliases.of(of)] for row, of in others.items()})


def known_of(connection: Connection, ids: Sequence[str]) -> Known:
    """What was found out about these accounts."""
    rows = kinds_of(connection, ids)
    for kind in OF_BOOK:
        rows[kind] = rows_of(connection, kind, None)
    every = [row for found in rows.values() for row in found]
    return Known(
        rows,
        parts_among(rows),
        grounds_of(connection, [row.id for row in every]),
        names_of(connection, linked(every)),
    )


def kinds_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[KnownRow, ...]]:
    """The rows of these accounts by kind, those of kinds that are a part of such a row too."""
    rows: dict[str, tuple[KnownRow, ...]] = {}
    others = [kind for kind in KINDS if kind not in APART and kind not in OF_BOOK]
    for kind in others:
        table = t.metadata.tables[kind]
        if "account_id" in table.c:
            rows[kind] = rows_of(connection, kind, table.c.account_id.in_(ids))
    for kind in others:
        if kind not in rows:
            rows[kind] = _parts(connection, kind, rows)
    return rows


def checks_of(connection: Connection, ids: Sequence[str]) -> tuple[KnownRow, ...]:
    """What of these accounts was looked into without an answer of its own."""
    return rows_of(connection, "checked", t.checked.c.account_id.in_(ids))


def parts_among(rows: Mapping[str, Sequence[KnownRow]]) -> dict[str, tuple[KnownRow, ...]]:
    """The rows of kinds that are a part of others, by the row that they belong to."""
    parts: dict[str, list[KnownRow]] = defaultdict(list)
    for kind, found in rows.items():
        if "account_id" in t.metadata.tables[kind].c or kind in OF_BOOK:
            continue
        owner = next((field.name for field in described(KINDS[kind]) if field.part), "")
        for row in found:
            parts[row.values[owner]].append(row)
    return {key: tuple(found) for key, found in parts.items()}


def rows_of(connection: Connection, kind: str, where: Any) -> tuple[KnownRow, ...]:
    table = t.metadata.tables[kind]
    fields = [field.name for field in described(KINDS[kind])]
    query = select(table.c.id, *(table.c[name] for name in fields)).where(table.c.deleted_at.is_(None))
    if where is not None:
        query = query.where(where)
    if "rank" in table.c:
        query = query.order_by(table.c.rank.is_(None), table.c.rank)
    query = query.order_by(table.c.known_on.desc(), table.c.recorded_at.desc(), table.c.id.desc())
    return tuple(
        KnownRow(kind, row[0], dict(zip(fields, row[1:], strict=True))) for row in connection.execute(query)
    )


def _parts(
    connection: Connection, kind: str, rows: Mapping[str, tuple[KnownRow, ...]]
) -> tuple[KnownRow, ...]:
    """Rows of a kind that belongs to another one."""
    table = t.metadata.tables[kind]
    for field in described(KINDS[kind]):
        if field.part and field.link is not None and field.link in rows:
            owners = [row.id for row in rows[field.link]]
            return rows_of(connection, kind, table.c[field.name].in_(owners)) if owners else ()
    return ()


def linked(rows: Iterable[KnownRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for field in described(KINDS[row.kind]):
            linked = row.values[field.name] if field.link else None
            if field.link and linked is not None:
                found[field.link].add(linked)
    return found


def names_of(connection: Connection, linked: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What rows are called by their ids: by their name, by what they say, by their number or day."""
    names: dict[str, str] = {}
    for name, ids in linked.items():
        table = t.metadata.tables[name]
        said = called(table)
        if said is None:
            continue
        for row_id, text in connection.execute(select(table.c.id, said).where(table.c.id.in_(list(ids)))):
            names[row_id] = text.isoformat() if isinstance(text, date) else str(text or "")
    return names


def called(table: Table) -> Any:
    for name in ("name", "what", "number", "hazard", "stage", "metric", "planned_date", "text", "known_on"):
        if name in table.c:
            return table.c[name]
    return None


def grounds_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Ground, ...]]:
    e, v, n, a = t.evidence.c, t.visit.c, t.note.c, t.attachment.c
    query = (
        select(
            e.id, e.subject_id, e.visit_id, e.note_id, e.attachment_id, e.said, e.known_on,
            v.planned_date, t.visit_report.c.visited_on, t.visit_report.c.points,
            n.noted_on, n.text, a.name, a.deleted_at,
        )
        .outerjoin(t.visit, v.id == e.visit_id)
        .outerjoin(t.visit_report, (t.visit_report.c.visit_id == v.id) & t.visit_report.c.deleted_at.is_(None))
        .outerjoin(t.note, (n.id == e.note_id) & n.deleted_at.is_(None))
        .outerjoin(t.attachment, (a.id == e.attachment_id) & a.deleted_at.is_(None))
        .where(e.deleted_at.is_(None))
        .order_by(e.known_on.desc(), e.id)
    )  # fmt: skip
    wanted = set(ids)
    found: dict[str, list[Ground]] = defaultdict(list)
    for row in connection.execute(query):
        if row.subject_id not in wanted:
            continue
        if row.visit_id is not None:
            day = row.visited_on or row.planned_date
            ground = Ground(row.id, row.subject_id, "visit", row.visit_id, day, row.points or "", row.said)
        elif row.note_id is not None:
            ground = Ground(
                row.id, row.subject_id, "note", row.note_id, row.noted_on, row.text or "", row.said
            )
        elif row.attachment_id is not None:
            there = row.attachment_id if row.name is not None else None
            ground = Ground(
                row.id, row.subject_id, "attachment", there, row.known_on, row.name or "", row.said
            )
        else:
            ground = Ground(row.id, row.subject_id, "words", None, row.known_on, "", row.said)
        found[row.subject_id].append(ground)
    return {key: tuple(grounds) for key, grounds in found.items()}
