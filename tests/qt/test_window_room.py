"""The window opens no larger than the screen, whatever size letters are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from kamdesk.qt.window_room import TITLE, open_in, within


def made(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_it_opens_within_the_screen(qtbot: QtBot, scale: float) -> None:
    room = QRect(0, 0, round(1366 / scale), round(768 / scale))
    window = made(qtbot)
    open_in(window, room, None)
    assert window.isMaximized()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - TITLE
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height() - TITLE


def test_what_was_left_larger_is_made_to_fit(qtbot: QtBot) -> None:
    """Left at 100 %, opened again at 150 %."""
    left = made(qtbot)
    open_in(left, None, None)
    kept = left.saveGeometry()
    assert (left.width(), left.height()) == (1366, 768)
    window = made(qtbot)
    open_in(window, QRect(0, 0, 911, 512), kept)
    assert window.width() <= 911
    assert window.height() <= 512 - TITLE


def test_a_large_screen_shows_the_usual_window(qtbot: QtBot) -> None:
    window = made(qtbot)
    open_in(window, QRect(0, 0, 2560, 1400), None)
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (1366, 768)


def test_a_dialog_is_no_larger_than_the_screen() -> None:
    assert within(QSize(980, 720), QRect(0, 0, 911, 512)) == QSize(911, 512 - TITLE)
    assert within(QSize(480, 240), QRect(0, 0, 911, 512)) == QSize(480, 240)
    assert within(QSize(980, 720), None) == QSize(980, 720), "a picture has no screen"
