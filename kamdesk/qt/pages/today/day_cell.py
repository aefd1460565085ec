"""How a line of the day is painted: the spine and its node, the stop with its chips, lunch, the line of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.qt import marks
from kamdesk.qt.ink import CENTER, RIGHT, Ink
from kamdesk.qt.models.day import REPORT_ICON, ROW, Chip, DayRow
from kamdesk.qt.theme import Theme

if TYPE_CHECKING:
    from kamdesk.qt.pages.today.day_list import DayList

SPINE = 66.0
HEIGHTS = {"stop": (48, 42), "lunch": (26, 24), "now": (16, 16), "rest": (36, 32)}
DRIVE = 104.0
Index = QModelIndex | QPersistentModelIndex


def _body(rect: QRectF) -> QRectF:
    return QRectF(SPINE + 18, rect.top() + 2, rect.right() - SPINE - 19, rect.height() - 4)


class DayCell(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: DayList) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: DayRow = index.data(ROW)
        return QSize(200, HEIGHTS[row.kind][self._list.compact])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        ink, row, rect = Ink(painter, self._theme), index.data(ROW), QRectF(option.rect)
        self._spine(ink, rect, index)
        if row.kind == "lunch":
            self._lunch(ink, rect, row)
        elif row.kind == "now":
            self._now(ink, rect, row)
        else:
            self._stop(ink, rect, row, option)
        painter.restore()

    def _spine(self, ink: Ink, rect: QRectF, index: Index) -> None:
        """The line through the nodes: from the first stop to the last, green as far as it was gone."""
        first, last = self._list.ends()
        if first <= index.row() <= last:
            top = rect.center().y() if index.row() == first else rect.top()
            bottom = rect.center().y() if index.row() == last else rect.bottom() + 1
            done = index.row() < self._list.done()
            ink.painter.setPen(QPen(ink.color("good" if done else "border"), 2))
            ink.painter.drawLine(QPointF(SPINE, top), QPointF(SPINE, bottom))

    def _lunch(self, ink: Ink, rect: QRectF, row: DayRow) -> None:
        box = QRectF(SPINE + 18, rect.top() + 2, rect.right() - SPINE - 19, rect.height() - 4)
        ink.box(box, "sunken", None, 5)
        left = box.left() + 8
        if row.time:
            ink.text(QRectF(0, rect.top(), SPINE - 14, rect.height()), row.time, "caption", "text3", RIGHT)
            ink.icon(left, rect.center().y() - 6.5, "utensils", "text3", 14)
            left += 20
        ink.text(QRectF(left, rect.top(), box.right() - left, rect.height()), row.said, "caption", "text3")

    def _now(self, ink: Ink, rect: QRectF, row: DayRow) -> None:
        y = round(rect.center().y()) + 0.5
        width = max(46.0, self._theme.width(row.said, "micro") + 12)
        pill = QRectF(max(0.0, SPINE + 18 - width), y - 8, width, 16)
        ink.line(pill.right(), y, rect.right(), y, "bad", 1)
        ink.box(pill, "bad", None, 8)
        ink.text(pill, row.said, "micro", "canvas" if self._theme.dark else "onAccent", CENTER, elide=False)

    def _stop(self, ink: Ink, rect: QRectF, row: DayRow, option: QStyleOptionViewItem) -> None:
        body = _body(rect)
        self._ground(ink, body, row, option)
        quiet = row.mark in ("done", "gone", "rest")
        time_tone = "accentText" if row.mark == "next" else "text3" if quiet else "text"
        style = "body" if quiet else "strong"
        if row.mark == "rest":
            style = "caption"
        time = QRectF(0, rect.top(), SPINE - 14, rect.height())
        ink.text(time, row.time, style, time_tone, RIGHT)
        self._node(ink, QPointF(SPINE, rect.center().y()), row.mark)
        x, middle = body.left() + 10, rect.center().y()
        if row.badge is not None:
            marks.badge(ink, x, middle - 9, *row.badge)
        right = self._right(ink, body, row)
        column = min(max(150.0, body.width() * 0.32), 240.0)
        self._name(ink, QRectF(x + 28, rect.top(), column - 28, rect.height()), row, quiet)
        said = QRectF(x + column + 8, rect.top(), right - x - column - 16, rect.height())
        if said.width() > 24:
            ink.text(said, row.said, "caption", "text3" if row.mark == "rest" else "text2")

    def _ground(self, ink: Ink, body: QRectF, row: DayRow, option: QStyleOptionViewItem) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        fill = "accentSoft" if row.mark == "next" else "hover" if hovered or selected else None
        if fill is not None:
            ink.box(body, fill, None, 8)
        if focused:
            ink.box(body, None, "focus", 8, 2)
        elif row.mark == "rest":
            ink.box(body.adjusted(0, 1, 0, -1), None, "control", 6, 1, Qt.PenStyle.DashLine)

    def _node(self, ink: Ink, at: QPointF, mark: str) -> None:
        painter = ink.painter
        if mark == "rest":
            return
        if mark == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.color("good"))
            painter.drawEllipse(at, 8, 8)
            ink.icon(at.x() - 5.5, at.y() - 5.5, "check", "surface", 11)
            return
        tone = {"next": "accentText", "waiting": "warnMark", "gone": "text3"}.get(mark, "control")
        painter.setBrush(ink.color("surface"))
        painter.setPen(QPen(ink.color(tone), 3 if mark == "next" else 2))
        painter.drawEllipse(at, 8 if mark == "next" else 7, 8 if mark == "next" else 7)
        if mark == "next":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.color(tone))
            painter.drawEllipse(at, 3, 3)
        elif mark == "gone":
            ink.icon(at.x() - 5, at.y() - 5, "x", tone, 10)

    def _right(self, ink: Ink, body: QRectF, row: DayRow) -> float:
        """The way and the chips, from the right edge; returns where they begin."""
        right = body.right() - 8
        if row.kind == "stop":
            if row.drive:
                x = right - DRIVE
                ink.icon(x, body.center().y() - 7, "car", "text3", 14)
                ink.text(QRectF(x + 19, body.top(), DRIVE - 19, body.height()), row.drive, "caption", "text2")
            right -= DRIVE + 6
        for (text, tone, ground, icon), at in reversed(self._chip_places(body, row)):
            marks.chip(ink, at.left(), at.top(), text, tone, ground, icon)
            right = at.left() - 6
        return right

    def _chip_places(self, body: QRectF, row: DayRow) -> list[tuple[Chip, QRectF]]:
        """Each chip with its place, from left to right."""
        right = body.right() - 8 - (DRIVE + 6 if row.kind == "stop" else 0)
        places: list[tuple[Chip, QRectF]] = []
        for chip in reversed(row.chips):
            width = marks.chip_width(self._theme, chip[0], "caption", chip[3] is not None)
            places.insert(0, (chip, QRectF(right - width, body.center().y() - 10, width, 20)))
            right -= width + 6
        return places

    def report_chip(self, rect: QRectF, row: DayRow) -> QRectF | None:
        """Where the chip lies that asks for the report of a visit that is over; None without one."""
        places = self._chip_places(_body(rect), row) if row.mark == "waiting" else []
        return next((at for chip, at in places if chip[3] == REPORT_ICON), None)

    def _name(self, ink: Ink, rect: QRectF, row: DayRow, quiet: bool) -> None:
        style = "caption" if row.mark == "rest" else "strong"
        width = min(self._theme.width(row.name, style), rect.width())
        ink.text(
            QRectF(rect.left(), rect.top(), width + 1, rect.height()),
            row.name,
            style,
            "text2" if quiet else "text",
        )
        if row.place and rect.width() - width > 34:
            ink.text(rect.adjusted(width + 7, 0, 0, 0), row.place, "caption", "text3")
