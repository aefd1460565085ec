"""Accounts picked by typing: name, initials, town or telephone, Enter takes the first that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kamdesk.qt.haystack import matches
from kamdesk.qt.ink import elided
from kamdesk.qt.jobs import PaperAccount
from kamdesk.qt.models.called import called
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountTable

MOST = 6
"""So many fitting accounts are offered at once."""
WIDEST = 190
MOST_CHIPS = 12
"""Of more accounts only the last picked are shown one by one: a long pack is looked at in the preview."""


class AccountPicker(QWidget):
    """``changed`` comes when the user has picked an account or taken one out."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table: AccountTable | None = None
        self._picked: list[PaperAccount] = []
        self.field = FilterField(theme)
        self.field.setMinimumWidth(120)
        self.offered = QListWidget()
        self.offered.setFont(theme.font("body"))
        self.offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offered.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.offered.hide()
        self._chips = FlowLayout(6)
        chips = QWidget()
        chips.setLayout(self._chips)
        self._more = label(theme, "caption", "text2")
        self._none = Button(theme, kind="link", small=True)
        self._more.hide()
        self._none.hide()
        self.setLayout(column(self.field, self.offered, chips, row(self._more, None, self._none), gap=6))
        self._none.clicked.connect(self._drop_all)
        self.field.textChanged.connect(self._offer)
        self.field.entered.connect(self._take_first)
        self.field.down.connect(self._go_down)
        self.field.installEventFilter(self)
        self.offered.itemClicked.connect(self._take)
        self.offered.itemActivated.connect(self._take)

    def set_accounts(self, table: AccountTable) -> None:
        """What can be picked from."""
        self._table = table
        names = {account_id: name for account_id, name, _ in called(table)}
        self.set_picked(tuple(PaperAccount(one.id, names[one.id]) for one in self._picked if one.id in names))
        self._offer(self.field.text())

    def picked(self) -> tuple[PaperAccount, ...]:
        return tuple(self._picked)

    def set_picked(self, accounts: tuple[PaperAccount, ...]) -> None:
        if accounts != self.picked():
            self._picked = list(accounts)
            self._show_picked()

    def _offer(self, text: str) -> None:
        self.offered.clear()
        if self._table is not None and text.strip():
            taken = {one.id for one in self._picked}
            found = (
                (account_id, name)
                for account_id, name, hay in called(self._table)
                if account_id not in taken and matches(text, hay)
            )
            for (account_id, name), _ in zip(found, range(MOST), strict=False):
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, PaperAccount(account_id, name))
                item.setToolTip(name)
                self.offered.addItem(item)
            if not self.offered.count():
                item = QListWidgetItem(self.tr("No account fits"))
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.offered.addItem(item)
        high = self.offered.sizeHintForRow(0) if self.offered.count() else 0
        self.offered.setFixedHeight(high * self.offered.count() + 4)
        self.offered.setVisible(self.offered.count() > 0)

    def _take_first(self) -> None:
        if self.offered.count():
            self._take(self.offered.item(0))

    def _go_down(self) -> None:
        if self.offered.isVisible():
            self.offered.setFocus()
            self.offered.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        account = item.data(Qt.ItemDataRole.UserRole)
        if account is None:
            return
        self._picked.append(account)
        self.field.clear()
        self.field.setFocus()
        self._show_picked()
        self.changed.emit()

    def _drop(self, account: PaperAccount) -> None:
        self._picked.remove(account)
        self._show_picked()
        self.field.setFocus()
        self.changed.emit()

    def _show_picked(self) -> None:
        clear(self._chips)
        shown = self._picked[-MOST_CHIPS:]
        for account in shown:
            chip = Button(self._theme, icon="x", small=True)
            chip.set_label(elided(self._theme, account.name, "caption", WIDEST))
            chip.setToolTip(account.name)
            chip.setAccessibleName(self.tr("Take out {account}").format(account=account.name))
            chip.clicked.connect(lambda checked=False, account=account: self._drop(account))
            self._chips.addWidget(chip)
        more = len(self._picked) - len(shown)
        self._more.setText(self.tr("and %n more", "", more) if more else "")
        self._more.setVisible(more > 0)
        self._none.setVisible(len(self._picked) > 1)

    def _drop_all(self) -> None:
        self.set_picked(())
        self.field.setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = event.key() == Qt.Key.Key_Backspace and not self.field.text()
            if back and self._picked:
                self._drop(self._picked[-1])
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Add an account: name or initials"))
        self.field.setAccessibleName(self.tr("Add an account"))
        self.offered.setAccessibleName(self.tr("Accounts that fit"))
        self._none.set_label(self.tr("Take out all"))
        self._show_picked()
        self._offer(self.field.text())
