"""A few choices side by side, one of them in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button


class Segments(QFrame):
    """Segmented buttons; ``picked`` gives the number of the new choice when the user made it."""

    picked = Signal(int)

    def __init__(self, theme: Theme, count: int, icons: Sequence[str] = ()) -> None:
        super().__init__()
        self.setProperty("role", "seg")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setSpacing(2)
        box.setContentsMargins(2, 2, 2, 2)
        self._group = QButtonGroup(self)
        for number in range(count):
            button = Button(theme, kind="seg", icon=icons[number] if icons else "")
            self._group.addButton(button, number)
            box.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.picked)

    def set_labels(self, *labels: str) -> None:
        for number, text in enumerate(labels):
            button = self._group.button(number)
            if isinstance(button, Button):
                button.set_label(text)
        self.updateGeometry()

    def show_choice(self, number: int, on: bool) -> None:
        """Offer a choice, or leave it out."""
        self._group.button(number).setVisible(on)

    def choice(self) -> int:
        return self._group.checkedId()

    def set_choice(self, number: int) -> None:
        self._group.button(number).setChecked(True)
