"""The figures against a recount that follows the glossary sentence by sentence, and the cases it leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.facts import Period, PromiseFact, SlotChangeFact, SlotFact, VisitFact
from kamdesk.domain.figures import Figure, FigureId, all_figures
from kamdesk.domain.line import Asker
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.visit import MissedReason, VisitState

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
WEEK = Period(MONDAY, MONDAY + 6 * DAY)
AFTER = MONDAY + 7 * DAY


def figures(visits=(), slots=(), changes=(), promises=(), period=WEEK, today=AFTER, tolerance=15):
    got = all_figures(
        visits=visits,
        slots=slots,
        changes=changes,
        promises=promises,
        period=period,
        today=today,
        tolerance=tolerance,
    )
    assert [figure.id for figure in got] == list(FigureId)
    return {figure.id.value: (figure.numerator, figure.denominator) for figure in got}


# --- the recount -----------------------------------------------------------------------------------------------------


def recount(visits, slots, changes, promises, period, today, tolerance):
    """Counts by hand: no chain is walked forwards, each visit asks who was moved to it."""

    def inside(day):
        return period.first <= day <= period.last

    def moved_here(visit):
        return [v for v in visits if v.moved_to == visit.id and v.state != "done"]

    def before(visit):
        """Everything that was moved, in one step or several, to this visit."""
        found, wave = [], moved_here(visit)
        while wave:
            found += wave
            wave = [earlier for v in wave for earlier in moved_here(v)]
        return found

    def after(visit):
        while visit.state != "done" and visit.moved_to:
            visit = next(v for v in visits if v.id == visit.moved_to)
        return visit

    def planned(visit):
        return all(v.planned for v in (before(visit) or [visit]) if not moved_here(v))

    def asked_by_customer(visit):
        if visit.state in ("cancelled", "rescheduled"):
            if visit.state_by == "customer":
                return True
            return visit.state_by is None and visit.reason == "customer_moved"
        return visit.state == "missed" and visit.reason == "customer_moved"

    def taken_out(visit):
        return asked_by_customer(visit) or visit.excused

    due = [
        v
        for v in visits
        if planned(v) and not taken_out(v) and all(taken_out(b) for b in before(v))
        and inside(v.planned_date) and v.planned_date < today
    ]  # fmt: skip
    done = [v for v in visits if v.state == "done"]
    made = [v for v in done if inside(v.visited_on or v.planned_date)]
    timed = [
        v
        for v in done
        if planned(v) and inside(v.planned_date) and v.arrived is not None and v.planned_start is not None
    ]
    line_units = {
        s.unit_id for s in slots if any(s.valid_from <= d and d <= (s.valid_to or d) for d in days(period))
    }
    return {
        "visits_due": (len(due), 1),
        "plan_completion": (len([v for v in due if after(v).state == "done"]), len(due)),
        "on_day_rate": (
            len([v for v in due if v.state == "done" and v.visited_on == v.planned_date]),
            len(due),
        ),
        "punctuality": (
            len(
                [
                    v
                    for v in timed
                    if v.visited_on == v.planned_date
                    and v.planned_start - tolerance <= v.arrived <= v.planned_start + tolerance
                ]
            ),
            len(timed),
        ),
        "slot_stability": recount_slots(slots, changes, period),
        "coverage": (len([u for u in line_units if any(v.unit_id == u for v in made)]), len(line_units)),
        "call_compliance": (len([v for v in made if planned(v)]), len(made)),
        "strike_rate": (len([v for v in made if v.with_order]), len(made)),
        "promise_kept": recount_promises(promises, period, today),
    }


def days(period):
    return [period.first + n * DAY for n in range((period.last - period.first).days + 1)]


def recount_slots(slots, changes, period):
    groups = [{s.id} for s in slots]
    begins = {s.id: s.valid_from for s in slots}
    for change in changes:
        ends = {change.from_slot_id, change.to_slot_id or change.from_slot_id}
        joined = set().union(*(g for g in groups if g & ends))
        groups = [g for g in groups if not g & ends] + [joined]
    standing = stable = 0
    for group in groups:
        mine = [
            c
            for c in changes
            if c.from_slot_id in group
            and period.first <= c.effective_from <= period.last
            and not begins.get(c.from_slot_id, date.min) >= c.effective_from
        ]
        stands = any(
            s.id in group
            and any(s.valid_from <= d and (s.valid_to is None or d <= s.valid_to) for d in days(period))
            for s in slots
        )
        if stands or mine:
            standing += 1
            stable += all(c.asked_by == "customer" for c in mine)
    return stable, standing


def recount_promises(promises, period, today):
    kept = judged = 0
    for p in promises:
        day = p.due_on if p.due_on else p.settled_on if p.settled_on else p.made_on
        if not period.first <= day <= period.last:
            continue
        if p.state in ("kept", "kept_late", "broken", "substituted"):
            judged += 1
            kept += p.state == "kept"
        elif p.state == "open" and p.due_on and p.due_on < today:
            judged += 1
    return kept, judged


# --- any history -----------------------------------------------------------------------------------------------------

near = st.integers(-9, 15).map(lambda n: MONDAY + n * DAY)
units = st.sampled_from(["u1", "u2", "u3", "u4"])


@st.composite
def histories(draw: st.DrawFn) -> list[VisitFact]:
    """Visits of which some were moved: only to a later one of the list, and only one to each."""
    visits = [
        VisitFact(
            id=f"v{n:02}",
            unit_id=draw(units),
            planned=draw(st.sampled_from([True, True, False])),
            planned_date=draw(near),
            planned_start=draw(st.none() | st.integers(500, 560)),
            state=draw(st.sampled_from([*VisitState, "a state of the future"])),
            state_by=draw(st.sampled_from([None, *Asker])),
            reason=draw(st.sampled_from([None, *MissedReason])),
            excused=draw(st.sampled_from([False, False, False, True])),
            visited_on=draw(st.none() | near),
            arrived=draw(st.none() | st.integers(500, 560)),
            with_order=draw(st.booleans()),
        )
        for n in range(draw(st.integers(0, 9)))
    ]
    free = set(range(len(visits)))
    for n, visit in enumerate(visits):
        later = sorted(m for m in free if m > n)
        if later and draw(st.booleans()):
            target = draw(st.sampled_from(later))
            free.discard(target)
            visits[n] = replace(visit, moved_to=f"v{target:02}")
    return visits


@st.composite
def lines(draw: st.DrawFn) -> tuple[list[SlotFact], list[SlotChangeFact]]:
    slots, changes = [], []
    for n in range(draw(st.integers(0, 5))):
        begin, follows = draw(near), draw(st.integers(0, 2))
        for step in range(follows + 1):
            ends = begin + draw(st.integers(-1, 9)) * DAY
            slots.append(SlotFact(f"s{n}.{step}", draw(units), begin, draw(st.sampled_from([ends, None]))))
            if step < follows or draw(st.booleans()):
                heir = f"s{n}.{step + 1}" if step < follows else None
                changes.append(
                    SlotChangeFact(
                        f"s{n}.{step}", heir, draw(st.sampled_from([*Asker, "nobody"])), draw(near)
                    )
                )
            begin = ends + DAY
    return slots, changes


promise_facts = st.lists(
    st.builds(
        PromiseFact,
        state=st.sampled_from([*PromiseState, "a state of the future"]),
        made_on=near,
        due_on=st.none() | near,
        settled_on=st.none() | near,
    ),
    max_size=9,
)


@given(histories(), lines(), promise_facts, near, st.integers(0, 13), near, st.integers(0, 40))
def test_any_history_counts_as_by_hand(visits, line, promises, first, length, today, tolerance) -> None:
    slots, changes = line
    period = Period(first, first + length * DAY)
    got = figures(visits, slots, changes, promises, period, today, tolerance)
    assert got == recount(visits, slots, changes, promises, period, today, tolerance)
    assert all(0 <= top <= bottom for name, (top, bottom) in got.items() if name != "visits_due")
    assert got == figures(visits[::-1], slots[::-1], changes[::-1], promises[::-1], period, today, tolerance)


@given(histories(), near, st.integers(0, 6), st.integers(0, 6))
def test_two_periods_next_to_each_other_add_up(visits, first, one, two) -> None:
    middle, last = first + one * DAY, first + (one + 1 + two) * DAY
    whole = figures(visits, period=Period(first, last))
    parts = [figures(visits, period=p) for p in (Period(first, middle), Period(middle + DAY, last))]
    for name in ("plan_completion", "on_day_rate", "punctuality", "call_compliance", "strike_rate"):
        assert whole[name] == tuple(map(sum, zip(*(part[name] for part in parts), strict=True)))


# --- what the words leave open ---------------------------------------------------------------------------------------


def visit(name: str = "v", day: int = 1, **facts) -> VisitFact:
    made = {"visited_on": MONDAY + day * DAY} if facts.get("state") == "done" else {}
    return VisitFact(
        **{"id": name, "unit_id": "u", "planned": True, "planned_date": MONDAY + day * DAY,
           "planned_start": 540, **made, **facts}
    )  # fmt: skip


def plan(*visits: VisitFact, today: date = AFTER) -> tuple[int, int, int]:
    """Due, done, on the day."""
    got = figures(visits, today=today)
    return got["visits_due"][0], got["plan_completion"][0], got["on_day_rate"][0]


def test_an_empty_week_has_no_ratio_at_all() -> None:
    got = figures()
    assert got.pop("visits_due") == (0, 1)
    assert set(got.values()) == {(0, 0)}
    assert Figure(FigureId.COVERAGE, 0, 0).value is None
    assert Figure(FigureId.COVERAGE, 1, 3).value == 1 / 3
    assert Figure(FigureId.VISITS_DUE, 0, 1).value == 0


def test_a_visit_is_due_once_its_day_has_passed() -> None:
    done = visit(state="done")
    assert plan(visit(), today=MONDAY + DAY) == (0, 0, 0)
    assert plan(visit(), today=MONDAY + 2 * DAY) == (1, 0, 0)
    assert plan(done, today=MONDAY + DAY) == (0, 0, 0)
    assert figures([done], today=MONDAY + DAY)["call_compliance"] == (1, 1)
    assert plan(done, today=MONDAY + 2 * DAY) == (1, 1, 1)


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({"state": "missed"}, 1),
        ({"state": "missed", "reason": "customer_absent"}, 1),
        ({"state": "missed", "reason": "road_weather"}, 1),
        ({"state": "missed", "reason": "we_moved"}, 1),
        ({"state": "missed", "reason": "customer_moved"}, 0),
        ({"state": "cancelled", "state_by": "customer"}, 0),
        ({"state": "cancelled", "state_by": "us"}, 1),
        ({"state": "cancelled"}, 1),
        ({"state": "cancelled", "reason": "customer_moved"}, 0),
        ({"state": "cancelled", "state_by": "us", "reason": "customer_moved"}, 1),
        ({"state": "rescheduled", "state_by": "customer"}, 0),
        ({"state": "rescheduled", "state_by": "us"}, 1),
        ({"excused": True}, 0),
        ({"excused": True, "state": "done"}, 0),
        ({"planned": False}, 0),
        ({"planned": False, "state": "done"}, 0),
    ],
)
def test_what_takes_a_visit_out_of_those_due(facts: dict, due: int) -> None:
    assert plan(visit(**facts))[0] == due


def test_moved_by_the_customer_the_new_day_counts() -> None:
    moved = visit("a", 1, state="rescheduled", state_by="customer", moved_to="b")
    assert plan(moved, visit("b", 3, state="done")) == (1, 1, 1)
    assert plan(moved, visit("b", 3)) == (1, 0, 0)
    assert plan(moved, visit("b", 8, state="done")) == (0, 0, 0)


def test_moved_by_us_the_first_day_counts_and_was_not_kept() -> None:
    moved = visit("a", 1, state="rescheduled", state_by="us", moved_to="b")
    assert plan(moved, visit("b", 3, state="done")) == (1, 1, 0)
    assert plan(moved, visit("b", 3, state="missed")) == (1, 0, 0)
    assert plan(moved, visit("b", 8, state="done")) == (1, 1, 0)
    assert plan(
        visit("a", -3, state="rescheduled", state_by="us", moved_to="b"), visit("b", 1, state="done")
    ) == (0, 0, 0)


def test_a_chain_of_moves_is_one_visit() -> None:
    first = visit("a", 0, state="rescheduled", state_by="customer", moved_to="b")
    second = visit("b", 1, state="rescheduled", state_by="us", moved_to="c")
    third = visit("c", 2, state="rescheduled", state_by="customer", moved_to="d")
    assert plan(first, second, third, visit("d", 3, state="done")) == (1, 1, 0)
    assert plan(first, second, third, visit("d", 3, state="cancelled", state_by="customer")) == (1, 0, 0)


def test_moved_out_of_a_leave_the_new_day_counts() -> None:
    away = visit("a", 1, excused=True, state="rescheduled", state_by="us", moved_to="b")
    assert plan(away, visit("b", 3, state="done")) == (1, 1, 1)


def test_a_visit_made_good_by_an_ad_hoc_one_is_done() -> None:
    missed = visit("a", 1, state="missed", reason="we_moved", moved_to="b")
    made_good = visit("b", 2, state="done", planned=False)
    assert plan(missed, made_good) == (1, 1, 0)
    assert figures([missed, made_good])["call_compliance"] == (1, 1)


def test_done_on_another_day_is_done_but_neither_on_the_day_nor_punctual() -> None:
    late = visit(day=1, state="done", visited_on=MONDAY + 2 * DAY, arrived=540)
    assert plan(late) == (1, 1, 0)
    assert figures([late])["punctuality"] == (0, 1)
    assert plan(visit(state="done", visited_on=None)) == (1, 1, 0)


def test_done_in_the_next_week_is_done_in_the_plan_and_counts_as_made_there() -> None:
    late = visit(day=4, state="done", visited_on=AFTER)
    assert plan(late, today=AFTER + DAY) == (1, 1, 0)
    assert figures([late])["call_compliance"] == (0, 0)
    assert figures([late], period=Period(AFTER, AFTER + 6 * DAY))["call_compliance"] == (1, 1)


@pytest.mark.parametrize(("arrived", "punctual"), [(525, 1), (524, 0), (555, 1), (556, 0), (540, 1)])
def test_the_tolerance_reaches_both_ways_and_its_ends_are_in(arrived: int, punctual: int) -> None:
    assert figures([visit(state="done", arrived=arrived)])["punctuality"] == (punctual, 1)


def test_without_an_arrival_nobody_is_judged() -> None:
    assert figures([visit(state="done")])["punctuality"] == (0, 0)
    assert figures([visit(state="done", arrived=540, planned_start=None)])["punctuality"] == (0, 0)
    assert figures([visit(state="missed", arrived=540)])["punctuality"] == (0, 0)


def test_punctual_is_meant_for_the_time_last_agreed() -> None:
    moved = visit("a", 1, planned_start=540, state="rescheduled", state_by="us", moved_to="b")
    assert figures([moved, visit("b", 2, planned_start=600, state="done", arrived=610)])["punctuality"] == (
        1,
        1,
    )


def test_a_slot_changed_by_us_is_an_exception_and_stays_one_slot() -> None:
    old = SlotFact("a", "u", MONDAY - 70 * DAY, MONDAY + DAY)
    new = SlotFact("b", "u", MONDAY + 2 * DAY)
    other = SlotFact("c", "u", MONDAY - 70 * DAY)
    for asker, stable in (("us", 1), ("customer", 2)):
        change = SlotChangeFact("a", "b", asker, MONDAY + 2 * DAY)
        assert figures(slots=[old, new, other], changes=[change])["slot_stability"] == (stable, 2)
        later = Period(AFTER, AFTER + 6 * DAY)
        assert figures(slots=[old, new, other], changes=[change], period=later)["slot_stability"] == (2, 2)


def test_a_slot_changed_before_it_first_fell_due_was_nobodys_habit() -> None:
    """Put on the line for Thursday and moved by a plan before: the line is as stable as it was."""
    never = SlotFact("a", "u", MONDAY + 3 * DAY, MONDAY + 2 * DAY)
    new, other = SlotFact("b", "u", MONDAY), SlotFact("c", "u", MONDAY - 70 * DAY)
    change = SlotChangeFact("a", "b", "us", MONDAY)
    assert figures(slots=[never, new, other], changes=[change])["slot_stability"] == (2, 2)
    given_up = SlotChangeFact("a", None, "us", MONDAY)
    assert figures(slots=[never, other], changes=[given_up])["slot_stability"] == (1, 1)
    stood = SlotFact("a", "u", MONDAY - 10 * DAY, MONDAY, MONDAY + 7 * DAY)
    change = SlotChangeFact("a", "b", "us", MONDAY + DAY)
    assert figures(slots=[stood, new, other], changes=[change])["slot_stability"] == (2, 2)


def test_a_slot_given_up_by_us_on_monday_shows_in_that_week() -> None:
    gone = SlotFact("a", "u", MONDAY - 70 * DAY, MONDAY - DAY)
    change = SlotChangeFact("a", None, "us", MONDAY)
    assert figures(slots=[gone], changes=[change])["slot_stability"] == (0, 1)
    assert figures(slots=[gone])["slot_stability"] == (0, 0)


def test_coverage_counts_units_not_visits() -> None:
    slots = [SlotFact("a", "u", MONDAY), SlotFact("b", "u", MONDAY), SlotFact("c", "w", MONDAY)]
    twice = [
        visit("1", 1, state="done"),
        visit("2", 2, state="done"),
        visit("3", 2, state="done", unit_id="x"),
    ]
    assert figures(twice, slots)["coverage"] == (1, 2)
    assert figures([visit(state="done", planned=False)], slots)["coverage"] == (1, 2)


def test_promises_by_their_due_day() -> None:
    due = MONDAY + 2 * DAY
    states = ["kept", "kept_late", "broken", "substituted", "open", "withdrawn"]
    promises = [PromiseFact(state, MONDAY - 20 * DAY, due) for state in states]
    assert figures(promises=promises)["promise_kept"] == (1, 5)
    assert figures(promises=promises, today=due)["promise_kept"] == (1, 4)
    assert figures(promises=[PromiseFact("kept", MONDAY, AFTER, MONDAY)])["promise_kept"] == (0, 0)
    assert figures(promises=[PromiseFact("kept", MONDAY - 9 * DAY, None, MONDAY)])["promise_kept"] == (1, 1)
    assert figures(promises=[PromiseFact("open", MONDAY)])["promise_kept"] == (0, 0)


def test_moves_in_a_ring_are_one_visit() -> None:
    ring = [visit("a", 1, state="missed", moved_to="b"), visit("b", 2, state="missed", moved_to="a")]
    assert plan(*ring) == (1, 0, 0)
    assert plan(visit("a", 1, state="missed", moved_to="a")) == (1, 0, 0)
    assert plan(visit("a", 1, state="missed", moved_to="not in the book")) == (1, 0, 0)
