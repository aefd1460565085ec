"""What promises add up to: how each stands today, who had what kept, and why the rest was not kept.

The rate is that of the glossary (`kamdesk.domain.figures.promise_kept`). A due day that was moved does not hide
that the first one passed: kept after the day that counts (`counted_due`), a promise is kept late, and is written
down as such.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import Figure, promise_kept
from kamdesk.domain.promise import PromiseState

NOT_AS_GIVEN = (PromiseState.KEPT_LATE, PromiseState.SUBSTITUTED, PromiseState.BROKEN)
"""The ends that have a cause."""
YEAR = timedelta(days=365)


class Standing(StrEnum):
    """How a promise stands on a day: the open ones by their due day, the others by how they ended."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    BROKEN = "broken"
    SUBSTITUTED = "substituted"
    WITHDRAWN = "withdrawn"


OPEN = (Standing.OVERDUE, Standing.THIS_WEEK, Standing.LATER, Standing.UNDATED)


class DueMover(StrEnum):
    """Who wanted the due day moved; ``correction``: it had been written down wrongly."""

    CUSTOMER = "customer"
    US = "us"
    CORRECTION = "correction"


class Span(StrEnum):
    """The periods over which promises are looked back on."""

    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


class When(StrEnum):
    """The weeks and months by which promises are looked for; RANGE is given with its days."""

    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    RANGE = "range"


def days_of(when: When, today: date) -> Period:
    """The days of it, as of ``today``. Raises ValueError for a range."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    if when is When.THIS_WEEK:
        return Period(monday, monday + timedelta(days=6))
    if when is When.LAST_WEEK:
        return Period(monday - timedelta(days=7), monday - timedelta(days=1))
    if when is When.THIS_MONTH:
        return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    if when is When.LAST_MONTH:
        last = first - timedelta(days=1)
        return Period(last.replace(day=1), last)
    raise ValueError(when)


def standing(state: str, due_on: date | None, today: date) -> str:
    """The group of a promise; a state that a newer version wrote is a group of its own. Weeks end on Sunday."""
    if state != PromiseState.OPEN:
        return state
    if due_on is None:
        return Standing.UNDATED
    if due_on < today:
        return Standing.OVERDUE
    sunday = today + timedelta(days=6 - today.weekday())
    return Standing.THIS_WEEK if due_on <= sunday else Standing.LATER


@dataclass(frozen=True, slots=True)
class DueStep:
    """The due day was moved from ``old`` to ``new``; ``asked_by`` is a DueMover, or None where nobody said."""

    old: date | None
    new: date | None
    asked_by: str | None = None


def counted_due(steps: Sequence[DueStep], due_on: date | None) -> date | None:
    """The due day from which lateness counts; ``steps`` are its moves, oldest first, ``due_on`` where it is now.

    As with visits: moved at the customer's wish (or corrected) the new day counts, moved by us, or without a word who
    wanted it, the earlier of the two.
    """
    if not steps:
        return due_on
    counted = steps[0].old
    for step in steps:
        agreed = step.asked_by in (DueMover.CUSTOMER, DueMover.CORRECTION)
        if agreed or counted is None:
            counted = step.new
        elif step.new is not None:
            counted = min(counted, step.new)
    return counted


def span_of(span: str, today: date) -> Period:
    """The days of a Span: this quarter of the calendar, the twelve months before ``today`` with all that is due later
    (some of it has ended already), or all there are.
    """
    if span == Span.QUARTER:
        first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        return Period(first, (first + timedelta(days=92)).replace(day=1) - timedelta(days=1))
    if span == Span.YEAR:
        return Period(today - YEAR, date.max)
    return Period(date.min, date.max)


def day_of(fact: PromiseFact) -> date:
    """The day that decides to which period a promise belongs, as the figure has it."""
    return fact.due_on or fact.settled_on or fact.made_on


def kept_by(
    facts: Iterable[tuple[str, PromiseFact]], period: Period, today: date
) -> list[tuple[str, Figure]]:
    """The rate of each owner (an account's id) with a promise in the period: the worst first, among equals the one
    with more promises; those of which none has come to its end yet come last.
    """
    of_owner: Mapping[str, list[PromiseFact]] = defaultdict(list)
    for owner, fact in facts:
        if day_of(fact) in period:
            of_owner[owner].append(fact)
    rates = [(owner, promise_kept(mine, period, today)) for owner, mine in of_owner.items()]
    return sorted(
        rates, key=lambda each: (each[1].value is None, each[1].value or 0, -each[1].denominator, each[0])
    )


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How often a cause was named (None: none was); ``so_far`` counts it and those before it; both of ``total``."""

    cause: str | None
    count: int
    so_far: int
    total: int

    @property
    def share(self) -> float:
        return self.count / self.total

    @property
    def cumulative(self) -> float:
        return self.so_far / self.total


def pareto(causes: Iterable[str | None]) -> tuple[CauseCount, ...]:
    """The causes, the most frequent first, among equals by name; what has no cause said stands last."""
    counted = Counter(causes)
    unsaid = counted.pop(None, 0)
    ordered: list[tuple[str | None, int]] = sorted(counted.items(), key=lambda each: (-each[1], str(each[0])))
    if unsaid:
        ordered.append((None, unsaid))
    total, so_far, rows = sum(count for _, count in ordered), 0, []
    for cause, count in ordered:
        so_far += count
        rows.append(CauseCount(cause, count, so_far, total))
    return tuple(rows)
