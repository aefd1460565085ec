"""Fields of a row set by name, the many rows that belong to one, shared by the operations of this room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any, TypeVar

from kamdesk.db.fresh import Fresh
from kamdesk.db.mapping import BY_TABLE, CLASSES
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


def assign_in(
    tx: Transaction, kind: type[Row], row_id: str, made: Fresh | None, values: Mapping[str, object]
) -> None:
    """Sets the named fields of a row: of the one ``made`` as long as it waits to be written, else of the book's."""
    if made is not None and not made.written:
        made.update(values)
    else:
        assign(tx.get(kind, row_id), values)


def fields_of(thing: Any) -> dict[str, Any]:
    """The fields of a flat dataclass's instance by name; `dataclasses.asdict` copies each of them."""
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def replace_many(
    tx: Transaction,
    old: Iterable[Row],
    new: Iterable[Row],
    *,
    same: tuple[str, ...],
    alike: tuple[str, ...] | None = None,
) -> None:
    """Makes ``new`` the rows in force: one that agrees with an old row in the fields ``same`` leaves that row as it is
    (but for its rank), the rest of the old rows are taken back, the rest of the new ones added.

    Of that rest, rows that agree in the fields ``alike`` are one row that was changed: who changes it on another laptop
    meanwhile is asked which of the two holds.
    """
    there = _by(old, same)
    left = []
    for row in new:
        before = there[_key(row, same)]
        if not before:
            left.append(row)
        elif hasattr(row, "rank"):
            assign(before.pop(0), {"rank": getattr(row, "rank")})  # noqa: B009
        else:
            before.pop(0)
    changed = _by(chain.from_iterable(there.values()), alike or ())
    for row in left:
        before = changed[_key(row, alike)] if alike is not None else []
        if before:
            assign(before.pop(0), {name: value for name, value in fields_of(row).items() if name not in KEPT})
        else:
            tx.add(row)
    for row in chain.from_iterable(changed.values()):
        tx.take_back(row)


def _key(row: Row, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in names)


def _by(rows: Iterable[Row], names: tuple[str, ...]) -> defaultdict[tuple[object, ...], list[Row]]:
    found: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[_key(row, names)].append(row)
    return found


def check_links(tx: Transaction, row: Row) -> None:
    """Raises NotFound where the row points at one that is not in the book or was taken back."""
    for key in CLASSES[type(row)].foreign_keys:
        linked = getattr(row, key.parent.name)
        if linked is not None:
            tx.get(BY_TABLE[key.column.table.name], linked)


def require(value: str | None, field: str) -> str:
    """The text without blanks round it. Raises RuleError ``<field>_empty`` where nothing is left."""
    text = (value or "").strip()
    if not text:
        raise RuleError(f"{field}_empty")
    return text
