"""The lines of the settings: a name, a field, and under it a word of help or what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import Item, column, frame, row

NAME_WIDTH = 128
FIELD_WIDTH = 320


class Entry(QLineEdit):
    """Takes what was typed when it is left or Enter is pressed; Esc brings back what stood there."""

    entered = Signal(str)

    def __init__(self, width: int = FIELD_WIDTH) -> None:
        super().__init__()
        self._kept = ""
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._settle)

    def show_kept(self, text: str) -> None:
        """What the book holds; something else that is typed or was refused stays in the field."""
        if self.text() == self._kept or self.text().strip() == text:
            self.setText(text)
            if self.hasFocus():
                self.selectAll()  # as Tab left it: what is typed next takes its place
            else:
                self.setCursorPosition(0)
            set_wrong(self, "")
        self._kept = text

    def _settle(self) -> None:
        if self.text() != self._kept:
            self.entered.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            set_wrong(self, "")
            self.textEdited.emit(self._kept)
        else:
            super().keyPressEvent(event)


class Line(QWidget):
    """One line of a card: name, field (with what stands beside it), help."""

    def __init__(self, desk: Desk, field: QWidget, *beside: Item) -> None:
        super().__init__()
        self._desk = desk
        self.field = field
        self._name = label(desk.theme, "body", "text2")
        self._name.setMinimumWidth(NAME_WIDTH)
        self._name.setBuddy(field)
        self._help = label(desk.theme, "caption", "text3", wrap=True)
        self._help.hide()
        self._said = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.addWidget(self._name, 0, 0)
        grid.addLayout(row(field, *beside, None), 0, 1)
        grid.addWidget(self._help, 1, 1)
        grid.setColumnStretch(1, 1)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _: self.right())

    def say(self, name: str, said: str = "") -> None:
        self._name.setText(name)
        self.field.setAccessibleName(name)
        self._said = said
        if not self.is_wrong():
            self.right()

    def help_text(self) -> str:
        return self._help.text()

    def is_wrong(self) -> bool:
        return bool(self.field.property("wrong"))

    def wrong(self, reason: str) -> None:
        """What was typed stays; the book keeps what it had."""
        set_wrong(self.field, reason)
        self._help.setText(reason)
        set_tone(self._help, "bad")
        self._help.show()
        self.field.setAccessibleDescription(reason)

    def right(self) -> None:
        set_wrong(self.field, "")
        self._help.setText(self._said)
        set_tone(self._help, "text3")
        self._help.setVisible(bool(self._said))
        self.field.setAccessibleDescription(self._said)

    def refuse(self, error: Exception) -> None:
        self.wrong(self._desk.speech.error(error))


def card(desk: Desk, *parts: Item) -> tuple[QWidget, Callable[[str], None]]:
    """A card under a heading; the second says the heading."""
    heading = label(desk.theme, "heading")
    inside: Any = column(heading, 2, *parts, gap=10)
    return frame(inside, "card", (20, 14, 20, 16)), heading.setText


class Section(QWidget):
    """A part of the settings. ``asked`` wants a deed done to the book, with the line that says where it is refused."""

    asked = Signal(str, object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def ask(self, deed: str, line: Line, **arguments: object) -> None:
        self.asked.emit(deed, arguments, line)

    def retranslate(self) -> None:
        raise NotImplementedError
