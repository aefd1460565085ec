"""Beside the chart when a role or a department is chosen in which nobody is known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row


class MissingPanel(QFrame):
    """``asked`` gives ``add_contact`` and the role that the new person is supposed to hold."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._role = desk, ""
        self.setProperty("role", "card")
        self._title = label(desk.theme, "heading", wrap=True)
        self._said = label(desk.theme, "body", "text2", wrap=True)
        self.add = Button(desk.theme, icon="user-plus", small=True)
        self.add.clicked.connect(lambda: self.asked.emit("add_contact", self._role))
        self.setLayout(
            column(self._title, self._said, 4, row(self.add, None), None, gap=6, margins=(16, 12, 14, 12))
        )

    def show_role(self, role: str) -> None:
        """Which role is meant; empty: a department."""
        self._role = role
        self.retranslate()

    def retranslate(self) -> None:
        speech = self._desk.speech
        word = speech.choice("contact_role", self._role or None)
        self._title.setText(speech.raised(word) if word else self.tr("Nobody known"))
        self._said.setText(
            self.tr("Nobody is known to hold this role. Ask whom you meet next, and add the person here.")
            if word
            else self.tr("Nobody is known here. Ask whom you meet next, and add the person.")
        )
        self.add.set_label(self.tr("Add a contact"))
