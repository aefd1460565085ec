"""Many accounts changed at once: one transaction, so that one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account, AccountStatus, AccountTag
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import VisitSlot
from kamdesk.operations.accounts import check_tree, end_each
from kamdesk.operations.book import book_day
from kamdesk.operations.fields import assign, check_links

TOGETHER = frozenset(
    {
        "value_class",
        "is_key",
        "class_reason",
        "owner_id",
        "status",
        "status_reason",
        "province",
        "city",
        "district",
    }
)
"""What may be the same for many accounts."""
CHUNK = 500


def change_many(
    store: Store,
    *,
    account_ids: Sequence[str],
    now: datetime,
    fields: Mapping[str, object],
    add_tags: Sequence[str] = (),
    remove_tags: Sequence[str] = (),
) -> Changes:
    """Gives each account these fields, adds tags and takes others off; what an account has already stays as it is.

    Accounts that leave active end their slots with the reason. Raises RuleError where key or ordinary is given
    without its reason or a status that leaves active is; NotFound for an account that is not in the book.
    """
    unknown = set(fields) - TOGETHER
    if unknown:
        raise AttributeError(f"not for many accounts: {sorted(unknown)}")
    if fields.get("is_key") is not None and not str(fields.get("class_reason") or "").strip():
        raise RuleError("key_needs_reason")
    with store.write("account.change_many", now=now, summary=str(len(account_ids))) as tx:
        leaving: list[str] = []
        for account in _accounts(tx, account_ids):
            if (
                account.status == AccountStatus.ACTIVE
                and fields.get("status", account.status) != account.status
            ):
                leaving.append(account.id)
            assign(account, fields)
            check_links(tx, account) if "owner_id" in fields else None
        _end_slots(tx, leaving, str(fields.get("status_reason") or ""))
        _change_tags(tx, account_ids, add_tags, remove_tags)
    return tx.changes()


def move_units(store: Store, *, account_ids: Sequence[str], parent_id: str | None, now: datetime) -> Changes:
    """Puts accounts under another one in the tree of units, or (None) under none.

    Raises RuleError where an account would stand above itself.
    """
    with store.write("account.move_units", now=now, summary=str(len(account_ids))) as tx:
        if parent_id is not None and parent_id in account_ids:
            raise RuleError("parent_circle")
        for account in _accounts(tx, account_ids):
            assign(account, {"parent_id": parent_id})
            check_tree(tx, account)
    return tx.changes()


def _accounts(tx: Transaction, account_ids: Sequence[str]) -> Iterator[Account]:
    """The accounts, read some hundreds at a time. Raises NotFound for one that is not there."""
    for chunk in _chunks(account_ids):
        there = {
            row.id: row for row in tx.among(Account, select(t.account.c.id).where(t.account.c.id.in_(chunk)))
        }
        for account_id in chunk:
            account = there.get(account_id)
            if account is None or account.deleted_at is not None:
                raise NotFound("row_missing", kind="Account", id=account_id)
            yield account


def _chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    left = iter(dict.fromkeys(ids))
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _end_slots(tx: Transaction, account_ids: Sequence[str], reason: str) -> None:
    if not account_ids:
        return
    if not reason.strip():
        raise RuleError("status_needs_reason")
    last_day = book_day(tx)
    slot = t.visit_slot.c
    for chunk in _chunks(account_ids):
        chosen = select(slot.id).where(slot.account_id.in_(chunk), slot.deleted_at.is_(None))
        end_each(tx, tx.among(VisitSlot, chosen), last_day=last_day, reason=reason)


def _change_tags(
    tx: Transaction, account_ids: Sequence[str], add: Sequence[str], remove: Sequence[str]
) -> None:
    added = list(dict.fromkeys(tag.strip() for tag in add if tag.strip()))
    removed = {tag.strip() for tag in remove if tag.strip()}
    if not added and not removed:
        return
    tag = t.account_tag.c
    for chunk in _chunks(account_ids):
        held: dict[str, list[AccountTag]] = {account_id: [] for account_id in chunk}
        chosen = select(tag.id).where(tag.account_id.in_(chunk), tag.deleted_at.is_(None))
        for row in tx.among(AccountTag, chosen):
            held[row.account_id].append(row)
        for account_id, rows in held.items():
            have = {row.tag for row in rows}
            rank = max((row.rank for row in rows), default=-1) + 1
            for row in rows:
                if row.tag in removed:
                    tx.take_back(row)
            for place, word in enumerate(word for word in added if word not in have):
                tx.add(AccountTag(id=tx.new_id(), account_id=account_id, tag=word, rank=rank + place))
