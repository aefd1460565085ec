"""The cycle as a widget: stops are chosen, opened, carried to another week or weekday by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kamdesk.qt.cycleview import paint
from kamdesk.qt.cycleview.layout import DAY_HEAD, GUTTER, CycleLayout, needed_height
from kamdesk.qt.cycleview.rows import CycleSheet, CycleStop, Place, next_stop, shifted
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid.walk import ARROWS


class CycleView(QWidget):
    """Nothing is changed here: ``moved`` asks, and until `set_sheet` or `put_back` the stop stays as a draft.

    Keys as in the week: arrows choose, Enter opens, Shift+arrows carry the stop to the week above or below or to the
    day beside, Enter then asks, Esc puts back.
    """

    chosen = Signal(str)
    opened = Signal(str)
    day_asked = Signal(object)
    """A day was clicked: its week is to be shown."""
    moved = Signal(str, int, int)
    """Key, week of the cycle, weekday."""
    carried = Signal(bool)
    """A stop is moved with the keys and waits for Enter; or no longer."""
    menu_asked = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = CycleSheet()
        self._selected = ""
        self._held: tuple[CycleStop, Place] | None = None
        self._press: tuple[QPointF, CycleStop | None] | None = None
        self._ground: QPixmap | None = None
        self._lines: list[tuple[CycleStop, QRectF]] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._forget)

    # what is shown

    def set_sheet(self, sheet: CycleSheet) -> None:
        self._sheet = sheet
        self._held = self._press = None
        self.carried.emit(False)
        if self._selected and sheet.stop(self._selected) is None:
            self._selected = ""
        self.setMinimumHeight(needed_height(sheet))
        self._say_selected()
        self._forget()

    def sheet(self) -> CycleSheet:
        return self._sheet

    def selected(self) -> str:
        return self._selected

    def select(self, key: str) -> None:
        if key != self._selected:
            self._selected = key
            self._say_selected()
            self.update()
            self.chosen.emit(key)

    def held(self) -> tuple[CycleStop, Place] | None:
        """The stop in the hand, and where it is held."""
        return self._held

    def hold(self, key: str, place: Place) -> None:
        stop = self._sheet.stop(key)
        if stop is not None and place[0] < len(self._sheet.weeks) and place[1] < len(self._sheet.names):
            self._held = (stop, place)
            self.update()

    def put_back(self) -> None:
        self._held = self._press = None
        self.update()
        self.carried.emit(False)

    def rect_of(self, key: str) -> QRectF:
        """Where a stop is drawn, or held; an empty rectangle where it is not."""
        if self._held is not None and self._held[0].block.key == key:
            cell = self._layout().cell(self._held[1])
            return QRectF(cell.left() + 4, cell.top() + DAY_HEAD, cell.width() - 8, 17)
        return next((rect for stop, rect in self._placed() if stop.block.key == key), QRectF())

    def cell_rect(self, place: Place) -> QRectF:
        return self._layout().cell(place)

    def minimumSizeHint(self) -> QSize:
        return QSize(520, 240)

    def _layout(self) -> CycleLayout:
        return CycleLayout(QSizeF(self.size()), self._sheet)

    def _placed(self) -> list[tuple[CycleStop, QRectF]]:
        if self._lines is None:
            self._lines = self._layout().lines()
        return self._lines

    def _say_selected(self) -> None:
        stop = self._sheet.stop(self._selected)
        said = f"{self._sheet.weeks[stop.week].title}, {stop.block.spoken}" if stop is not None else ""
        self.setAccessibleDescription(said)

    # painting

    def _forget(self) -> None:
        self._ground = self._lines = None
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._ground = self._lines = None

    def _cached_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._theme.color("surface"))
            painter = QPainter(pixmap)
            ink = Ink(painter, self._theme)
            paint.ground(ink, self._layout(), self._sheet)
            for stop, rect in self._placed():
                paint.stop_line(ink, rect, stop.block)
            painter.end()
            self._ground = pixmap
        return self._ground

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sheet.weeks:
            painter.drawPixmap(0, 0, self._cached_ground())
            self._draw_chosen(Ink(painter, self._theme))
        painter.end()

    def _draw_chosen(self, ink: Ink) -> None:
        chosen = self._sheet.stop(self._selected)
        if chosen is not None:
            for stop, rect in self._placed():
                mate = bool(chosen.slot_id) and stop.slot_id == chosen.slot_id
                if stop is chosen or mate:
                    ghost = self._held is not None and self._held[0] is stop
                    paint.stop_line(ink, rect, stop.block, mate=mate, ghost=ghost)
                if stop is chosen and self._held is None:
                    ink.box(rect.adjusted(-2, -2, 2, 2), None, "focus", 6, 2)
        if self._held is not None:
            stop, place = self._held
            cell = self._layout().cell(place)
            paint.target(ink, cell)
            block = replace(stop.block, here=True, warning="")
            paint.held(ink, cell, block)

    # the mouse

    def stop_at(self, point: QPointF) -> CycleStop | None:
        return next((stop for stop, rect in self._placed() if rect.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stop = self.stop_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            self.select(stop.block.key if stop is not None else "")
            return
        if stop is not None:
            self.select(stop.block.key)
        if self._held is None:
            self._press = (event.position(), stop)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._press is None:
            self._point_at(point)
            return
        origin, stop = self._press
        far = (point - origin).manhattanLength() >= QApplication.startDragDistance()
        if stop is None or stop.block.fixed or (self._held is None and not far):
            return
        place = self._layout().place_at(point)
        self._held = (stop, place or stop.place)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def _point_at(self, point: QPointF) -> None:
        stop = self.stop_at(point)
        self.setToolTip(stop.block.spoken if stop is not None else "")
        if stop is None:
            week = self._layout().week_at(point)
            inside = week is not None and (point.x() < GUTTER or self._layout().place_at(point) is not None)
            shape = Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor if stop.block.fixed else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._press = self._press, None
        self.unsetCursor()
        if self._held is not None:
            self._ask()
        elif pressed is not None and pressed[1] is None:
            week = self._layout().week_at(event.position())
            place = self._layout().place_at(event.position())
            if place is not None:
                self.day_asked.emit(self._sheet.day(place).date)
            elif week is not None and event.position().x() < GUTTER:
                self.day_asked.emit(self._sheet.weeks[week].monday)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        stop = self.stop_at(event.position())
        if stop is not None:
            self._press = None
            self.opened.emit(stop.block.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._selected:
            point = self.mapToGlobal(self.rect_of(self._selected).center().toPoint())
        self.menu_asked.emit(self._selected, point)

    def _ask(self) -> None:
        if self._held is None:
            return
        stop, place = self._held
        self.carried.emit(False)
        if place == stop.place:
            self.put_back()
        else:
            self.moved.emit(stop.block.key, *place)

    # the keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and self._sheet.stops():
            self.select(self._sheet.stops()[0].block.key)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        stop = self._sheet.stop(self._selected)
        if key == Qt.Key.Key_Escape and self._held is not None:
            self.put_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and stop is not None:
            if self._held is not None:
                self._ask()
            else:
                self.opened.emit(stop.block.key)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if stop is not None and not stop.block.fixed and self._press is None:
                at = self._held[1] if self._held is not None else stop.place
                self._held = (stop, shifted(self._sheet, at, key))
                self.update()
                self.carried.emit(True)
        elif key in ARROWS:
            if self._held is None and (beside := next_stop(self._sheet, stop, key)) is not None:
                self.select(beside.block.key)
        else:
            super().keyPressEvent(event)
