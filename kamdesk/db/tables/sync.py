"""What this copy of the book knows of versions and of other books. None of it is in the change log."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from kamdesk.db.tables.common import Instant, metadata

sync_origin = Table(
    "sync_origin",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("rep", Text),
    Column("device", Text),
)

sync_stamp = Table(
    "sync_stamp",
    metadata,
    Column("origin", Integer, primary_key=True),
    Column("counter", BigInteger, primary_key=True),
    Column("clock", BigInteger, nullable=False),
    Column("user", Text),
    Column("sequence", Integer, nullable=False, index=True),
    sqlite_with_rowid=False,
)

sync_row = Table(
    "sync_row",
    metadata,
    Column("table", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    Column("vector", Text, nullable=False),
    Column("origin", Integer, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("exceptions", Text),
    Column("rest", Text),
    Column("place", Text),
    Column("via", Integer),
    Column("conflicts", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Index("ix_sync_row_conflicts", "conflicts", sqlite_where=text("conflicts > 0")),
    Index("ix_sync_row_place", "place", sqlite_where=text("place IS NOT NULL")),
    sqlite_with_rowid=False,
)

sync_peer = Table(
    "sync_peer",
    metadata,
    Column("key", Text, primary_key=True),
    Column("rep", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("recipient", Text),
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
    Column("acked", Integer, nullable=False),
    Column("replica", Text),
)

sync_received = Table(
    "sync_received",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("replica", Text, primary_key=True),
    Column("upto", Integer, nullable=False),
)

sync_package = Table(
    "sync_package",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("direction", Text, nullable=False),
    Column("peer", Text),
    Column("at", Instant, nullable=False),
    Column("name", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("week", Text),
    Column("closed", Integer),
)

sync_owner = Table(
    "sync_owner",
    metadata,
    Column("rep", Text, primary_key=True),
    Column("account", Text, primary_key=True),
    sqlite_with_rowid=False,
)

sync_scope = Table(
    "sync_scope",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("table", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    Column("upto", Integer, nullable=False),
    sqlite_with_rowid=False,
)

sync_range = Table(
    "sync_range",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("upto", Integer, primary_key=True),
    Column("spared", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    sqlite_with_rowid=False,
)

sync_refused = Table(
    "sync_refused",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("peer", Text, nullable=False),
    Column("rep", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("told", Text),
    Column("settled_at", Instant),
    Index("ix_sync_refused_row", "table", "row"),
)

sync_capsule = Table(
    "sync_capsule",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("rep", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sequence", Integer, nullable=False),
)

sync_entrusted = Table(
    "sync_entrusted",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("manager", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("rep", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

SYNC = frozenset(
    {
        sync_origin,
        sync_stamp,
        sync_row,
        sync_peer,
        sync_received,
        sync_package,
        sync_owner,
        sync_scope,
        sync_range,
        sync_refused,
        sync_capsule,
        sync_entrusted,
    }
)
