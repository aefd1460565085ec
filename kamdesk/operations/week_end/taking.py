"""Taking in: a package is opened, verified, and merged into the book in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.building import begin_anew
from kamdesk.db.index.writing import follow
from kamdesk.db.own import settle_own
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.operations.collecting import seldom_collected
from kamdesk.operations.week_end.arriving import (
    Progress,
    border_for,
    leaving_accounts,
    leaving_rows,
    note_had,
    rows_in,
    whose,
)
from kamdesk.operations.week_end.counted import conflicts_in, in_utc, taken_back, waiting
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.forks import Fork, check_range
from kamdesk.operations.week_end.identity import Identity, held_keys, make_known
from kamdesk.operations.week_end.parked import judge_what_was_parked, placed
from kamdesk.operations.week_end.peers import Peer, keep_standing
from kamdesk.operations.week_end.refusals import look_after_new, note, still_open
from kamdesk.operations.week_end.senders import check_sender
from kamdesk.operations.week_end.undecided import take_what_waited
from kamdesk.sync.book.absorbing import SEQUENCE, absorb, remember
from kamdesk.sync.book.applying import Taking
from kamdesk.sync.book.border import OVERRULED, WAITS
from kamdesk.sync.book.circles import part_circles
from kamdesk.sync.book.evicting import evict
from kamdesk.sync.book.overruling import overrule, stand_as_before
from kamdesk.sync.book.rows import Effect, let_circles_wait
from kamdesk.sync.book.shapes import CONFIDENTIAL
from kamdesk.sync.book.states import Origins
from kamdesk.sync.ledger import SEVERAL, Span
from kamdesk.sync.package.reading import Package, open_package

NAME = "sync.take_in"
LATER = 5_000
"""So many rows at once, when they are most of the book, are indexed after they came in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a package brought: from whom, rows in it, new here, changed here, known before, and in how many places it
    is at odds with the book now: fields, as `conflicts` counts them.

    ``before`` says that this very file had been taken in; ``gap`` that an earlier package is missing: what is here is
    right, and the next package that follows an answer brings the rest. ``several`` that two copies of the sender's book
    are in use side by side. ``altered`` and ``gone`` count by table the rows changed and those taken back; ``waiting``
    are rows that lead to one that has not come, but for what a package within limits names beyond them. ``key`` is the
    sender's, ``by_passphrase`` says that nobody had enrolled it; ``week``, ``closed``, ``made_at`` are the sender's
    word. ``refused`` counts the rows that the sender may not write (`refusals`), ``aside`` those that wait for another
    rep's package to tell, ``evicted`` the accounts that left the book since the rep looks after them no more, and
    ``staying`` those that will once what was written on them here is acknowledged; ``moved`` the rows that left since
    they hang on other accounts now.
    """

    sender: str
    rows: int
    fresh: Mapping[str, int] = field(default_factory=dict)
    changed: int = 0
    known: int = 0
    conflicts: int = 0
    before: bool = False
    gap: bool = False
    several: bool = False
    refused: int = 0
    aside: int = 0
    evicted: int = 0
    staying: int = 0
    moved: int = 0
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
    the file can't be believed, RuleError where its sender is not known here or its rows can't be what they say they are
    (`forks`). Nothing is changed then. ``progress`` hears how many of how many rows are taken in; what it raises ends
    it, and nothing is changed.
    """
    found: list[Taken] = []
    held = held_keys(store)
    try:
        with seldom_collected(), store.write_local() as connection:
            me = make_known(connection, held)
            package = open_package(path, me.keys.opening, passphrase)
            peer = check_sender(connection, package, me.card.key, now)
            found.append(_take_in(connection, package, now, me, peer, progress))
            if dry_run:
                raise _OnlyLooking
    except _OnlyLooking:
        pass
    except Fork:
        with store.write_local() as connection:
            _log(connection, package, now, "fork")
        raise
    return found[0]


def _take_in(
    connection: Connection,
    package: Package,
    now: datetime,
    me: Identity,
    peer: Peer,
    progress: Progress | None,
) -> Taken:
    header = package.header
    log = t.sync_package.c
    if connection.scalar(
        select(log.number).where(log.sha256 == package.sha256, log.direction == "in").limit(1)
    ):
        return replace(_told(package, peer), before=True)
    check_range(connection, package)
    office = me.card.role == "office"
    trusted = peer.own or peer.card.role == "office"
    sequence = absorb(connection) + 1
    origins = Origins(connection)
    whose(connection, origins, header, peer, trusted=trusted)
    border = (
        None if trusted else border_for(connection, origins, package, me, peer, book_day(connection, now))
    )
    taking = Taking(
        connection,
        sequence=sequence,
        via=header.replica,
        judge=border.judge if border else None,
        overruled=OVERRULED if office else (),
    )
    told = rows_in(connection, package, taking, sequence, me, peer, progress)
    set_aside = [each for each in taking.refused if each.reason in WAITS]
    noted = note(connection, set_aside, peer, now)
    waited = take_what_waited(connection, taking, me, now)
    if office:
        look_after_new(connection, taking.effect, peer.card.rep, (*taking.refused, *taking.waited))
    late = judge_what_was_parked(connection, taking, me, now)
    effect = taking.finish()
    late_refused = placed(connection, late)
    remember(connection, SEQUENCE, sequence)
    overruled = [*taking.to_overrule(waited), *(each for _, each in late_refused)]
    aside = overrule(connection, overruled, effect, now)
    part_circles(connection, effect, now)
    noted |= note(connection, [each for each in taking.refused if each.reason not in WAITS], peer, now)
    for writer, each in late_refused:
        noted |= note(connection, [each], writer, now)
    noted |= late.noted
    sequence = absorb(connection)
    stand_as_before(connection, overruled, aside, sequence)
    let_circles_wait(connection, origins, effect)
    settle_own(connection)
    made_at = in_utc(header.made_at)
    span = Span(header.replica, header.since, header.upto, header.acks, header.spared, made_at)
    replica = str(connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number.desc()).limit(1)))
    standing = peer.standing.taken_in(span, replica, sequence)
    stays: set[str] = set()
    newest = header.upto >= peer.standing.received.get(header.replica, 0)
    if header.scope is not None and not office and newest:
        leaving = leaving_accounts(connection, header.scope, me, peer, book_day(connection, now))
        _, stays = evict(
            connection,
            effect,
            rep=me.card.rep,
            leaving=leaving,
            moved=leaving_rows(connection, header.left, me, peer),
            acked=min(header.acks.get(replica, 0), sequence),
            peer=header.replica,
        )
    if _most_of_the_book(connection, effect):
        begin_anew(connection)
    else:
        follow(connection, effect.written, effect.left)
    if office:
        look_after_new(connection, effect, peer.card.rep, overruled)
    if office or not trusted:
        note_had(connection, header, peer, told)
    keep_standing(connection, header.key, standing)
    _log(connection, package, now, "in")
    rows = {table: frozenset(ids) for table, ids in effect.written.items() if ids}
    counted = {table: ids for table, ids in rows.items() if table not in CONFIDENTIAL}
    fresh = {table: len(ids) for table, ids in effect.fresh.items() if ids and table in counted}
    gone = taken_back(connection, counted, effect.fresh)
    refused_now, aside_now = still_open(connection, noted)
    return replace(
        _told(package, peer),
        fresh=fresh,
        changed=sum(map(len, counted.values()))
        - sum(fresh.values())
        - sum(map(len, effect.evicted.values())),
        known=effect.known_before,
        conflicts=conflicts_in(connection, effect),
        gap=peer.standing.leaves_gap(span, replica),
        several=standing.replica == SEVERAL,
        refused=refused_now,
        aside=aside_now,
        evicted=len(effect.evicted[t.account.name]),
        staying=len(stays),
        moved=sum(row in effect.evicted.get(table, ()) for table, row in header.left),
        changes=Changes(NAME, None, rows),
        altered={
            table: changed
            for table, ids in counted.items()
            if (changed := len(ids) - fresh.get(table, 0) - gone.get(table, 0))
        },
        gone=gone,
        waiting=waiting(connection, sequence, within=header.scope is not None and not office),
    )


def _told(package: Package, peer: Peer) -> Taken:
    """What the header says."""
    header = package.header
    return Taken(
        sender=f"{peer.card.rep}/{peer.card.device}",
        rows=package.rows,
        key=header.key,
        role=header.role,
        week=header.week,
        closed=header.closed,
        made_at=header.made_at,
    )


def _log(connection: Connection, package: Package, now: datetime, direction: str) -> None:
    connection.execute(
        insert(t.sync_package).values(
            sha256=package.sha256,
            direction=direction,
            peer=package.header.key,
            at=now,
            name=package.path.name,
            rows=package.rows,
            week=package.header.week,
            closed=int(package.header.closed),
        )
    )


def _most_of_the_book(connection: Connection, effect: Effect) -> bool:
    """Whether so much came that the search index is sooner made anew, piece by piece, once the rows are safe."""
    count = sum(map(len, effect.written.values()))
    return count >= LATER and count * 2 > (plain.first(connection, "SELECT count(*) FROM sync_row") or 0)
