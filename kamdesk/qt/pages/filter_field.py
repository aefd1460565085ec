"""A field that narrows a table while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kamdesk.qt.theme import Theme


class FilterField(QLineEdit):
    """Down goes into the table, Enter opens its first row, Esc clears."""

    down = Signal()
    entered = Signal()
    emptied = Signal()
    """Backspace where nothing is left to delete."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(220)
        self.setMaximumWidth(520)
        self.setClearButtonEnabled(False)
        self._icon = QAction(self)
        self._icon.setEnabled(False)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        theme.changed.connect(self._tint)

    def take(self, text: str) -> None:
        """Go on typing here what was begun elsewhere."""
        self.setFocus()
        self.setText(self.text() + text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        icons = self._theme.icons
        icon = icons.icon("list-filter", "text3")
        icon.addPixmap(icons.pixmap("list-filter", "text3", 16, 2.0), icon.Mode.Disabled)
        self._icon.setIcon(icon)
