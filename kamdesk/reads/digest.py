"""One number for what a book holds: equal for books with equal content, whatever way it came there."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.sync.book.absorbing import absorb
from kamdesk.sync.book.packing import rows_above
from kamdesk.sync.book.scope import scope_of
from kamdesk.sync.book.states import PARKED, Origins
from kamdesk.sync.merge import DELETED

NOT_CONTENT = frozenset({("account", "owner_id")})
"""Fields that say whose something is, not what it is."""


SCOPE = frozenset({"account_share"})
"""Tables that say who looks after what: they are in no digest."""


def digest(store: Store, rep: str | None = None, today: date = date.max) -> str:
    """The SHA-256 over every row that is synced, in the order of tables and ids: each field's values, the rivals too.

    Confidential rows, who shares what and rows that wait for another are left out. With ``rep`` only what that rep
    looks after on ``today`` counts, in a book that several meet in.
    """
    total = sha256()
    with store.write_local() as connection:
        absorb(connection)
        origins = Origins(connection)
        office = connection.scalar(select(t.book.c.value).where(t.book.c.name == "identity.role")) == "office"
        scope = scope_of(connection, rep, today) if rep is not None and office else None
        for table, row, known in rows_above(connection, origins, 0):
            if table in SCOPE or known.place == PARKED or (scope is not None and (table, row) not in scope):
                continue
            fields: dict[str, list[str]] = {}
            for name, value in known.state.values.items():
                writes = known.state.exceptions.get(name, [])
                values = [value] if len(writes) < 2 or name == DELETED else [each for _, _, each in writes]
                texts = sorted({json.dumps(each, ensure_ascii=False, sort_keys=True) for each in values})
                if texts != ["null"] and (table, name) not in NOT_CONTENT:
                    fields[name] = texts
            total.update(
                json.dumps([table, row, fields], ensure_ascii=False, sort_keys=True).encode() + b"\n"
            )
    return total.hexdigest()
