"""What a package would hold if it were made now, by kind: told before it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.week_end.identity import own_card_in
from kamdesk.operations.week_end.peers import Peer, peers_in
from kamdesk.operations.week_end.taking import Progress
from kamdesk.sync.book.absorbing import absorb
from kamdesk.sync.book.holdings import had_by
from kamdesk.sync.book.scope import scope_of
from kamdesk.sync.book.shapes import CONFIDENTIAL


@dataclass(frozen=True, slots=True)
class Contents:
    """Rows by table. ``everything``: those it is for have acknowledged nothing yet, or all of it was asked for."""

    counts: dict[str, int] = field(default_factory=dict)
    everything: bool = False

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


def contents(
    store: Store,
    *,
    keys: Collection[str],
    today: date,
    everything: bool = False,
    progress: Progress | None = None,
) -> Contents:
    """For the peers with these keys, none of them: for whoever has the passphrase. ``progress`` as in `absorb`.

    What is shared with a colleague is so on ``today``.
    """
    with store.write_local() as connection:
        own_card_in(connection)
        sequence = absorb(connection, progress)
        chosen = [peer for peer in peers_in(connection) if peer.card.key in keys and peer.removed_at is None]
        replica = str(connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number.desc()).limit(1)))
        spans = [peer.standing.span(replica, sequence, everything=everything) for peer in chosen]
        since = min((span.since for span in spans), default=0)
        colleague = next((p for p in chosen if not p.own and p.card.role != "office"), None)
        if colleague is not None:
            return Contents(_of_colleague(connection, chosen, since, everything, today), since == 0)
        spared = spans[0].spared if len(spans) == 1 else None
        found = plain.rows(
            connection,
            'SELECT s."table" AS place, count(*) AS number FROM sync_row s'
            " LEFT JOIN sync_origin o ON o.number = s.via"
            " WHERE s.sequence > ? AND (o.id IS NULL OR o.id <> ?) GROUP BY 1",
            (since, spared or ""),
        )
        return Contents({row.place: row.number for row in found if row.place not in CONFIDENTIAL}, since == 0)


def _of_colleague(
    connection: Connection, chosen: list[Peer], since: int, everything: bool, today: date
) -> dict[str, int]:
    """Of what both look after, what is newer or was never theirs."""
    scope = scope_of(connection, chosen[0].card.rep, today)
    had = (
        set()
        if everything
        else set.intersection(*(had_by(connection, p.card.key, p.standing.acked) for p in chosen))
    )
    rows = plain.rows(connection, 'SELECT "table" AS place, row, sequence FROM sync_row')
    return dict(
        Counter(
            row.place
            for row in rows
            if (row.place, row.row) in scope
            and row.place not in CONFIDENTIAL
            and (row.sequence > since or (row.place, row.row) not in had)
        )
    )
