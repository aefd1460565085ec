"""How a line of the palette is drawn: the letters that were typed stand out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.qt import marks
from kamdesk.qt.ink import CENTER, RIGHT, Ink, elided
from kamdesk.qt.palette.line import Line, Marks
from kamdesk.qt.palette.model import LINE
from kamdesk.qt.theme import Theme

ONE, TWO, HEADING = 34, 48, 28
_STYLES = {"note": "body", "visit": "body", "promise": "body", "action": "body", "known": "body"}
"""Whole sentences are not bold; names are."""


def height(line: Line) -> int:
    return HEADING if line.kind == "heading" else TWO if line.detail else ONE


class PaletteCell(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, height(index.data(LINE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        ink = Ink(painter, self._theme)
        line: Line = index.data(LINE)
        rect = QRectF(option.rect)
        if line.kind == "heading":
            ink.text(rect.adjusted(14, 6, -14, 0), line.title, "captionStrong", "text3")
        else:
            self._ground(ink, rect.adjusted(6, 1, -6, -1), option)
            self._line(ink, rect.adjusted(14, 0, -14, 0), line)
        painter.restore()

    def _ground(self, ink: Ink, rect: QRectF, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            ink.box(rect, "accentSoft", None, 6)
            ink.strip(rect, "accentText", Qt.Edge.LeftEdge, 3)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ink.box(rect, "hover", None, 6)

    def _line(self, ink: Ink, rect: QRectF, line: Line) -> None:
        middle = rect.center().y()
        if line.badge is not None:
            marks.badge(ink, rect.left(), middle - 9, *line.badge)
        elif line.icon:
            ink.icon(rect.left() + 1, middle - 8, line.icon, "text2", 16)
        text = rect.adjusted(28, 0, 0, 0)
        if line.key:
            width = self._theme.width(line.key, "micro") + 14
            chip = QRectF(text.right() - width, middle - 10, width, 20)
            ink.box(chip, None, "border", 4)
            ink.text(chip, line.key, "micro", "text2", CENTER, elide=False)
            text.setRight(chip.left() - 10)
        elif line.side:
            width = self._theme.width(line.side, "caption")
            ink.text(text, line.side, "caption", "text3", RIGHT)
            text.setRight(text.right() - width - 12)
        plain = line.kind in ("more", "say")
        first = QRectF(text)
        if line.detail:
            first = QRectF(text.left(), text.top() + 5, text.width(), 20)
        tone = "text2" if line.kind == "say" else "accentText" if line.kind == "more" else "text"
        style = "body" if plain or line.hit is None else _STYLES.get(line.hit.kind, "strong")
        end = marked(ink, first, line.title, line.marks, style, tone)
        if line.quiet and first.right() - end > 40:
            ink.text(first.adjusted(end + 8 - first.left(), 0, 0, 0), line.quiet, "caption", "text3")
        if line.detail:
            second = QRectF(text.left(), text.top() + 24, text.width(), 18)
            marked(ink, second, line.detail, line.detail_marks, "caption", "text2")


def marked(ink: Ink, rect: QRectF, text: str, spans: Marks, style: str, tone: str) -> float:
    """A text in one line, the marked letters bold in the accent; returns where it ends."""
    theme = ink.theme
    bold = {"body": "strong", "caption": "captionStrong"}.get(style, style)
    x, place = rect.left(), 0
    for begin, end in (*spans, (len(text), len(text))):
        for piece, look, colour in ((text[place:begin], style, tone), (text[begin:end], bold, "accentText")):
            room = rect.right() - x
            if not piece or room < 8:
                continue
            shown = elided(theme, piece, look, room)
            ink.text(QRectF(x, rect.top(), room, rect.height()), shown, look, colour, elide=False)
            x += theme.width(shown, look)
            if shown != piece:
                return rect.right()
        place = end
    return x
