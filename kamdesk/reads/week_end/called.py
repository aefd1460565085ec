"""What a row of any table is called, and which account it belongs to."""

from __future__ import annotations

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.walltime import clock_text
from kamdesk.sync.book.shapes import shapes
from kamdesk.words import Words

UPWARDS = (
    "account_id", "visit_id", "report_id", "order_id", "from_slot_id", "to_slot_id", "contact_id", "product_id",
)  # fmt: skip
"""Links from a row to what it is a part of, the nearest first."""
NAMES = ("name", "what", "text", "points", "number", "code", "tag", "reason", "supplier")
LONGEST = 80


def account_of(connection: Connection, table: str, row: str) -> str | None:
    """The id of the account that a row belongs to; None for a rep's, a product's or an office's row."""
    for _ in range(6):
        if table == "account":
            return row
        if table == "attachment":
            found = plain.rows(connection, "SELECT subject, subject_id FROM attachment WHERE id = ?", (row,))
            if not found:
                return None
            table, row = found[0]
            continue
        if table == "contact":
            return plain.first(
                connection,
                "SELECT account_id FROM contact_post WHERE contact_id = ? AND deleted_at IS NULL"
                " ORDER BY until IS NOT NULL, rank, id LIMIT 1",
                (row,),
            )
        shape = shapes().get(table)
        steps = [name for name in UPWARDS if shape and name in shape.links]
        for name in steps:
            up = plain.first(connection, f'SELECT "{name}" FROM "{table}" WHERE id = ?', (row,))
            if up and shape:
                table, row = shape.links[name], up
                break
        else:
            return None
    return None


def called(connection: Connection, table: str, row: str, words: Words) -> str:
    """The name of a row, or what tells it from others of its kind; empty where it has none or is not here."""
    shape = shapes().get(table)
    if shape is None:
        return ""
    columns = ", ".join(f'"{name}"' for name in shape.fields)
    found = plain.rows(connection, f'SELECT {columns} FROM "{table}" WHERE id = ?', (row,))
    if not found:
        return ""
    values = dict(zip(shape.fields, found[0], strict=True))
    if table == "visit_slot":
        return f"{words.choice('weekday', str(values['weekday']))} {clock_text(values['start'])}"
    if table == "visit":
        start = values["planned_start"]
        return f"{values['planned_date']}{f' {clock_text(start)}' if start is not None else ''}"
    if table in ("visit_report", "order"):
        return str(values.get("number") or values.get("visited_on") or values.get("ordered_on") or "")
    link = "contact_id" if table.startswith("contact_") else "product_id"
    if values.get(link) and not any(values.get(name) for name in ("name", "what")):
        return called(connection, shape.links[link], values[link], words)
    return str(next((values[name] for name in NAMES if values.get(name)), ""))[:LONGEST]
