"""A copy of a book is another replica: its counts must never be taken for those of the book that it was copied from."""

from __future__ import annotations

import json
import platform
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.ids import random_id
from kamdesk.db.store import Store

PLACE = "place"
"""The name under which the book keeps where it lay when it was last opened."""


def new_replica(connection: Connection, now: datetime) -> None:
    """Counts anew under an id at random; what others acknowledged to the old one says nothing of this one."""
    connection.execute(insert(t.replica).values(id=random_id(), since=now))
    connection.execute(update(t.sync_peer).values(acked=0))


def begin(connection: Connection, now: datetime, *, file: Path, place: Path) -> None:
    """The first replica of the book in ``file``, which will lie at ``place``; or of one that takes another's place."""
    new_replica(connection, now)
    _keep(connection, _place(file, place))


def notice_copy(store: Store, *, now: datetime) -> bool:
    """Whether the book is a copy that was made since it was last opened: it is a replica of its own from now on.

    A file that was moved is the same one; one on another computer, or a second file beside the first, is a copy. A
    replica too many does no harm, one too few would lose changes.
    """
    here = _place(store.path, store.path)
    with store.read() as connection:
        known = plain.first(connection, "SELECT value FROM book WHERE name = ?", (PLACE,))
    if known == here:
        return False
    copied = known is not None and not _moved(json.loads(known), json.loads(here))
    with store.write_local() as connection:
        _keep(connection, here)
        if copied and connection.scalar(select(t.operation.c.number).limit(1)):
            new_replica(connection, now)
    return copied


def _place(file: Path, place: Path) -> str:
    return json.dumps([platform.node(), file.stat().st_ino, str(place)], ensure_ascii=False)


def _keep(connection: Connection, place: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (PLACE, place))


def _moved(before: list[object], now: list[object]) -> bool:
    """The same file on the same computer, and nothing is left where it was."""
    return before[:2] == now[:2] and not (before[2] != now[2] and Path(str(before[2])).exists())
