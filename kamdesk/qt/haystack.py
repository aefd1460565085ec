"""What typing in a filter is compared with: names, people, places, digits, and the initials of the pinyin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.reads.accounts import AccountRow
    from kamdesk.reads.promises import PromiseRow

SEPARATOR = "\n"


@lru_cache(maxsize=8192)
def initial(character: str) -> str:
    """The first letter of a character's pinyin; Latin letters and digits are their own."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(character, style=Style.FIRST_LETTER)[0][:1].lower()


def initials(text: str) -> str:
    return "".join(initial(character) for character in text)


def haystack(row: AccountRow) -> str:
    """All of an account that typing may hit, in lower case; telephones also without their hyphens."""
    words = [row.name, row.short_name, row.contact, row.contact_title, row.city, row.district, row.phone]
    said = [word for word in words if word]
    digits = "".join(character for character in row.phone or "" if character.isdigit())
    keys = [initials(word) for word in (row.name, row.short_name, row.contact) if word]
    return SEPARATOR.join([*said, digits, *keys]).casefold()


@lru_cache(maxsize=8192)
def name_keys(name: str) -> str:
    """A name as it is written and by its initials: said of many rows, worked out once."""
    return f"{name}{SEPARATOR}{initials(name)}"


def promise_haystack(row: PromiseRow) -> str:
    """All of a promise that typing may hit: what, to whom, by whom, why it failed, the account's initials."""
    words = (row.what, row.by_whom, row.cause_text, row.workaround)
    names = [name_keys(name) for name in (row.account, row.contact) if name]
    return SEPARATOR.join([*(word for word in words if word), *names]).casefold()


def matches(text: str, hay: str) -> bool:
    """Whether every word typed stands somewhere in the haystack."""
    return all(word in hay for word in text.casefold().split())
