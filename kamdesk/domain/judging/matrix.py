"""The service matrix of one account read across: what we alone do, what only a rival does, where we are better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamdesk.domain.knowledge.service import Given


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell; ``provider`` None: we. ``rating`` 1–5 is the customer's. Of several the newest counts."""

    id: str
    item_id: str
    provider: str | None
    given: str
    rating: int | None
    wanted: bool | None
    day: date


@dataclass(frozen=True, slots=True)
class Compared:
    """A service across all providers; the lists name providers.

    ``only_ours``: theirs is no where ours is yes. ``only_theirs``: theirs is yes where ours is no. ``wanting``: the
    customer wants it and we don't give it. ``better``/``worse``: the customer rates ours above or below theirs.
    """

    item_id: str
    marks: Mapping[str | None, Mark]
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]
    wanting: bool
    better: tuple[str, ...]
    worse: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(mark.id for mark in self.marks.values())


def compare(marks: Iterable[Mark]) -> tuple[Compared, ...]:
    """The matrix by service. An unknown cell says neither yes nor no."""
    newest: dict[str, dict[str | None, Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.id)):
        newest.setdefault(mark.item_id, {})[mark.provider] = mark
    return tuple(_compared(item, cells) for item, cells in newest.items())


def _compared(item: str, cells: Mapping[str | None, Mark]) -> Compared:
    ours = cells.get(None)
    theirs = {name: mark for name, mark in cells.items() if name is not None}

    def those(own: Given, other: Given) -> tuple[str, ...]:
        if ours is None or ours.given != own:
            return ()
        return tuple(sorted(name for name, mark in theirs.items() if mark.given == other))

    def rated(above: bool) -> tuple[str, ...]:
        if ours is None or ours.rating is None:
            return ()
        own = ours.rating
        return tuple(
            sorted(
                name
                for name, mark in theirs.items()
                if mark.rating is not None and (own > mark.rating if above else own < mark.rating)
            )
        )

    return Compared(
        item_id=item,
        marks=cells,
        only_ours=those(Given.YES, Given.NO),
        only_theirs=those(Given.NO, Given.YES),
        wanting=any(mark.wanted for mark in cells.values()) and ours is not None and ours.given == Given.NO,
        better=rated(above=True),
        worse=rated(above=False),
    )
