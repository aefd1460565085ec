"""Lunar dates against known ones, leap months and short months, and birthdays of both calendars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.calendars import event_day, lunar_to_solar, next_birthday
from kamdesk.calendars.lunar import kept_in


@pytest.mark.parametrize(
    ("lunar", "solar"),
    [
        ((1900, 1, 1), "1900-01-31"),
        ((2000, 1, 1), "2000-02-05"),
        ((2024, 1, 1), "2024-02-10"),
        ((2025, 1, 1), "2025-01-29"),
        ((2026, 1, 1), "2026-02-17"),
        ((2027, 1, 1), "2027-02-06"),
        ((2026, 5, 5), "2026-06-19"),
        ((2026, 8, 15), "2026-09-25"),
        ((2026, 12, 29), "2027-02-05"),
        ((2020, 4, 1, True), "2020-05-23"),
        ((2023, 2, 1, True), "2023-03-22"),
        ((2025, 6, 1, True), "2025-07-25"),
        ((2025, 6, 1), "2025-06-25"),
        ((2033, 11, 1, True), "2033-12-22"),
        ((2034, 1, 1), "2034-02-19"),
    ],
)
def test_known_dates(lunar: tuple, solar: str) -> None:
    assert lunar_to_solar(*lunar).isoformat() == solar


@pytest.mark.parametrize(
    "lunar",
    [
        (2026, 6, 1, True),
        (2026, 12, 30),
        (2026, 1, 31),
        (2026, 1, 0),
        (2026, 13, 1),
        (2026, 0, 1),
        (1800, 1, 1),
        (2300, 1, 1),
    ],
)
def test_a_date_that_the_year_lacks_is_an_error(lunar: tuple) -> None:
    with pytest.raises(ValueError, match=r"lunar year|month"):
        lunar_to_solar(*lunar)


@given(st.integers(1900, 2198))
def test_a_lunar_year_is_whole_months_that_follow_one_another(year: int) -> None:
    day = lunar_to_solar(year, 1, 1)
    months = 0
    for month in range(1, 13):
        for leap in (False, True):
            try:
                first = lunar_to_solar(year, month, 1, leap)
            except ValueError:
                assert leap
                continue
            months += 1
            assert first == day
            last = kept_in(year, month, 30, leap)
            assert last - first in (timedelta(days=28), timedelta(days=29))
            day = last + timedelta(days=1)
    assert day == lunar_to_solar(year + 1, 1, 1)
    assert months in (12, 13)


def test_a_leap_month_birthday_is_kept_in_the_plain_month_of_other_years() -> None:
    assert next_birthday(6, 10, True, "lunar", date(2025, 1, 1)) == lunar_to_solar(2025, 6, 10, True)
    assert next_birthday(6, 10, True, "lunar", date(2026, 1, 1)) == lunar_to_solar(2026, 6, 10)
    assert next_birthday(6, 10, False, "lunar", date(2025, 7, 20)) == lunar_to_solar(2026, 6, 10)


def test_a_birthday_on_the_thirtieth_is_kept_on_the_last_day_of_a_short_month() -> None:
    """The 30th of the twelfth month, New Year's Eve: 2024 has it not, 2023 had."""
    assert next_birthday(12, 30, False, "lunar", date(2024, 1, 1)) == date(2024, 2, 9)
    assert next_birthday(12, 30, False, "lunar", date(2024, 2, 10)) == date(2025, 1, 28)


def test_solar_birthdays() -> None:
    assert next_birthday(11, 23, False, "solar", date(2026, 11, 23)) == date(2026, 11, 23)
    assert next_birthday(11, 23, False, None, date(2026, 11, 24)) == date(2027, 11, 23)
    assert next_birthday(2, 29, False, "solar", date(2026, 3, 1)) == date(2027, 2, 28)
    assert next_birthday(2, 29, False, "solar", date(2028, 1, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize("calendar", ["solar", "lunar"])
@pytest.mark.parametrize(("month", "day"), [(13, 1), (0, 1), (1, 0), (2, 31), (4, 31)])
def test_a_day_that_no_year_has_is_never(calendar: str, month: int, day: int) -> None:
    assert next_birthday(month, day, False, calendar, date(2026, 1, 1)) is None


@given(
    st.integers(1, 12),
    st.integers(1, 29),
    st.booleans(),
    st.sampled_from(["solar", "lunar"]),
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
)
def test_the_next_one_comes_within_a_lunar_leap_year_and_none_before_it(
    month: int, day: int, leap: bool, calendar: str, today: date
) -> None:
    kept = next_birthday(month, day, leap, calendar, today)
    assert kept is not None
    assert today <= kept <= today + timedelta(days=414)
    for earlier in (today, today + (kept - today) / 2, kept):
        assert next_birthday(month, day, leap, calendar, earlier) == kept


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"month": 12, "day": 1}, date(2026, 12, 1)),
        ({"month": 11, "day": 1}, date(2027, 11, 1)),
        ({"month": 10, "day": 20, "calendar": "lunar"}, date(2026, 11, 28)),
        ({"month": 11, "day": 30, "yearly": False, "year": 2020}, date(2020, 11, 30)),
        ({"month": 10, "day": 20, "calendar": "lunar", "yearly": False, "year": 2026}, date(2026, 11, 28)),
        ({"month": 2, "day": 30, "yearly": False, "year": 2026}, None),
        ({"month": 10, "day": 20, "leap": True, "calendar": "lunar", "yearly": False, "year": 2026}, None),
    ],
)
def test_an_event_is_kept_on_its_own_day(fields: dict[str, Any], kept: date | None) -> None:
    usual = {"leap": False, "calendar": None, "yearly": True, "year": None}
    assert event_day(**(usual | fields), from_date=date(2026, 11, 25)) == kept
