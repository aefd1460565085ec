"""Dates, lengths, quantities and money as papers say them, in both languages."""

from datetime import date

import pytest

from kamdesk.domain.figures import Figure, FigureId
from kamdesk.papers.common import Caution
from kamdesk.papers.kit.said import Said, clock, span
from kamdesk.words import LANGUAGES, Words, catalogue

ZH, EN = Said(Words("zh")), Said(Words("en"))
DAY = date(2026, 11, 24)


def test_dates_are_said_as_in_the_language() -> None:
    assert (ZH.day_weekday(DAY), EN.day_weekday(DAY)) == ("11月24日 周二", "Tue 24 Nov")
    assert ZH.near_day(date(2025, 11, 24), DAY) == "2025年11月24日"
    assert ZH.short_day(DAY, DAY) == "24日"
    assert ZH.days(date(2026, 11, 23), date(2026, 11, 27)) == "11月23日–27日"
    assert ZH.days(date(2026, 11, 30), date(2026, 12, 4)) == "11月30日–12月4日"
    assert EN.days(date(2026, 11, 23), date(2026, 11, 27)) == "23–27 Nov"


@pytest.mark.parametrize(("minute", "text"), [(510, "8:30"), (0, "0:00"), (1440, "24:00")])
def test_times_have_no_leading_zero(minute: int, text: str) -> None:
    assert clock(minute) == span(minute) == text


@pytest.mark.parametrize(
    ("thousandths", "unit", "text"),
    [(1_180_000, "袋", "1,180 袋"), (24_500, "吨", "24.5 吨"), (0, None, "0"), (-1_500, "t", "−1.5 t")],
)
def test_quantities(thousandths: int, unit: str | None, text: str) -> None:
    assert ZH.quantity(thousandths, unit) == text


@pytest.mark.parametrize(
    ("minor", "currency", "chinese", "english"),
    [
        (782_000_000, "CNY", "782.0万元", "7,820,000 yuan"),
        (860_049, "CNY", "8,600元", "8,600 yuan"),
        (123_456, "EUR", "1,235 EUR", "1,235 EUR"),
        (123_456, "JPY", "123,456 JPY", "123,456 JPY"),
        (123_456, None, "1,235", "1,235"),
        (-860_000, "CNY", "−8,600元", "−8,600 yuan"),
    ],
)
def test_money(minor: int, currency: str | None, chinese: str, english: str) -> None:
    assert (ZH.money(minor, currency), EN.money(minor, currency)) == (chinese, english)


def test_nothing_to_divide_by_gives_no_value() -> None:
    assert ZH.percent(Figure(FigureId.PROMISE_KEPT, 0, 0)) == "—"
    assert ZH.fraction(Figure(FigureId.PROMISE_KEPT, 11, 14)) == "11 ÷ 14＝79%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caution_of_the_domain_has_its_words(language: str) -> None:
    from kamdesk.domain.warnings import WarningCode

    for code in WarningCode:
        assert f"paper.caution.{code}" in catalogue()
        said = ZH if language == "zh" else EN
        assert "x" in said.caution(Caution(code, "x")) or f"paper.caution_with.{code}" not in catalogue()


def test_a_festival_is_named_even_where_there_is_little_room() -> None:
    assert ZH.caution(Caution("holiday", "national_day"), brief=True) == "国庆节放假"
    assert ZH.caution(Caution("outside_hours", "9:00–11:00"), brief=True) == "接待时间外"
