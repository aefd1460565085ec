"""The rep of the book: name, zone, hours; what every screen and paper begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.own import own_rep
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class Working:
    """Working hours of a weekday (0 is Monday), minutes of the day."""

    weekday: int
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class RepCard:
    """The rep and the line. Times are minutes of the day in ``zone``; ``tolerance`` is in minutes."""

    id: str
    name: str
    company: str | None
    phone: str | None
    zone: str
    tolerance: int
    lunch_start: int | None
    lunch_end: int | None
    home_latitude: float | None
    home_longitude: float | None
    line_id: str
    anchor_monday: date
    cycle_weeks: int
    working: tuple[Working, ...]


def rep_card(store: Store) -> RepCard:
    """The book's rep. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        return read_rep(connection)


def read_rep(connection: Connection) -> RepCard:
    """The book's rep, within a read that is under way. Raises NotFound in a book that was not set up."""
    rep, line, hours = t.rep.c, t.visit_line.c, t.working_hours.c
    names = ["id", "name", "company", "phone", "zone", "tolerance"]
    names += ["lunch_start", "lunch_end", "home_latitude", "home_longitude"]
    row = connection.execute(
        select(*(rep[name] for name in names), line.id, line.anchor_monday, line.cycle_weeks)
        .join_from(t.rep, t.visit_line, line.rep_id == rep.id)
        .where(rep.deleted_at.is_(None), line.deleted_at.is_(None))
        .order_by(rep.id != (own_rep(connection) or ""), rep.id, line.id)
        .limit(1)
    ).first()
    if row is None:
        raise NotFound("line_missing")
    working = connection.execute(
        select(hours.weekday, hours.begins, hours.ends)
        .where(hours.rep_id == row[0], hours.deleted_at.is_(None))
        .order_by(hours.weekday, hours.begins)
    )
    return RepCard(*row, working=tuple(Working(*each) for each in working))


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was checked when it was taken in: PNG, JPEG or SVG by its ``media_type``."""

    name: str
    media_type: str
    content: bytes


def logo(store: Store) -> Logo | None:
    """The company's logo for the papers; None where there is none."""
    with store.read() as connection:
        return read_logo(connection)


def read_logo(connection: Connection) -> Logo | None:
    """The company's logo, within a read that is under way."""
    a, kept = t.attachment.c, t.attachment_content.c
    row = connection.execute(
        select(a.name, a.media_type, kept.content)
        .join(t.attachment_content, kept.sha256 == a.sha256)
        .join(t.rep, t.rep.c.id == a.subject_id)
        .where(a.subject == "rep", a.deleted_at.is_(None), t.rep.c.deleted_at.is_(None))
        .order_by(t.rep.c.id != (own_rep(connection) or ""), a.id.desc())
        .limit(1)
    ).first()
    return None if row is None else Logo(row.name, row.media_type or "", row.content)
