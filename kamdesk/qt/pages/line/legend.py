"""What the marks of the grid mean; while a stop is carried by keys, which keys end that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt

from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import Ink
from kamdesk.qt.widgets.painted import Painted

GAP = 14


class Legend(Painted):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.setFixedHeight(20)
        self._words: list[str] = []
        self._carrying = False
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)

    def retranslate(self) -> None:
        speech = self._desk.speech
        self._words = [
            speech.choice("account.key", "key"),
            speech.choice("account.key", "ordinary"),
            speech.rhythm(1),
            speech.rhythm(2),
            speech.rhythm(4),
            self.tr("not this week"),
            self.tr("look at it"),
        ]
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription(self.hint() or ", ".join(self._words))
        self.setToolTip(self.hint() or ", ".join(self._words))
        self.update()

    def carry(self, carrying: bool) -> None:
        """A stop is moved with Shift and arrows, or no longer."""
        if carrying != self._carrying:
            self._carrying = carrying
            self.retranslate()

    def hint(self) -> str:
        """The keys that matter now; empty while nothing is carried."""
        return (
            self.tr("Shift+arrows move it on, Enter puts it here, Esc puts it back") if self._carrying else ""
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        if self._carrying:
            ink.text(QRectF(2, 0, rect.width() - 2, 20), self.hint(), "captionStrong", "accentText")
            return
        x = 2.0
        for number, word in enumerate(self._words):
            width = ink.theme.width(word, "caption")
            mark = 21.0 if number < 2 else 33.0 if number < 5 else 26.0
            if x + mark + width > rect.right():
                return
            self._mark(ink, x, number)
            ink.text(QRectF(x + mark, 0, width + 4, 20), word, "caption", "text2", elide=False)
            x += mark + width + GAP

    def _mark(self, ink: Ink, x: float, number: int) -> None:
        if number < 2:
            marks.badge(ink, x, 2, "AB"[number], number == 0, 16)
        elif number < 5:
            marks.dots(ink, x, 7.5, ("1111", "1010", "0010")[number - 2], "text2", 5, 2.5)
        elif number == 5:
            ink.box(QRectF(x, 4, 20, 12), None, "control", 3, 1, Qt.PenStyle.DashLine)
        else:
            ink.box(QRectF(x, 4, 20, 12), None, "warnMark", 3, 1.75)
