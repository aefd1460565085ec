"""Rows that a sender may not write: kept with their values, shown to a person, taken after all or laid to rest."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.week_end.peers import Peer
from kamdesk.sync.book.applying import Refused
from kamdesk.sync.book.border import WAITS
from kamdesk.sync.book.rows import Effect
from kamdesk.sync.book.scope import is_office, own
from kamdesk.sync.book.shapes import CONFIDENTIAL, as_domain, shapes
from kamdesk.sync.book.states import Origins, stamps
from kamdesk.sync.compact import Compact, compact, expand
from kamdesk.sync.merge import DELETED, Json, join

ACCEPT = "sync.accept"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that ``rep`` on ``device`` was not let write; ``reason`` is a code of ``refused.reason``.

    ``theirs`` are the values refused and ``ours`` those that stand, by field; ``what`` the row is called. ``waits``:
    another rep's write or share is in it, and it comes in by itself once that rep's own package brings that; ``awaits``
    are the reps whose writes it has.
    """

    number: int
    at: datetime
    rep: str
    device: str
    table: str
    row: str
    what: str
    reason: str
    theirs: Mapping[str, Json]
    ours: Mapping[str, Json]
    waits: bool
    awaits: tuple[str, ...] = ()


def refusals(store: Store) -> tuple[Refusal, ...]:
    """What was refused and is not settled, the newest first."""
    r = t.sync_refused.c
    with store.read() as connection:
        rows = connection.execute(
            select(t.sync_refused).where(r.settled_at.is_(None)).order_by(r.number.desc())
        ).all()
        whose = {row.id: row.rep for row in connection.execute(select(t.sync_origin)) if row.rep}
    found = (_refusal(row) for row in rows if row.table not in CONFIDENTIAL)
    told = {row.number: row.told for row in rows}
    return tuple(
        replace(each, awaits=_others(told[each.number], whose, each.rep)) if each.waits else each
        for each in found
    )


def _others(told: str | None, whose: Mapping[str, str], rep: str) -> tuple[str, ...]:
    vector = _unpacked(told).vector if told else {}
    return tuple(sorted({whose[replica] for replica in vector if replica in whose} - {rep}))


def _refusal(row: Any) -> Refusal:
    fields = json.loads(row.fields)
    return Refusal(
        number=row.number,
        at=row.at,
        rep=row.rep,
        device=row.device,
        table=row.table,
        row=row.row,
        what=row.what,
        reason=row.reason,
        theirs={name: theirs for name, (theirs, _) in fields.items()},
        ours={name: ours for name, (_, ours) in fields.items()},
        waits=row.reason in WAITS,
    )


def accept(store: Store, *, number: int, now: datetime) -> Changes:
    """Writes the refused values after all, as this book's own write; it is recorded and can be undone.

    A row that is new here comes in whole. Raises NotFound where there is no such item (any more) or another row that
    its row needs is not here, RuleError where it waits for its own writer (`vouch`), or its row has left the book.
    """
    with store.write(ACCEPT, now=now) as tx:
        found = tx.connection.execute(_open(number)).first()
        if found is None:
            raise NotFound("refusal_missing", number=number)
        item = _refusal(found)
        if item.waits:
            raise RuleError("refusal_waits", number=number)
        row = tx.find(BY_TABLE[item.table], item.row)
        if row is None:
            tx.add(_whole(item))
        else:
            values = dict(item.theirs)
            if row.deleted_at is not None:
                values[DELETED] = item.theirs.get(DELETED)
            for name, value in values.items():
                if name in t.metadata.tables[item.table].c:
                    setattr(row, name, as_domain(item.table, name, value))
        settle(tx.connection, number, now)
        if is_office(tx.connection):
            look_after(tx.connection, item.table, item.row, item.rep)
    if not tx.changes():  # it has become so by itself
        dismiss(store, number=number, now=now)
    return tx.changes()


def look_after(connection: Connection, table: str, row: str, rep: str) -> None:
    """An account that was not let in when it came, and is nobody's, becomes the rep's."""
    sql = "SELECT 1 FROM sync_owner WHERE account = ?"
    if table == t.account.name and plain.first(connection, sql, (row,)) is None:
        own(connection, rep, [row])


def look_after_new(connection: Connection, effect: Effect, rep: str, refused: Iterable[Refused]) -> None:
    """The accounts that are new to an office are theirs who made them, however they came; the sender's, the ``rep``'s,
    where that is not known. Those ``refused`` are nobody's.
    """
    writer = (
        "SELECT o.rep FROM sync_row s JOIN sync_origin o ON o.number = s.origin"
        " WHERE s.\"table\" = 'account' AND s.row = ?"
    )
    for account in sorted(
        effect.fresh[t.account.name] - {each.row for each in refused if each.taken and each.fresh}
    ):
        own(connection, plain.first(connection, writer, (account,)) or rep, [account])


def _whole(item: Refusal) -> Any:
    """The row as it was refused; RuleError where the item tells of changes to it alone."""
    shape = shapes()[item.table]
    if any(item.theirs.get(name) is None or item.ours.get(name) is not None for name in shape.needed):
        raise RuleError("refusal_gone")
    said = {name: value for name, value in item.theirs.items() if name in shape.names and value is not None}
    values = {name: as_domain(item.table, name, value) for name, value in said.items()}
    return BY_TABLE[item.table](id=item.row, **values)


def dismiss(store: Store, *, number: int, now: datetime) -> None:
    """The item is laid to rest: what stands is right. Raises NotFound where there is none.

    What waits for another's package is shown no more, and is decided when that comes: the sender's book has it.
    """
    with store.write_local() as connection:
        if connection.execute(_open(number)).first() is None:
            raise NotFound("refusal_missing", number=number)
        item = update(t.sync_refused).where(t.sync_refused.c.number == number)
        connection.execute(item.values(settled_at=now))


def _open(number: int) -> Any:
    r = t.sync_refused.c
    return select(t.sync_refused).where(r.number == number, r.settled_at.is_(None))


def settle(connection: Connection, number: int, now: datetime) -> None:
    """The item is open no more, nor does anything of it wait."""
    item = update(t.sync_refused).where(t.sync_refused.c.number == number)
    connection.execute(item.values(settled_at=now, told=None))


def note(connection: Connection, refused: Sequence[Refused], peer: Peer, now: datetime) -> set[int]:
    """Keeps what was refused, gives the numbers of the new items; an open one of the same row and sender takes the
    values.

    What waits is joined with what waits already: an older package puts nothing newer away.
    """
    r = t.sync_refused.c
    fresh: set[int] = set()
    for each in refused:
        fields = {name: [value, each.ours.get(name)] for name, value in each.theirs.items()}
        told = None if each.taken else each.told
        values = {"at": now, "device": peer.card.device, "reason": each.reason, "what": _what(each)}
        kept = connection.execute(
            select(r.number, r.fields, r.told).where(
                r.peer == peer.card.key,
                r.table == each.table,
                r.row == each.row,
                r.settled_at.is_(None),
                r.reason.in_(WAITS) == (each.reason in WAITS),
            )
        ).first()
        if kept:
            fields = {**json.loads(kept.fields), **fields}
            if told is not None and kept.told is not None:
                told = _joined(connection, _unpacked(kept.told), told)
                fields = {name: [told.values.get(name), ours] for name, (_, ours) in fields.items()}
        values["told"] = _packed(told) if told is not None else None
        values["fields"] = json.dumps(fields, ensure_ascii=False)
        if kept:
            connection.execute(update(t.sync_refused).where(r.number == kept.number).values(**values))
            continue
        made = insert(t.sync_refused).values(
            peer=peer.card.key, rep=peer.card.rep, table=each.table, row=each.row, **values
        )
        fresh.add(connection.execute(made.returning(r.number)).scalar_one())
    return fresh


def still_open(connection: Connection, numbers: Collection[int]) -> tuple[int, int]:
    """How many of these items are refused, and how many wait; those settled meanwhile are neither."""
    r = t.sync_refused.c
    rows = connection.execute(
        select(r.number, r.reason).where(r.settled_at.is_(None), r.number >= min(numbers, default=0))
    )
    waits = [row.reason in WAITS for row in rows if row.number in numbers]
    return waits.count(False), waits.count(True)


def _what(each: Refused) -> str:
    values = {**each.told.values, **{n: v for n, v in each.ours.items() if v}}
    return str(next((values[n] for n in ("name", "text", "what", "code", "number") if values.get(n)), ""))[
        :80
    ]


def _joined(connection: Connection, one: Compact, other: Compact) -> Compact:
    """What both told of the row: packages may come late, and from a book that was restored."""
    every = stamps(connection, Origins(connection), one.dots() | other.dots()).__getitem__
    return compact(join(expand(one, every), expand(other, every)))


def _packed(state: Compact) -> str:
    return json.dumps(
        [dict(state.vector), list(state.base), dict(state.values), dict(state.exceptions)], ensure_ascii=False
    )


def _unpacked(text: str) -> Compact:
    vector, base, values, exceptions = json.loads(text)
    writes = {
        name: [((dot[0], dot[1]), before, value) for dot, before, value in each]
        for name, each in exceptions.items()
    }
    return Compact(vector, (base[0], base[1]), values, writes)


def turn_away(connection: Connection, number: int, reason: str, *, keep: bool) -> None:
    """What waited may not be written, now that its writer is known; ``keep``: it still comes in, to be overruled."""
    item = update(t.sync_refused).where(t.sync_refused.c.number == number)
    connection.execute(item.values(reason=reason) if keep else item.values(reason=reason, told=None))


class Waiting(NamedTuple):
    """A row set aside: the item, whose it is, table, id, state; whether a person laid it to rest."""

    number: int
    rep: str
    table: str
    row: str
    state: Compact
    at_rest: bool = False


def waiting(connection: Connection) -> Iterator[Waiting]:
    """The rows set aside until they may come in.

    In an office's book those that their own writer's package is to bring, in a rep's what a colleague wrote on accounts
    that are not shared at present.
    """
    for row in plain.rows(
        connection,
        'SELECT number, rep, "table" AS place, row, told, settled_at FROM sync_refused'
        " WHERE told IS NOT NULL ORDER BY number",
    ):
        state = _unpacked(row.told)
        yield Waiting(row.number, row.rep, row.place, row.row, state, row.settled_at is not None)
