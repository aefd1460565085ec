"""The sections of an account's page one over the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class SectionStack(QStackedWidget):
    """Takes the room there is: each section scrolls in itself, so that the page never has to. Only the section in view
    says how much room is needed at least.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        section = self.currentWidget()
        return section.minimumSizeHint() if section is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False
