"""The search field of the top bar: its key is written in it, and gives way where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from kamdesk.qt.ink import CENTER, Ink
from kamdesk.qt.theme import Theme

LEAST, USUAL, WORDS_FROM = 112, 430, 200


class SearchField(QLineEdit):
    """``stepped`` by the arrows, ``chosen`` by Enter (True with Ctrl), ``left`` by Esc in an empty field."""

    entered = Signal()
    stepped = Signal(int)
    chosen = Signal(bool)
    left = Signal()
    lost = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._key = ""
        self._words = ""
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(USUAL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = QAction(self)
        self._icon.setEnabled(False)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        theme.changed.connect(self._tint)

    def sizeHint(self) -> QSize:
        return QSize(USUAL, super().sizeHint().height())

    def say(self, name: str, words: str, key: str) -> None:
        """Its name, what stands in it while it is empty, and its key."""
        self._words, self._key = words, key
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(f"{name}  {key}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 60 - (0 if self.hasFocus() else self._key_width())
        words = self._words if self.width() >= WORDS_FROM else ""
        while words and self._theme.width(words) > room and "，" in words:
            words = words.rpartition("，")[0]
        while words and self._theme.width(words) > room and " " in words:
            words = words.rpartition(" ")[0]
        self.setPlaceholderText(words.rstrip(",;"))
        self.setTextMargins(0, 0, 0 if self.hasFocus() or self.text() else round(self._key_width()) + 4, 0)

    def _key_width(self) -> float:
        return self._theme.width(self._key, "micro") + 14

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        painter = QPainter(self)
        ink = Ink(painter, self._theme)
        width = self._key_width()
        chip = QRectF(self.width() - width - 8, (self.height() - 19) / 2, width, 19)
        ink.box(chip, "sunken", "border", 4)
        ink.text(chip, self._key, "micro", "text2", CENTER, elide=False)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.lost.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if key in steps:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        icons = self._theme.icons
        icon = icons.icon("search", "text2")
        icon.addPixmap(icons.pixmap("search", "text2", 16, 2.0), icon.Mode.Disabled)
        self._icon.setIcon(icon)
        self.update()
