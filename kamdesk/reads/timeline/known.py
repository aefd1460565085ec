"""What was found out about the account: each record of every kind on the day that it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.evidence import SECRET
from kamdesk.reads.known import KnownRow, checks_of, kinds_of, linked, names_of, parts_among
from kamdesk.reads.timeline.event import Event, Kind


def known(connection: Connection, ids: tuple[str, ...]) -> Iterator[Event]:
    """Rows of every kind, parts of rows too; what only details another row is said with that one."""
    rows = kinds_of(connection, ids)
    parts = parts_among(rows)
    for kind, found in (*rows.items(), ("checked", checks_of(connection, ids))):
        if KINDS[kind].details:
            continue
        for row in found:
            if row.get("question") in SECRET:
                continue
            details = tuple(part for part in parts.get(row.id, ()) if KINDS[part.kind].details)
            yield Event(Kind.KNOWN, f"{kind}@{row.id}", _day(row), known=row, parts=details)


def names(connection: Connection, events: Iterable[Event]) -> Mapping[str, str]:
    """What the rows of these events link to."""
    rows = [row for event in events if event.known is not None for row in (event.known, *event.parts)]
    return names_of(connection, linked(rows))


def _day(row: KnownRow) -> date:
    own: date | None = row.get(KINDS[row.kind].tells_of)
    told: date = row.get("known_on")
    return own or told
