"""When a visit was: its day, from when till when, and how long that is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import DayField, TimeField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.typed import Unreadable


class TimesPart(QWidget):
    """``stamp`` puts in what the clock says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.day, self.arrived, self.left = DayField(), TimeField(), TimeField()
        self.length = label(theme, "caption", "text2")
        self.now = Button(theme, kind="ghost", icon="clock")
        arrow = label(theme, "body", "text3", "→")
        self.setLayout(row(self.day, self.arrived, arrow, self.left, self.length, self.now, None))
        self.now.clicked.connect(self.stamp)

    def stamp(self) -> None:
        """Now: the time of arrival where it is open, else the time of leaving."""
        local = self._desk.local_now()
        minute = local.hour * 60 + local.minute
        if not self.arrived.text().strip():
            self.day.set_day(local.date())
            self.arrived.set_minute(minute)
        else:
            self.left.set_minute(minute)

    def came(self) -> tuple[int | None, date | None]:
        """The minute of the day and the day, as far as they can be read."""
        try:
            arrived = self.arrived.minute()
        except Unreadable:
            arrived = None
        try:
            return arrived, self.day.day()
        except Unreadable:
            return arrived, None

    def say_length(self) -> None:
        """How long the visit took, where both times can be read."""
        try:
            arrived, left = self.arrived.minute(), self.left.minute()
        except ValueError:
            arrived = left = None
        said = ""
        if arrived is not None and left is not None and left >= arrived:
            said = self._desk.speech.text("unit.minutes", n=left - arrived)
        self.length.setText(said)

    def retranslate(self) -> None:
        self.now.set_label(self.tr("Now"), "F2")
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.day.setPlaceholderText("")
        for field, name, hint in (
            (self.arrived, self.tr("Arrived at"), self.tr("arrived")),
            (self.left, self.tr("Left at"), self.tr("left")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
