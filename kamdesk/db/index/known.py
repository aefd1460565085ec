"""What was found out as it is searched: the texts of every kind, as the kinds declare them.

Its records are called ``table@id``. A part of another row, and what a row rests on, belong to that row's account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Row

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.contents import Content, Nature, Part
from kamdesk.db.index.rows import day_of, standing, standing_accounts, values_where
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.domain.knowledge.evidence import SECRET


def _texts(shape: type[Any]) -> tuple[tuple[str, Nature], ...]:
    return tuple((field.name, cast("Nature", field.nature)) for field in described(shape) if field.nature)


TEXTS: Mapping[str, tuple[tuple[str, Nature], ...]] = {
    kind: found for kind, shape in KINDS.items() if (found := _texts(shape))
}
"""The kinds that are searched, and the fields in which they are."""
_OF_ACCOUNTS = frozenset(kind for kind in KINDS if "account_id" in t.metadata.tables[kind].c)
_OWNERS: Mapping[str, tuple[str, str]] = {
    kind: (field.name, field.link)
    for kind, shape in KINDS.items()
    for field in described(shape)
    if field.part and field.link in KINDS and field.link is not None
}
"""By which field a row is a part of another, and of which kind."""


def key_of(kind: str, row_id: str) -> str:
    """What a record is called in the index."""
    return f"{kind}@{row_id}"


def known_contents(
    connection: Connection, ids: Sequence[str], merged: Mapping[str, str]
) -> Iterator[Content]:
    """The records among ``ids`` that are found by searching."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for record in ids:
        kind, _, row_id = record.partition("@")
        by_kind[kind].append(row_id)
    for kind, wanted in by_kind.items():
        rows = standing(connection, t.metadata.tables[kind], "id", wanted) if kind in TEXTS else []
        belong = _belong(connection, kind, rows)
        accounts = standing_accounts(connection, {each for each in belong.values() if each}, merged)
        for row in rows:
            account = belong.get(row.id)
            parts = tuple(
                Part(field, text, nature) for field, nature in TEXTS[kind] if (text := getattr(row, field))
            )
            if not parts or row.id not in belong or (account and account not in accounts):
                continue
            belongs = (accounts[account][0],) if account else ()
            day = day_of(row.known_on)
            yield Content("known", key_of(kind, row.id), belongs, day, False, parts, _opens(kind, row))


def _opens(kind: str, row: Row[Any]) -> str:
    if kind == "evidence":
        return key_of(row.subject, row.subject_id)
    return key_of(kind, row.question if kind == "checked" else row.id)


def _belong(connection: Connection, kind: str, rows: Sequence[Row[Any]]) -> dict[str, str | None]:
    """The account of each row, None for the book's; rows are left out whose owner is gone, or that are secret."""
    if kind == "evidence":
        found: dict[str, str | None] = {}
        for subject in {row.subject for row in rows} & KINDS.keys() - {"evidence"}:
            of_it = [row for row in rows if row.subject == subject]
            found |= _through(connection, subject, {row.id: row.subject_id for row in of_it})
        return found
    own = {
        row.id: row.account_id if kind in _OF_ACCOUNTS else None
        for row in rows
        if kind != "checked" or row.question not in SECRET
    }
    if kind not in _OWNERS:
        return own
    field, owner = _OWNERS[kind]
    above = _through(connection, owner, {row.id: getattr(row, field) for row in rows})
    return {row: account or above[row] for row, account in own.items() if row in above}


def _through(connection: Connection, kind: str, owners: Mapping[str, str]) -> dict[str, str | None]:
    rows = standing(connection, t.metadata.tables[kind], "id", set(owners.values()))
    belong = _belong(connection, kind, rows)
    return {row: belong[owner] for row, owner in owners.items() if owner in belong}


def known_touched(connection: Connection, rows: Mapping[str, Collection[str]]) -> set[str]:
    """The records to be read anew after these rows were written."""
    return _with_what_hangs_on(connection, {kind: set(rows[kind]) for kind in KINDS if rows.get(kind)})


def known_of_accounts(connection: Connection, accounts: Collection[str]) -> set[str]:
    """The records that are found by the names of these accounts."""
    found = {kind: set(values_where(connection, kind, "id", "account_id", accounts)) for kind in _OF_ACCOUNTS}
    return _with_what_hangs_on(connection, {kind: ids for kind, ids in found.items() if ids})


def _with_what_hangs_on(connection: Connection, rows: dict[str, set[str]]) -> set[str]:
    """The records of these rows, of their parts and of what all of them rest on."""
    if not rows:
        return set()
    for kind, (field, owner) in _OWNERS.items():
        if owner in rows:
            rows.setdefault(kind, set()).update(values_where(connection, kind, "id", field, rows[owner]))
    subjects = {row for kind, ids in rows.items() if kind != "evidence" for row in ids}
    # What rows rest on is in no index of its table.
    if subjects and plain.first(connection, "SELECT 1 FROM evidence LIMIT 1") is not None:
        proofs = values_where(connection, "evidence", "id", "subject_id", subjects)
        rows.setdefault("evidence", set()).update(proofs)
    return {key_of(kind, row) for kind, ids in rows.items() if kind in TEXTS for row in ids}
