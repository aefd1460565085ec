"""What each class of account is to get, against what the line and the visits give it; and where the time goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

STAGELESS = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What an account of a class is to get: ``visits`` and other ``contacts`` a quarter, ``reports`` a year."""

    value_class: str
    key_only: bool = False
    stage: str | None = None
    visits: int | None = None
    contacts: int | None = None
    reports: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What an account gets: ``planned`` visits of the line and ``done`` ones in the quarter, other ``contacts`` of the
    quarter, ``reports`` given out in the year.
    """

    planned: int
    done: int
    contacts: int
    reports: int


@dataclass(frozen=True, slots=True)
class Served:
    """An account's policy against what it gets. Differences are given − due; None where nothing is set.

    ``planned_short`` tells that the line itself is too thin, ``done_short`` that the visits are.
    """

    unit_id: str
    policy: Policy | None
    given: Given
    planned_short: int | None
    done_short: int | None
    contacts_short: int | None
    reports_short: int | None


def policy_for(
    policies: Iterable[Policy], value_class: str | None, is_key: bool | None, stage: str | None
) -> Policy | None:
    """The policy that fits an account, the narrowest first: one for its stage, then one for key accounts."""
    fitting = [
        each
        for each in policies
        if each.value_class == value_class
        and (not each.key_only or is_key is True)
        and each.stage in (None, STAGELESS, stage)
    ]
    fitting.sort(key=lambda each: (not each.stage, not each.key_only))
    return fitting[0] if fitting else None


def served(unit_id: str, policy: Policy | None, given: Given) -> Served:
    """What is wanting, as a number above zero; 0 where the policy is met."""

    def short(due: int | None, got: int) -> int | None:
        return None if due is None else max(0, due - got)

    if policy is None:
        return Served(unit_id, None, given, None, None, None, None)
    return Served(
        unit_id,
        policy,
        given,
        short(policy.visits, given.planned),
        short(policy.visits, given.done),
        short(policy.contacts, given.contacts),
        short(policy.reports, given.reports),
    )


@dataclass(frozen=True, slots=True)
class TimeShare:
    """Share of the time against share of the value, of one account or one class. None where there is none of it.

    ``ratio`` = share of time ÷ share of value: above 1 it gets more time than it brings value.
    """

    of: str
    minutes: int
    amount: int
    time: Fraction | None
    value: Fraction | None

    @property
    def ratio(self) -> Fraction | None:
        return self.time / self.value if self.time is not None and self.value else None


def time_shares(minutes: Mapping[str, int], amounts: Mapping[str, int]) -> tuple[TimeShare, ...]:
    """Where the time goes against where the value is (80/20), the most time first.

    Who brought nothing, or sent back more than it bought, has no share of the value.
    """
    spent = sum(minutes.values())
    value = sum(amount for amount in amounts.values() if amount > 0)
    rows = [
        TimeShare(
            of,
            minutes.get(of, 0),
            amounts.get(of, 0),
            Fraction(minutes.get(of, 0), spent) if spent else None,
            Fraction(max(0, amounts.get(of, 0)), value) if value else None,
        )
        for of in minutes.keys() | amounts.keys()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.minutes, -row.amount, row.of)))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the map value × stage; ``amount`` is what its accounts brought."""

    value_class: str | None
    stage: str | None
    units: tuple[str, ...]
    amount: int


def value_by_stage(
    classes: Mapping[str, str | None], stages: Mapping[str, str | None], amounts: Mapping[str, int]
) -> tuple[Cell, ...]:
    """The map: every account in one cell, those of which no class or stage is known in a cell of their own."""
    cells: dict[tuple[str | None, str | None], list[str]] = {}
    for unit in sorted(classes):
        cells.setdefault((classes[unit], stages.get(unit)), []).append(unit)
    return tuple(
        Cell(value_class, stage, tuple(units), sum(amounts.get(unit, 0) for unit in units))
        for (value_class, stage), units in sorted(
            cells.items(), key=lambda item: (item[0][0] is None, item[0][0] or "", item[0][1] or "")
        )
    )
