"""What is done to the line as a whole: in words where there is room, else with a hint; one word for one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.line_history import LineHistoryDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.labels import Elided
from tests.qt.conftest import settle
from tests.qt.test_week_end import dialog


@pytest.mark.parametrize(("width", "in_words"), [(1093, False), (1900, True)])
def test_they_are_said_in_words_where_nothing_has_to_give_way(
    qtbot: QtBot, window: MainWindow, width: int, in_words: bool
) -> None:
    window.resize(QSize(width, 800))
    settle(qtbot, window)
    line = window.line
    assert line.tools.in_words() is in_words
    for button in line.tools.buttons.values():
        assert bool(button.text()) is in_words
        assert button.accessibleName()
        assert button.toolTip().startswith(f"{button.accessibleName()}  Ctrl+")
        assert button.toolTip().count("\n") == 1, "what it does"
    if in_words:
        assert line._sub.width() >= line._sub.sizeHint().width()
    window.resize(QSize(1900 if width == 1093 else 1093, 800))
    settle(qtbot, window)
    assert line.tools.in_words() is not in_words


def test_no_button_of_the_page_is_without_a_name_or_a_hint(qtbot: QtBot, window: MainWindow) -> None:
    for look in range(3):
        window.line.look(look)
        settle(qtbot, window)
        for button in window.line.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), button
                assert button.text() or button.toolTip(), button.accessibleName()


def test_a_press_does_what_the_menu_does(qtbot: QtBot, window: MainWindow) -> None:
    window.line.tools.buttons["line_history"].click()
    settle(qtbot, window)
    dialog(LineHistoryDialog).reject()


def test_a_fixed_visit_is_called_the_same_everywhere(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    actions = window.actions_
    window.desk.speech.set_language("zh", qapp)
    settle(qtbot, window)
    said = {name: actions[name].text() for name in ("add_slot", "move_slot", "end_slot", "propose_line")}
    assert said == {
        "add_slot": "加固定点…", "move_slot": "改固定点…", "end_slot": "取消固定点…", "propose_line": "自动排线路…"
    }  # fmt: skip
    assert window.line._add.text() == "加固定点"
    assert "未排固定点" in [each.text() for each in window.line.findChildren(Elided)] + [
        window.line.beside._tray_title.text()
    ]
    window.desk.speech.set_language("en", qapp)
