"""One of many by name: type a few letters and pick, or type a new name where one may be added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QStyledItemDelegate, QWidget

from kamdesk.qt.haystack import matches
from kamdesk.qt.widgets.fields import Combo

MOST = 40


@dataclass(frozen=True, slots=True)
class New:
    """Somebody or something that the book does not have yet."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """``hay`` is what typing is compared with; empty: the text itself."""

    key: str
    text: str
    hay: str = ""


class Picker(Combo):
    """``value`` is the key of the choice, New where a name was typed that nobody has, or None for nothing."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_add: bool = False) -> None:
        super().__init__(parent)
        self._may_add = may_add
        self._choices: Sequence[Choice] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._found = QStringListModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        completer.popup().setItemDelegate(QStyledItemDelegate(completer.popup()))
        self.lineEdit().textEdited.connect(self._narrow)
        self.lineEdit().textChanged.connect(lambda: self.edited.emit())
        self.setCurrentIndex(-1)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be picked; what stands in the field stays."""
        typed = self.currentText()
        self._choices = choices
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            self.addItem(choice.text, choice.key)
        self.setCurrentIndex(-1)
        self.setEditText(typed)
        self.blockSignals(False)
        self._narrow(typed)

    def choose(self, data: object) -> None:
        """Show the choice with this key; nothing where there is none."""
        place = self.findData(data) if data is not None else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")

    def value(self) -> str | New | None:
        typed = self.currentText().strip()
        if not typed:
            return None
        key = next((choice.key for choice in self._choices if choice.text == typed), None)
        return key if key is not None else New(typed)

    def is_known(self) -> bool:
        """Nothing, or something that can be picked."""
        return not isinstance(self.value(), New)

    def may_add(self) -> bool:
        return self._may_add

    def draft_value(self) -> object:
        return self.currentText()

    def set_draft_value(self, kept: object) -> None:
        self.setEditText(str(kept or ""))

    def _narrow(self, typed: str) -> None:
        fits = [c.text for c in self._choices if not typed or matches(typed, c.hay or c.text.lower())]
        self._found.setStringList(fits[:MOST])
