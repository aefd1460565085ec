"""Which visits the accounts without one are to get where nobody says otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kamdesk.db.store import Store
from kamdesk.domain.rhythm import Rank, Rhythms, rank_of, rhythms_by
from kamdesk.reads.classing.service import read_policies
from kamdesk.reads.line_problem import BookProblem, Roads, Wanted, line_problem
from kamdesk.reads.rep import rep_card
from kamdesk.reads.slots import accounts_without_slot

MINUTES = 30
MOST_AT_ONCE = 200
"""So many who wait are planned at a time: more than a line has room for; with thousands a search comes to nothing."""


def usual_rhythms(store: Store, *, on: date) -> Rhythms:
    """How often each rank of account is visited: by the service rule that was confirmed, else as usual."""
    cycle = rep_card(store).cycle_weeks
    with store.read() as connection:
        return rhythms_by(read_policies(connection, on), cycle)


def waiting(
    store: Store, *, on: date, chosen: Mapping[Rank, int] | None = None, minutes: int = MINUTES
) -> tuple[Wanted, ...]:
    """The active accounts without a fixed visit on ``on``; key accounts first, each as often as its rank has it.

    What is ``chosen`` of a rank goes before the rule.
    """
    usual = usual_rhythms(store, on=on)
    rhythms = replace(usual, chosen={**usual.chosen, **(chosen or {})})
    return tuple(
        Wanted(
            each.account.id, minutes, rhythms.every(rank_of(each.account.value_class, each.account.is_key))
        )
        for each in accounts_without_slot(store, on=on)
    )


def line_with(store: Store, *, on: date, wanted: Sequence[Wanted], roads: Roads | None = None) -> BookProblem:
    """The line on ``on`` with the first of those ``wanted``; ``later`` says how many are left for another time.

    Raises RuleError as `line_problem` does.
    """
    first = wanted[:MOST_AT_ONCE]
    book = line_problem(store, on=on, wanted=first, roads=roads)
    return replace(book, later=len(wanted) - len(first))
