"""What is recorded of a visit, as the form of its report keeps it: to be laid beside a draft, or to become one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from kamdesk.db import tables as t


def report_content(connection: Connection, visit_id: str) -> dict[str, Any] | None:
    """The fields by name, as texts where they are typed; None where no report was written."""
    r = t.visit_report.c
    row = connection.execute(
        select(t.visit_report).where(r.visit_id == visit_id, r.deleted_at.is_(None)).order_by(r.id).limit(1)
    ).first()
    if row is None:
        return None
    return {
        "day": row.visited_on.isoformat(),
        "arrived": _clock(row.arrived),
        "left": _clock(row.left),
        "points": row.points or "",
        "outcome": row.outcome,
        "next_step": row.next_step or "",
        "next_due": _step_due(connection, visit_id),
        "rival": row.rival_note or "",
        "companions": ", ".join(_of(connection, t.visit_companion, "visit_id", visit_id, "rank", "name")),
        "met": _of(connection, t.report_met, "report_id", row.id, "rank", "contact_id"),
        "stock": _rows(connection, t.stock_count, "report_id", row.id, "product_id", "quantity"),
        "promises": [
            [what, due.isoformat() if due else "", to] for what, due, to in _promises(connection, visit_id)
        ],
        **_order(connection, visit_id),
    }


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def _step_due(connection: Connection, visit_id: str) -> str:
    a = t.action.c
    due = connection.scalar(
        select(a.due_on)
        .where(a.visit_id == visit_id, a.deleted_at.is_(None), a.state == "open")
        .order_by(a.id)
    )
    return due.isoformat() if due else ""


def _promises(connection: Connection, visit_id: str) -> list[Any]:
    p = t.promise.c
    rows = select(p.what, p.due_on, p.contact_id).where(p.visit_id == visit_id, p.deleted_at.is_(None))
    return list(connection.execute(rows.order_by(p.id)))


def _order(connection: Connection, visit_id: str) -> dict[str, Any]:
    o = t.order.c
    row = connection.execute(
        select(o.id, o.number, o.amount)
        .where(o.visit_id == visit_id, o.deleted_at.is_(None))
        .order_by(o.id)
        .limit(1)
    ).first()
    if row is None:
        return {"amount": "", "order_number": "", "ordered": []}
    amount = "" if row.amount is None else f"{row.amount / 100:.2f}".removesuffix(".00")
    lines = _rows(connection, t.order_line, "order_id", row.id, "product_id", "quantity", "price")
    return {"amount": amount, "order_number": row.number or "", "ordered": lines}


def _of(connection: Connection, table, link: str, row_id: str, order: str, name: str) -> list[Any]:
    rows = select(table.c[name]).where(table.c[link] == row_id, table.c.deleted_at.is_(None))
    return list(connection.scalars(rows.order_by(table.c[order], table.c.id)))


def _rows(connection: Connection, table, link: str, row_id: str, *names: str) -> list[list[Any]]:
    rows = select(*(table.c[name] for name in names)).where(
        table.c[link] == row_id, table.c.deleted_at.is_(None)
    )
    return [list(row) for row in connection.execute(rows.order_by(table.c.rank, table.c.id))]
