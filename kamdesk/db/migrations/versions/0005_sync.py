"""Versions of rows, other books and what went between them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "sync_origin",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("rep", sa.Text(), nullable=True),
        sa.Column("device", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sync_origin")),
        sa.UniqueConstraint("id", name=op.f("uq_sync_origin_id")),
    )
    op.create_table(
        "sync_stamp",
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("user", sa.Text(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "counter", name=op.f("pk_sync_stamp")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sync_stamp_sequence"), "sync_stamp", ["sequence"], unique=False)
    op.create_table(
        "sync_row",
        sa.Column("table", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("vector", sa.Text(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("exceptions", sa.Text(), nullable=True),
        sa.Column("rest", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("via", sa.Integer(), nullable=True),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("table", "row", name=op.f("pk_sync_row")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sync_row_conflicts", "sync_row", ["conflicts"], unique=False)
    op.create_index("ix_sync_row_place", "sync_row", ["place"], unique=False)
    op.create_index(op.f("ix_sync_row_sequence"), "sync_row", ["sequence"], unique=False)
    op.create_table(
        "sync_peer",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("rep", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.Text(), nullable=True),
        sa.Column("acked", sa.Integer(), nullable=False),
        sa.Column("replica", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sync_peer")),
    )
    op.create_table(
        "sync_received",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "replica", name=op.f("pk_sync_received")),
    )
    op.create_table(
        "sync_package",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("peer", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("week", sa.Text(), nullable=True),
        sa.Column("closed", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sync_package")),
    )
    op.create_index(op.f("ix_sync_package_sha256"), "sync_package", ["sha256"], unique=False)
    op.create_table(
        "sync_owner",
        sa.Column("rep", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rep", "account", name=op.f("pk_sync_owner")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_scope",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("table", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "table", "row", name=op.f("pk_sync_scope")),
        sqlite_with_rowid=False,
    )
