"""What is said of one firm holds for the rest of its list; the firms of address books can be taken in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select, update

from kamdesk.db import tables as t
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound
from kamdesk.exchange.records import AccountRecord, ListedRecord
from kamdesk.exchange.values.names import same_key
from kamdesk.operations.importing.taking import NAME, Asked, Taker, read_question
from kamdesk.reads.answers import LEFT_OUT, answer_in, undone_ids

UNKNOWN = "card_unknown"
NEAR = "near_name"
_OF_FIRMS = (UNKNOWN, NEAR)


def of_one_firm(connection: Connection, asked: Asked, now: datetime, zone: str) -> list[Asked]:
    """The other people of the same firm about whom the same address book still asks.

    Of a matrix with a column for each account the other cells of that column.
    """
    entry = asked.entry
    if isinstance(entry, ListedRecord):
        return list(_of_one_column(connection, asked, entry, now, zone))
    if not isinstance(entry, AccountRecord) or not entry.card or entry.name is None:
        return []
    firm = same_key(entry.name)
    return [
        other
        for other in _open(connection, asked.whence.sha256, now, zone, _OF_FIRMS)
        if other.id != asked.id and same_key(other.entry.name or "") == firm  # type: ignore[union-attr]
    ]


def leave_firms(store: Store, *, pending_id: str) -> int:
    """All people of a list whose firms the book lacks stay out; how many these are. Raises NotFound."""
    with store.write_local() as connection:
        pending = t.import_pending.c
        row = connection.execute(select(t.import_pending).where(pending.id == pending_id)).one_or_none()
        if row is None:
            raise NotFound("import_answer_gone")
        undone = undone_ids(connection)
        mine = (pending.sha256 == row.sha256) & (pending.kind == "accounts") & (pending.reason == UNKNOWN)
        asked = connection.execute(select(pending.id, pending.state).where(mine)).all()
        open_ones = [each.id for each in asked if answer_in(each.state, undone) is None]
        connection.execute(update(t.import_pending).where(pending.id.in_(open_ones)).values(state=LEFT_OUT))
        return len(open_ones)


def _of_one_column(
    connection: Connection, asked: Asked, entry: ListedRecord, now: datetime, zone: str
) -> Iterator[Asked]:
    named = {part.account for part in entry.parts}
    if entry.account is not None or len(named) != 1:
        return
    for other in _questions(connection, asked.whence.sha256, now, zone, entry.kind, (NEAR,)):
        mine = isinstance(other.entry, ListedRecord) and {part.account for part in other.entry.parts} == named
        if mine and other.id != asked.id:
            yield other


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
    for asked in _questions(connection, source, now, zone, "accounts", reasons):
        if isinstance(asked.entry, AccountRecord) and asked.entry.card and asked.entry.name:
            yield asked


def _questions(
    connection: Connection, source: str, now: datetime, zone: str, kind: str, reasons: tuple[str, ...]
) -> Iterator[Asked]:
    """The open questions of a list about rows of one kind, for these reasons."""
    pending = t.import_pending.c
    rows = connection.execute(
        select(t.import_pending)
        .where(
            pending.sha256 == source,
            pending.kind == kind,
            pending.reason.in_(reasons),
        )
        .order_by(pending.line)
    )
    undone = undone_ids(connection)
    for row in rows:
        if answer_in(row.state, undone) is not None:
            continue
        asked = read_question(row, now, zone)
        if asked is not None:
            yield asked
