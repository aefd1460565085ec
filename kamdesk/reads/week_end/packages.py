"""The packages that went out and came in, and which of those handed over the others have confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store

UPTO = "sync.upto."
"""Under this name and its hash the book keeps up to which of its rows a package went."""


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a package was for or from. ``confirmed``: by its own word it has what was handed over."""

    key: str
    rep: str
    device: str
    role: str
    own: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PackageLine:
    """One package. ``parties`` are none where it was sealed with a passphrase alone; ``forked``: it was set aside."""

    number: int
    out: bool
    at: datetime
    name: str
    rows: int
    week: str | None
    closed: bool
    parties: tuple[Party, ...]
    forked: bool = False

    @property
    def confirmed(self) -> bool:
        """Whether all that it was for have confirmed it; nothing needs to be for one that came in."""
        return not self.out or (bool(self.parties) and all(party.confirmed for party in self.parties))


def packages(store: Store, *, limit: int = 200) -> tuple[PackageLine, ...]:
    """The newest first."""
    with store.read() as connection:
        own = connection.scalar(select(t.book.c.value).where(t.book.c.name == "identity.rep"))
        known = {row.key: row for row in connection.execute(select(t.sync_peer))}
        reached = {
            row.name.removeprefix(UPTO): int(row.value)
            for row in connection.execute(select(t.book).where(t.book.c.name.like(f"{UPTO}%")))
        }
        rows = connection.execute(
            select(t.sync_package).order_by(t.sync_package.c.number.desc()).limit(limit)
        ).all()
    lines = []
    for row in rows:
        out, upto = row.direction == "out", reached.get(row.sha256)
        parties = tuple(
            Party(
                peer.key, peer.rep, peer.device, peer.role, peer.role == "rep" and peer.rep == own,
                out and upto is not None and peer.acked >= upto,
            )
            for key in (row.peer or "").split()
            if (peer := known.get(key)) is not None
        )  # fmt: skip
        lines.append(
            PackageLine(
                row.number,
                out,
                row.at,
                row.name,
                row.rows,
                row.week,
                bool(row.closed),
                parties,
                row.direction == "fork",
            )
        )
    return tuple(lines)


def was_taken_in(store: Store, digest: str) -> bool:
    """Whether the package whose file has this SHA-256 came into the book."""
    log = t.sync_package.c
    with store.read() as connection:
        found = connection.scalar(
            select(log.number).where(log.sha256 == digest, log.direction == "in").limit(1)
        )
    return found is not None
