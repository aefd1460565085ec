"""Weeks that were closed, accounts that colleagues look after too."""

from sqlalchemy import Column, Date, Table, Text

from kamdesk.db.tables.common import Instant, link, metadata, row

week_closing = Table(
    "week_closing",
    metadata,
    *row(),
    link("line_id", "visit_line", required=True),
    Column("monday", Date, nullable=False),
    Column("closed_at", Instant, nullable=False),
    Column("closed_by", Text),
    Column("reopened_at", Instant),
    Column("reopened_by", Text),
)

account_share = Table(
    "account_share",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("colleague", Text, nullable=False),
    Column("shared_by", Text, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("purpose", Text),
)
