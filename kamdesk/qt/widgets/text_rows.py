"""Rows of a few fields each, added and removed: closed days, numbers in other systems."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button

Texts = Sequence[str]


class _Row(QWidget):
    def __init__(self, desk: Desk, fields: Sequence[QLineEdit], texts: Texts) -> None:
        super().__init__()
        self.fields = fields
        self.remove = Button(desk.theme, kind="ghost", icon="x", small=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for field, text in zip(fields, texts, strict=True):
            field.setText(text)
            box.addWidget(field)
        box.addWidget(self.remove)
        box.setStretch(len(fields) - 1, 1)

    def texts(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in self.fields)


class TextRows(QWidget):
    """``make`` gives the fields of a new row; a row whose fields are all empty is none."""

    edited = Signal()
    """A row was typed into, added or removed."""

    def __init__(self, desk: Desk, name: str, make: Callable[[], Sequence[QLineEdit]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk, self._make = desk, make
        self._rows: list[_Row] = []
        self._names: Texts = ()
        self._remove = ""
        self.add = Button(desk.theme, kind="link", icon="plus")
        self.add.clicked.connect(self._add_empty)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(5)
        self._box.addWidget(self.add)

    def say(self, names: Texts, add: str, remove: str) -> None:
        """What the fields of a row are called (in their place-holders), and the two buttons."""
        self._names, self._remove = names, remove
        self.add.set_label(add)
        for row in self._rows:
            self._dress(row)

    def set_rows(self, rows: Sequence[Texts]) -> None:
        for row in list(self._rows):
            self._drop(row)
        for texts in rows:
            self._append(texts)

    def rows(self) -> list[tuple[tuple[str, ...], Sequence[QLineEdit]]]:
        """Each row that holds something, with its fields, to say in them what is wrong."""
        return [(row.texts(), row.fields) for row in self._rows if any(row.texts())]

    def draft_value(self) -> object:
        """The rows as they stand, half filled in or not, for a draft."""
        return [list(texts) for texts, _ in self.rows()]

    def set_draft_value(self, value: object) -> None:
        """The rows of a draft; what is none is passed over."""
        rows = value if isinstance(value, list) else []
        self.set_rows([[str(text) for text in row] for row in rows if len(row) == len(self._names)])
        self.edited.emit()

    def _append(self, texts: Texts) -> _Row:
        row = _Row(self._desk, self._make(), texts)
        for field in row.fields:
            field.textChanged.connect(self.edited)
        row.remove.clicked.connect(lambda: self._drop(row))
        self._dress(row)
        self._box.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _dress(self, row: _Row) -> None:
        for field, name in zip(row.fields, self._names, strict=False):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        row.remove.set_hint(self._remove)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.edited.emit()

    def _add_empty(self) -> None:
        row = self._append([""] * len(self._names))
        row.fields[0].setFocus()
        self.edited.emit()
