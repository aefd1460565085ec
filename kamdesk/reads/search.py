"""Search over everything in the book: what is typed → the records it is found in, the best first, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.index import building
from kamdesk.db.index.building import Building
from kamdesk.db.index.contents import KINDS, Content, Kind
from kamdesk.db.index.numbers import kind_of, span, unpacked
from kamdesk.db.index.records import contents
from kamdesk.db.index.rows import merged_accounts
from kamdesk.db.store import Store
from kamdesk.domain.query import Query, expressions, parse
from kamdesk.reads.found import Hit, hit, owners

__all__ = ["Building", "Found", "Group", "Hit", "Place", "search", "search_kind"]

NAMED: frozenset[Kind] = frozenset({"account", "contact", "product", "attachment"})
"""Kinds with a name: hits in it come before hits elsewhere."""
EXACT, STARTS, IN_NAME, ELSEWHERE = range(4)
OVERVIEW, PAGE = 5, 50
_FEW = 250
_HOLDS = "EXISTS (SELECT 1 FROM search_doc WHERE number BETWEEN ? AND ?)"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the rank of its last hit, and that hit's number."""

    tier: int
    number: int


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind, in order. ``after`` continues the list; None where it is whole. ``tier`` is the best hit's."""

    kind: Kind
    hits: tuple[Hit, ...]
    after: Place | None
    tier: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for ``typed``: the first hits of each kind, and how far the index is."""

    typed: str
    groups: tuple[Group, ...]
    index: Building

    def __bool__(self) -> bool:
        return bool(self.groups)


def search(store: Store, *, typed: str, each: int = OVERVIEW) -> Found:
    """The first ``each`` hits of every kind; kinds whose names were hit come first."""
    query = parse(typed)
    with store.read() as connection:
        index = building.state(connection)
        if not query:
            return Found(typed, (), index)
        return Found(typed, tuple(_overview(connection, query, each)), index)


def search_kind(
    store: Store, *, typed: str, kind: Kind, after: Place | None = None, limit: int = PAGE
) -> Group:
    """A page of the hits of one kind, from the first or after ``after``."""
    query = parse(typed)
    with store.read() as connection:
        if not query:
            return Group(kind, (), None, ELSEWHERE)
        return _page(connection, query, kind, after, limit, merged_accounts(connection))


def _overview(connection: Connection, query: Query, each: int) -> list[Group]:
    expected = _kinds_hit(connection, expressions(query)[-1])
    merged = merged_accounts(connection) if expected else {}
    groups = [_page(connection, query, kind, None, each, merged) for kind in expected]
    return sorted(
        (group for group in groups if group.hits),
        key=lambda group: (group.tier == ELSEWHERE, KINDS.index(group.kind)),
    )


def _kinds_hit(connection: Connection, expression: str) -> tuple[Kind, ...]:
    """The kinds that may hold a hit: where hits are few, exactly those."""
    rows = plain.rows(
        connection,
        "SELECT rowid FROM search_term WHERE search_term MATCH ? ORDER BY rowid LIMIT ?",
        (expression, _FEW),
    )
    if len(rows) < _FEW:
        return tuple(dict.fromkeys(kind_of(row[0]) for row in rows))
    holds = plain.rows(connection, f"SELECT {', '.join([_HOLDS] * len(KINDS))}", sum(map(span, KINDS), ()))[0]
    return tuple(kind for kind, any_of_it in zip(KINDS, holds, strict=True) if any_of_it)


def _page(
    connection: Connection,
    query: Query,
    kind: Kind,
    after: Place | None,
    limit: int,
    merged: Mapping[str, str],
) -> Group:
    hits: list[Hit] = []
    best, last = ELSEWHERE, after
    for tier, number, shown in _hits(connection, query, kind, after, limit, merged):
        if len(hits) == limit:
            return Group(kind, tuple(hits), last, best)
        best = min(best, tier)
        hits.append(shown)
        last = Place(tier, number)
    return Group(kind, tuple(hits), None, best)


def _hits(
    connection: Connection,
    query: Query,
    kind: Kind,
    after: Place | None,
    limit: int,
    merged: Mapping[str, str],
) -> Iterator[tuple[int, int, Hit]]:
    """The hits of a kind in order, read in handfuls."""
    while True:
        numbers = list(_numbers(connection, query, kind, after, limit + 1))
        if not numbers:
            return
        places = {unpacked(record): (tier, number) for tier, number, record in numbers}
        read = {content.record: content for content in contents(connection, kind, list(places), merged)}
        yield from _shown(connection, query, read, places)
        if len(numbers) <= limit:
            return
        after = Place(numbers[-1][0], numbers[-1][1])


def _shown(
    connection: Connection, query: Query, read: dict[str, Content], places: dict[str, tuple[int, int]]
) -> Iterator[tuple[int, int, Hit]]:
    known = owners(connection, sorted({account for content in read.values() for account in content.accounts}))
    for record, (tier, number) in places.items():
        shown = hit(read[record], query, known) if record in read else None
        if shown is not None:
            yield tier, number, shown


def _numbers(
    connection: Connection, query: Query, kind: Kind, after: Place | None, limit: int
) -> Iterator[tuple[int, int, bytes]]:
    """Rank, number and packed id of the records of a kind that the index finds, in order, after ``after``."""
    tiers = expressions(query)
    first, last = span(kind)
    for tier, expression in enumerate(tiers):
        if limit <= 0 or (after is not None and tier < after.tier):
            continue
        if kind not in NAMED:
            if tier != ELSEWHERE:
                continue
        elif tier != EXACT:
            expression = f"({expression}) NOT ({tiers[tier - 1]})"
        end = after.number - 1 if after is not None and tier == after.tier else last
        rows = plain.rows(
            connection,
            "SELECT search_term.rowid, record FROM search_term JOIN search_doc ON number = search_term.rowid"
            " WHERE search_term MATCH ? AND search_term.rowid BETWEEN ? AND ? ORDER BY search_term.rowid DESC LIMIT ?",
            (expression, first, end, limit),
        )
        limit -= len(rows)
        for row in rows:
            yield tier, row[0], row[1]
