"""Choosing one account among many: type a few letters, pick from what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from kamdesk.qt.haystack import matches
from kamdesk.qt.widgets.layouts import column

MOST = 60
_ID = int(Qt.ItemDataRole.UserRole)


class AccountPicker(QWidget):
    """``chosen`` is the id of the account picked, or the empty text for the line that stands for none.

    What is picked stays picked while what is typed and the accounts fit it.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: Sequence[tuple[str, str, str]] = ()
        self._nobody: str | None = None
        self._first = self._shown = ""
        self.field = QLineEdit()
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(150)
        self.list.setProperty("edge", "true")
        self.setLayout(column(self.field, self.list, gap=6))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.currentItemChanged.connect(self._picked)
        self.changed.connect(self.edited)

    def set_accounts(self, accounts: Sequence[tuple[str, str, str]], nobody: str | None = None) -> None:
        """The accounts (id, name, what typing is compared with); ``nobody`` is the line that stands for none."""
        self._accounts, self._nobody = accounts, nobody
        self._narrow(self._typed())
        self._picked()

    def choose(self, account_id: str) -> None:
        """Pick an account: it stands first from now on."""
        self._first = account_id
        self._narrow(self._typed(), account_id)
        self._picked()

    def show_chosen(self) -> None:
        """The account picked stands in the field, to be typed over."""
        self._shown = self.called()
        blocked = QSignalBlocker(self.field)
        self.field.setText(self._shown)
        blocked.unblock()
        self.field.selectAll()
        self._narrow("")

    def called(self) -> str:
        """The name of the account picked."""
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def _typed(self) -> str:
        """What was typed to find an account: not the name that was put there."""
        return "" if self._shown and self.field.text() == self._shown else self.field.text()

    def _picked(self) -> None:
        """Another account is picked: where one stood in the field, that one does."""
        if self._shown and self.field.text() == self._shown != self.called():
            self._shown = self.called()
            blocked = QSignalBlocker(self.field)
            self.field.setText(self._shown)
            blocked.unblock()
        self.changed.emit()

    def fix(self) -> None:
        """Show the account that is picked and let no other be chosen."""
        item = self.list.currentItem()
        self.field.setText(item.text() if item is not None else "")
        self.field.setReadOnly(True)
        self.field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()

    def say(self, name: str, hint: str) -> None:
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def chosen(self) -> str:
        item = self.list.currentItem()
        return item.data(_ID) if item is not None else ""

    def has_choice(self) -> bool:
        return self.list.currentItem() is not None

    def draft_value(self) -> object:
        """The account picked, as it is kept in a draft."""
        return self.chosen()

    def set_draft_value(self, kept: object) -> None:
        self.choose(str(kept))

    def _narrow(self, text: str, chosen: str | None = None) -> None:
        chosen = self.chosen() if chosen is None else chosen
        self.list.blockSignals(True)
        self.list.clear()
        if self._nobody is not None and not text.strip():
            self._add("", self._nobody)
        for account_id, name, hay in self._in_order():
            if self.list.count() >= MOST:
                break
            if not text.strip() or matches(text, hay):
                self._add(account_id, name)
        places = (place for place in range(self.list.count()) if self.list.item(place).data(_ID) == chosen)
        self.list.setCurrentRow(next(places, 0))
        self.list.blockSignals(False)
        self.changed.emit()

    def _in_order(self) -> Iterator[tuple[str, str, str]]:
        yield from (account for account in self._accounts if account[0] == self._first)
        yield from (account for account in self._accounts if account[0] != self._first)

    def _add(self, account_id: str, name: str) -> None:
        item = QListWidgetItem(name)
        item.setData(_ID, account_id)
        self.list.addItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)
