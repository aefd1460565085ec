"""How a dialog is opened: over the window that it belongs to, and gone once it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Open it and leave it to itself; what it asks is answered by its signals."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
