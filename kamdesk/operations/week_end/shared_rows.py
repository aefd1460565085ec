"""What of who informs us is told to one manager or colleague: what is shared by name, as it is now or no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.domain.contact import COLLEAGUE, MANAGER
from kamdesk.operations.week_end.peers import Reader
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import CHUNK, PARKED, Known, Origins, known
from kamdesk.sync.merge import Json
from kamdesk.sync.package.lines import EntrustedRow

SHARE, ENTRY = t.informant_share.name, t.informant_assignment.name


def shared_with(connection: Connection, origins: Origins, reader: Reader) -> list[EntrustedRow]:
    """All that is shared with the reader, or has been, by its id.

    What was handed on to a colleague is told also where its account has left the book by now, without its names: the
    colleague may not have heard of it yet. Of what a manager reads such a one is told no more.
    """
    aliases = read_aliases(connection)
    found = [
        *_here(connection, origins, reader, aliases),
        *(_aside(connection, origins, reader) if reader.role == COLLEAGUE else ()),
    ]
    return sorted(found, key=lambda each: each.id)


def _here(
    connection: Connection, origins: Origins, reader: Reader, aliases: Aliases
) -> Iterator[EntrustedRow]:
    share, entry = t.informant_share.c, t.informant_assignment.c
    rows = connection.execute(
        select(
            share.id,
            share.assignment_id,
            share.role,
            share.deleted_at.is_(None).label("shared"),
            entry.deleted_at.is_(None).label("stands"),
            entry.contact_id,
            entry.account_id,
            entry.last_heard,
            entry.told,
            entry.until,
            t.contact.c.name,
        )
        .join(t.informant_assignment, share.assignment_id == entry.id)
        .join(t.contact, entry.contact_id == t.contact.c.id)
        .where(share.manager == reader.name)
    ).all()
    for each in rows:
        if (each.role or MANAGER) != reader.role:
            continue
        account = aliases.of(each.account_id)
        rests_on = (
            (SHARE, each.id),
            (ENTRY, each.assignment_id),
            (t.contact.name, each.contact_id),
            (t.account.name, each.account_id),
            (t.account.name, account),
        )
        vector = _vector(connection, origins, rests_on)
        if not (each.shared and each.stands):
            yield EntrustedRow(id=each.id, vector=vector, shared=False)
            continue
        yield EntrustedRow(
            id=each.id,
            vector=vector,
            shared=True,
            account=connection.scalar(select(t.account.c.name).where(t.account.c.id == account)),
            contact=each.name,
            last_heard=each.last_heard,
            told=each.told,
            until=each.until,
            account_id=account,
            contact_id=each.contact_id,
        )


def _aside(connection: Connection, origins: Origins, reader: Reader) -> Iterator[EntrustedRow]:
    rows = plain.rows(
        connection,
        'SELECT row FROM sync_row WHERE "table" = ? AND place = ? ORDER BY row',
        (SHARE, PARKED),
    )
    ids = [row[0] for row in rows]
    for begin in range(0, len(ids), CHUNK):
        shares = known(connection, origins, SHARE, shapes()[SHARE], ids[begin : begin + CHUNK])
        for id_, share in shares.items():
            values = share.state.values
            if (values.get("manager"), values.get("role")) != (reader.name, reader.role):
                continue
            entry_id = str(values.get("assignment_id"))
            entry = known(connection, origins, ENTRY, shapes()[ENTRY], [entry_id]).get(entry_id)
            if entry is not None:
                vector = _vector(connection, origins, ((SHARE, id_), (ENTRY, entry_id)))
                yield _told_aside(id_, share, entry, vector)


def _told_aside(id_: str, share: Known, entry: Known, vector: dict[str, int]) -> EntrustedRow:
    values = entry.state.values
    if share.state.values.get("deleted_at") is not None or values.get("deleted_at") is not None:
        return EntrustedRow(id=id_, vector=vector, shared=False)
    return EntrustedRow(
        id=id_,
        vector=vector,
        shared=True,
        last_heard=_day(values.get("last_heard")),
        told=_text(values.get("told")),
        until=_day(values.get("until")),
        account_id=_text(values.get("account_id")),
        contact_id=_text(values.get("contact_id")),
    )


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _day(value: Json) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _vector(connection: Connection, origins: Origins, places: Collection[tuple[str, str]]) -> dict[str, int]:
    """All the writes that a shared row rests on, so that of two that tell of it the later is known."""
    found: dict[str, int] = {}
    for table, row in places:
        for each in known(connection, origins, table, shapes()[table], [row]).values():
            for replica, count in each.state.vector.items():
                found[replica] = max(count, found.get(replica, 0))
    return found
