"""A logo as a picture: an SVG drawn in as many dots as a paper shows."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kamdesk.domain.errors import RuleError

DOTS = 1200


def draw_svg(content: bytes, dots: int = DOTS) -> QImage:
    """On nothing, its longer side so many dots long; a null image where it can't be drawn."""
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    image = QImage(size.scaled(dots, dots, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def as_png(content: bytes) -> bytes:
    """An SVG as PNG. Raises RuleError where it can't be drawn."""
    image, buffer = draw_svg(content), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not image.save(buffer, b"PNG"):
        raise RuleError("picture_unreadable")
    return bytes(buffer.data().data())
