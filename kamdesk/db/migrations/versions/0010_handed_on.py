"""Who informs us may be handed on to a colleague too: to whom a share is, of whom an entry was taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("informant_share", sa.Column("role", sa.Text(), nullable=True))
    op.add_column("informant_assignment", sa.Column("told_by", sa.Text(), nullable=True))
    op.rename_table("sync_entrusted", "sync_entrusted_before")
    op.create_table(
        "sync_entrusted",
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("manager", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("rep", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("replica", "manager", "role", name=op.f("pk_sync_entrusted")),
    )
    op.execute(
        "INSERT INTO sync_entrusted (replica, manager, role, rep, number, content)"
        " SELECT replica, manager, 'manager', rep, number, content FROM sync_entrusted_before"
    )
    op.drop_table("sync_entrusted_before")
