"""How the table of promises is drawn: headings across it, the chip of how a promise stands, its risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from kamdesk.domain.promises_kept import OPEN, Standing
from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.models.promises import LINE, Column, Heading, PromisesModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import Index, TableCell, row_ground

if TYPE_CHECKING:
    from kamdesk.reads.promises import PromiseRow

CHIPS = {
    Standing.OVERDUE: ("bad", "badSoft"),
    Standing.THIS_WEEK: ("warn", "warnSoft"),
    Standing.KEPT: ("good", "goodSoft"),
    Standing.KEPT_LATE: ("warn", "warnSoft"),
    Standing.BROKEN: ("bad", "badSoft"),
}
HIGH_RISK = 4


def chip_of(standing: str) -> tuple[str, str]:
    """Tone and ground of the chip that says how a promise stands."""
    return CHIPS.get(standing, ("text2", "sunken"))  # type: ignore[call-overload]


class PromiseCell(TableCell):
    """The delegate of the table. A heading is drawn through all columns, each of which shows its part of it."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, table)
        self._table = table

    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        ink.painter.setClipRect(option.rect)
        line: PromiseRow | Heading = index.data(LINE)
        if isinstance(line, Heading):
            self._heading(ink, option, line)
        else:
            row_ground(ink, option, first=index.column() == 0)
            model = index.model()
            assert isinstance(model, PromisesModel)
            cell = QRectF(option.rect).adjusted(10, 0, -6, 0)
            self._cell(ink, cell, line, Column(index.column()), model)

    def _heading(self, ink: Ink, option: QStyleOptionViewItem, line: Heading) -> None:
        left = self._table.columnViewportPosition(0)
        across = QRectF(left, option.rect.top(), self._table.viewport().width() - left, option.rect.height())
        ink.painter.fillRect(QRectF(option.rect), ink.color("sunken"))
        ink.line(across.left(), across.bottom() - 0.5, across.right(), across.bottom() - 0.5)
        x = across.left() + 10
        if line.badge is not None:
            marks.badge(ink, x, across.center().y() - 9, *line.badge)
            x += 27
        ink.text(
            QRectF(x, across.top(), across.right() - x - 60, across.height()),
            line.text,
            "captionStrong",
            "bad" if line.overdue else "text",
        )
        width = min(self._theme.width(line.text, "captionStrong"), across.right() - x - 60)
        ink.text(
            QRectF(x + width + 10, across.top(), 50, across.height()), str(line.count), "caption", "text3"
        )

    def _cell(self, ink: Ink, cell: QRectF, row: PromiseRow, column: Column, model: PromisesModel) -> None:
        if column is Column.WHAT:
            ink.text(cell, row.what, "strong" if row.standing in OPEN else "body")
        elif column is Column.ACCOUNT:
            marks.badge(ink, cell.left(), cell.center().y() - 9, row.value_class, bool(row.is_key))
            ink.text(cell.adjusted(25, 0, 0, 0), row.account)
        elif column is Column.WHO:
            ink.text(cell, row.contact or "—", "body", "text2" if row.contact else "text3")
        elif column is Column.MADE:
            ink.text(cell, model.made_said(row), "body", "text2")
        elif column is Column.DUE:
            self._due(ink, cell, row, model)
        else:
            self._risk(ink, cell, row)

    def _due(self, ink: Ink, cell: QRectF, row: PromiseRow, model: PromisesModel) -> None:
        said = model.state_said(row)
        day = model.day_said(row)
        x = cell.left()
        if day:
            width = self._theme.width(day)
            ink.text(QRectF(x, cell.top(), width + 4, cell.height()), day, "body", "text2", elide=False)
            x += width + 8
        if row.first_due is not None and row.standing in OPEN:
            ink.icon(x, cell.center().y() - 6.5, "history", "warn", 13)
            x += 18
        if said and cell.right() - x > 30:
            room = cell.right() - x
            width = marks.chip_width(self._theme, said)
            if width <= room:
                marks.chip(ink, x, cell.center().y() - 10, said, *chip_of(row.standing))
            else:
                ink.text(
                    QRectF(x, cell.top(), room, cell.height()), said, "caption", chip_of(row.standing)[0]
                )

    def _risk(self, ink: Ink, cell: QRectF, row: PromiseRow) -> None:
        if row.churn_risk is None:
            ink.text(cell, "—", "body", "text3")
            return
        tone = "bad" if row.churn_risk >= HIGH_RISK and row.standing in OPEN else "text2"
        x = cell.left()
        ink.text(QRectF(x, cell.top(), 14, cell.height()), str(row.churn_risk), "body", tone)
        full = "1" * row.churn_risk + "0" * (5 - row.churn_risk)
        marks.dots(ink, x + 15, cell.center().y() - 2.5, full, tone, 5, 3)
