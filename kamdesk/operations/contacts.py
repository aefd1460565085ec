"""Contacts: people, their telephones, the posts and roles they hold at accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import (
    Contact,
    ContactPhone,
    ContactPost,
    ContactRole,
    Standing,
)
from kamdesk.domain.errors import RuleError
from kamdesk.operations.fields import assign, check_links, replace_many, require

INFORMANT = "informant"


def add_contact(
    store: Store,
    *,
    account_id: str,
    name: str,
    now: datetime,
    title: str | None = None,
    department: str | None = None,
    phones: Sequence[tuple[str, str | None, str]] = (),
    **fields: object,
) -> Changes:
    """A new person with a post at the account; ``phones`` are (number, extension, kind), most used first."""
    with store.write("contact.add", now=now, summary=name) as tx:
        tx.get(Account, account_id)
        contact = Contact(id=tx.new_id(), name=require(name, "name"))
        assign(contact, fields)
        rank = len(tx.every(ContactPost, account_id=account_id))
        post = ContactPost(
            id=tx.new_id(),
            contact_id=contact.id,
            account_id=account_id,
            title=title,
            department=department,
            rank=rank,
        )
        tx.add(contact, post)
        for rank, (number, extension, kind) in enumerate(dict.fromkeys(phones)):
            tx.add(
                ContactPhone(
                    id=tx.new_id(),
                    contact_id=contact.id,
                    number=number,
                    extension=extension,
                    kind=kind,
                    rank=rank,
                )
            )
    return tx.changes()


def change_contact(store: Store, *, contact_id: str, now: datetime, **fields: object) -> Changes:
    """Writes the given fields of the person."""
    with store.write("contact.change", now=now) as tx:
        contact = tx.get(Contact, contact_id)
        if "name" in fields:
            fields["name"] = require(str(fields["name"] or ""), "name")
        assign(contact, fields)
    return tx.changes()


def set_contact_phones(
    store: Store, *, contact_id: str, phones: Sequence[tuple[str, str | None, str]], now: datetime
) -> Changes:
    """The person's telephones, most used first: (number, extension, kind); repeats are left out."""
    with store.write("contact.phones", now=now) as tx:
        tx.get(Contact, contact_id)
        new = [
            ContactPhone(
                id=tx.new_id(),
                contact_id=contact_id,
                number=number,
                extension=extension,
                kind=kind,
                rank=rank,
            )
            for rank, (number, extension, kind) in enumerate(dict.fromkeys(phones))
        ]
        old = tx.every(ContactPhone, contact_id=contact_id)
        replace_many(tx, old, new, same=("number", "extension", "kind"), alike=("kind",))
    return tx.changes()


def change_post(store: Store, *, post_id: str, now: datetime, **fields: object) -> Changes:
    """Writes fields of a post: title, department, reports_to, support, influence, counterpart, rank.

    Raises RuleError where a person would report to themselves.
    """
    with store.write("contact.post", now=now) as tx:
        post = tx.get(ContactPost, post_id)
        assign(post, fields)
        check_links(tx, post)
        if post.reports_to == post.contact_id:
            raise RuleError("reports_to_self")
    return tx.changes()


def change_job(
    store: Store,
    *,
    post_id: str,
    last_day: date,
    now: datetime,
    to_account_id: str | None = None,
    title: str | None = None,
    department: str | None = None,
) -> Changes:
    """Ends a post, and the roles held with it; where the person went is a new post from the next day on.

    The history stays.
    """
    with store.write("contact.job", now=now) as tx:
        post = tx.get(ContactPost, post_id)
        if post.since is not None and last_day < post.since:
            raise RuleError("days_backwards")
        post.until = last_day
        for role in tx.every(ContactRole, contact_id=post.contact_id, account_id=post.account_id):
            if role.until is None:
                role.until = last_day
        if to_account_id is not None:
            tx.get(Account, to_account_id)
            tx.add(
                ContactPost(
                    id=tx.new_id(),
                    contact_id=post.contact_id,
                    account_id=to_account_id,
                    title=title,
                    department=department,
                    since=last_day + timedelta(days=1),
                )
            )
    return tx.changes()


def give_role(
    store: Store,
    *,
    contact_id: str,
    account_id: str,
    role: str,
    now: datetime,
    standing: str = Standing.ASSUMED,
    how_known: str | None = None,
    since: date | None = None,
) -> Changes:
    """A role in the account's buying centre; held already, it gets the new standing.

    Raises RuleError for the informant, who is kept in a place apart.
    """
    if role == INFORMANT:
        raise RuleError("informant_apart")
    with store.write("contact.role", now=now) as tx:
        tx.get(Contact, contact_id)
        tx.get(Account, account_id)
        held = [
            row
            for row in tx.every(ContactRole, contact_id=contact_id, account_id=account_id, role=role)
            if row.until is None
        ]
        if held:
            assign(held[0], {"standing": standing, "how_known": how_known or held[0].how_known})
        else:
            tx.add(
                ContactRole(
                    id=tx.new_id(),
                    contact_id=contact_id,
                    account_id=account_id,
                    role=role,
                    standing=standing,
                    how_known=how_known,
                    since=since,
                )
            )
    return tx.changes()


def end_role(store: Store, *, role_id: str, last_day: date, now: datetime) -> Changes:
    """The person holds the role no longer; that it was held stays."""
    with store.write("contact.role_end", now=now) as tx:
        tx.get(ContactRole, role_id).until = last_day
    return tx.changes()
