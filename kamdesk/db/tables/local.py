"""What belongs to this copy of the book alone: the change log, drafts, what was imported."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from kamdesk.db.tables.common import Instant, metadata

book = Table(
    "book",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

replica = Table(
    "replica",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("since", Instant, nullable=False),
)

operation = Table(
    "operation",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("summary", Text),
    Column("replica", Integer, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Column("user", Text),
    Column("at", Instant, nullable=False),
    Column("undoes", Integer, index=True),
)

change = Table(
    "change",
    metadata,
    Column("counter", Integer, primary_key=True),
    Column("operation", Integer, nullable=False, index=True),
    Column("table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Index("ix_change_row", "row", "field"),
)

draft = Table(
    "draft",
    metadata,
    Column("form", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("saved_at", Instant, nullable=False),
)

import_file = Table(
    "import_file",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("operation", Text),
    Column("imported_at", Instant, nullable=False),
)

import_pending = Table(
    "import_pending",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sheet", Text),
    Column("line", Integer),
    Column("reason", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("since", Instant, nullable=False),
)

import_sender = Table(
    "import_sender",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("pattern", Text),
    Column("mapping", Text, nullable=False),
    Column("used_at", Instant, nullable=False),
)

attachment_content = Table(
    "attachment_content",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

search_doc = Table(
    "search_doc",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False, unique=True),
    Column("label", Text),
)

LOCAL = frozenset(
    {
        book,
        replica,
        operation,
        change,
        draft,
        import_file,
        import_pending,
        import_sender,
        attachment_content,
        search_doc,
    }
)
"""Tables whose rows are written directly and are in no change log."""
