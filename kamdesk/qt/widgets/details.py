"""What is known of the thing that is chosen: label and text in pairs, all of it to be copied, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the details; ``tone`` is a text token, ``strong`` sets it in bold."""

    name: str
    text: str
    tone: str = "text"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of the details; ``key`` is the key that does the same."""

    text: str
    icon: str
    act: Callable[[], object]
    primary: bool = False
    key: str = ""


class DetailPane(QFrame):
    """Made anew for every choice. Without a choice it says what it is for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self._body = QWidget()
        self._body.setObjectName("formBody")
        self._lines = column(gap=2, margins=(10, 4, 8, 4))
        self._body.setLayout(self._lines)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setObjectName("formBody")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._deeds = FlowLayout(6)
        holder = QWidget()
        holder.setLayout(self._deeds)
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._holder = holder
        self.setLayout(column((self._scroll, 1), holder, gap=6, margins=(6, 6, 6, 10)))
        holder.setContentsMargins(8, 0, 8, 0)

    def show_facts(self, title: str, facts: list[Fact], deeds: list[Deed]) -> None:
        """``title`` over the facts; a fact without text is left out."""
        clear(self._lines)
        clear(self._deeds)
        heading = label(self._theme, "heading", text=title, wrap=True)
        self._lines.addWidget(heading)
        for fact in facts:
            if not fact.text:
                continue
            self._lines.addSpacing(4)
            if fact.name:
                self._lines.addWidget(label(self._theme, "caption", "text3", fact.name))
            text = label(self._theme, "strong" if fact.strong else "body", fact.tone, fact.text, wrap=True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            text.setAccessibleName(f"{fact.name}: {fact.text}" if fact.name else fact.text)
            self._lines.addWidget(text)
        self._lines.addStretch(1)
        for deed in deeds:
            button = Button(self._theme, icon=deed.icon, small=True, kind="primary" if deed.primary else "")
            button.set_label(deed.text, deed.key)
            button.clicked.connect(lambda checked=False, act=deed.act: act())
            self._deeds.addWidget(button)
        self._holder.setVisible(bool(deeds))
        self._scroll.verticalScrollBar().setValue(0)
