"""A table of a few written rows, one of which is looked at, and the sentence below it that tells more of that one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import label

ROW_HEIGHT = 30


def picked_rows(theme: Theme, columns: int, *, whole: Sequence[int] = ()) -> QTableWidget:
    """Whole rows are chosen, one at a time; Tab leaves it. The columns share the width that those wanted ``whole``
    leave them.
    """
    table = QTableWidget(0, columns)
    table.setProperty("edge", "true")
    table.setHorizontalHeader(SortHeader(theme, table))
    table.setShowGrid(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setSectionsClickable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for section in whole:
        header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
    return table


def said_below(theme: Theme, lowest: int) -> QLabel:
    """What is told of the row looked at; it can be copied, and keeps its height when there is little to say."""
    said = label(theme, "body", wrap=True)
    said.setMinimumHeight(lowest)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return said
