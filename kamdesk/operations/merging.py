"""Two accounts that are one: merged with a choice for each field, taken apart again, or told to be two for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select

from kamdesk.db import tables as t
from kamdesk.db.recording import plain, scalar
from kamdesk.db.store import Store, Transaction
from kamdesk.db.tables.common import Instant
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.operations.accounts import check_join, check_tree
from kamdesk.operations.fields import assign
from kamdesk.operations.undo_rivals import with_rivals
from kamdesk.reads.duplicates import pair_key


def merge_accounts(
    store: Store, *, keep_id: str, gone_id: str, fields: Mapping[str, object], now: datetime
) -> Changes:
    """Makes ``gone_id`` an alias of ``keep_id`` and gives that one the chosen fields.

    People, slots, visits, promises and all else stay where they are and are shown with the account that is kept.
    Raises RuleError as `join_accounts` does, and where a parent chosen would stand below the account.
    """
    keep_name = ""
    with store.read() as connection:
        keep_name = connection.scalar(select(t.account.c.name).where(t.account.c.id == keep_id)) or ""
    with store.write("account.join", now=now, summary=keep_name) as tx:
        keep, gone = check_join(tx, gone_id, keep_id)
        assign(keep, fields)
        if keep.parent_id == gone_id:
            keep.parent_id = gone.parent_id if gone.parent_id != keep_id else None
        gone.merged_into = keep_id
        check_tree(tx, keep)
    return tx.changes()


def unmerge_account(store: Store, *, account_id: str, now: datetime) -> Changes:
    """Takes a merge back: the alias is an account of its own again.

    What the merge had changed in the account it was merged into goes back too, field by field. Where something else
    was written since, here or in another book, that stays and is told (`Changes.spared`). Raises RuleError where the
    account is no alias.
    """
    spared: list[str] = []
    with store.write("account.part", now=now) as tx:
        alias = tx.get(Account, account_id)
        keep_id = alias.merged_into
        if keep_id is None:
            raise RuleError("part_no_alias")
        keep = tx.find(Account, keep_id)
        alias.merged_into = None
        if keep is not None:
            spared = _give_back(tx, keep, account_id)
    return replace(tx.changes(), spared=tuple(spared))


def _give_back(tx: Transaction, keep: Account, alias_id: str) -> list[str]:
    """Gives back what the merge changed; returns the fields that it may not, something else having been written."""
    change = t.change.c
    connection = tx.connection
    number = connection.scalar(
        select(change.operation)
        .where(change.row == alias_id, change.field == "merged_into", change.new.is_not(None))
        .order_by(change.counter.desc())
        .limit(1)
    )
    rows = connection.execute(
        select(t.change).where(change.operation == number, change.row == keep.id, change.table == "account")
    ).all()
    beside = with_rivals(connection, "account", keep.id, [row.field for row in rows])
    spared: list[str] = []
    for row in rows:
        newest = connection.scalar(
            select(change.counter)
            .where(change.row == keep.id, change.field == row.field)
            .order_by(change.counter.desc())
            .limit(1)
        )
        stands = scalar(getattr(keep, row.field))
        if newest == row.counter and stands == row.new and row.field not in beside:
            setattr(keep, row.field, plain(row.old, _python_type(row.field)))
        elif stands != row.old:
            spared.append(row.field)
    return spared


def _python_type(field: str) -> type[Any]:
    kind = t.account.c[field].type
    if isinstance(kind, Instant):
        return datetime
    return date if kind.python_type is date else object


def refuse_pair(store: Store, *, first: str, second: str, now: datetime) -> None:
    """Remembers that the two are not one, so that nobody is asked about them again."""
    with store.write_local() as connection:
        name = pair_key(first, second)
        connection.execute(delete(t.book).where(t.book.c.name == name))
        connection.execute(insert(t.book).values(name=name, value=now.isoformat()))


def admit_pair(store: Store, *, first: str, second: str, now: datetime) -> None:
    """Takes `refuse_pair` back."""
    with store.write_local() as connection:
        connection.execute(delete(t.book).where(t.book.c.name == pair_key(first, second)))
