"""Alembic's entry: runs the steps on the connection that `kamdesk.db.migrating` hands over."""

from alembic import context

from kamdesk.db import tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=tables.metadata, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
