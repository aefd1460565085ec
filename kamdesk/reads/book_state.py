"""How the book stands: whose it is, when it was last written and last copied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.backup import STAMP
from kamdesk.db.own import own_rep
from kamdesk.db.store import Store

_MADE = re.compile(r"-(\d{8}T\d{6}Z)(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class BookState:
    """``changed_at`` is the last operation's moment, ``copied_at`` that of the newest copy: None where there is none.

    ``rep`` and ``zone`` are empty and ``anchor_monday`` is None before the book is set up.
    """

    path: Path
    rep: str
    zone: str
    anchor_monday: date | None
    cycle_weeks: int
    changed_at: datetime | None
    copied_at: datetime | None


def book_state(store: Store, *, backups: Path) -> BookState:
    """``backups`` is the folder in which the book's copies lie."""
    with store.read() as connection:
        rep = connection.execute(
            select(t.rep.c.name, t.rep.c.zone, t.visit_line.c.anchor_monday, t.visit_line.c.cycle_weeks)
            .outerjoin_from(t.rep, t.visit_line, t.visit_line.c.rep_id == t.rep.c.id)
            .where(t.rep.c.deleted_at.is_(None))
            .order_by(t.rep.c.id != (own_rep(connection) or ""), t.rep.c.id)
        ).first()
        changed = connection.scalar(select(t.operation.c.at).order_by(t.operation.c.number.desc()).limit(1))
    return BookState(
        path=store.path,
        rep=rep.name if rep else "",
        zone=rep.zone if rep else "",
        anchor_monday=rep.anchor_monday if rep else None,
        cycle_weeks=(rep.cycle_weeks if rep else None) or 4,
        changed_at=changed,
        copied_at=last_copy(store.path, backups),
    )


def last_copy(book: Path, backups: Path) -> datetime | None:
    """The moment in the name of the newest copy of ``book``; a file named in another way is none."""
    moments: list[datetime] = []
    for copy in backups.glob(f"{book.stem}-*{book.suffix}"):
        found = _MADE.search(copy.stem)
        if found:
            moments.append(datetime.strptime(found[1], STAMP).replace(tzinfo=UTC))
    return max(moments, default=None)
