"""Handing over: the rows that others have not acknowledged go into a package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

import kamdesk
from kamdesk.db import tables as t
from kamdesk.db.inspection import SCHEMA
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.week_end.identity import Identity, make_known
from kamdesk.operations.week_end.peers import Peer, find, peers_in
from kamdesk.sync.book.absorbing import absorb
from kamdesk.sync.book.packing import rows_above, stamps_above
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import Origins
from kamdesk.sync.book.telling import Teller
from kamdesk.sync.ledger import Span, Standing
from kamdesk.sync.package.lines import MAJOR, MINOR, FileLine, Header, RowLine, StampLine
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.writing import write_package


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that lies at ``path``: for whom, how many rows and bytes, whether it holds everything."""

    path: Path
    to: tuple[str, ...]
    rows: int
    size: int
    everything: bool


def pack(
    store: Store,
    *,
    target: Path,
    now: datetime,
    to: Sequence[str] = (),
    passphrase: str | None = None,
    everything: bool = False,
    week: str | None = None,
    closed: bool = False,
) -> Packed:
    """Writes a package at ``target`` for the peers named, for all of them where none is, or sealed with a passphrase.

    Whole or not at all. Raises RuleError where there is nobody to pack for; BookError where it can't be written.
    """
    with store.write_local() as connection:
        own = make_known(connection)
        known = [peer for peer in peers_in(connection) if peer.removed_at is None]
        chosen = [find(known, name) for name in to] or ([] if passphrase is not None else known)
        if not chosen and passphrase is None:
            raise RuleError("pack_for_nobody")
        sequence = absorb(connection)
        origins = Origins(connection)
        replica = str(connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number.desc()).limit(1)))
        span = _span(chosen, replica, sequence, everything)
        teller = Teller(_tables(connection), origins.every())
        lines = _lines(connection, origins, teller, span)
        header = _header(own, span, teller, connection, now, week, closed)
        rows = write_package(
            target,
            header,
            lines,
            keys=own.keys,
            recipients=[own.card.recipient, *(peer.card.recipient for peer in chosen)],
            passphrase=passphrase,
            check=lambda path: open_package(path, [own.keys.identity()], passphrase),
        )
        connection.execute(
            insert(t.sync_package).values(
                sha256=sha256(target.read_bytes()).hexdigest(),
                direction="out",
                peer=" ".join(peer.card.key for peer in chosen) or None,
                at=now,
                name=target.name,
                rows=rows,
                week=week,
                closed=int(closed),
            )
        )
    names = tuple(f"{peer.card.rep}/{peer.card.device}" for peer in chosen)
    return Packed(target, names, rows, target.stat().st_size, span.since == 0)


def _span(chosen: Sequence[Peer], replica: str, sequence: int, everything: bool) -> Span:
    """One package for several: it begins where the one begins that has least, and acknowledges to each."""
    if len(chosen) == 1:
        return chosen[0].standing.span(replica, sequence, everything=everything)
    spans = [peer.standing.span(replica, sequence, everything=everything) for peer in chosen]
    whole = Standing().span(replica, sequence)
    acks = {name: upto for span in spans for name, upto in span.acks.items()}
    return replace(whole, since=min((span.since for span in spans), default=0), acks=acks)


def _tables(connection: Connection) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {
        name: each.fields for name, each in shapes().items() if name not in CONFIDENTIAL
    }
    for name in connection.scalars(select(t.sync_row.c.table).distinct()):
        if name not in CONFIDENTIAL:
            found.setdefault(name, ())
    return found


def _lines(
    connection: Connection, origins: Origins, teller: Teller, span: Span
) -> Iterator[StampLine | RowLine | FileLine]:
    for (replica, count), (clock, user) in stamps_above(connection, origins, span.since):
        yield StampLine(teller.origin(replica), count, clock, user)
    contents: set[str] = set()
    for table, row, known in rows_above(connection, origins, span.since, except_from=span.spared):
        yield teller.line(table, row, known.state)
        if table == t.attachment.name and isinstance(known.state.values.get("sha256"), str):
            contents.add(known.state.values["sha256"])
    kept = t.attachment_content.c
    for digest in sorted(contents):
        content = connection.scalar(select(kept.content).where(kept.sha256 == digest))
        if content is not None:
            yield FileLine(digest, content)


def _header(
    own: Identity,
    span: Span,
    teller: Teller,
    connection: Connection,
    now: datetime,
    week: str | None,
    closed: bool,
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
        made_at=now.isoformat(),
        week=week,
        closed=closed,
        origins=teller.origins,
        devices=[me if origin in mine else whose.get(origin) for origin in teller.origins],
        tables=teller.tables,
    )
