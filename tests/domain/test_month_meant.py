"""Months as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.domain.month_meant import in_month, month_meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("11月", (None, 11)),
        ("1月", (None, 1)),
        ("十一月", (None, 11)),
        ("2026年3月", (2026, 3)),
        ("2026-11", (2026, 11)),
        ("Nov", (None, 11)),
        ("november", (None, 11)),
        ("13月", None),
        ("ma", None),
        ("ju", None),
        ("11", None),
        ("季结返利", None),
    ],
)
def test_a_word(word: str, meant: tuple[int | None, int] | None) -> None:
    assert month_meant(word) == meant


def test_january_is_not_november() -> None:
    assert not in_month(date(2026, 11, 3), (None, 1))
    assert in_month(date(2026, 11, 3), (None, 11))
    assert not in_month(date(2025, 11, 3), (2026, 11))
    assert not in_month(None, (None, 11))
