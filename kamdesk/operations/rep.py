"""The rep's own data: hours, the place where the day begins, the company's logo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Datum
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import check_point, to_wgs84
from kamdesk.domain.hours import Span, check_spans
from kamdesk.domain.note import Attachment
from kamdesk.domain.pictures import SVG, media_type
from kamdesk.domain.rep import Rep, WorkingHours
from kamdesk.operations.fields import assign, replace_many

LOGO_OF = "rep"
LONGEST_TOLERANCE = 120


def set_hours(store: Store, *, rep_id: str, hours: Mapping[int, Sequence[Span]], now: datetime) -> Changes:
    """The working hours of the named weekdays (0 is Monday); the others stay. Raises RuleError for a span that ends
    before it begins and for two that overlap.
    """
    with store.write("rep.hours", now=now) as tx:
        tx.get(Rep, rep_id)
        for weekday, spans in hours.items():
            new = [
                WorkingHours(id=tx.new_id(), rep_id=rep_id, weekday=weekday, begins=begins, ends=ends)
                for begins, ends in check_spans(spans)
            ]
            old = tx.every(WorkingHours, rep_id=rep_id, weekday=weekday)
            replace_many(tx, old, new, same=("begins", "ends"))
    return tx.changes()


def set_lunch(store: Store, *, rep_id: str, lunch: Span | None, now: datetime) -> Changes:
    """When the rep eats; None for no fixed time."""
    if lunch is not None:
        check_spans([lunch])
    begins, ends = lunch or (None, None)
    with store.write("rep.hours", now=now) as tx:
        assign(tx.get(Rep, rep_id), {"lunch_start": begins, "lunch_end": ends})
    return tx.changes()


def set_tolerance(store: Store, *, rep_id: str, tolerance: int, now: datetime) -> Changes:
    """How many minutes early or late still count as punctual."""
    if not 0 <= tolerance <= LONGEST_TOLERANCE:
        raise RuleError("tolerance_range", most=LONGEST_TOLERANCE)
    with store.write("rep.tolerance", now=now) as tx:
        assign(tx.get(Rep, rep_id), {"tolerance": tolerance})
    return tx.changes()


def set_home(
    store: Store, *, rep_id: str, place: tuple[float, float] | None, datum: str = Datum.WGS84, now: datetime
) -> Changes:
    """Where the rep's day begins and ends, kept in WGS-84; ``datum`` is that of the map it was read from."""
    fields: dict[str, object] = {"home_latitude": None, "home_longitude": None}
    if place is not None:
        point = to_wgs84(check_point(*place), datum)
        fields = {"home_latitude": point.latitude, "home_longitude": point.longitude}
    with store.write("rep.home", now=now) as tx:
        assign(tx.get(Rep, rep_id), fields)
    return tx.changes()


def set_logo(store: Store, *, rep_id: str, name: str, content: bytes, now: datetime) -> Changes:
    """The company's logo for the papers, in the place of the one before.

    Raises RuleError for what is no picture, is broken, or shows nothing once it is printed. The papers print PNG and
    JPEG; an SVG is for whoever draws it to turn into one of them.
    """
    kind = media_type(content)
    if kind != SVG:
        _check_print(content)
    digest = hashlib.sha256(content).hexdigest()
    with store.write("rep.logo", now=now, summary=name) as tx:
        tx.get(Rep, rep_id)
        old = tx.every(Attachment, subject=LOGO_OF, subject_id=rep_id)
        if [row.sha256 for row in old] == [digest]:
            return tx.changes()
        for row in old:
            tx.take_back(row)
        kept = t.attachment_content
        if tx.connection.scalar(select(kept.c.size).where(kept.c.sha256 == digest)) is None:
            tx.connection.execute(insert(kept).values(sha256=digest, size=len(content), content=content))
        tx.add(
            Attachment(
                id=tx.new_id(),
                subject=LOGO_OF,
                subject_id=rep_id,
                name=name,
                media_type=kind,
                sha256=digest,
            )
        )
    return tx.changes()


def _check_print(content: bytes) -> None:
    from kamdesk.papers.kit.letterhead import ink

    try:
        ink(content)
    except ValueError as error:
        raise RuleError("picture_unreadable") from error


def remove_logo(store: Store, *, rep_id: str, now: datetime) -> Changes:
    """The papers go without a logo again."""
    with store.write("rep.logo", now=now) as tx:
        for row in tx.every(Attachment, subject=LOGO_OF, subject_id=rep_id):
            tx.take_back(row)
    return tx.changes()
