"""Of which accounts the answers may be others after a change."""

from __future__ import annotations

import json
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
_ABOVE = ("parent_id", "merged_into")
_MANY = 900
_TOO_MANY = 5_000
"""Of so many rows it takes longer to look whose they are than to ask all."""


def touched_units(store: Store, changes: Changes) -> frozenset[str] | None:
    """The ids of accounts to be asked anew (`unit_answers` takes them); None where all of them are: so after a package
    was taken in, of which the change log does not tell where its rows belonged before.
    """
    if not changes.rows:
        return frozenset()
    if changes.operation_id is None:
        return None
    if _OF_ALL & changes.rows.keys() or sum(map(len, changes.rows.values())) > _TOO_MANY:
        return None
    found: set[str] = set()
    with store.read() as connection:
        for table, ids in changes.rows.items():
            found |= _accounts(connection, table, ids)
    return frozenset(found)


def _accounts(connection: Connection, table: str, ids: Collection[str]) -> set[str]:
    if table == "account":
        return _relatives(connection, ids)
    if table == "contact":
        return _where(connection, "contact_post", ids) | _where(connection, "contact_role", ids)
    if table in ("evidence", "attachment"):
        return _of_subjects(connection, table, ids)
    if table in _THROUGH:
        field, parent = _THROUGH[table]
        return _accounts(connection, parent, _values(connection, table, field, ids))
    if table in t.metadata.tables and "account_id" in t.metadata.tables[table].c:
        return _values(connection, table, "account_id", ids) | _logged(connection, ids, ("account_id",))
    return set()


def _relatives(connection: Connection, ids: Collection[str]) -> set[str]:
    """Accounts, whatever stands below them, and above whom they stand or ever stood: one that leaves takes its records
    along.
    """
    below, found = set(ids), set(ids)
    while found:
        found = {each for field in _ABOVE for each in _having(connection, field, found)} - below
        below |= found
    above: set[str] = set()
    found = _logged(connection, ids, _ABOVE)
    while found:
        above |= found
        found = {each for field in _ABOVE for each in _values(connection, "account", field, found)} - above
    return below | above


def _having(connection: Connection, field: str, values: Collection[str]) -> set[str]:
    """The accounts that name one of these."""
    a = t.account.c
    return {
        row for some in _chunks(values) for row in connection.scalars(select(a.id).where(a[field].in_(some)))
    }


def _logged(connection: Connection, ids: Collection[str], fields: tuple[str, ...]) -> set[str]:
    """What ever stood in these fields of rows, by the change log."""
    log = t.change.c
    found: set[str] = set()
    for some in _chunks(ids):
        for told in connection.execute(
            select(log.old, log.new).where(log.row.in_(some), log.field.in_(fields)).distinct()
        ):
            found |= {json.loads(value) for value in told if value is not None}
    return found - {None}


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
