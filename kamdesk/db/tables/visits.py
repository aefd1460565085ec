"""Visits and their reports."""

from sqlalchemy import BigInteger, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

visit = Table(
    "visit",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    link("rep_id", "rep", required=True),
    Column("zone", Text, nullable=False),
    Column("planned_date", Date, nullable=False, index=True),
    Column("planned_start", Integer),
    Column("planned_minutes", Integer),
    link("slot_id", "visit_slot"),
    Column("origin", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("state_by", Text),
    Column("reason", Text),
    Column("reason_text", Text),
    link("moved_to", "visit"),
    Column("objective", Text),
)

visit_companion = Table(
    "visit_companion",
    metadata,
    *row(),
    link("visit_id", "visit", required=True),
    Column("name", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)

visit_report = Table(
    "visit_report",
    metadata,
    *row(),
    link("visit_id", "visit", required=True),
    Column("visited_on", Date, nullable=False, index=True),
    Column("arrived", Integer),
    Column("left", Integer),
    Column("outcome", Text),
    Column("points", Text),
    Column("rival_note", Text),
    Column("next_step", Text),
)

report_amendment = Table(
    "report_amendment",
    metadata,
    *row(),
    link("report_id", "visit_report", required=True),
    Column("amended_on", Date, nullable=False),
    Column("note", Text, nullable=False),
)

report_met = Table(
    "report_met",
    metadata,
    *row(),
    link("report_id", "visit_report", required=True),
    link("contact_id", "contact", required=True),
    Column("rank", Integer, nullable=False),
)

stock_count = Table(
    "stock_count",
    metadata,
    *row(),
    link("report_id", "visit_report", required=True),
    link("product_id", "product", required=True),
    Column("quantity", BigInteger, nullable=False),
    Column("unit", Text),
    Column("rank", Integer, nullable=False),
)
