"""The line as a calendar, read back by icalendar and by vobject."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from kamdesk.calendars import day_kind
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.line import Asker, VisitLine, VisitSlot
from kamdesk.domain.rep import Rep
from kamdesk.domain.schedule import due_dates
from kamdesk.domain.visit import Visit, VisitState
from kamdesk.exchange.out.calendar import calendar_bytes
from kamdesk.reads.export.dates import line_dates, week_dates
from kamdesk.words import Words
from tests.books import NOW, make_book

WORDS = Words("zh")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_book(tmp_path)
    yield store
    store.close()


def put(store: Store, *visits: dict[str, object], **slot: object) -> VisitSlot:
    """An account with a fixed visit, and what is recorded about some of its days."""
    with store.write("line.add_slot", now=NOW) as tx:
        (line,), (rep,) = tx.every(VisitLine), tx.every(Rep)
        account = Account(id=tx.new_id(), name="甲；乙,丙", city="台州市", latitude=28.5, longitude=121.4)
        usual = {"weekday": 1, "start": 9 * 60, "minutes": 45, "every_weeks": 2, "week_offset": 1}
        made = VisitSlot(
            **{"id": tx.new_id(), "line_id": line.id, "account_id": account.id, "valid_from": MONDAY, **usual}
            | slot  # type: ignore[arg-type]
        )
        tx.add(account, made)
        for visit in visits:
            own = {"id": tx.new_id(), "account_id": account.id, "rep_id": rep.id, "zone": line.zone}
            tx.add(Visit(**own | {"slot_id": made.id} | visit))  # type: ignore[arg-type]
    return made


def events(store: Store) -> list[Event]:
    with store.read() as connection:
        entries = line_dates(connection, words=WORDS, now=NOW)
    data = calendar_bytes(entries, name="线路", words=WORDS, now=NOW)
    vobject.readOne(data.decode("utf-8"))
    return list(Calendar.from_ical(data).walk("VEVENT"))


def starts(event: Event, until: date) -> list[date]:
    """The days of a series without its exceptions, by another library's reading of the rule."""
    first = event["dtstart"].dt
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=first)
    listed = event.get("exdate") or []
    gone = {each.dt for dates in (listed if isinstance(listed, list) else [listed]) for each in dates.dts}
    end = datetime.combine(until, datetime.max.time(), first.tzinfo)
    return [at.date() for at in rule.between(first, end, inc=True) if at not in gone]


def test_a_series_falls_on_the_days_of_the_slot(store: Store) -> None:
    slot = put(store, valid_to=date(2027, 3, 1))
    (event,) = events(store)
    until = date(2027, 6, 1)
    assert starts(event, until) == list(due_dates(slot, MONDAY, MONDAY, until))
    assert event["uid"] == f"{slot.id}@kamdesk"
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert event["summary"] == "拜访 甲；乙,丙"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=45)
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(minutes=-30)


def test_cancelled_days_are_taken_out_and_moved_ones_stand_elsewhere(store: Store) -> None:
    days = [date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 29)]
    slot = put(
        store,
        {"planned_date": days[0], "state": VisitState.CANCELLED, "state_by": Asker.CUSTOMER},
        {"planned_date": days[1], "state": VisitState.RESCHEDULED, "moved_to": "b"},
        {"id": "b", "slot_id": None, "planned_date": date(2026, 12, 17), "planned_start": 600},
        {"planned_date": days[2], "objective": "谈返点"},
    )
    series, *others = events(store)
    assert starts(series, date(2027, 1, 1)) == days[1:]
    zone = series["dtstart"].dt.tzinfo
    assert [(each["recurrence-id"].dt.date(), each["dtstart"].dt) for each in others] == [
        (days[1], datetime(2026, 12, 17, 10, 0, tzinfo=zone)),
        (days[2], datetime(2026, 12, 29, 9, 0, tzinfo=zone)),
    ]
    assert {each["uid"] for each in others} == {f"{slot.id}@kamdesk"}
    assert "谈返点" in others[1]["description"]


def test_a_slot_given_up_before_its_first_day_is_called_off(store: Store) -> None:
    put(store, valid_to=MONDAY - timedelta(days=1))
    (event,) = events(store)
    assert event["status"] == "CANCELLED"
    assert "rrule" not in event


def test_a_moved_visit_that_is_called_off_leaves_no_day(store: Store) -> None:
    put(
        store,
        {"planned_date": date(2026, 12, 1), "state": VisitState.RESCHEDULED, "moved_to": "b"},
        {"id": "b", "slot_id": None, "planned_date": date(2026, 12, 3), "state": VisitState.CANCELLED},
    )
    (event,) = events(store)
    assert starts(event, date(2026, 12, 20)) == [date(2026, 12, 15)]


def test_the_same_entry_keeps_its_name_and_counts_its_editions(store: Store) -> None:
    slot = put(store)
    (before,) = events(store)
    with store.write("line.end_slot", now=NOW) as tx:
        tx.get(VisitSlot, slot.id).valid_to = date(2026, 12, 20)
    (after,) = events(store)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert starts(after, date(2027, 6, 1)) == [date(2026, 12, 1), date(2026, 12, 15)]


def test_single_visits_ahead_stand_by_themselves(store: Store) -> None:
    put(
        store,
        {"id": "a", "slot_id": None, "planned_date": date(2026, 11, 30), "planned_start": None},
        {"id": "c", "slot_id": None, "planned_date": date(2026, 11, 2), "planned_start": 600},
    )
    _, single = events(store)
    assert (single["uid"], single["dtstart"].dt) == ("a@kamdesk", date(2026, 11, 30))


def test_one_week_has_its_own_visits_alone(store: Store) -> None:
    slot = put(store, {"planned_date": date(2026, 12, 1), "objective": "谈返点"})
    with store.read() as connection:
        weeks = [
            week_dates(connection, monday=monday, words=WORDS, now=NOW, holidays=day_kind)
            for monday in (MONDAY, MONDAY + timedelta(days=7))
        ]
    assert weeks[0] == []
    (entry,) = weeks[1]
    assert (entry.uid, entry.every_weeks) == (f"{slot.id}-20261201@kamdesk", 0)


def test_the_zone_changes_its_clock_as_the_zone_does(store: Store) -> None:
    slot = put(store, weekday=0, every_weeks=1, week_offset=0)
    with store.write("line.change", now=NOW) as tx:
        tx.get(VisitLine, slot.line_id).zone = "Europe/Berlin"
    with store.read() as connection:
        entries = line_dates(connection, words=WORDS, now=NOW)
    calendar = Calendar.from_ical(calendar_bytes(entries, name="x", words=WORDS, now=NOW))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Berlin"
    assert zone.walk("DAYLIGHT")
    (event,) = calendar.walk("VEVENT")
    at = rrulestr(event["rrule"].to_ical().decode(), dtstart=event["dtstart"].dt.replace(tzinfo=None))[40]
    assert (at.hour, at.minute) == (9, 0)
