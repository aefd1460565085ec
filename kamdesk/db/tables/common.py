"""What all tables share: the columns of a row, links between rows, the type of an instant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as ISO text in UTC with microseconds, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its offset")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def row() -> list[Column[Any]]:
    """The columns of every recorded row (domain.row.Row)."""
    return [
        Column("id", Text, primary_key=True),
        Column("recorded_at", Instant, nullable=False),
        Column("deleted_at", Instant),
    ]


def link(name: str, table: str, *, required: bool = False, index: bool = True) -> Column[str]:
    """A reference to a row of ``table``, checked at commit, so that rows may be written in any order.

    ``index``: the rows that lead to one are looked for.
    """
    target = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, Text, target, nullable=not required, index=index)
