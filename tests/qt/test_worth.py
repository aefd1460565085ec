"""Sums at a glance are rounded half up, whatever their size."""

from __future__ import annotations

import pytest

from kamdesk.qt.worth import worth_text


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        (25_485_000, "2,549万", "25,485,000"),
        (4_075_000, "408万", "4,075,000"),
        (12_500, "1.3万", "12,500"),
        (0, "0", "0"),
        (-4_085_000, "-409万", "-4,085,000"),
    ],
)
def test_half_is_rounded_up(yuan: int, zh: str, en: str) -> None:
    assert worth_text(yuan * 100, "CNY", "zh") == zh
    assert worth_text(yuan * 100, None, "en") == en


def test_another_currency_too() -> None:
    assert worth_text(250, "USD", "zh") == "USD 3"
