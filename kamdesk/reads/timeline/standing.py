"""What changed in how things stand: the line, people's posts and support, the account's own fields, merges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.walltime import local_day
from kamdesk.reads.field_changes import field_changes
from kamdesk.reads.timeline.event import Event, Kind

WEIGHTY = ("status", "value_class", "is_key", "owner_id")
OF_POST = ("support", "influence")


def line(connection: Connection, ids: tuple[str, ...], limit: int) -> Iterator[Event]:
    """Fixed visits begun, moved, ended; ``old`` and ``new`` are weekday, start, minutes, rhythm as ``2 630 60 1``."""
    slot, change = t.visit_slot.c, t.slot_change.c
    slots = {
        row.id: row
        for row in connection.execute(
            select(t.visit_slot).where(slot.account_id.in_(ids), slot.deleted_at.is_(None))
        )
    }
    moves = connection.execute(
        select(t.slot_change, t.contact.c.name.label("contact"))
        .outerjoin(t.contact, change.contact_id == t.contact.c.id)
        .where(change.from_slot_id.in_(slots), change.deleted_at.is_(None))
        .order_by(change.effective_from.desc(), change.id.desc())
        .limit(limit)
    ).all()
    for row in moves:
        before, after = slots.get(row.from_slot_id), slots.get(row.to_slot_id)
        yield Event(
            Kind.LINE,
            row.to_slot_id or row.from_slot_id,
            row.asked_on,
            f"{'moved' if after else 'ended'}_{row.asked_by}",
            detail=row.reason or "",
            who=row.contact or "",
            old=_times(before),
            new=_times(after),
        )
    followed = {row.to_slot_id for row in moves}
    left = {row.from_slot_id for row in moves}
    for row in slots.values():
        if row.id not in followed:
            yield Event(Kind.LINE, row.id, row.valid_from, "begun", new=_times(row))
        if row.valid_to is not None and row.id not in left:
            yield Event(
                Kind.LINE, row.id, row.valid_to, "ended", detail=row.end_reason or "", old=_times(row)
            )


def _times(slot: object) -> str | None:
    if slot is None:
        return None
    return " ".join(str(getattr(slot, name)) for name in ("weekday", "start", "minutes", "every_weeks"))


def people(connection: Connection, ids: tuple[str, ...], zone: str, limit: int) -> Iterator[Event]:
    """Posts begun and ended, with where the person went, and how support and influence changed."""
    post, person = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(t.contact_post, person.name)
        .join(t.contact, post.contact_id == person.id)
        .where(post.account_id.in_(ids), post.deleted_at.is_(None), person.deleted_at.is_(None))
    ).all()
    went = _elsewhere(connection, ids, [row.contact_id for row in rows if row.until is not None])
    for row in rows:
        title = row.title or ""
        if row.since is not None:
            yield Event(Kind.PERSON, row.contact_id, row.since, "began", title=row.name, detail=title)
        if row.until is not None:
            to = went.get((row.contact_id, (row.until + timedelta(days=1)).isoformat()))
            yield Event(Kind.PERSON, row.contact_id, row.until, "left", title=row.name, detail=title, new=to)
    by_post = {row.id: row for row in rows}
    for change in field_changes(connection, by_post, OF_POST, limit):
        row = by_post[change.row]
        yield Event(
            Kind.PERSON,
            row.contact_id,
            local_day(change.at, zone),
            change.field,
            title=row.name,
            old=change.old,
            new=change.new,
        )


def _elsewhere(connection: Connection, ids: tuple[str, ...], who: list[str]) -> dict[tuple[str, str], str]:
    """Person and first day → the other account where a post was taken up."""
    post = t.contact_post.c
    rows = connection.execute(
        select(post.contact_id, post.since, t.account.c.name)
        .join(t.account, post.account_id == t.account.c.id)
        .where(post.contact_id.in_(who), post.account_id.not_in(ids), post.since.is_not(None))
        .where(post.deleted_at.is_(None))
    )
    return {(row.contact_id, row.since.isoformat()): row.name for row in rows}


def account(connection: Connection, ids: tuple[str, ...], zone: str, limit: int) -> Iterator[Event]:
    """Status, class, key account and owner changed; accounts merged into this one."""
    names = {row.id: row.name for row in connection.execute(select(t.rep.c.id, t.rep.c.name))}
    for change in field_changes(connection, ids[:1], WEIGHTY, limit):
        old, new = change.old, change.new
        if change.field == "owner_id":
            old, new = names.get(old, old), names.get(new, new)
        yield Event(
            Kind.ACCOUNT,
            change.row,
            local_day(change.at, zone),
            change.field,
            old=None if old is None else str(old),
            new=None if new is None else str(new),
        )
    a = t.account.c
    rows = connection.execute(select(a.id, a.name).where(a.id.in_(ids[1:])))
    merged = {row.id: row.name for row in rows}
    for change in field_changes(connection, merged, ("merged_into",), limit):
        if change.new is not None:
            yield Event(
                Kind.ACCOUNT, change.row, local_day(change.at, zone), "merged_into", title=merged[change.row]
            )
