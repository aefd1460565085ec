"""The other books that this one knows: added by their cards, removed, how things stand with each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.week_end.identity import keep, own_card_in
from kamdesk.operations.week_end.renaming import rename
from kamdesk.sync.book.absorbing import remember
from kamdesk.sync.book.border import FORMER
from kamdesk.sync.ledger import SEVERAL, Standing
from kamdesk.sync.package.keys import Card

MADE = "sync.made."
"""Under this name and a peer's key the book keeps when the peer's newest package was made."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A book that was enrolled. ``own`` is another laptop of the same rep; ``removed_at``: since when it is none."""

    card: Card
    own: bool
    standing: Standing
    added_at: datetime
    removed_at: datetime | None


def add_peer(store: Store, *, card: Card, now: datetime) -> Peer:
    """Knows a book from now on, or again. Raises RuleError for the book's own card."""
    with store.write_local() as connection:
        if own_card_in(connection).card.key == card.key:
            raise RuleError("peer_self")
        old = enrol(connection, card, now)
    if old is not None:
        rename(store, old=old, new=card.rep, now=now)
    with store.read() as connection:
        return next(peer for peer in peers_in(connection) if peer.card.key == card.key)


def enrol(connection: Connection, card: Card, now: datetime) -> str | None:
    """As `add_peer`, within a transaction; the rep's name until now, where it is another and nobody else has it."""
    values = {
        "rep": card.rep,
        "device": card.device,
        "role": card.role,
        "recipient": card.recipient,
        "removed_at": None,
    }
    connection.execute(delete(t.book).where(t.book.c.name == f"{FORMER}{card.rep}"))
    old = _rename(connection, card)
    peer = t.sync_peer
    found = connection.execute(update(peer).where(peer.c.key == card.key).values(**values))
    alone_again = update(peer).where(peer.c.key == card.key, peer.c.replica == SEVERAL)
    connection.execute(alone_again.values(replica=None))
    if not found.rowcount:
        connection.execute(insert(peer).values(key=card.key, added_at=now, acked=0, **values))
    return old


def _rename(connection: Connection, card: Card) -> str | None:
    """A rep whose new card has another name stays the one whose replicas and accounts are known here; the old name,
    where it is nobody's now.
    """
    peer = t.sync_peer.c
    old = connection.scalar(select(peer.rep).where(peer.key == card.key))
    if old in (None, card.rep):
        return None
    sent = select(t.sync_received.c.replica).where(t.sync_received.c.peer == card.key)
    connection.execute(update(t.sync_origin).where(t.sync_origin.c.id.in_(sent)).values(rep=card.rep))
    others = select(peer.key).where(peer.rep == old, peer.key != card.key, peer.removed_at.is_(None))
    if connection.scalar(others.limit(1)) is not None:
        return None
    connection.exec_driver_sql("UPDATE OR REPLACE sync_owner SET rep = ? WHERE rep = ?", (card.rep, old))
    for table in (t.sync_origin, t.sync_refused):
        connection.execute(update(table).where(table.c.rep == old).values(rep=card.rep))
    kept = t.book.c
    connection.execute(
        update(t.book).where(kept.name.like(f"{FORMER}%"), kept.value == old).values(value=card.rep)
    )
    keep(connection, {f"{FORMER}{old}": card.rep})
    return old


def remove_peer(store: Store, *, name: str, now: datetime) -> Peer:
    """Takes nothing in from a book any more and packs nothing for it. ``name`` as in `find`."""
    with store.write_local() as connection:
        peer = find(peers_in(connection), name)
        connection.execute(
            update(t.sync_peer).where(t.sync_peer.c.key == peer.card.key).values(removed_at=now)
        )
        return peer


def peers(store: Store) -> list[Peer]:
    """The books that are known, removed ones last."""
    with store.read() as connection:
        return peers_in(connection)


def peers_in(connection: Connection) -> list[Peer]:
    """As `peers`, within a transaction."""
    own, role = (
        connection.scalar(select(t.book.c.value).where(t.book.c.name == f"identity.{name}"))
        for name in ("rep", "role")
    )
    received: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(t.sync_received).order_by(t.sync_received.c.peer)):
        received.setdefault(row.peer, {})[row.replica] = row.upto
    kept = select(t.book.c.name, t.book.c.value).where(t.book.c.name.startswith(MADE))
    made = dict(connection.execute(kept).all())
    peer = t.sync_peer.c
    rows = connection.execute(
        select(t.sync_peer).order_by(peer.removed_at.is_not(None), peer.role, peer.rep, peer.device)
    )
    return [
        Peer(
            card=Card(row.role, row.rep, row.device, row.key, row.recipient or ""),
            own=row.role == (role or "rep") != "office" and row.rep == own,
            standing=Standing(
                row.acked, received.get(row.key, {}), row.replica, made.get(f"{MADE}{row.key}", "")
            ),
            added_at=row.added_at,
            removed_at=row.removed_at,
        )
        for row in rows
    ]


class Reader(NamedTuple):
    """Somebody with whom an entry of who informs the rep may be shared, as on the card."""

    name: str
    role: str


def readers_in(connection: Connection) -> list[Reader]:
    """The managers and colleagues that are known, not removed, by name; of one name the colleague last."""
    return sorted(
        {
            Reader(peer.card.rep, peer.card.role)
            for peer in peers_in(connection)
            if peer.card.role != "office" and peer.removed_at is None and not peer.own
        }
    )


def known_reps(store: Store) -> set[str]:
    """The names of the reps that the book is of or has heard of, those whose cards were removed among them."""
    with store.write_local() as connection:
        heard = connection.scalars(select(t.sync_origin.c.rep).where(t.sync_origin.c.rep.is_not(None)))
        return {own_card_in(connection).card.rep, *heard, *(peer.card.rep for peer in peers_in(connection))}


def office_speaks(connection: Connection) -> bool:
    """Whether an office, which packages have come from, says here what is whose."""
    return any(
        each.card.role == "office" and each.removed_at is None and each.standing.received
        for each in peers_in(connection)
    )


def peer_of(connection: Connection, key: str) -> Peer | None:
    """The peer with this key, removed or not."""
    return next((peer for peer in peers_in(connection) if peer.card.key == key), None)


def find(known: list[Peer], name: str) -> Peer:
    """The one peer, not removed, of this rep, device, ``rep/device`` or key.

    Raises NotFound where there is none, RuleError where there are several.
    """
    found = [
        peer
        for peer in known
        if peer.removed_at is None
        and name in (peer.card.rep, peer.card.device, f"{peer.card.rep}/{peer.card.device}", peer.card.key)
    ]
    if not found:
        raise NotFound("peer_missing", name=name)
    if len(found) > 1:
        raise RuleError(
            "peer_several", name=name, names=", ".join(f"{p.card.rep}/{p.card.device}" for p in found)
        )
    return found[0]


def keep_standing(connection: Connection, key: str, standing: Standing) -> None:
    """Writes how things stand with a peer."""
    connection.execute(
        update(t.sync_peer)
        .where(t.sync_peer.c.key == key)
        .values(acked=standing.acked, replica=standing.replica)
    )
    remember(connection, f"{MADE}{key}", standing.made_at)
    for replica, upto in standing.received.items():
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO sync_received (peer, replica, upto) VALUES (?, ?, ?)",
            (key, replica, upto),
        )
