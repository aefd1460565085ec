"""Views of tables that the rep saved."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from kamdesk.db.tables.common import metadata, row

saved_view = Table(
    "saved_view",
    metadata,
    *row(),
    Column("table", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)
