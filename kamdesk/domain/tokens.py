"""What a text is found by: the tokens that go into the search index, and how text is folded before it is compared.

A run of Chinese is found by any part of it: its characters and its pairs of neighbours. A word of letters or digits is
found by its beginning. A name is found by its sound as well: whole or from any syllable on, and by the first letters
of its syllables. A number is found from its middle. See docs/architecture.md for the marks before a token.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

NAME, ACCOUNT, NUMBER, START, END, SHORT = "=", "@", "#", "<", ">", "~"
"""What stands before a token: of the record's name, of its account's name, of a number from any place on, of a whole
name from its beginning (and after its end), of a word's first letters."""
MARKS = NAME + ACCOUNT + NUMBER + START + END + SHORT
SHORT_LETTERS = 4
"""Up to so many letters, the beginning of a word is a token of its own and need not be gathered from longer ones."""
_SHORT_ENDS = range(1, SHORT_LETTERS + 1)
LEAST_DIGITS = 3
"""So many characters of a number find it from its middle."""
LONG_NUMBER = 7
"""A run of so many digits within a text is a number, as a telephone is."""

MOST_LETTERS = 40
"""Of a longer word or number no more than this is looked at."""

HAN = (
    r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_ONE_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")


@lru_cache(maxsize=16_384)
def fold(character: str) -> str:
    """A character as it is compared: of one width and one case, without accents; may become several or none."""
    if character.isascii():
        return character.lower()
    plain = unicodedata.normalize("NFKD", character).casefold()
    return unicodedata.normalize("NFKC", "".join(c for c in plain if not unicodedata.combining(c)))


def folded(text: str) -> str:
    """The text as it is compared."""
    return text.lower() if text.isascii() else "".join(map(fold, text))


def runs(text: str) -> list[str]:
    """The runs of Chinese characters, and the words of letters and digits, of a folded text."""
    return _RUN.findall(text)


def is_han(run: str) -> bool:
    """Whether a run is one of Chinese characters."""
    return not run.isascii() and _ONE_HAN.match(run) is not None


def word_tokens(text: str) -> list[str]:
    """The tokens of a text."""
    found: list[str] = []
    for run in runs(folded(text)):
        if is_han(run):
            found += run
            found += map(str.__add__, run, run[1:])
        else:
            found += beginnings(run)
            if len(run) >= LONG_NUMBER and run.isdigit():
                found += number_tokens(run)
    return found


def beginnings(word: str) -> list[str]:
    """A word of letters, and its first ones as tokens of their own."""
    if len(word) > SHORT_LETTERS:
        return [*[SHORT + word[:end] for end in _SHORT_ENDS], word[:MOST_LETTERS]]
    return [SHORT + word[:end] for end in range(1, len(word) + 1)]


def compact(text: str) -> str:
    """The letters, digits and Chinese characters of a text, folded, with nothing between them."""
    return "".join(runs(folded(text)))


def number_tokens(number: str) -> list[str]:
    """A telephone, code or order number from each of its places on."""
    letters = compact(number)
    places = range(len(letters) - LEAST_DIGITS + 1)
    return [NUMBER + letters[place : place + MOST_LETTERS] for place in places]


class Unit(NamedTuple):
    """What is said at one place of a name: the characters ``start`` to ``end`` of the text, how they are spoken, and
    what stands for them among the initials (a word of letters is its own)."""

    start: int
    end: int
    spoken: str
    initial: str


Sound = tuple[Unit, ...]
"""How a name is spoken, from its first unit to its last."""


def sound_tokens(sound: Sound) -> list[str]:
    """A name's sound from each unit on, and its initials likewise."""
    found: list[str] = []
    whole, short = spoken(sound), initials(sound)
    at = short_at = 0
    for unit in sound:
        found += beginnings(whole[at : at + MOST_LETTERS])
        found += beginnings(short[short_at : short_at + MOST_LETTERS])
        at += len(unit.spoken)
        short_at += len(unit.initial)
    return found


def spoken(sound: Sound) -> str:
    """A sound run together: ``haichuanjiancai``."""
    return "".join(unit.spoken for unit in sound)


def initials(sound: Sound) -> str:
    """A sound's initials: ``hcjc``."""
    return "".join(unit.initial for unit in sound)


def start_tokens(whole: str) -> list[str]:
    """A name, or its sound, as one token from its beginning to its end."""
    if not whole:
        return []
    ends = range(1, min(SHORT_LETTERS, len(whole)) + 1)
    return [*[START + SHORT + whole[:end] for end in ends], START + whole[:MOST_LETTERS] + END]
