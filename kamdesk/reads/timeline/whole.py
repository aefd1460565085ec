"""The events of all kinds, put into one order."""

from __future__ import annotations

from datetime import date

from kamdesk.db.store import Store
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.rep import read_rep
from kamdesk.reads.timeline import dealings, known, standing
from kamdesk.reads.timeline.event import Event, Timeline


def timeline(store: Store, *, account_id: str, limit: int = 2000) -> Timeline:
    """The newest ``limit`` events of the account and of those merged into it. Informants are no part of it."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        ids = aliases.ids(aliases.of(account_id))
        zone = read_rep(connection).zone
        most = limit + 1
        events = [
            *dealings.visits(connection, ids, most),
            *dealings.promises(connection, ids, most),
            *dealings.notes(connection, ids, most),
            *dealings.actions(connection, ids, zone, most),
            *dealings.orders(connection, ids, most),
            *dealings.files(connection, ids, zone, most),
            *standing.line(connection, ids, most),
            *standing.people(connection, ids, zone, most),
            *standing.account(connection, ids, zone, most),
            *known.known(connection, ids),
        ]
        events.sort(key=_newest, reverse=True)
        shown = tuple(events[:limit])
        return Timeline(shown, len(events) > limit, known.names(connection, shown))


def _newest(event: Event) -> tuple[date, int, str, str]:
    """Within a day by the minute, what has none first."""
    return event.day, -1 if event.minute is None else event.minute, event.key, event.code
