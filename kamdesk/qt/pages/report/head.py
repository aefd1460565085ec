"""The head of a report: whose visit, when it was planned, whether it was on time, how safe what is typed is."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.painted import Badge, Chip, Icon

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ReportView


class ReportHead(QWidget):
    back_asked = Signal()
    named = Signal()
    """Whose visit it is was said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._saved_at: datetime | None = None
        self._back = Button(theme, kind="ghost", icon="arrow-left")
        self._badge = Badge(theme, 24)
        self._name = Elided(theme, "title")
        self._what = label(theme, "title", "text3")
        self._planned = Chip(theme, height=24)
        self.punctual = Chip(theme, height=24)
        self._mark = Icon(theme, "save", "good", 15)
        self._draft = Elided(theme, "caption", "text2")
        parts = (self._badge, self._name, self._what, 4, self._planned, self.punctual)
        self.setLayout(row(self._back, *parts, None, self._mark, self._draft))
        self._back.clicked.connect(self.back_asked)

    def show_view(self, view: ReportView, arrived: int | None, made_on: date | None = None) -> None:
        speech, page, subject = self._desk.speech, view.view.page, view.subject
        self._badge.show_class(
            page.value_class, bool(page.is_key), speech.choice("account.class", page.value_class)
        )
        self._name.setText(page.name)
        self.named.emit()
        day = f"{speech.weekday(subject.day)} {speech.day(subject.day)}"
        if subject.start is None:
            origin = speech.choice("visit.origin", "ad_hoc") if subject.ref is None else ""
            said = speech.joined((origin, day))
        else:
            end = f"–{clock(subject.start + subject.minutes)}" if subject.minutes else ""
            said = f"{day} {clock(subject.start)}{end}"
        self._planned.show_text(said, icon="calendar-clock")
        days = (made_on - subject.day).days if made_on is not None and subject.ref is not None else 0
        if days:
            self._say_days(days)
        else:
            self._say_punctual(subject.start, arrived, view.tolerance)

    def name(self) -> str:
        """Whose visit it is; empty before any was read."""
        return self._name.text()

    def _say_days(self, days: int) -> None:
        """Another day than planned: no minutes are told then."""
        said = self.tr("%n days late", "", days) if days > 0 else self.tr("%n days early", "", -days)
        self.punctual.show_text(said, "warn", "warnSoft", "clock")
        self.punctual.show()

    def _say_punctual(self, start: int | None, arrived: int | None, tolerance: int) -> None:
        self.punctual.setVisible(arrived is not None and start is not None)
        if arrived is None or start is None:
            return
        late = arrived - start
        early = -late
        if abs(late) <= tolerance:
            self.punctual.show_text(self.tr("on time"), "good", "goodSoft", "circle-check")
        elif late > 0:
            self.punctual.show_text(self.tr("%n minutes late", "", late), "warn", "warnSoft", "clock")
        else:
            self.punctual.show_text(self.tr("%n minutes early", "", early), "warn", "warnSoft", "clock")

    def show_draft(self, saved_at: datetime | None) -> None:
        """When what is typed was last kept; None for not yet."""
        self._saved_at = saved_at
        self._mark.setVisible(saved_at is not None)
        said = ""
        if saved_at is not None:
            local = saved_at.astimezone(self._desk.local_now().tzinfo)
            said = self.tr("draft kept at {time}").format(time=f"{local:%H:%M:%S}")
        self._draft.setText(said)

    def retranslate(self) -> None:
        self._back.set_hint(self.tr("Back"))
        self._what.setText(self.tr("Visit report"))
        self.show_draft(self._saved_at)
