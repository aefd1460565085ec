"""One of two weeks that are compared: nothing in it can be moved, and what differs from the other stands out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid import paint
from kamdesk.qt.weekgrid.geometry import EDGE, FOOT, GUTTER, HEAD
from kamdesk.qt.weekgrid.picture import WeekPicture
from kamdesk.qt.weekgrid.rows import StopBlock, WeekSheet
from kamdesk.qt.weekgrid.walk import ARROWS, in_order, next_stop

HOUR_HEIGHT = 38
"""The least: a visit of half an hour has room for one line."""
DAY_WIDTH = 58
NEW, MOVED, LEFT, GONE = "new", "moved", "left", "gone"
LOOKS = {
    NEW: ("plus", "good", "goodSoft"),
    MOVED: ("arrow-right", "warn", "warnSoft"),
    LEFT: ("arrow-right", "warn", None),
    GONE: ("x", "bad", None),
}
"""Mark, tone and ground: what comes, what has moved here; and dashed, without ground, what moves away, what goes."""
MARK = 10


class ComparedWeek(WeekPicture):
    """Shows a week with ``changes`` by the stop's key. Arrows go from visit to visit, Page up and down to another week.

    Its head stays in sight while the hours are scrolled.
    """

    turned = Signal(int)
    """Another week is asked for: one before or after."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._changes: Mapping[str, str] = {}
        self._top = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_week(self, sheet: WeekSheet, changes: Mapping[str, str]) -> None:
        self._changes = changes
        self.set_sheet(sheet)
        self.setMinimumSize(self.minimumSizeHint())

    def changes(self) -> Mapping[str, str]:
        return self._changes

    def show_from(self, top: int) -> None:
        """So many pixels are scrolled away above."""
        self._top = top
        self.update()

    def minimumSizeHint(self) -> QSize:
        first, last = self._sheet.hours()
        width = GUTTER + EDGE + DAY_WIDTH * max(len(self._sheet.days), 5)
        return QSize(width, HEAD + FOOT + HOUR_HEIGHT * (last - first))

    # the mouse and the keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        self.select(block.key if block is not None else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        self.setToolTip(block.spoken if block is not None else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and self._blocks:
            self.select(in_order(self._blocks)[0].key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            beside = next_stop(self._blocks, self._sheet.block(self._selected), key)
            if beside is not None:
                self.select(beside.key)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    # painting

    def _draw_stops(self, ink: Ink) -> None:
        for block in self._blocks:
            draw_block(ink, self._rect(block), block, self._changes.get(block.key, ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = Ink(painter, self._theme)
        if self._sheet.days and self._top > 0:
            ground, _ = self._cached()
            head = QRectF(0, self._top, self.width(), HEAD)
            ratio = ground.devicePixelRatio()
            painter.drawPixmap(head, ground, QRectF(0, 0, self.width() * ratio, HEAD * ratio))
            ink.line(0, head.bottom(), self.width(), head.bottom())
        if self.hasFocus():
            seen = self.visibleRegion().boundingRect()
            ink.box(QRectF(seen), None, "focus", 6, 1.5)
        painter.end()


def draw_block(ink: Ink, rect: QRectF, block: StopBlock, change: str) -> None:
    """A visit that stays is quiet; one that differs has a ground and a mark, or a dashed edge and a mark."""
    if not change:
        if block.here:
            ink.box(rect, "sunken", "line")
        else:
            ink.box(rect, "surface", "control", 6, 1, Qt.PenStyle.DashLine)
        paint.words(ink, rect, block, marks.class_tone(block.letter) if block.here else "text3", block.here)
        return
    icon, tone, ground = LOOKS[change]
    dashed = ground is None or not block.here
    ink.box(rect, "surface", None)
    if ground is not None:
        ink.box(rect, ground, None)
    ink.box(rect, None, tone, 6, 1.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    if not dashed:
        ink.strip(rect, tone, Qt.Edge.LeftEdge)
    paint.words(ink, rect, block, tone, ground is not None)
    disc = QRectF(rect.right() - MARK + 1, rect.top() - 5, MARK + 4, MARK + 4)
    ink.box(disc, ground or "surface", tone, disc.height() / 2)
    ink.icon(disc.left() + 2, disc.top() + 2, icon, tone, MARK)
