"""The grid as a widget: shows a `WeekSheet`, lets stops be chosen, dragged, stretched, and accounts be dropped in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid import paint
from kamdesk.qt.weekgrid.geometry import Geometry
from kamdesk.qt.weekgrid.mime import from_mime
from kamdesk.qt.weekgrid.rows import FINE_SNAP, SNAP, StopBlock, WeekSheet, lanes, shown
from kamdesk.qt.weekgrid.walk import ARROWS, in_order, next_stop

GRIP = 5
SHORTEST = 15


@dataclass(frozen=True, slots=True)
class Lift:
    """A stop in the hand: what it was (None for an account that has no slot yet) and where it is held."""

    block: StopBlock
    was: StopBlock | None


class WeekGrid(QWidget):
    """One week. Nothing is changed here: ``moved`` and ``dropped`` ask, and the sheet that comes back is the answer.

    After either signal the stop stays where it was put, as a draft, until ``set_sheet`` or ``put_back``.
    Keys: arrows choose, Enter opens; Shift+arrows lift the chosen stop and move it (15 minutes, a day), Enter then
    asks for the move, Esc puts it back.
    """

    chosen = Signal(str)
    """The selected stop's key; empty for none."""
    opened = Signal(str)
    moved = Signal(str, int, int, int)
    """Key, weekday, start, minutes."""
    dropped = Signal(str, int, int, int)
    """Account id, weekday, start, minutes."""
    menu_asked = Signal(str, object)
    """Key (or empty) and the global point."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = WeekSheet()
        self._blocks: tuple[StopBlock, ...] = ()
        self._lanes: dict[str, tuple[int, int]] = {}
        self._selected = ""
        self._lift: Lift | None = None
        self._press: tuple[QPointF, StopBlock, bool] | None = None
        self._ground: QPixmap | None = None
        self._whole: QPixmap | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._forget_ground)

    # what is shown

    def set_sheet(self, sheet: WeekSheet) -> None:
        self._sheet = sheet
        self._blocks = shown(sheet.blocks)
        self._lanes = lanes(self._blocks)
        self._lift = None
        self._press = None
        if self._selected and sheet.block(self._selected) is None:
            self._selected = ""
        self._say_selected()
        self._forget_ground()

    def sheet(self) -> WeekSheet:
        return self._sheet

    def selected(self) -> str:
        return self._selected

    def select(self, key: str) -> None:
        if key == self._selected:
            return
        self._selected = key
        self._say_selected()
        self.update()
        self.chosen.emit(key)

    def lifted(self) -> Lift | None:
        return self._lift

    def put_back(self) -> None:
        """The stop in the hand goes back to where it was."""
        self._lift = None
        self._press = None
        self.update()

    def hold(self, lift: Lift) -> None:
        """Show a stop as a draft in another place."""
        self._lift = lift
        self.update()

    def hold_at(self, key: str, day: int, start: int, minutes: int) -> None:
        """Hold the stop ``key`` there, as if it had been dragged."""
        block = self._sheet.block(key)
        if block is not None and day < len(self._sheet.days):
            self.hold(
                Lift(replace(block, day=day, start=start, minutes=minutes, here=True, warning=""), block)
            )

    def rect_of(self, key: str) -> QRectF:
        """Where a stop (or the lifted one) is drawn; an empty rectangle where it is not."""
        if self._lift is not None and self._lift.block.key == key:
            lifted = self._lift.block
            return self.geometry_now().block(lifted.day, lifted.start, lifted.minutes)
        block = next((b for b in self._blocks if b.key == key), None)
        return self._rect(block) if block is not None else QRectF()

    def geometry_now(self) -> Geometry:
        first, last = self._sheet.hours()
        return Geometry(QSizeF(self.size()), max(len(self._sheet.days), 1), first, last)

    def minimumSizeHint(self) -> QSize:
        return QSize(520, 380)

    def sizeHint(self) -> QSize:
        return QSize(840, 600)

    def _rect(self, block: StopBlock) -> QRectF:
        lane, count = self._lanes.get(block.key, (0, 1))
        return self.geometry_now().block(block.day, block.start, block.minutes, lane, count)

    def _say_selected(self) -> None:
        block = self._sheet.block(self._selected)
        self.setAccessibleDescription(block.spoken if block is not None else "")

    # painting

    def _forget_ground(self) -> None:
        self._ground = self._whole = None
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._ground = self._whole = None

    def _cached(self) -> tuple[QPixmap, QPixmap]:
        """The ground alone, and the ground with every stop on it: a repaint adds only what is chosen or held."""
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._whole is None or self._whole.devicePixelRatio() != ratio:
            ground = QPixmap(self.size() * ratio)
            ground.setDevicePixelRatio(ratio)
            ground.fill(self._theme.color("surface"))
            painter = QPainter(ground)
            paint.ground(Ink(painter, self._theme), self.geometry_now(), self._sheet)
            painter.end()
            whole = QPixmap(ground)
            painter = QPainter(whole)
            self._draw_stops(Ink(painter, self._theme))
            painter.end()
            self._ground, self._whole = ground, whole
        return self._ground, self._whole

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sheet.days:
            ground, whole = self._cached()
            painter.drawPixmap(0, 0, whole)
            self._draw_chosen(Ink(painter, self._theme), ground)
        painter.end()

    def _draw_stops(self, ink: Ink) -> None:
        geometry = self.geometry_now()
        ink.painter.save()
        ink.painter.setClipRect(geometry.hours_rect())
        for drive in self._sheet.travels:
            blocks = [self._rect(block) for block in self._blocks if block.day == drive.day]
            paint.travel(ink, geometry, drive, blocks)
        ink.painter.restore()
        for block in self._blocks:
            paint.block(ink, self._rect(block), block)
        if self._sheet.now is not None:
            paint.now_line(ink, geometry, *self._sheet.now)

    def _draw_chosen(self, ink: Ink, ground: QPixmap) -> None:
        geometry, lift = self.geometry_now(), self._lift
        for block in self._blocks:
            if lift is not None and lift.was is not None and lift.was.key == block.key:
                rect, ratio = self._rect(block), ground.devicePixelRatio()
                source = QRectF(rect.topLeft() * ratio, rect.size() * ratio)
                ink.painter.drawPixmap(rect, ground, source)
                paint.block(ink, rect, block, ghost=True)
            elif block.key == self._selected and lift is None:
                paint.selection(ink, self._rect(block))
        if lift is not None:
            held = lift.block
            rect = geometry.block(held.day, held.start, held.minutes)
            if lift.was is not None and (held.day, held.start) != (lift.was.day, lift.was.start):
                paint.way(ink, geometry, lift.was, held.day, held.start, held.minutes)
            marks.shadow(ink, rect)
            paint.block(ink, rect, held)
            paint.selection(ink, rect)

    # the mouse

    def block_at(self, point: QPointF) -> StopBlock | None:
        return next((b for b in reversed(self._blocks) if self._rect(b).contains(point)), None)

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

    # dropping in an account that has no slot

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if from_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        block = from_mime(event.mimeData())
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
        self.put_back()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._lift is None:
            event.ignore()
            return
        event.acceptProposedAction()
        held = self._lift.block
        self.dropped.emit(held.account_id, held.day, held.start, held.minutes)
