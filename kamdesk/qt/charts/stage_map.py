"""The map value × stage: every account a dot in the cell of its class and its stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.charts.walked import Place, Walked
from kamdesk.qt.ink import CENTER, Ink
from kamdesk.qt.marks import badge, class_tone
from kamdesk.qt.theme import Theme

HEAD, SIDE, PAD = 24.0, 34.0, 8.0
DOT = 14.0
GAP = 5.0
MORE = "more:"
"""Begins the key of what stands for those who found no room: the cell ``row:column`` comes after it."""


@dataclass(frozen=True, slots=True)
class MapDot:
    """An account; ``row`` and ``column`` count from the upper left. ``weight`` 0 to 1 is its size."""

    key: str
    row: int
    column: int
    is_key: bool
    weight: float
    spoken: str


class StageMap(Walked):
    """Rows are classes, columns stages, the last of each those of whom it is not known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._dots: tuple[MapDot, ...] = ()
        self._rows: tuple[str | None, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._more = "+{n}"
        self._drawn: dict[str, tuple[MapDot, QRectF]] = {}
        self._rest: dict[str, tuple[int, QRectF]] = {}
        self.setMinimumHeight(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(620, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 220)

    def show_dots(
        self,
        dots: Sequence[MapDot],
        rows: Sequence[str | None],
        columns: Sequence[str],
        more: str,
        spoken: str,
    ) -> None:
        """``rows`` are class letters (None: no class), ``columns`` the stages' words, ``more`` says "{n} more"."""
        self._dots, self._rows, self._columns, self._more = tuple(dots), tuple(rows), tuple(columns), more
        self.arrange(spoken)

    def cell(self, row: int, column: int) -> QRectF:
        wide = (self.width() - SIDE) / max(len(self._columns), 1)
        high = (self.height() - HEAD) / max(len(self._rows), 1)
        return QRectF(SIDE + wide * column, HEAD + high * row, wide, high)

    def lay_out(self) -> list[Place]:
        self._drawn, self._rest = {}, {}
        found: list[Place] = []
        cells: dict[tuple[int, int], list[MapDot]] = {}
        for dot in self._dots:
            cells.setdefault((dot.row, dot.column), []).append(dot)
        for (row, column), dots in sorted(cells.items()):
            inner = self.cell(row, column).adjusted(PAD, PAD, -PAD, -PAD)
            across = max(int((inner.width() + GAP) / (DOT + GAP)), 1)
            down = max(int((inner.height() + GAP) / (DOT + GAP)), 1)
            room = across * down
            shown = dots if len(dots) <= room else dots[: max(room - 2, 1)]
            for number, dot in enumerate(shown):
                spot = QRectF(
                    inner.left() + (DOT + GAP) * (number % across),
                    inner.top() + (DOT + GAP) * (number // across),
                    DOT,
                    DOT,
                )
                self._drawn[dot.key] = dot, spot
                found.append(Place(dot.key, spot, dot.spoken))
            if len(shown) < len(dots):
                rest, key = len(dots) - len(shown), f"{MORE}{row}:{column}"
                number = len(shown)
                spot = QRectF(
                    inner.left() + (DOT + GAP) * (number % across),
                    inner.top() + (DOT + GAP) * (number // across),
                    2 * DOT + GAP,
                    DOT,
                )
                self._rest[key] = rest, spot
                found.append(Place(key, spot, self._more.format(n=rest)))
        return found

    def step(self, key: Qt.Key) -> int:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return super().step(key)
        here = self.places()[self.place_number()].rect.center()
        down = key == Qt.Key.Key_Down
        best, least = self.place_number(), float("inf")
        for number, place in enumerate(self.places()):
            at = place.rect.center()
            away = (at.y() - here.y()) * (1 if down else -1)
            if away > 2 and (far := away * 3 + abs(at.x() - here.x())) < least:
                best, least = number, far
        return best

    def place_number(self) -> int:
        return next((n for n, place in enumerate(self.places()) if place.key == self.current()), 0)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        for column, word in enumerate(self._columns):
            head = self.cell(0, column)
            ink.text(QRectF(head.left(), 0, head.width(), HEAD - 2), word, "caption", "text2", CENTER)
        for row, letter in enumerate(self._rows):
            side = self.cell(row, 0)
            badge(ink, 4, side.center().y() - 10, letter, False, 20)
            for column in range(len(self._columns)):
                ink.box(self.cell(row, column).adjusted(1.5, 1.5, -1.5, -1.5), "sunken", None, 6)
        for dot, spot in self._drawn.values():
            self._dot(ink, dot, spot)
        for number, spot in self._rest.values():
            ink.text(spot, f"+{number}", "microStrong", "text2", CENTER, elide=False)
        self.ring(ink, 9)

    def _dot(self, ink: Ink, dot: MapDot, spot: QRectF) -> None:
        tone = class_tone(self._rows[dot.row])
        radius = 3.5 + (DOT / 2 - 3.5) * min(max(dot.weight, 0.0), 1.0)
        ink.painter.setPen(QPen(ink.color(tone), 1.5))
        ink.painter.setBrush(ink.color(tone) if dot.is_key else ink.color("surface"))
        ink.painter.drawEllipse(QPointF(spot.center()), radius, radius)
        if dot.key == self.chosen():
            ink.box(spot.adjusted(-3, -3, 3, 3), None, "accentText", 9, 2)
