"""The column of the papers' choices: it scrolls upwards and downwards, and is as wide as its words need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

USUAL, NARROW = 290, 262


class Side(QScrollArea):
    def __init__(self, choices: QWidget) -> None:
        super().__init__()
        self._usual = USUAL
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        choices.setObjectName("page")
        self.setWidget(choices)

    def set_narrow(self, narrow: bool) -> None:
        self._usual = NARROW if narrow else USUAL
        self.fit()

    def fit(self) -> None:
        """Once the words are said, in whatever language."""
        needed = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(self._usual, needed))
