"""The page of the day: its stops, what is known at each door, what was left unfinished, the days ahead."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kamdesk.calendars import DayKind, Kind
from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, drafts, line, promises, visits
from kamdesk.reads.today import today_beside, today_board
from tests.books import NOW, TODAY, only

TUESDAY = TODAY


def add(book: Store, name: str, **fields: object) -> str:
    return only(accounts.add_account(book, name=name, now=NOW, **fields), "account")


def slot(book: Store, account_id: str, weekday: int, start: int, **fields: object) -> str:
    given = {"minutes": 60, "valid_from": date(2026, 11, 2), **fields}
    return only(
        line.add_slot(book, account_id=account_id, weekday=weekday, start=start, now=NOW, **given),
        "visit_slot",
    )


def test_the_day_with_what_rests_and_what_comes_next(book: Store) -> None:
    haichuan, nanyu = add(book, "海川建材", value_class="A"), add(book, "南屿建材")
    slot(book, haichuan, 1, 600)
    week = (TUESDAY - date(2026, 11, 2)).days // 7
    resting = slot(book, nanyu, 1, 840, every_weeks=2, week_offset=(week + 1) % 2)
    slot(book, nanyu, 2, 510)
    board = today_board(book, now=NOW)
    due = {stop.account.id for stop in board.day.line.stops} | {rest.account.id for rest in board.day.resting}
    assert due == {haichuan, nanyu}
    assert resting in {rest.slot.id for rest in board.day.resting} | {
        stop.slot.id for stop in board.day.line.stops if stop.slot
    }
    assert board.next_stop is not None
    assert (board.next_stop.date, board.next_stop.start) == (TUESDAY + timedelta(days=1), 510)
    assert (board.accounts, board.slots) == (2, 3)


def test_at_the_door(book: Store) -> None:
    haichuan = add(book, "海川建材")
    slot(book, haichuan, 1, 600)
    chen = only(
        contacts.add_contact(
            book,
            account_id=haichuan,
            name="陈国梁",
            title="总经理",
            phones=[("0576-88001", None, "fax"), ("13812345678", None, "mobile")],
            now=NOW,
        ),
        "contact",
    )
    contacts.give_role(book, contact_id=chen, account_id=haichuan, role="decision_maker", now=NOW)
    for what, due in (
        ("补发", TUESDAY - timedelta(days=2)),
        ("报告", TUESDAY),
        ("下月", TUESDAY + timedelta(days=9)),
    ):
        promises.add_promise(
            book, account_id=haichuan, what=what, made_on=date(2026, 11, 2), due_on=due, now=NOW
        )
    for day, step in ((date(2026, 11, 10), "旧的"), (date(2026, 11, 17), "带书面答复")):
        report = visits.Report(visited_on=day, outcome="order", points="要点", next_step=step)
        visits.report_unplanned(book, account_id=haichuan, report=report, now=NOW)
    board = today_board(book, now=NOW)
    door = board.doors[haichuan]
    assert [(p.name, p.role, p.assumed) for p in door.people] == [("陈国梁", "decision_maker", True)]
    assert [person.phone for person in door.people] == ["13812345678"]
    assert [owed.what for owed in door.promises] == ["补发", "报告"], (
        "what is not due yet is not owed at this door"
    )
    assert door.remark is not None
    assert (door.remark.on, door.remark.text, door.remark.agreed) == (date(2026, 11, 17), "带书面答复", True)
    assert [p.what for p in board.promises] == ["补发", "报告"], "next week's promise is not of this week"


def test_late_reports_are_what_nobody_wrote_anything_about(book: Store) -> None:
    haichuan = add(book, "海川建材")
    of = slot(book, haichuan, 0, 600, valid_from=date(2026, 11, 2))
    mondays = [date(2026, 11, day) for day in (2, 9, 16, 23)]
    assert [late.day for late in today_beside(book, now=NOW).late] == sorted(mondays, reverse=True)
    visits.miss_visit(
        book, visit=visits.Occurrence(slot_id=of, due_on=mondays[0]), reason="customer_absent", now=NOW
    )
    visits.report_visit(
        book,
        visit=visits.Occurrence(slot_id=of, due_on=mondays[1]),
        report=visits.Report(visited_on=mondays[1], arrived=600),
        now=NOW,
    )
    visits.set_objective(
        book, visit=visits.Occurrence(slot_id=of, due_on=mondays[2]), objective="谈价", now=NOW
    )
    line.add_leave(book, first_day=mondays[3], last_day=mondays[3], now=NOW)
    (late,) = today_beside(book, now=NOW).late
    assert (late.day, late.start, late.account.id) == (mondays[2], 600, haichuan)
    assert late.visit_id is not None


def test_a_late_report_older_than_four_weeks_is_asked_for_no_more(book: Store) -> None:
    haichuan = add(book, "海川建材")
    of = slot(book, haichuan, 0, 600, valid_from=date(2026, 9, 7))
    line.end_slot(
        book, slot_id=of, asked_by="customer", asked_on=TODAY, effective_from=date(2026, 10, 12), now=NOW
    )
    assert today_beside(book, now=NOW).late == ()


def test_next_steps_until_something_comes_of_them(book: Store) -> None:
    haichuan, nanyu = add(book, "海川建材"), add(book, "南屿建材")
    made = {}
    for account, day, step in (
        (haichuan, date(2026, 11, 12), "旧的"), (haichuan, date(2026, 11, 20), "发对账单"),
        (nanyu, date(2026, 11, 5), "太久了"),
    ):  # fmt: skip
        report = visits.Report(visited_on=day, outcome="order", next_step=step)
        made[step] = only(visits.report_unplanned(book, account_id=account, report=report, now=NOW), "visit")
    (step,) = today_beside(book, now=NOW).steps
    assert (step.what, step.visit_id) == ("发对账单", made["发对账单"])
    promises.finish_step(book, visit_id=step.visit_id, done_on=TUESDAY, now=NOW)
    assert today_beside(book, now=NOW).steps == ()
    assert today_beside(book, now=NOW).actions == (), "it is done, and no action waits for it"


def test_drafts_are_told_with_what_they_are_about(book: Store) -> None:
    haichuan = add(book, "海川建材有限公司", short_name="海川")
    of = slot(book, haichuan, 1, 600)
    key = f"{of}@{TUESDAY.isoformat()}"
    other = f"{haichuan}@2026-11-20"
    for subject, content in ((key, '{"arrived": "10:02", "left": ""}'), (other, "{}"), ("gone", "{}")):
        drafts.keep_draft(book, form="visit_report", subject=subject, content=content, now=NOW)
    board = today_board(book, now=NOW)
    found = {draft.key: draft for draft in board.drafts}
    assert found.keys() == {key, other}
    assert (found[key].slot_id, found[key].arrived, found[key].under_way) == (of, "10:02", True)
    assert (found[other].day, found[other].under_way) == (date(2026, 11, 20), False)
    assert {draft.account for draft in board.drafts} == {"海川"}
    assert found[key].key == board.day.line.stops[0].key, "the draft is found by the stop it is about"


def test_birthdays_of_both_calendars(book: Store) -> None:
    haichuan = add(book, "海川建材", status="active")
    born = (
        ("公历", {"birth_month": 12, "birth_day": 1, "birth_calendar": "solar"}),
        ("农历", {"birth_month": 10, "birth_day": 20, "birth_calendar": "lunar"}),
        ("太远", {"birth_month": 12, "birth_day": 9, "birth_calendar": "solar"}),
        ("农历太远", {"birth_month": 11, "birth_day": 20, "birth_calendar": "lunar"}),
    )
    for name, fields in born:
        contacts.add_contact(book, account_id=haichuan, name=name, now=NOW, **fields)
    found = today_beside(book, now=NOW).occasions.birthdays
    assert [(one.name, one.on, one.lunar) for one in found] == [
        ("农历", date(2026, 11, 28), (10, 20, False)),
        ("公历", date(2026, 12, 1), None),
    ]


def test_the_holiday_that_hits_a_visit_and_leave(book: Store) -> None:
    haichuan = add(book, "海川建材")
    slot(book, haichuan, 3, 600)
    off = dict.fromkeys((date(2026, 12, 3), date(2026, 12, 4)), "national_day")
    off[date(2026, 11, 28)] = "tomb_sweeping_day"

    def holidays(day: date) -> DayKind | None:
        return DayKind(Kind.HOLIDAY, off[day]) if day in off else None

    line.add_leave(book, first_day=date(2026, 12, 10), last_day=date(2026, 12, 11), reason="年休假", now=NOW)
    spells = today_beside(book, now=NOW, holidays=holidays).occasions.spells
    assert [(s.first, s.last, s.name, s.leave, s.visits) for s in spells] == [
        (date(2026, 12, 3), date(2026, 12, 4), "national_day", False, 1),
        (date(2026, 12, 10), date(2026, 12, 11), "年休假", True, 1),
    ]


def test_what_was_ordered_today(book: Store) -> None:
    haichuan = add(book, "海川建材")
    report = visits.Report(visited_on=TUESDAY, arrived=600, outcome="order", order=visits.Taken(1840000))
    visit = only(visits.report_unplanned(book, account_id=haichuan, report=report, now=NOW), "visit")
    assert today_board(book, now=NOW).orders == {visit: 1840000}


def test_the_day_is_the_reps(book: Store) -> None:
    late = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert today_board(book, now=late).today == date(2026, 11, 25)
