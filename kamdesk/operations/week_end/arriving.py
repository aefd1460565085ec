"""What stands in a package, brought to the book: whose its replicas are, which rows may come in, its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.domain.errors import InputError
from kamdesk.operations.week_end.capsules import take_capsule
from kamdesk.operations.week_end.forks import check_stamps
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer
from kamdesk.operations.week_end.refusals import settle, turn_away, waiting
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.border import RIGHTS, TERRITORY, Border, border_of
from kamdesk.sync.book.scope import KEPT_WITH, Place, is_part, origins_of
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import Origins, known
from kamdesk.sync.book.telling import Hearer
from kamdesk.sync.package.lines import CapsuleLine, FileLine, Header, RowLine, StampLine
from kamdesk.sync.package.reading import Package

BATCH = 2_000
Progress = Callable[[int, int], object]
"""Hears how many of how many rows are taken in."""


def border_for(
    connection: Connection, origins: Origins, package: Package, me: Identity, peer: Peer, today: date
) -> Border:
    coming, shared = _hanging(package, peer.card.rep, me.card.rep)
    return border_of(
        connection,
        origins,
        office=me.card.role == "office",
        rep=peer.card.rep,
        me=me.card.rep,
        today=today,
        coming=coming,
        shared=frozenset(shared),
    )


def _hanging(package: Package, sender: str, me: str) -> tuple[dict[Place, list[Place]], set[str]]:
    """What each row of the package is a part of, and the accounts that the sender shares with ``me`` in it."""
    hearer = Hearer(package.header, package.path)
    coming: dict[Place, list[Place]] = {}
    shared: set[str] = set()
    for line in package.lines():
        if not isinstance(line, RowLine):
            continue
        table = hearer.table(line)
        shape = shapes().get(table)
        if shape is None:
            continue
        values = hearer.told(line).state.values
        wholes = [
            (there, values[name])
            for name, there in shape.links.items()
            if is_part(table, name) and isinstance(values.get(name), str)
        ]
        if table in KEPT_WITH:
            wholes.append((str(values.get("subject")), str(values.get("subject_id"))))
        coming[table, line.row] = wholes
        if (
            table == t.account_share.name
            and values.get("shared_by") == sender
            and values.get("colleague") == me
        ):
            shared.add(str(values.get("account_id")))
    return coming, shared


def take_what_waited(connection: Connection, taking: Taking, me: Identity, now: datetime) -> set[Place]:
    """Rows set aside because they told of another rep's writes come in once those have come from that rep."""
    found: set[Place] = set()
    for number, rep, table, row, state in list(waiting(connection)):
        here = known(connection, taking.origins, table, shapes().get(table), [row]).get(row)
        ours = here.state.vector if here else {}
        mine = {taking.origins.id(each) for each in origins_of(connection, rep)}
        if any(
            count > ours.get(replica, 0) for replica, count in state.vector.items() if replica not in mine
        ):
            continue
        border = border_of(
            connection,
            taking.origins,
            office=True,
            rep=rep,
            me=me.card.rep,
            today=now.date(),
            coming={},
            shared=frozenset(),
        )
        reason = border.judge(table, row, state, here)
        if reason in (TERRITORY, RIGHTS):
            turn_away(connection, number, reason)
            continue
        taking.unjudged(table, [Told(row, state)])
        settle(connection, number, now)
        found.add((table, row))
    return found


def leaving_accounts(
    connection: Connection, scope: Sequence[str], me: Identity, peer: Peer, today: date
) -> set[str]:
    """The accounts here that the sender says the book's rep looks after no more: an office of all, a colleague of those
    that he shared and nobody else shares. Those that others lead to are not meant.
    """
    if peer.own:
        return set()
    if peer.card.role == "office":
        rows = plain.rows(
            connection,
            "SELECT id FROM account EXCEPT SELECT parent_id FROM account EXCEPT SELECT merged_into FROM account",
        )
    else:
        rows = plain.rows(
            connection,
            "SELECT account_id AS id FROM account_share WHERE shared_by = ?1 AND colleague = ?2 EXCEPT"
            " SELECT account_id FROM account_share WHERE shared_by <> ?1 AND colleague = ?2 AND deleted_at IS NULL"
            " AND since <= ?3 AND (until IS NULL OR until >= ?3)",
            (peer.card.rep, me.card.rep, today.isoformat()),
        )
    return {row.id for row in rows} - set(scope)


def rows_in(
    connection: Connection,
    package: Package,
    taking: Taking,
    sequence: int,
    me: Identity,
    peer: Peer,
    progress: Progress | None,
) -> list[Place]:
    """Takes the lines in; which rows they told of. A row stands in a package once."""
    capsules: list[CapsuleLine] = []
    heard: dict[Place, None] = {}
    hearer = Hearer(package.header, package.path)
    table = ""
    batch: list[Told] = []
    stamps: list[tuple[int, int, int, str | None, int]] = []

    def flush() -> None:
        if stamps:
            check_stamps(connection, package, [each[:4] for each in stamps])
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_stamp VALUES (?, ?, ?, ?, ?)", list(stamps)
            )
            stamps.clear()
        if batch:
            taking.rows(table, batch)
            batch.clear()
        if progress is not None:
            progress(len(heard), package.rows)

    for line in package.lines():
        match line:
            case StampLine():
                replica, count = hearer.dot(line.origin, line.counter)
                stamps.append((taking.origins.number(replica), count, line.clock, line.user, sequence))
            case RowLine():
                name = hearer.table(line)
                if name in CONFIDENTIAL:
                    raise InputError("package_damaged", path=package.path)
                if name != table or len(batch) >= BATCH:
                    flush()
                    table = name
                batch.append(hearer.told(line))
                if (table, line.row) in heard:
                    raise InputError("package_damaged", path=package.path)
                heard[table, line.row] = None
            case FileLine():
                if sha256(line.content).hexdigest() != line.sha256:
                    raise InputError("package_damaged", path=package.path)
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO attachment_content (sha256, size, content) VALUES (?, ?, ?)",
                    (line.sha256, len(line.content), line.content),
                )
            case CapsuleLine():
                capsules.append(line)
    flush()
    for capsule in capsules:
        take_capsule(connection, taking, capsule, me, peer, package.path, sequence)
    return list(heard)


def whose(connection: Connection, origins: Origins, header: Header, peer: Peer, *, trusted: bool) -> None:
    """Remembers whose each replica is. A rep is believed of the rep's own alone, and no replica changes hands."""
    origins.number(header.replica)
    whose = dict(zip(header.origins, header.devices, strict=True))
    whose[header.replica] = (header.rep, header.device)
    for origin, device in whose.items():
        if device is None or not (trusted or device[0] == header.rep):
            continue
        rep = peer.card.rep if device[0] == header.rep else device[0]
        origins.number(origin)
        connection.exec_driver_sql(
            "UPDATE sync_origin SET rep = ?, device = ? WHERE id = ? AND rep IS NULL",
            (rep, device[1], origin),
        )
