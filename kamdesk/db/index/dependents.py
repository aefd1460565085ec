"""Which records of the index a write touches: a telephone is its contact's, a report its visit's and its account's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.contents import SUBJECTS, TABLES, Kind
from kamdesk.db.index.known import known_of_accounts, known_touched
from kamdesk.db.index.rows import values_where

_BY_TABLE: dict[str, Kind] = {table.name: kind for kind, table in TABLES.items()}
_LINKS: dict[str, tuple[Kind, str]] = {
    "account_code": ("account", "account_id"),
    "account_phone": ("account", "account_id"),
    "account_tag": ("account", "account_id"),
    "contact_phone": ("contact", "contact_id"),
    "contact_post": ("contact", "contact_id"),
    "visit_report": ("visit", "visit_id"),
}
LINKED = frozenset(
    {
        *((table, link) for table, (_, link) in _LINKS.items()),
        ("report_amendment", "report_id"),
        ("visit", "account_id"),
        ("account", "merged_into"),
    }
)
"""The links of which it matters where they led before."""
_OF_ACCOUNTS = (t.note, t.visit, t.promise, t.action, t.order)

Touched = dict[Kind, set[str]]


def touched(
    connection: Connection,
    rows: Mapping[str, Collection[str]],
    left: Mapping[tuple[str, str], Collection[str]],
) -> Touched:
    """The records to be read anew after ``rows`` were written and links were taken off the rows ``left``."""
    found: Touched = defaultdict(set)
    for table, ids in rows.items():
        if table in _BY_TABLE:
            found[_BY_TABLE[table]] |= set(ids)
        if table in _LINKS:
            kind, link = _LINKS[table]
            found[kind] |= set(_values(connection, table, link, ids))
            found[kind] |= set(left.get((table, link), ()))
    reports = {*rows.get("visit_report", ()), *left.get(("report_amendment", "report_id"), ())}
    if "report_amendment" in rows:
        reports |= set(_values(connection, "report_amendment", "report_id", rows["report_amendment"]))
    found["visit"] |= set(_values(connection, "visit_report", "visit_id", reports))
    found["known"] |= known_touched(connection, rows)
    subjects = {row for table in SUBJECTS for row in rows.get(table.name, ())}
    found["attachment"] |= set(_kept_with(connection, subjects))
    return found


def visited(
    connection: Connection, visits: Collection[str], left: Mapping[tuple[str, str], Collection[str]]
) -> set[str]:
    """The accounts that these visits are, or were, made to."""
    return {*_values(connection, "visit", "account_id", visits), *left.get(("visit", "account_id"), ())}


def merged_with(
    connection: Connection, accounts: Collection[str], left: Mapping[tuple[str, str], Collection[str]]
) -> set[str]:
    """The accounts that these are, or were, merged into: the visits of the one are, or were, the other's."""
    return {
        *_values(connection, "account", "merged_into", accounts),
        *left.get(("account", "merged_into"), ()),
    }


def belonging(connection: Connection, accounts: Collection[str]) -> Touched:
    """The records that are found by the names of these accounts."""
    found: Touched = defaultdict(set)
    for table in _OF_ACCOUNTS:
        found[_BY_TABLE[table.name]] |= set(
            values_where(connection, table.name, "id", "account_id", accounts)
        )
    found["contact"] |= set(values_where(connection, "contact_post", "contact_id", "account_id", accounts))
    held = {*accounts, *(row for kind in found.values() for row in kind)}
    found["known"] |= known_of_accounts(connection, accounts)
    found["attachment"] |= set(_kept_with(connection, held))
    return found


def _values(connection: Connection, table: str, wanted: str, ids: Collection[str]) -> Iterator[str]:
    """The values of a column in the rows ``ids`` of a table, taken back or not."""
    return values_where(connection, table, wanted, "id", ids)


def _kept_with(connection: Connection, subjects: Collection[str]) -> Iterator[str]:
    """Files are few and their subjects in no index of the table."""
    if subjects and plain.first(connection, "SELECT 1 FROM attachment LIMIT 1") is not None:
        yield from values_where(connection, "attachment", "id", "subject_id", subjects)
