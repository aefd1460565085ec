"""The week in the hand: its stops are chosen, dragged, stretched, by mouse and by keys, and accounts dropped in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication

from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid.edge import EdgeScroll
from kamdesk.qt.weekgrid.mime import from_mime
from kamdesk.qt.weekgrid.picture import Lift, WeekPicture
from kamdesk.qt.weekgrid.rows import FINE_SNAP, SNAP, StopBlock, WeekSheet
from kamdesk.qt.weekgrid.walk import ARROWS, in_order, next_stop

GRIP = 5
SHORTEST = 15


class WeekGrid(WeekPicture):
    """One week. Nothing is changed here: ``moved`` and ``dropped`` ask, and the sheet that comes back is the answer.

    After either signal the stop stays where it was put, as a draft, until ``set_sheet`` or ``put_back``.
    Keys: arrows choose, Enter opens; Shift+arrows lift the chosen stop and move it (15 minutes, a day), Enter then
    asks for the move, Esc puts it back.
    """

    opened = Signal(str)
    moved = Signal(str, int, int, int)
    """Key, weekday, start, minutes."""
    dropped = Signal(str, int, int, int)
    """Account id, weekday, start, minutes."""
    menu_asked = Signal(str, object)
    """Key (or empty) and the global point."""
    carried = Signal(bool)
    """A stop is moved with the keys and waits for Enter; or no longer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._press: tuple[QPointF, StopBlock, bool] | None = None
        self._edge = EdgeScroll(self)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_sheet(self, sheet: WeekSheet) -> None:
        self._press = None
        super().set_sheet(sheet)
        self.carried.emit(False)

    def put_back(self) -> None:
        self._press = None
        super().put_back()
        self.carried.emit(False)

    # the mouse

    def _on_grip(self, block: StopBlock, point: QPointF) -> bool:
        rect = self._rect(block)
        return not block.fixed and rect.height() > 4 * GRIP and point.y() > rect.bottom() - GRIP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        self.select(block.key if block is not None else "")
        if event.button() == Qt.MouseButton.LeftButton and block is not None and self._lift is None:
            self._press = (event.position(), block, self._on_grip(block, event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._press is None:
            self._point_at(point)
            return
        origin, block, stretching = self._press
        far = (point - origin).manhattanLength() >= QApplication.startDragDistance()
        if block.fixed or (self._lift is None and not far):
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE_SNAP if fine else SNAP
        geometry = self.geometry_now()
        if stretching:
            end = round(geometry.minute_at(point.y()) / step) * step
            minutes = max(SHORTEST, min(end, geometry.last_hour * 60) - block.start)
            held = replace(block, minutes=minutes, here=True, warning="")
        else:
            top = block.start + geometry.minute_at(point.y()) - geometry.minute_at(origin.y())
            day = geometry.day_at(point)
            start = geometry.snapped(top, step, block.minutes)
            held = replace(block, day=block.day if day is None else day, start=start, here=True, warning="")
        self._lift = Lift(held, block)
        self.setCursor(Qt.CursorShape.SizeVerCursor if stretching else Qt.CursorShape.ClosedHandCursor)
        self.update()

    def _point_at(self, point: QPointF) -> None:
        block = self.block_at(point)
        if block is None:
            self.unsetCursor()
            self.setToolTip("")
            return
        self.setToolTip(block.spoken)
        if block.fixed:
            self.unsetCursor()
        else:
            grip = self._on_grip(block, point)
            self.setCursor(Qt.CursorShape.SizeVerCursor if grip else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._press = self._press, None
        self.unsetCursor()
        if pressed is not None and self._lift is not None:
            self._ask()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        if block is not None:
            self._press = None
            self.opened.emit(block.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._selected:
            point = self.mapToGlobal(self.rect_of(self._selected).center().toPoint())
        else:
            point = event.globalPos()
        self.menu_asked.emit(self._selected, point)

    def _ask(self) -> None:
        lift = self._lift
        if lift is None or lift.was is None:
            return
        held, was = lift.block, lift.was
        if (held.day, held.start, held.minutes) == (was.day, was.start, was.minutes):
            self.put_back()
            return
        self.carried.emit(False)
        self.moved.emit(was.key, held.day, held.start, held.minutes)

    # the keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and self._blocks:
            self.select(in_order(self._blocks)[0].key)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        block = self._sheet.block(self._selected)
        if key == Qt.Key.Key_Escape and self._lift is not None:
            self.put_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block is not None:
            if self._lift is not None:
                self._ask()
            else:
                self.opened.emit(block.key)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._shift(block, key)
        elif key in ARROWS:
            beside = next_stop(self._blocks, block, key)
            if beside is not None:
                self.select(beside.key)
        else:
            super().keyPressEvent(event)

    def _shift(self, block: StopBlock | None, key: Qt.Key) -> None:
        if block is None or block.fixed or self._press is not None:
            return
        held = self._lift.block if self._lift is not None and self._lift.was is block else block
        geometry = self.geometry_now()
        day, start = held.day, held.start
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = SNAP if key == Qt.Key.Key_Down else -SNAP
            start = geometry.snapped(start + step, FINE_SNAP, held.minutes)
        else:
            day = min(max(day + (1 if key == Qt.Key.Key_Right else -1), 0), geometry.days - 1)
        if (day, start) != (held.day, held.start):
            self._lift = Lift(replace(held, day=day, start=start, here=True, warning=""), block)
            self.update()
            self.carried.emit(True)

    # dropping in an account that has no slot

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if from_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        block = from_mime(event.mimeData())
        self._edge.heed(event.position())
        geometry = self.geometry_now()
        day = geometry.day_at(event.position())
        if block is None or day is None:
            self.put_back()
            event.ignore()
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        top = geometry.minute_at(event.position().y() - 9)
        start = geometry.snapped(top, FINE_SNAP if fine else SNAP, block.minutes)
        self._lift = Lift(replace(block, day=day, start=start), None)
        self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._edge.rest()
        self.put_back()

    def dropEvent(self, event: QDropEvent) -> None:
        self._edge.rest()
        if self._lift is None:
            event.ignore()
            return
        event.acceptProposedAction()
        held = self._lift.block
        self.dropped.emit(held.account_id, held.day, held.start, held.minutes)
