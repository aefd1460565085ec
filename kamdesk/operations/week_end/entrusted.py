"""Who informs us, shared by name with a manager, or handed on to a colleague: sealed to that one's keys, carried by the
office.

Every package that may have the whole book, and one made for one of them, holds a block for each that is known, whether
anything is shared or not. The book that it is for keeps the blocks as they came and opens them when they are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.contact import COLLEAGUE
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, peer_of, peers_in, readers_in
from kamdesk.operations.week_end.shared_rows import shared_with
from kamdesk.sync.book.scope import is_office, origins_of
from kamdesk.sync.book.states import Origins
from kamdesk.sync.package.capsules import ENTRUSTED_SIZES, SIZES, make_entrusted, open_entrusted
from kamdesk.sync.package.lines import EntrustedBody, EntrustedLine


def entrusted_for(
    connection: Connection,
    origins: Origins,
    own: Identity,
    replica: str,
    number: int,
    to: Collection[str] | None,
) -> Iterator[EntrustedLine]:
    """What goes into a package for the people named ``to``, None: for all that are known.

    A rep's book makes it anew, an office's passes on what it has. Colleagues come first: a reader of format 1.2 takes
    all for managers', and of two of one name keeps the last.
    """
    readers = sorted(readers_in(connection), key=lambda each: (each.role != COLLEAGUE, each.name))
    if is_office(connection):
        for name in sorted(set(to or ()).intersection(each.name for each in readers)):
            for row in plain.rows(
                connection,
                "SELECT replica, number, rep, content, role FROM sync_entrusted WHERE manager = ?"
                " ORDER BY role = 'manager', role, replica",
                (name,),
            ):
                yield EntrustedLine(row.replica, row.number, row.rep, name, row.content, row.role)
        return
    for reader in readers:
        if to is not None and reader.name not in to:
            continue
        keys = [
            peer.card.recipient
            for peer in peers_in(connection)
            if (peer.card.rep, peer.card.role) == reader and peer.removed_at is None
        ]
        body = EntrustedBody(replica=replica, number=number, rows=shared_with(connection, origins, reader))
        sizes = SIZES if reader.role == COLLEAGUE else ENTRUSTED_SIZES
        content = make_entrusted(body, own.keys, own.card, keys, sizes)
        yield EntrustedLine(replica, number, own.card.rep, reader.name, content, reader.role)


def take_entrusted(
    connection: Connection, origins: Origins, line: EntrustedLine, me: Identity, peer: Peer
) -> None:
    """Keeps the newest of each replica: an office for those that it knows, any other book what is for its own rep.

    A rep is believed of the rep's own replicas alone; an office, whose they are. Once a replica has signed, only the
    same key is believed to speak for it.
    """
    if me.card.role == "office":
        rep = peer.card.rep
        mine = origins.number(line.replica) in origins_of(connection, rep)
        if not mine or all(line.manager != each.name for each in readers_in(connection)):
            return
    elif line.manager == me.card.rep:
        rep = line.rep
        if not _believed(connection, origins, line, me, peer):
            return
    else:
        return
    held = plain.first(
        connection,
        "SELECT number FROM sync_entrusted WHERE replica = ? AND manager = ? AND role = ?",
        (line.replica, line.manager, line.role),
    )
    if held is None or line.number >= held:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO sync_entrusted (replica, manager, role, rep, number, content)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (line.replica, line.manager, line.role, rep, line.number, line.content),
        )


def _believed(
    connection: Connection, origins: Origins, line: EntrustedLine, me: Identity, peer: Peer
) -> bool:
    """Whether what came for the book's own rep is what it says it is."""
    if peer.card.role != "office" and not peer.own:
        mine = line.rep == peer.card.rep
        if not mine or origins.number(line.replica) not in origins_of(connection, line.rep):
            return False
    opened = open_entrusted(line.content, me.keys.opening)
    if opened is None or opened[1].replica != line.replica:
        return False
    signer = peer_of(connection, opened[0])
    if signer is not None and (signer.removed_at is not None or signer.card.rep != line.rep):
        return False
    stored = plain.first(
        connection,
        "SELECT content FROM sync_entrusted WHERE replica = ? AND manager = ? AND role = ?",
        (line.replica, line.manager, line.role),
    )
    before = open_entrusted(stored, me.keys.opening) if stored is not None else None
    return before is None or before[0] == opened[0]
