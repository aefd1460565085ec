"""A view that is moved about by hand, wheel and keys, and zoomed by wheel and fingers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

KEPT = 40
"""So many pixels of the last screenful stay in view when one goes on by a screenful."""


class MovedView(QAbstractScrollArea):
    """Sub-classes say what zooming is, in `step_zoom` and `zoom_by`."""

    def __init__(self) -> None:
        super().__init__()
        self._grip: QPoint | None = None
        self._turned = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def step_zoom(self, step: int, at: QPointF | None = None) -> None:
        """One step larger (1) or smaller (−1), about the point ``at`` of the viewport."""
        raise NotImplementedError

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """So many times as large, about ``at``."""
        raise NotImplementedError

    def viewportEvent(self, event: QEvent) -> bool:
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / 120)
        self._turned -= steps * 120
        for _ in range(abs(steps)):
            self.step_zoom(1 if steps > 0 else -1, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Space and not back):
            bar.setValue(bar.value() + bar.pageStep() - KEPT)
        elif key == Qt.Key.Key_PageUp or key == Qt.Key.Key_Space:
            bar.setValue(bar.value() - bar.pageStep() + KEPT)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            here = event.position().toPoint()
            by, self._grip = here - self._grip, here
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
