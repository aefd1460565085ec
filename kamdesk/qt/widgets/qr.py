"""A text as a QR code, as large as its place allows: always dark on light, or no camera reads it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted

QUIET = 4
"""Modules of light round the code, without which it is not found."""
LEAST = 2
"""Pixels to a module, or no camera tells it from the next."""


@lru_cache(maxsize=4)
def _made(text: str) -> tuple[bytes, ...]:
    """The modules, row by row."""
    import segno  # loads slowly, and few look at it

    code = segno.make(text, error="l", micro=False)
    return tuple(bytes(bool(cell) for cell in line) for line in code.matrix)


class QrCode(Painted):
    """Worked out once it is looked at: that takes as long as a page does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[bytes, ...] = ()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        side = LEAST * (len(self._rows) + 2 * QUIET)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_text(self, text: str, name: str) -> None:
        """``name`` says to who can't see it what it is of."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        if text != self._text:
            self._text, self._rows = text, ()
            if self.isVisible():
                self._make()
        self.update()

    def _make(self) -> None:
        if self._text and not self._rows:
            self._rows = _made(self._text)
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make()

    def modules(self) -> int:
        self._make()
        return len(self._rows)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        count = len(self._rows)
        if not count:
            return
        ratio = ink.painter.device().devicePixelRatio()
        size = int(min(rect.width(), rect.height()) * ratio / (count + 2 * QUIET)) / ratio
        whole = size * (count + 2 * QUIET)
        left, top = rect.left() + (rect.width() - whole) / 2, rect.top()
        painter = ink.painter
        painter.setRenderHint(painter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(left, top, whole, whole), QColor(Qt.GlobalColor.white))
        dark = QColor(Qt.GlobalColor.black)
        for y, line in enumerate(self._rows):
            for x, on in enumerate(line):
                if on:
                    place = QRectF(left + (x + QUIET) * size, top + (y + QUIET) * size, size, size)
                    painter.fillRect(place, dark)
