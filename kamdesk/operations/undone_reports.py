"""The words of a report that is taken back lie there as its draft; a report brought back settles that draft again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from kamdesk.db import tables as t
from kamdesk.domain.report_draft import says_more, together
from kamdesk.operations.drafts import put_draft
from kamdesk.reads.drafts import find_draft
from kamdesk.reads.report_content import report_content

FORM = "visit_report"
REPORTING = ("visit.report", "visit.unplanned", "visit.amend")
_BY_VISIT = (t.visit_report, t.promise, t.order, t.action, t.visit_companion)
_BY_REPORT = (t.report_met, t.stock_count)


@dataclass(frozen=True, slots=True)
class Standing:
    """A visit that a step wrote about: what is recorded of it before the step is undone."""

    visit_id: str
    key: str
    """The name of its draft where the visit has no row."""
    content: dict[str, Any] | None
    note: str | None


def standing(connection: Connection, number: int) -> list[Standing]:
    """What is recorded of the visits that the operation ``number``, or what it took back, reported."""
    o = t.operation.c
    row = connection.execute(select(o.name, o.undoes).where(o.number == number)).one()
    name = row.name
    if row.undoes is not None:
        name = connection.scalar(select(o.name).where(o.number == row.undoes))
    return (
        [_standing(connection, visit, number) for visit in _visits(connection, number)]
        if name in REPORTING
        else []
    )


def settle(connection: Connection, before: list[Standing], number: int, now: datetime) -> None:
    """After the undoing: what is no longer recorded is a draft, or the draft that says no more than the report goes."""
    again = connection.scalar(select(t.operation.c.undoes).where(t.operation.c.number == number)) is not None
    for one in before:
        recorded = report_content(connection, one.visit_id)
        if again:
            _recorded_again(connection, one, recorded)
        elif one.content is not None:
            _taken_back(connection, one, recorded, now)


def _taken_back(
    connection: Connection, one: Standing, recorded: dict[str, Any] | None, now: datetime
) -> None:
    if not says_more(one.content or {}, recorded or {}, recorded):
        return
    there = connection.scalar(
        select(t.visit.c.id).where(t.visit.c.id == one.visit_id, t.visit.c.deleted_at.is_(None))
    )
    key = one.visit_id if there else one.key
    kept = dict(one.content or {})
    if recorded is not None:
        made = {what for what, *_ in recorded["promises"]}
        kept["promises"] = [row for row in kept["promises"] if row[0] not in made]
        kept["base"] = recorded
    if one.note is not None:
        kept["amendment"] = one.note
    older = _read(connection, key) or _read(connection, one.visit_id)
    if older is not None:
        kept = {**kept, **together(older, kept, older.get("base"))}
    connection.execute(delete(t.draft).where(t.draft.c.form == FORM, t.draft.c.subject == one.visit_id))
    put_draft(connection, form=FORM, subject=key, content=json.dumps(kept, ensure_ascii=False), now=now)


def _recorded_again(connection: Connection, one: Standing, recorded: dict[str, Any] | None) -> None:
    """The draft goes where it says no more; else it is the draft of the visit that has its row again."""
    if recorded is None:
        return
    for key in (one.visit_id, one.key):
        draft, d = find_draft(connection, form=FORM, subject=key), t.draft.c
        if draft is None:
            continue
        content = _parsed(draft.content) or {}
        connection.execute(delete(t.draft).where(d.form == FORM, d.subject == key))
        if says_more(content, recorded, content.get("base")):
            put_draft(connection, form=FORM, subject=one.visit_id, content=draft.content, now=draft.saved_at)


def _read(connection: Connection, key: str) -> dict[str, Any] | None:
    draft = find_draft(connection, form=FORM, subject=key)
    return _parsed(draft.content) if draft is not None else None


def _parsed(content: str) -> dict[str, Any] | None:
    try:
        kept = json.loads(content)
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def _standing(connection: Connection, visit_id: str, number: int) -> Standing:
    v, a, c = t.visit.c, t.report_amendment.c, t.change.c
    row = connection.execute(select(v.slot_id, v.account_id, v.planned_date).where(v.id == visit_id)).one()
    written = select(c.row).where(c.operation == number, c.table == "report_amendment")
    note = connection.scalar(select(a.note).where(a.id.in_(written)))
    key = f"{row.slot_id or row.account_id}@{row.planned_date.isoformat()}"
    return Standing(visit_id, key, report_content(connection, visit_id), note)


def _visits(connection: Connection, number: int) -> list[str]:
    c = t.change.c

    def written(table):
        return select(c.row).where(c.operation == number, c.table == table.name)

    found = list(connection.scalars(select(t.visit.c.id).where(t.visit.c.id.in_(written(t.visit)))))
    for table in _BY_VISIT:
        found += connection.scalars(select(table.c.visit_id).where(table.c.id.in_(written(table))))
    for table in _BY_REPORT:
        report = select(table.c.report_id).where(table.c.id.in_(written(table)))
        found += connection.scalars(select(t.visit_report.c.visit_id).where(t.visit_report.c.id.in_(report)))
    return sorted({visit_id for visit_id in found if visit_id})
