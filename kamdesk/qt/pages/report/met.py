"""Whom we met: a toggle for each of the account's people, and a way to add somebody new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import FlowLayout, clear

if TYPE_CHECKING:
    from kamdesk.reads.account import Person


class MetPart(QWidget):
    edited = Signal()
    somebody_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: dict[str, Button] = {}
        self._somebody = Button(desk.theme, kind="ghost", icon="user-plus")
        self._flow = FlowLayout(6)
        self.setLayout(self._flow)

    def show_people(self, people: Sequence[Person]) -> None:
        """Who may have been met; whoever is ticked stays ticked."""
        met = self.met()
        clear(self._flow)
        self._people = {}
        for person in people:
            if person.until is not None or person.id in self._people:
                continue
            button = Button(self._desk.theme, kind="toggle")
            button.set_label(" ".join(filter(None, (person.name, person.title))))
            button.setChecked(person.id in met)
            button.toggled.connect(self.edited)
            self._people[person.id] = button
            self._flow.addWidget(button)
        self._somebody = Button(self._desk.theme, kind="ghost", icon="user-plus")
        self._somebody.clicked.connect(self.somebody_asked)
        self._flow.addWidget(self._somebody)
        self.retranslate()

    def focus_first(self) -> None:
        """The first of the people, or the way to add one."""
        next(iter(self._people.values()), self._somebody).setFocus()

    def forget(self) -> None:
        """Nobody is ticked."""
        for button in self._people.values():
            button.setChecked(False)

    def met(self) -> tuple[str, ...]:
        """Ids of those who are ticked."""
        return tuple(contact_id for contact_id, button in self._people.items() if button.isChecked())

    def tick(self, contact_ids: Iterable[str]) -> None:
        for contact_id in contact_ids:
            if contact_id in self._people:
                self._people[contact_id].setChecked(True)

    def retranslate(self) -> None:
        self._somebody.set_label(self.tr("Somebody else"))
