"""Who informs us travels to the rep's other laptops in capsules that nobody else can open, and is kept by the office.

Every package of a rep's book to the office or to another laptop holds one, whether there is anything in it or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, peers_in
from kamdesk.sync.book.applying import Taking
from kamdesk.sync.book.scope import is_office, origins_of
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import CHUNK, UNTOLD, Origins, known, stamps
from kamdesk.sync.book.telling import Hearer, Teller
from kamdesk.sync.package.capsules import make_capsule, open_capsule
from kamdesk.sync.package.lines import CapsuleBody, CapsuleLine, StampLine


def capsules_for(
    connection: Connection, origins: Origins, own: Identity, replica: str, number: int, rep: str | None
) -> Iterator[CapsuleLine]:
    """Those that go into a package: an office's for the rep, or all that a rep's book has, its own among them."""
    if rep is None and not is_office(connection):
        rep = own.card.rep
        yield CapsuleLine(replica, number, _own(connection, origins, own, replica, number))
    if rep is not None:
        for row in plain.rows(
            connection,
            "SELECT replica, number, content FROM sync_capsule WHERE rep = ? AND replica <> ? ORDER BY replica",
            (rep, replica),
        ):
            yield CapsuleLine(row.replica, row.number, row.content)


def _own(connection: Connection, origins: Origins, own: Identity, replica: str, number: int) -> bytes:
    tables = {name: shapes()[name].fields for name in sorted(CONFIDENTIAL)}
    teller = Teller(tables, origins.every())
    rows = []
    dots = set()
    for table in tables:
        ids = [
            row[0]
            for row in plain.rows(
                connection, 'SELECT row FROM sync_row WHERE "table" = ? ORDER BY row', (table,)
            )
        ]
        for begin in range(0, len(ids), CHUNK):
            found = known(connection, origins, table, shapes()[table], ids[begin : begin + CHUNK])
            rows += [teller.line(table, row, each.state) for row, each in found.items()]
            dots |= {dot for each in found.values() for dot in each.state.dots()}
    told = stamps(connection, origins, sorted(dots))
    body = CapsuleBody(
        replica=replica,
        number=number,
        origins=teller.origins,
        tables=teller.tables,
        stamps=[StampLine(teller.origin(dot[0]), dot[1], *stamp) for dot, stamp in told.items()],
        rows=rows,
    )
    mine = [peer.card.recipient for peer in peers_in(connection) if peer.own and peer.removed_at is None]
    return make_capsule(body, own.keys, own.card, [own.card.recipient, *mine])


def take_capsule(
    connection: Connection,
    taking: Taking,
    line: CapsuleLine,
    me: Identity,
    peer: Peer,
    path: Path,
    sequence: int,
) -> None:
    """Keeps the newest of each replica, for the rep's other laptops; reads it where it is this rep's.

    A rep is believed of the rep's own replicas alone.
    """
    office = me.card.role == "office"
    rep = peer.card.rep if office else me.card.rep
    if office and taking.origins.number(line.replica) not in origins_of(connection, rep):
        return
    if not office and not peer.own and peer.card.role != "office":
        return
    held = plain.first(connection, "SELECT number FROM sync_capsule WHERE replica = ?", (line.replica,))
    if held is None or line.number > held:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO sync_capsule (replica, rep, number, content, sequence) VALUES (?, ?, ?, ?, ?)",
            (line.replica, rep, line.number, line.content, sequence),
        )
    if office:
        return
    laptops = [other.card for other in peers_in(connection) if other.own]
    body = open_capsule(line.content, me.keys.opening, [me.card, *laptops])
    if body is None or body.replica != line.replica:
        return
    hearer = Hearer(body, path)
    for stamp in body.stamps:
        replica, count = hearer.dot(stamp.origin, stamp.counter)
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sync_stamp VALUES (?, ?, ?, ?, ?)",
            (taking.origins.number(replica), count, stamp.clock, stamp.user, UNTOLD),
        )
    for row in body.rows:
        table = hearer.table(row)
        if table in CONFIDENTIAL:
            taking.unjudged(table, [hearer.told(row)])
