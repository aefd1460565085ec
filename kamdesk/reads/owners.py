"""Who looks after an account now: a rep of this book, or a colleague to whom it was handed over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.knowledge.team import Part
from kamdesk.domain.people import holds
from kamdesk.reads.aliases import Aliases


def team_owners(
    connection: Connection, aliases: Aliases, today: date, among: Collection[str] | None = None
) -> dict[str, str]:
    """The name of the owner in each account's team, the newest where there are several."""
    o = t.account_team.c
    wanted = () if among is None else (o.account_id.in_(among),)
    return {
        aliases.of(row.account_id): row.name
        for row in connection.execute(
            select(o.account_id, o.name, o.since, o.until)
            .where(o.deleted_at.is_(None), o.part == Part.OWNER.value, *wanted)
            .order_by(o.since, o.id)
        )
        if holds(row.since, row.until, today)
    }


def owners_elsewhere(
    connection: Connection,
    aliases: Aliases,
    today: date,
    reps: Collection[str],
    among: Collection[str] | None = None,
) -> dict[str, str]:
    """The owners who are none of the ``reps`` of this book, whom no account can name as its own."""
    found = team_owners(connection, aliases, today, among)
    return {account_id: name for account_id, name in found.items() if name not in reps}
