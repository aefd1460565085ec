"""The icon set: Lucide drawings, tinted with a colour token, sharp at every device ratio, kept once drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

STROKE = "1.75"
RATIOS = (1.0, 1.5, 2.0)


class Icons:
    """Icons by file name. ``hex_of`` turns a colour token into ``#RRGGBB`` in the mode of the moment."""

    def __init__(self, folder: Path, hex_of: Callable[[str], str]) -> None:
        self._folder = folder
        self._hex_of = hex_of
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}

    def clear(self) -> None:
        """Forget what was drawn: the colours have changed."""
        self._pixmaps.clear()
        self._drawings.clear()
        self._icons.clear()

    def _source(self, name: str) -> str:
        if name not in self._sources:
            text = (self._folder / f"{name}.svg").read_text("utf-8")
            self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return self._sources[name]

    def _drawing(self, name: str, token: str) -> QSvgRenderer:
        """Read once a colour: it takes longer than drawing does."""
        if (name, token) not in self._drawings:
            svg = self._source(name).replace("currentColor", self._hex_of(token))
            self._drawings[name, token] = QSvgRenderer(QByteArray(svg.encode()))
        return self._drawings[name, token]

    def pixmap(
        self, name: str, token: str = "text2", size: int = 16, ratio: float = 1.0, pad: int = 0
    ) -> QPixmap:
        """A square drawing of ``size`` logical pixels with ``pad`` empty ones at its right.

        The padding is how a button gets a wider gap between icon and text than Qt's fixed one.
        """
        key = (name, token, size, pad, ratio)
        if key not in self._pixmaps:
            pixmap = QPixmap(round((size + pad) * ratio), round(size * ratio))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._drawing(name, token).render(painter, QRectF(0, 0, size * ratio, size * ratio))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def icon(self, name: str, token: str = "text2", size: int = 16, pad: int = 0) -> QIcon:
        """The same as a QIcon, with its disabled look."""
        key = (name, token, size, pad)
        if key not in self._icons:
            icon = self._icons[key] = QIcon()
            for ratio in RATIOS:
                icon.addPixmap(self.pixmap(name, token, size, ratio, pad))
                icon.addPixmap(self.pixmap(name, "disabled", size, ratio, pad), QIcon.Mode.Disabled)
        return self._icons[key]
