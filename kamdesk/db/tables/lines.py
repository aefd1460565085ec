"""The fixed line, its slots and their history, the rep's leave."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

visit_line = Table(
    "visit_line",
    metadata,
    *row(),
    link("rep_id", "rep", required=True),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("anchor_monday", Date, nullable=False),
    Column("cycle_weeks", Integer, nullable=False),
)

visit_slot = Table(
    "visit_slot",
    metadata,
    *row(),
    link("line_id", "visit_line", required=True),
    link("account_id", "account", required=True),
    Column("weekday", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("every_weeks", Integer, nullable=False),
    Column("week_offset", Integer, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("promised", Boolean, nullable=False),
    Column("end_reason", Text),
)

slot_change = Table(
    "slot_change",
    metadata,
    *row(),
    link("from_slot_id", "visit_slot", required=True),
    link("to_slot_id", "visit_slot"),
    Column("asked_by", Text, nullable=False),
    link("contact_id", "contact"),
    Column("asked_on", Date, nullable=False),
    Column("effective_from", Date, nullable=False),
    Column("reason", Text),
)

leave = Table(
    "leave",
    metadata,
    *row(),
    link("rep_id", "rep", required=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("reason", Text),
    Column("substitute", Text),
)
