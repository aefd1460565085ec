"""Accounts that lead to each other in a circle, as no book lets anybody write them: two books did, each a part of it.

One laptop makes A an alias of B while another makes B one of A: then neither would be shown anywhere. The same with an
account that stands below another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.sync.book.overruling import write_over
from kamdesk.sync.book.rows import Effect
from kamdesk.sync.merge import Json

NAME = "sync.part_circle"
LINKS = (t.account.c.merged_into.name, t.account.c.parent_id.name)


def part_circles(connection: Connection, effect: Effect, now: datetime) -> None:
    """In each circle that rows written close, the account with the least id leads nowhere: every book chooses the same
    and writes the same. Within a write transaction, once the rows are in their tables; `absorb` is to follow.
    """
    table = t.account.name
    found: dict[str, dict[str, Json]] = {}
    for link in LINKS:
        for row in _first_of_circles(connection, link, effect.written.get(table, set())):
            found.setdefault(row, {})[link] = None
    write_over(connection, NAME, [(table, row, values) for row, values in sorted(found.items())], effect, now)


def _first_of_circles(connection: Connection, link: str, written: set[str]) -> Iterator[str]:
    leads: dict[str, str] = {}
    if written:
        sql = f'SELECT id, "{link}" AS there FROM account WHERE "{link}" > \'\' AND deleted_at IS NULL'
        leads = {row.id: row.there for row in plain.rows(connection, sql)}
    known: set[str] = set()
    for begin in written & leads.keys():
        way: dict[str, None] = {}
        at: str | None = begin
        while at is not None and at not in way and at not in known:
            way[at] = None
            at = leads.get(at)
        if at in way:
            steps = list(way)
            yield min(steps[steps.index(at) :])
        known |= way.keys()
