"""What passed between the customer and us: visits, promises, notes, actions, orders, files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.domain.promise import ActionState, PromiseState
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.reads.attachments import attachments_of
from kamdesk.reads.orders import orders_of
from kamdesk.reads.timeline.event import Event, Kind
from kamdesk.reads.trade import ordered_products


def visits(connection: Connection, ids: tuple[str, ...], limit: int) -> Iterator[Event]:
    """Visits made, missed, cancelled or moved, the newest ``limit``."""
    v, r = t.visit.c, t.visit_report.c
    day = func.coalesce(r.visited_on, v.planned_date)
    rows = connection.execute(
        select(t.visit, r.id.label("report_id"), r.visited_on, r.arrived, r.outcome, r.points, r.next_step)
        .add_columns(r.rival_note)
        .outerjoin_from(t.visit, t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None))
        .where(v.account_id.in_(ids), v.deleted_at.is_(None), v.state != VisitState.PLANNED)
        .order_by(day.desc(), v.planned_start.desc(), v.id.desc())
        .limit(limit)
    ).all()
    met = _met(connection, [row.report_id for row in rows if row.report_id])
    for row in rows:
        done = row.state == VisitState.DONE
        said = (row.points, row.rival_note, row.next_step) if done else (row.reason_text, row.objective)
        yield Event(
            Kind.VISIT if done else Kind.MISSED,
            row.id,
            row.visited_on or row.planned_date,
            code=(row.outcome or "") if done else row.state,
            minute=row.arrived if done else row.planned_start,
            detail=_one_line(*said),
            who=", ".join(met.get(row.report_id, ())),
            old=row.state_by,
            new=row.reason,
        )


def _met(connection: Connection, reports: list[str]) -> dict[str | None, list[str]]:
    met = t.report_met.c
    rows = connection.execute(
        select(met.report_id, t.contact.c.name)
        .join(t.contact, met.contact_id == t.contact.c.id)
        .where(met.report_id.in_(reports), met.deleted_at.is_(None))
        .order_by(met.rank, met.id)
    )
    found: dict[str | None, list[str]] = defaultdict(list)
    for report_id, name in rows:
        found[report_id].append(name)
    return found


def promises(connection: Connection, ids: tuple[str, ...], limit: int) -> Iterator[Event]:
    """Promises as they were made, and as they ended."""
    p = t.promise.c
    rows = connection.execute(
        select(t.promise, t.contact.c.name.label("contact"))
        .outerjoin(t.contact, p.contact_id == t.contact.c.id)
        .where(p.account_id.in_(ids), p.deleted_at.is_(None))
        .order_by(func.max(p.made_on, func.coalesce(p.settled_on, p.made_on)).desc(), p.id.desc())
        .limit(limit)
    )
    for row in rows:
        who = row.contact or ""
        due = row.due_on.isoformat() if row.due_on else None
        yield Event(Kind.PROMISE, row.id, row.made_on, "made", title=row.what, who=who, new=due)
        if row.state != PromiseState.OPEN and row.settled_on is not None:
            said = _one_line(row.workaround, row.cause_text, row.effect_seen)
            yield Event(
                Kind.PROMISE,
                row.id,
                row.settled_on,
                row.state,
                title=row.what,
                detail=said,
                who=who,
                new=row.cause,
            )


def notes(connection: Connection, ids: tuple[str, ...], limit: int) -> Iterator[Event]:
    n = t.note.c
    rows = connection.execute(
        select(n.id, n.noted_on, n.text, t.contact.c.name)
        .outerjoin(t.contact, n.contact_id == t.contact.c.id)
        .where(n.account_id.in_(ids), n.deleted_at.is_(None))
        .order_by(n.noted_on.desc(), n.id.desc())
        .limit(limit)
    )
    for row in rows:
        first, _, rest = row.text.strip().partition("\n")
        yield Event(Kind.NOTE, row.id, row.noted_on, title=first, detail=_one_line(rest), who=row.name or "")


def actions(connection: Connection, ids: tuple[str, ...], zone: str, limit: int) -> Iterator[Event]:
    """What was to be done, on the day it was written down, and its end."""
    a = t.action.c
    rows = connection.execute(
        select(t.action)
        .where(a.account_id.in_(ids), a.deleted_at.is_(None))
        .order_by(func.coalesce(a.done_on, a.recorded_at).desc(), a.id.desc())
        .limit(limit)
    )
    for row in rows:
        due = row.due_on.isoformat() if row.due_on else None
        day = local_day(row.recorded_at, zone)
        if row.done_on is not None:
            day = min(day, row.done_on)
            yield Event(Kind.ACTION, row.id, row.done_on, row.state, title=row.what, who=row.owner or "")
        yield Event(Kind.ACTION, row.id, day, ActionState.OPEN, title=row.what, who=row.owner or "", new=due)


def orders(connection: Connection, ids: tuple[str, ...], limit: int) -> Iterator[Event]:
    """Orders with their products; ``old`` is the currency, ``new`` the amount in minor units."""
    newest = orders_of(connection, ids)[:limit]
    products = ordered_products(connection, ids)
    for order in newest:
        amount = None if order.amount is None else str(order.amount)
        yield Event(
            Kind.ORDER,
            order.id,
            order.ordered_on,
            title=order.number or "",
            detail=_one_line("、".join(name for name, *_ in products.get(order.id, ()))),
            old=order.currency,
            new=amount,
        )


def files(connection: Connection, ids: tuple[str, ...], zone: str, limit: int) -> Iterator[Event]:
    for file in attachments_of(connection, ids, limit):
        day = local_day(file.since, zone)
        yield Event(Kind.FILE, file.id, day, file.subject, title=file.name, detail=file.about or "")


def _one_line(*parts: str | None) -> str:
    return "  ".join(" ".join(part.split()) for part in parts if part and part.strip())
