"""Accounts: added, changed, given up, joined, taken apart again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import (
    Account,
    AccountClosed,
    AccountHours,
    AccountPhone,
    AccountStatus,
    AccountTag,
    Datum,
)
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import check_point, to_wgs84
from kamdesk.domain.line import VisitSlot
from kamdesk.operations.book import book_day
from kamdesk.operations.fields import assign, check_links, replace_many, require


def add_account(store: Store, *, name: str, now: datetime, **fields: object) -> Changes:
    """A new account; ``fields`` are those of Account. Coordinates in another datum than WGS-84 are turned into it."""
    with store.write("account.add", now=now, summary=name) as tx:
        account = Account(id=tx.new_id(), name=require(name, "name"))
        assign(account, _placed(fields))
        check_links(tx, account)
        tx.add(account)
    return tx.changes()


def change_account(store: Store, *, account_id: str, now: datetime, **fields: object) -> Changes:
    """Writes the given fields; a status that leaves active ends the account's slots with the reason.

    Raises RuleError where that reason is not given, where only one coordinate is, and where the account would stand
    above itself in the tree.
    """
    with store.write("account.change", now=now) as tx:
        account = tx.get(Account, account_id)
        if "name" in fields:
            fields["name"] = require(str(fields["name"] or ""), "name")
        was = account.status
        assign(account, _placed(fields))
        if fields.get("parent_id") is not None:
            check_tree(tx, account)
        after_status(tx, account, was, str(fields.get("status_reason") or ""))
    return tx.changes()


def _placed(fields: dict[str, object]) -> dict[str, object]:
    """Coordinates as given turned into WGS-84, the datum they came in kept beside them."""
    latitude, longitude = fields.get("latitude"), fields.get("longitude")
    if latitude is None and longitude is None:
        return fields
    if not isinstance(latitude, float | int) or not isinstance(longitude, float | int):
        raise RuleError("point_half")
    datum = str(fields.get("datum") or Datum.WGS84)
    point = to_wgs84(check_point(latitude, longitude), datum)
    return {**fields, "latitude": point.latitude, "longitude": point.longitude, "datum": datum}


def check_tree(tx: Transaction, account: Account) -> None:
    """Raises NotFound where the account's parent is not in the book, RuleError where it stands below the account."""
    check_links(tx, account)
    seen = {account.id}
    above = account.parent_id
    while above is not None and above not in seen:
        seen.add(above)
        parent = tx.find(Account, above)
        above = parent.parent_id if parent is not None else None
    if above == account.id:
        raise RuleError("parent_circle")


def after_status(tx: Transaction, account: Account, was: str, reason: str) -> None:
    """What follows from a status that left active: the slots end. Raises RuleError where no reason is given with it."""
    if was != AccountStatus.ACTIVE or account.status == AccountStatus.ACTIVE:
        return
    if not reason.strip():
        raise RuleError("status_needs_reason")
    end_slots(tx, account.id, last_day=book_day(tx), reason=reason)


def end_slots(tx: Transaction, account_id: str, *, last_day: date, reason: str) -> None:
    """Ends the account's slots after ``last_day``; one that would only begin later is taken back."""
    end_each(tx, tx.every(VisitSlot, account_id=account_id), last_day=last_day, reason=reason)


def end_each(tx: Transaction, slots: Iterable[VisitSlot], *, last_day: date, reason: str) -> None:
    """Ends these slots as `end_slots` does."""
    for slot in slots:
        if slot.valid_to is not None and slot.valid_to <= last_day:
            continue
        if slot.valid_from > last_day:
            tx.take_back(slot)
        else:
            assign(slot, {"valid_to": last_day, "end_reason": reason})


def set_phones(
    store: Store, *, account_id: str, phones: Sequence[tuple[str, str | None, str]], now: datetime
) -> Changes:
    """The account's telephones, most used first: (number, extension, kind); repeats are left out."""
    with store.write("account.phones", now=now) as tx:
        tx.get(Account, account_id)
        new = [
            AccountPhone(
                id=tx.new_id(),
                account_id=account_id,
                number=number,
                extension=extension,
                kind=kind,
                rank=rank,
            )
            for rank, (number, extension, kind) in enumerate(dict.fromkeys(phones))
        ]
        old = tx.every(AccountPhone, account_id=account_id)
        replace_many(tx, old, new, same=("number", "extension", "kind"), alike=("kind",))
    return tx.changes()


def set_tags(store: Store, *, account_id: str, tags: Sequence[str], now: datetime) -> Changes:
    """The account's tags, in order; blanks and repeats are left out."""
    with store.write("account.tags", now=now) as tx:
        tx.get(Account, account_id)
        wanted = dict.fromkeys(tag.strip() for tag in tags if tag.strip())
        new = [
            AccountTag(id=tx.new_id(), account_id=account_id, tag=tag, rank=rank)
            for rank, tag in enumerate(wanted)
        ]
        replace_many(tx, tx.every(AccountTag, account_id=account_id), new, same=("tag",))
    return tx.changes()


def set_hours(
    store: Store, *, account_id: str, hours: Sequence[tuple[int, int, int]], now: datetime
) -> Changes:
    """When the customer receives visitors: (weekday, opens, closes) in minutes of the day; several a day are fine."""
    with store.write("account.hours", now=now) as tx:
        tx.get(Account, account_id)
        for weekday, opens, closes in hours:
            if not (0 <= weekday <= 6 and 0 <= opens < closes <= 24 * 60):
                raise RuleError("hours_backwards")
        new = [
            AccountHours(id=tx.new_id(), account_id=account_id, weekday=weekday, opens=opens, closes=closes)
            for weekday, opens, closes in dict.fromkeys(hours)
        ]
        old = tx.every(AccountHours, account_id=account_id)
        replace_many(tx, old, new, same=("weekday", "opens", "closes"))
    return tx.changes()


def add_closed(
    store: Store,
    *,
    account_id: str,
    first_day: date,
    last_day: date,
    now: datetime,
    reason: str | None = None,
) -> Changes:
    """Days on which the customer is closed."""
    if last_day < first_day:
        raise RuleError("days_backwards")
    with store.write("account.closed", now=now) as tx:
        tx.get(Account, account_id)
        tx.add(
            AccountClosed(
                id=tx.new_id(), account_id=account_id, first_day=first_day, last_day=last_day, reason=reason
            )
        )
    return tx.changes()


def join_accounts(store: Store, *, account_id: str, into_id: str, now: datetime) -> Changes:
    """Makes ``account_id`` an alias of ``into_id``; what belongs to it stays with it and is shown with the other.

    Raises RuleError where the alias would run in a circle, or the account is an alias already.
    """
    with store.write("account.join", now=now) as tx:
        _, account = check_join(tx, account_id, into_id)
        account.merged_into = into_id
    return tx.changes()


def check_join(tx: Transaction, account_id: str, into_id: str) -> tuple[Account, Account]:
    """The account that ``account_id`` may be merged into, and itself. Raises RuleError where it may not."""
    account, into = tx.get(Account, account_id), tx.get(Account, into_id)
    seen: set[str] = set()
    target: Account | None = into
    while target is not None and target.id not in seen:
        if target.id == account_id:
            raise RuleError("join_circle")
        seen.add(target.id)
        target = tx.find(Account, target.merged_into) if target.merged_into else None
    if account.merged_into is not None:
        raise RuleError("join_alias")
    return into, account


def part_accounts(store: Store, *, account_id: str, now: datetime) -> Changes:
    """Takes a join back: the alias is an account of its own again."""
    with store.write("account.part", now=now) as tx:
        tx.get(Account, account_id).merged_into = None
    return tx.changes()
