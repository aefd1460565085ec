"""What belongs to one rep among the rows of several: the accounts looked after and all that hangs on them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.sync.book.shapes import shapes

Place = tuple[str, str]
"""Table and id."""

BELONGS = frozenset({"account_id", "visit_id", "report_id", "order_id", "from_slot_id", "to_slot_id"})
"""Links from a row to the one that it is a part of."""
_PARTS = frozenset(
    (table, field.name) for table, kind in KINDS.items() for field in described(kind) if field.part
) | {("contact_phone", "contact_id")}


def scope_of(connection: Connection, rep: str, today: date) -> set[Place]:
    """The rows that a rep's books hold: what hangs on the rep's accounts and on those that are shared with the rep on
    ``today``, what the rep wrote, what these lead to.
    """
    parts: dict[Place, list[Place]] = defaultdict(list)
    leads: dict[Place, list[Place]] = defaultdict(list)
    for table, shape in shapes().items():
        links = list(shape.links)
        columns = "".join(f', "{name}"' for name in links)
        for row in plain.rows(connection, f'SELECT id{columns} FROM "{table}"'):
            here = (table, row[0])
            for name, target in zip(links, row[1:], strict=True):
                if target is not None:
                    there = (shape.links[name], target)
                    leads[here].append(there)
                    if name in BELONGS or (table, name) in _PARTS:
                        parts[there].append(here)
    for kept_with in ("attachment", "evidence"):
        for row in plain.rows(connection, f"SELECT id, subject, subject_id FROM {kept_with}"):
            parts[row.subject, row.subject_id].append((kept_with, row.id))
    owned = {
        ("account", account) for account in accounts_of(connection, rep) | shared_with(connection, rep, today)
    }
    found: set[Place] = set()
    ahead = [*owned, *_written_by(connection, rep)]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += leads[here]
            if here[0] != "account" or here in owned:
                ahead += parts[here]
    return found


def accounts_of(connection: Connection, rep: str) -> set[str]:
    """The accounts that are the rep's own, where reps meet in this book."""
    return {row[0] for row in plain.rows(connection, "SELECT account FROM sync_owner WHERE rep = ?", (rep,))}


def shared_with(connection: Connection, rep: str, today: date) -> set[str]:
    """The accounts that others share with the rep on this day; in a rep's own book also those shared by the rep."""
    office = plain.first(connection, "SELECT value FROM book WHERE name = 'identity.role'") == "office"
    rows = plain.rows(
        connection,
        "SELECT account_id FROM account_share WHERE deleted_at IS NULL AND since <= ?1"
        " AND (until IS NULL OR until >= ?1) AND (colleague = ?2 OR (shared_by = ?2 AND NOT ?3))",
        (today.isoformat(), rep, office),
    )
    return {row[0] for row in rows}


def _written_by(connection: Connection, rep: str) -> list[Place]:
    mine = {row[0] for row in plain.rows(connection, "SELECT number FROM sync_origin WHERE rep = ?", (rep,))}
    rows = plain.rows(connection, 'SELECT "table" AS place, row, vector FROM sync_row')
    return [(row.place, row.row) for row in rows if mine.intersection(json.loads(row.vector)[::2])]


def own(connection: Connection, rep: str, accounts: list[str]) -> None:
    """The rep looks after these accounts, beside whoever does already."""
    if accounts:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sync_owner (rep, account) VALUES (?, ?)",
            [(rep, account) for account in accounts],
        )


def had_by(connection: Connection, peer: str, acked: int) -> set[Place]:
    """The rows that a peer has, by its own word: it sent them, or acknowledged a package that they were in."""
    rows = plain.rows(
        connection, 'SELECT "table" AS place, row FROM sync_scope WHERE peer = ? AND upto <= ?', (peer, acked)
    )
    return {(row.place, row.row) for row in rows}


def note_sent(connection: Connection, peer: str, places: list[Place], upto: int, acked: int) -> None:
    """Remembers with which package rows went to a peer that has not acknowledged them yet; 0: it sent them itself."""
    if places:
        connection.exec_driver_sql(
            'INSERT INTO sync_scope (peer, "table", row, upto) VALUES (?, ?, ?, ?)'
            ' ON CONFLICT (peer, "table", row) DO UPDATE SET upto = excluded.upto WHERE upto > ?',
            [(peer, table, row, upto, acked) for table, row in places],
        )
