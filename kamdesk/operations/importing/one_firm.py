"""Address books: what is said of a person's firm holds for its other people; all firms can be taken in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound
from kamdesk.exchange.records import AccountRecord
from kamdesk.exchange.values.names import same_key
from kamdesk.operations.importing.taking import NAME, Asked, Taker, read_question
from kamdesk.reads.answers import answer_in, undone_ids

UNKNOWN = "card_unknown"
_OF_FIRMS = (UNKNOWN, "near_name")


def of_one_firm(connection: Connection, asked: Asked, now: datetime, zone: str) -> list[Asked]:
    """The other people of the same firm about whom the same address book still asks."""
    entry = asked.entry
    if not isinstance(entry, AccountRecord) or not entry.card or entry.name is None:
        return []
    firm = same_key(entry.name)
    return [
        other
        for other in _open(connection, asked.whence.sha256, now, zone, _OF_FIRMS)
        if other.id != asked.id and same_key(other.entry.name or "") == firm  # type: ignore[union-attr]
    ]


def take_firms(store: Store, *, pending_id: str, now: datetime) -> Changes:
    """Takes in all people of a list whose firms the book lacks, and makes an account of each firm, in one step.

    ``pending_id`` is the question about one of them. Firms that are nearly called as one of the book stay questions.
    Raises NotFound where the question is gone.
    """
    with store.read() as connection:
        pending = t.import_pending.c
        source = connection.scalar(select(pending.sha256).where(pending.id == pending_id))
        if source is None:
            raise NotFound("import_answer_gone")
        zone = own_zone(connection) or "UTC"
        every = list(_open(connection, source, now, zone, (UNKNOWN,)))
        file = connection.scalar(select(t.import_file.c.name).where(t.import_file.c.sha256 == source))
    with store.write(NAME, now=now, summary=file) as tx:
        taker = Taker(tx, zone)
        gone: dict[str, list[Asked]] = {}
        for asked in every:
            name = asked.entry.name or ""  # type: ignore[union-attr]
            account = taker.take(asked.entry, asked.whence, taker.called(name))
            gone.setdefault(account, []).append(asked)
        for account, some in gone.items():
            taker.close(some, account)
    return tx.changes()


def _open(
    connection: Connection, source: str, now: datetime, zone: str, reasons: tuple[str, ...]
) -> Iterator[Asked]:
    pending = t.import_pending.c
    rows = connection.execute(
        select(t.import_pending)
        .where(
            pending.sha256 == source,
            pending.kind == "accounts",
            pending.reason.in_(reasons),
        )
        .order_by(pending.line)
    )
    undone = undone_ids(connection)
    for row in rows:
        if answer_in(row.state, undone) is not None:
            continue
        asked = read_question(row, now, zone)
        if asked and isinstance(asked.entry, AccountRecord) and asked.entry.card and asked.entry.name:
            yield asked
