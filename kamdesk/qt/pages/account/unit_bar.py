"""On the page of a site: for whom its questions are answered, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.painted import Icon


class UnitBar(QFrame):
    """Hidden where the account stands for itself. ``opened`` gives the id of the unit's account."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "soft")
        self._name = self._id = ""
        self._said = Elided(desk.theme, "caption")
        self.open = Button(desk.theme, kind="link", small=True)
        self.open.clicked.connect(lambda: self.opened.emit(self._id))
        icon = Icon(desk.theme, "building-2", "accentText", 14)
        self.setLayout(row(icon, (self._said, 1), self.open, gap=8, margins=(14, 3, 10, 3)))
        self.hide()

    def show_unit(self, name: str, unit_id: str) -> None:
        self._name, self._id = name, unit_id
        self.setVisible(bool(unit_id))
        self.retranslate()

    def retranslate(self) -> None:
        said = self.tr(
            "Part of {unit}: the questions are answered for it as a whole. People, promises, visits and orders here "
            "are this account's own."
        )
        self._said.setText(said.format(unit=self._name))
        self.open.set_label(self.tr("Open {unit}").format(unit=self._name))
