"""From which day a goal's period is recorded."""

from __future__ import annotations

from datetime import date

from kamdesk.domain.facts import Period
from kamdesk.domain.goals.coverage import known_since
from kamdesk.domain.selling.facts import Kind, Sale

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 11, 27)
KIND = Kind("CNY", None)
LAST_YEAR = Sale("a", "l", date(2025, 1, 1), date(2025, 12, 31), KIND, 660, listed=True)


def ordered(day: date) -> Sale:
    return Sale("b", "o", day, day, KIND, 2)


def listed(first: date, last: date) -> Sale:
    return Sale("b", "l", first, last, KIND, 2, listed=True)


def test_a_book_begun_in_november_is_known_from_then() -> None:
    assert known_since([LAST_YEAR, ordered(TODAY)], YEAR, TODAY) == TODAY
    assert known_since([ordered(TODAY)], YEAR, TODAY) == TODAY


def test_nothing_but_a_list_of_last_year_says_nothing_of_this_one() -> None:
    assert known_since([LAST_YEAR], YEAR, TODAY) == date(2026, 11, 28)
    assert known_since([LAST_YEAR], YEAR, date(2026, 1, 20)) is None


def test_what_goes_on_from_before_is_known_from_the_beginning() -> None:
    assert known_since([ordered(date(2025, 11, 1)), ordered(TODAY)], YEAR, TODAY) is None
    assert known_since([LAST_YEAR, ordered(date(2026, 2, 1)), ordered(TODAY)], YEAR, TODAY) is None
    assert known_since([listed(date(2025, 7, 1), date(2026, 6, 30)), ordered(TODAY)], YEAR, TODAY) is None


def test_a_list_of_this_year_so_far_fills_the_gap() -> None:
    so_far = listed(YEAR.first, date(2026, 10, 31))
    assert known_since([LAST_YEAR, so_far, ordered(TODAY)], YEAR, TODAY) is None
