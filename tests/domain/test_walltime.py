"""Planned times keep their wall time in every zone, also where the clock jumps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain import walltime
from kamdesk.domain.errors import RuleError
from kamdesk.domain.walltime import ClockNote

ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]


@given(
    st.sampled_from(ZONES),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.integers(0, 1439),
    st.integers(1, 600),
)
def test_the_wall_time_is_kept_and_the_length_is_real(zone: str, day: date, start: int, minutes: int) -> None:
    got = walltime.time_range(day, start, minutes, zone)
    planned = datetime(day.year, day.month, day.day) + timedelta(minutes=start)
    assert got.ends.astimezone(UTC) - got.begins.astimezone(UTC) == timedelta(minutes=minutes)
    if got.note is ClockNote.SKIPPED:
        assert timedelta(0) < got.begins.replace(tzinfo=None) - planned <= timedelta(hours=1)
    else:
        assert got.begins.replace(tzinfo=None) == planned
    assert walltime.local_day(got.begins, zone) == got.begins.date()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_weekly_visit_at_half_past_eight_stays_there_the_whole_year(zone: str) -> None:
    begins = [
        walltime.time_range(date(2026, 1, 4) + timedelta(weeks=n), 510, 60, zone).begins for n in range(104)
    ]
    assert {(b.hour, b.minute) for b in begins} == {(8, 30)}
    assert len({b.utcoffset() for b in begins}) == 2
    steps = {later.astimezone(UTC) - earlier.astimezone(UTC) for earlier, later in pairwise(begins)}
    hour, week = timedelta(hours=1), timedelta(weeks=1)
    assert steps == {week, week - hour, week + hour}


@pytest.mark.parametrize(
    ("zone", "day", "start", "begins", "note"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 150, "2026-03-29T03:30:00+02:00", ClockNote.SKIPPED),
        ("Europe/Berlin", date(2026, 3, 29), 119, "2026-03-29T01:59:00+01:00", None),
        ("Europe/Berlin", date(2026, 3, 29), 180, "2026-03-29T03:00:00+02:00", None),
        ("Europe/Berlin", date(2026, 10, 25), 150, "2026-10-25T02:30:00+02:00", ClockNote.REPEATED),
        ("America/New_York", date(2026, 3, 8), 150, "2026-03-08T03:30:00-04:00", ClockNote.SKIPPED),
        ("America/New_York", date(2026, 11, 1), 90, "2026-11-01T01:30:00-04:00", ClockNote.REPEATED),
        ("Asia/Shanghai", date(2026, 3, 29), 150, "2026-03-29T02:30:00+08:00", None),
        ("Asia/Shanghai", date(2026, 3, 29), 1439, "2026-03-29T23:59:00+08:00", None),
    ],
)
def test_where_the_clock_jumps(zone: str, day: date, start: int, begins: str, note: ClockNote | None) -> None:
    got = walltime.time_range(day, start, 45, zone)
    assert (got.begins.isoformat(), got.note) == (begins, note)


def test_a_visit_across_the_jump_lasts_as_long_as_it_lasts() -> None:
    got = walltime.time_range(date(2026, 3, 29), 90, 60, "Europe/Berlin")
    assert got.ends.isoformat() == "2026-03-29T03:30:00+02:00"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Asia", "Asia/Shanghai\0"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(RuleError) as caught:
        walltime.zone_of(zone)
    assert caught.value.code == "zone_unknown"


def test_the_date_is_that_of_the_place() -> None:
    now = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    assert walltime.local_day(now, "Asia/Shanghai") == date(2026, 11, 23)
    assert walltime.local_day(now, "America/New_York") == date(2026, 11, 22)
    assert walltime.local_day(now.astimezone(timezone(timedelta(hours=-9))), "Asia/Shanghai") == date(
        2026, 11, 23
    )
    with pytest.raises(ValueError, match="zone"):
        walltime.local_day(datetime(2026, 11, 22), "UTC")


@given(st.integers(0, 1440))
def test_a_clock_is_read_as_it_is_written(minute: int) -> None:
    assert walltime.parse_clock(walltime.clock_text(minute)) == minute
    assert walltime.parse_clock(walltime.clock_text(minute).removeprefix("0")) == minute


@pytest.mark.parametrize("text", ["24:01", "8.30", "8:60", "8:3", "", "-1:00", "25:00", "８:30"])
def test_what_is_no_clock_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as caught:
        walltime.parse_clock(text)
    assert caught.value.code == "clock_format"


def test_a_full_width_colon_is_read() -> None:
    assert walltime.parse_clock("8：30") == 510
