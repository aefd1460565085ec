"""A small table of figures in which a column is typed over."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.header import SortHeader

ROW = 24


class TypedTable(QTableView):
    """Typing begins at the first key; Tab leaves the table. As high as ``rows`` rows."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, rows: int) -> None:
        super().__init__()
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setModel(model)
        self.setProperty("edge", True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSortIndicatorShown(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setFixedHeight(ROW * rows + 36)
