"""Sentences: chosen by where they fit, filled with names and quantities, seldom said twice at one place."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kamdesk.domain.schedule import monday_of
from kamdesk.operations.demo.lists import Entry, Good
from kamdesk.words import Language, Words

# Stands after a name that ends in a Latin letter or figure: Chinese that follows it is set off by a space.
_SEAM = "\x00"
_CHINESE = re.compile(_SEAM + r"(?=[\u4e00-\u9fff])")
REMEMBERED = 12


@dataclass
class Voice:
    """Says things in one language; ``said`` remembers what was said at a place lately."""

    language: Language
    said: dict[str, deque[str]] = field(default_factory=dict)

    def pick(
        self,
        dice: random.Random,
        entries: Iterable[Entry],
        *,
        place: str,
        trade: str = "",
        month: int = 0,
        coast: bool = False,
        counted: bool = False,
    ) -> Entry | None:
        """An entry that fits, rather one that was not said at ``place`` lately; None where none fits."""
        fitting = [
            entry
            for entry in entries
            if trade in entry.get("trades", (trade,))
            and month in entry.get("months", (month,))
            and (coast or not entry.get("coast"))
            and (counted or not entry.get("counted"))
        ]
        recent = self.said.setdefault(place, deque(maxlen=REMEMBERED))
        fresh = [entry for entry in fitting if _key(entry) not in recent] or fitting
        if not fresh:
            return None
        chosen = dice.choices(fresh, [entry.get("weight", 1) for entry in fresh])[0]
        recent.append(_key(chosen))
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
        return name + _SEAM if name[-1].isascii() else name

    def unit(self, good: Good, *, plural: bool = False) -> str:
        """The product's unit."""
        unit = good.units[self.language]
        return unit + "s" if plural and self.language == "en" else unit

    def amount(self, good: Good, count: int) -> str:
        """``瓷砖胶 C2 200 袋``, ``200 bags of tile adhesive C2``."""
        if self.language == "en":
            return f"{count} {self.unit(good, plural=count != 1)} of {self.good(good)}"
        return f"{good.names['zh']} {count} {self.unit(good)}"

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
        return Words(self.language).text(f"month_long.{(day.month - 2) % 12 + 1}")

    def day(self, day: date) -> str:
        """A day within a sentence."""
        words = Words(self.language)
        return words.text("date.day", month=words.text(f"month.{day.month}"), day=day.day)


def _key(entry: Entry) -> str:
    found = entry.get("key") or entry["zh"]
    return str(found)


def week_number(first: date, day: date) -> int:
    """How many weeks after ``first`` the week of ``day`` is."""
    return (monday_of(day) - monday_of(first)).days // 7
