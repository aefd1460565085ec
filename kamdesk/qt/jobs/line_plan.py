"""The line proposed: what is to be planned, the search, a part of what it found, what was accepted of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.domain.errors import Stopped

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.rhythm import Rank
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.line_parts import Part
    from kamdesk.reads.line_problem import BookProblem, Roads
    from kamdesk.reads.line_proposal import Proposal, Solve


@dataclass(frozen=True, slots=True)
class LineProposal:
    """A line that was found, to hold from ``on`` on: not before what stands until it ends leaves room. ``today`` is the
    line as it stands, ``whole`` the one with all that was found.
    """

    book: BookProblem
    on: date
    proposal: Proposal
    today: Part
    whole: Part

    def seen_from(self) -> date:
        """The first day whose week looks as it is planned: all that is decided has begun by then."""
        from kamdesk.reads.line_parts import whole_from

        return whole_from(self.book, self.on)

    def passed_over(self, chosen: Collection[str]) -> tuple[str, ...]:
        """Who of those ``chosen`` misses a visit in the change-over."""
        from kamdesk.reads.line_parts import passed_over

        return passed_over(self.book, [d for d in self.proposal.differences if d.stop in chosen], self.on)

    def from_day(self, stop: str) -> date:
        """From when on one change holds: not before the visit begins that it moves."""
        from kamdesk.reads.line_parts import starts

        return starts(self.book, stop, self.on)


@dataclass(frozen=True, slots=True)
class Detour:
    """A road that is closed: between two accounts, or one and ``start``, the way takes some ``minutes`` longer."""

    one: str
    two: str
    minutes: float
    said: str
    """For eyes: between whom, how long."""


def line_to_plan(
    store: Store, *, on: date, own: bool, file: Path | None, often: Mapping[Rank, int] | None = None
) -> BookProblem:
    """What would be planned: the fixed visits, and the accounts that have none, as ``often`` as is said."""
    from kamdesk.reads.line_wanted import line_with, waiting

    return line_with(
        store,
        on=on,
        wanted=waiting(store, on=on, chosen=often),
        roads=roads_of(store, own=own, file=file, on=on),
    )


def roads_of(store: Store, *, own: bool, file: Path | None, on: date) -> Roads | None:
    """The ways of the file, then those that the rep has driven. Raises InputError."""
    from kamdesk.reads.line_roads import known_roads
    from kamdesk.reads.line_ways import told_ways

    told = told_ways(store, file) if file is not None else None
    return known_roads(store, on=on, own=own, told=told)


def propose_line(
    *,
    book: BookProblem,
    on: date,
    afresh: bool,
    seconds: float,
    progress: Ticket,
    detour: Detour | None = None,
) -> LineProposal:
    """Searches for ``seconds`` or until it is stopped; what was found until then is given."""
    from kamdesk.reads.line_parts import part
    from kamdesk.reads.line_proposal import propose

    longer = None if detour is None else {(detour.one, detour.two): detour.minutes}
    proposal = propose(book, searching(seconds, progress), afresh=afresh, longer=longer)
    everything = [each.stop for each in proposal.differences]
    whole = part(proposal, everything)
    return LineProposal(book, whole.since or on, proposal, part(proposal, ()), whole)


def searching(seconds: float, progress: Ticket) -> Solve:
    """How the window searches: as long as the ticket lets it, telling that how far it is."""
    from kamdesk.planning.core import load_core
    from kamdesk.reads.line_proposal import solver

    def tell(share: float, travel: float, missing: int) -> None:
        with suppress(Stopped):
            progress(round(share * 1000), 1000)

    return solver(
        seed=1,
        seconds=seconds,
        iterations=None,
        core=load_core(),
        progress=tell,
        cancelled=progress.is_stopped,
    )


def part_of_line(*, found: LineProposal, chosen: Collection[str], progress: Ticket) -> Part:
    """The line with some of what was found, seen by the checker."""
    from kamdesk.reads.line_parts import part

    return part(found.proposal, chosen)


def accept_line(
    store: Store, *, found: LineProposal, chosen: Collection[str], reason: str, now: datetime
) -> Changes:
    """Writes the chosen visits as one step."""
    from kamdesk.operations.line_plan import Begin, Move, accept_plan

    stops = {stop.id: stop for stop in found.book.problem.stops}
    moves, begins = [], []
    for each in found.proposal.differences:
        if each.stop not in chosen:
            continue
        weekday, start, first = each.now.weekday - 1, round(each.now.time), each.now.first_week
        if each.stop in found.book.slots:
            moves.append(Move(each.stop, weekday, start, first))
        else:
            stop = stops[each.stop]
            begins.append(Begin(each.stop, weekday, start, round(stop.minutes), stop.every_weeks, first))
    return accept_plan(
        store,
        moves=moves,
        begins=begins,
        effective_from=found.on,
        reason=reason,
        now=now,
    )
