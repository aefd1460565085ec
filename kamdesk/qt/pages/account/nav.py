"""The sections of an account to choose from, each with how many of its questions are answered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QVBoxLayout, QWidget

from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button


class SectionButton(Button):
    """A name, and at the right edge a count."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme, kind="section", icon=icon)
        self._side, self._tone = "", "text3"

    def say(self, text: str, side: str, spoken: str, tone: str = "text3") -> None:
        """``spoken`` is what the count means, for a screen reader."""
        self.set_label(text)
        self._side, self._tone = side, tone
        self.setAccessibleName(f"{text}, {spoken}" if spoken else text)
        self.setToolTip(spoken)
        self.update()

    def side(self) -> str:
        return self._side

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._side:
            painter = QPainter(self)
            rect = QRectF(self.rect()).adjusted(0, 0, -10, 0)
            tone = "accentText" if self.isChecked() else self._tone
            Ink(painter, self._theme).text(rect, self._side, "caption", tone, RIGHT)
            painter.end()


class SectionNav(QWidget):
    """``picked`` gives the name of the section."""

    picked = Signal(str)

    def __init__(self, theme: Theme, icons: Mapping[str, str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {name: SectionButton(theme, icon) for name, icon in icons.items()}
        self._box = QVBoxLayout(self)
        self._box.setSpacing(3)
        self._box.setContentsMargins(0, 4, 0, 0)
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.picked.emit, name))
            self._group.addButton(button)
            self._box.addWidget(button)
        self._box.addStretch(1)

    def choose(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def add_below(self, widget: QWidget) -> None:
        """Something under the sections."""
        self._box.addWidget(widget)

    def set_compact(self, compact: bool) -> None:
        """Twelve sections stand in a low window too."""
        self._box.setSpacing(0 if compact else 3)
        for button in self.buttons.values():
            button.setProperty("low", compact)
            button.style().unpolish(button)
            button.style().polish(button)
            # A button remembers how large it wants to be until its style changes.
            QApplication.sendEvent(button, QEvent(QEvent.Type.StyleChange))
