"""The marks as widgets: each paints itself with the drawing function of `kamdesk.qt.marks`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme


class Painted(QWidget):
    """A widget that is one drawing, which a sub-class gives in ``draw``; it repaints with the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(Ink(painter, self.theme), QRectF(self.rect()))
        painter.end()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        raise NotImplementedError


class Icon(QLabel):
    """A drawing of the icon set; made anew when the theme or the screen changes."""

    def __init__(self, theme: Theme, name: str, tone: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_icon(self, name: str, tone: str = "text2") -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Ink(painter, self._theme).icon(0, 0, self._name, self._tone, self._size)
        painter.end()


class Badge(Painted):
    """Class letter and key account in one mark; the words for it come from the page, through ``show_class``."""

    def __init__(self, theme: Theme, size: int = 22) -> None:
        super().__init__(theme)
        self._letter: str | None = None
        self._key = False
        self.setFixedSize(size, size)

    def show_class(self, letter: str | None, is_key: bool, name: str) -> None:
        self._letter, self._key = letter, is_key
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        marks.badge(ink, 0, 0, self._letter, self._key, rect.width())


class Chip(Painted):
    """A word on a soft ground."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        tone: str = "text2",
        ground: str | None = "sunken",
        *,
        icon: str | None = None,
        style: str = "caption",
        height: int = 22,
        edge: str | None = None,
    ) -> None:
        super().__init__(theme)
        self._height, self._style, self._edge = height, style, edge
        self.show_text(text, tone, ground, icon)

    def show_text(
        self, text: str, tone: str = "text2", ground: str | None = "sunken", icon: str | None = None
    ) -> None:
        self._text, self._tone, self._ground, self._icon = text, tone, ground, icon
        self.setAccessibleName(text)
        width = marks.chip_width(self.theme, text, self._style, icon is not None) + 1
        self.setFixedSize(int(width), self._height)
        self.update()

    def text(self) -> str:
        return self._text

    def draw(self, ink: Ink, rect: QRectF) -> None:
        if not self._text and self._icon is None:
            return
        marks.chip(
            ink, 0, 0, self._text, self._tone, self._ground, self._icon, self._height, self._style, self._edge
        )


class Avatar(Painted):
    """A person's first character, ringed in the colour of the support."""

    def __init__(self, theme: Theme, name: str, ring: str | None = None, radius: int = 15) -> None:
        super().__init__(theme)
        self._name, self._ring, self._radius = name, ring, radius
        self.setFixedSize(2 * radius + 4, 2 * radius + 4)
        self.setAccessibleName(name)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        marks.avatar(ink, QPointF(rect.center()), self._radius, self._name, self._ring)


class Dots(Painted):
    """Rhythm of a slot."""

    def __init__(self, theme: Theme, weeks: str, name: str, tone: str = "text2") -> None:
        super().__init__(theme)
        self._weeks, self._tone = weeks, tone
        self.setFixedSize(QSize(int(marks.dots_width(weeks, 5, 3)) + 2, 12))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        marks.dots(ink, 0.5, 3.5, self._weeks, self._tone, 5, 3)


class Step(Painted):
    """The number of a row in a form, a tick once it is filled."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme)
        self._number, self._state = number, "open"
        self.setFixedSize(22, 22)

    def set_state(self, state: str) -> None:
        self._state = state
        self.update()

    def state(self) -> str:
        return self._state

    def draw(self, ink: Ink, rect: QRectF) -> None:
        marks.step(ink, rect, self._number, self._state)


def picture_of(widget: QWidget) -> QPixmap:
    """The widget as it stands on screen or would stand there."""
    widget.ensurePolished()
    return widget.grab()
