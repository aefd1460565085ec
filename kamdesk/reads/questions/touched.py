"""Of which accounts the answers may be others after a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.reads.questions.known import PARTS

_OF_ALL = frozenset(
    {"service_policy", "unit_rule", "competitor", "service_item", "visit_line", "rep", "product"}
)
"""Tables that the answers of every account look at."""
_THROUGH = {
    "visit_report": ("visit_id", "visit"),
    "order_line": ("order_id", "order"),
    "contact_phone": ("contact_id", "contact"),
    **PARTS,
}
"""Tables whose rows belong to an account by way of another: by which field, of which table."""
_MANY = 900
_TOO_MANY = 5_000
"""Of so many rows it takes longer to look whose they are than to ask all."""


def touched_units(store: Store, changes: Changes) -> frozenset[str] | None:
    """The ids of accounts to be asked anew (`unit_answers` takes them); None where all of them are."""
    if _OF_ALL & changes.rows.keys() or sum(map(len, changes.rows.values())) > _TOO_MANY:
        return None
    found: set[str] = set()
    with store.read() as connection:
        for table, ids in changes.rows.items():
            found |= _accounts(connection, table, ids)
    return frozenset(found)


def _accounts(connection: Connection, table: str, ids: Collection[str]) -> set[str]:
    if table == "account":
        above = _values(connection, table, "parent_id", ids) | _values(connection, table, "merged_into", ids)
        return set(ids) | above
    if table == "contact":
        return _where(connection, "contact_post", ids) | _where(connection, "contact_role", ids)
    if table in ("evidence", "attachment"):
        return _of_subjects(connection, table, ids)
    if table in _THROUGH:
        field, parent = _THROUGH[table]
        return _accounts(connection, parent, _values(connection, table, field, ids))
    if table in t.metadata.tables and "account_id" in t.metadata.tables[table].c:
        return _values(connection, table, "account_id", ids)
    return set()


def _of_subjects(connection: Connection, table: str, ids: Collection[str]) -> set[str]:
    row = t.metadata.tables[table].c
    found: set[str] = set()
    for some in _chunks(ids):
        for subject, subject_id in connection.execute(
            select(row.subject, row.subject_id).where(row.id.in_(some))
        ):
            found |= _accounts(connection, subject, (subject_id,))
    return found


def _values(connection: Connection, table: str, field: str, ids: Collection[str]) -> set[str]:
    row = t.metadata.tables[table].c
    found: set[str] = set()
    for some in _chunks(ids):
        found |= set(connection.scalars(select(row[field]).where(row.id.in_(some), row[field].is_not(None))))
    return found


def _where(connection: Connection, table: str, contacts: Collection[str]) -> set[str]:
    row = t.metadata.tables[table].c
    found: set[str] = set()
    for some in _chunks(contacts):
        found |= set(connection.scalars(select(row.account_id).where(row.contact_id.in_(some))))
    return found


def _chunks(ids: Collection[str]) -> Iterable[list[str]]:
    every = sorted(ids)
    return (every[begin : begin + _MANY] for begin in range(0, len(every), _MANY))
