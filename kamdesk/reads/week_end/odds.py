"""What two books wrote differently, in the words of the field: whose record, which field, who wrote what and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.exchange.out.shapes import Field
from kamdesk.operations.week_end.choosing import Choice, OpenConflict
from kamdesk.reads.export.shape import sheet_shape
from kamdesk.reads.week_end.called import account_of, called
from kamdesk.reads.week_end.saying import Saying, currency_of, kind_of
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.merge import DELETED, Json
from kamdesk.words import Words

MOST_NAMES = 2_000


@dataclass(frozen=True, slots=True)
class Written:
    """One of the values, in words. Of a row taken back here and changed there one is ``kept`` and one ``gone``.

    ``rep`` is empty where nobody told who wrote it. ``own``: it was written in this book; ``mine``: by its rep, here or
    on another laptop. ``alone``: nobody wrote it, it opens the ring.
    """

    text: str
    before: str
    value: Json
    at: datetime | None
    rep: str
    device: str
    own: bool
    mine: bool = False
    kept: bool = False
    gone: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Odds:
    """One conflict. ``field`` says how its values are read and written, ``names`` what a link may lead to.

    ``edits`` are, for a row taken back, the fields written by who did not know of that, each with what it says now.
    ``again``: the choice was undone; ``secret``: it is about who informs us. ``ring`` names, for an account that
    would stand below itself, those above it.
    """

    id: str
    table: str
    row: str
    kind: str
    heading: str
    what: str
    account_id: str | None
    account: str
    value_class: str | None
    is_key: bool | None
    field: Field
    currency: str | None
    choices: tuple[Written, ...]
    shown: int
    edits: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    again: bool = False
    secret: bool = False
    ring: tuple[str, ...] = ()

    @property
    def deletion(self) -> bool:
        """Whether a row was taken back in one book and changed in another."""
        return self.field.name == DELETED


def in_words(store: Store, found: Iterable[OpenConflict], words: Words) -> tuple[Odds, ...]:
    """The conflicts, those of one account together, in the order of the accounts' names."""
    with store.read() as connection:
        me = dict(
            connection.execute(
                select(t.book.c.name, t.book.c.value).where(t.book.c.name.like("identity.%"))
            ).all()
        )
        mine = me.get("identity.rep"), me.get("identity.device")
        told = [_told(connection, each, words, mine) for each in found]
    return tuple(sorted(told, key=lambda each: (each.account == "", each.account, each.table, each.row)))


def _told(
    connection: Connection, conflict: OpenConflict, words: Words, mine: tuple[str | None, str | None]
) -> Odds:
    shape = sheet_shape(conflict.table, words)
    field = shape.field(conflict.field)
    account_id = account_of(connection, conflict.table, conflict.row)
    account = None
    if account_id is not None:
        account = connection.execute(
            select(t.account.c.name, t.account.c.short_name, t.account.c.value_class, t.account.c.is_key)
            .where(t.account.c.id == account_id)
        ).first()  # fmt: skip
    currency = currency_of(connection, conflict.table, conflict.row)
    say = Saying(connection, words, currency)
    name = "" if conflict.table == "account" else called(connection, conflict.table, conflict.row, words)
    return Odds(
        id=conflict.id,
        table=conflict.table,
        row=conflict.row,
        kind=kind_of(conflict.table, words),
        heading=field.link_heading or field.heading,
        what=name,
        account_id=account_id if account else None,
        account=(account.short_name or account.name) if account else "",
        value_class=account.value_class if account else None,
        is_key=account.is_key if account else None,
        field=field,
        currency=currency,
        choices=tuple(_written(each, conflict, field, say, mine) for each in conflict.choices),
        shown=conflict.shown,
        edits=tuple(
            (each.link_heading or each.heading, say.value(each, _now(connection, conflict, each.name)))
            for each in map(shape.field, conflict.edits)
        ),
        names=_names(connection, field, account_id, words) if field.link else (),
        again=conflict.again,
        secret=conflict.table in CONFIDENTIAL,
        ring=tuple(called(connection, "account", each, words) for each in conflict.ring),
    )


def _written(
    choice: Choice, conflict: OpenConflict, field: Field, say: Saying, mine: tuple[str | None, str | None]
) -> Written:
    deletion = conflict.field == DELETED
    return Written(
        text="" if deletion else say.value(field, choice.value),
        before="" if deletion else say.value(field, choice.before),
        value=choice.value,
        at=choice.at,
        rep=choice.rep or choice.user or "",
        device=choice.device or "",
        own=(choice.rep, choice.device) == mine,
        mine=choice.rep is not None and choice.rep == mine[0],
        kept=deletion and choice.value is None,
        gone=deletion and choice.value is not None,
        alone=bool(conflict.ring) and choice.value is None,
    )


def _now(connection: Connection, conflict: OpenConflict, name: str) -> Json:
    return plain.first(connection, f'SELECT "{name}" FROM "{conflict.table}" WHERE id = ?', (conflict.row,))


def _names(
    connection: Connection, field: Field, account_id: str | None, words: Words
) -> tuple[tuple[str, str], ...]:
    """Ids and names of the rows that the link may lead to: those of the account, where they belong to one."""
    assert field.link is not None
    shape = shapes()[field.link]
    where, values = "", ()
    if field.link == "contact" and account_id:
        where = " AND id IN (SELECT contact_id FROM contact_post WHERE account_id = ?)"
        values = (account_id,)
    elif "account_id" in shape.fields and account_id:
        where, values = " AND account_id = ?", (account_id,)
    rows = plain.rows(
        connection,
        f'SELECT id FROM "{field.link}" WHERE deleted_at IS NULL{where} ORDER BY id LIMIT {MOST_NAMES}',
        values,
    )
    found = [(row.id, called(connection, field.link, row.id, words)) for row in rows]
    return tuple(sorted((each for each in found if each[1]), key=lambda each: each[1]))
