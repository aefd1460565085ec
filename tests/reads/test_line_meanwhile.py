"""What is decided and begins later counts when a line is planned; what ends later stands until it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.line import Asker, VisitSlot
from kamdesk.operations import line
from kamdesk.operations.line_plan import Move, Wish, accept_plan
from kamdesk.planning.problem import Fixed, Slot, Window
from kamdesk.reads.accounts import account_list
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.line_move import move_options
from kamdesk.reads.line_parts import first_day, part
from kamdesk.reads.line_problem import BookProblem, Wanted, line_problem
from kamdesk.reads.line_proposal import propose, rank_places, solver
from tests.books import NOW, TODAY
from tests.operations.looking import one
from tests.qt.line_books import account, line_book, slot

FIRST = TODAY + timedelta(days=7 - TODAY.weekday())
HELD = FIRST + timedelta(days=17)
"""A Thursday, from which on the promised visit of Friday stands on Thursday."""
FRIDAY, THURSDAY = 5, 4
SOLVE = solver(seed=1, seconds=None, iterations=60, core=None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A promised visit of Friday 15:20, put on Thursday 14:00 from ``HELD`` on."""
    path = line_book(tmp_path)
    store = open_book(path, None, backups=tmp_path / "b", now=NOW)
    was = slot(store, account(store, "海川建材", 0.151), 4, 15, promised=True)
    line.move_slot(
        store,
        slot_id=was,
        asked_by=Asker.CUSTOMER,
        asked_on=TODAY,
        effective_from=HELD,
        weekday=3,
        start=14 * 60,
        now=NOW,
    )
    yield store
    store.close()


def of(book: BookProblem, name: str) -> str:
    return next(stop for stop, each in book.accounts.items() if each.name == name and stop in book.slots)


def overlaps(one: Slot, weekday: int, begins: int, ends: int, minutes: int = 60) -> bool:
    return one.weekday == weekday and one.time < ends and one.time + minutes > begins


def test_a_promise_that_begins_later_is_in_the_way_before_it_begins(store: Store) -> None:
    book = line_problem(store, on=FIRST)
    held = next(each for each in book.problem.stops if each.id == of(book, "海川建材"))
    assert held.promised == Fixed(THURSDAY, 840.0, 0)
    found = move_options(book, of(book, "西岭五金"), None, (Window(THURSDAY, 840, 900),))
    assert not found.options, "Thursday at two is promised, though not yet this week"
    assert found.requests[0].other == held.id


def test_what_ends_stands_until_it_does(store: Store) -> None:
    """Friday at three is free at last: it is offered from the day on which it is."""
    book = line_problem(store, on=FIRST)
    found = move_options(book, of(book, "西岭五金"), None, (Window(FRIDAY, 900, 960),))
    option = next(each for each in found.options if overlaps(each.slot, FRIDAY, 900, 960))
    assert part(option.proposal, [found.stop]).since == HELD
    beside = move_options(book, of(book, "西岭五金"), None, (Window(FRIDAY, 540, 660),))
    assert part(beside.options[0].proposal, [found.stop]).since == FIRST, (
        "what is free all the time holds at once"
    )


def test_a_proposed_line_keeps_what_is_decided(store: Store) -> None:
    waits = next(row.id for row in account_list(store) if row.name == "北门装饰")
    book = line_problem(store, on=FIRST, wanted=[Wanted(waits, 60, 1)])
    assert sum(each.promised is not None for each in book.problem.stops) == 2
    offered = rank_places(book, waits, None).offers
    assert offered
    assert all(not overlaps(each.slot, THURSDAY, 840, 900) for each in offered)
    found = propose(book, SOLVE)
    assert not part(found, [each.stop for each in found.differences]).faults
    assert all(not overlaps(each.now, THURSDAY, 840, 900) for each in found.differences)


def test_the_visit_that_ends_is_asked_for_as_the_one_that_follows(store: Store) -> None:
    with store.read() as connection:
        now = {each.id: each for each in slots_in_force(connection, FIRST, FIRST).values()}
    book = line_problem(store, on=FIRST)
    (gone,) = now.keys() - book.slots.keys()
    assert book.last_of(gone) == of(book, "海川建材")
    assert book.last_of(of(book, "西岭五金")) == of(book, "西岭五金")


def test_a_visit_that_begins_later_moves_from_its_own_first_week(store: Store) -> None:
    book = line_problem(store, on=FIRST)
    held = of(book, "海川建材")
    changes = accept_plan(
        store,
        moves=[Move(held, 2, 600, 0)],
        effective_from=FIRST,
        reason="",
        now=NOW,
        wish=Wish(held, asked_on=TODAY, promised=True),
    )
    (new,) = changes.of("visit_slot") - {held}
    moved = one(store, VisitSlot, id=new)
    assert (moved.valid_from, moved.weekday, moved.promised) == (HELD - timedelta(days=3), 2, True)
    said = first_day(book, Slot(held, 3, 600.0, 0), FIRST)
    assert said == HELD - timedelta(days=1), "the customer is told the day on which it is so"


def test_the_line_of_a_day_alone_is_what_stands_on_it(store: Store) -> None:
    book = line_problem(store, on=FIRST, decided=False)
    held = next(each for each in book.problem.stops if each.id == of(book, "海川建材"))
    assert held.promised == Fixed(FRIDAY, 900.0, 0)
    assert book.meanwhile is None
    assert line_problem(store, on=HELD).meanwhile is None, "by then everything stands"


def test_a_visit_that_ends_without_another_stands(store: Store) -> None:
    slots = line_problem(store, on=HELD).slots
    line.end_slot(
        store,
        slot_id=next(iter(slots)),
        asked_by=Asker.US,
        asked_on=TODAY,
        effective_from=date(2027, 6, 7),
        reason="shut",
        now=NOW,
    )
    assert line_problem(store, on=HELD).slots.keys() == slots.keys()
