"""Fields to type in: a combo with its arrow, a time, a day. A field that is wrong says why, in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QStyledItemDelegate, QToolTip, QWidget

from kamdesk.qt.widgets.calendar import CalendarMenu
from kamdesk.qt.widgets.typed import Unreadable, no_day, no_time, parse_day, parse_visit_time


def set_wrong(widget: QWidget, reason: str) -> None:
    """Mark a field as wrong, with the reason in its tooltip; an empty reason clears it."""
    widget.setToolTip(reason)
    if bool(widget.property("wrong")) == bool(reason):
        return
    widget.setProperty("wrong", bool(reason))
    widget.style().unpolish(widget)
    widget.style().polish(widget)


MOST = 144
"""How much width a choice insists on."""
ARROW = 38
"""What a choice needs beside its words."""


class Combo(QComboBox):
    """A combo box that keeps its arrow under a style sheet, and says in a tooltip what it has no room for.

    It asks for the width of its longest choice, as far as `MOST`: by itself Qt asks once, before there are any.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(14)
        # The delegate that a combo box comes with takes no notice of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._told = ""

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), MOST), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page: a choice is changed by whoever opens its list, or by the keys."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = self.palette().buttonText if self.isEnabled() else self.palette().mid
        painter.setPen(QPen(role().color(), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 17.0, self.height() / 2.0
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()
        self._tell()

    def _tell(self) -> None:
        """The choice as the tooltip where it is cut off, unless something else is said there."""
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 4
        room = self.width() - ARROW - icon
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > room
        if self.toolTip() == self._told:
            self._told = self.currentText() if cut else ""
            if self._told != self.toolTip():
                self.setToolTip(self._told)

    def choose(self, data: object) -> None:
        """Select the item that carries ``data``; the first where none does."""
        self.setCurrentIndex(max(self.findData(data), 0))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


class Number(QSpinBox):
    """A whole number with its arrows; the wheel moves the page, and never the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(7, 0, 7, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeField(QLineEdit):
    """A time of day, typed freely; ``changed`` gives minutes or None when the field is left."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(78)
        self.setMaxLength(10)
        self.textEdited.connect(self._tell)
        self.editingFinished.connect(self._settle)

    def understood(self) -> str:
        """The time of the clock for what was typed in other words; empty where it is the same, or no time yet."""
        try:
            minute = self.minute()
        except Unreadable:
            return ""
        said = "" if minute is None else _clock(minute)
        return "" if said == self.text().strip() else said

    def _tell(self) -> None:
        """What is understood, below the field while it is being typed."""
        said = self.understood()
        self.setAccessibleDescription(said)
        if said:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), f"= {said}", self)
        else:
            QToolTip.hideText()

    def minute(self) -> int | None:
        """What stands in the field. Raises Unreadable where it is no time."""
        try:
            return parse_visit_time(self.text())
        except ValueError:
            raise Unreadable(self, no_time(self.text())) from None

    def set_minute(self, minute: int | None) -> None:
        self.setText("" if minute is None else _clock(minute))
        set_wrong(self, "")

    def _settle(self) -> None:
        try:
            minute = self.minute()
        except Unreadable as error:
            set_wrong(self, str(error))
            return
        self.set_minute(minute)
        self.changed.emit(minute)


class DayField(QLineEdit):
    """A day, typed (``11-25``, ``25``, ``+7``, ``Friday``) or picked from a calendar; may be empty."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._calendar: CalendarMenu | None = None
        self._pick = QAction(self)
        self._pick.triggered.connect(self._open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self.setMinimumWidth(132)
        self.editingFinished.connect(self._settle)
        self._dress()

    def set_today(self, today: date) -> None:
        """What ``+7`` and a bare day count from."""
        self._today = today

    def day(self) -> date | None:
        """What stands in the field. Raises Unreadable where it is no day."""
        try:
            return parse_day(self.text(), self._today)
        except ValueError:
            raise Unreadable(self, no_day(self.text())) from None

    def set_day(self, day: date | None) -> None:
        self.setText(day.isoformat() if day else "")
        set_wrong(self, "")

    def _settle(self) -> None:
        try:
            day = self.day()
        except Unreadable as error:
            set_wrong(self, str(error))
            return
        self.set_day(day)
        self.changed.emit(day)

    def _dress(self) -> None:
        self._pick.setText(self.tr("Pick a day"))
        self._pick.setToolTip(self.tr("Pick a day"))
        self.setPlaceholderText(self.tr("Fri, 11-25 or +7"))
        self._pick.setIcon(_calendar_icon(self))

    def _open_calendar(self) -> None:
        try:
            day = self.day() or self._today
        except Unreadable:
            day = self._today
        if self._calendar is None:
            self._calendar = CalendarMenu(self)
            self._calendar.picked.connect(self._take)
        self._calendar.drop(self, day, self._today)

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.editingFinished.emit()


def _calendar_icon(field: QWidget) -> QIcon:
    """A small calendar sheet in the colour of the field's text."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(field.palette().placeholderText().color(), 2.4))
    painter.drawRoundedRect(5, 7, 22, 20, 3, 3)
    painter.drawLine(5, 13, 27, 13)
    painter.drawLine(11, 4, 11, 9)
    painter.drawLine(21, 4, 21, 9)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
