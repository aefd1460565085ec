"""Birthdays and days: whole, in part, lunar; nothing that can be read in two ways is guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.values.birthdays import Birthday, numeral, read_birthday
from kamdesk.exchange.values.dates import date_orders, read_date
from kamdesk.exchange.values.doubt import Doubt

TODAY = date(2026, 11, 24)


def solar(year: int | None, month: int | None, day: int | None) -> Birthday:
    return Birthday("solar", year, month, day)


def lunar(year: int | None, month: int, day: int, *, leap: bool = False) -> Birthday:
    return Birthday("lunar", year, month, day, leap)


@pytest.mark.parametrize(
    ("cell", "birthday"),
    [
        ("1989年6月10日", solar(1989, 6, 10)),
        ("1977-10-5", solar(1977, 10, 5)),
        ("1964/08/22", solar(1964, 8, 22)),
        ("1964.8.22", solar(1964, 8, 22)),
        ("19640822", solar(1964, 8, 22)),
        ("7月28日", solar(None, 7, 28)),
        ("7-28", solar(None, 7, 28)),
        ("28/7", solar(None, 7, 28)),
        ("2月29日", solar(None, 2, 29)),
        ("1960.2", solar(1960, 2, None)),
        (1960.2, solar(1960, 2, None)),
        ("1974.10", solar(1974, 10, None)),
        ("1974.01", solar(1974, 1, None)),
        ("1974年10月", solar(1974, 10, None)),
        ("1974-10", solar(1974, 10, None)),
        ("1974年", solar(1974, None, None)),
        (1974, solar(1974, None, None)),
        (27395, solar(1975, 1, 1)),
        ("27395", solar(1975, 1, 1)),
        (datetime(1970, 3, 4), solar(1970, 3, 4)),
        ("4 July", solar(None, 7, 4)),
        ("July 4, 1976", solar(1976, 7, 4)),
        ("公历1989年6月10日", solar(1989, 6, 10)),
        ("五月九日", solar(None, 5, 9)),
        ("农历八月十五", lunar(None, 8, 15)),
        ("农历:八月十五", lunar(None, 8, 15)),
        ("阴历正月初一", lunar(None, 1, 1)),
        ("腊月廿三", lunar(None, 12, 23)),
        ("冬月三十", lunar(None, 11, 30)),
        ("闰四月初八", lunar(None, 4, 8, leap=True)),
        ("农历1975年八月十五", lunar(1975, 8, 15)),
        ("农历一九七五年十二月二十九", lunar(1975, 12, 29)),
        ("农历8月15日", lunar(None, 8, 15)),
        ("8月15日(农历)", lunar(None, 8, 15)),
        ("农历1975-8-15", lunar(1975, 8, 15)),
    ],
)
def test_what_lists_write(cell: str | float | datetime, birthday: Birthday) -> None:
    assert read_birthday(cell, today=TODAY) == birthday


@pytest.mark.parametrize(
    ("cell", "reason", "undecided"),
    [
        ("1972.1", "birthday_month", True),
        (1972.1, "birthday_month", True),
        ("八月十五", "birthday_calendar", True),
        ("3/4", "date_order", True),
        ("3/4/1970", "date_order", True),
        ("2月30日", "date_no_such_day", False),
        ("1971-2-29", "date_no_such_day", False),
        ("1970.13", "date_no_such_day", False),
        ("农历八月三十一", "birthday_lunar", False),
        ("农历八月31", "date_no_such_day", False),
        ("农历", "birthday_lunar", False),
        ("2031-1-1", "birthday_year", False),
        ("不详", "date_unreadable", False),
    ],
)
def test_what_is_asked_or_refused(cell: str | float, reason: str, *, undecided: bool) -> None:
    with pytest.raises(Doubt) as caught:
        read_birthday(cell, today=TODAY)
    assert (caught.value.reason, caught.value.undecided) == (reason, undecided)


@given(st.dates(date(1930, 1, 1), TODAY))
def test_every_day_comes_back_in_every_form(day: date) -> None:
    for form in (
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%Y年%m月%d日",
        "%Y%m%d",
        "%Y-%m-%d 00:00:00.000",
        "%d %B %Y",
    ):
        assert read_date(f"{day:{form}}") == day
        assert read_birthday(f"{day:{form}}", today=TODAY) == solar(day.year, day.month, day.day)
    assert read_date(f"{day:%d/%m/%Y}", "dmy") == read_date(f"{day:%m/%d/%Y}", "mdy") == day
    assert read_date((day - date(1899, 12, 30)).days) == day


@given(st.dates(date(1930, 1, 1), TODAY))
def test_a_day_whose_year_stands_last_is_read_only_where_it_is_one_day(day: date) -> None:
    text = f"{day:%d/%m/%Y}"
    if day.day > 12 or day.day == day.month:
        assert read_date(text) == day
    else:
        assert date_orders(text) == {"dmy", "mdy"}
        with pytest.raises(Doubt):
            read_date(text)


@given(st.integers(1, 30))
def test_lunar_days_in_words(day: int) -> None:
    ones = "〇一二三四五六七八九"
    tens = {0: "初", 1: "十", 2: "廿", 3: "三十"}
    word = {10: "初十", 20: "二十", 30: "三十"}.get(day) or tens[day // 10] + ones[day % 10]
    assert numeral(word) == day
    assert read_birthday(f"农历六月{word}", today=TODAY) == lunar(None, 6, day)


@given(st.text(max_size=20) | st.floats(allow_nan=True) | st.integers())
def test_anything_is_a_birthday_or_a_doubt(cell: str | float) -> None:
    for read in (lambda: read_birthday(cell, today=TODAY), lambda: read_date(cell)):
        try:
            read()
        except Doubt:
            continue
