"""The cells of the accounts table with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from kamdesk.domain.stages import STAGES, Stage
from kamdesk.qt import marks
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.jobs.account_table import Counted
from kamdesk.qt.models.account_columns import COLUMNS, Column
from kamdesk.qt.models.account_filter import UNSEEN_DAYS
from kamdesk.qt.models.account_tree import Node
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import weeks_text

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow

INDENT = 18
TWIG = 16
"""The room of the mark that opens and closes an account's units."""


class AccountCell(QObject):
    """Draws what the accounts table says; the table paints the ground of its rows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def draw(self, ink: Ink, rect: QRectF, model: AccountsModel, place: int, section: int) -> None:
        """The cell of the row at ``place``."""
        column = COLUMNS[section]
        row, node = model.row_at(place), model.node_at(place)
        cell = rect.adjusted(8, 0, -6, 0)
        if column is Column.NAME:
            self._name(ink, cell, row, node, model)
        elif model.pending():
            pass
        elif node is not None and not node.fits and column is not Column.PURCHASES:
            ink.text(cell, model.text_of(place, column), "caption", "text3")
        else:
            self._fact(ink, cell, row, model, place, column)

    def _fact(
        self, ink: Ink, cell: QRectF, row: AccountRow, model: AccountsModel, place: int, column: Column
    ) -> None:
        text = model.text_of(place, column)
        if column is Column.LAST:
            self._last(ink, cell, row, text, model)
        elif column is Column.NEXT:
            today = row.next_visit is not None and row.next_visit == model.today()
            quiet = "warn" if row.status == "active" and not row.on_line else "text3"
            tone = "accentText" if today else "text" if row.next_visit else quiet
            ink.text(cell, text, "strong" if today else "body" if row.next_visit else "caption", tone)
        elif column is Column.RHYTHM:
            self._rhythm(ink, cell, row)
        elif column is Column.PROMISES:
            self._promises(ink, cell, row)
        elif column is Column.STATUS:
            ink.text(cell, text, "caption", "text3" if row.status == "active" else "warn")
        elif column is Column.STAGE:
            self._stage(ink, cell, row, text)
        elif column is Column.ANSWERED:
            self._answered(ink, cell, model.answered(row))
        elif column is Column.SHARE:
            ink.text(cell.adjusted(0, 0, -4, 0), text or "—", "body", "text" if text else "text3", RIGHT)
        elif column is Column.CONTACT:
            self._contact(ink, cell, row)
        elif column is Column.PURCHASES:
            self._purchases(ink, cell.adjusted(0, 0, -4, 0), row, text, model, place)
        elif column is Column.SOLD:
            ink.text(cell.adjusted(0, 0, -4, 0), text or "—", "body", "text" if text else "text3", RIGHT)
        else:
            ink.text(cell, text or "—", "body", "text" if text else "text3")

    def _name(self, ink: Ink, cell: QRectF, row: AccountRow, node: Node | None, model: AccountsModel) -> None:
        if node is not None:
            cell = cell.adjusted(node.depth * INDENT, 0, 0, 0)
            if node.below:
                self._twig(ink, cell, node.open_)
            cell = cell.adjusted(TWIG, 0, 0, 0)
        marks.badge(ink, cell.left(), cell.center().y() - 9, row.value_class, bool(row.is_key))
        rest = cell.adjusted(27, 0, 0, 0)
        apart = model.apart(row)
        said = apart or row.district or row.city or ""
        if node is not None and node.below:
            said = "·".join(filter(None, (apart, model.words.units(node.below))))
        width = self._theme.width(row.name, "strong")
        said_width = self._theme.width(said, "caption") + 8 if said else 0
        fits = bool(apart) or width + said_width <= rest.width()
        said_width = min(said_width, rest.width() / 2)
        room = rest.width() - (said_width if fits else 0)
        width = min(width, room)
        tone = "text" if node is None or node.fits else "text3"
        ink.text(QRectF(rest.left(), rest.top(), room, rest.height()), row.name, "strong", tone)
        if said and fits:
            ink.text(rest.adjusted(width + 8, 0, 0, 0), said, "caption", "text3")

    def _twig(self, ink: Ink, cell: QRectF, open_: bool) -> None:
        x, y = cell.left() + 4, cell.center().y()
        ink.painter.setPen(QPen(ink.color("text2"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if open_:
            points = [QPointF(x - 3.5, y - 2), QPointF(x, y + 2), QPointF(x + 3.5, y - 2)]
        else:
            points = [QPointF(x - 2, y - 3.5), QPointF(x + 2, y), QPointF(x - 2, y + 3.5)]
        ink.painter.drawPolyline(points)

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
        said = model.words.ago(days)
        if cell.width() - width > self._theme.width(said, "caption"):
            ink.text(
                cell.adjusted(width, 0, 0, 0), said, "caption", "warn" if days > UNSEEN_DAYS else "text3"
            )

    def _stage(self, ink: Ink, cell: QRectF, row: AccountRow, text: str) -> None:
        """Five squares, those that are passed and the one it is in, and the stage's name."""
        if not text:
            ink.text(cell, "—", "body", "text3")
            return
        x, y = cell.left(), cell.center().y() - 3
        if row.stage in STAGES:
            at = STAGES.index(Stage(row.stage))
            passed = ink.theme.color("accentText", 0.4)
            for number in range(len(STAGES)):
                fill = passed if number < at else "accentText" if number == at else "line"
                ink.box(QRectF(x + number * 8, y, 6, 6), fill, None, 1.5)
            x += len(STAGES) * 8 + 6
        ink.text(QRectF(x, cell.top(), cell.right() - x + 4, cell.height()), text, "caption", "text2")

    def _answered(self, ink: Ink, cell: QRectF, counted: Counted | None) -> None:
        if counted is None:
            ink.text(cell, "—", "body", "text3")
            return
        bar = QRectF(cell.left(), cell.center().y() - 2.5, 36, 5)
        marks.bar(ink, bar, counted.answered / max(counted.of, 1))
        ink.text(cell.adjusted(44, 0, 4, 0), str(counted.answered), "body", "text2")

    def _rhythm(self, ink: Ink, cell: QRectF, row: AccountRow) -> None:
        x = cell.left()
        if not row.rhythms:
            ink.text(cell, "—", "body", "text3")
            return
        x += marks.dots(ink, x, cell.center().y() - 2.5, weeks_text(row.rhythms), "text2", 5, 3) + 4
        if row.slots > 1:
            room = QRectF(x, cell.top(), cell.right() + 6 - x, cell.height())
            ink.text(room, f"×{row.slots}", "micro", "text3", elide=False)

    def _promises(self, ink: Ink, cell: QRectF, row: AccountRow) -> None:
        number = str(row.open_promises)
        ink.text(cell, number, "body", "text" if row.open_promises else "text3")
        if row.overdue_promises:
            said = self.tr("%n overdue", "", row.overdue_promises)
            x = cell.left() + max(self._theme.width(number), 8) + 10
            marks.chip(ink, x, cell.center().y() - 10, said, "bad", "badSoft")

    def _purchases(
        self, ink: Ink, cell: QRectF, row: AccountRow, text: str, model: AccountsModel, place: int
    ) -> None:
        node = model.node_at(place)
        if node is not None and node.below:
            ink.text(
                cell, text, "strong" if node.worth else "caption", "text" if node.worth else "text3", RIGHT
            )
        elif row.purchases is None:
            ink.text(cell, text, "caption", "text3", RIGHT)
        else:
            ink.text(cell, text, "body", "text", RIGHT)
