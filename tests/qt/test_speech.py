"""How the window speaks: dates, spans, rhythms, errors, Qt's own words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.domain.errors import RuleError
from kamdesk.qt.actions import action_words
from kamdesk.qt.speech import Speech, clock, duration

DAY = date(2026, 11, 18)


@pytest.fixture
def chinese(speech: Speech, qapp: QApplication) -> Speech:
    speech.set_language("zh", qapp)
    return speech


def test_english(speech: Speech) -> None:
    assert speech.day(DAY) == "18 Nov"
    assert speech.full_day(DAY) == "18 Nov 2026"
    assert speech.day_or_year(date(2025, 11, 18), DAY) == "18 Nov 2025"
    assert speech.span(date(2026, 11, 16), date(2026, 11, 22)) == "16–22 Nov"
    assert speech.span(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov–6 Dec"
    assert (speech.weekday(DAY), speech.rhythm(1), speech.rhythm(2)) == ("Wed", "every week", "every 2 weeks")
    assert speech.raised("kept late") == "Kept late"


def test_chinese(chinese: Speech) -> None:
    assert chinese.day(DAY) == "11月18日"
    assert chinese.span(date(2026, 11, 16), date(2026, 11, 22)) == "11月16–22日"
    assert (chinese.weekday(DAY), chinese.rhythm(4)) == ("周三", "每 4 周")
    assert action_words()["undo"] == "撤销"


def test_qts_own_words_are_chinese_too(chinese: Speech) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_errors_are_the_catalogues(speech: Speech) -> None:
    said = speech.error(RuleError("change_too_early", first=date(2026, 11, 26)))
    assert "26 Nov 2026" in said
    fault = speech.error(KeyError("x"))
    assert "is safe" in fault
    assert "KeyError" not in fault, "what only the log has to know"
    assert "odd" in speech.error(RuleError("odd", what=1)), "a code without words is still told"


def test_values_of_a_newer_version_are_shown_as_they_stand(speech: Speech) -> None:
    assert speech.choice("promise.state", "half_kept") == "half_kept"
    assert speech.choice("promise.state", None) == ""


def test_times() -> None:
    assert (clock(570), duration(93)) == ("09:30", "1:33")


@pytest.mark.parametrize(
    ("context", "text", "one", "three"),
    [
        ("AccountWords", "%n days ago", "1 day ago", "3 days ago"),  # counted by tr
        ("Today", "%n days late", "1 day late", "3 days late"),  # by translate
    ],
)
def test_plurals(speech: Speech, context: str, text: str, one: str, three: str) -> None:
    translate = QCoreApplication.translate
    assert (translate(context, text, "", 1), translate(context, text, "", 3)) == (one, three)


def test_the_file_dialog_of_qt_speaks_chinese_to_its_last_label(qtbot: QtBot, chinese: Speech) -> None:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(words) >= 3
    assert all(any(ord(letter) > 0x2E80 for letter in text) for text in words), words
