"""How a dialog is opened: over the window that it belongs to, and gone once it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

MARGIN = 48


def open_dialog(dialog: QDialog) -> None:
    """Open it and leave it to itself; what it asks is answered by its signals."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def fill_window(dialog: QDialog, parent: QWidget | None) -> None:
    """Nearly as large as the window that it belongs to, for what needs all the room there is."""
    room = dialog.screen().availableGeometry() if parent is None else parent.window().geometry()
    dialog.resize(room.width() - MARGIN, room.height() - MARGIN)
