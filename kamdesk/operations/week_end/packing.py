"""Handing over: the rows that others have not acknowledged go into a package."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, insert, select

import kamdesk
from kamdesk.db import tables as t
from kamdesk.db.inspection import SCHEMA
from kamdesk.db.own import own_rep
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.schedule import parse_week
from kamdesk.operations.week_end.capsules import capsules_for
from kamdesk.operations.week_end.closing import is_closed
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.entrusted import entrusted_for
from kamdesk.operations.week_end.going import Choice, behind, had, lines_of, tables_told
from kamdesk.operations.week_end.identity import Identity, held_keys, make_known
from kamdesk.operations.week_end.limits import Limits, limits_for
from kamdesk.operations.week_end.peers import Peer, find, peers_in
from kamdesk.reads.week_end.packages import UPTO
from kamdesk.sync.book.absorbing import absorb, current, is_absorbed, remember
from kamdesk.sync.book.holdings import note_sent
from kamdesk.sync.book.scope import is_office
from kamdesk.sync.book.states import Origins
from kamdesk.sync.book.telling import Teller
from kamdesk.sync.ledger import Span, Standing
from kamdesk.sync.package.lines import MAJOR, MINOR, Header
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.writing import write_package

Each = TypeVar("Each")
PIECE = 256


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that lies at ``path``: for whom, how many rows and bytes, whether it holds everything."""

    path: Path
    to: tuple[str, ...]
    rows: int
    size: int
    everything: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be packed: where to, when, for which week; ``everything``, whatever they have had.

    Accounts are shared on the day that it is ``now`` where the book's rep is.
    """

    target: Path
    now: datetime
    passphrase: str | None = None
    everything: bool = False
    week: str | None = None


def pack(
    store: Store,
    *,
    order: Order,
    to: Sequence[str] = (),
    progress: Callable[[int, int], object] | None = None,
) -> Packed:
    """Writes a package for the peers named, else for the office and the rep's other laptops; or sealed by a passphrase.

    Whole or not at all. A colleague gets what both look after, and is packed for alone. Raises RuleError where there is
    nobody to pack for; BookError where it can't be written. ``progress`` hears how many rows are in it; what it raises
    ends it, and no file is left.
    """

    def choose(connection: Connection) -> tuple[list[Peer], str | None]:
        known = [peer for peer in peers_in(connection) if peer.removed_at is None]
        chosen = [find(known, name) for name in to]
        if not chosen and order.passphrase is None:
            chosen = [peer for peer in known if _trusted(peer)] or known
        if not chosen and order.passphrase is None:
            raise RuleError("pack_for_nobody")
        colleagues = {peer.card.rep for peer in chosen if not _trusted(peer)}
        if colleagues and len({peer.card.rep for peer in chosen}) > 1:
            raise RuleError("pack_colleague", names=", ".join(sorted(colleagues)))
        return chosen, next(iter(colleagues), None)

    with _counted_up(store, order, choose) as begun:
        return _packed(*begun, order, progress)


def pack_for_rep(store: Store, *, rep: str, order: Order) -> Packed:
    """Writes what a rep looks after, for all of the rep's laptops. Raises NotFound for a name that nobody has."""

    def choose(connection: Connection) -> tuple[list[Peer], str | None]:
        known = [peer for peer in peers_in(connection) if peer.removed_at is None and peer.card.rep == rep]
        if not known:
            raise NotFound("peer_missing", name=rep)
        return known, rep

    with _counted_up(store, order, choose) as begun:
        return _packed(*begun, order)


Choose = Callable[[Connection], tuple[list[Peer], str | None]]
"""For whom is packed, and the rep whose accounts alone may go to them; None: all may."""


@contextmanager
def _counted_up(
    store: Store, order: Order, choose: Choose
) -> Iterator[tuple[Connection, Identity, list[Peer], Limits | None]]:
    """A transaction to pack in, who packs, for whom, within what; what must outlast it is on the disk before it begins.

    A package may be in its place when its transaction comes to nothing: the process ends, the book's disk is full. A
    book that forgot its numbers then would give them to other rows, which the receiver would believe to have.
    """
    held = held_keys(store)
    while True:
        with store.write_local() as connection:
            me = make_known(connection, held)
            chosen, rep = choose(connection)
            sequence = absorb(connection)
            today = book_day(connection, order.now)
            limits = limits_for(connection, me.card.rep, rep, chosen, today) if rep is not None else None
        with store.write_local() as connection:
            # Another window may have written in between.
            if is_absorbed(connection) and current(connection) == sequence and choose(connection)[1] == rep:
                yield connection, make_known(connection, held), choose(connection)[0], limits
                return


def _trusted(peer: Peer) -> bool:
    """Whether a peer may have the whole book."""
    return peer.own or peer.card.role == "office"


def _packed(
    connection: Connection,
    own: Identity,
    chosen: Sequence[Peer],
    limits: Limits | None,
    order: Order,
    progress: Callable[[int, int], object] | None = None,
) -> Packed:
    sequence = current(connection)
    origins = Origins(connection)
    replica = str(connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number.desc()).limit(1)))
    span = _span(chosen, replica, sequence, order.everything)
    scope = limits.scope if limits else None
    choice = Choice(
        scope,
        set() if scope is None or order.everything else had(connection, chosen),
        limits.owed if limits else set(),
    )
    named = None if scope is None else behind(connection, origins, span, choice)
    told = [each for each in origins.every() if named is None or each in named.replicas]
    teller = Teller(tables_told(connection), told)
    of = limits.rep if limits and is_office(connection) else None
    capsules = () if limits and not of else capsules_for(connection, origins, own, replica, span.upto, of)
    if is_office(connection):
        readers: Collection[str] | None = [peer.card.rep for peer in chosen]
    else:
        readers = [limits.rep] if limits else None
    entrusted = entrusted_for(connection, origins, own, replica, span.upto, readers)
    lines = chain(lines_of(connection, origins, teller, span, choice, named), capsules, entrusted)
    header = _header(own, span, teller, connection, order, limits)
    rows = write_package(
        order.target,
        header,
        lines if progress is None else _counted(lines, progress),
        keys=own.keys,
        recipients=[own.card.recipient, *(peer.card.recipient for peer in chosen)],
        passphrase=order.passphrase,
        check=lambda path: open_package(path, own.keys.opening, order.passphrase),
    )
    digest = sha256(order.target.read_bytes()).hexdigest()
    remember(connection, f"{UPTO}{digest}", span.upto)
    connection.execute(
        insert(t.sync_package).values(
            sha256=digest,
            direction="out",
            peer=" ".join(peer.card.key for peer in chosen) or None,
            at=order.now,
            name=order.target.name,
            rows=rows,
            week=order.week,
            closed=int(header.closed),
        )
    )
    if scope is not None:
        for peer in chosen:
            note_sent(connection, peer.card.key, choice.sent, span.upto, peer.standing.acked)
    names = tuple(f"{peer.card.rep}/{peer.card.device}" for peer in chosen)
    return Packed(order.target, names, rows, order.target.stat().st_size, span.since == 0)


def _counted(lines: Iterator[Each], progress: Callable[[int, int], object]) -> Iterator[Each]:
    for number, line in enumerate(lines):
        if number % PIECE == 0:
            progress(number, 0)
        yield line


def _span(chosen: Sequence[Peer], replica: str, sequence: int, everything: bool) -> Span:
    """One package for several: it begins where the one begins that has least, and acknowledges to each."""
    if len(chosen) == 1:
        return chosen[0].standing.span(replica, sequence, everything=everything)
    spans = [peer.standing.span(replica, sequence, everything=everything) for peer in chosen]
    whole = Standing().span(replica, sequence)
    acks = {name: upto for span in spans for name, upto in span.acks.items()}
    return replace(whole, since=min((span.since for span in spans), default=0), acks=acks)


def _is_closed(connection: Connection, week: str) -> bool:
    line = connection.scalar(select(t.visit_line.c.id).where(t.visit_line.c.rep_id == own_rep(connection)))
    return line is not None and is_closed(connection, line, parse_week(week))


def _header(
    own: Identity,
    span: Span,
    teller: Teller,
    connection: Connection,
    order: Order,
    limits: Limits | None,
) -> Header:
    whose = {row.id: (row.rep, row.device) for row in connection.execute(select(t.sync_origin)) if row.rep}
    mine = set(connection.scalars(select(t.replica.c.id)))
    me = own.card.rep, own.card.device
    return Header(
        kamdesk="week package",
        format=(MAJOR, MINOR),
        schema=SCHEMA,
        program=kamdesk.__version__,
        key=own.card.key,
        rep=own.card.rep,
        device=own.card.device,
        role=own.card.role,
        recipient=own.card.recipient,
        replica=span.replica,
        since=span.since,
        upto=span.upto,
        acks=dict(span.acks),
        spared=span.spared,
        made_at=order.now.isoformat(),
        week=order.week,
        closed=order.week is not None and _is_closed(connection, order.week),
        origins=teller.origins,
        devices=[me if origin in mine else whose.get(origin) for origin in teller.origins],
        tables=teller.tables,
        scope=sorted(limits.accounts) if limits else None,
        left=limits.left if limits else [],
    )
