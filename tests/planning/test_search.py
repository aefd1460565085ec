"""The search: its plans are good, the same seed gives the same plan, and the core takes Python's steps."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.planning.board import make_board
from kamdesk.planning.checker import check
from kamdesk.planning.core import Core, CoreSearch
from kamdesk.planning.reading import read_problem
from kamdesk.planning.search import Search
from kamdesk.planning.solving import solve
from kamdesk.planning.weekday import Weekday
from tests.planning.cities import best_by_trying_all, city, day, form, problem, promised, stop, window


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 14), st.integers(1, 5))
def test_every_plan_is_found_good(seed: int, accounts: int, days: int) -> None:
    asked = read_problem(city(seed, accounts, days, promises=3))
    plan = solve(asked, seed=seed, iterations=15)
    assert check(asked, plan) == ()
    assert len(plan.slots) + len(plan.unserved) == accounts


def test_the_core_takes_the_steps_of_python(core: Core) -> None:
    """Plan and cost to the last bit, whatever a problem may have."""
    for seed, more in enumerate(
        (
            {},
            {"cycle_weeks": 12},
            {"end": {"lat": 30.5, "lon": 104.1}},
            {"speed_by_hour": {"8": 18, "9": 22.5, "12": 40, "17": 15}},
            {"days": [day(2, "08:00", "12:00", None), day(4, "12:30", "18:00"), day(6)]},
        )
    ):
        asked = {**city(seed, 22, promises=3), **more}
        asked["stops"][0] |= {"place": "p", "min_days_between": 2, "promised": None}
        asked["stops"][1] |= {"place": "p", "class": "A"}
        asked["stops"][2] |= {"now": promised(4, "14:20"), "promised": None}
        asked["stops"][3] |= {"lat": None, "lon": None, "windows": [], "promised": promised(2, "09:10")}
        board = make_board(read_problem(asked))
        python, compiled = Search(board, seed), CoreSearch(core, board, seed)
        assert compiled.best == python.best
        for _ in range(3):
            python.run(12, 30.0, 2.0)
            compiled.run(12, 30.0, 2.0)
            assert compiled.best == python.best


def test_a_cost_is_the_same_in_both(core: Core) -> None:
    """What the core says a plan costs is what Python works out for its orders."""
    board = make_board(read_problem(city(3, 18)))
    search = CoreSearch(core, board, 5)
    search.run(200, 30.0, 1.0)
    found, total = search.best, 0.0
    for number, order in enumerate(found.orders):
        weekday = Weekday(board, number)
        weekday.order = list(order)
        total += weekday.travel()
    assert total == found.cost


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 500))
def test_small_cities_are_solved_as_by_trying_everything(core: Core, seed: int) -> None:
    asked = read_problem(city(seed, 4, days=2))
    board = make_board(asked)
    rank, travel = best_by_trying_all([Weekday(board, number) for number in range(2)])
    search = CoreSearch(core, board, seed)
    for heat in (60.0, 30.0, 10.0, 3.0):
        search.run(250, heat, heat / 2)
    assert search.best.rank == rank
    assert abs(search.best.cost - travel) < 1e-6


def test_seed_and_iterations_decide() -> None:
    asked = read_problem(city(7, 15))
    one, two = (solve(asked, seed=3, iterations=20) for _ in range(2))
    assert (one.slots, one.travel, one.iterations) == (two.slots, two.travel, two.iterations)
    assert one.iterations == 20


def test_it_stops_when_asked_and_has_a_plan() -> None:
    asked = read_problem(city(8, 15))
    told: list[tuple[float, float, int]] = []
    plan = solve(
        asked,
        iterations=1_000,
        progress=lambda *each: told.append(each),
        cancelled=lambda: len(told) >= 3,
    )
    assert len(told) == 3
    assert plan.iterations < 1_000
    assert check(asked, plan) == ()
    assert told[0][0] == 0.0


def test_no_time_at_all_gives_the_first_plan() -> None:
    asked = read_problem(city(9, 10))
    assert solve(asked, seconds=0).iterations == 0


def test_an_empty_problem() -> None:
    assert solve(problem(), iterations=3).travel == (0.0,) * 4


def test_who_is_in_the_way_makes_room() -> None:
    """One can come at noon alone, and only if the other goes elsewhere."""
    asked = problem(
        stop("late", 5, 0, windows=[window(1, "10:00", "10:30")]),
        stop("early", 5, 1, windows=[window(1, "10:00", "10:30"), window(2, "09:00", "17:00")]),
        days=[day(1), day(2)],
    )
    plan = solve(asked, iterations=30)
    assert not plan.unserved
    assert {slot.id: (slot.weekday, slot.time) for slot in plan.slots}["late"] == (1, 600)


def test_the_higher_class_is_served() -> None:
    hours = [window(1, "10:00", "10:30")]
    for first, second in (("A", "C"), ("C", "A"), ("B", None)):
        asked = problem(
            stop("one", windows=hours, **{"class": first}), stop("two", windows=hours, **{"class": second})
        )
        left = [each.id for each in solve(asked, iterations=30).unserved]
        assert left == ["two" if first < (second or "C") else "one"]


def test_weeks_of_a_rhythm_share_a_time() -> None:
    """Two that come every second week stand at one time of one day, in turns."""
    hours = [window(1, "10:00", "10:30")]
    asked = problem(stop("odd", windows=hours, every_weeks=2), stop("even", windows=hours, every_weeks=2))
    plan = solve(asked, iterations=20)
    assert {slot.first_week for slot in plan.slots} == {0, 1}


def test_what_stands_is_left_unless_leaving_pays() -> None:
    """The present slot lies out of the way: a small price keeps it, none moves it."""
    stops = [
        stop("near", 4, 4, promised=promised(1, "09:00")),
        stop("mover", 4.2, 4, now=promised(3, "10:05")),
    ]
    kept = solve(problem(*stops, change_price=10_000), iterations=30)
    assert [(s.weekday, s.time) for s in kept.slots if s.id == "mover"] == [(3, 605.0)]
    moved = solve(problem(*stops, change_price=0), iterations=30)
    assert [s.weekday for s in moved.slots if s.id == "mover"] == [1]


def test_lunch_early_here_spares_lunch_late_there() -> None:
    """Where lunch is had first decides: greedily put off it would push the promise aside."""
    asked = form(
        stop("before", 0.1, 0, promised=promised(1, "10:30"), minutes=60),
        stop("after", 0.1, 0.1, promised=promised(1, "12:40"), minutes=60),
        stop("third", 0.1, 0.2, windows=[window(1, "13:00", "15:00")]),
        days=[day(1, "08:30", "15:00", {"from": "11:30", "to": "13:00", "minutes": 60})],
    )
    assert not solve(read_problem(asked), iterations=20).unserved
