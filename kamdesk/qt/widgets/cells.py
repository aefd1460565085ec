"""What the tables of rows have in common: how they scroll and select, how high a row is, the ground of a row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kamdesk.domain.schedule import rhythm_dots
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme

HEIGHT = 32
Index = QModelIndex | QPersistentModelIndex


def dots_text(every_weeks: int, week_offset: int) -> str:
    """A rhythm as the dots are drawn from: ``1010``."""
    return "".join("1" if on else "0" for on in rhythm_dots(every_weeks, week_offset))


def weeks_text(rhythms: Iterable[tuple[int, int]]) -> str:
    """The weeks of the cycle in which one of several rhythms (every n weeks, offset) falls."""
    weeks = zip(*(rhythm_dots(every, offset) for every, offset in rhythms), strict=True)
    return "".join("1" if any(week) else "0" for week in weeks)


def row_ground(ink: Ink, option: QStyleOptionViewItem, *, first: bool) -> None:
    """The ground of one cell; ``first``: it is the first of its row."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ground(ink, QRectF(option.rect), selected=selected, hovered=hovered, first=first)


def ground(ink: Ink, rect: QRectF, *, selected: bool, hovered: bool, first: bool) -> None:
    """Selected, under the pointer or plain; a bar at the row's begin says selected without colour."""
    if selected:
        ink.painter.fillRect(rect, ink.color("accentSoft"))
        if first:
            ink.painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), ink.color("accentText"))
    elif hovered:
        ink.painter.fillRect(rect, ink.color("hover"))
    ink.painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), ink.color("line"))


def set_up_rows(table: QTableView) -> None:
    """Whole rows are chosen, several of them too; it scrolls by pixels; Tab leaves it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.setTabKeyNavigation(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(HEIGHT)
    rows.setDefaultSectionSize(HEIGHT)


class TableCell(QStyledItemDelegate):
    """The delegate of a table of rows; a sub-class draws."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.draw(Ink(painter, self._theme), option, index)
        painter.restore()

    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        raise NotImplementedError
