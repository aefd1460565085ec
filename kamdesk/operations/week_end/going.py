"""Which rows go into a package, and their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.operations.week_end.peers import Peer
from kamdesk.sync.book.graph import Place
from kamdesk.sync.book.holdings import had_by
from kamdesk.sync.book.packing import rows_above, stamps_above
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import Known, Origins
from kamdesk.sync.book.telling import Teller
from kamdesk.sync.ledger import Span
from kamdesk.sync.merge import DELETED
from kamdesk.sync.package.lines import FileLine, RowLine, StampLine
from kamdesk.sync.versions import Dot


@dataclass(slots=True)
class Choice:
    """Which rows go: all that are newer where ``scope`` is None; else of those in it the newer, and those not ``had``.

    Of those ``owed`` beside the scope the newer go too. ``sent`` collects what went.
    """

    scope: set[Place] | None
    had: set[Place] = field(default_factory=set)
    owed: set[Place] = field(default_factory=set)
    sent: list[Place] = field(default_factory=list)

    def takes(self, place: Place, newer: bool) -> bool:
        if self.scope is None:
            return newer
        if place in self.scope:
            return newer or place not in self.had
        return newer and place in self.owed


def had(connection: Connection, chosen: Sequence[Peer]) -> set[Place]:
    """The rows that all of these peers have."""
    every = [had_by(connection, peer.card.key, peer.standing.acked) for peer in chosen]
    return set.intersection(*every)


def tables_told(connection: Connection) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {
        name: each.fields for name, each in shapes().items() if name not in CONFIDENTIAL
    }
    for name in connection.scalars(select(t.sync_row.c.table).distinct()):
        if name not in CONFIDENTIAL:
            found.setdefault(name, ())
    return found


@dataclass(frozen=True, slots=True)
class Behind:
    """The replicas that rows name, and the writes that are in force in them."""

    replicas: frozenset[str]
    writes: frozenset[Dot]


def behind(connection: Connection, origins: Origins, span: Span, choice: Choice) -> Behind:
    """Who and what is behind the rows that go: nobody who looks after a part hears of more."""
    replicas: set[str] = set()
    writes: set[Dot] = set()
    for _, _, known in _chosen(connection, origins, span, choice):
        dots, state = known.state.dots(), known.state
        seen = (value["seen"] for _, _, value in state.exceptions.get(DELETED, ()) if isinstance(value, dict))
        replicas.update(state.vector, (replica for replica, _ in dots), *seen)
        writes |= dots
    return Behind(frozenset(replicas), frozenset(writes))


def lines_of(
    connection: Connection,
    origins: Origins,
    teller: Teller,
    span: Span,
    choice: Choice,
    named: Behind | None = None,
) -> Iterator[StampLine | RowLine | FileLine]:
    """The lines of the rows that go, after those about the writes that the book heard of: all, or those ``named``."""
    for dot, (clock, user) in stamps_above(connection, origins, _since(span, choice)):
        if named is None or dot in named.writes:
            yield StampLine(teller.origin(dot[0]), dot[1], clock, user)
    contents: set[str] = set()
    for table, row, known in _chosen(connection, origins, span, choice):
        choice.sent.append((table, row))
        yield teller.line(table, row, known.state)
        if table == t.attachment.name and isinstance(known.state.values.get("sha256"), str):
            contents.add(known.state.values["sha256"])
    kept = t.attachment_content.c
    for digest in sorted(contents):
        content = connection.scalar(select(kept.content).where(kept.sha256 == digest))
        if content is not None:
            yield FileLine(digest, content)


def _since(span: Span, choice: Choice) -> int:
    return span.since if choice.scope is None else 0


def _chosen(
    connection: Connection, origins: Origins, span: Span, choice: Choice
) -> Iterator[tuple[str, str, Known]]:
    spared = span.spared if choice.scope is None else None
    theirs = origins.number(span.spared) if span.spared else None
    for table, row, known in rows_above(connection, origins, _since(span, choice), except_from=spared):
        newer = known.sequence > span.since and (known.via is None or known.via != theirs)
        if choice.takes((table, row), newer):
            yield table, row, known
