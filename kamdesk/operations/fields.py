"""Fields of a row set by name, the many rows that belong to one, shared by the operations of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from kamdesk.db.store import Transaction
from kamdesk.domain.errors import RuleError
from kamdesk.domain.row import Row

Kind = TypeVar("Kind", bound=Row)
KEPT = {"id", "recorded_at", "deleted_at"}


def assign(row: Row, values: Mapping[str, object]) -> None:
    """Sets the named fields. Raises AttributeError for a name that is not a field of the row: a programming error."""
    assert is_dataclass(row)
    known = {field.name for field in fields(row)} - KEPT
    for name, value in values.items():
        if name not in known:
            raise AttributeError(f"{type(row).__name__} has no field {name}")
        if getattr(row, name) != value:
            setattr(row, name, value)


def replace_many(tx: Transaction, old: Iterable[Row], new: Iterable[Row], *, same: tuple[str, ...]) -> None:
    """Makes ``new`` the rows in force: one that agrees with an old row in the fields ``same`` leaves that row as it is
    (but for its rank), the rest of the old rows are taken back, the rest of the new ones added.
    """
    kept = {tuple(getattr(row, name) for name in same): row for row in old}
    for row in new:
        key = tuple(getattr(row, name) for name in same)
        before = kept.pop(key, None)
        if before is None:
            tx.add(row)
        elif hasattr(row, "rank"):
            assign(before, {"rank": getattr(row, "rank")})  # noqa: B009
    for row in kept.values():
        tx.take_back(row)


def require(value: str | None, field: str) -> str:
    """The text without blanks round it. Raises RuleError where nothing is left."""
    text = (value or "").strip()
    if not text:
        raise RuleError("field_empty", field=field)
    return text
