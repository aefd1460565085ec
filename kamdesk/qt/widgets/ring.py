"""The question ring and the bar of the five stages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from kamdesk.domain.stages import STAGES, Stage
from kamdesk.qt.ink import LEFT, Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted


class QuestionRing(Painted):
    """Answered in the accent, stale in amber, open as track; the numbers stand in it and in words beside it."""

    def __init__(self, theme: Theme, size: int = 76) -> None:
        super().__init__(theme)
        self._answered, self._stale, self._of = 0, 0, 0
        self.setFixedSize(size, size)

    def show_count(self, answered: int, stale: int, of: int, name: str) -> None:
        self._answered, self._stale, self._of = answered, stale, of
        self.setAccessibleName(name)
        self.update()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        width = 8.0
        ring = rect.adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        painter = ink.painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.color("line"), width))
        painter.drawEllipse(ring)
        start = 90 * 16
        for number, tone in ((self._answered, "accentText"), (self._stale, "warnMark")):
            span = -round(360 * 16 * number / self._of) if self._of else 0
            painter.setPen(QPen(ink.color(tone), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            if span:
                painter.drawArc(ring, start, span)
            start += span
        said, of = str(self._answered), f"/{self._of}"
        left = ink.theme.width(said, "figure")
        right = ink.theme.width(of, "micro")
        x = rect.center().x() - (left + right) / 2
        ink.text(QRectF(x, rect.top(), left + 2, rect.height()), said, "figure", "text", LEFT, elide=False)
        place = QRectF(x + left + 1, rect.top() + 3, right + 2, rect.height())
        ink.text(place, of, "micro", "text2", LEFT, elide=False)


class StageBar(Painted):
    """Five pieces, those reached filled, the name of the present one in bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._names: tuple[str, ...] = ()
        self._stage: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 38)

    def minimumSizeHint(self) -> QSize:
        return QSize(170, 38)

    def show_stage(self, stage: str | None, names: tuple[str, ...], said: str) -> None:
        """``names`` of the five; ``said`` for a screen reader."""
        self._stage, self._names = stage, names
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        at = STAGES.index(Stage(self._stage)) if self._stage in STAGES else -1
        width = (rect.width() - 4 * 5) / 5
        fit = all(ink.theme.width(name, "caption") <= width + 3 for name in self._names)
        passed = ink.theme.color("accentText", 0.4)
        for number, name in enumerate(self._names):
            x = rect.left() + number * (width + 5)
            here = number == at
            bar = QRectF(x, rect.top() + 4, width, 6)
            ink.box(bar, passed if number < at else "accentText" if here else "line", None, 3)
            place = QRectF(x, rect.top() + 15, width + 4, 20)
            if here and not fit:
                wide = min(ink.theme.width(name, "captionStrong") + 2, rect.width())
                place = QRectF(min(x, rect.right() - wide), place.top(), wide, 20)
            if here:
                ink.text(place, name, "captionStrong", "accentText", elide=not fit)
            elif fit:
                wide = ink.theme.width(name, "caption")
                place.moveLeft(min(x, rect.right() - wide))
                ink.text(place, name, "caption", "text2", elide=False)
        if at < 0 and not fit and self._names:
            ink.text(QRectF(rect.left(), rect.top() + 15, rect.width(), 20), self._span(), "caption", "text2")

    def _span(self) -> str:
        """From the first stage to the last."""
        return f"{self._names[0]} – {self._names[-1]}"
