"""What is carried near the edge of what is in view scrolls the page: who waits may stand below the fold."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

EDGE = 48
"""So near the edge of what is in view, in points."""
STEP, EVERY_MS = 12, 25


class EdgeScroll(QObject):
    """Scrolls the page on which ``widget`` stands for as long as something is held near its upper or lower edge."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._by = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.step)

    def heed(self, position: QPointF) -> None:
        """Something is carried over the widget, at ``position``."""
        area = self._area()
        if area is None:
            return
        view = area.viewport()
        y = self._widget.mapTo(view, position.toPoint()).y()
        self._by = -STEP if y < EDGE else STEP if y > view.height() - EDGE else 0
        if not self._by:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """Nothing is carried any more."""
        self._timer.stop()

    def step(self) -> None:
        area = self._area()
        if area is not None:
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + self._by)

    def _area(self) -> QScrollArea | None:
        above = self._widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
