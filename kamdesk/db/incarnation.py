"""A copy of a book is another replica: its counts must never be taken for those of the book that it was copied from."""

from __future__ import annotations

import json
import platform
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, update

from kamdesk.db import tables as t
from kamdesk.db.engine import connect
from kamdesk.db.ids import random_id
from kamdesk.db.inspection import DAMAGE, open_as_it_is, said
from kamdesk.db.reached import counts, mark, was_further
from kamdesk.db.store import Store

PLACE = "place"
"""The name under which the book keeps where it lay when it was last opened."""


def new_replica(connection: Connection, now: datetime) -> None:
    """Counts anew under an id at random."""
    connection.execute(insert(t.replica).values(id=random_id(), since=now))


def forget_acknowledged(connection: Connection) -> None:
    """What other books acknowledged to the replica before says nothing of the one that counts anew."""
    connection.execute(update(t.sync_peer).values(acked=0))


def begin(connection: Connection, now: datetime, *, file: Path, place: Path) -> None:
    """The first replica of the book in ``file``, which will lie at ``place``; or of one that takes another's place."""
    new_replica(connection, now)
    _keep(connection, _place(file, place))


def same_book(work: Path, key: str | None, place: Path) -> None:
    """The book at ``place`` made anew in the file ``work``, which takes its place, is no copy; a copy stays one."""
    with closing(connect(work, key, pragmas=())) as connection:
        connection.execute(
            "UPDATE book SET value = ? WHERE name = ? AND value = ?",
            (_place(work, place), PLACE, _place(place, place)),
        )


def notice_copy(store: Store, *, now: datetime) -> bool:
    """Whether the book is a copy that was made since it was last opened: it is a replica of its own from now on.

    A file that was moved is the same one; one on another computer, or a second file beside the first, is a copy, and so
    is an older state of the book that was put into its file (`reached`). A
    replica too many does no harm, one too few would lose changes. Raises BookError where it can't be read.
    """
    here = _place(store.path, store.path)
    try:
        with closing(open_as_it_is(store.path, store.key)) as connection:
            row = connection.execute("SELECT value FROM book WHERE name = ?", (PLACE,)).fetchone()
            reached = counts(connection)
    except DAMAGE as error:
        raise said(error, store.path, encrypted=store.key is not None) from error
    put_back = was_further(store.path, reached)
    if row and row[0] == here and not put_back:
        return False
    copied = put_back or (row is not None and not _moved(json.loads(row[0]), json.loads(here)))
    with store.write_local() as connection:
        _keep(connection, here)
        if copied and reached != (0, 0):
            new_replica(connection, now)
            forget_acknowledged(connection)
    if put_back:
        mark(store.path, reached)
    store.engine.dispose()
    return copied


def _place(file: Path, place: Path) -> str:
    return json.dumps([platform.node(), file.stat().st_ino, str(place)], ensure_ascii=False)


def _keep(connection: Connection, place: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (PLACE, place))


def _moved(before: list[object], now: list[object]) -> bool:
    """The same file on the same computer, and nothing is left where it was."""
    return before[:2] == now[:2] and not (before[2] != now[2] and Path(str(before[2])).exists())
