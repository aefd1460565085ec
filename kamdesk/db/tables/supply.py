"""What the office's lists tell: debt, payments, stock, goods in transit, prices, supply shares."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row

receivable = Table(
    "receivable",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("number", Text),
    Column("invoiced_on", Date),
    Column("due_on", Date),
    Column("amount", BigInteger),
    Column("open_amount", BigInteger),
    Column("overdue_amount", BigInteger),
    Column("as_of", Date),
    Column("currency", Text),
    Column("source", Text),
)

payment = Table(
    "payment",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("paid_on", Date, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("number", Text),
    Column("currency", Text),
    Column("method", Text),
    Column("source", Text),
)

listed_stock = Table(
    "listed_stock",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    link("product_id", "product", required=True),
    Column("quantity", BigInteger, nullable=False),
    Column("counted_on", Date),
    Column("unit", Text),
    Column("source", Text),
)

transit = Table(
    "transit",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    link("product_id", "product", required=True),
    Column("quantity", BigInteger, nullable=False),
    Column("number", Text),
    Column("unit", Text),
    Column("shipped_on", Date),
    Column("expected_on", Date),
    Column("arrived_on", Date),
    Column("source", Text),
)

product_price = Table(
    "product_price",
    metadata,
    *row(),
    link("product_id", "product", required=True),
    Column("amount", BigInteger, nullable=False),
    link("account_id", "account"),
    Column("level", Text),
    Column("currency", Text),
    Column("tax_included", Boolean),
    Column("unit", Text),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("minimum", BigInteger),
    Column("source", Text),
)

supply_share = Table(
    "supply_share",
    metadata,
    *row(),
    link("account_id", "account", required=True),
    Column("supplier", Text, nullable=False),
    Column("share", Integer, nullable=False),
    Column("ours", Boolean, nullable=False),
    Column("category", Text),
    Column("as_of", Date),
    Column("source", Text),
)
