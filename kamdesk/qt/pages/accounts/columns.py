"""Choosing the columns: a menu that stays open while one ticks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.table import AccountsTable


class ColumnsMenu(QMenu):
    def __init__(self, table: AccountsTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.aboutToShow.connect(self._fill)

    def open_at(self, at: QPoint) -> None:
        self.popup(at)

    def open_below(self, button: QWidget) -> None:
        self.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _fill(self) -> None:
        self.clear()
        model = self._table.model()
        assert isinstance(model, AccountsModel)
        shown = self._table.columns()
        for column in (*shown, *(c for c in Column if c not in shown)):
            action = self.addAction(model.words.header(column))
            action.setData(int(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column is not Column.NAME)
            action.toggled.connect(lambda on, column=column: self._table.set_shown(column, on))
        self.addSeparator()
        self.addAction(self.tr("Standard columns"), self._standard)

    def _standard(self) -> None:
        self._table.apply(None)
        self._table.arranged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable():
            return False
        if action.isEnabled():
            action.toggle()
        return True
