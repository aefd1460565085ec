"""The rail: one checkable button a page, walked with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink, elided
from kamdesk.qt.theme import Theme

WIDE, NARROW = 84, 56
_ICON = 20


class PageButton(QToolButton):
    """One page: icon over its name, a count in the corner, in the narrow rail the icon alone."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._text = ""
        self._count = 0
        self._tone = "text2"
        self.setProperty("kind", "page")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)
        self._tint()
        theme.changed.connect(self._tint)
        self.toggled.connect(self._tint)

    def set_label(self, text: str, key: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {key}")
        self._tint()

    def set_count(self, number: int, tone: str = "text2") -> None:
        """How many things wait on this page; 0 shows nothing."""
        self._count, self._tone = number, tone
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        beside = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        )
        self.setToolButtonStyle(beside)
        self.setFixedSize(44 if narrow else 68, 44 if narrow else 57)

    def _tint(self) -> None:
        tone = "accentText" if self.isChecked() else "text2"
        style = "captionStrong" if self.isChecked() else "caption"
        self.setIcon(self._theme.icons.icon(self._icon, tone, _ICON))
        self.setFont(self._theme.font(style))
        self.setText(elided(self._theme, self._text, style, 62))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            width = max(17.0, self._theme.width(str(self._count), "microStrong") + 9)
            corner = min(self.width() / 2 + 9, self.width() - width - 1)
            marks.count(Ink(painter, self._theme), QRectF(corner, 4, width, 15), self._count, self._tone)
            painter.end()


class Rail(QWidget):
    """The pages. A page is added with one call; ``picked`` tells which one is wanted."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, PageButton] = {}
        self._at_foot = 0
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setObjectName("rail")
        self._box = QVBoxLayout(self)
        self._box.setSpacing(4)
        self._box.setContentsMargins(8, 58, 8, 8)
        self._box.addStretch(1)
        self.set_narrow(False)
        theme.changed.connect(self.update)

    def add_page(self, name: str, icon: str, *, at_foot: bool = False) -> PageButton:
        button = PageButton(self._theme, icon)
        self._group.addButton(button)
        place = self._box.count() if at_foot else self._box.count() - 1 - self._at_foot
        self._at_foot += at_foot
        self._buttons[name] = button
        self._box.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.clicked.connect(lambda: self.picked.emit(name))
        button.toggled.connect(self.update)
        return button

    def has(self, name: str) -> bool:
        """Whether a page is one of the rail's."""
        return name in self._buttons

    def button(self, name: str) -> PageButton:
        return self._buttons[name]

    def show_page(self, name: str) -> None:
        """Mark a page as the current one without asking for it."""
        self._buttons[name].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, where the window is not wide enough."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        margin = 5 if narrow else 8
        self._box.setContentsMargins(margin, 58, margin, 8)
        for button in self._buttons.values():
            button.set_narrow(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        ink = Ink(painter, self._theme)
        _draw_mark(ink, self.width() / 2 - 16, 12)
        for button in self._buttons.values():
            if button.isChecked():
                at = button.geometry()
                ink.box(QRectF(0, at.center().y() - 14, 3, 28), "accentText", None, 1.5)
        painter.end()

    def mark(self, size: int) -> QPixmap:
        """The program's mark as a picture, for the window's icon."""
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(size / 32, size / 32)
        _draw_mark(Ink(painter, self._theme), 0, 0)
        painter.end()
        return pixmap


def _draw_mark(ink: Ink, left: float, top: float) -> None:
    """A line of stops, 32 px wide and high."""
    ink.box(QRectF(left, top, 32, 32), "accent", None, 8)
    ink.painter.setPen(QPen(ink.color("onAccent"), 2))
    points = [QPointF(left + x, top + y) for x, y in ((9, 24), (9, 15), (23, 15), (23, 7))]
    ink.painter.drawPolyline(points)
    ink.painter.setBrush(ink.color("onAccent"))
    ink.painter.drawEllipse(points[0], 2.5, 2.5)
    ink.painter.drawEllipse(points[-1], 2.5, 2.5)
