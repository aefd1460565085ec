"""Promises and actions."""

from sqlalchemy import Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

promise = Table(
    "promise",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("what", Text, nullable=False),
    Column("made_on", Date, nullable=False),
    Column("due_on", Date),
    link("contact_id", "contact"),
    link("visit_id", "visit"),
    Column("by_whom", Text),
    Column("state", Text, nullable=False),
    Column("settled_on", Date),
    Column("cause", Text),
    Column("cause_text", Text),
    Column("workaround", Text),
    Column("expected_effect", Text),
    Column("effect_seen", Text),
    Column("churn_risk", Integer),
)

action = Table(
    "action",
    metadata,
    *row(),
    Column("what", Text, nullable=False),
    link("account_id", "account"),
    link("visit_id", "visit"),
    Column("owner", Text),
    Column("due_on", Date),
    Column("state", Text, nullable=False),
    Column("done_on", Date),
    link("plan_id", "development_plan"),
    link("target_id", "target"),
)
