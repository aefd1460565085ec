"""What was found and opened last, as it stands now."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from sqlalchemy import Connection

from kamdesk.db.index import building
from kamdesk.db.index.building import Building
from kamdesk.db.index.contents import KINDS
from kamdesk.db.index.records import contents
from kamdesk.db.index.rows import merged_accounts
from kamdesk.db.store import Store
from kamdesk.domain.query import Query
from kamdesk.reads.found import Hit, hit, owners

RECENT = "search_recent"
MOST_RECORDS, MOST_TYPED = 7, 4


@dataclass(frozen=True, slots=True)
class Kept:
    """As the book keeps it: kind and id of each record, and texts, the newest first."""

    records: list[list[str]] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)


def kept_recent(connection: Connection) -> Kept:
    """What was kept; nothing where none of it can be read."""
    text = connection.exec_driver_sql("SELECT value FROM book WHERE name = ?", (RECENT,)).scalar()
    try:
        value = json.loads(text or "{}")
        return Kept(
            [[str(kind), str(record)] for kind, record in value["records"]], list(map(str, value["typed"]))
        )
    except (ValueError, KeyError, TypeError):
        return Kept()


def recent(store: Store) -> tuple[tuple[Hit, ...], tuple[str, ...], Building]:
    """The records opened last that are still there, the texts typed last, and how far the index is."""
    nothing = Query((), "")
    with store.read() as connection:
        kept = kept_recent(connection)
        merged = merged_accounts(connection)
        read = {
            content.record: content
            for kind in KINDS
            if (ids := [record for of, record in kept.records if of == kind])
            for content in contents(connection, kind, ids, merged)
        }
        known = owners(
            connection, sorted({account for content in read.values() for account in content.accounts})
        )
        hits = [hit(read[record], nothing, known) for _, record in kept.records if record in read]
        return tuple(found for found in hits if found), tuple(kept.typed), building.state(connection)
