"""When the rep works: the hours of each weekday, lunch, what counts as punctual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.domain.errors import RuleError
from kamdesk.domain.hours import read_spans, write_spans
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.settings.rows import Entry, Line, Section, card
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.reads.own import OwnData

DAYS = range(7)
SHORT = 72


class Work(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rep_id = ""
        self.days = [Line(desk, Entry()) for _ in DAYS]
        self.lunch = Line(desk, Entry())
        self.tolerance_entry = Entry(SHORT)
        self._minutes = label(desk.theme, "body", "text2")
        self.tolerance = Line(desk, self.tolerance_entry, self._minutes)
        self._hint = label(desk.theme, "caption", "text3", wrap=True)
        hours, self._say_hours = card(desk, self._hint, *self.days, self.lunch)
        punctual, self._say_punctual = card(desk, self.tolerance)
        self.setLayout(column(hours, punctual, None, gap=12))
        for weekday, line in enumerate(self.days):
            self.field(line).entered.connect(lambda text, n=weekday: self._change_day(n, text))
        self.field(self.lunch).entered.connect(self._change_lunch)
        self.tolerance_entry.entered.connect(self._change_tolerance)
        self.retranslate()

    def field(self, line: Line) -> Entry:
        assert isinstance(line.field, Entry)
        return line.field

    def show_own(self, own: OwnData) -> None:
        rep = own.rep
        self._rep_id = rep.id
        for weekday, line in enumerate(self.days):
            spans = [(each.begins, each.ends) for each in rep.working if each.weekday == weekday]
            self._show(line, write_spans(spans))
        lunch = [(rep.lunch_start, rep.lunch_end)] if rep.lunch_start is not None else []
        self._show(self.lunch, write_spans((a, b) for a, b in lunch if b is not None))
        self._show(self.tolerance, str(rep.tolerance))

    def _show(self, line: Line, text: str) -> None:
        self.field(line).show_kept(text)
        if not line.is_wrong():
            line.right()

    def _change_day(self, weekday: int, text: str) -> None:
        line = self.days[weekday]
        try:
            spans = read_spans(text)
        except RuleError as error:
            line.refuse(error)
            return
        self.field(line).setText(write_spans(spans))
        self.ask("set_hours", line, rep_id=self._rep_id, hours={weekday: spans})

    def _change_lunch(self, text: str) -> None:
        try:
            spans = read_spans(text)
        except RuleError as error:
            self.lunch.refuse(error)
            return
        if len(spans) > 1:
            self.lunch.wrong(self.tr("Lunch is one span. Nothing was saved; write it like 12:00–13:00."))
            return
        self.field(self.lunch).setText(write_spans(spans))
        self.ask("set_lunch", self.lunch, rep_id=self._rep_id, lunch=spans[0] if spans else None)

    def _change_tolerance(self, text: str) -> None:
        if not text.strip().isdecimal():
            self.tolerance.wrong(self.tr("Write a number of minutes, like 15. The one before stands."))
            return
        self.tolerance_entry.setText(str(int(text)))
        self.ask("set_tolerance", self.tolerance, rep_id=self._rep_id, tolerance=int(text))

    def retranslate(self) -> None:
        self._say_hours(self.tr("Working hours"))
        self._hint.setText(
            self.tr(
                "Visits outside these hours are marked on the line. Leave a day empty where you don't work."
            )
        )
        for weekday, line in enumerate(self.days):
            line.say(self.desk.speech.text(f"weekday.{weekday}"))
            self.field(line).setPlaceholderText(self.tr("free, or 8:30–17:30"))
        self.lunch.say(self.tr("Lunch"))
        self.field(self.lunch).setPlaceholderText(self.tr("no fixed time, or 12:00–13:00"))
        self._say_punctual(self.tr("Punctuality"))
        self._minutes.setText(self.tr("minutes"))
        self.tolerance.say(
            self.tr("On time within"), self.tr("So many minutes early or late still count as punctual.")
        )
