"""Who sent a package: known here by a card, or by the passphrase that was told apart."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.errors import RuleError
from kamdesk.operations.week_end.peers import Peer, enrol, peer_of, peers_in
from kamdesk.sync.package.reading import Package


def check_sender(connection: Connection, package: Package, own: str, now: datetime) -> Peer:
    """The sender, known by its card; who has the passphrase that was given apart is made known by it.

    Raises RuleError for the book's own package, and for a sender that is not known here or was removed.
    """
    key = package.card.key
    if key == own:
        names = _for_whom(connection, package)
        if names:
            raise RuleError("package_own_for", path=package.path, names=", ".join(names))
        raise RuleError("package_own", path=package.path)
    peer = peer_of(connection, key)
    if peer and peer.removed_at is not None:
        raise RuleError(
            "package_removed", path=package.path, rep=package.card.rep, device=package.card.device
        )
    if peer is None:
        if not package.by_passphrase:
            raise RuleError(
                "package_stranger", path=package.path, rep=package.card.rep, device=package.card.device
            )
        enrol(connection, package.card, now)
    return peer or next(peer for peer in peers_in(connection) if peer.card.key == key)


def _for_whom(connection: Connection, package: Package) -> list[str]:
    """Those that this book made the package for, as far as it remembers."""
    log = t.sync_package.c
    found = connection.scalar(
        select(log.peer).where(log.sha256 == package.sha256, log.direction == "out").limit(1)
    )
    keys = (found or "").split()
    return list(dict.fromkeys(each.card.rep for each in peers_in(connection) if each.card.key in keys))
