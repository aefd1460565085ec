"""Values written without knowing of each other: listed, and settled by a person one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.circles import PARENT
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.clock import COUNT_BITS
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.confidential import NAME as SECRET
from kamdesk.operations.week_end.below import below_each_other, ring_above
from kamdesk.operations.week_end.choosing import Choice, OpenConflict
from kamdesk.operations.week_end.settled import keep, taken_back
from kamdesk.sync.book.absorbing import absorb
from kamdesk.sync.book.graph import ACCOUNT
from kamdesk.sync.book.shapes import CONFIDENTIAL, Shape, as_domain, fits, shapes
from kamdesk.sync.book.states import Origins, known, stamps
from kamdesk.sync.compact import expand
from kamdesk.sync.merge import DELETED, Conflict, Json, conflicts, shown

NAME = "sync.resolve"
_STANDS = "(place IS NULL OR place = 'waiting')"
"""Of a row that is kept aside nobody can choose yet."""


def open_conflicts(store: Store, *, confidential: bool = False) -> list[OpenConflict]:
    """What is to be chosen in this book, by table and row; of who informs us only while that is unlocked.

    At the end stand those that were settled in this copy of the book and whose choice was undone since.
    """
    with store.write_local() as connection:
        absorb(connection)
        return [
            *_all(connection, confidential=confidential),
            *taken_back(connection, confidential=confidential),
        ]


def resolve(
    store: Store,
    *,
    conflict_id: str,
    take: int | None = None,
    value: Json = None,
    now: datetime,
    confidential: bool = False,
) -> Changes:
    """Settles a conflict: by the value with the number ``take``, or by ``value`` where it is None.

    An ordinary write, undone like one: then it is to be chosen again. It goes to the other books with the next package.
    Raises NotFound where there is no such conflict (any more), RuleError where the number or the value can't be.
    """
    with store.write_local() as connection:
        absorb(connection)
        every = chain(
            _all(connection, confidential=confidential), taken_back(connection, confidential=confidential)
        )
        found = next((each for each in every if each.id == conflict_id), None)
    if found is None:
        raise NotFound("conflict_missing", id=conflict_id)
    if take is not None:
        if not 1 <= take <= len(found.choices):
            raise RuleError("conflict_number", number=take, most=len(found.choices))
        value = found.choices[take - 1].value
    shape = shapes()[found.table]
    _check(shape, found.field, value)
    with store.write(SECRET if found.table in CONFIDENTIAL else NAME, now=now) as tx:
        row = tx.find(BY_TABLE[found.table], found.row)
        if row is None:
            raise NotFound("conflict_missing", id=conflict_id)
        chosen = _typed(found, value, now)
        if getattr(row, found.field) == chosen:
            tx.restate(row, found.field)
        else:
            setattr(row, found.field, chosen)
        keep(tx.connection, found)
    return tx.changes()


def value_of(store: Store, conflict_id: str, text: str) -> Json:
    """What a person wrote, as the conflict's field has it. Raises NotFound or RuleError."""
    found = next((each for each in open_conflicts(store) if each.id == conflict_id), None)
    if found is None:
        raise NotFound("conflict_missing", id=conflict_id)
    shape = shapes()[found.table]
    kind = shape.kinds[shape.fields.index(found.field)]
    try:
        if kind is bool:
            return {"true": True, "false": False}[text.strip().lower()]
        return text if kind is str else kind(text)
    except (KeyError, ValueError):
        raise RuleError("conflict_value", field=found.field) from None


def _check(shape: Shape, field: str, value: Json) -> None:
    kind = shape.kinds[shape.fields.index(field)]
    if (value is None and field in shape.needed) or (value is not None and not fits(value, kind)):
        raise RuleError("conflict_value", field=field)


def _typed(found: OpenConflict, value: Json, now: datetime) -> Any:
    """The value as the domain has it."""
    if value is None:
        return None
    if found.field == DELETED:
        return now
    try:
        return as_domain(found.table, found.field, value)
    except ValueError:
        raise RuleError("conflict_value", field=found.field) from None


def _all(connection: Connection, *, confidential: bool) -> Iterator[OpenConflict]:
    origins = Origins(connection)
    whose = {row.id: row for row in connection.execute(select(t.sync_origin))}
    own = set(connection.scalars(select(t.replica.c.id)))
    me = dict(
        connection.execute(
            select(t.book.c.name, t.book.c.value).where(t.book.c.name.like("identity.%"))
        ).all()
    )
    rows = plain.rows(
        connection,
        f'SELECT "table" AS name, row FROM sync_row WHERE conflicts > 0 AND {_STANDS} ORDER BY "table", row',
    )
    for row in rows:
        if (row.name in CONFIDENTIAL and not confidential) or row.name not in shapes():
            continue
        state = known(connection, origins, row.name, shapes()[row.name], [row.row])[row.row].state
        every = stamps(connection, origins, state.dots())
        for conflict in conflicts(row.name, row.row, expand(state, every.__getitem__)):
            name = next(
                (state.values[n] for n in ("name", "text", "code", "number") if state.values.get(n)), ""
            )
            yield replace(_open(conflict, whose, own, me), what=str(name)[:80])
    for row, state in below_each_other(connection, origins):
        every = stamps(connection, origins, state.dots())
        leads = expand(state, every.__getitem__).fields[PARENT]
        found = _open(Conflict(f"circle-{row}", ACCOUNT, row, PARENT, leads), whose, own, me)
        choices = (*found.choices, Choice(None, None, None, None, None, None))
        yield replace(
            found,
            choices=choices,
            shown=2,
            what=str(state.values.get("name"))[:80],
            ring=ring_above(connection, row, str(state.values[PARENT])),
        )


def _open(conflict: Conflict, whose: dict[str, Any], own: set[str], me: dict[str, str]) -> OpenConflict:
    choices: list[Choice] = []
    top = shown(conflict.siblings)
    number = 1
    for dot, written in sorted(conflict.siblings.items()):
        value = written.value["at"] if conflict.field == DELETED and written.value else written.value
        if any(choice.value == value and type(choice.value) is type(value) for choice in choices):
            continue
        writer = whose.get(dot[0])
        choices.append(
            Choice(
                value=value,
                before=written.before,
                at=_moment(written.clock),
                user=written.user,
                rep=me.get("identity.rep") if dot[0] in own else writer.rep if writer else None,
                device=me.get("identity.device") if dot[0] in own else writer.device if writer else None,
            )
        )
        if written is top:
            number = len(choices)
    if conflict.field == DELETED and all(choice.value is not None for choice in choices):
        choices.append(Choice(None, None, None, None, None, None))
    if conflict.field == DELETED:
        number = next(n for n, choice in enumerate(choices, 1) if choice.value is None)
    return OpenConflict(
        conflict.id, conflict.table, conflict.row, conflict.field, tuple(choices), number, conflict.edits
    )


def _moment(clock: int) -> datetime | None:
    return datetime.fromtimestamp((clock >> COUNT_BITS) / 1000, UTC) if clock else None


def count_conflicts(store: Store) -> int:
    """How many wait for a choice. Where none did before, nothing that was recorded here can have made one."""
    with store.read() as connection:
        again = sum(1 for _ in taken_back(connection))
        if not _waiting(connection):
            return again
    with store.write_local() as connection:
        absorb(connection)
        return _waiting(connection) + again


def _waiting(connection: Connection) -> int:
    rows = plain.rows(
        connection, f'SELECT "table" AS name, conflicts FROM sync_row WHERE conflicts > 0 AND {_STANDS}'
    )
    fields = sum(row.conflicts for row in rows if row.name not in CONFIDENTIAL and row.name in shapes())
    return fields + sum(1 for _ in below_each_other(connection, Origins(connection)))
