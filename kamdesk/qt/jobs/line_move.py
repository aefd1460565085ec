"""Another time for one fixed visit, as its customer asks: what there is, what is accepted of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.qt.jobs.line_plan import LineProposal, roads_of, searching

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.account import Person
    from kamdesk.reads.line_move import MoveFound
    from kamdesk.reads.line_problem import BookProblem

SECONDS = 2.0
"""How long is searched for others who might make room together."""


@dataclass(frozen=True, slots=True)
class LineToMove:
    """The line from a day on, and who at the account may have asked."""

    book: BookProblem
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """What was found; ``shown`` are the options and those not as asked, each beside today's line."""

    found: MoveFound
    shown: tuple[LineProposal, ...]
    today: LineProposal


def line_to_move(store: Store, *, on: date, account_id: str, own: bool, file: Path | None) -> LineToMove:
    """The line as it stands on ``on``, and the people of the account."""
    from kamdesk.reads.account import people_of
    from kamdesk.reads.aliases import read_aliases
    from kamdesk.reads.line_problem import line_problem

    book = line_problem(store, on=on, roads=roads_of(store, own=own, file=file, on=on))
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        people = tuple(person for person in people_of(connection, ids) if person.until is None)
    return LineToMove(book, people)


def find_times(
    *,
    book: BookProblem,
    on: date,
    slot_id: str,
    weekday: int | None,
    begins: float | None,
    ends: float | None,
    progress: Ticket,
) -> Times:
    """Every time that can be offered; ``weekday`` 1 is Monday, None any. No time of the working hours: no option."""
    from kamdesk.planning.problem import Window
    from kamdesk.reads.line_move import asked_windows, move_options
    from kamdesk.reads.line_parts import part

    windows = asked_windows(book.problem, weekday, begins, ends)
    if not windows and (weekday is not None or begins is not None or ends is not None):
        windows = (Window(weekday or 7, 0, 1),)
    found = move_options(book, slot_id, searching(SECONDS, progress), windows)
    today = part(found.today, ())

    def shown(proposal: object) -> LineProposal:
        from kamdesk.reads.line_proposal import Proposal

        assert isinstance(proposal, Proposal)
        whole = part(proposal, [each.stop for each in proposal.differences])
        return LineProposal(book, whole.since or on, proposal, today, whole)

    offered = (*found.options, *found.besides)
    return Times(found, tuple(shown(each.proposal) for each in offered), shown(found.today))


def accept_time(
    store: Store,
    *,
    chosen: LineProposal,
    slot_id: str,
    contact_id: str | None,
    asked_on: date | None,
    words: str | None,
    promised: bool,
    reason: str,
    now: datetime,
) -> Changes:
    """Writes one option as one step: the customer's move and those of the others who make room."""
    from kamdesk.operations.line_plan import Move, Wish, accept_plan

    moves = [
        Move(each.stop, each.now.weekday - 1, round(each.now.time), each.now.first_week)
        for each in chosen.proposal.differences
    ]
    wish = Wish(slot_id, contact_id, asked_on, words, promised)
    return accept_plan(store, moves=moves, effective_from=chosen.on, reason=reason, now=now, wish=wish)
