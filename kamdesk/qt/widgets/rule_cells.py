"""How a row of the dividing line is drawn: badge and name, the side as a chip, each figure with a tick or a cross."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyleOptionViewItem

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.models.rule_rows import ACCOUNT, FIRST, ROW, VERDICT, RuleRow, RuleRowsModel
from kamdesk.qt.widgets.cells import Index, TableCell, row_ground

SIGNS = {True: ("check", "good"), False: ("x", "bad"), None: ("circle", "text3")}
GROUNDS = {"good": "goodSoft", "text2": "sunken", "warn": "warnSoft"}


class RuleCell(TableCell):
    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        row: RuleRow = index.data(ROW)
        model = index.model()
        assert isinstance(model, RuleRowsModel)
        row_ground(ink, option, first=index.column() == ACCOUNT)
        cell = QRectF(option.rect).adjusted(10, 0, -6, 0)
        if index.column() == ACCOUNT:
            marks.badge(ink, cell.left(), cell.center().y() - 9, row.value_class, bool(row.is_key))
            ink.text(cell.adjusted(26, 0, 0, 0), row.name, "strong")
        elif index.column() == VERDICT:
            self._verdict(ink, cell, row)
        elif index.column() == model.last():
            ink.text(cell, row.marked, "caption", "text2")
        else:
            text, passed = row.cells[index.column() - FIRST]
            icon, tone = SIGNS[passed]
            ink.icon(cell.left(), cell.center().y() - 6.5, icon, tone, 13)
            ink.text(cell.adjusted(19, 0, 0, 0), text, "body", "text" if passed is not None else "text3")

    def _verdict(self, ink: Ink, cell: QRectF, row: RuleRow) -> None:
        ground = GROUNDS.get(row.tone, "sunken")
        wide = marks.chip(ink, cell.left(), cell.center().y() - 10, row.verdict, row.tone, ground)
        left = cell.left() + wide + 6
        if row.sign:
            said = "arrow-right" if row.sign == "in" else "arrow-left"
            ink.icon(left, cell.center().y() - 7, said, "accentText" if row.sign == "in" else "warn", 14)
            left += 20
        ink.text(QRectF(left, cell.top(), cell.right() - left, cell.height()), row.why, "caption", "text2")
