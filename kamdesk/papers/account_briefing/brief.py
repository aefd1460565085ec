"""What every part of a briefing needs to know, and how much of each list page 1 shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.papers.briefing import BriefedPerson, BriefedPromise, Briefing
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import PORTRAIT, Step, cell_step, text_step

LEFT, RIGHT = PORTRAIT.left, PORTRAIT.right
WIDTH = RIGHT - LEFT


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing being printed: the data, the language, the day of printing."""

    data: Briefing
    said: Said
    today: date


@dataclass(frozen=True, slots=True)
class Cut:
    """How much page 1 shows: type size, rows of each list, lines of one text (None: all)."""

    size: float
    settled: int = 3
    visits: int = 2
    actions: int = 5
    promises: int = 8
    people: int = 9
    orders: int = 2
    lines: int | None = None

    def step(self, said: Said, less: float = 0.0) -> Step:
        """Running text at this cut's size, ``less`` points smaller."""
        return text_step(max(self.size - less, 7.5), said.language)

    def cells(self, said: Said) -> Step:
        """Cells of tables."""
        return cell_step(min(self.size, 10.0) if said.chinese else min(self.size, 9.5), said.language)


# From the richest to the poorest; the first that fits is taken. What is left out stands on the next page.
CUTS = (
    *(Cut(size) for size in (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)),
    Cut(9.0, settled=0),
    Cut(9.0, settled=0, visits=1, orders=1),
    Cut(9.0, settled=0, visits=1, actions=3, people=7, orders=1, lines=6),
    Cut(9.0, settled=0, visits=1, actions=3, promises=6, people=6, orders=1, lines=4),
    Cut(9.0, settled=0, visits=1, actions=3, promises=5, people=6, orders=1, lines=3),
    Cut(9.0, settled=0, visits=1, actions=3, promises=4, people=5, orders=1, lines=3),
    Cut(9.0, settled=0, visits=1, actions=3, promises=4, people=5, orders=1, lines=2),
    Cut(9.0, settled=0, visits=1, actions=3, promises=4, people=4, orders=1, lines=2),
    Cut(9.0, settled=0, visits=1, actions=2, promises=3, people=4, orders=1, lines=2),
    Cut(9.0, settled=0, visits=1, actions=2, promises=3, people=4, orders=1, lines=1),
)


def is_overdue(promise: BriefedPromise, today: date) -> bool:
    """Open, and its day has passed."""
    return promise.state == "open" and promise.due_on is not None and promise.due_on < today


def open_promises(brief: Brief) -> list[BriefedPromise]:
    """Those still to keep: overdue first, then by their day, those without one last."""
    found = [promise for promise in brief.data.promises if promise.state == "open"]
    return sorted(found, key=lambda promise: (promise.due_on is None, promise.due_on or date.max))


def settled_promises(brief: Brief) -> list[BriefedPromise]:
    """Those settled lately, the latest first."""
    found = [promise for promise in brief.data.promises if promise.state != "open"]
    return sorted(found, key=lambda promise: promise.settled_on or date.min, reverse=True)


def people_in_order(brief: Brief) -> list[BriefedPerson]:
    """Those with a role in the buying centre first, each group as it came."""
    return sorted(brief.data.people, key=lambda person: not person.roles)
