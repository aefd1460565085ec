"""Fields to type in: a combo with its arrow, a time, a day. A field that is wrong says why, in place."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from kamdesk.qt.widgets.day_words import spoken_day

_TIME = re.compile(r"(\d{1,2})\s*[:：.点h]?\s*(\d{2})?")
_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_AHEAD = re.compile(r"\+\s*(\d{1,3})")


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


def parse_time(text: str) -> int | None:
    """A minute of the day from ``9:30``, ``930``, ``9``, ``9点30``; None for nothing. Raises ValueError else."""
    text = text.strip()
    if not text:
        return None
    if text.isdigit() and len(text) in (3, 4):
        hour, minute = int(text[:-2]), int(text[-2:])
    else:
        found = _TIME.fullmatch(text.rstrip("分"))
        if found is None:
            raise ValueError(text)
        hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return hour * 60 + minute


def parse_day(text: str, today: date) -> date | None:
    """A day from ``2026-11-25``, ``11-25`` (the nearest ahead), ``25``, ``+7`` or its words (`spoken_day`).

    None for nothing. Raises ValueError for what is no day.
    """
    text = text.strip()
    if not text:
        return None
    if spoken := spoken_day(text, today):
        return spoken
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(found[1]))
    if found := _SHORT.fullmatch(text):
        day = date(today.year, int(found[1]), int(found[2]))
        return day if day >= today - timedelta(days=180) else date(today.year + 1, day.month, day.day)
    if text.isdigit() and len(text) <= 2:
        day = today.replace(day=int(text))
        return day if day >= today else _next_month(day)
    raise ValueError(text)


def _next_month(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, day.day)


class TimeField(QLineEdit):
    """A time of day, typed freely; ``changed`` gives minutes or None when the field is left."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(78)
        self.setMaxLength(8)
        self.editingFinished.connect(self._settle)

    def minute(self) -> int | None:
        """What stands in the field. Raises ValueError where it is no time."""
        return parse_time(self.text())

    def set_minute(self, minute: int | None) -> None:
        self.setText("" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}")
        set_wrong(self, "")

    def _settle(self) -> None:
        try:
            minute = self.minute()
        except ValueError:
            set_wrong(self, self.tr("A day has 24 hours of 60 minutes: write 9:30 or 930"))
            return
        self.set_minute(minute)
        self.changed.emit(minute)


class DayField(QLineEdit):
    """A day, typed (``11-25``, ``25``, ``+7``, ``Friday``) or picked from a calendar; may be empty."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
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
        """What stands in the field. Raises ValueError where it is no day."""
        return parse_day(self.text(), self._today)

    def set_day(self, day: date | None) -> None:
        self.setText(day.isoformat() if day else "")
        set_wrong(self, "")

    def _settle(self) -> None:
        try:
            day = self.day()
        except ValueError:
            set_wrong(
                self, self.tr("Not a day of the calendar: write Friday, tomorrow, next Wed, 11-25 or +7")
            )
            return
        self.set_day(day)
        self.changed.emit(day)

    def _dress(self) -> None:
        self._pick.setText(self.tr("Pick a day"))
        self._pick.setToolTip(self.tr("Pick a day"))
        self.setPlaceholderText(self.tr("Fri, 11-25 or +7"))
        self._pick.setIcon(_calendar_icon(self))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setMinimumSize(250, 210)
        quiet = QTextCharFormat()
        quiet.setForeground(self.palette().placeholderText())
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, quiet)
        try:
            day = self.day() or self._today
        except ValueError:
            day = self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
            step = calendar.findChild(QToolButton, name)
            if isinstance(step, QToolButton):
                step.setIcon(QIcon())
                step.setText(sign)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)

        def take(picked: QDate) -> None:
            self.set_day(date(picked.year(), picked.month(), picked.day()))
            menu.close()
            self.editingFinished.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()


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
