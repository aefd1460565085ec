"""What may be typed for a time and a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.pages.report.reading import parse_amount
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.calendar import MonthSheet
from kamdesk.qt.widgets.fields import Combo, DayField, TimeField
from kamdesk.qt.widgets.typed import (
    amount_forms,
    day_forms,
    parse_day,
    parse_time,
    parse_visit_time,
    time_forms,
)

TODAY = date(2026, 11, 24)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_reads_back(minute: int) -> None:
    hour, rest = divmod(minute, 60)
    assert parse_time(clock(minute)) == minute
    assert parse_time(f"{hour}{rest:02d}" if hour else f"0{rest:02d}") == minute
    assert parse_time(f"{hour}点{rest:02d}分") == minute
    assert parse_time(f"{hour}：{rest:02d}") == minute


@pytest.mark.parametrize("text", ["25:10", "9:60", "noon", "12345", "-3", "2400"])
def test_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_time(text)


@pytest.mark.parametrize(
    ("typed", "clock_time"),
    [
        ("3点半", "15:30"), ("3:30", "15:30"), ("330", "15:30"), ("1点", "13:00"), ("6", "18:00"),
        ("下午3点半", "15:30"),
        ("3点半pm", "15:30"), ("凌晨3点半", "03:30"), ("早上6点", "06:00"), ("03:30", "03:30"), ("7点半", "07:30"),
        ("9", "09:00"), ("12:30", "12:30"), ("中午12点", "12:00"), ("15:30", "15:30"),
        ("下午", None), ("上午15点", None),
    ],
)  # fmt: skip
def test_a_visit_is_not_meant_for_the_night(typed: str, clock_time: str | None) -> None:
    if clock_time is None:
        with pytest.raises(ValueError, match=r".*"):
            parse_visit_time(typed)
        return
    assert clock(parse_visit_time(typed) or 0) == clock_time


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_that_was_shown_is_read_as_it_was_shown(minute: int) -> None:
    assert parse_visit_time(clock(minute)) == minute


def test_what_is_understood_is_told_while_it_is_typed(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "330")
    assert field.understood() == field.accessibleDescription() == "15:30"
    assert field.text() == "330", "nothing is written over while it is typed"
    field.editingFinished.emit()
    assert field.text() == "15:30"
    assert field.understood() == ""


def test_nothing_is_no_time_and_no_day() -> None:
    assert parse_time("  ") is None
    assert parse_day("", TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(f"{day.year}年{day.month}月{day.day}日", TODAY) == day


@given(st.integers(0, 999))
def test_days_ahead(days: int) -> None:
    assert parse_day(f"+{days}", TODAY) == TODAY + timedelta(days=days)


def test_a_day_without_its_year_is_the_nearest() -> None:
    assert parse_day("12-01", TODAY) == date(2026, 12, 1)
    assert parse_day("1-15", TODAY) == date(2027, 1, 15)
    assert parse_day("10-30", TODAY) == date(2026, 10, 30)
    assert parse_day("25", TODAY) == date(2026, 11, 25)
    assert parse_day("3", TODAY) == date(2026, 12, 3)


# TODAY is a Tuesday.
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("今天", 0), ("明天", 1), ("后天", 2), ("昨天", -1), ("周五", 3), ("星期二", 0), ("周一", 6), ("周日", 5),
        ("礼拜天", 5), ("下周三", 8), ("下周二", 7), ("下个星期一", 6), ("本周五", 3), ("上周五", -4), ("这周一", -1),
        ("3天后", 3), ("两周后", 14), ("月底", 6), ("下月底", 37), ("Friday", 3), ("fri", 3), ("next Wed", 8),
        ("Next  Wednesday", 8), ("today", 0), ("tomorrow", 1), ("last fri", -4), ("in 2 weeks", 14), ("Thurs", 2),
    ],
)  # fmt: skip
def test_a_day_as_it_is_said(text: str, days: int) -> None:
    assert parse_day(text, TODAY) == TODAY + timedelta(days=days)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_next_one_and_the_weeks_begin_on_monday(today: date, weekday: int) -> None:
    name = f"周{'一二三四五六日'[weekday]}"
    day, following = parse_day(name, today), parse_day(f"下{name}", today)
    assert day is not None
    assert following is not None
    assert (day.weekday(), 0 <= (day - today).days < 7) == (weekday, True)
    monday = today - timedelta(days=today.weekday())
    assert following == monday + timedelta(days=7 + weekday)


@pytest.mark.parametrize(
    "text", ["monkey", "friend", "周八", "next", "下周", "31", "2-30", "2026-13-01", "soon", "0"]
)
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_day(text, TODAY)


def test_a_wrong_time_is_marked_and_a_right_one_settled(qtbot: QtBot, theme: Theme) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "25:10")
    with qtbot.assertNotEmitted(field.changed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert field.toolTip()
    field.clear()
    QTest.keyClicks(field, "930")
    with qtbot.waitSignal(field.changed) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [570]
    assert (field.text(), field.property("wrong")) == ("09:30", False)


def test_a_day_is_settled(qtbot: QtBot, theme: Theme) -> None:
    field = DayField()
    qtbot.addWidget(field)
    field.set_today(TODAY)
    field.show()
    QTest.keyClicks(field, "+7")
    with qtbot.waitSignal(field.changed) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [date(2026, 12, 1)]
    assert field.text() == "2026-12-01"


def test_a_combo_chooses_by_what_an_item_stands_for(qtbot: QtBot, theme: Theme) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    for text, data in (("none", None), ("A", "a"), ("B", "b")):
        combo.addItem(text, data)
    combo.choose("b")
    assert combo.currentText() == "B"
    combo.choose("z")
    assert combo.currentText() == "none"


def forms(said: str) -> list[str]:
    """The examples of a sentence, one by one."""
    return re.split(r"、|, | or | 或 ", said)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_sentence_names_is_understood(
    speech: Speech, qapp: QApplication, language: Literal["zh", "en"]
) -> None:
    speech.set_language(language, qapp)
    days, times, amounts = forms(day_forms()), forms(time_forms()), forms(amount_forms())
    assert (len(days), len(times), len(amounts)) == (6, 3, 3)
    assert all(parse_day(each, TODAY) for each in days)
    assert {parse_time(each) for each in times} <= {9 * 60, 9 * 60 + 30}
    assert {parse_amount(each) for each in amounts} == {1_840_000, 1_840_050}


@given(st.decimals("0.01", "9999999", places=2, allow_nan=False))
def test_an_amount_reads_back(amount: Decimal) -> None:
    assert parse_amount(f"{amount:,.2f}") == int(amount * 100)
    assert parse_amount(f"¥{amount}元") == int(amount * 100)
    assert parse_amount(f"{amount:.2f}万") == int(amount * 1_000_000)


@pytest.mark.parametrize("text", ["much", "-5", "0", "1.234", "万", "NaN", "Infinity", "1e99"])
def test_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_amount(text)


def test_the_days_of_other_months_are_written_quietly(qtbot: QtBot, theme: Theme) -> None:
    sheet = MonthSheet()
    qtbot.addWidget(sheet)
    sheet.show_day(date(2026, 11, 25), TODAY)
    sheet.show()
    own, beside = QDate(2026, 11, 2), QDate(2026, 12, 2)
    assert (sheet.is_beside(own), sheet.is_beside(beside)) == (False, True)
    assert sheet.tone(own) == theme.color("text")
    assert sheet.tone(beside) == theme.color("text3")
    sheet.showNextMonth()
    assert (sheet.tone(own), sheet.tone(beside)) == (theme.color("text3"), theme.color("text"))


def test_a_day_is_picked_from_the_month(qtbot: QtBot, theme: Theme) -> None:
    field = DayField()
    qtbot.addWidget(field)
    field.set_today(TODAY)
    field.show()
    field._pick.trigger()
    sheet = field.findChild(MonthSheet)
    assert sheet.selectedDate() == QDate(2026, 11, 24)
    with qtbot.waitSignal(field.changed) as told:
        sheet.clicked.emit(QDate(2026, 12, 3))
    assert told.args == [date(2026, 12, 3)]
    assert not sheet.isVisible()
