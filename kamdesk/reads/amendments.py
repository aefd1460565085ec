"""What was put right in a report: when, why, and which fields from what to what, as the change log has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.db.recording import plain
from kamdesk.domain.money import quantity_of

FIELDS = ("visited_on", "arrived", "left", "outcome", "points", "rival_note", "next_step")
ORDER_FIELDS = ("amount", "number")


@dataclass(frozen=True, slots=True)
class Altered:
    """One field, from ``old`` to ``new``: a day, a minute of the day, a code, a text, minor units, or names joined."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Amendment:
    id: str
    on: date
    note: str
    altered: tuple[Altered, ...]


def amendments_of(connection: Connection, visit_id: str) -> tuple[Amendment, ...]:
    """The amendments of the visit's report that stand, in the order in which they were made."""
    a, r, c = t.report_amendment.c, t.visit_report.c, t.change.c
    rows = connection.execute(
        select(a.id, a.amended_on, a.note)
        .join(t.visit_report, a.report_id == r.id)
        .where(r.visit_id == visit_id, a.deleted_at.is_(None), r.deleted_at.is_(None))
        .order_by(a.amended_on, a.id)
    ).all()
    found = []
    for row in rows:
        number = connection.scalar(
            select(c.operation).where(c.row == row.id, c.field == "recorded_at").order_by(c.counter).limit(1)
        )
        changes = connection.execute(select(t.change).where(c.operation == number).order_by(c.counter)).all()
        found.append(Amendment(row.id, row.amended_on, row.note, tuple(_altered(connection, changes))))
    return tuple(found)


def _altered(connection: Connection, changes: Iterable[Row[Any]]) -> list[Altered]:
    by_table: dict[str, list[Row[Any]]] = defaultdict(list)
    for change in changes:
        by_table[change.table].append(change)
    found = []
    created = {change.row for change in by_table["order"] if change.field == "recorded_at"}
    for table, fields in (("visit_report", FIELDS), ("order", ORDER_FIELDS)):
        for change in by_table[table]:
            if change.field in fields:
                like = date if change.field == "visited_on" else object
                found.append(Altered(change.field, plain(change.old, like), plain(change.new, like)))
            elif table == "order" and change.field == "deleted_at" and change.row not in created:
                found.append(Altered("amount", _worth(connection, change.row), None))
    many: tuple[tuple[str, str, Callable[[Connection, list[str]], dict[str, str]]], ...] = (
        ("met", "report_met", _people),
        ("companions", "visit_companion", _companions),
        ("stock", "stock_count", _counts),
        ("order_lines", "order_line", _lines),
    )
    for field, table, names in many:
        added = [c.row for c in by_table[table] if c.field == "recorded_at" and c.old is None]
        gone = [c.row for c in by_table[table] if c.field == "deleted_at" and c.new is not None]
        if added or gone:
            said = names(connection, [*added, *gone])
            found.append(
                Altered(field, ", ".join(said[row] for row in gone), ", ".join(said[row] for row in added))
            )
    return found


def _worth(connection: Connection, order_id: str) -> int | None:
    return connection.scalar(select(t.order.c.amount).where(t.order.c.id == order_id))


def _people(connection: Connection, ids: list[str]) -> dict[str, str]:
    met, who = t.report_met.c, t.contact.c
    rows = connection.execute(
        select(met.id, who.name).join(t.contact, met.contact_id == who.id).where(met.id.in_(ids))
    )
    return {row.id: row.name for row in rows}


def _companions(connection: Connection, ids: list[str]) -> dict[str, str]:
    went = t.visit_companion.c
    return {
        row.id: row.name for row in connection.execute(select(went.id, went.name).where(went.id.in_(ids)))
    }


def _counts(connection: Connection, ids: list[str]) -> dict[str, str]:
    return _goods(connection, t.stock_count, ids)


def _lines(connection: Connection, ids: list[str]) -> dict[str, str]:
    return _goods(connection, t.order_line, ids)


def _goods(connection: Connection, table: Any, ids: list[str]) -> dict[str, str]:
    rows = connection.execute(
        select(table.c.id, t.product.c.name, table.c.quantity)
        .join(t.product, table.c.product_id == t.product.c.id)
        .where(table.c.id.in_(ids))
    )
    return {row.id: f"{row.name} {quantity_of(row.quantity):f}" for row in rows}
