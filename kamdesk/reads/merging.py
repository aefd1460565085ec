"""Two accounts side by side, before they are merged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.reads.aliases import read_aliases

_NAMED = {
    "contacts": ("contact_post",),
    "slots": ("visit_slot",),
    "visits": ("visit",),
    "promises": ("promise",),
    "orders": ("order", "suggested_order"),
    "notes": ("note",),
    "lists": (
        *("sales_history", "receivable", "payment", "listed_stock", "transit", "delivery", "product_price"),
        "supply_share",
    ),
}
# Of its card, of what is counted, or told to nobody.
_NOT_COUNTED = {
    *("account_code", "account_phone", "account_tag", "account_hours", "account_closed", "account_nature"),
    *("account_share", "informant_assignment", "contact_role", "checked"),
}
_SAID = {name for names in _NAMED.values() for name in names} | _NOT_COUNTED
MOVES: Mapping[str, tuple[str, ...]] = {
    **_NAMED,
    "more": tuple(
        table.name
        for table in t.metadata.sorted_tables
        if "account_id" in table.c and table.name in t.RECORDED and table.name not in _SAID
    ),
}
"""What moves along with an account that is merged, and the tables it is counted in: ``lists`` say debt, goods, sales,
``more`` is whatever else was recorded about it."""


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two: its fields, the names behind ``parent_id`` and ``owner_id``, how much belongs to it by kind."""

    id: str
    values: Mapping[str, object]
    parent: str | None
    owner: str | None
    counts: Mapping[str, int]


def merge_sides(store: Store, *, first: str, second: str) -> tuple[MergeSide, MergeSide]:
    """Raises NotFound where one is not there or has been merged already."""
    with store.read() as connection:
        return _side(connection, first), _side(connection, second)


def _side(connection: Connection, account_id: str) -> MergeSide:
    a = t.account.c
    row = connection.execute(
        select(t.account).where(a.id == account_id, a.deleted_at.is_(None), a.merged_into.is_(None))
    ).first()
    if row is None:
        raise NotFound("row_missing", kind="Account", id=account_id)
    ids = read_aliases(connection).ids(account_id)
    counts: dict[str, int] = {}
    for kind, names in MOVES.items():
        counts[kind] = sum(_counted(connection, name, ids) for name in names)
    owner = connection.scalar(select(t.rep.c.name).where(t.rep.c.id == row.owner_id))
    parent = connection.scalar(select(a.name).where(a.id == row.parent_id))
    values = {
        key: value
        for key, value in row._mapping.items()
        if key not in ("id", "recorded_at", "deleted_at", "merged_into")
    }
    return MergeSide(account_id, values, parent, owner, counts)


def _counted(connection: Connection, name: str, ids: Collection[str]) -> int:
    table = t.metadata.tables[name]
    of_it = select(func.count()).where(table.c.account_id.in_(ids), table.c.deleted_at.is_(None))
    return connection.scalar(of_it) or 0
