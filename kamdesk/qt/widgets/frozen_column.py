"""The column by which the rows of a table are called, kept in sight when the table is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import set_up_rows
from kamdesk.qt.widgets.header import SortHeader


class FrozenColumn(QTableView):
    """Lies over the left edge of a table, and only while that column is scrolled out of it.

    It has the table's model, selection and delegate; the keys stay with the table.
    """

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._column: int | None = None
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        set_up_rows(self)
        self.setItemDelegate(table.itemDelegate())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        size = table.verticalHeader().defaultSectionSize()
        self.verticalHeader().setMinimumSectionSize(size)
        self.verticalHeader().setDefaultSectionSize(size)
        self.verticalHeader().hide()
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.place())
        table.horizontalHeader().sectionResized.connect(lambda *_: self.place())
        self.doubleClicked.connect(table.doubleClicked)
        theme.changed.connect(self.viewport().update)
        self.hide()

    def keep(self, column: int | None) -> None:
        """Which column stays in sight; None for none."""
        self._column = column
        for each in range(self.model().columnCount()):
            self.setColumnHidden(each, each != column)
        self.place()

    def place(self) -> None:
        """Over the table's edge, where the column is scrolled away."""
        column, table = self._column, self._table
        gone = column is not None and table.columnViewportPosition(column) < 0
        if column is None or not gone:
            self.hide()
            return
        width = min(table.columnWidth(column), table.viewport().width() // 2)
        self.setColumnWidth(column, width)
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        beside, frame = table.verticalHeader().width(), table.frameWidth()
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(frame + beside, frame, width, height)
        self.setAccessibleName(table.accessibleName())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The table scrolls; this only follows."""
