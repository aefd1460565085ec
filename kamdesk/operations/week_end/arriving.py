"""What stands in a package, brought to the book: whose its replicas are, which rows may come in, its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.domain.errors import InputError
from kamdesk.operations.week_end.capsules import take_capsule
from kamdesk.operations.week_end.entrusted import take_entrusted
from kamdesk.operations.week_end.forks import check_stamps, fork, written_here
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, office_speaks
from kamdesk.operations.week_end.undecided import shares_to_come
from kamdesk.sync.book.applying import Taking
from kamdesk.sync.book.border import Border, border_of
from kamdesk.sync.book.graph import Graph, Place, read_graph
from kamdesk.sync.book.holdings import forget_had, note_sent
from kamdesk.sync.book.plainly import Plainly
from kamdesk.sync.book.scope import first_shared_by
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import UNTOLD, Origins
from kamdesk.sync.book.telling import Hearer, Unwritten
from kamdesk.sync.compact import Compact
from kamdesk.sync.package.lines import CapsuleLine, EntrustedLine, FileLine, Header, RowLine, StampLine
from kamdesk.sync.package.reading import Package

BATCH = 500
Progress = Callable[[int, int], object]
"""Hears how many of how many rows are taken in."""


def border_for(
    connection: Connection, origins: Origins, package: Package, me: Identity, peer: Peer, today: date
) -> Border:
    """What the sender of the package may write here."""
    office = me.card.role == "office"
    coming, shares = _hanging(package)
    sender = peer.card.rep
    with_me = [
        state.values
        for state in shares.values()
        if (state.values.get("shared_by"), state.values.get("colleague")) == (sender, me.card.rep)
    ]
    return border_of(
        connection,
        origins,
        office=office,
        rep=sender,
        me=me.card.rep,
        today=today,
        coming=coming,
        shared=frozenset(str(share.get("account_id")) for share in with_me),
        to_come=shares_to_come(connection, origins, shares, sender, today) if office else frozenset(),
    )


def _hanging(package: Package) -> tuple[Graph, dict[str, Compact]]:
    """How the rows of the package hang together, and what it says of who shares what, by id."""
    hearer = Hearer(package.header, package.path)
    coming = Graph()
    shares: dict[str, Compact] = {}
    for line in package.lines():
        if not isinstance(line, RowLine):
            continue
        table = hearer.table(line)
        shape = shapes().get(table)
        if shape is None or (table, line.row) in coming.rows:
            continue
        told = hearer.told(line).state
        coming.add(shape, line.row, told.values.get)
        if table == t.account_share.name:
            shares[line.row] = told
    return coming, shares


def leaving_accounts(
    connection: Connection, scope: Sequence[str], me: Identity, peer: Peer, today: date
) -> set[str]:
    """The accounts here that the sender says the book's rep looks after no more: an office of all, a colleague of those
    that he shared and nobody else shares, nor is the rep's to share. Where an office says
    what is whose its word is waited for.
    """
    if peer.own:
        return set()
    if peer.card.role == "office":
        rows = plain.rows(connection, "SELECT id FROM account")
    elif office_speaks(connection):
        return set()
    else:
        rows = plain.rows(
            connection,
            "SELECT account_id AS id FROM account_share WHERE shared_by = ?1 AND colleague = ?2"
            " EXCEPT SELECT account_id FROM account_share WHERE shared_by <> ?1 AND colleague = ?2"
            " AND deleted_at IS NULL AND since <= ?3 AND (until IS NULL OR until >= ?3)",
            (peer.card.rep, me.card.rep, today.isoformat()),
        )
    mine = set() if peer.card.role == "office" else first_shared_by(connection, me.card.rep)
    return {row.id for row in rows} - mine - set(scope)


def leaving_rows(connection: Connection, left: Sequence[Place], me: Identity, peer: Peer) -> frozenset[Place]:
    """The rows here that the sender says to hang on other accounts now: an office's word counts for all, a colleague's
    for those that hang on what he shares, where no office says what is whose.
    """
    if not left or peer.own:
        return frozenset()
    if peer.card.role == "office":
        return frozenset(left)
    if office_speaks(connection):
        return frozenset()
    rows = plain.rows(
        connection,
        "SELECT account_id AS id FROM account_share WHERE shared_by = ? AND colleague = ?",
        (peer.card.rep, me.card.rep),
    )
    shared = {row.id for row in rows} - first_shared_by(connection, me.card.rep)
    graph = read_graph(connection)
    return frozenset(place for place in left if shared.issuperset(graph.accounts_of(place) or {""}))


def note_had(connection: Connection, header: Header, peer: Peer, told: Mapping[str, Collection[str]]) -> None:
    """Remembers that the sender has what it told of. Of a late package nothing: that may have left its book since; and
    of a laptop that was restored only what it has told since.
    """
    standing = peer.standing
    restored = standing.replica not in (None, header.replica)
    if restored:
        forget_had(connection, header.key)
    late = header.upto < standing.received.get(header.replica, 0)
    if not (late or (restored and header.replica in standing.received)):
        places = [(table, row) for table, ids in told.items() for row in sorted(ids)]
        note_sent(connection, header.key, places, 0, standing.acked)


@contextmanager
def _forks(package: Package) -> Iterator[None]:
    """A package that tells of writes of this book that it never made is one."""
    try:
        yield
    except Unwritten:
        raise fork(package) from None


def rows_in(
    connection: Connection,
    package: Package,
    taking: Taking,
    sequence: int,
    me: Identity,
    peer: Peer,
    progress: Progress | None,
) -> Mapping[str, set[str]]:
    """Takes the lines in; which rows of which table they told of. A row stands in a package once.

    Raises Fork where a row tells of writes of this book that it never made.
    """
    capsules: list[CapsuleLine] = []
    entrusted: list[EntrustedLine] = []
    heard: dict[str, set[str]] = defaultdict(set)
    hearer = Hearer(package.header, package.path, written_here(connection))
    plainly = Plainly(taking, hearer)
    with _forks(package):
        for kind, group in groupby(chain.from_iterable(package.pieces()), key=type):
            lines: Iterator[Any] = group
            if kind is RowLine:
                for batch in _batches(lines):
                    _take_rows(package, taking, hearer, plainly, batch, heard)
                    if progress is not None:
                        progress(sum(map(len, heard.values())), package.rows)
            elif kind is StampLine:
                _take_stamps(connection, package, taking, hearer, lines, sequence)
            elif kind is FileLine:
                _take_files(connection, package, lines)
            elif kind is CapsuleLine:
                capsules += lines
            elif kind is EntrustedLine:
                entrusted += lines
    for capsule in capsules:
        take_capsule(connection, taking, capsule, me, peer, package.path, sequence)
    for line in entrusted:
        take_entrusted(connection, taking.origins, line, me, peer)
    return heard


def _batches(lines: Iterable[RowLine]) -> Iterator[list[RowLine]]:
    """Rows of one table, not too many at once."""
    for _, of_table in groupby(lines, key=attrgetter("table")):
        while batch := list(islice(of_table, BATCH)):
            yield batch


def _take_rows(
    package: Package,
    taking: Taking,
    hearer: Hearer,
    plainly: Plainly,
    batch: list[RowLine],
    heard: dict[str, set[str]],
) -> None:
    table = hearer.table(batch[0])
    ids = {line.row for line in batch}
    if table in CONFIDENTIAL or len(ids) < len(batch) or not ids.isdisjoint(heard[table]):
        raise InputError("package_damaged", path=package.path)
    heard[table] |= ids
    taking.rows(table, [hearer.told(line) for line in plainly.take(table, batch)])


def _take_stamps(
    connection: Connection,
    package: Package,
    taking: Taking,
    hearer: Hearer,
    lines: Iterable[StampLine],
    sequence: int,
) -> None:
    while some := list(islice(lines, BATCH)):
        dots = [hearer.dot(line.origin, line.counter) for line in some]
        stamps = [
            (taking.origins.number(replica), count, line.clock, line.user)
            for (replica, count), line in zip(dots, some, strict=True)
        ]
        check_stamps(connection, taking.origins, package, stamps)
        connection.exec_driver_sql(
            "INSERT INTO sync_stamp VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence"
            f" WHERE sync_stamp.sequence = {UNTOLD}",
            [(*each, sequence) for each in stamps],
        )


def _take_files(connection: Connection, package: Package, lines: Iterable[FileLine]) -> None:
    for line in lines:
        if sha256(line.content).hexdigest() != line.sha256:
            raise InputError("package_damaged", path=package.path)
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO attachment_content (sha256, size, content) VALUES (?, ?, ?)",
            (line.sha256, len(line.content), line.content),
        )


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
