"""How the columns of a list are drawn, and how what they are taken as is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kamdesk.qt.ink import Ink
from kamdesk.qt.models.mapped_columns import CELL, CHOICES, Column, MappedCell, MappedColumnsModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import HEIGHT, TableCell, row_ground, set_up_rows
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.header import SortHeader

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {Column.HEADER: 180, Column.FIELD: 200}
_ASK_WIDTH = 172


class MappedCellDelegate(TableCell):
    """A cell with a choice looks like one; what is not known or must be said is marked by ground, sign and words."""

    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        cell: MappedCell = index.data(CELL)
        row_ground(ink, option, first=index.column() == 0)
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        if index.column() == Column.HEADER:
            width = min(self._theme.width(cell.text, "strong") + 1, area.width())
            ink.text(QRectF(area.left(), area.top(), width, area.height()), cell.text, "strong")
            if cell.quiet and area.width() - width > 24:
                ink.text(area.adjusted(width + 6, 0, 0, 0), cell.quiet, "caption", "text3")
            return
        if index.column() == Column.SAMPLES:
            ink.text(area, cell.text, "caption", "text2")
            return
        if not cell.choice:
            ink.text(area, cell.text, "body", "text3")
            return
        self._choice(ink, option, cell)

    def _choice(self, ink: Ink, option: QStyleOptionViewItem, cell: MappedCell) -> None:
        box = QRectF(option.rect).adjusted(3.5, 2.5, -4.5, -3.5)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        asked, unknown = cell.state == "asked", cell.state == "unknown"
        fill = "warnSoft" if asked else "sunken" if unknown else "surface"
        edge = "focus" if current else "warnMark" if asked else "control" if unknown else "border"
        ink.box(box, fill, edge, 5, 2 if current else 1)
        left = box.left() + 8
        if cell.state:
            ink.icon(
                left,
                box.center().y() - 7,
                "triangle-alert" if asked else "info",
                "warn" if asked else "text2",
                14,
            )
            left += 19
        tone = "warn" if asked else "text2" if unknown else "text"
        ink.text(QRectF(left, box.top(), box.right() - 22 - left, box.height()), cell.text, "body", tone)
        x, y = box.right() - 12, box.center().y()
        ink.painter.setPen(QPen(ink.color("text2"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        ink.painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = Combo(parent)
        editor.setFont(self._theme.font("body"))
        for value, text in index.data(CHOICES):
            editor.addItem(text, value)
        model = index.model()
        heading = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"{model.index(index.row(), 0).data()}, {heading}")
        editor.activated.connect(lambda _: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def _finish(self, editor: Combo) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, Combo)
        value = index.data(int(Qt.ItemDataRole.EditRole))
        place = next((n for n in range(editor.count()) if editor.itemData(n) == value), 0)
        editor.setCurrentIndex(place)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Combo)
        model.setData(index, editor.currentData())  # type: ignore[arg-type]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 1, -3, -2))  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list of choices is a window of its own: losing the focus to it does not end the choosing."""
        if isinstance(watched, Combo) and event.type() == QEvent.Type.FocusOut and watched.view().isVisible():
            return False
        return super().eventFilter(watched, event)


class MappedColumnsView(QTableView):
    """Arrows go from cell to cell, Enter or a click opens the choice of one."""

    def __init__(self, theme: Theme, model: MappedColumnsModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setModel(model)
        set_up_rows(self)
        self.setProperty("edge", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(MappedCellDelegate(theme, self))
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._open)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for section in range(self._model.columnCount()):
            if section == Column.SAMPLES:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            column = Column(section) if section < len(Column) else None
            self.setColumnWidth(
                section, _WIDTHS.get(column, _ASK_WIDTH) if column is not None else _ASK_WIDTH
            )

    def ask_first(self) -> None:
        """Stand on what must be said first, else on the first column that nobody knows."""
        for state in ("asked", "unknown", None):
            for row in range(self._model.rowCount()):
                for column in range(Column.FIELD, self._model.columnCount()):
                    cell: Any = self._model.index(row, column).data(CELL)
                    if cell.choice and (state is None or cell.state == state):
                        self.setCurrentIndex(self._model.index(row, column))
                        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(CHOICES):
            self.edit(index)

    def minimum_height(self) -> int:
        """Its header and four rows."""
        return self.horizontalHeader().height() + 4 * HEIGHT
