"""A drawing with places in it that are walked with the arrows and picked with Enter or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip

from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Place:
    """``key`` is what is picked; ``spoken`` says the place whole, to a screen reader and in its tooltip."""

    key: str
    rect: QRectF
    spoken: str


class Walked(Painted):
    """``picked`` gives the key of a place that was pressed, or on which Enter was; ``walked`` where the keys are.

    A sub-class lays its places out in `lay_out`, called whenever rows or size have changed, and draws.
    """

    picked = Signal(str)
    walked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._places: list[Place] = []
        self._at = 0
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def lay_out(self) -> list[Place]:
        """Where everything stands in the size of the moment."""
        raise NotImplementedError

    def arrange(self, spoken: str | None = None) -> None:
        """The rows are others: lay out anew. ``spoken`` says the whole drawing as a sentence."""
        key = self.current()
        if spoken is not None:
            self.setAccessibleName(spoken)
        self._places = self.lay_out()
        self._at = next((n for n, place in enumerate(self._places) if place.key == key), 0)
        self._describe()
        self.update()

    def places(self) -> Sequence[Place]:
        return self._places

    def current(self) -> str:
        """The key of the place where the keys are; empty for none."""
        return self._places[self._at].key if self._at < len(self._places) else ""

    def chosen(self) -> str:
        return self._chosen

    def choose(self, key: str) -> None:
        """Mark a place as the chosen one; empty for none."""
        self._chosen = key
        for number, place in enumerate(self._places):
            if place.key == key:
                self._at = number
        self._describe()
        self.update()

    def step(self, key: Qt.Key) -> int:
        """The number of the place an arrow leads to."""
        return self._at + {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)

    def ring(self, ink: Ink, radius: float = 6) -> None:
        """The focus ring around the place where the keys are."""
        if self.hasFocus() and self._at < len(self._places):
            ink.box(self._places[self._at].rect.adjusted(-3, -3, 3, 3), None, "focus", radius, 2)

    def place_at(self, point: QPoint) -> int:
        """The number of the place under a point, -1 for none; of several the one that was drawn last."""
        for number in range(len(self._places) - 1, -1, -1):
            if self._places[number].rect.adjusted(-3, -3, 3, 3).contains(point.toPointF()):
                return number
        return -1

    def _go(self, number: int) -> None:
        number = min(max(number, 0), len(self._places) - 1)
        if number != self._at:
            self._at = number
            self._describe()
            self.walked.emit(self.current())
        self.update()

    def _describe(self) -> None:
        said = self._places[self._at].spoken if self._at < len(self._places) else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.place_at(event.position().toPoint())
        if number >= 0:
            self._go(number)
            self.picked.emit(self.current())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.place_at(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._places:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self.step(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._places) - 1)
        elif key in ENTER:
            self.picked.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.place_at(event.pos())
            if number >= 0:
                QToolTip.showText(event.globalPos(), self._places[number].spoken, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
