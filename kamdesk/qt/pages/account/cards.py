"""A card of the overview: a heading with a link, and lines below it, each to be copied or to lead on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row
from kamdesk.qt.widgets.painted import Icon


@dataclass(frozen=True, slots=True)
class Line:
    """``name`` at the left in small, ``text``, a second line ``below``, ``side`` at the right edge.

    ``copy``: the text may be copied with a button. ``deed`` is what is asked when the text is clicked, with ``key``.
    """

    text: str
    name: str = ""
    below: str = ""
    side: str = ""
    tone: str = "text"
    side_tone: str = "text2"
    strong: bool = False
    copy: bool = False
    deed: str = ""
    key: str = ""


NAME_WIDTH = 78


class Card(QFrame):
    """``asked`` by the link of the heading, ``opened`` with a line's deed and key."""

    asked = Signal()
    opened = Signal(str, str)

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self._title = label(theme, "heading")
        self._link = Button(theme, kind="link")
        self._link.clicked.connect(self.asked)
        self._lines = column(gap=3)
        self.setLayout(
            column(
                row(Icon(theme, icon, "text3"), self._title, None, self._link),
                self._lines,
                gap=6,
                margins=(14, 9, 10, 11),
            )
        )

    def say(self, title: str, link: str) -> None:
        self._title.setText(title)
        self._link.set_label(link)
        self._link.setAccessibleName(f"{title}: {link}")
        self._link.setVisible(bool(link))

    def show_lines(self, lines: list[Line]) -> None:
        clear(self._lines)
        for line in lines:
            self._lines.addLayout(self._row(line))
            if line.below:
                below = label(self._theme, "caption", "text2", line.below, wrap=True)
                if line.deed:
                    below.setContentsMargins(4, 0, 0, 0)
                if line.name:
                    below.setContentsMargins(NAME_WIDTH + 8, 0, 0, 0)
                self._lines.addWidget(below)

    def _row(self, line: Line) -> QHBoxLayout:
        box = row(gap=8)
        if line.name:
            name = label(self._theme, "caption", "text3", line.name)
            name.setFixedWidth(NAME_WIDTH)
            box.addWidget(name)
        if line.deed:
            link = Button(self._theme, kind="link")
            link.set_label(line.text)
            link.clicked.connect(lambda: self.opened.emit(line.deed, line.key))
            box.addWidget(link)
            box.addStretch(1)
        else:
            text = label(self._theme, "strong" if line.strong else "body", line.tone, line.text, wrap=True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            text.setAccessibleName(f"{line.name}: {line.text}" if line.name else line.text)
            box.addWidget(text, 1)
        if line.side:
            side = label(self._theme, "caption", line.side_tone, line.side)
            side.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.addWidget(side)
        if line.copy:
            copy = Button(self._theme, kind="ghost", icon="copy", small=True)
            copy.set_hint(self.tr("Copy {text}").format(text=line.text))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(line.text))
            box.addWidget(copy)
        return box
