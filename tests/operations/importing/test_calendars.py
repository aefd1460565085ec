"""Calendars into the book: single appointments planned, weekly ones asked, others told; again, and taken back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.exchange.events.reading import read_events
from kamdesk.exchange.limits import Limits
from kamdesk.operations.importing import ImportReport
from kamdesk.operations.importing.answering import take_row
from kamdesk.operations.line import add_slot
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.fuzzing import by_the_clock
from tests.operations.importing.books import bring, content, counted, operations, write

FIRM, OTHER = "宁波海川贸易有限公司", "杭州恒远建材有限公司"


def only(rows: Sequence[Any]) -> Any:
    (row,) = rows
    return row


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", ""])


def calendar(folder: Path, *events: str) -> Path:
    path = folder / "calendar.ics"
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    path.write_bytes(f"{head}{''.join(events)}END:VCALENDAR\r\n".encode())
    return path


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    """A book with two accounts, one of them with a contact."""
    rows = [[FIRM, "宁波", "周芳", "zf@example.com"], [OTHER, "杭州", "", ""]]
    bring(book, write(tmp_path / "list.csv", ["客户名称", "城市", "联系人", "邮箱"], *rows))
    return book


def told(report: ImportReport) -> list[str]:
    return [problem.reason for problem in report.problems]


def days(store: Store) -> list[tuple[object, object, object, object]]:
    return [
        (row["planned_date"], row["planned_start"], row["planned_minutes"], row["objective"])
        for row in content(store)["visit"]
    ]


def test_a_single_one_is_planned_once(known: Store, tmp_path: Path) -> None:
    path = calendar(
        tmp_path,
        event(f"SUMMARY:拜访{FIRM}", "DTSTART;TZID=China Standard Time:20990310T093000", "DURATION:PT45M"),
    )
    report = bring(known, path)
    assert counted(report) == {"visits": {"created": 1}}
    assert days(known) == [(date(2099, 3, 10), 570, 45, f"拜访{FIRM}")]
    done = operations(known)
    assert counted(bring(known, path)) == {"visits": {"unchanged": 1}}
    assert operations(known) == done
    undo(known, operation_id=report.changes.operation_id or "", now=NOW)
    assert days(known) == []
    assert counted(bring(known, path)) == {"visits": {"created": 1}}, "taken back, it comes again"


@pytest.mark.parametrize(
    ("start", "minute", "day"),
    [
        ("DTSTART:20990310T013000Z", 570, 10),
        ("DTSTART:20990309T173000Z", 90, 10),
        ("DTSTART:20990310T093000", 570, 10),
        ("DTSTART;TZID=Asia/Tokyo:20990310T103000", 570, 10),
        ("DTSTART;TZID=/citadel.org/Asia/Tokyo:20990310T103000", 570, 10),
        ("DTSTART;TZID=Own:20990310T113000", 570, 10),
    ],
)
def test_zones(known: Store, tmp_path: Path, start: str, minute: int, day: int) -> None:
    own = "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+1000\r\nTZOFFSETTO:+1000\r\n"
    own += "END:STANDARD\r\nEND:VTIMEZONE\r\n"
    bring(known, calendar(tmp_path, own, event(f"LOCATION:{FIRM}", start)))
    assert only(days(known))[:2] == (date(2099, 3, day), minute)


def test_weekly_ones_are_asked_and_taken_with_rhythm_and_time(known: Store, tmp_path: Path) -> None:
    weekly = event(
        f"SUMMARY:{FIRM}",
        "DTSTART;TZID=Asia/Shanghai:20240103T090000",
        "DTEND;TZID=Asia/Shanghai:20240103T100000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR",
    )
    path = calendar(tmp_path, weekly)
    for _ in range(2):
        report = bring(known, path)
        assert counted(report) == {"visits": {"to_decide": 2}}
        assert content(known)["visit_slot"] == [], "nothing is put on the line unasked"
    first, second = pending_items(known)
    assert first.asked["RRULE"] in ("2 WE", "2 FR")
    changes = take_row(known, pending_id=first.id, account_id=first.like[0][0], now=NOW)
    slot = only(content(known)["visit_slot"])
    assert (slot["start"], slot["minutes"], slot["every_weeks"]) == (540, 60, 2)
    first_day = date.fromisoformat(str(first.asked["DTSTART"])[:10])
    assert (first_day - date(2024, 1, 1)).days % 14 in (2, 4), "the weeks are those of the calendar"
    assert slot["valid_from"] == first_day >= NOW.date()
    assert [item.id for item in pending_items(known)] == [second.id]
    assert counted(bring(known, path)) == {"visits": {"to_decide": 1, "unchanged": 1}}
    with pytest.raises(RuleError):
        take_row(known, pending_id=second.id, account_id=None, now=NOW)
    undo(known, operation_id=changes.operation_id or "", now=NOW)
    assert len(pending_items(known)) == 2


def test_what_is_on_the_line_already_is_not_asked(known: Store, tmp_path: Path) -> None:
    account = next(row["id"] for row in content(known)["account"] if row["name"] == FIRM)
    add_slot(
        known, account_id=str(account), weekday=2, start=540, minutes=60, valid_from=date(2026, 1, 1), now=NOW
    )
    path = calendar(tmp_path, event(f"SUMMARY:{FIRM}", "DTSTART:20240103T090000", "RRULE:FREQ=WEEKLY"))
    assert counted(bring(known, path)) == {"visits": {"unchanged": 1}}


def test_one_that_names_two_is_asked_and_a_guest_tells_the_account(known: Store, tmp_path: Path) -> None:
    both = event(f"SUMMARY:{FIRM}与{OTHER}", "DTSTART:20990310T090000")
    guest = event("SUMMARY:午饭", "ATTENDEE;CN=Fang:mailto:ZF@example.com", "DTSTART:20990311T120000")
    bring(known, calendar(tmp_path, both, guest))
    assert only(days(known))[0] == date(2099, 3, 11)
    item = only(pending_items(known))
    assert (item.reason, len(item.like)) == ("event_whose", 2)
    take_row(known, pending_id=item.id, account_id=item.like[1][0], now=NOW)
    assert len(days(known)) == 2


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["DTSTART:20200310T090000"], "event_past"),
        (["DTSTART:20200310T090000", "RRULE:FREQ=WEEKLY;UNTIL=20200601T000000Z"], "event_past"),
        (["DTSTART:20200310T090000", "RRULE:FREQ=WEEKLY;COUNT=4"], "event_past"),
        (["DTSTART:20200310T090000", "RRULE:FREQ=SECONDLY"], "event_rhythm"),
        (["DTSTART:20200310T090000", "RRULE:FREQ=MONTHLY;BYDAY=2TU"], "event_rhythm"),
        (["DTSTART:20990310T090000", "RRULE:FREQ=WEEKLY;INTERVAL=3"], "event_rhythm"),
        (["DTSTART:20990310T090000", "RRULE:FREQ=WEEKLY;INTERVAL=99999999999"], "event_rhythm"),
        (["DTSTART:20990310T090000", "RDATE:20990311T090000"], "event_rhythm"),
        (["DTSTART:20990310T090000", "RRULE:FREQ=WEEKLY;COUNT=x"], "event_unclear"),
        (["DTSTART;VALUE=DATE:20990310"], "event_whole_day"),
        (["DTSTART:20991310T090000"], "event_unclear"),
        (["DTSTART;TZID=Nowhere:20990310T090000"], "event_unclear"),
        (["X:1"], "event_unclear"),
        (["DTSTART:20990310T090000", "STATUS:CANCELLED"], "event_cancelled"),
    ],
)
def test_others_are_told_and_not_lost(known: Store, tmp_path: Path, lines: list[str], reason: str) -> None:
    report = bring(known, calendar(tmp_path, event(f"SUMMARY:{FIRM}", *lines)))
    assert told(report) == [reason]
    assert FIRM in report.problems[0].value
    assert not report.changes


def test_of_no_account(known: Store, tmp_path: Path) -> None:
    assert told(bring(known, calendar(tmp_path, event("SUMMARY:牙医", "DTSTART:20990310T090000")))) == [
        "event_no_account"
    ]


def test_what_names_no_account_comes_back_and_is_taken_once_mended(known: Store, tmp_path: Path) -> None:
    own = "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+1000\r\nTZOFFSETTO:+1000\r\n"
    own += "END:STANDARD\r\nEND:VTIMEZONE\r\n"
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM")
    path = calendar(
        tmp_path,
        own,
        event(f"SUMMARY:{FIRM}", "DTSTART:20990309T090000"),
        event("SUMMARY:某某门店，\r\n 盘点", "DTSTART;TZID=Own:20990310T110000", *alarm),
        event("SUMMARY:过去的", "DTSTART:20200310T110000"),
        "BEGIN:VTODO\r\nSUMMARY:买票\r\nEND:VTODO\r\n",
    )
    report = bring(known, path)
    assert counted(report) == {"visits": {"created": 1, "rejected": 1}}
    (returned,) = report.rejects
    assert returned.name == f"{path.stem}.rejects.ics"
    text = returned.read_bytes().decode()
    assert [text.count(word) for word in ("BEGIN:VEVENT", "VTIMEZONE", "VALARM", "买票", "过去的")] == [
        1,
        2,
        2,
        0,
        0,
    ]
    assert "COMMENT:kamdesk 退回原因: 没提到客户簿里的客户" in text
    assert text.index("COMMENT") < text.index("END:VEVENT")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    again = bring(known, returned)
    assert [path.name for path in again.rejects] == [returned.name]
    assert returned.read_bytes().decode() == text, "one reason, not two"
    returned.write_bytes(text.replace("某某门店", FIRM).encode())
    assert counted(bring(known, returned)) == {"visits": {"created": 1}}
    assert (date(2099, 3, 10), 540) in [row[:2] for row in days(known)]


def test_one_cut_short_does_not_hide_the_others(known: Store, tmp_path: Path) -> None:
    path = calendar(
        tmp_path, event(f"SUMMARY:{FIRM}", "DTSTART:20990310T090000"), "BEGIN:VEVENT\r\nSUMMARY:x\r\n"
    )
    report = bring(known, path)
    assert told(report) == ["event_cut"]
    assert counted(report) == {"visits": {"created": 1, "rejected": 1}}


def code_of(data: str, limits: Limits | None = None) -> str | None:
    begin = time.process_time()
    try:
        read_events(data.encode(), "x", limits or Limits())
        return None
    except InputError as error:
        return error.code
    finally:
        assert time.process_time() - begin < 5


def test_calendars_made_to_do_harm() -> None:
    many = event("DTSTART:20990310T090000", *["X:1"] * 5_000)
    assert code_of(f"BEGIN:VCALENDAR\n{many}") == "import_absurd"
    assert code_of("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 100) == "import_absurd"
    assert code_of("BEGIN:VCALENDAR\nEND:VCALENDAR\n") == "import_no_events"
    assert code_of("BEGIN:VCALENDAR\n" + event("X:1") * 30, Limits(rows=20)) == "import_too_many_rows"
    assert (
        code_of(
            "BEGIN:VCALENDAR\n" + event("EXDATE:" + "20990310T090000," * 2_000, "DTSTART:20990310T090000")
        )
        is None
    )


PARTS = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "TZOFFSETTO:+9900", "SUMMARY:x",
     "DTSTART:20990310T090000", "DTSTART;TZID=Own:20990310T250000", "DTEND:00010101T000000Z", "DURATION:P99999W",
     "RRULE:FREQ=WEEKLY;BYDAY=MO", "RRULE:FREQ=WEEKLY;COUNT=-5", "RRULE:FREQ=SECONDLY;INTERVAL=0", "EXDATE:x", " y"]
)  # fmt: skip


def read_any(text: str) -> None:
    code_of("BEGIN:VCALENDAR\n" + text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(PARTS, st.text(st.characters(codec="utf-8"), max_size=20)), max_size=25).map("\n".join)
)
@example("BEGIN:VEVENT\nDTSTART:00000101T000000\nEND:VEVENT")
def test_any_calendar_is_read_or_refused(text: str) -> None:
    read_any(text)


@pytest.mark.long
@by_the_clock(
    st.lists(st.one_of(PARTS, st.text(st.characters(codec="utf-8"), max_size=20)), max_size=25).map(
        "\n".join
    ),
    seconds=60,
)
def test_any_calendar_for_long(text: str) -> None:
    read_any(text)
