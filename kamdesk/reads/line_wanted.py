"""Which visits the accounts without one are to get where nobody says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kamdesk.db.store import Store
from kamdesk.reads.line_problem import BookProblem, Roads, Wanted, line_problem
from kamdesk.reads.rep import rep_card
from kamdesk.reads.slots import accounts_without_slot

RHYTHMS = {"A": 1, "B": 2}
"""Weeks from one visit to the next of an account of this class where nobody says; of any other, the cycle."""
MINUTES = 30
MOST_AT_ONCE = 200
"""So many who wait are planned at a time: more than a line has room for; with thousands a search comes to nothing."""


def usual_rhythm(value_class: str | None, cycle_weeks: int) -> int:
    """Every how many weeks an account of this class is visited; what does not divide the cycle becomes the cycle."""
    every = RHYTHMS.get(value_class or "", cycle_weeks)
    return cycle_weeks if cycle_weeks % every else every


def waiting(store: Store, *, on: date) -> tuple[Wanted, ...]:
    """The active accounts without a fixed visit on ``on``, as often as their class has it."""
    cycle = rep_card(store).cycle_weeks
    return tuple(
        Wanted(each.account.id, MINUTES, usual_rhythm(each.account.value_class, cycle))
        for each in accounts_without_slot(store, on=on)
    )


def line_with(store: Store, *, on: date, wanted: Sequence[Wanted], roads: Roads | None = None) -> BookProblem:
    """The line on ``on`` with the first of those ``wanted``; ``later`` says how many are left for another time.

    Raises RuleError as `line_problem` does.
    """
    first = wanted[:MOST_AT_ONCE]
    book = line_problem(store, on=on, wanted=first, roads=roads)
    return replace(book, later=len(wanted) - len(first))
