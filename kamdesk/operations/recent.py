"""What was found and opened last: of this copy of the book alone, and in the book, since it names customers."""

from __future__ import annotations

import json

from kamdesk.db.store import Store
from kamdesk.reads.recent import MOST_RECORDS, MOST_TYPED, RECENT, kept_recent


def keep_recent(store: Store, *, kind: str, record: str, typed: str) -> None:
    """Puts the record that was opened, and what was typed to find it, at the head of what is offered."""
    with store.write_local() as connection:
        kept = kept_recent(connection)
        records = [[kind, record], *(entry for entry in kept.records if entry != [kind, record])]
        words = [typed, *(entry for entry in kept.typed if entry != typed)] if typed else kept.typed
        value = json.dumps(
            {"records": records[:MOST_RECORDS], "typed": words[:MOST_TYPED]}, ensure_ascii=False
        )
        connection.exec_driver_sql(
            "INSERT INTO book (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (RECENT, value),
        )
