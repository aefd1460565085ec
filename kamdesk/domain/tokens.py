"""What a text is found by: the tokens that go into the search index, and how text is folded before it is compared.

A run of Chinese is found by any part of it: its characters and its pairs of neighbours. A word of letters or digits is
found by its beginning. A name is found by its sound as well: whole or from any syllable on, and by the first letters
of its syllables. A number is found from its middle. See docs/architecture.md for the marks before a token.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

NAME, ACCOUNT, NUMBER, START, END, SHORT = "=", "@", "#", "<", ">", "~"
"""What stands before a token: of the record's name, of its account's name, of a number from any place on, of a whole
name from its beginning (and after its end), of a word's first letters."""
MARKS = NAME + ACCOUNT + NUMBER + START + END + SHORT
SHORT_LETTERS = 4
"""Up to so many letters, the beginning of a word is a token of its own and need not be gathered from longer ones."""
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


def word_tokens(text: str) -> Iterator[str]:
    """The tokens of a text."""
    for run in runs(folded(text)):
        if is_han(run):
            yield from run
            for place in range(len(run) - 1):
                yield run[place : place + 2]
        else:
            yield from beginnings(run)
            if len(run) >= LONG_NUMBER and run.isdigit():
                yield from number_tokens(run)


def beginnings(word: str) -> list[str]:
    """A word of letters, and its first ones as tokens of their own."""
    short = [SHORT + word[:end] for end in range(1, min(SHORT_LETTERS, len(word)) + 1)]
    return [*short, word[:MOST_LETTERS]] if len(word) > SHORT_LETTERS else short


def compact(text: str) -> str:
    """The letters, digits and Chinese characters of a text, folded, with nothing between them."""
    return "".join(runs(folded(text)))


def number_tokens(number: str) -> Iterator[str]:
    """A telephone, code or order number from each of its places on."""
    letters = compact(number)
    for place in range(len(letters) - LEAST_DIGITS + 1):
        yield NUMBER + letters[place : place + MOST_LETTERS]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is said at one place of a name: the characters ``start`` to ``end`` of the text, how they are spoken, and
    what stands for them among the initials (a word of letters is its own)."""

    start: int
    end: int
    spoken: str
    initial: str


Sound = tuple[Unit, ...]
"""How a name is spoken, from its first unit to its last."""


def sound_tokens(sound: Sound) -> Iterator[str]:
    """A name's sound from each unit on, and its initials likewise."""
    syllables, firsts = [unit.spoken for unit in sound], [unit.initial for unit in sound]
    for place in range(len(sound)):
        yield from beginnings("".join(syllables[place : place + MOST_LETTERS]))
        yield from beginnings("".join(firsts[place : place + MOST_LETTERS]))


def spoken(sound: Sound) -> str:
    """A sound run together: ``haichuanjiancai``."""
    return "".join(unit.spoken for unit in sound)


def initials(sound: Sound) -> str:
    """A sound's initials: ``hcjc``."""
    return "".join(unit.initial for unit in sound)


def start_tokens(whole: str) -> Iterator[str]:
    """A name, or its sound, as one token from its beginning to its end."""
    if whole:
        for end in range(1, min(SHORT_LETTERS, len(whole)) + 1):
            yield START + SHORT + whole[:end]
        yield START + whole[:MOST_LETTERS] + END
