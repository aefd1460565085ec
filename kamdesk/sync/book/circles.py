"""Accounts that are aliases of each other in a circle, as no book lets anybody write them: two books did, each a part.

One laptop makes A an alias of B while another makes B one of A: then neither would be shown anywhere.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from kamdesk.db import tables as t
from kamdesk.db.circles import MERGED, PARTED, first_of_circles
from kamdesk.sync.book.overruling import write_over
from kamdesk.sync.book.rows import Effect
from kamdesk.sync.merge import Json


def part_circles(connection: Connection, effect: Effect, now: datetime) -> None:
    """In each circle that rows written close, the account with the least id is no alias: every book chooses the same
    and writes the same. Within a write transaction, once the rows are in their tables; `absorb` is to follow.
    """
    table = t.account.name
    alone: dict[str, Json] = {MERGED: None}
    rows = first_of_circles(connection, MERGED, effect.written.get(table, set()))
    write_over(connection, PARTED, [(table, row, alone) for row in sorted(rows)], effect, now)
