"""Tokens become a palette, a style sheet and fonts; light and dark hold the same tokens."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.assets import folder, resource
from kamdesk.qt.theme import FAMILY, Theme, load_fonts, mode_of
from kamdesk.qt.widgets.buttons import Button

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


def test_icons_are_drawn_anew_for_a_finer_screen(
    theme: Theme, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [size.width() for size in theme.icons.icon("route").availableSizes()] == [16]
    screen = qapp.primaryScreen()
    with qtbot.assertNotEmitted(theme.changed):
        screen.geometryChanged.emit(screen.geometry())
    for module in ("kamdesk.qt.theme", "kamdesk.qt.icons"):
        monkeypatch.setattr(f"{module}.ratios", lambda: [1.0, 2.0])
    with qtbot.waitSignal(theme.changed):
        screen.geometryChanged.emit(screen.geometry())
    drawn = theme.icons.icon("route")
    assert drawn.pixmap(QSize(16, 16), 2.0).width() == 32
    assert drawn.pixmap(QSize(16, 16), 1.0).width() == 16


def test_a_system_that_says_nothing_is_light() -> None:
    assert mode_of(Qt.ColorScheme.Unknown) == "light"
    assert mode_of(Qt.ColorScheme.Dark) == "dark"


def test_an_unknown_token_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("ultraviolet")


def test_a_small_button_is_lower_and_keeps_its_height_in_focus(theme: Theme, qtbot: QtBot) -> None:
    usual, small = Button(theme), Button(theme, small=True)
    for button in (usual, small):
        qtbot.addWidget(button)
        button.set_label("Save")
        button.show()
    assert (usual.sizeHint().height(), small.sizeHint().height()) == (32, 26)
    with qtbot.waitActive(small):
        small.activateWindow()
    small.setFocus()
    assert small.sizeHint().height() == 26


def test_each_widget_is_polished_once_for_either_sheet(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    class Counter(QObject):
        polished = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.polished += event.type() == QEvent.Type.StyleChange
            return False

    top = inner = QWidget()
    qtbot.addWidget(top)
    for _ in range(12):
        deeper = QWidget()
        QVBoxLayout(inner).addWidget(deeper)
        inner = deeper
    top.show()
    counter = Counter()
    inner.installEventFilter(counter)
    theme.set_mode("dark", qapp)
    assert 1 <= counter.polished <= 2
    theme.set_mode("light", qapp)
