"""How a table's cells are drawn: the ground of a row by its state, and the accounts' columns with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.domain.schedule import rhythm_dots
from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.models.accounts import DISPLAY, ROW, UNSEEN_DAYS, AccountsModel, Column
from kamdesk.qt.theme import Theme

if TYPE_CHECKING:
    from kamdesk.reads.accounts import AccountRow

HEIGHT = 32


def dots_text(every_weeks: int, week_offset: int) -> str:
    """A rhythm as the dots are drawn from: ``1010``."""
    return "".join("1" if on else "0" for on in rhythm_dots(every_weeks, week_offset))


def row_ground(ink: Ink, option: QStyleOptionViewItem, *, first: bool) -> None:
    """Selected, under the pointer or plain; a bar at the row's begin says selected without colour."""
    rect = QRectF(option.rect)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected:
        ink.painter.fillRect(rect, ink.color("accentSoft"))
        if first:
            ink.painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), ink.color("accentText"))
    elif hovered:
        ink.painter.fillRect(rect, ink.color("hover"))
    ink.line(rect.left(), rect.bottom() - 0.5, rect.right() + 1, rect.bottom() - 0.5)


class AccountCell(QStyledItemDelegate):
    """The delegate of the accounts table."""

    def __init__(self, theme: Theme, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        ink = Ink(painter, self._theme)
        row_ground(ink, option, first=index.column() == 0)
        model = index.model()
        assert isinstance(model, AccountsModel)
        row: AccountRow = index.data(ROW)
        text: str = index.data(DISPLAY)
        cell = QRectF(option.rect).adjusted(8, 0, -6, 0)
        column = Column(index.column())
        if column is Column.NAME:
            self._name(ink, cell, row)
        elif column is Column.LAST:
            self._last(ink, cell, row, text, model)
        elif column is Column.NEXT:
            today = row.next_visit is not None and row.next_visit == model.today()
            tone = "accentText" if today else "text" if row.next_visit else "text3"
            ink.text(cell, text, "strong" if today else "body" if row.next_visit else "caption", tone)
        elif column is Column.RHYTHM:
            self._rhythm(ink, cell, row)
        elif column is Column.PROMISES:
            self._promises(ink, cell, row, model)
        elif column is Column.STATUS:
            ink.text(cell, text, "caption", "text3" if row.status == "active" else "warn")
        elif column is Column.CONTACT:
            self._contact(ink, cell, row)
        else:
            ink.text(cell, text or "—", "body", "text" if text else "text3")
        painter.restore()

    def _name(self, ink: Ink, cell: QRectF, row: AccountRow) -> None:
        marks.badge(ink, cell.left(), cell.center().y() - 9, row.value_class, bool(row.is_key))
        rest = cell.adjusted(27, 0, 0, 0)
        place = row.district or row.city or ""
        width = self._theme.width(row.name, "strong")
        place_width = self._theme.width(place, "caption") + 8 if place else 0
        room = rest.width() - (place_width if width + place_width <= rest.width() else 0)
        ink.text(QRectF(rest.left(), rest.top(), room, rest.height()), row.name, "strong")
        if place and width + place_width <= rest.width():
            ink.text(rest.adjusted(width + 8, 0, 0, 0), place, "caption", "text3")

    def _contact(self, ink: Ink, cell: QRectF, row: AccountRow) -> None:
        if not row.contact:
            ink.text(cell, "—", "body", "text3")
            return
        width = min(self._theme.width(row.contact) + 6, cell.width())
        ink.text(QRectF(cell.left(), cell.top(), width, cell.height()), row.contact)
        if row.contact_title and cell.width() - width > 24:
            ink.text(cell.adjusted(width, 0, 0, 0), row.contact_title, "caption", "text3")

    def _last(self, ink: Ink, cell: QRectF, row: AccountRow, text: str, model: AccountsModel) -> None:
        if row.last_visit is None:
            ink.text(cell, text, "caption", "warn" if row.status == "active" else "text3")
            return
        width = self._theme.width(text) + 8
        ink.text(cell, text)
        days = (model.today() - row.last_visit).days
        said = self.tr("today") if days == 0 else self.tr("%n days ago", "", days)
        if cell.width() - width > self._theme.width(said, "caption"):
            ink.text(
                cell.adjusted(width, 0, 0, 0), said, "caption", "warn" if days > UNSEEN_DAYS else "text3"
            )

    def _rhythm(self, ink: Ink, cell: QRectF, row: AccountRow) -> None:
        x = cell.left()
        if not row.rhythms:
            ink.text(cell, "—", "body", "text3")
        for every, offset in row.rhythms[:3]:
            x += marks.dots(ink, x, cell.center().y() - 2.5, dots_text(every, offset), "text2", 5, 3) + 9

    def _promises(self, ink: Ink, cell: QRectF, row: AccountRow, model: AccountsModel) -> None:
        number = str(row.open_promises)
        ink.text(cell, number, "body", "text" if row.open_promises else "text3")
        if row.overdue_promises:
            said = self.tr("%n overdue", "", row.overdue_promises)
            x = cell.left() + max(self._theme.width(number), 8) + 10
            marks.chip(ink, x, cell.center().y() - 10, said, "bad", "badSoft")
