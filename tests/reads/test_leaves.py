"""The rep's leave: what is recorded, who is to be told, what week and paper say of it."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, line, visits
from kamdesk.papers.common import Caution
from kamdesk.reads.leaves import leaves, to_tell
from kamdesk.reads.line import week_line
from kamdesk.reads.plan import week_plan
from kamdesk.reads.spoken import warning_text
from kamdesk.words import Words
from tests.books import NOW, TODAY, only

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def account(book: Store, name: str, weekday: int, **fields: object) -> str:
    made = only(accounts.add_account(book, name=name, now=NOW), "account")
    line.add_slot(
        book, account_id=made, weekday=weekday, start=540, minutes=60, valid_from=MONDAY, now=NOW, **fields
    )
    return made


def test_leaves_stand_the_latest_first(book: Store) -> None:
    line.add_leave(book, first_day=TODAY, last_day=TODAY, reason="培训", now=NOW)
    later = line.add_leave(book, first_day=TODAY + 3 * DAY, last_day=TODAY + 4 * DAY, now=NOW)
    gone = line.add_leave(book, first_day=TODAY + 9 * DAY, last_day=TODAY + 9 * DAY, now=NOW)
    line.remove_leave(book, leave_id=only(gone, "leave"), now=NOW)
    assert [(row.first_day, row.reason) for row in leaves(book)] == [(TODAY + 3 * DAY, None), (TODAY, "培训")]
    assert leaves(book)[0].id == only(later, "leave")


def test_who_is_to_be_told(book: Store) -> None:
    told = account(book, "海川建材", 2, promised=True)
    contacts.add_contact(
        book, account_id=told, name="陈国梁", phones=[("13905760001", None, "mobile")], now=NOW
    )
    silent = account(book, "南屿建材", 3, every_weeks=2)
    account(book, "渔歌五金", 0)
    done = account(book, "砚石陶瓷", 1)
    report = visits.Report(visited_on=TODAY, arrived=540, left=600, outcome="order", points="x")
    visits.report_unplanned(book, account_id=done, report=report, now=NOW)
    found = to_tell(book, first=MONDAY, last=MONDAY + 6 * DAY, today=TODAY)
    assert {(row.stop.account.id, row.phone) for row in found if row.stop.account.id in (told, silent)} >= {
        (told, "13905760001")
    }
    assert all(row.stop.date >= TODAY for row in found), "what is past is nobody's to be told any more"
    assert found[0].stop.date <= found[-1].stop.date
    assert next(row for row in found if row.stop.account.id == told).stop.slot.promised


def test_the_substitute_is_named_in_week_and_plan(book: Store) -> None:
    account(book, "海川建材", 2)
    on = MONDAY + 2 * DAY
    line.add_leave(book, first_day=on, last_day=on, reason="年假", substitute="钱文 13800000000", now=NOW)
    day = week_line(book, monday=MONDAY, now=NOW, holidays=lambda day: None).days[2]
    assert (day.leave, day.substitute) == ("年假", "钱文 13800000000")
    (warning,) = day.stops[0].warnings
    assert warning_text(warning, Words("zh")) == "请假，由 钱文 13800000000 代访"
    plan = week_plan(book, monday=MONDAY, now=NOW, holidays=lambda day: None)
    assert plan.days[2].cautions == (Caution("leave_covered", "钱文 13800000000"),)
