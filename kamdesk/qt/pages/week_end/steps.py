"""The steps of the week's end one below the other: each a button with its number, a tick once it is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme

TALL, LOW = 58, 48
DONE, NOW, OPEN = "done", "now", "open"


class StepButton(QAbstractButton):
    """``state`` is ``done``, ``now`` (the next to be done) or ``open``; the line joins it to its neighbours."""

    def __init__(self, theme: Theme, number: int, *, last: bool = False) -> None:
        super().__init__()
        self._theme, self._number, self._last = theme, number, last
        self._state, self._before = OPEN, OPEN
        self._said = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_low(False)
        theme.changed.connect(self.update)

    def say(self, title: str, said: str, key: str) -> None:
        """Its name, how it stands, and the key that leads there."""
        self.setText(title)
        self._said = said
        self.setAccessibleName(f"{title}, {said}" if said else title)
        self.setToolTip(f"{title}  {key}")
        self.update()

    def said(self) -> str:
        return self._said

    def set_state(self, state: str, before: str) -> None:
        """``before`` is the state of the step above, which colours the line that comes from there."""
        self._state, self._before = state, before
        self.setAccessibleDescription(state)
        self.update()

    def state(self) -> str:
        return self._state

    def set_low(self, low: bool) -> None:
        self.setFixedHeight(LOW if low else TALL)

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = Ink(painter, self._theme)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accentSoft" if self.isChecked() else "hover" if self.underMouse() else None
        if ground:
            ink.box(whole, ground, None, 8)
        if self.hasFocus():
            ink.box(whole, None, "focus", 8, 2)
        x, y = 24.0, whole.center().y()
        if self._number > 1:
            ink.line(x, 0, x, y - 12, "good" if self._before == DONE else "border", 1.5)
        if not self._last:
            ink.line(x, y + 12, x, self.height(), "good" if self._state == DONE else "border", 1.5)
        marks.step(ink, QRectF(x - 11, y - 11, 22, 22), self._number, self._state)
        room = whole.width() - 56
        tone = "accentText" if self.isChecked() else "text"
        ink.text(QRectF(46, y - 20, room, 20), self.text(), "strong", tone)
        ink.text(QRectF(46, y, room, 18), self._said, "caption", "text2")
        painter.end()
