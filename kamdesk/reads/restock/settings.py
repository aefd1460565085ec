"""Lead, cover and season as the rep set them; what is set goes before what is reckoned from the past."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from kamdesk.db import tables as t

WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that may concern an account, the narrowest first, and among equals the newest."""

    weeks: tuple[Row[Any], ...]
    factors: tuple[Row[Any], ...]

    def lead(self, product_id: str) -> Fraction | None:
        """Weeks of lead time; None where none is set."""
        return self._weeks(product_id, "lead_weeks")

    def cover(self, product_id: str) -> Fraction | None:
        """Weeks of cover; None where none is set."""
        return self._weeks(product_id, "cover_weeks")

    def _weeks(self, product_id: str, name: str) -> Fraction | None:
        for row in self.weeks:
            value = getattr(row, name)
            if row.product_id in (None, product_id) and value is not None:
                return Fraction(value)
        return None

    def season(self, product_id: str) -> dict[int, Fraction]:
        """The factors of the months that are set; the others are ordinary ones."""
        found: dict[int, Fraction] = {}
        for row in self.factors:
            if row.product_id in (None, product_id):
                found.setdefault(row.month, Fraction(row.factor, WHOLE))
        return found


def read_settings(connection: Connection, ids: Collection[str], today: date) -> Settings:
    """Those of the account (``ids``: its own and those merged into it) and those of all."""

    def rows(table: Any) -> tuple[Row[Any], ...]:
        c = table.c
        chosen = (
            select(table)
            .where(c.deleted_at.is_(None), c.known_on <= today)
            .where(or_(c.account_id.is_(None), c.account_id.in_(ids)))
            .order_by(c.account_id.is_(None), c.product_id.is_(None), c.known_on.desc(), c.id.desc())
        )
        return tuple(connection.execute(chosen))

    return Settings(rows(t.supply_setting), rows(t.season_factor))
