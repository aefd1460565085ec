"""The line: a slot given, moved, given up, with who asked; the rep's leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import Leave, SlotChange, VisitLine, VisitSlot
from kamdesk.operations import accounts, contacts, line
from kamdesk.operations.undo import undo
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown

BEGAN = TODAY - timedelta(days=30)


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


def add(book: Store, account: str, **given: Any) -> str:
    fields = {"weekday": 1, "start": 510, "minutes": 60, "valid_from": BEGAN, **given}
    return only(line.add_slot(book, account_id=account, now=NOW, **fields), "visit_slot")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = new_book(tmp_path / "empty.kam", now=NOW)
    yield store
    store.close()


def test_an_account_may_have_several_slots(book: Store, account: str) -> None:
    add(book, account)
    add(book, account, weekday=3, every_weeks=4, week_offset=3, promised=True)
    slots = every(book, VisitSlot)
    assert {row.line_id for row in slots} == {one(book, VisitLine).id}
    assert shown(slots, "weekday", "every_weeks", "week_offset", "promised", "valid_to") == [
        (1, 1, 0, False, None),
        (3, 4, 3, True, None),
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"weekday": 7}, "slot_weekday"),
        ({"minutes": 0}, "slot_minutes"),
        ({"start": 1400}, "slot_midnight"),
        ({"every_weeks": 3}, "slot_rhythm"),
        ({"every_weeks": 2, "week_offset": 2}, "slot_offset"),
    ],
)
def test_a_slot_keeps_the_rules_of_the_line(
    book: Store, account: str, given: dict[str, int], code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        add(book, account, **given)
    assert every(book, VisitSlot) == []


def test_a_slot_has_an_account_and_a_line(book: Store, empty: Store) -> None:
    with pytest.raises(NotFound, match="row_missing"):
        add(book, "nobody")
    account = only(accounts.add_account(empty, name="x", now=NOW), "account")
    with pytest.raises(NotFound, match="line_missing"):
        add(empty, account)
    with pytest.raises(NotFound, match="line_missing"):
        line.add_leave(empty, first_day=TODAY, last_day=TODAY, now=NOW)


def asked(who: str = "customer", **given: Any) -> dict[str, Any]:
    return {"asked_by": who, "asked_on": TODAY, "effective_from": TODAY, "now": NOW, **given}


def test_a_move_ends_one_slot_and_begins_another_with_who_asked(book: Store, account: str) -> None:
    contact = only(contacts.add_contact(book, account_id=account, name="陈", now=NOW), "contact")
    old = add(book, account, every_weeks=2, week_offset=1, promised=True)
    changes = line.move_slot(book, slot_id=old, **asked(contact_id=contact, weekday=2, start=600))
    ended, begun = sorted(every(book, VisitSlot), key=lambda row: row.valid_from)
    assert (ended.id, ended.weekday, ended.valid_to) == (old, 1, TODAY - timedelta(days=1))
    assert (begun.weekday, begun.start, begun.minutes, begun.every_weeks, begun.week_offset) == (
        2,
        600,
        60,
        2,
        1,
    )
    assert (begun.valid_from, begun.valid_to, begun.promised) == (TODAY, None, True)
    change = one(book, SlotChange)
    assert (change.from_slot_id, change.to_slot_id, change.asked_by) == (old, begun.id, "customer")
    assert (change.contact_id, change.asked_on, change.effective_from) == (contact, TODAY, TODAY)
    assert changes.rows == {"visit_slot": {old, begun.id}, "slot_change": {change.id}}


def test_a_move_on_the_first_day_leaves_a_slot_that_never_was_in_force(book: Store, account: str) -> None:
    old = add(book, account, valid_from=TODAY)
    line.move_slot(book, slot_id=old, **asked(weekday=2, promised=True))
    assert one(book, VisitSlot, id=old).valid_to == TODAY - timedelta(days=1)
    assert one(book, VisitSlot, valid_from=TODAY, valid_to=None).promised


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (asked("x", weekday=2), "asker_open"),
        (asked("us", weekday=2), "reason_empty"),
        (asked("us", weekday=2, reason=" "), "reason_empty"),
        (asked(), "change_nothing"),
        (asked(weekday=1), "change_nothing"),
        (asked(weekday=9), "slot_weekday"),
        (asked(weekday=2, effective_from=BEGAN - timedelta(days=1)), "change_too_early"),
        (asked(weekday=2, effective_from=date(2027, 1, 1)), "change_too_late"),
        (asked(weekday=2, contact_id="nobody"), "row_missing"),
    ],
)
def test_a_move_that_is_refused_changes_nothing(
    book: Store, account: str, given: dict[str, Any], code: str
) -> None:
    old = add(book, account)
    line.end_slot(book, slot_id=old, **asked(effective_from=date(2026, 12, 31)))
    before = shown(every(book, VisitSlot), "id", "weekday", "valid_to")
    with pytest.raises((RuleError, NotFound), match=code):
        line.move_slot(book, slot_id=old, **given)
    assert shown(every(book, VisitSlot), "id", "weekday", "valid_to") == before
    assert len(every(book, SlotChange)) == 1


def test_a_slot_given_up(book: Store, account: str) -> None:
    slot = add(book, account)
    with pytest.raises(RuleError, match="reason_empty"):
        line.end_slot(book, slot_id=slot, **asked("us"))
    line.end_slot(book, slot_id=slot, **asked("us", reason="太远"))
    assert shown(every(book, VisitSlot), "valid_to", "end_reason") == [(TODAY - timedelta(days=1), "太远")]
    assert shown(every(book, SlotChange), "from_slot_id", "to_slot_id", "asked_by") == [(slot, None, "us")]
    with pytest.raises(RuleError, match="change_too_late"):
        line.end_slot(book, slot_id=slot, **asked())


def test_leave(book: Store) -> None:
    line.add_leave(book, first_day=TODAY, last_day=TODAY, reason="培训", substitute="王", now=NOW)
    assert shown(every(book, Leave), "first_day", "last_day", "reason", "substitute") == [
        (TODAY, TODAY, "培训", "王")
    ]
    with pytest.raises(RuleError, match="days_backwards"):
        line.add_leave(book, first_day=TODAY, last_day=TODAY - timedelta(days=1), now=NOW)


@given(
    st.integers(-6, 6),
    st.integers(0, 5),
    st.integers(-6, 6),
    st.integers(0, 5),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_two_leaves_never_share_a_day(book: Store, one: int, long: int, two: int, longer: int) -> None:
    first, last = TODAY + timedelta(one), TODAY + timedelta(one + long)
    begin, end = TODAY + timedelta(two), TODAY + timedelta(two + longer)
    added = line.add_leave(book, first_day=first, last_day=last, now=NOW)
    leave_id = only(added, "leave")
    share = begin <= last and first <= end
    if share:
        with pytest.raises(RuleError) as refused:
            line.add_leave(book, first_day=begin, last_day=end, now=NOW)
        assert (refused.value.code, refused.value.values) == (
            "leave_overlaps",
            {"first": first, "last": last},
        )
        line.change_leave(book, leave_id=leave_id, first_day=begin, last_day=end, now=NOW)
    else:
        other = line.add_leave(book, first_day=begin, last_day=end, now=NOW)
        with pytest.raises(RuleError, match="leave_overlaps"):
            line.change_leave(book, leave_id=leave_id, first_day=begin, last_day=end, now=NOW)
        line.remove_leave(book, leave_id=only(other, "leave"), now=NOW)
    line.remove_leave(book, leave_id=leave_id, now=NOW)
    assert every(book, Leave) == []


def test_a_leave_is_changed_and_taken_back_and_undone(book: Store) -> None:
    leave_id = only(line.add_leave(book, first_day=TODAY, last_day=TODAY, now=NOW), "leave")
    changed = line.change_leave(
        book, leave_id=leave_id, first_day=TODAY, last_day=TODAY + timedelta(1), substitute="钱文", now=NOW
    )
    assert shown(every(book, Leave), "last_day", "substitute") == [(TODAY + timedelta(1), "钱文")]
    undo(book, operation_id=changed.operation_id, now=NOW)
    assert shown(every(book, Leave), "last_day", "substitute") == [(TODAY, None)]
    gone = line.remove_leave(book, leave_id=leave_id, now=NOW)
    assert every(book, Leave) == []
    undo(book, operation_id=gone.operation_id, now=NOW)
    assert shown(every(book, Leave), "id") == [(leave_id,)]
    with pytest.raises(NotFound):
        line.remove_leave(book, leave_id="none", now=NOW)


def test_the_line_gets_another_name(book: Store) -> None:
    line.rename_line(book, name=" 台州南线 ", now=NOW)
    assert one(book, VisitLine).name == "台州南线"
    with pytest.raises(RuleError, match="name_empty"):
        line.rename_line(book, name=" ", now=NOW)
