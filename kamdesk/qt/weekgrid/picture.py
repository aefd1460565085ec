"""The week as it is seen: a `WeekSheet` drawn, which stop is chosen, and which one is held elsewhere as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid import paint
from kamdesk.qt.weekgrid.geometry import Geometry
from kamdesk.qt.weekgrid.rows import StopBlock, WeekSheet, lanes, shown


@dataclass(frozen=True, slots=True)
class Lift:
    """A stop in the hand: what it was (None for an account that has no slot yet) and where it is held."""

    block: StopBlock
    was: StopBlock | None


class WeekPicture(QWidget):
    """Shows one week and answers where each stop of it lies; it takes neither mouse nor keys."""

    chosen = Signal(str)
    """The selected stop's key; empty for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = WeekSheet()
        self._blocks: tuple[StopBlock, ...] = ()
        self._lanes: dict[str, tuple[int, int]] = {}
        self._selected = ""
        self._lift: Lift | None = None
        self._ground: QPixmap | None = None
        self._whole: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._forget_ground)

    # what is shown

    def set_sheet(self, sheet: WeekSheet) -> None:
        self._sheet = sheet
        self._blocks = shown(sheet.blocks)
        self._lanes = lanes(self._blocks)
        self._lift = None
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

    def block_at(self, point: QPointF) -> StopBlock | None:
        return next((b for b in reversed(self._blocks) if self._rect(b).contains(point)), None)

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
