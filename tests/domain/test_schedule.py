"""A slot's days over years, by a walk from day to day that knows no modulus; weeks; moving a slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain import schedule
from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import VisitSlot

DAY = timedelta(days=1)
ANCHOR = date(2026, 8, 31)

mondays = st.dates(date(2015, 1, 1), date(2035, 12, 31)).map(schedule.monday_of)
days = st.dates(date(2020, 1, 1), date(2031, 12, 31))


@st.composite
def slots(draw: st.DrawFn) -> VisitSlot:
    every = draw(st.sampled_from([1, 2, 3, 4, 6]))
    valid_from = draw(days)
    valid_to = draw(st.none() | st.integers(-1, 1500).map(lambda n: valid_from + n * DAY))
    start = draw(st.integers(0, 1439))
    return VisitSlot(
        id="s", line_id="l", account_id="a", weekday=draw(st.integers(0, 6)), start=start,
        minutes=draw(st.integers(1, 1440 - start)), every_weeks=every,
        week_offset=draw(st.integers(0, every - 1)), valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip


def walked(slot: VisitSlot, anchor: date, first: date, last: date) -> list[date]:
    """The due days found by walking: from the anchor's week, week by week, ticking off the rhythm."""
    found = []
    monday, week = anchor, 0
    while monday > first - 7 * DAY:
        monday, week = monday - 7 * DAY, (week - 1) % slot.every_weeks
    while monday <= last:
        day = monday + slot.weekday * DAY
        on = slot.valid_from <= day and (slot.valid_to is None or day <= slot.valid_to)
        if week == slot.week_offset and on and first <= day <= last:
            found.append(day)
        monday, week = monday + 7 * DAY, (week + 1) % slot.every_weeks
    return found


@given(slots(), mondays, days, st.integers(0, 1500))
def test_due_dates_are_those_of_the_walk(slot: VisitSlot, anchor: date, first: date, length: int) -> None:
    last = first + length * DAY
    due = list(schedule.due_dates(slot, anchor, first, last))
    assert due == walked(slot, anchor, first, last)
    assert all(schedule.falls_due(slot, anchor, day) for day in due)
    assert all(later - earlier == slot.every_weeks * 7 * DAY for earlier, later in pairwise(due))
    assert schedule.in_force(slot, first, last) or not due
    if due:
        assert schedule.next_due(slot, anchor, first) == due[0]
        assert not any(
            schedule.falls_due(slot, anchor, first + n * DAY) for n in range((due[0] - first).days)
        )


@given(slots(), mondays, days, st.integers(0, 400), st.integers(0, 400))
def test_a_period_in_two_parts_has_the_days_of_the_whole(
    slot: VisitSlot, anchor: date, first: date, one: int, two: int
) -> None:
    middle, last = first + one * DAY, first + (one + 1 + two) * DAY
    whole = list(schedule.due_dates(slot, anchor, first, last))
    parts = [
        *schedule.due_dates(slot, anchor, first, middle),
        *schedule.due_dates(slot, anchor, middle + DAY, last),
    ]
    assert parts == whole


@given(slots(), mondays, days)
def test_an_anchor_a_whole_rhythm_away_changes_nothing(slot: VisitSlot, anchor: date, first: date) -> None:
    other = anchor + 7 * slot.every_weeks * DAY
    last = first + 400 * DAY
    assert list(schedule.due_dates(slot, anchor, first, last)) == list(
        schedule.due_dates(slot, other, first, last)
    )


@given(mondays, st.integers(0, 12), st.sampled_from([1, 2, 4]), st.integers(0, 3), st.integers(0, 6))
def test_dots_say_in_which_weeks_the_visit_falls(
    anchor: date, week: int, every: int, offset: int, weekday: int
) -> None:
    slot = VisitSlot(
        id="s", line_id="l", account_id="a", weekday=weekday, start=540, minutes=30,
        every_weeks=every, week_offset=offset % every, valid_from=anchor - 400 * DAY,
    )  # fmt: skip
    day = anchor + (7 * (week - 6) + weekday) * DAY
    dots = schedule.rhythm_dots(every, offset % every)
    assert dots[schedule.cycle_week(anchor, day)] == schedule.falls_due(slot, anchor, day)


def test_the_dots_as_drawn() -> None:
    assert schedule.rhythm_dots(1, 0) == (True, True, True, True)
    assert schedule.rhythm_dots(2, 0) == (True, False, True, False)
    assert schedule.rhythm_dots(2, 1) == (False, True, False, True)
    assert schedule.rhythm_dots(4, 2) == (False, False, True, False)
    assert schedule.rhythm_dots(2, 1, cycle_weeks=2) == (False, True)


def test_a_fortnight_stays_a_fortnight_over_a_year_of_53_weeks() -> None:
    """2026 has a week 53: even week numbers would leave three weeks between W52 and 2027-W02, or one."""
    slot = VisitSlot(
        id="s", line_id="l", account_id="a", weekday=1, start=510, minutes=60,
        every_weeks=2, week_offset=0, valid_from=date(2026, 1, 1),
    )  # fmt: skip
    due = schedule.due_dates(slot, ANCHOR, date(2026, 12, 1), date(2027, 1, 31))
    assert [schedule.week_text(day) for day in due] == ["2026-W50", "2026-W52", "2027-W01", "2027-W03"]


@given(st.dates(date(1900, 1, 8), date(2199, 12, 20)))
def test_a_week_is_read_as_it_is_written(day: date) -> None:
    text = schedule.week_text(day)
    assert schedule.parse_week(text) == schedule.monday_of(day)
    assert day in schedule.week_days(schedule.parse_week(text))


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W48", date(2026, 11, 23)),
        ("2026-W53", date(2026, 12, 28)),
        ("2020-W53", date(2020, 12, 28)),
        ("2027-W01", date(2027, 1, 4)),
        ("2025-W01", date(2024, 12, 30)),
        (" 2026-W01\n", date(2025, 12, 29)),
    ],
)
def test_weeks_at_the_turn_of_the_year(text: str, monday: date) -> None:
    assert schedule.parse_week(text) == monday


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2027-W53", "week_unknown"),
        ("2026-W00", "week_unknown"),
        ("2026-W54", "week_unknown"),
        ("0001-W01", "week_unknown"),
        ("2026W48", "week_format"),
        ("2026-w48", "week_format"),
        ("48", "week_format"),
        ("", "week_format"),
        ("２０２６-W48", "week_format"),
    ],
)
def test_what_is_no_week_is_refused(text: str, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        schedule.parse_week(text)
    assert caught.value.code == code


@given(slots(), slots(), mondays)
def test_two_slots_collide_on_the_first_day_on_which_both_are_under_way(
    slot: VisitSlot, other: VisitSlot, anchor: date
) -> None:
    first, last = min(slot.valid_from, other.valid_from), date(2033, 12, 31)
    both = set(walked(slot, anchor, first, last)) & set(walked(other, anchor, first, last))
    minutes = set(range(slot.start, slot.start + slot.minutes)) & set(
        range(other.start, other.start + other.minutes)
    )
    assert schedule.times_overlap(slot.start, slot.minutes, other.start, other.minutes) == len(minutes)
    assert schedule.shared_day(slot, other, anchor) == (min(both) if both else None)
    assert schedule.collide(slot, other, anchor) == (min(both) if both and minutes else None)


SLOT = VisitSlot(
    id="old", line_id="l", account_id="a", weekday=1, start=510, minutes=60, every_weeks=2, week_offset=1,
    valid_from=date(2026, 9, 1), valid_to=date(2027, 6, 30), promised=True,
)  # fmt: skip


@given(st.integers(0, 302), st.integers(0, 6), st.integers(0, 1380))
def test_a_moved_slot_takes_over_on_the_day_of_the_change(after: int, weekday: int, start: int) -> None:
    change = SLOT.valid_from + after * DAY
    if (weekday, start) == (SLOT.weekday, SLOT.start):
        return
    new = schedule.moved_slot(SLOT, new_id="new", effective_from=change, weekday=weekday, start=start)
    old = replace(SLOT, valid_to=schedule.check_change(SLOT, change))
    first, last = date(2026, 8, 1), date(2027, 8, 1)
    before = list(schedule.due_dates(old, ANCHOR, first, last))
    after_it = list(schedule.due_dates(new, ANCHOR, first, last))
    assert before == [day for day in schedule.due_dates(SLOT, ANCHOR, first, last) if day < change]
    assert all(day >= change and day.weekday() == weekday for day in after_it)
    assert all(day <= date(2027, 6, 30) for day in after_it)
    assert (new.line_id, new.account_id, new.minutes, new.promised) == ("l", "a", 60, True)


def test_a_new_rhythm_keeps_the_week_as_far_as_it_can() -> None:
    change = date(2026, 10, 5)
    weekly = schedule.moved_slot(SLOT, new_id="n", effective_from=change, every_weeks=1)
    assert (weekly.every_weeks, weekly.week_offset) == (1, 0)
    rarer = schedule.moved_slot(SLOT, new_id="n", effective_from=change, every_weeks=4)
    assert (rarer.every_weeks, rarer.week_offset) == (4, 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"weekday": 7}, "slot_weekday"),
        ({"weekday": -1}, "slot_weekday"),
        ({"minutes": 0}, "slot_minutes"),
        ({"start": 1400}, "slot_midnight"),
        ({"start": -10}, "slot_midnight"),
        ({"every_weeks": 3}, "slot_rhythm"),
        ({"every_weeks": 0}, "slot_rhythm"),
        ({"every_weeks": 8}, "slot_rhythm"),
        ({"week_offset": 2}, "slot_offset"),
        ({"week_offset": -1}, "slot_offset"),
        ({"effective_from": date(2026, 8, 31)}, "change_too_early"),
        ({"effective_from": date(2027, 7, 1)}, "change_too_late"),
        ({}, "change_nothing"),
        ({"weekday": 1, "start": 510}, "change_nothing"),
    ],
)
def test_a_move_that_breaks_a_rule_is_refused(changes: dict, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        schedule.moved_slot(SLOT, **{"new_id": "n", "effective_from": date(2026, 10, 5), **changes})
    assert caught.value.code == code


def test_a_visit_may_end_at_midnight_and_a_slot_may_last_one_day() -> None:
    schedule.check_slot(replace(SLOT, start=1380, valid_to=SLOT.valid_from))
    with pytest.raises(RuleError) as caught:
        schedule.check_slot(replace(SLOT, valid_to=SLOT.valid_from - DAY))
    assert caught.value.code == "slot_period"


def test_a_line_counts_from_a_monday() -> None:
    schedule.check_line(ANCHOR, 4)
    for anchor, weeks, code in ((ANCHOR + DAY, 4, "anchor_not_monday"), (ANCHOR, 0, "cycle_length")):
        with pytest.raises(RuleError) as caught:
            schedule.check_line(anchor, weeks)
        assert caught.value.code == code
