"""A proposal heeds what the page of the line warns of, and reckons the ways as that does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.warnings import WarningCode
from kamdesk.operations.book import change_rep
from kamdesk.operations.line_plan import Begin, accept_plan
from kamdesk.planning.problem import Slot
from kamdesk.reads.line import week_line
from kamdesk.reads.line_heeded import heeded
from kamdesk.reads.line_parts import part
from kamdesk.reads.line_problem import Wanted, line_problem
from kamdesk.reads.line_proposal import propose, solver, standing
from kamdesk.reads.rep import rep_card
from tests.books import NOW, make_book
from tests.qt.line_books import account, slot

MONDAY = date(2026, 11, 30)
FAR = 1.2
"""Degrees to the south: three hours on the road, so that a visit of half past eight is no drive of a day."""
SOLVE = solver(seed=1, seconds=None, iterations=150, core=None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three far away on the mornings of Monday to Wednesday, one at home on Thursday; eight wait."""
    store = make_book(tmp_path / "far")
    change_rep(
        store, rep_id=rep_card(store).id, now=NOW, home_latitude=28.6, home_longitude=121.4,
        lunch_start=12 * 60, lunch_end=13 * 60,
    )  # fmt: skip
    for weekday in range(3):
        slot(store, account(store, f"远方{weekday}", -FAR - weekday / 500), weekday, 9)
    slot(store, account(store, "家门口", 0.01), 3, 9)
    yield store
    store.close()


def test_nobody_is_put_beside_a_visit_that_is_hours_away(store: Store) -> None:
    wanted = [Wanted(account(store, f"等{n}", 0.02 + n / 200), 60, 1) for n in range(5)]
    wanted += [Wanted(account(store, f"远等{n}", -FAR + 0.02 + n / 200), 30, 2) for n in range(3)]
    book = line_problem(store, on=MONDAY, wanted=wanted)
    found = propose(book, SOLVE)
    assert len(found.settled.away) == 3
    assert found.differences
    whole = part(found, [each.stop for each in found.differences])
    assert (whole.faults, whole.odd) == ((), ())

    begins = [
        Begin(
            d.stop,
            d.now.weekday - 1,
            round(d.now.time),
            round(stop.minutes),
            stop.every_weeks,
            d.now.first_week,
        )
        for d in found.differences
        for stop in book.problem.stops
        if stop.id == d.stop and d.was is None
    ]
    assert begins
    assert all(each.was is None for each in found.differences)
    accept_plan(store, begins=begins, effective_from=MONDAY, reason="排线", now=NOW)
    for number in range(4):
        monday = MONDAY + timedelta(weeks=number)
        page = week_line(store, monday=monday, now=NOW)
        told = {warning.code for stop in page.stops for warning in stop.warnings} & {
            WarningCode.TOO_TIGHT,
            WarningCode.OVER_LUNCH,
            WarningCode.OVERLAP,
        }
        assert not told
        ways = [way.minutes for stop in page.stops if (way := stop.travel)]
        ways += [day.way_home.minutes for day in page.days if day.way_home]
        assert sum(ways) == pytest.approx(sum(whole.travel[page.cycle_week]), abs=len(ways))


def test_what_the_page_would_warn_of_is_found(store: Store) -> None:
    problem = line_problem(store, on=MONDAY).problem
    one, two, three, home = standing(problem)
    late = Slot(home.id, one.weekday, one.time + 70, 0)
    early = {(each.id, WarningCode.EARLY_START) for each in (one, two, three)}
    assert heeded(problem, standing(problem)) == early
    assert heeded(problem, (one, two, three, late)) - early == {(home.id, WarningCode.TOO_TIGHT)}
    noon = Slot(home.id, 4, 12 * 60 + 30, 0)
    assert heeded(problem, (one, two, three, noon)) - early == {(home.id, WarningCode.OVER_LUNCH)}
