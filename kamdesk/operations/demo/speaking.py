"""Sentences about one account: chosen to fit it, with its people and products in them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamdesk.operations.demo.lists import Entry, Good, goods
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.voice import LATE, Fit
from kamdesk.operations.demo.world import World

COUNT = (6, 40)


@dataclass
class Speaker:
    """Speaks about ``member`` on ``day``; ``who`` is the person met, ``main`` the product that the talk is of."""

    world: World
    member: Member
    day: date
    dice: random.Random
    who: str
    main: Good | None = None
    order: str = ""
    counted: bool = False

    def __post_init__(self) -> None:
        self._others = others_for(self.member)
        self._families = frozenset(good.family for good in self.member.goods)
        self._other_families = frozenset(good.family for good in self._others)

    def choose(self, subject: str, entries: Iterable[Entry]) -> tuple[Entry, dict[str, Any]] | None:
        """An entry that fits with the values of its placeholders; None where none fits."""
        member, others = self.member, self._others
        fit = Fit(
            trade=member.part.trade,
            month=self.day.month,
            late=self.day.day >= LATE,
            coast=member.place.coast,
            counted=self.counted,
            buys=member.buys,
            families=self._families,
            others=self._other_families,
        )
        place = f"{subject} {member.part.number}"
        entry = self.world.voice.pick(self.dice, entries, place=place, fit=fit)
        return (entry, self._values(entry, others)) if entry else None

    def say(self, subject: str, entries: Iterable[Entry]) -> str | None:
        """A sentence; None where none fits."""
        chosen = self.choose(subject, entries)
        return self.world.voice.say(chosen[0], **chosen[1]) if chosen else None

    def _values(self, entry: Entry, others: Sequence[Good]) -> dict[str, Any]:
        voice, dice = self.world.voice, self.dice
        offered = others if entry.get("new") else self.member.goods
        wanted = entry.get("goods")
        fitting = [good for good in offered if wanted is None or good.family in wanted]
        good = self.main if self.main in fitting else dice.choice(fitting or self.member.goods)
        low, high = entry.get("count", COUNT)
        step = 10 if high >= 100 else 1
        return {
            "who": self.who,
            "order": self.order,
            "product": voice.good(good),
            "unit": voice.unit(good),
            "units": voice.unit(good, plural=True),
            "rival": dice.choice(self.world.rivals),
            "last_month": voice.month(self.day),
            "n": dice.randint(low // step, high // step) * step,
        }


def others_for(member: Member) -> list[Good]:
    """What the account might buy of us, by its trade, but does not yet."""
    return [
        good
        for good in goods()
        if member.part.trade in good.trades and good not in member.goods and not good.discontinued
    ]
