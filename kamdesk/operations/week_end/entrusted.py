"""Who informs us, shared by name with a manager: sealed to the manager's keys, carried by the office.

Every package that may have the whole book, and one made for a manager, holds a block for each manager that is known,
whether anything is shared or not. The manager's book keeps the blocks as they came and opens them when they are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, managers_in, peer_of, peers_in
from kamdesk.reads.aliases import read_aliases
from kamdesk.sync.book.scope import is_office, origins_of
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import Origins, known
from kamdesk.sync.package.capsules import make_entrusted, open_entrusted
from kamdesk.sync.package.lines import EntrustedBody, EntrustedLine, EntrustedRow


def entrusted_for(
    connection: Connection,
    origins: Origins,
    own: Identity,
    replica: str,
    number: int,
    to: Collection[str] | None,
) -> Iterator[EntrustedLine]:
    """What goes into a package for the managers named ``to``, None: for all that are known.

    A rep's book makes it anew, an office's passes on what it has.
    """
    names = managers_in(connection)
    if is_office(connection):
        for name in sorted(set(to or ()).intersection(names)):
            for row in plain.rows(
                connection,
                "SELECT replica, number, rep, content FROM sync_entrusted WHERE manager = ? ORDER BY replica",
                (name,),
            ):
                yield EntrustedLine(row.replica, row.number, row.rep, name, row.content)
        return
    for name in names if to is None else sorted(set(to).intersection(names)):
        keys = [
            peer.card.recipient
            for peer in peers_in(connection)
            if peer.card.role == "manager" and peer.card.rep == name and peer.removed_at is None
        ]
        body = EntrustedBody(replica=replica, number=number, rows=_shared(connection, origins, name))
        content = make_entrusted(body, own.keys, own.card, keys)
        yield EntrustedLine(replica, number, own.card.rep, name, content)


def _shared(connection: Connection, origins: Origins, manager: str) -> list[EntrustedRow]:
    share, row = t.informant_share.c, t.informant_assignment.c
    found = connection.execute(
        select(
            share.id,
            share.assignment_id,
            share.deleted_at.is_(None).label("shared"),
            row.deleted_at.is_(None).label("stands"),
            row.contact_id,
            row.account_id,
            row.last_heard,
            row.told,
            row.until,
            t.contact.c.name,
        )
        .join(t.informant_assignment, share.assignment_id == row.id)
        .join(t.contact, row.contact_id == t.contact.c.id)
        .where(share.manager == manager)
        .order_by(share.id)
    ).all()
    aliases = read_aliases(connection)
    rows = []
    for each in found:
        account = aliases.of(each.account_id)
        rests_on = (
            (t.informant_share.name, each.id),
            (t.informant_assignment.name, each.assignment_id),
            (t.contact.name, each.contact_id),
            (t.account.name, each.account_id),
            (t.account.name, account),
        )
        vector = _vector(connection, origins, rests_on)
        if not (each.shared and each.stands):
            rows.append(EntrustedRow(id=each.id, vector=vector, shared=False))
            continue
        name = connection.scalar(select(t.account.c.name).where(t.account.c.id == account))
        rows.append(
            EntrustedRow(
                id=each.id,
                vector=vector,
                shared=True,
                account=name,
                contact=each.name,
                last_heard=each.last_heard,
                told=each.told,
                until=each.until,
            )
        )
    return rows


def _vector(connection: Connection, origins: Origins, places: Collection[tuple[str, str]]) -> dict[str, int]:
    """All the writes that a shared row rests on, so that of two that tell of it the later is known."""
    found: dict[str, int] = {}
    for table, row in places:
        for each in known(connection, origins, table, shapes()[table], [row]).values():
            for replica, count in each.state.vector.items():
                found[replica] = max(count, found.get(replica, 0))
    return found


def take_entrusted(
    connection: Connection, origins: Origins, line: EntrustedLine, me: Identity, peer: Peer
) -> None:
    """Keeps the newest of each replica: an office for the managers that it knows, a manager for reading it.

    A rep is believed of the rep's own replicas alone; an office, whose they are. Once a replica has signed, only the
    same key is believed to speak for it.
    """
    if me.card.role == "office":
        rep = peer.card.rep
        mine = origins.number(line.replica) in origins_of(connection, rep)
        if not mine or line.manager not in managers_in(connection):
            return
    elif me.card.role == "manager" and line.manager == me.card.rep:
        rep = line.rep
        if not _believed(connection, origins, line, me, peer):
            return
    else:
        return
    held = plain.first(
        connection,
        "SELECT number FROM sync_entrusted WHERE replica = ? AND manager = ?",
        (line.replica, line.manager),
    )
    if held is None or line.number >= held:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO sync_entrusted (replica, manager, rep, number, content) VALUES (?, ?, ?, ?, ?)",
            (line.replica, line.manager, rep, line.number, line.content),
        )


def _believed(
    connection: Connection, origins: Origins, line: EntrustedLine, me: Identity, peer: Peer
) -> bool:
    """Whether what came to a manager is what it says it is."""
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
        "SELECT content FROM sync_entrusted WHERE replica = ? AND manager = ?",
        (line.replica, line.manager),
    )
    before = open_entrusted(stored, me.keys.opening) if stored is not None else None
    return before is None or before[0] == opened[0]
