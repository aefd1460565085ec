"""Why promises were not kept: bars by cause, the most frequent first, and the line of what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from kamdesk.qt.ink import CENTER, LEFT, Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted

if TYPE_CHECKING:
    from kamdesk.domain.promises_kept import CauseCount

HEIGHT, LOWEST, HIGHEST = 240, 150, 320
TOP, FOOT = 30.0, 22.0
WIDEST = 40.0
LINE = 14.0


class ParetoChart(Painted):
    """``picked`` gives the number of a bar that was pressed, or on which Enter was pressed; arrows walk the bars."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._bars: list[tuple[CauseCount, str]] = []
        self._at = 0
        self._chosen = -1
        self.setMinimumHeight(LOWEST)
        self.setMaximumHeight(HIGHEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, LOWEST)

    def show_bars(self, rows: Sequence[CauseCount], names: Sequence[str], spoken: str) -> None:
        """``spoken`` is the whole chart as a sentence."""
        self._bars = list(zip(rows, names, strict=True))
        self._at = min(self._at, max(len(self._bars) - 1, 0))
        self.setAccessibleName(spoken)
        self.update()

    def choose(self, number: int) -> None:
        """Mark the bar by which the list is narrowed; -1 for none."""
        self._chosen = number
        self.update()

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands."""
        step = self.width() / max(len(self._bars), 1)
        room = self.height() - TOP - self._foot()
        row = self._bars[number][0]
        high = room * row.count / max(self._bars[0][0].total, 1)
        wide = min(step - 10, WIDEST)
        center = step * (number + 0.5)
        return QRectF(center - wide / 2, TOP + room - high, wide, high)

    def _in_two_lines(self) -> bool:
        """Whether a name needs more than its bar's share of the width: then they stand in two lines by turns."""
        step = self.width() / max(len(self._bars), 1)
        return any(self.theme.width(name, "microStrong") > step - 2 for _, name in self._bars)

    def _foot(self) -> float:
        return FOOT + (LINE if self._in_two_lines() else 0)

    def _name_rect(self, number: int, step: float, floor: float) -> QRectF:
        if not self._in_two_lines():
            return QRectF(step * number + 1, floor + 4, step - 2, 16)
        left = max(step * (number - 0.5) + 1, 0)
        right = min(step * (number + 1.5) - 1, self.width())
        reach = min(step * (number + 0.5) - left, right - step * (number + 0.5))
        return QRectF(step * (number + 0.5) - reach, floor + 4 + LINE * (number % 2), 2 * reach, 16)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        floor = rect.height() - self._foot()
        ink.line(0, floor + 0.5, rect.width(), floor + 0.5, "border")
        if not self._bars:
            return
        step = rect.width() / len(self._bars)
        for number, (row, name) in enumerate(self._bars):
            self._bar(ink, number, row, name, step, floor)
        points = [
            QPointF(step * (number + 0.5), TOP + (floor - TOP) * (1 - row.cumulative))
            for number, (row, _) in enumerate(self._bars)
        ]
        ink.painter.setPen(QPen(ink.color("text2"), 1.5))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.drawPolyline(points)
        ink.painter.setBrush(ink.color("surface"))
        for point, (row, _) in zip(points, self._bars, strict=True):
            ink.painter.setPen(QPen(ink.color("text2"), 1.5))
            ink.painter.drawEllipse(point, 3, 3)
            label = QRectF(point.x() - 24, point.y() - 22, 48, 16)
            ink.text(label, f"{row.cumulative:.0%}", "micro", "text2", CENTER, elide=False)

    def _bar(self, ink: Ink, number: int, row: CauseCount, name: str, step: float, floor: float) -> None:
        bar, chosen = self.bar_rect(number), number == self._chosen
        if row.cause is None:
            ink.box(bar, "sunken", "control", 3, 1.25, Qt.PenStyle.DashLine)
        else:
            ink.box(bar, "accent" if chosen else "accentSoft", "accentText", 3, 1.25)
        inside = bar.height() > 20
        tone = "onAccent" if chosen and inside and row.cause is not None else "text"
        if inside:
            ink.text(
                QRectF(bar.left(), bar.bottom() - 18, bar.width(), 16),
                str(row.count), "microStrong", tone, CENTER, elide=False,
            )  # fmt: skip
        else:
            beside = QRectF(bar.right() + 1, floor - 17, 20, 16)
            above = QRectF(
                bar.left(), bar.top() - 17, bar.width(), 16
            )  # where the first bar has the line's point
            where, align = (above, CENTER) if number else (beside, LEFT)
            ink.text(where, str(row.count), "microStrong", "text", align, elide=False)
        style = "microStrong" if chosen else "micro"
        ink.text(
            self._name_rect(number, step, floor), name, style, "accentText" if chosen else "text2", CENTER
        )
        if self.hasFocus() and number == self._at:
            ink.box(QRectF(step * number + 2, TOP - 28, step - 4, self.height() - 3), None, "focus", 5, 2)

    # pointer and keys

    def _bar_at(self, x: float) -> int:
        return min(int(x / (self.width() / len(self._bars))), len(self._bars) - 1) if self._bars else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._bar_at(event.position().x())
        if number >= 0:
            self._at = number
            self.picked.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self._bars:
            self._at = min(max(self._at + steps[Qt.Key(event.key())], 0), len(self._bars) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._bars:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._bar_at(event.pos().x())
            if number >= 0:
                row, name = self._bars[number]
                QToolTip.showText(event.globalPos(), f"{name} {row.count}, {row.share:.0%}", self)
            return True
        return super().event(event)
