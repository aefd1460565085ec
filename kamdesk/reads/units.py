"""The managed unit of each account, as the book's tree and unit rule have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.units import DEFAULT_LEVEL, managed_unit


@dataclass(frozen=True, slots=True)
class Units:
    """The tree of accounts and the level on which figures are counted."""

    parents: Mapping[str, str | None]
    levels: Mapping[str, str]
    merged: Mapping[str, str]
    unit_level: str
    _found: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, account_id: str) -> str:
        """The account that stands for ``account_id`` in every figure; looked for once each."""
        unit = self._found.get(account_id)
        if unit is None:
            unit = self._found[account_id] = managed_unit(
                account_id,
                parents=self.parents,
                levels=self.levels,
                merged=self.merged,
                unit_level=self.unit_level,
            )
        return unit


def read_units(connection: Connection) -> Units:
    """The tree as it stands; accounts taken back are no part of it, and the newest unit rule is in force."""
    a, rule = t.account.c, t.unit_rule.c
    rows = connection.execute(
        select(a.id, a.parent_id, a.level, a.merged_into).where(a.deleted_at.is_(None))
    ).all()
    there = {row.id for row in rows}
    level = connection.scalar(
        select(rule.level)
        .where(rule.deleted_at.is_(None))
        .order_by(rule.set_on.desc(), rule.id.desc())
        .limit(1)
    )
    return Units(
        parents={row.id: row.parent_id if row.parent_id in there else None for row in rows},
        levels={row.id: row.level for row in rows},
        merged={row.id: row.merged_into for row in rows if row.merged_into in there},
        unit_level=level or DEFAULT_LEVEL,
    )
