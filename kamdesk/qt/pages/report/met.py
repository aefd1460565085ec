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


MOST = 18
"""So many people stand there at once; of an account with more the others come when asked for."""


class MetPart(QWidget):
    edited = Signal()
    somebody_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: dict[str, Button] = {}
        self._somebody = Button(desk.theme, kind="ghost", icon="user-plus")
        self._others = Button(desk.theme, kind="ghost", icon="users")
        self._whole = False
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
        self._others = Button(self._desk.theme, kind="ghost", icon="users")
        self._others.clicked.connect(self._show_all)
        self._flow.addWidget(self._others)
        self._flow.addWidget(self._somebody)
        self.retranslate()

    def _show_some(self) -> None:
        """The first of many people and those who are ticked; or all of them, once that was asked for."""
        hidden = 0
        for place, button in enumerate(self._people.values()):
            shown = self._whole or place < MOST or button.isChecked() or len(self._people) <= MOST + 1
            button.setVisible(shown)
            hidden += not shown
        self._others.setVisible(hidden > 0)
        self._others.set_label(self.tr("%n more people", "", hidden))

    def _show_all(self) -> None:
        self._whole = True
        self._show_some()
        list(self._people.values())[MOST].setFocus()

    def focus_first(self) -> None:
        """The first of the people, or the way to add one."""
        next(iter(self._people.values()), self._somebody).setFocus()

    def forget(self) -> None:
        """Nobody is ticked, and of many people the first stand there."""
        self._whole = False
        for button in self._people.values():
            button.setChecked(False)

    def met(self) -> tuple[str, ...]:
        """Ids of those who are ticked."""
        return tuple(contact_id for contact_id, button in self._people.items() if button.isChecked())

    def put(self, contact_ids: Iterable[str]) -> None:
        """These are ticked and no others."""
        met = set(contact_ids)
        for contact_id, button in self._people.items():
            button.setChecked(contact_id in met)
        self._show_some()

    def tick(self, contact_ids: Iterable[str]) -> None:
        for contact_id in contact_ids:
            if contact_id in self._people:
                self._people[contact_id].setChecked(True)
        self._show_some()

    def retranslate(self) -> None:
        self._somebody.set_label(self.tr("Somebody else"))
        self._show_some()
