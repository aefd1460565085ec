"""Looking into a book after an operation."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import select

from kamdesk.db.mapping import CLASSES
from kamdesk.db.store import Store
from kamdesk.domain.row import Row

Kind = TypeVar("Kind", bound=Row)


def every(store: Store, kind: type[Kind], **equal: object) -> list[Kind]:
    """The rows not taken back, in the order of their ranks or ids."""
    table = CLASSES[kind]
    with store.read() as connection:
        chosen = select(table).filter_by(**equal, deleted_at=None)
        found = [kind(**row) for row in connection.execute(chosen).mappings()]
    return sorted(found, key=lambda row: (getattr(row, "rank", 0), row.id))


def one(store: Store, kind: type[Kind], **equal: object) -> Kind:
    """The only row of its kind."""
    (found,) = every(store, kind, **equal)
    return found


def shown(rows: list[Any], *fields: str) -> list[tuple[Any, ...]]:
    """The named fields of rows."""
    return [tuple(getattr(row, field) for field in fields) for row in rows]
