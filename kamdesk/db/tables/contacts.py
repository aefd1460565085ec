"""People, their posts and roles; informants apart."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

contact = Table(
    "contact",
    metadata,
    *row(),
    Column("name", Text, nullable=False),
    Column("latin_name", Text),
    Column("salutation", Text),
    Column("wechat", Text),
    Column("email", Text),
    Column("birth_calendar", Text),
    Column("birth_year", Integer),
    Column("birth_month", Integer),
    Column("birth_day", Integer),
    Column("birth_leap", Boolean, nullable=False),
)

contact_phone = Table(
    "contact_phone",
    metadata,
    *row(),
    link("contact_id", "contact", required=True),
    Column("number", Text, nullable=False),
    Column("extension", Text),
    Column("kind", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)

contact_post = Table(
    "contact_post",
    metadata,
    *row(),
    link("contact_id", "contact", required=True),
    link("account_id", "account", required=True),
    Column("title", Text),
    Column("department", Text),
    link("reports_to", "contact"),
    Column("support", Text),
    Column("influence", Text),
    Column("counterpart", Text),
    Column("since", Date),
    Column("until", Date),
    Column("rank", Integer, nullable=False),
)

contact_role = Table(
    "contact_role",
    metadata,
    *row(),
    link("contact_id", "contact", required=True),
    link("account_id", "account", required=True),
    Column("role", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("how_known", Text),
    Column("since", Date),
    Column("until", Date),
)

informant_assignment = Table(
    "informant_assignment",
    metadata,
    *row(),
    link("contact_id", "contact", required=True),
    link("account_id", "account", required=True),
    Column("last_heard", Date),
    Column("told", Text),
    Column("until", Date),
    Column("told_by", Text),
)

informant_share = Table(
    "informant_share",
    metadata,
    *row(),
    link("assignment_id", "informant_assignment", required=True),
    Column("manager", Text, nullable=False),
    Column("role", Text),
)
