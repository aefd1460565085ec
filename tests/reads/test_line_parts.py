"""A proposal accepted in part, seen by the checker."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.geo import Point
from kamdesk.planning.checker import check, travel_by_week
from kamdesk.planning.offers import settle
from kamdesk.planning.problem import Day, Fixed, Plan, Problem, Slot, Stop
from kamdesk.reads.line_parts import day_travel, line_with, part
from kamdesk.reads.line_proposal import Difference, Proposal, standing

DAYS = tuple(Day(weekday, 480, 1080) for weekday in range(1, 6))


def turned(by: int) -> Proposal:
    """Five visits at one hour on five days, all turned on by some days: each needs the next to make room."""
    return moved(tuple((number + by) % 5 for number in range(5)))


def moved(to: tuple[int, ...]) -> Proposal:
    """Five visits at one hour on five days, each put on the day named."""
    stops = tuple(
        Stop(
            id=f"s{number}",
            point=Point(28.6 + number / 100, 121.4),
            every_weeks=1 + number % 2,
            minutes=60.0,
            now=Fixed(number + 1, 600.0, 0),
        )
        for number in range(5)
    )
    problem = Problem(
        cycle_weeks=2, speed_kmh=40, detour=1.3, start=Point(28.6, 121.4), end=None, days=DAYS, stops=stops
    )
    settled = settle(problem)
    slots = tuple(Slot(f"s{n}", day + 1, 600.0, 0) for n, day in enumerate(to))
    was = {slot.id: slot for slot in standing(settled.problem)}
    plan = Plan(slots=slots, unserved=(), travel=travel_by_week(settled.problem, slots))
    before = travel_by_week(settled.problem, was.values())
    found = tuple(Difference(slot.id, was[slot.id], slot) for slot in slots if was[slot.id] != slot)
    return Proposal(found, (), before, plan.travel, settled, plan)


@settings(max_examples=40, deadline=None)
@given(by=st.integers(1, 4), chosen=st.sets(st.sampled_from([f"s{n}" for n in range(5)])))
def test_a_part_is_sound_or_says_what_it_needs(by: int, chosen: set[str]) -> None:
    proposal = turned(by)
    problem = proposal.settled.problem
    found = part(proposal, chosen)
    slots = line_with(proposal, chosen)
    plan = Plan(slots=slots, unserved=(), travel=travel_by_week(problem, slots))
    assert bool(found.faults) == bool(check(problem, plan))
    assert found.slots == slots
    if found.faults:
        assert found.needed
        assert not set(found.needed) & chosen
        assert not part(proposal, chosen | set(found.needed)).faults
    else:
        assert found.needed == ()


def test_only_what_is_needed_is_named() -> None:
    """Turned by a day everybody waits for the next; where two pairs change places, only the other of the pair."""
    assert set(part(turned(1), {"s0"}).needed) == {"s1", "s2", "s3", "s4"}
    assert part(moved((1, 0, 3, 2, 4)), {"s0"}).needed == ("s1",)
    assert part(moved((1, 0, 3, 2, 4)), {"s0", "s1", "s3"}).needed == ("s2",)
    assert not part(turned(1), ()).faults


def test_what_no_addition_mends_needs_nothing() -> None:
    """A proposal that is broken as a whole: the fault is named, and nothing is said to mend it."""
    proposal = turned(1)
    broken = Proposal(
        proposal.differences[:1], (), proposal.before, proposal.after, proposal.settled, proposal.plan
    )
    found = part(broken, {"s0"})
    assert [fault.code for fault in found.faults][:1] == ["late"]
    assert found.needed == ()


def test_the_days_of_a_week_add_up() -> None:
    proposal = turned(2)
    slots = proposal.plan.slots
    days = day_travel(proposal.settled.problem, slots)
    assert [round(sum(week), 6) for week in days] == [round(week, 6) for week in proposal.after]
