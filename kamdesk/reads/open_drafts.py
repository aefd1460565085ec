"""Reports that were begun and not saved: the drafts of this copy of the book, each with the visit it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.reads.aliases import Aliases

FORM = "visit_report"


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """``key`` is the draft's subject: the visit's id, slot and day, or account and day of an unplanned visit.

    ``under_way``: the arrival is written down and the leaving is not.
    """

    key: str
    account_id: str
    account: str
    visit_id: str | None
    slot_id: str | None
    day: date
    saved_at: datetime
    arrived: str
    under_way: bool


def read_drafts(connection: Connection, aliases: Aliases) -> tuple[OpenDraft, ...]:
    """The newest first; a draft about a visit or account that is no longer there is left out."""
    d = t.draft.c
    rows = connection.execute(select(d.subject, d.content, d.saved_at).where(d.form == FORM)).all()
    if not rows:
        return ()
    heads = [row.subject.partition("@")[0] for row in rows]
    visits = _links(connection, t.visit, heads, t.visit.c.planned_date, t.visit.c.slot_id)
    slots = _links(connection, t.visit_slot, heads)
    names = _names(
        connection, aliases, [*heads, *(v[0] for v in visits.values()), *(s[0] for s in slots.values())]
    )
    found = []
    for row in rows:
        head, _, day = row.subject.partition("@")
        if head in visits and not day:
            account_id, planned, slot_id = visits[head]
            visit_id: str | None = head
        else:
            account_id, planned, visit_id = slots[head][0] if head in slots else head, _day(day), None
            slot_id = head if head in slots else None
        name = names.get(aliases.of(account_id))
        if name is None or planned is None:
            continue
        arrived, left = _times(row.content)
        found.append(
            OpenDraft(
                row.subject, aliases.of(account_id), name, visit_id, slot_id, planned, row.saved_at,
                arrived, bool(arrived) and not left,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda draft: draft.saved_at, reverse=True))


def _links(connection: Connection, table, ids: Iterable[str], *columns) -> dict[str, tuple]:
    rows = connection.execute(
        select(table.c.id, table.c.account_id, *columns).where(
            table.c.id.in_(ids), table.c.deleted_at.is_(None)
        )
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def _names(connection: Connection, aliases: Aliases, ids: Iterable[str]) -> dict[str, str]:
    a = t.account.c
    shown = {aliases.of(account_id) for account_id in ids}
    rows = connection.execute(
        select(a.id, a.short_name, a.name).where(a.id.in_(shown), a.deleted_at.is_(None))
    )
    return {row.id: row.short_name or row.name for row in rows}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _times(content: str) -> tuple[str, str]:
    try:
        kept = json.loads(content)
    except ValueError:
        return "", ""
    if not isinstance(kept, dict):
        return "", ""
    return str(kept.get("arrived") or "").strip(), str(kept.get("left") or "").strip()
