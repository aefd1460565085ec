"""How a field of the stock is drawn and typed in."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.models.stock import DISPLAY, NUMBERS, TYPED, WRONG, Column

HEIGHT = 32
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class CountCell(QStyledItemDelegate):
    """Draws a count as a field, so that it is seen where to type. ``entered``: Enter ended what was typed."""

    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        ink = Ink(painter, self._desk.theme)
        column, rect = Column(index.column()), QRectF(option.rect)
        text, wrong = index.data(DISPLAY), index.data(WRONG)
        painter.fillRect(rect, ink.color("sunken"))
        if column in TYPED:
            field = rect.adjusted(8, 2.5, -6, -2.5)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            wrong = wrong if column is Column.COUNT else ""
            edge = "focus" if focused else "bad" if wrong else "control"
            ink.box(field, "surface", edge, 6, 2 if focused or wrong else 1)
            ink.text(field.adjusted(6, 0, -8, 0), text, "body", "text", RIGHT)
        elif column is Column.REMARK:
            ink.text(rect.adjusted(8, 0, 0, 0), text, "caption", "bad")
        elif column in NUMBERS:
            tone = "bad" if text == "—" else "text" if column is Column.SOLD else "text2"
            ink.text(rect.adjusted(0, 0, -10, 0), text, "body", tone, RIGHT)
        else:
            ink.text(rect.adjusted(10, 0, -4, 0), text)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("small", "true")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(index.data(int(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter ends it at once: what Qt would do later finds the field gone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(int(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(8, 2, -6, -2))
