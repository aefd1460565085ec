"""The contacts as cards for a phone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from kamdesk.domain.contact import Calendar
from kamdesk.domain.people import holds
from kamdesk.exchange.out.cards import Card, CardPhone, Version
from kamdesk.reads.export.rows import Names, Rows, read_rows
from kamdesk.reads.export.spoken import birthday_text
from kamdesk.words import Words

_TABLES = ("account", "contact", "contact_phone", "contact_post")


def contact_cards(connection: Connection, *, words: Words, version: Version, today: date) -> list[Card]:
    """One card a person, with the first post that the person holds today; other posts stand in the note."""
    rows = read_rows(connection, _TABLES)
    names = Names(rows, words)
    posts, phones = _by_contact(rows, "contact_post"), _by_contact(rows, "contact_phone")
    cards = []
    for person in rows["contact"].values():
        if person.deleted_at is None:
            held = [
                post
                for post in posts[person.id]
                if holds(post.since, post.until, today)
                and rows["account"][post.account_id].deleted_at is None
            ]
            cards.append(_card(person, held, phones[person.id], rows, names, words, version))
    return cards


def _by_contact(rows: Rows, table: str) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in sorted(rows[table].values(), key=lambda row: (row.rank, row.id)):
        if row.deleted_at is None:
            found[row.contact_id].append(row)
    return found


def _card(
    person: Row[Any],
    posts: list[Row[Any]],
    phones: list[Row[Any]],
    rows: Rows,
    names: Names,
    words: Words,
    version: Version,
) -> Card:
    first = posts[0] if posts else None
    birthday, said = _birthday(person, words, version)
    others = [
        " ".join(part for part in (names.of("account", post.account_id), post.title) if part)
        for post in posts[1:]
    ]
    notes = [words.text("card.birthday", text=said)] if said else []
    notes += [words.text("card.wechat", text=person.wechat)] if person.wechat else []
    notes += [words.text("card.other_post", text=other) for other in others]
    account = rows["account"][first.account_id] if first else None
    address = ("", "", "", "", "")
    if account is not None:
        street = f"{account.district or ''}{account.address or ''}"
        address = (
            street,
            account.city or "",
            account.province or "",
            account.postal_code or "",
            account.country or "",
        )
    return Card(
        id=person.id,
        name=person.name,
        latin_name=person.latin_name,
        organisation=tuple(part for part in (names.of("account", first.account_id), first.department) if part)
        if first
        else (),
        title=first.title if first else None,
        phones=tuple(CardPhone(each.number, each.extension, each.kind) for each in phones),
        email=person.email,
        wechat=person.wechat,
        birthday=birthday,
        address=address,
        notes=tuple(notes),
    )


def _birthday(
    person: Row[Any], words: Words, version: Version
) -> tuple[tuple[int | None, int, int] | None, str]:
    """The birthday as a card's own field can say it, else in words: a lunar day would be kept on a wrong one."""
    year, month, day = person.birth_year, person.birth_month, person.birth_day
    text = birthday_text(person, words) or ""
    if person.birth_calendar == Calendar.LUNAR or not (month and day):
        return None, text
    if year is None and version == "3.0":
        return None, text
    return (year, month, day), ""
