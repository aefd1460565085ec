"""Rows that a sender may not write, in the words of the field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.operations.week_end.refusals import Refusal
from kamdesk.reads.export.shape import sheet_shape
from kamdesk.reads.week_end.called import account_of, called
from kamdesk.reads.week_end.saying import Saying, currency_of, kind_of
from kamdesk.sync.book.shapes import shapes
from kamdesk.words import Words


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """``pairs`` are field, the sender's value, the value that stands.

    ``waits``: it comes in by itself later on, with the packages of those whom it ``awaits``.
    """

    number: int
    at: datetime
    rep: str
    device: str
    kind: str
    what: str
    account: str
    reason: str
    pairs: tuple[tuple[str, str, str], ...]
    waits: bool
    awaits: tuple[str, ...]


def refused_rows(store: Store, found: Iterable[Refusal], words: Words) -> tuple[RefusedRow, ...]:
    """In the order in which they are given."""
    rows = []
    with store.read() as connection:
        for each in found:
            if each.table not in shapes():
                continue
            shape = sheet_shape(each.table, words)
            say = Saying(connection, words, currency_of(connection, each.table, each.row))
            account_id = account_of(connection, each.table, each.row)
            account = called(connection, "account", account_id, words) if account_id else ""
            fields = {field.name: field for field in shape.fields}
            pairs = tuple(
                (
                    field.link_heading or field.heading,
                    say.value(field, theirs),
                    say.value(field, each.ours.get(name)),
                )
                for name, theirs in each.theirs.items()
                if (field := fields.get(name)) is not None
            )
            rows.append(
                RefusedRow(
                    each.number, each.at, each.rep, each.device, kind_of(each.table, words), each.what, account,
                    words.choice("refused.reason", each.reason), pairs, each.waits,
                    each.awaits,
                )
            )  # fmt: skip
    return tuple(rows)
