"""When it was promised, or is due: a week, a month, or from one day to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.domain.facts import Period
from kamdesk.domain.promises_kept import When, days_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.typed import Unreadable

MADE, DUE = "made", "due"


NARROW = 88
"""So wide is the choice at least; where there is room all of it is seen."""


class WhenFilter(QWidget):
    """``changed`` when the user has chosen otherwise. ``range`` stands on a line of its own, where it is asked for."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.choice = Combo()
        self.choice.setMinimumWidth(NARROW)
        self.first, self.last = DayField(), DayField()
        self.range = QWidget()
        self.range.setLayout(row(self.first, label(desk.theme, "body", "text3", "–"), self.last, None, gap=6))
        self.setLayout(row(self.choice))
        for field in (self.first, self.last):
            field.set_today(desk.today())
            field.editingFinished.connect(self.changed)
        self.range.hide()
        self.choice.activated.connect(self._pick)

    def _pick(self) -> None:
        ranged = self._is_range()
        self.range.setVisible(ranged)
        if ranged and not self.first.text():
            period = days_of(When.THIS_MONTH, self._desk.today())
            self.first.set_day(period.first)
            self.last.set_day(period.last)
            self.first.setFocus()
        self.changed.emit()

    def _is_range(self) -> bool:
        return str(self.choice.currentData() or "").endswith(When.RANGE)

    def chosen(self) -> tuple[str, Period] | None:
        """Which day is meant, and between which; None for any. An end of a range may be open."""
        which, _, named = str(self.choice.currentData() or "").partition(" ")
        if not named:
            return None
        when = When(named)
        if when is When.RANGE:
            return which, Period(_day(self.first) or date.min, _day(self.last) or date.max)
        return which, days_of(when, self._desk.today())

    def said(self) -> str:
        """The choice in words; empty for none."""
        return self.choice.currentText() if self.choice.currentData() is not None else ""

    def clear(self) -> None:
        self.choice.setCurrentIndex(0)
        self.range.hide()

    def retranslate(self) -> None:
        at = max(self.choice.currentIndex(), 0)
        made = {
            When.THIS_WEEK: self.tr("Promised this week"),
            When.LAST_WEEK: self.tr("Promised last week"),
            When.THIS_MONTH: self.tr("Promised this month"),
            When.LAST_MONTH: self.tr("Promised last month"),
            When.RANGE: self.tr("Promised from … to …"),
        }
        due = {
            When.THIS_WEEK: self.tr("Due this week"),
            When.LAST_WEEK: self.tr("Due last week"),
            When.THIS_MONTH: self.tr("Due this month"),
            When.LAST_MONTH: self.tr("Due last month"),
            When.RANGE: self.tr("Due from … to …"),
        }
        self.choice.clear()
        self.choice.addItem(self.tr("Any time"), None)
        for which, words in ((MADE, made), (DUE, due)):
            for when, text in words.items():
                self.choice.addItem(text, f"{which} {when}")
        self.choice.setCurrentIndex(at)
        self.choice.setAccessibleName(self.tr("When it was promised or is due"))
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))


def _day(field: DayField) -> date | None:
    try:
        return field.day()
    except Unreadable:
        return None
