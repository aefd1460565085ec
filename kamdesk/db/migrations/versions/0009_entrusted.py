"""A manager whom the rep names may read who informs us: what is shared with whom, and what is sealed to managers."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "informant_share",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("assignment_id", sa.Text(), nullable=False),
        sa.Column("manager", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["informant_assignment.id"],
            name=op.f("fk_informant_share_assignment_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informant_share")),
    )
    op.create_index(
        op.f("ix_informant_share_assignment_id"), "informant_share", ["assignment_id"], unique=False
    )
    op.create_table(
        "sync_entrusted",
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("manager", sa.Text(), nullable=False),
        sa.Column("rep", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("replica", "manager", name=op.f("pk_sync_entrusted")),
    )
