"""The sheet of a month that a field of a day drops: a day is picked with the mouse or the arrow keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction


class MonthSheet(QCalendarWidget):
    """Draws each day itself: the style sheet gives the days of the months beside it the tone of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = QDate()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setMinimumSize(250, 210)
        for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
            step = self.findChild(QToolButton, name)
            if isinstance(step, QToolButton):
                step.setIcon(QIcon())
                step.setText(sign)

    def show_day(self, day: date, today: date) -> None:
        """The month of ``day``, with the day chosen and today framed."""
        self._now = as_shown(today)
        self.setLocale(QLocale())
        self.setSelectedDate(as_shown(day))
        self.showSelectedDate()

    def is_beside(self, day: QDate) -> bool:
        """Whether the day belongs to the month before or after the one shown."""
        return (day.year(), day.month()) != (self.yearShown(), self.monthShown())

    def tone(self, day: QDate) -> QColor:
        """The colour that the number of a day is written in."""
        if day == self.selectedDate():
            return self.palette().color(QPalette.ColorRole.HighlightedText)
        beside = self.is_beside(day)
        return self.palette().color(
            QPalette.ColorRole.PlaceholderText if beside else QPalette.ColorRole.WindowText
        )

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:  # type: ignore[override]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = rect.adjusted(2, 1, -2, -1)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self.selectedDate():
            painter.setBrush(accent)
            painter.drawRoundedRect(cell, 4, 4)
        elif day == self._now:
            painter.setPen(QPen(accent, 1.4))
            painter.drawRoundedRect(cell, 4, 4)
        font = painter.font()
        if self.is_beside(day):
            font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(self.tone(day))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


def as_shown(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)


class CalendarMenu(QMenu):
    """Drops a month under a field of a day; ``picked`` gives the date that was clicked or chosen with Enter."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = MonthSheet()
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self.sheet)
        self.addAction(holder)
        self.sheet.clicked.connect(self._take)
        self.sheet.activated.connect(self._take)

    def drop(self, under: QWidget, day: date, today: date) -> None:
        self.sheet.show_day(day, today)
        self.popup(under.mapToGlobal(under.rect().bottomLeft()))
        self.sheet.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.close()
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
