"""What is remembered of the columns of a sender's lists, by the fingerprint of their headers; local to this book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.exchange.fingerprint import Labels, fingerprint
from kamdesk.exchange.mapping import TableRule
from kamdesk.exchange.rules import rule_as_text, rule_from_text, rule_to_keep


@dataclass(frozen=True, slots=True)
class Sender:
    """``name`` is the file whose columns were said last, ``used_at`` when that was used last."""

    fingerprint: str
    name: str
    rule: TableRule
    used_at: datetime


def senders(connection: Connection) -> Mapping[str, Sender]:
    """All that is remembered; what another version wrote and this one can't read is passed over."""
    rows = connection.execute(select(t.import_sender)).all()
    kept = ((row, rule_from_text(row.mapping)) for row in rows)
    return {
        row.fingerprint: Sender(row.fingerprint, row.name, rule, row.used_at)
        for row, rule in kept
        if rule is not None
    }


def remember_sender(
    connection: Connection, *, labels: Labels, rule: TableRule, name: str, now: datetime
) -> str | None:
    """Keeps what was said of a table's columns; None where its headers are too few to know it again.

    Kept are the kind, the headers and what they mean, never a cell nor a year.
    """
    sender = fingerprint(labels)
    if sender is None:
        return None
    row = {
        "fingerprint": sender,
        "name": name,
        "pattern": None,
        "mapping": rule_as_text(rule_to_keep(rule, labels)),
        "used_at": now,
    }
    connection.execute(
        insert(t.import_sender).values(**row).on_conflict_do_update(index_elements=["fingerprint"], set_=row)
    )
    return sender


def used_sender(connection: Connection, *, sender: str, now: datetime) -> None:
    """Notes that what is remembered was used again."""
    connection.execute(
        update(t.import_sender).where(t.import_sender.c.fingerprint == sender).values(used_at=now)
    )


def forget_sender(store: Store, *, sender: str) -> None:
    """The next list with these headers is read as one that comes for the first time."""
    with store.write_local() as connection:
        connection.execute(delete(t.import_sender).where(t.import_sender.c.fingerprint == sender))
