"""How Chinese names are spoken, by pypinyin's dictionaries: 重庆 chong qing, 曾经理 zeng jing li.

The dictionaries are looked up directly: the library's own way takes half a millisecond a name, which would be felt in
an import of ten thousand. They are loaded when the first name is read.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kamdesk.domain.surnames import surname_readings
from kamdesk.domain.tokens import Sound, Unit, folded, is_han, runs

_LONGEST = 6


@lru_cache(maxsize=4_096)
def sound(text: str) -> Sound:
    """How a name is spoken. Empty where it holds nothing Chinese: then its words are found as they are written."""
    return _spell(text, "", ())


@lru_cache(maxsize=4_096)
def sounds_of_person(name: str) -> tuple[Sound, ...]:
    """How a person's name is spoken; several where the surname is read in more ways than one."""
    surname, readings = surname_readings(name)
    if not readings:
        return (sound(name),)
    return tuple(_spell(name, surname, tuple(reading.split())) for reading in readings)


def _spell(text: str, surname: str, reading: tuple[str, ...]) -> Sound:
    if not any(is_han(run) for run in runs(folded(text))):
        return ()
    units = [Unit(place, place + 1, spoken, spoken[0]) for place, spoken in enumerate(reading)]
    place = len(surname)
    while place < len(text):
        if _is_one_han(text[place]):
            spoken_here = _longest(text, place)
            units += [
                Unit(place + n, place + n + 1, said, said[0]) for n, said in enumerate(spoken_here) if said
            ]
            place += len(spoken_here)
            continue
        end = place + 1
        while end < len(text) and _is_word(text[place : end + 1]):
            end += 1
        word = "".join(runs(folded(text[place:end])))
        if word:
            units.append(Unit(place, end, word, word))
        place = end
    return tuple(units)


@lru_cache(maxsize=20_000)
def _is_one_han(character: str) -> bool:
    here = folded(character)
    return len(here) == 1 and is_han(here)


def _is_word(text: str) -> bool:
    found = runs(folded(text))
    return len(found) == 1 and not is_han(found[0]) and folded(text) == found[0]


def _longest(text: str, place: int) -> tuple[str, ...]:
    """The syllables of the longest phrase known at this place, else of the character."""
    phrases, most = _phrases(), len(text) - place
    for length in _lengths().get(text[place], ()):
        if length > most:
            continue
        found = phrases.get(text[place : place + length])
        if found is not None:
            return tuple(_plain(syllable[0]) for syllable in found)
    return (_character(text[place]),)


@cache
def _phrases() -> dict[str, list[list[str]]]:
    from pypinyin.constants import PHRASES_DICT

    return PHRASES_DICT


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in _phrases():
        if 1 < len(phrase) <= _LONGEST:
            found.setdefault(phrase[0], set()).add(len(phrase))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@lru_cache(maxsize=20_000)
def _character(character: str) -> str:
    """The usual reading of a character; nothing where it has none."""
    from pypinyin.constants import PINYIN_DICT

    return _plain(PINYIN_DICT.get(ord(character), "").partition(",")[0])


@lru_cache(maxsize=4_096)
def _plain(syllable: str) -> str:
    """A syllable without its tone, ü written as it is typed."""
    typed = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in typed if letter.isascii() and letter.isalpha())
