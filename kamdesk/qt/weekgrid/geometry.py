"""Where things lie in the grid: minutes and weekdays to logical pixels and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

GUTTER = 46
HEAD = 46
FOOT = 8
EDGE = 6
SPACE = 4


@dataclass(frozen=True, slots=True)
class Geometry:
    """The grid's measures for a size, a number of days and the hours shown."""

    size: QSizeF
    days: int
    first_hour: int
    last_hour: int

    @property
    def minute(self) -> float:
        """Pixels of one minute."""
        return (self.size.height() - HEAD - FOOT) / max((self.last_hour - self.first_hour) * 60, 1)

    @property
    def day_width(self) -> float:
        return (self.size.width() - GUTTER - EDGE) / max(self.days, 1)

    @property
    def bottom(self) -> float:
        return self.y(self.last_hour * 60)

    def x(self, day: int) -> float:
        return GUTTER + day * self.day_width

    def y(self, minute: float) -> float:
        return HEAD + (minute - self.first_hour * 60) * self.minute

    def column(self, day: int) -> QRectF:
        return QRectF(self.x(day), SPACE, self.day_width, self.bottom - SPACE + 2)

    def hours_rect(self) -> QRectF:
        """The grid without its heads."""
        return QRectF(GUTTER, HEAD, self.day_width * self.days, self.bottom - HEAD)

    def block(self, day: int, start: int, minutes: int, lane: int = 0, lanes: int = 1) -> QRectF:
        """The place of a stop; stops that overlap share the width of the day."""
        width = (self.day_width - 2 * SPACE) / lanes
        return QRectF(
            self.x(day) + SPACE + lane * width,
            self.y(start) + 1.5,
            width - (2 if lanes > 1 else 0),
            minutes * self.minute - 3,
        )

    def day_at(self, point: QPointF) -> int | None:
        """The weekday under a point; None outside the columns."""
        day = int((point.x() - GUTTER) // self.day_width)
        return day if 0 <= day < self.days and point.x() >= GUTTER else None

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height, not snapped and not bounded."""
        return self.first_hour * 60 + (y - HEAD) / self.minute

    def snapped(self, minute: float, step: int, length: int) -> int:
        """The nearest multiple of ``step`` at which ``length`` minutes still end inside the hours shown."""
        start = round(minute / step) * step
        latest = (self.last_hour * 60 - length) // step * step
        return int(max(self.first_hour * 60, min(start, latest)))
