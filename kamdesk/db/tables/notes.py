"""Notes and attachments."""

from sqlalchemy import Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

note = Table(
    "note",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("text", Text, nullable=False),
    Column("noted_on", Date, nullable=False),
    link("contact_id", "contact"),
    link("visit_id", "visit"),
)

attachment = Table(
    "attachment",
    metadata,
    *row(),
    Column("subject", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text),
    Column("sha256", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)
