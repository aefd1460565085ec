"""The rep and the working hours."""

from sqlalchemy import Column, Float, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

rep = Table(
    "rep",
    metadata,
    *row(),
    Column("name", Text, nullable=False),
    Column("company", Text),
    Column("phone", Text),
    Column("zone", Text, nullable=False),
    Column("tolerance", Integer, nullable=False),
    Column("lunch_start", Integer),
    Column("lunch_end", Integer),
    Column("home_latitude", Float),
    Column("home_longitude", Float),
    Column("home_address", Text),
)

working_hours = Table(
    "working_hours",
    metadata,
    *row(),
    link("rep_id", "rep", required=True),
    Column("weekday", Integer, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
)
