"""Every how many weeks an account is to be visited where nobody says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kamdesk.domain.classing.service import Policy, policy_for

QUARTER_WEEKS = 13


class Rank(StrEnum):
    """What decides how often: a key account, whatever its class; else the class. All without either are `OTHER`."""

    KEY = "key"
    A = "A"
    B = "B"
    OTHER = "other"


USUAL: Mapping[Rank, int] = {Rank.KEY: 1, Rank.A: 1, Rank.B: 2}
"""Weeks from one visit to the next; of any other account the whole cycle."""
_CLASSES: Mapping[Rank, tuple[str | None, ...]] = {
    Rank.KEY: ("A", "B", "C", None),
    Rank.A: ("A",),
    Rank.B: ("B",),
    Rank.OTHER: ("C", None),
}


def rank_of(value_class: str | None, is_key: bool | None) -> Rank:
    """Which of the four an account is."""
    if is_key:
        return Rank.KEY
    return Rank(value_class) if value_class in ("A", "B") else Rank.OTHER


@dataclass(frozen=True, slots=True)
class Rhythms:
    """How often each rank is visited in a cycle of so many weeks."""

    cycle_weeks: int
    chosen: Mapping[Rank, int] = field(default_factory=dict)

    def every(self, rank: Rank) -> int:
        """Weeks from one visit to the next: always a part of the cycle, and never more than was meant."""
        return part_of(self.cycle_weeks, self.chosen.get(rank, USUAL.get(rank, self.cycle_weeks)))


def part_of(cycle_weeks: int, weeks: int) -> int:
    """The longest part of a cycle that is no longer than ``weeks``."""
    return max(part for part in parts(cycle_weeks) if part <= max(1, weeks))


def parts(cycle_weeks: int) -> tuple[int, ...]:
    """Every how many weeks a visit can come in a cycle: its divisors."""
    return tuple(weeks for weeks in range(1, cycle_weeks + 1) if cycle_weeks % weeks == 0)


def rhythms_by(policies: Iterable[Policy], cycle_weeks: int) -> Rhythms:
    """The rhythms that keep what the service rule promises: its visits a quarter; where it says nothing, the usual.

    What it says of a stage alone is left to the account's own page.
    """
    known = [policy for policy in policies if policy.visits and not policy.stage]
    chosen: dict[Rank, int] = {}
    for rank, classes in _CLASSES.items():
        fitting = [policy_for(known, value_class, rank is Rank.KEY, None) for value_class in classes]
        visits = max((policy.visits or 0 for policy in fitting if policy is not None), default=0)
        if visits:
            chosen[rank] = part_of(cycle_weeks, QUARTER_WEEKS // visits)
    return Rhythms(cycle_weeks, chosen)
