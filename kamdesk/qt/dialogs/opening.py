"""How a dialog is opened: over the window that it belongs to, and gone once it is closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt.window_room import TITLE, screen_room, within

MARGIN = 48


def open_dialog(dialog: QDialog) -> None:
    """Open it, no larger than the screen, and leave it to itself; what it asks is answered by its signals."""
    dialog.resize(within(dialog.size(), screen_room(dialog)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def fill_window(dialog: QDialog, parent: QWidget | None) -> None:
    """Nearly as large as the window that it belongs to, for what needs all the room there is."""
    room = dialog.screen().availableGeometry() if parent is None else parent.window().geometry()
    dialog.resize(room.width() - MARGIN, room.height() - MARGIN)


def centre(dialog: QDialog) -> None:
    """Over the window that it belongs to, title bar and all within the screen. Where it stands is said before it is
    shown: else a change of its size that overtakes the window manager puts it into the screen's corner."""
    parent = dialog.parentWidget()
    over = parent.window().geometry() if parent is not None else dialog.screen().availableGeometry()
    size = _outer(dialog)
    corner = QPoint(over.center().x() - size.width() // 2, over.center().y() - size.height() // 2)
    dialog.move(_within(dialog, corner))


def keep_in_view(dialog: QDialog) -> None:
    """It has grown: moved only where it would not be within the screen any more."""
    corner = dialog.pos()
    within = _within(dialog, corner)
    if within != corner:
        dialog.move(within)


def _outer(dialog: QDialog) -> QSize:
    """With its title bar and its frame."""
    frame = dialog.frameGeometry().size() - dialog.size()
    return dialog.size() + QSize(frame.width(), frame.height() or TITLE)


def _within(dialog: QDialog, corner: QPoint) -> QPoint:
    room, size = dialog.screen().availableGeometry(), _outer(dialog)
    right, low = room.x() + room.width() - size.width(), room.y() + room.height() - size.height()
    return QPoint(max(min(corner.x(), right), room.x()), max(min(corner.y(), low), room.y()))
