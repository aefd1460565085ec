"""Tokens become a palette, a style sheet and fonts; light and dark hold the same tokens."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.assets import folder, resource
from kamdesk.qt.theme import FAMILY, Theme, load_fonts, mode_of

TOKENS = json.loads(resource("theme", "tokens.json").read_text("utf-8"))


def test_both_modes_hold_the_same_tokens() -> None:
    assert TOKENS["color"]["light"].keys() == TOKENS["color"]["dark"].keys()


def test_the_sheet_names_only_tokens_and_no_fonts(theme: Theme) -> None:
    source = resource("theme", "kamdesk.qss").read_text("utf-8")
    assert set(re.findall(r"\$(\w+)", source)) <= TOKENS["color"]["light"].keys()
    assert "$" not in theme.style_sheet()
    assert not re.search(r"\bfont(-\w+)?\s*:", source), "a font in the sheet beats setFont"


def test_the_bundled_family_is_used(theme: Theme) -> None:
    assert load_fonts(folder("resources") / "fonts") == (FAMILY,)
    for style, spec in TOKENS["type"].items():
        info = QFontInfo(theme.font(style))
        assert (info.family(), info.pixelSize(), info.weight()) == (FAMILY, spec["px"], spec["weight"])


def test_another_mode_restyles_and_is_told(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark", qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(TOKENS["color"]["dark"]["canvas"])
    assert TOKENS["color"]["dark"]["accent"] in qapp.styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("dark", qapp)
    theme.set_mode("light", qapp)


def test_a_system_that_says_nothing_is_light() -> None:
    assert mode_of(Qt.ColorScheme.Unknown) == "light"
    assert mode_of(Qt.ColorScheme.Dark) == "dark"


def test_an_unknown_token_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("ultraviolet")
