"""A week of the line from a real book: order, states, warnings, ways, moves, slots that rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.calendars import DayKind, Kind
from kamdesk.db.store import Store
from kamdesk.domain.geo import Point, travel
from kamdesk.domain.schedule import parse_week
from kamdesk.domain.warnings import WarningCode
from kamdesk.operations import accounts, contacts, line, promises, visits
from kamdesk.operations.book import change_rep
from kamdesk.operations.visits import Occurrence, Report
from kamdesk.reads.line import line_rows, week_line
from kamdesk.reads.rep import rep_card
from kamdesk.words import Words
from tests.books import NOW, only

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def account(book: Store, name: str, **fields) -> str:
    return only(accounts.add_account(book, name=name, now=NOW, **fields), "account")


def slot(book: Store, account_id: str, weekday: int = 1, start: int = 540, **fields) -> str:
    given = {"minutes": 60, "valid_from": MONDAY, **fields}
    return only(
        line.add_slot(book, account_id=account_id, weekday=weekday, start=start, now=NOW, **given),
        "visit_slot",
    )


def week(book: Store, monday: date = MONDAY, **more):
    return week_line(book, monday=monday, now=NOW, **more)


def codes(stop) -> list[str]:
    return [warning.code.value for warning in stop.warnings]


def test_the_stops_of_a_week_come_in_order_with_what_is_known_of_them(book: Store) -> None:
    late = account(book, "中盛装饰城", short_name="中盛", value_class="B", city="台州")
    early = account(book, "路桥恒邦", value_class="A", is_key=True, latitude=28.60, longitude=121.40)
    contacts.add_contact(book, account_id=early, name="陈国梁", title="总经理", now=NOW)
    contacts.add_contact(book, account_id=early, name="周敏", title="采购", now=NOW)
    promises.add_promise(
        book, account_id=early, what="补货", made_on=MONDAY - 9 * DAY, due_on=MONDAY - DAY, now=NOW
    )
    promises.add_promise(
        book, account_id=early, what="书面船期", made_on=MONDAY, due_on=MONDAY + 9 * DAY, now=NOW
    )
    slot(book, late, 1, 600)
    slot(book, early, 1, 510, every_weeks=2, promised=True)
    slot(book, late, 0, 900)
    got = week(book)
    assert [(s.date, s.start, s.account.name) for s in got.stops] == [
        (MONDAY, 900, "中盛装饰城"),
        (MONDAY + DAY, 510, "路桥恒邦"),
        (MONDAY + DAY, 600, "中盛装饰城"),
    ]
    stop = got.stops[1]
    assert (stop.account.value_class, stop.account.is_key, stop.account.called) == ("A", True, "路桥恒邦")
    assert stop.contact is not None
    assert (stop.contact.name, stop.contact.title) == ("陈国梁", "总经理")
    assert (stop.open_promises, stop.overdue_promises) == (2, 1)
    assert stop.slot is not None
    assert stop.slot.dots == (True, False, True, False)
    assert stop.slot.next_on == MONDAY + 15 * DAY
    assert stop.slot.promised
    assert (stop.visit_id, stop.state, stop.origin) == (None, "planned", "planned")
    assert [len(day.stops) for day in got.days] == [1, 2, 0, 0, 0, 0, 0]
    assert (got.cycle_week, got.today) == (0, MONDAY + DAY)


def test_names_of_one_city_are_told_by_what_differs(book: Store) -> None:
    names = ["台州海川建材有限公司", "台州长城五金有限公司"]
    for day, name in enumerate(names):
        slot(book, account(book, name, city="台州市"), day)
    stops = [stop for day in week(book).days for stop in day.stops]
    assert [stop.account.in_brief for stop in stops] == ["海川建材", "长城五金"]
    assert [stop.account.called for stop in stops] == names


def test_a_slot_of_another_week_rests(book: Store) -> None:
    here = account(book, "路桥恒邦")
    resting = slot(book, here, 1, 510, every_weeks=4, week_offset=2)
    got = week(book)
    assert got.stops == ()
    assert [(r.slot.id, r.start, r.slot.next_on) for r in got.resting] == [(resting, 510, MONDAY + 15 * DAY)]
    assert week(book, MONDAY + 14 * DAY).resting == ()
    assert [s.date for s in week(book, MONDAY + 14 * DAY).stops] == [MONDAY + 15 * DAY]


def test_what_is_recorded_takes_the_place_of_the_computed_day(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 0)
    (computed,) = week(book).stops
    assert computed.key == f"{fixed}@2026-11-23"
    visits.report_visit(
        book,
        visit=Occurrence(slot_id=fixed, due_on=MONDAY),
        report=Report(visited_on=MONDAY, arrived=545, left=600, outcome="order"),
        now=NOW,
    )
    (stop,) = week(book).stops
    assert stop.visit_id == stop.key != computed.key
    assert (stop.state, stop.visited_on, stop.arrived, stop.left, stop.outcome) == (
        "done",
        MONDAY,
        545,
        600,
        "order",
    )
    assert stop.slot is not None
    assert stop.slot.id == fixed


def test_a_visit_moved_stays_in_sight_on_both_days_and_stands_on_one(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 1)
    visits.move_visit(
        book, visit=Occurrence(slot_id=fixed, due_on=MONDAY + DAY), asked_by="customer",
        to_date=MONDAY + 3 * DAY, to_start=600, now=NOW,
    )  # fmt: skip
    old, new = week(book).stops
    assert (old.date, old.state, old.moved_on, old.stands) == (
        MONDAY + DAY,
        "rescheduled",
        MONDAY + 3 * DAY,
        False,
    )
    assert (new.date, new.start, new.moved_from, new.stands) == (MONDAY + 3 * DAY, 600, MONDAY + DAY, True)
    rows = line_rows(book, monday=MONDAY, now=NOW, words=Words("zh"))
    assert [row["date"] for row in rows] == ["2026-11-26"]


def test_a_day_noted_before_the_slot_was_moved_is_not_told_twice(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 3)
    visits.set_objective(
        book, visit=Occurrence(slot_id=fixed, due_on=MONDAY + 3 * DAY), objective="签确认书", now=NOW
    )
    assert [s.objective for s in week(book).stops] == ["签确认书"]
    line.move_slot(
        book, slot_id=fixed, asked_by="customer", asked_on=MONDAY, effective_from=MONDAY, weekday=4, now=NOW
    )
    assert [s.date for s in week(book).stops] == [MONDAY + 4 * DAY]


def test_an_unplanned_visit_is_a_stop(book: Store) -> None:
    here = account(book, "路桥恒邦")
    visits.report_unplanned(book, account_id=here, report=Report(visited_on=MONDAY, arrived=600), now=NOW)
    (stop,) = week(book).stops
    assert (stop.origin, stop.state, stop.slot, stop.start) == ("ad_hoc", "done", None, 600)


def test_holidays_warn_and_never_drop_a_visit(book: Store) -> None:
    slot(book, account(book, "路桥恒邦"), 3, valid_from=date(2026, 1, 5))
    got = week(book, date(2026, 9, 28))
    (stop,) = got.stops
    assert stop.date == date(2026, 10, 1)
    assert stop.warnings[0].code is WarningCode.HOLIDAY
    (row,) = line_rows(book, monday=date(2026, 9, 28), now=NOW, words=Words("en"))
    assert row["warnings"] == ["public holiday: National Day"]
    assert got.days[3].kind is Kind.HOLIDAY


def test_a_make_up_saturday_is_said_to_be_a_workday(book: Store) -> None:
    slot(book, account(book, "路桥恒邦"), 5, valid_from=date(2026, 1, 5))
    (ordinary,) = week(book).stops
    assert codes(ordinary) == ["rep_day_off"]
    (made_up,) = week(book, date(2026, 10, 5)).stops
    assert codes(made_up) == ["make_up_workday"]


def test_a_file_of_holidays_holds_and_years_not_known_are_said(book: Store) -> None:
    slot(book, account(book, "路桥恒邦"))
    founders = {MONDAY + DAY: DayKind(Kind.HOLIDAY, "厂庆")}
    (stop,) = week(book, holidays=founders.get).stops
    assert stop.warnings[0].values == {"name": "厂庆"}
    unnamed = {MONDAY + DAY: DayKind(Kind.HOLIDAY)}
    (stop,) = week(book, holidays=unnamed.get).stops
    assert codes(stop) == ["holiday"]
    assert {day.kind for day in week(book, parse_week("2190-W10")).days} == {Kind.UNKNOWN}


def test_leave_closed_days_and_hours(book: Store) -> None:
    one, two = account(book, "路桥恒邦"), account(book, "中盛装饰城")
    slot(book, one, 0, 540)
    slot(book, two, 0, 700)
    slot(book, one, 2, 540)
    slot(book, two, 6, 540)
    accounts.set_hours(book, account_id=one, hours=[(0, 600, 690), (2, 540, 600)], now=NOW)
    accounts.set_hours(book, account_id=two, hours=[(0, 540, 1020)], now=NOW)
    accounts.add_closed(book, account_id=two, first_day=MONDAY, last_day=MONDAY, reason="盘点", now=NOW)
    line.add_leave(book, first_day=MONDAY + 2 * DAY, last_day=MONDAY + 4 * DAY, reason="年假", now=NOW)
    got = [codes(stop) for stop in week(book).stops]
    assert got == [
        ["outside_hours"],
        ["customer_closed", "over_lunch"],
        ["leave"],
        ["closed_weekday", "rep_day_off"],
    ]
    rows = line_rows(book, monday=MONDAY, now=NOW, words=Words("zh"))
    assert rows[1]["warnings"] == ["客户休息：盘点", "占用午休 40 分钟"]
    assert rows[2]["warnings"] == ["本人请假：年假"]
    assert week(book).days[3].leave == "年假"


def test_ways_and_gaps(book: Store) -> None:
    home, here, there = Point(28.55, 121.40), Point(28.60, 121.40), Point(28.60, 121.60)
    change_rep(
        book, rep_id=rep_card(book).id, home_latitude=home.latitude, home_longitude=home.longitude, now=NOW
    )
    one = account(book, "路桥恒邦", latitude=here.latitude, longitude=here.longitude)
    two = account(book, "中盛装饰城", latitude=there.latitude, longitude=there.longitude)
    slot(book, one, 0, 540)
    slot(book, two, 0, 605)
    slot(book, one, 0, 630)
    first, second, third = week(book).stops
    assert (first.travel, second.travel) == (travel(home, here), travel(here, there))
    assert codes(first) == []
    assert codes(second) == ["overlap", "too_tight"]
    assert second.warnings[1].values["gap"] == 5
    assert codes(third) == ["overlap"]
    assert week(book).days[0].way_home == travel(here, home)


def test_a_joined_accounts_slots_are_shown_with_the_one_it_became(book: Store) -> None:
    one, two = account(book, "恒邦建材"), account(book, "路桥恒邦")
    slot(book, one)
    accounts.join_accounts(book, account_id=one, into_id=two, now=NOW)
    (stop,) = week(book).stops
    assert (stop.account.id, stop.account.name) == (two, "路桥恒邦")


def test_an_account_no_longer_active_ends_its_stops(book: Store) -> None:
    here = account(book, "路桥恒邦")
    slot(book, here, 0)
    slot(book, here, 3)
    accounts.change_account(book, account_id=here, status="lost", status_reason="改用竞品", now=NOW)
    assert [s.date for s in week(book).stops] == [MONDAY]
    assert week(book, MONDAY + 7 * DAY).stops == ()


def test_rows_for_a_program_are_plain_and_stable(book: Store) -> None:
    ids = [account(book, name) for name in ("乙", "甲", "丙")]
    for account_id in ids:
        slot(book, account_id, 4, 540, minutes=45)
    rows = line_rows(book, monday=MONDAY, now=NOW, words=Words("en"))
    assert [row["account"] for row in rows] == sorted(["乙", "甲", "丙"])
    assert rows[0] | {"account": "", "account_id": "", "warnings": []} == {
        "date": "2026-11-27", "time": "09:00", "minutes": 45, "account": "", "account_id": "", "warnings": [],
    }  # fmt: skip
    assert all(len(row["warnings"]) == 2 for row in rows)
    assert rows == line_rows(book, monday=MONDAY, now=NOW, words=Words("en"))


@pytest.mark.parametrize(
    ("text", "count"), [("2026-W52", 1), ("2026-W53", 0), ("2027-W01", 1), ("2027-W02", 0)]
)
def test_a_fortnight_over_the_week_53(book: Store, text: str, count: int) -> None:
    slot(book, account(book, "路桥恒邦"), every_weeks=2)
    assert len(week(book, parse_week(text)).stops) == count
