"""Settings: the page."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.page import Page
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column


class SettingsPage(Page):
    """Settings: of the book and of this computer."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = label(desk.theme, "title")
        self.setLayout(column(self._title, None, gap=12, margins=self.density.margins()))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
