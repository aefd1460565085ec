"""What a proposal shows of the first weeks is what the due list reckons once it is accepted."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations import line
from kamdesk.operations.book import change_rep
from kamdesk.planning.offers import settle
from kamdesk.planning.problem import Plan, Slot
from kamdesk.qt.dialogs.proposal_sheet import monday_in
from kamdesk.qt.jobs.line_plan import LineProposal, accept_line
from kamdesk.reads.accounts import account_list
from kamdesk.reads.due import planned_between, slots_in_force
from kamdesk.reads.line_parts import part
from kamdesk.reads.line_problem import BookProblem, line_problem
from kamdesk.reads.line_proposal import proposed, standing
from kamdesk.reads.rep import rep_card
from tests.books import NOW, make_book, only
from tests.qt.line_books import account

MONDAY = date(2026, 11, 30)
Begun = tuple[int, int, int, int]
"""When a visit begins (days from the Monday), its weekday, every how many weeks, in which of them."""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = make_book(tmp_path_factory.mktemp("changeover"))
    change_rep(store, rep_id=rep_card(store).id, now=NOW, home_latitude=28.6, home_longitude=121.4)
    for number in range(4):
        account(store, f"客户{number}", number / 100)
    store.close()
    return store.path


def with_slots(path: Path, begun: Sequence[Begun]) -> Store:
    store = open_book(path, None, backups=path.parent / "b", now=NOW)
    for number, (row, (after, weekday, every, offset)) in enumerate(
        zip(account_list(store), begun, strict=False)
    ):
        line.add_slot(
            store,
            account_id=row.id,
            weekday=weekday,
            start=540 + 60 * number,
            minutes=30,
            every_weeks=every,
            week_offset=offset % every,
            valid_from=MONDAY + timedelta(days=after),
            now=NOW,
        )
    return store


def moved(book: BookProblem, to: Sequence[int], on: date) -> LineProposal:
    """Everybody on another weekday, as though that had been found."""
    settled = settle(book.problem)
    slots = tuple(
        Slot(was.id, weekday, was.time, was.first_week)
        for was, weekday in zip(standing(settled.problem), to, strict=False)
    )
    proposal = proposed(settled, Plan(slots=slots, unserved=(), travel=()), book.meanwhile)
    whole = part(proposal, [each.stop for each in proposal.differences])
    return LineProposal(book, whole.since or on, proposal, part(proposal, ()), whole)


def due(store: Store, first: date, last: date) -> set[tuple[str, date, int]]:
    with store.read() as connection:
        slots = slots_in_force(connection, first, last)
        return {(v.account_id, v.date, v.start or 0) for v in planned_between(connection, slots, first, last)}


def shown(found: LineProposal) -> set[tuple[str, date, int]]:
    """What the four weeks of the preview show, with the days that stand in their heads."""
    book = found.book
    every = {stop.id: stop.every_weeks for stop in book.problem.stops}
    return {
        (book.accounts[slot.id].id, monday_in(book, found.seen_from(), week) + timedelta(days=slot.weekday - 1),
         round(slot.time))
        for week in range(book.problem.cycle_weeks)
        for slot in found.whole.slots
        if week % every[slot.id] == slot.first_week
    }  # fmt: skip


BEGUN = st.tuples(st.integers(-30, 20), st.integers(0, 4), st.sampled_from((1, 2, 4)), st.integers(0, 3))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    begun=st.lists(BEGUN, min_size=4, max_size=4),
    to=st.lists(st.integers(1, 5), min_size=4, max_size=4),
    after=st.integers(0, 4),
)
def test_what_is_shown_is_what_falls_due(
    bare: Path, begun: list[Begun], to: list[int], after: int, tmp_path: Path
) -> None:
    path = tmp_path / "book.kam"
    shutil.copy(bare, path)
    on = MONDAY + timedelta(days=after)
    store = with_slots(path, begun)
    before = due(store, MONDAY - timedelta(weeks=4), on - timedelta(days=1))
    found = moved(line_problem(store, on=on), to, on)
    chosen = frozenset(each.stop for each in found.proposal.differences)
    missed = {found.book.accounts[stop].id for stop in found.passed_over(chosen)}
    accept_line(store, found=found, chosen=chosen, reason="排线", now=NOW)
    mondays = [
        monday_in(found.book, found.seen_from(), week) for week in range(found.book.problem.cycle_weeks)
    ]
    first = min(mondays)
    assert due(store, first, first + timedelta(weeks=4, days=-1)) == shown(found)
    assert due(store, MONDAY - timedelta(weeks=4), on - timedelta(days=1)) == before, "what was, stays"
    weekly = {found.book.accounts[stop.id].id for stop in found.book.problem.stops if stop.every_weeks == 1}
    for account_id in weekly - missed:
        days = sorted(day for who, day, _ in due(store, MONDAY - timedelta(weeks=4), MONDAY + timedelta(weeks=8))
                      if who == account_id)  # fmt: skip
        mondays = [day - timedelta(days=day.weekday()) for day in days]
        gaps = [(b - a).days for a, b in pairwise(mondays)]
        assert not gaps or max(gaps) <= 7, "whoever is weekly has no week without, or is named"
    store.close()


def test_a_visit_that_begins_on_thursday_keeps_its_week_on_tuesday(bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.kam"
    shutil.copy(bare, path)
    store = with_slots(path, [(3, 3, 1, 0)])
    found = moved(line_problem(store, on=MONDAY), [2], MONDAY)
    chosen = frozenset(each.stop for each in found.proposal.differences)
    assert found.passed_over(chosen) == ()
    changes = accept_line(store, found=found, chosen=chosen, reason="排线", now=NOW)
    assert only(changes, "slot_change")
    assert {day for _, day, _ in due(store, MONDAY, MONDAY + timedelta(days=6))} == {date(2026, 12, 1)}
    store.close()


def test_who_misses_a_visit_in_the_change_over_is_named(bare: Path, tmp_path: Path) -> None:
    """A visit of every Thursday, put on Tuesday from a Wednesday on: that week has none."""
    path = tmp_path / "book.kam"
    shutil.copy(bare, path)
    store = with_slots(path, [(-20, 3, 1, 0)])
    on = MONDAY + timedelta(days=2)
    found = moved(line_problem(store, on=on), [2], on)
    (only_one,) = (each.stop for each in found.proposal.differences)
    assert found.passed_over({only_one}) == (only_one,)
    monday = replace(found, on=MONDAY)
    assert monday.passed_over({only_one}) == ()
    store.close()
