"""An account's or a person's card, saved whole: one transaction, so that one undo takes the whole card back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account, AccountPhone, AccountTag, Datum
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost, ContactRole
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import check_point, to_wgs84
from kamdesk.domain.hours import Span
from kamdesk.domain.telephone import check_number
from kamdesk.operations.account_more import Closed, Code, replace_closed, replace_codes, replace_hours
from kamdesk.operations.accounts import after_status, check_tree
from kamdesk.operations.book import book_day
from kamdesk.operations.contacts import INFORMANT
from kamdesk.operations.fields import assign, replace_many, require

Phones = Sequence[tuple[str, str | None, str]]


def save_account(
    store: Store,
    *,
    fields: Mapping[str, object],
    phones: Phones,
    tags: Sequence[str],
    now: datetime,
    account_id: str | None = None,
    place: tuple[float, float, str] | None = None,
    hours: Mapping[int, Sequence[Span]] | None = None,
    closed: Sequence[Closed] | None = None,
    codes: Sequence[Code] | None = None,
) -> Changes:
    """A new account (no ``account_id``) or the given one with these fields, telephones and tags.

    ``place`` is (latitude, longitude, datum they are in); without it the coordinates stay, as do ``hours`` by weekday,
    ``closed`` days and ``codes`` that are None. A status that leaves
    active ends the slots, with its reason. Raises RuleError for an empty name, a missing reason, a point off the earth.
    """
    name = require(str(fields.get("name") or ""), "name")
    operation = "account.change" if account_id else "account.add"
    with store.write(operation, now=now, summary=name) as tx:
        account = tx.get(Account, account_id) if account_id else Account(id=tx.new_id(), name=name)
        was = account.status
        assign(account, {**fields, "name": name, **_point(place)})
        if account_id is None:
            tx.add(account)
        else:
            check_tree(tx, account)
            after_status(tx, account, was, str(fields.get("status_reason") or ""))
        numbers = [
            AccountPhone(
                id=tx.new_id(),
                account_id=account.id,
                number=number,
                extension=extension,
                kind=kind,
                rank=rank,
            )
            for rank, (number, extension, kind) in enumerate(dict.fromkeys(dialled(phones)))
        ]
        old = tx.every(AccountPhone, account_id=account.id)
        replace_many(tx, old, numbers, same=("number", "extension", "kind"), alike=("kind",))
        wanted = dict.fromkeys(tag.strip() for tag in tags if tag.strip())
        words = [
            AccountTag(id=tx.new_id(), account_id=account.id, tag=tag, rank=rank)
            for rank, tag in enumerate(wanted)
        ]
        replace_many(tx, tx.every(AccountTag, account_id=account.id), words, same=("tag",))
        if hours is not None:
            replace_hours(tx, account.id, hours)
        if closed is not None:
            replace_closed(tx, account.id, closed)
        if codes is not None:
            replace_codes(tx, account.id, codes)
    return tx.changes()


def _point(place: tuple[float, float, str] | None) -> dict[str, object]:
    if place is None:
        return {}
    latitude, longitude, datum = place
    point = to_wgs84(check_point(latitude, longitude), datum or Datum.WGS84)
    return {"latitude": point.latitude, "longitude": point.longitude, "datum": datum or Datum.WGS84}


def save_contact(
    store: Store,
    *,
    account_id: str,
    person: Mapping[str, object],
    post: Mapping[str, object],
    phones: Phones,
    roles: Mapping[str, str],
    now: datetime,
    contact_id: str | None = None,
    post_id: str | None = None,
) -> Changes:
    """A new person at the account, or the given one: fields of Contact, of the post, telephones, roles.

    A role that is no longer among ``roles`` ends today; its history stays. Raises RuleError for an empty name and for
    the informant, who is kept in a place apart.
    """
    name = require(str(person.get("name") or ""), "name")
    if INFORMANT in roles:
        raise RuleError("informant_apart")
    operation = "contact.change" if contact_id else "contact.add"
    with store.write(operation, now=now, summary=name) as tx:
        tx.get(Account, account_id)
        contact = tx.get(Contact, contact_id) if contact_id else Contact(id=tx.new_id(), name=name)
        assign(contact, {**person, "name": name})
        if contact_id is None:
            tx.add(contact)
        held = tx.get(ContactPost, post_id) if post_id else _new_post(tx, contact.id, account_id)
        assign(held, post)
        numbers = [
            ContactPhone(
                id=tx.new_id(),
                contact_id=contact.id,
                number=number,
                extension=extension,
                kind=kind,
                rank=rank,
            )
            for rank, (number, extension, kind) in enumerate(dict.fromkeys(dialled(phones)))
        ]
        old = tx.every(ContactPhone, contact_id=contact.id)
        replace_many(tx, old, numbers, same=("number", "extension", "kind"), alike=("kind",))
        _set_roles(tx, contact.id, held.account_id, roles)
    return tx.changes()


def _new_post(tx: Transaction, contact_id: str, account_id: str) -> ContactPost:
    rank = len(tx.every(ContactPost, account_id=account_id))
    post = ContactPost(id=tx.new_id(), contact_id=contact_id, account_id=account_id, rank=rank)
    tx.add(post)
    return post


def _set_roles(tx: Transaction, contact_id: str, account_id: str, roles: Mapping[str, str]) -> None:
    today = book_day(tx)
    rows = tx.every(ContactRole, contact_id=contact_id, account_id=account_id)
    held = {row.role: row for row in rows if row.until is None}
    for role, standing in roles.items():
        row = held.pop(role, None)
        if row is None:
            tx.add(
                ContactRole(
                    id=tx.new_id(),
                    contact_id=contact_id,
                    account_id=account_id,
                    role=role,
                    standing=standing,
                    since=today,
                )
            )
        else:
            assign(row, {"standing": standing})
    for row in held.values():
        if row.since == today:
            tx.take_back(row)
        else:
            row.until = today


def dialled(phones: Phones) -> Phones:
    """The telephones as given. Raises RuleError for one that can't be dialled."""
    for number, _, _ in phones:
        check_number(number)
    return phones
