"""Sentences: chosen by where they fit, filled with names and quantities, seldom said twice at one place."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kamdesk.operations.demo.lists import Entry, Good
from kamdesk.words import Language, Words

# Stands where a name begins or ends with a Latin letter or figure: Chinese beside it is set off by a space.
_SEAM = "\x00"
_CHINESE = re.compile(rf"(?<=[\u4e00-\u9fff]){_SEAM}|{_SEAM}(?=[\u4e00-\u9fff])")
LATE = 23
REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """Whom and what a sentence is about: ``late`` in the month, ``buys`` from us; ``families`` are those of the
    products bought, ``others`` of the rest.
    """

    trade: str = ""
    month: int = 0
    late: bool = False
    coast: bool = False
    counted: bool = False
    buys: bool = True
    families: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def suits(self, entry: Entry) -> bool:
        """Whether the entry may be said."""
        offered = self.others if entry.get("new") else self.families
        return (
            self.trade in entry.get("trades", (self.trade,))
            and self.month in entry.get("months", (self.month,))
            and (self.late or not entry.get("late"))
            and (self.coast or not entry.get("coast"))
            and (self.counted or not entry.get("counted"))
            and (self.buys or not entry.get("bought"))
            and not ("goods" in entry and offered.isdisjoint(entry["goods"]))
            and not (entry.get("new") and not offered)
        )


@dataclass
class Voice:
    """Says things in one language; ``said`` remembers what was said at a place lately."""

    language: Language
    said: dict[str, deque[str]] = field(default_factory=dict)

    def pick(self, dice: random.Random, entries: Iterable[Entry], *, place: str, fit: Fit) -> Entry | None:
        """An entry that fits, rather one that was not said lately, at ``place`` or anywhere; None where none fits.

        The first word of ``place`` is the subject.
        """
        fitting = [entry for entry in entries if fit.suits(entry)]
        if not fitting:
            return None
        here = self.said.setdefault(place, deque(maxlen=REMEMBERED))
        anywhere = self.said.setdefault(place.split(" ")[0], deque(maxlen=len(fitting) // 3))
        fresh = [entry for entry in fitting if _key(entry) not in here] or fitting
        fresh = [entry for entry in fresh if _key(entry) not in anywhere] or fresh
        chosen = dice.choices(fresh, [entry.get("weight", 1) for entry in fresh])[0]
        here.append(_key(chosen))
        anywhere.append(_key(chosen))
        return chosen

    def say(self, entry: Entry, **values: object) -> str:
        """The entry's text with its placeholders filled."""
        text = str(entry[self.language]).format(**values)
        text = _CHINESE.sub(" ", text).replace(_SEAM, "")
        return text[:1].upper() + text[1:] if self.language == "en" else text

    def good(self, good: Good) -> str:
        """A product's name within a sentence."""
        name = good.names[self.language]
        if self.language == "en":
            return name if name[1:2].isupper() or name[1:2].isdigit() else name[:1].lower() + name[1:]
        return _set_off(name)

    def unit(self, good: Good, *, plural: bool = False) -> str:
        """The product's unit."""
        unit = good.units[self.language]
        return unit + "s" if plural and self.language == "en" else unit

    def amount(self, good: Good, count: int) -> str:
        """``瓷砖胶 C2 200 袋``, ``200 bags of tile adhesive C2``."""
        if self.language == "en":
            return f"{count} {self.unit(good, plural=count != 1)} of {self.good(good)}"
        return f"{_set_off(good.names['zh']).rstrip(_SEAM)} {count} {self.unit(good)}"

    def listed(self, parts: Sequence[str]) -> str:
        """Several things as one."""
        if self.language == "zh":
            return "、".join(parts)
        return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return ("" if self.language == "zh" else " ").join(parts)

    def month(self, day: date) -> str:
        """The month before the one of ``day``."""
        name = Words(self.language).text(f"month_long.{(day.month - 2) % 12 + 1}")
        return _SEAM + name if self.language == "zh" else name

    def day(self, day: date) -> str:
        """A day within a sentence."""
        words = Words(self.language)
        return words.text("date.day", month=words.text(f"month.{day.month}"), day=day.day)


def _set_off(name: str) -> str:
    before, after = (_SEAM if letter.isascii() else "" for letter in (name[0], name[-1]))
    return before + name + after


def _key(entry: Entry) -> str:
    found = entry.get("key") or entry["zh"]
    return str(found)
