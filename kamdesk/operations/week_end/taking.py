"""Taking in: a package is opened, verified, and merged into the book in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.building import begin_anew
from kamdesk.db.index.writing import follow
from kamdesk.db.own import settle_own
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.operations.week_end.identity import make_known
from kamdesk.operations.week_end.peers import enrol, keep_standing, peers_in
from kamdesk.sync.book.absorbing import SEQUENCE, absorb, remember
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.rows import Effect, chunks
from kamdesk.sync.book.scope import Place, note_sent, own
from kamdesk.sync.book.shapes import CONFIDENTIAL
from kamdesk.sync.book.telling import Hearer
from kamdesk.sync.ledger import Span
from kamdesk.sync.package.lines import FileLine, RowLine, StampLine
from kamdesk.sync.package.reading import Package, open_package

NAME = "sync.take_in"
BATCH = 2_000
Progress = Callable[[int, int], object]
LATER = 5_000
"""So many rows at once, when they are most of the book, are indexed after they came in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a package brought: from whom, rows in it, new here, changed here, known before, rows in conflict now.

    ``before`` says that this very file had been taken in; ``gap`` that an earlier package is missing: what is here is
    right, and the next package that follows an answer brings the rest. ``altered`` and ``gone`` count by table the rows
    changed and those taken back; ``waiting`` are rows that lead to one that has not come. ``key`` is the sender's,
    ``by_passphrase`` says that nobody had enrolled it; ``week``, ``closed`` and ``made_at`` are the sender's word.
    """

    sender: str
    rows: int
    fresh: Mapping[str, int] = field(default_factory=dict)
    changed: int = 0
    known: int = 0
    conflicts: int = 0
    before: bool = False
    gap: bool = False
    changes: Changes = field(default_factory=lambda: Changes(NAME))
    altered: Mapping[str, int] = field(default_factory=dict)
    gone: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    key: str = ""
    role: str = "rep"
    week: str | None = None
    closed: bool = False
    made_at: str = ""


class _OnlyLooking(Exception):
    """Ends a transaction that was for looking alone."""


def take_in(
    store: Store,
    *,
    path: Path,
    now: datetime,
    passphrase: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """Takes in the package at ``path``; with ``dry_run`` says what it would bring and leaves the book as it is.

    Where most of the book came in the search index is still to be made (`operations.indexing`). Raises InputError where
    the file can't be believed, RuleError where its sender is not known here. Nothing is changed then. ``progress``
    hears how many of how many rows are taken in; what it raises ends it, and nothing is changed.
    """
    found: list[Taken] = []
    try:
        with store.write_local() as connection:
            me = make_known(connection)
            package = open_package(path, me.keys.opening, passphrase)
            _check_sender(connection, package, me.card.key, passphrase is not None, now)
            found.append(
                _take_in(connection, package, now, office=me.card.role == "office", progress=progress)
            )
            if dry_run:
                raise _OnlyLooking
    except _OnlyLooking:
        pass
    return found[0]


def _check_sender(
    connection: Connection, package: Package, own: str, by_passphrase: bool, now: datetime
) -> None:
    """A sender is known by its card; who has the passphrase that was given apart is made known by it."""
    key = package.card.key
    if key == own:
        raise RuleError("package_own", path=package.path)
    peer = next((peer for peer in peers_in(connection) if peer.card.key == key), None)
    if peer and peer.removed_at is not None:
        raise RuleError(
            "package_removed", path=package.path, rep=package.card.rep, device=package.card.device
        )
    if peer is None:
        if not by_passphrase:
            raise RuleError(
                "package_stranger", path=package.path, rep=package.card.rep, device=package.card.device
            )
        enrol(connection, package.card, now)


def _take_in(
    connection: Connection, package: Package, now: datetime, *, office: bool, progress: Progress | None
) -> Taken:
    header = package.header
    log = t.sync_package.c
    if connection.scalar(
        select(log.number).where(log.sha256 == package.sha256, log.direction == "in").limit(1)
    ):
        return replace(_told(package), before=True)
    sequence = absorb(connection) + 1
    taking = Taking(connection, sequence=sequence, via=header.replica)
    told = _rows(connection, package, taking, sequence, progress)
    effect = taking.finish()
    remember(connection, SEQUENCE, sequence)
    _whose(connection, header.origins, header.devices)
    settle_own(connection)
    if _most_of_the_book(connection, effect):
        begin_anew(connection)
    else:
        follow(connection, effect.written, effect.left)
    span = Span(header.replica, header.since, header.upto, header.acks, header.spared)
    replica = str(connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number.desc()).limit(1)))
    peer = next(peer for peer in peers_in(connection) if peer.card.key == header.key)
    if office:
        own(connection, header.rep, sorted(effect.fresh[t.account.name]))
        note_sent(connection, header.key, told, 0, peer.standing.acked)
    keep_standing(connection, header.key, peer.standing.taken_in(span, replica, sequence))
    connection.execute(
        insert(t.sync_package).values(
            sha256=package.sha256,
            direction="in",
            peer=header.key,
            at=now,
            name=package.path.name,
            rows=package.rows,
            week=header.week,
            closed=int(header.closed),
        )
    )
    rows = {table: frozenset(ids) for table, ids in effect.written.items() if ids}
    fresh = {table: len(ids) for table, ids in effect.fresh.items() if ids}
    gone = _gone(connection, rows, effect.fresh)
    return replace(
        _told(package),
        fresh=fresh,
        changed=sum(map(len, rows.values())) - sum(fresh.values()),
        known=effect.known_before,
        conflicts=len(effect.conflicting),
        gap=peer.standing.leaves_gap(span, replica),
        changes=Changes(NAME, None, rows),
        altered={
            table: changed
            for table, ids in rows.items()
            if (changed := len(ids) - fresh.get(table, 0) - gone.get(table, 0))
        },
        gone=gone,
        waiting=plain.first(
            connection, "SELECT count(*) FROM sync_row WHERE place IS NOT NULL AND sequence = ?", (sequence,)
        )
        or 0,
    )


def _told(package: Package) -> Taken:
    """What the header says."""
    header = package.header
    return Taken(
        sender=f"{header.rep}/{header.device}",
        rows=package.rows,
        key=header.key,
        role=header.role,
        week=header.week,
        closed=header.closed,
        made_at=header.made_at,
    )


def _gone(
    connection: Connection, rows: Mapping[str, frozenset[str]], fresh: Mapping[str, set[str]]
) -> dict[str, int]:
    """Of the rows that stood here already, how many are taken back now, by table."""
    found: dict[str, int] = {}
    for table, ids in rows.items():
        stood = sorted(ids - fresh.get(table, set()))
        for some in chunks(stood):
            marks = ",".join("?" * len(some))
            sql = f'SELECT count(*) FROM "{table}" WHERE deleted_at IS NOT NULL AND id IN ({marks})'
            if number := plain.first(connection, sql, tuple(some)):
                found[table] = found.get(table, 0) + number
    return found


def _most_of_the_book(connection: Connection, effect: Effect) -> bool:
    """Whether so much came that the search index is sooner made anew, piece by piece, once the rows are safe."""
    count = sum(map(len, effect.written.values()))
    return count >= LATER and count * 2 > (plain.first(connection, "SELECT count(*) FROM sync_row") or 0)


def _rows(
    connection: Connection, package: Package, taking: Taking, sequence: int, progress: Progress | None
) -> list[Place]:
    """Takes the lines in; which rows they told of."""
    heard: list[Place] = []
    hearer = Hearer(package.header, package.path)
    table = ""
    batch: list[Told] = []
    stamps: list[tuple[object, ...]] = []

    def flush() -> None:
        if stamps:
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
                heard.append((table, line.row))
            case FileLine():
                if sha256(line.content).hexdigest() != line.sha256:
                    raise InputError("package_damaged", path=package.path)
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO attachment_content (sha256, size, content) VALUES (?, ?, ?)",
                    (line.sha256, len(line.content), line.content),
                )
    flush()
    return heard


def _whose(connection: Connection, origins: list[str], devices: list[tuple[str, str] | None]) -> None:
    connection.exec_driver_sql(
        "UPDATE sync_origin SET rep = ?, device = ? WHERE id = ? AND rep IS NULL",
        [(*device, origin) for origin, device in zip(origins, devices, strict=True) if device]
        or [(None, None, "")],
    )
