"""A number out of a few, picked by its key or by pointing: how important, how hard to copy, how content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.ink import CENTER, Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted

CELL, GAP, HEIGHT = 28, 4, 32
NARROW = 24


class Rating(Painted):
    """Digits pick, the arrows step, Delete leaves it open. ``edited`` whenever it changes."""

    edited = Signal()

    def __init__(self, theme: Theme, low: int = 1, high: int = 5) -> None:
        super().__init__(theme)
        self._low, self._high = low, high
        self._value: int | None = None
        self._typed = ""
        self._cell = CELL if high - low <= 5 else NARROW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize((self._high - self._low + 1) * (self._cell + GAP) - GAP + 4, HEIGHT)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        if value == self._value:
            return
        self._value = value
        said = "" if value is None else f"{value} / {self._high}"
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.edited.emit()

    def draft_value(self) -> object:
        return self._value

    def set_draft_value(self, kept: object) -> None:
        self.set_value(kept if isinstance(kept, int) else None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0)
        if step:
            at = self._value if self._value is not None else self._low - (1 if step > 0 else -1)
            self.set_value(min(max(at + step, self._low), self._high))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif text.isdigit():
            self._type(text)
            return
        else:
            self._typed = ""
            super().keyPressEvent(event)
            return
        self._typed = ""

    def _type(self, digit: str) -> None:
        """``1`` and then ``0`` are ten where there is a ten."""
        longer = self._typed + digit
        for text in (longer, digit):
            if self._low <= int(text) <= self._high:
                self._typed = text
                self.set_value(int(text))
                return
        self._typed = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = int((event.position().x() - 2) // (self._cell + GAP)) + self._low
        if self._low <= number <= self._high:
            self.set_value(None if number == self._value else number)
        self._typed = ""

    def focusOutEvent(self, event: object) -> None:
        self._typed = ""
        self.update()
        super().focusOutEvent(event)  # type: ignore[arg-type]

    def focusInEvent(self, event: object) -> None:
        self.update()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def draw(self, ink: Ink, rect: QRectF) -> None:
        wrong, focused = bool(self.property("wrong")), self.hasFocus()
        for number in range(self._low, self._high + 1):
            x = 2 + (number - self._low) * (self._cell + GAP)
            cell = QRectF(x + 0.5, 2.5, self._cell - 1, HEIGHT - 5)
            chosen = number == self._value
            within = self._value is not None and number < self._value
            edge = "bad" if wrong else "accentText" if chosen or within else "control"
            ground = "accent" if chosen else "accentSoft" if within else "surface"
            ink.box(cell, ground if self.isEnabled() else "sunken", edge, 6, 1.5 if wrong else 1)
            tone = "onAccent" if chosen else "accentText" if within else "text2"
            ink.text(cell, str(number), "strong" if chosen else "body", tone, CENTER, elide=False)
        if focused:
            whole = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
            ink.box(whole, None, "focus", 7, 2)
