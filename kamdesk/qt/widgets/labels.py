"""Labels in a type style and a tone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kamdesk.qt.ink import elided
from kamdesk.qt.theme import Theme


def label(
    theme: Theme, style: str = "body", tone: str = "text", text: str = "", *, wrap: bool = False
) -> QLabel:
    """A plain-text label; ``tone`` is a text token of the style sheet."""
    made = QLabel(text)
    dress(made, theme, style, tone)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def dress(widget: QWidget, theme: Theme, style: str, tone: str = "text") -> None:
    """Give a label of a form its type style and tone."""
    widget.setFont(theme.font(style))
    widget.setProperty("tone", tone)


def set_tone(widget: QWidget, tone: str) -> None:
    """Another tone for a widget that may be on screen already (the style sheet reads properties once)."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Elided(QLabel):
    """A label that gives way: it asks for its text's width, is content with 40 px, and tells the rest in a tooltip."""

    def __init__(self, theme: Theme, style: str = "body", tone: str = "text", text: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        dress(self, theme, style, tone)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(40, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        short = elided(self._theme, self.text(), self._style, self.width())
        self.setToolTip(self.text() if short != self.text() else "")
        align = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), int(align.value), short)
        painter.end()
