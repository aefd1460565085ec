"""What an import brings, by kind: the table of the import dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from kamdesk.qt.models.counts import Column, CountsModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.header import SortHeader

ROW_HEIGHT = 28


def count_table(theme: Theme, counts: CountsModel) -> QTableView:
    """A table as high as its rows, without a choice in it."""
    table = QTableView()
    table.setHorizontalHeader(SortHeader(theme, table))
    table.setModel(counts)
    table.setShowGrid(False)
    table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for section in Column:
        table.setColumnWidth(section, 96)
    header.setSectionResizeMode(Column.KIND, QHeaderView.ResizeMode.Stretch)
    return table
