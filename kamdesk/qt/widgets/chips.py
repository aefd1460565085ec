"""One of a few words, all of them in view: a chip each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.layouts import FlowLayout


class Chips(QWidget):
    """One stop for Tab; arrows go from chip to chip and choose. Where nothing need be chosen Delete lets go."""

    edited = Signal()

    def __init__(self, theme: Theme, count: int, *, needed: bool = True) -> None:
        super().__init__()
        self._needed = needed
        self._values: list[object] = [None] * count
        self.buttons = [Button(theme, kind="toggle", small=True) for _ in range(count)]
        box = FlowLayout(6)
        self.setLayout(box)
        for button in self.buttons:
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked, button=button: self._clicked(button))
            button.installEventFilter(self)
            box.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._settle()

    def set_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """(text, what it stands for); as many as there are chips. What was chosen stays."""
        keep = self.value()
        self._values = [data for _, data in choices]
        for button, (text, _) in zip(self.buttons, choices, strict=True):
            button.set_label(text)
        self._choose(keep)

    def value(self) -> object:
        at = self._at()
        return None if at is None else self._values[at]

    def set_value(self, value: object) -> None:
        if value != self.value():
            self._choose(value)
            self.edited.emit()

    def draft_value(self) -> object:
        return self.value()

    def set_draft_value(self, kept: object) -> None:
        self.set_value(kept)

    def say(self, name: str) -> None:
        """What the choice is about, for a screen reader."""
        self.setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleDescription(name)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        self.buttons[self._at() or 0].setFocus(reason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            for button in self.buttons:
                set_wrong(button, self.toolTip() if self.property("wrong") else "")
        return super().event(event)

    def _at(self) -> int | None:
        return next((place for place, button in enumerate(self.buttons) if button.isChecked()), None)

    def _choose(self, value: object) -> None:
        for place, button in enumerate(self.buttons):
            button.setChecked(value is not None and self._values[place] == value)
        self._settle()

    def _settle(self) -> None:
        """Tab leads to the chosen chip, or to the first."""
        at = self._at() or 0
        for place, button in enumerate(self.buttons):
            on = Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on)

    def _clicked(self, button: Button) -> None:
        on = button.isChecked() or self._needed
        self._choose(self._values[self.buttons.index(button)] if on else None)
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        forward, back = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
        key = Qt.Key(event.key())
        if key in (*forward, *back) and isinstance(watched, Button):
            step = 1 if key in forward else -1
            place = (self.buttons.index(watched) + step) % len(self.buttons)
            self._choose(self._values[place])
            self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._needed:
            self._choose(None)
            self.edited.emit()
            return True
        return False
