"""What the page of settings shows of the book: the rep, the line, the logo, the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.migrating import verify
from kamdesk.db.store import Store
from kamdesk.reads.rep import Logo, RepCard, read_logo, read_rep


@dataclass(frozen=True, slots=True)
class OwnData:
    """``size`` in bytes; ``steps`` is how many operations the book's history has."""

    rep: RepCard
    home_address: str | None
    line_name: str
    logo: Logo | None
    path: Path
    size: int
    encrypted: bool
    accounts: int
    steps: int


def own_data(store: Store) -> OwnData:
    """Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        rep = read_rep(connection)
        address = connection.scalar(select(t.rep.c.home_address).where(t.rep.c.id == rep.id))
        name = connection.scalar(select(t.visit_line.c.name).where(t.visit_line.c.id == rep.line_id))
        accounts = connection.scalar(
            select(func.count()).select_from(t.account).where(t.account.c.deleted_at.is_(None))
        )
        steps = connection.scalar(select(func.count()).select_from(t.operation))
        return OwnData(
            rep=rep,
            home_address=address,
            line_name=name or "",
            logo=read_logo(connection),
            path=store.path,
            size=store.path.stat().st_size,
            encrypted=store.key is not None,
            accounts=accounts or 0,
            steps=steps or 0,
        )


def check_book(store: Store) -> tuple[str, ...]:
    """What is wrong with the book's file, read from beginning to end; empty for a sound one."""
    return tuple(verify(store.path, store.key))
