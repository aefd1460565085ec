"""The conflicts that were settled in this copy of the book: where a choice is undone, all values are offered again.

The merge forgets what was not chosen, as it must. So it is kept beside it, for this copy alone and for as long as the
field holds what the undo put there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.operations.week_end.choosing import Choice, OpenConflict
from kamdesk.reads.answers import undone_ids
from kamdesk.sync.book.absorbing import remember
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes

SETTLED = "sync.settled."


def keep(connection: Connection, conflict: OpenConflict) -> None:
    """The conflict is being settled by the operation that is under way."""
    operation = plain.first(connection, "SELECT id FROM operation ORDER BY number DESC LIMIT 1")
    kept = {"operation": operation, "conflict": asdict(conflict)}
    remember(connection, f"{SETTLED}{conflict.id}", json.dumps(kept, ensure_ascii=False, default=str))


def taken_back(connection: Connection, *, confidential: bool = False) -> Iterator[OpenConflict]:
    """Those whose choice is undone and whose field nobody has written since; of who informs us only when asked."""
    rows = connection.scalars(select(t.book.c.value).where(t.book.c.name.like(f"{SETTLED}%"))).all()
    if not rows:
        return
    undone = undone_ids(connection)
    for row in rows:
        kept = json.loads(row)
        if kept["operation"] in undone:
            conflict = _read(kept["conflict"])
            if (confidential or conflict.table not in CONFIDENTIAL) and _stands(connection, conflict):
                yield conflict


def _read(kept: dict[str, object]) -> OpenConflict:
    choices = tuple(
        Choice(**{**each, "at": datetime.fromisoformat(each["at"]) if each["at"] else None})
        for each in kept["choices"]  # type: ignore[attr-defined]
    )
    more = {"choices": choices, "edits": tuple(kept["edits"]), "ring": tuple(kept.get("ring", ()))}  # type: ignore[arg-type]
    return OpenConflict(**{**kept, **more, "again": True})  # type: ignore[arg-type]


def _stands(connection: Connection, conflict: OpenConflict) -> bool:
    """Whether the field holds the value that was shown while the conflict was open."""
    if conflict.table not in shapes():
        return False
    found = plain.rows(
        connection, f'SELECT "{conflict.field}" FROM "{conflict.table}" WHERE id = ?', (conflict.row,)
    )
    return bool(found) and found[0][0] == conflict.choices[conflict.shown - 1].value
