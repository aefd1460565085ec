"""What a rep found out, by unit and by table; what is proved by evidence, what has a file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.reads.questions.scope import Scope, rows_in_force, rows_of

NOT_ASKED = frozenset({"evidence", "suggested_order", "suggested_line", "supply_setting", "season_factor"})
"""Kinds that no question looks at, or that are read another way."""


def _links() -> tuple[tuple[str, ...], dict[str, tuple[str, str]]]:
    """The kinds with an account of their own; those that are a part of such a row: by which field, of which kind."""
    direct: list[str] = []
    parts: dict[str, tuple[str, str]] = {}
    for name, kind in KINDS.items():
        fields = {field.name: field for field in described(kind)}
        if name in NOT_ASKED:
            continue
        if "account_id" in fields:
            direct.append(name)
            continue
        for field in fields.values():
            if field.part and field.link is not None and field.link in KINDS:
                parts[name] = (field.name, field.link)
    return tuple(direct), parts


DIRECT, PARTS = _links()
_WHOLES = frozenset(parent for _, parent in PARTS.values())
"""Kinds that others are parts of."""
OF_BOOK = (
    "target",
    "target_reason",
    "target_cause",
    "key_rule",
    "rule_criterion",
    "service_policy",
    "competitor_move",
    "checked",
)


def read_known(connection: Connection, scope: Scope) -> dict[str, dict[str, tuple[Any, ...]]]:
    """Unit → table → rows in force, by day and id."""
    found: dict[str, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    owner: dict[str, dict[str, str]] = {}
    for name in DIRECT:
        by_unit = rows_of(connection, t.metadata.tables[name], scope, "known_on")
        for unit, rows in by_unit.items():
            found[unit][name] = rows
        if name in _WHOLES:
            owner[name] = {row.id: unit for unit, rows in by_unit.items() for row in rows}
    for name, (field, parent) in PARTS.items():
        owners = owner.get(parent)
        if not owners:
            continue
        among = None if scope.accounts is None else list(owners)
        parts: dict[str, list[Any]] = defaultdict(list)
        for row in rows_in_force(connection, t.metadata.tables[name], field, among, ("known_on",)):
            unit = owners.get(getattr(row, field))
            if unit is not None:
                parts[unit].append(row)
        for unit, of_unit in parts.items():
            found[unit][name] = tuple(of_unit)
    return found


def read_book_rows(connection: Connection) -> dict[str, tuple[Any, ...]]:
    """The rows that a question of the book looks at, by table; a check of an account is none of the book's."""
    found: dict[str, tuple[Any, ...]] = {}
    for name in OF_BOOK:
        rows = rows_in_force(connection, t.metadata.tables[name], order=("known_on",))
        found[name] = tuple(row for row in rows if name != "checked" or row.account_id is None)
    return found


def read_proved(connection: Connection) -> dict[str, date]:
    """The newest day of evidence given for a record, by the record's id."""
    row = t.evidence.c
    chosen = select(row.subject_id, func.max(row.known_on)).where(row.deleted_at.is_(None))
    found = connection.execute(chosen.group_by(row.subject_id))
    return {subject: day for subject, day in found}  # noqa: C416


def read_filed(connection: Connection) -> frozenset[str]:
    """The papers issued that a file is kept with."""
    row = t.attachment.c
    return frozenset(
        connection.scalars(
            select(row.subject_id).where(row.deleted_at.is_(None), row.subject == t.report_issue.name)
        )
    )
