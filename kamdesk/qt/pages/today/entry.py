"""The lines of a card: each is pressed as a whole, some have a deed of their own at the right edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import clear, column, row


@dataclass(frozen=True, slots=True)
class CardLine:
    """``deed`` and ``key`` say what a press means; ``act`` are the words of a button that does the same or more."""

    deed: str
    key: str
    title: str
    detail: str
    chip: tuple[str, str, str] | None = None
    icon: str = ""
    icon_tone: str = "text3"
    side: str = ""
    act: str = ""


class LineButton(QAbstractButton):
    """Two lines of text, a chip, a word at the right edge; pressed like any button."""

    def __init__(self, desk: Desk, line: CardLine) -> None:
        super().__init__()
        self._theme, self.line = desk.theme, line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        chip = line.chip[0] if line.chip else ""
        self.setAccessibleName(", ".join(filter(None, (line.title, line.detail, chip, line.side))))
        self.setToolTip("\n".join(filter(None, (line.title, line.detail))))
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 40 if self.line.detail else 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, line, rect = Ink(painter, self._theme), self.line, QRectF(self.rect())
        if self.underMouse() or self.isDown():
            ink.box(rect, "press" if self.isDown() else "hover", None, 6)
        if self.hasFocus():
            ink.box(rect, None, "focus", 6, 2)
        left, right = 6.0, rect.right() - 5
        if line.icon:
            ink.icon(left, 4 if line.detail else 6, line.icon, line.icon_tone, 16)
            left += 26
        if line.side:
            width = self._theme.width(line.side, "caption") + 2
            ink.text(QRectF(right - width, 0, width, rect.height()), line.side, "caption", "text2", RIGHT)
            right -= width + 8
        if line.chip is not None:
            text, tone, ground = line.chip
            width = marks.chip_width(self._theme, text)
            marks.chip(ink, right - width, (rect.height() - 20) / 2, text, tone, ground)
            right -= width + 8
        if line.detail:
            ink.text(QRectF(left, 1, right - left, 20), line.title)
            ink.text(QRectF(left, 20, right - left, 18), line.detail, "caption", "text2")
        else:
            ink.text(QRectF(left, 0, right - left, rect.height()), line.title, "caption", "accentText")
        painter.end()


class CardList(QWidget):
    """The lines one below the other; ``asked`` gives (deed, key), of a line's own button ``act:`` before the deed."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[CardLine, ...] = ()
        self._box = column(gap=2)
        self.setLayout(self._box)

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """New lines; where they are as they were, nothing is made anew and the focus stays."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        clear(self._box)
        for line in lines:
            button = LineButton(self._desk, line)
            button.clicked.connect(lambda checked=False, one=line: self.asked.emit(one.deed, one.key))
            if not line.act:
                self._box.addWidget(button)
                continue
            act = Button(self._desk.theme, kind="ghost", small=True)
            act.set_label(line.act)
            act.setAccessibleName(f"{line.act}: {line.title}")
            act.clicked.connect(lambda checked=False, one=line: self.asked.emit(f"act:{one.deed}", one.key))
            self._box.addLayout(row((button, 1), act, gap=2))

    def focus_at(self, place: int) -> None:
        """The keys go to the line at ``place``."""
        buttons = self.findChildren(LineButton)
        shown = [button for button in buttons if not button.isHidden()]
        if place < len(shown):
            shown[place].setFocus()

    def lines(self) -> tuple[CardLine, ...]:
        return self._shown
