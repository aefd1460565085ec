"""What typing in a filter is compared with: names, people, places, digits, and the initials of the pinyin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow
    from kamdesk.reads.promises import PromiseRow

SEPARATOR = "\n"
BEGIN = "\x00"
MOST_LETTERS = 40
"""Of a pinyin no more than this is compared."""


@lru_cache(maxsize=8192)
def initial(character: str) -> str:
    """The first letter of a character's pinyin; Latin letters and digits are their own."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(character, style=Style.FIRST_LETTER)[0][:1].lower()


def initials(text: str) -> str:
    return "".join(map(initial, text))


@lru_cache(maxsize=8192)
def syllable(character: str) -> str:
    """A character's pinyin without its tone; Latin letters and digits are their own."""
    if character.isascii():
        return initial(character)
    from pypinyin import Style, lazy_pinyin

    said = lazy_pinyin(character, style=Style.NORMAL)[0]
    return said if said.isascii() else ""


def spelling(text: str) -> str:
    return "".join(map(syllable, text))


def spellings(text: str) -> str:
    """The pinyin from each syllable on, each in capitals behind a mark; a Latin word or a number begins once."""
    units, within = [], False
    for character in text:
        unit = syllable(character)
        units.append((unit.upper(), bool(unit) and not (within and character.isascii())))
        within = bool(unit) and character.isascii()
    said = "".join(unit for unit, _ in units)
    place, found = 0, []
    for unit, begins in units:
        if begins:
            found.append(BEGIN + said[place : place + MOST_LETTERS])
        place += len(unit)
    return "".join(found)


def haystack(row: AccountRow) -> str:
    """All of an account that typing may hit, in lower case; telephones also without their hyphens.

    The pinyin of a name stands in capitals behind marks, from each of its syllables on: it is hit from the beginning of
    any syllable, so that two letters in the middle of one find nothing.
    """
    words = [row.name, row.short_name, row.contact, row.contact_title, row.city, row.district, row.phone]
    said = [word for word in words if word]
    numbers = dict.fromkeys(number for number in (row.phone, *row.phones) if number)
    digits = ["".join(filter(str.isdigit, number)) for number in numbers]
    called = [word for word in (row.name, row.short_name, row.contact) if word]
    keys = map(initials, called)
    low = SEPARATOR.join([*said, *digits, *keys, *row.codes, *row.tags]).casefold()
    return low + "".join(map(spellings, called))


def needles(text: str) -> list[tuple[str, str]]:
    """What to look for in a haystack: each word typed, and how it would stand as the beginning of a pinyin.

    The second is empty for a word that is no pinyin.
    """
    words = text.casefold().split()
    return [(word, BEGIN + word.upper() if word.isascii() and word.isalpha() else "") for word in words]


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
    return all(word in hay or (begin and begin in hay) for word, begin in needles(text))
