"""The icon set: Lucide drawings, tinted with a colour token, sharp at every device ratio, kept once drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

STROKE = "1.75"


class Icons:
    """Icons by file name. ``hex_of`` turns a colour token into ``#RRGGBB`` in the mode of the moment."""

    def __init__(self, folder: Path, hex_of: Callable[[str], str]) -> None:
        self._folder = folder
        self._hex_of = hex_of
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}

    def clear(self) -> None:
        """Forget what was tinted: the colours or the screens have changed."""
        self._pixmaps.clear()
        self._icons.clear()

    def _shape(self, name: str, size: int, ratio: float, pad: int) -> QPixmap:
        """The drawing without its colour: reading and drawing it takes longer than tinting does."""
        file = self._folder / f"{name}.svg"
        key = f"{file}|{size}|{ratio}|{pad}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            svg = file.read_text("utf-8").replace('stroke-width="2"', f'stroke-width="{STROKE}"')
            svg = svg.replace("currentColor", "#000000")
            pixmap = QPixmap(round((size + pad) * ratio), round(size * ratio))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def pixmap(
        self, name: str, token: str = "text2", size: int = 16, ratio: float = 1.0, pad: int = 0
    ) -> QPixmap:
        """A square drawing of ``size`` logical pixels with ``pad`` empty ones at its right.

        The padding is how a button gets a wider gap between icon and text than Qt's fixed one.
        """
        key = (name, token, size, pad, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._tinted(name, self._hex_of(token), size, ratio, pad)
        return self._pixmaps[key]

    def _tinted(self, name: str, color: str, size: int, ratio: float, pad: int) -> QPixmap:
        key = f"{self._folder}|{name}|{color}|{size}|{ratio}|{pad}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(self._shape(name, size, ratio, pad))
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), QColor(color))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def icon(self, name: str, token: str = "text2", size: int = 16, pad: int = 0) -> QIcon:
        """The same as a QIcon, with its disabled look, drawn for each of the screens there are."""
        key = (name, token, size, pad)
        if key not in self._icons:
            icon = self._icons[key] = QIcon()
            for ratio in ratios():
                icon.addPixmap(self.pixmap(name, token, size, ratio, pad))
                icon.addPixmap(self.pixmap(name, "disabled", size, ratio, pad), QIcon.Mode.Disabled)
        return self._icons[key]


def ratios() -> list[float]:
    """How many pixels of the screens' go to a logical one, each number once."""
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})
