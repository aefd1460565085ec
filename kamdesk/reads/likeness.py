"""By what an account of the book is told from another of a like name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.addresses import without_repeats
from kamdesk.domain.telephone import phone_text

MOST = 3


@dataclass(frozen=True, slots=True)
class LikeAccount:
    """Where it is, its telephones and its people, the first few of each; ``called``: the telephones of
    its people; ``street`` is the address without its town."""

    address: str
    street: str
    phones: tuple[str, ...]
    people: tuple[str, ...]
    called: tuple[str, ...] = ()


def like_accounts(connection: Connection, ids: Collection[str]) -> dict[str, LikeAccount]:
    """What stands on the cards of these accounts."""
    account, phone, post, person = t.account.c, t.account_phone.c, t.contact_post.c, t.contact.c
    where = {
        row.id: (
            "".join(without_repeats(row.province, row.city, row.district, row.address)),
            row.address or "",
        )
        for row in connection.execute(
            select(account.id, account.province, account.city, account.district, account.address).where(
                account.id.in_(ids)
            )
        )
    }
    phones: dict[str, list[str]] = {each: [] for each in where}
    for row in connection.execute(
        select(phone.account_id, phone.number, phone.extension)
        .where(phone.account_id.in_(ids), phone.deleted_at.is_(None))
        .order_by(phone.account_id, phone.rank, phone.id)
    ):
        phones.setdefault(row.account_id, []).append(phone_text(row.number, row.extension))
    people: dict[str, list[str]] = {each: [] for each in where}
    for row in connection.execute(
        select(post.account_id, person.name)
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.account_id.in_(ids), post.until.is_(None))
        .where(post.deleted_at.is_(None), person.deleted_at.is_(None))
        .order_by(post.account_id, post.rank, person.id)
    ):
        people.setdefault(row.account_id, []).append(row.name)
    called: dict[str, list[str]] = {each: [] for each in where}
    number = t.contact_phone.c
    for row in connection.execute(
        select(post.account_id, number.number, number.extension)
        .join_from(t.contact_post, t.contact_phone, post.contact_id == number.contact_id)
        .join(t.contact, person.id == number.contact_id)
        .where(post.account_id.in_(ids), post.until.is_(None))
        .where(post.deleted_at.is_(None), number.deleted_at.is_(None), person.deleted_at.is_(None))
        .order_by(post.account_id, post.rank, number.rank, number.id)
    ):
        called.setdefault(row.account_id, []).append(phone_text(row.number, row.extension))
    return {
        key: LikeAccount(
            *said,
            tuple(phones[key][:MOST]),
            tuple(people[key][:MOST]),
            tuple(dict.fromkeys(called[key]))[:MOST],
        )
        for key, said in where.items()
    }
