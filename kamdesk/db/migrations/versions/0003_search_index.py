"""The search index. A book that holds something already is read into it once it is open."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "search_doc",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_doc")),
        sa.UniqueConstraint("record", name=op.f("uq_search_doc_record")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_term USING fts5("
        "terms, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '=@#<>~'\")"
    )
    op.execute(
        "INSERT INTO book (name, value) SELECT 'search_index', '3' WHERE NOT EXISTS (SELECT 1 FROM operation)"
    )
