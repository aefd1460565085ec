"""Several telephones, each with its extension and kind, the most used first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kamdesk.domain.contact import ContactPhone
from kamdesk.domain.errors import RuleError
from kamdesk.domain.telephone import check_number
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo

Phone = tuple[str, str | None, str]
KINDS = ("mobile", "office", "switchboard", "direct", "fax", "home", "other")


class _Row(QWidget):
    def __init__(self, desk: Desk, phone: Phone) -> None:
        super().__init__()
        self.number = QLineEdit(phone[0])
        self.extension = QLineEdit(phone[1] or "")
        self.extension.setFixedWidth(84)
        self.kind = Combo()
        for kind in (*KINDS, *(() if phone[2] in KINDS else (phone[2],))):
            self.kind.addItem("", kind)
        self.kind.choose(phone[2])
        self.kind.setFixedWidth(112)
        self.remove = Button(desk.theme, kind="ghost", icon="x", small=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for part in (self.number, self.extension, self.kind, self.remove):
            box.addWidget(part)
        box.setStretch(0, 1)


class PhoneRows(QWidget):
    """Rows to fill in; an empty row is no telephone. ``prepare`` comes before anything else."""

    edited = Signal()
    """A row was typed into, added or removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._kind = ContactPhone.kind
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(5)

    def prepare(self, desk: Desk, kind: str) -> None:
        """``kind`` is what a new number is taken for."""
        self._desk = desk
        self._kind = kind
        self._add = Button(desk.theme, kind="link", icon="plus")
        self._add.clicked.connect(self._add_empty)
        self._box.addWidget(self._add)
        self.set_phones(())

    def set_phones(self, phones: Sequence[Phone]) -> None:
        for row in list(self._rows):
            self._drop(row)
        for phone in phones or (("", None, self._kind),):
            self._append(phone)
        self._retranslate()

    def phones(self) -> tuple[Phone, ...]:
        return tuple(
            (row.number.text().strip(), row.extension.text().strip() or None, row.kind.currentData())
            for row in self._rows
            if row.number.text().strip()
        )

    def wrong(self) -> list[tuple[QLineEdit, RuleError]]:
        """The fields whose numbers nobody can dial, each with the reason."""
        found = []
        for row in self._rows:
            number = row.number.text().strip()
            try:
                if number:
                    check_number(number)
            except RuleError as error:
                found.append((row.number, error))
        return found

    def draft_value(self) -> object:
        """The rows as they stand, half filled in or not, for a draft."""
        rows = [(row.number.text(), row.extension.text(), row.kind.currentData()) for row in self._rows]
        return [list(row) for row in rows if row[0].strip() or row[1].strip()]

    def set_draft_value(self, value: object) -> None:
        """The rows of a draft; what is none is passed over."""
        rows = value if isinstance(value, list) else []
        self.set_phones([(str(row[0]), str(row[1]), str(row[2])) for row in rows if len(row) == 3])
        self.edited.emit()

    def _append(self, phone: Phone) -> _Row:
        row = _Row(self._desk, phone)
        row.number.textChanged.connect(self.edited)
        row.extension.textChanged.connect(self.edited)
        row.kind.currentIndexChanged.connect(self.edited)
        row.remove.clicked.connect(lambda: self._drop(row))
        self._box.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.edited.emit()

    def _add_empty(self) -> None:
        row = self._append(("", None, self._kind))
        self._retranslate()
        row.number.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._rows:
            self._retranslate()

    def _retranslate(self) -> None:
        self._add.set_label(self.tr("Add a number"))
        for row in self._rows:
            row.number.setPlaceholderText(self.tr("number"))
            row.number.setAccessibleName(self.tr("Telephone number"))
            row.extension.setPlaceholderText(self.tr("extension"))
            row.extension.setAccessibleName(self.tr("Extension"))
            row.kind.setAccessibleName(self.tr("Kind of telephone"))
            row.remove.set_hint(self.tr("Remove this number"))
            for place in range(row.kind.count()):
                kind = row.kind.itemData(place)
                row.kind.setItemText(place, self._desk.speech.choice("phone.kind", kind))
