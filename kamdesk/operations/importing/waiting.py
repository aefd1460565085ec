"""Open questions that only waited for what a list does not say: they end once that is said and the list comes again."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.operations.importing.pending import OPEN, PendingBox

READERS = frozenset(
    {
        *("date_order", "no_amount", "no_price", "no_period", "no_day", "no_share", "no_quantity"),
        *("no_number", "no_date", "amount_unit", "amount_currency", "amount_period", "amount_proportion"),
        *("amount_range", "share_unclear", "discount_unclear"),
    }
)
"""Why a whole row waits although nothing in the book is in its way: a cell of it couldn't be read for certain."""


class Waiting:
    """``cells`` are the headers under which cells wait, each with the kinds of doubt that are counted there."""

    def __init__(self, connection: Connection, box: PendingBox) -> None:
        self._box = box
        self.rows = False
        self.cells: dict[str, set[str]] = {}
        if not box.asks:
            return
        pending = t.import_pending.c
        found = connection.execute(
            select(pending.id, pending.kind, pending.reason, pending.content).where(
                pending.state == OPEN, pending.kind.not_in(("fields", "accounts", "visits"))
            )
        )
        for row in found:
            if box.reason(row.id) is None:
                continue
            asked = json.loads(row.content)["asked"]
            if "of" in asked:
                header = next((name for name in asked if name != "of"), "")
                self.cells.setdefault(header, set()).add(row.kind)
            elif row.reason in READERS:
                self.rows = True

    def is_row(self, question: str) -> bool:
        """Whether the question of this id is about a row that could not be read."""
        return self.rows and self._box.reason(question) in READERS
