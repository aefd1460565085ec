"""How a table's cells are drawn: the ground of a row by its state."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kamdesk.domain.schedule import rhythm_dots
from kamdesk.qt.ink import Ink

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
    ink.painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), ink.color("line"))
