"""A painter that speaks in tokens: text in a type style, boxes in a ground, icons in a tone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kamdesk.qt.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
Tone = str | QColor

_ELLIPSIS = "…"
MOST_CUTS = 20_000
_HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


def elided(theme: Theme, text: str, style: str, width: float) -> str:
    """``text`` cut to ``width`` logical pixels. The bundled font's ellipsis sits mid-height, as Chinese has it;
    after a Latin letter it becomes three full stops."""
    key = (text, style, int(width))
    cut = theme.cuts.get(key)
    if cut is None:
        cut = theme.metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, int(width) + 0.5)
        if cut != text and cut.endswith(_ELLIPSIS) and len(cut) > 1 and ord(cut[-2]) < 0x2E80:
            cut = cut[:-1] + "..."
        if len(theme.cuts) >= MOST_CUTS:
            theme.cuts.clear()
        theme.cuts[key] = cut
    return cut


def _zoom(painter: QPainter) -> float:
    """How much the painter enlarges, in quarters rounded up, so that an icon is drawn as sharp as it is shown."""
    return max(1.0, math.ceil(round(painter.worldTransform().m11() * 4, 2)) / 4)


class Ink:
    """Draws on ``painter`` with the colours and fonts of ``theme``. Tokens or ready colours are taken alike."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        painter.setRenderHints(_HINTS)

    def color(self, tone: Tone) -> QColor:
        return self.theme.color(tone) if isinstance(tone, str) else tone

    def text(
        self,
        rect: QRectF,
        text: str,
        style: str = "body",
        tone: Tone = "text",
        align: Qt.AlignmentFlag = LEFT,
        *,
        elide: bool = True,
    ) -> None:
        """One line of text, cut with an ellipsis where it is too long."""
        self.painter.setFont(self.theme.font(style))
        self.painter.setPen(self.color(tone))
        if elide:
            text = elided(self.theme, text, style, rect.width())
        self.painter.drawText(rect, int(align.value), text)

    def box(
        self,
        rect: QRectF,
        fill: Tone | None = None,
        edge: Tone | None = None,
        radius: float = 6.0,
        width: float = 1.0,
        line: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """A rounded rectangle; its edge lies inside ``rect``."""
        if edge is not None:
            half = width / 2
            rect = rect.adjusted(half, half, -half, -half)
            self.painter.setPen(QPen(self.color(edge), width, line))
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect, radius, radius)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, tone: Tone = "line", width: float = 1.0
    ) -> None:
        self.painter.setPen(QPen(self.color(tone), width))
        self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def icon(self, x: float, y: float, name: str, tone: str = "text2", size: int = 16) -> None:
        ratio = self.painter.device().devicePixelRatio() * _zoom(self.painter)
        self.painter.drawPixmap(QPointF(x, y), self.theme.icons.pixmap(name, tone, size, ratio))

    def strip(self, rect: QRectF, tone: Tone, side: Qt.Edge, width: float = 4.0, radius: float = 6.0) -> None:
        """A coloured band along one side of a rounded box, clipped by its corners."""
        self.painter.save()
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        self.painter.setClipPath(path)
        band = QRectF(rect)
        if side == Qt.Edge.LeftEdge:
            band.setWidth(width)
        else:
            band.setHeight(width)
        self.painter.fillRect(band, self.color(tone))
        self.painter.restore()

    def hatch(self, rect: QRectF, tone: Tone = "line", step: float = 8.0, radius: float = 0.0) -> None:
        """Slanting lines: a place that is closed or locked."""
        self.painter.save()
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        self.painter.setClipPath(path)
        self.painter.setPen(QPen(self.color(tone), 1))
        x = rect.left() - rect.height()
        while x < rect.right():
            self.painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += step
        self.painter.restore()
