"""How large the window opens: as it was left, else usual, and never larger than the screen has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

USUAL = QSize(1366, 768)
LEAST = QSize(940, 520)
"""So small the window may be made, where the screen has that much."""
SMALL_SCREEN = 1440
"""A laptop's screen is narrower: the window fills it when it is opened for the first time."""
TITLE = 32
"""How high a title bar is at most, as long as the window manager has not told."""


def screen_room(widget: QWidget) -> QRect | None:
    """What the screen has for windows, in points; None where nothing is shown on a screen."""
    return None if QGuiApplication.platformName() == "offscreen" else widget.screen().availableGeometry()


def within(size: QSize, room: QRect | None) -> QSize:
    """The size, no larger than the room leaves for a window with its title bar."""
    return size if room is None else size.boundedTo(room.size() - QSize(0, TITLE))


def open_in(window: QWidget, room: QRect | None, kept: QByteArray | None) -> None:
    """``room`` is what the screen has, in points: of the same screen large letters leave fewer. None where there is no
    screen to be seen; ``kept`` is how the window was left.
    """
    window.setMinimumSize(within(LEAST, room))
    window.resize(USUAL)
    if kept is not None:
        window.restoreGeometry(kept)
    if room is None or window.isMaximized() or window.isFullScreen():
        return
    size = within(window.size(), room)
    if size != window.size():
        window.resize(size)
        window.move(room.topLeft())
    if kept is None and room.width() < SMALL_SCREEN:
        window.setWindowState(Qt.WindowState.WindowMaximized)
