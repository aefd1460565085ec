"""Products, orders, sales history."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

product = Table(
    "product",
    metadata,
    *row(),
    Column("name", Text, nullable=False),
    Column("code", Text),
    Column("specification", Text),
    Column("unit", Text),
    Column("pack", Integer),
    Column("price", BigInteger),
    Column("currency", Text),
    Column("tax_included", Boolean),
    Column("discontinued", Boolean, nullable=False),
)

order = Table(
    "order",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("ordered_on", Date, nullable=False),
    Column("number", Text),
    link("visit_id", "visit"),
    Column("required_on", Date),
    Column("shipped_on", Date),
    Column("amount", BigInteger),
    Column("freight", BigInteger),
    Column("currency", Text),
    Column("tax_included", Boolean),
)

order_line = Table(
    "order_line",
    metadata,
    *row(),
    link("order_id", "order", required=True),
    link("product_id", "product", required=True),
    Column("quantity", BigInteger, nullable=False),
    Column("unit", Text),
    Column("price", BigInteger),
    Column("discount", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
)

sales_history = Table(
    "sales_history",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("tax_included", Boolean),
    link("product_id", "product"),
    Column("source", Text),
)
