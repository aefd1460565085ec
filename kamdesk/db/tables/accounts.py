"""Accounts and what belongs to them alone."""

from sqlalchemy import Boolean, Column, Date, Float, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

account = Table(
    "account",
    metadata,
    *row(),
    Column("name", Text, nullable=False),
    Column("short_name", Text),
    link("parent_id", "account"),
    Column("level", Text, nullable=False),
    link("merged_into", "account"),
    link("owner_id", "rep"),
    Column("status", Text, nullable=False),
    Column("status_reason", Text),
    Column("value_class", Text),
    Column("is_key", Boolean),
    Column("class_reason", Text),
    Column("kind", Text),
    Column("country", Text),
    Column("province", Text),
    Column("city", Text),
    Column("district", Text),
    Column("address", Text),
    Column("postal_code", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("datum", Text),
    Column("wechat", Text),
    Column("visit_minutes", Integer),
)

account_code = Table(
    "account_code",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("system", Text, nullable=False),
    Column("code", Text, nullable=False),
)

account_phone = Table(
    "account_phone",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("number", Text, nullable=False),
    Column("extension", Text),
    Column("kind", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)

account_tag = Table(
    "account_tag",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("tag", Text, nullable=False),
    Column("rank", Integer, nullable=False),
)

account_hours = Table(
    "account_hours",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("weekday", Integer, nullable=False),
    Column("opens", Integer, nullable=False),
    Column("closes", Integer, nullable=False),
)

account_closed = Table(
    "account_closed",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("reason", Text),
)

unit_rule = Table(
    "unit_rule",
    metadata,
    *row(),
    Column("level", Text, nullable=False),
    Column("set_on", Date, nullable=False),
    Column("set_by", Text),
)
