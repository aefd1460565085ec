"""Beside the gap: why the goal must be reached, the rep's own plan, how the year ends, what today asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.domain.goals.agenda import Part, Task
from kamdesk.qt.book_questions import BookQuestions
from kamdesk.qt.cards import Card, CardLine
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.goals import day_agenda
from kamdesk.qt.measure import Measure
from kamdesk.qt.pages.goals.plan_words import plan_line, reason_lines
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip, Icon

if TYPE_CHECKING:
    from kamdesk.domain.goals.agenda import Agenda
    from kamdesk.domain.goals.forecast import Forecast
    from kamdesk.reads.goal_page.view import GoalView

MOST_PLANS = 5


class ForecastCard(QWidget):
    """The year's end at the pace so far, with the formula it comes from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.title = label(theme, "heading")
        self.figure = label(theme, "figure")
        self.chip = Chip(theme)
        self.said = label(theme, "caption", "text2", wrap=True)
        self.formula = label(theme, "caption", "text3", wrap=True)
        body = column(
            row(Icon(theme, "trending-up"), self.title, None), row(self.figure, self.chip, None), self.said,
            self.formula, gap=5,
        )  # fmt: skip
        self.setLayout(column(frame(body, "card", (16, 11, 14, 11))))

    def show_forecast(self, forecast: Forecast | None, measure: Measure, begun: str = "") -> None:
        """``begun`` is the day with which the records begin, where that is after the goal's first day."""
        if forecast is None or forecast.end is None or forecast.gap is None:
            self.figure.setText("—")
            self.chip.hide()
            self.said.setText(
                self.tr(
                    "What was sold this year before {day} is not in the book: no pace can be told for the year, and "
                    "what should be there is counted from that day. Take in a list of this year's sales and it counts "
                    "from the beginning."
                ).format(day=begun)
                if begun
                else self.tr(
                    "Nothing was due so far, or it can't be counted: there is no pace to go on with."
                )
            )
            self.formula.setText("")
            return
        self.figure.setText(measure.full(forecast.end))
        gap = forecast.gap
        if gap < 0:
            self.chip.show_text(self.tr("{amount} short").format(amount=measure.full(-gap)), "bad", "badSoft")
        else:
            self.chip.show_text(self.tr("{amount} over").format(amount=measure.full(gap)), "good", "goodSoft")
        self.chip.show()
        self.said.setText(self._needed(forecast, measure))
        self.formula.setText(
            self.tr("Formula: {actual} there ÷ {due} due so far × {target} goal").format(
                actual=measure.number(forecast.actual), due=measure.number(forecast.due),
                target=measure.number(forecast.target),
            )
        )  # fmt: skip

    def _needed(self, forecast: Forecast, measure: Measure) -> str:
        if forecast.actual >= forecast.target:
            return self.tr("The year's goal is reached already.")
        if forecast.needed is None:
            return self.tr("The days of the goal are over.")
        return self.tr(
            "To reach the goal each of the %n weeks left must bring {amount}.", "", forecast.weeks
        ).format(amount=measure.full(forecast.needed))

    def retranslate(self) -> None:
        self.title.setText(self.tr("At this pace by the end of the year"))


class GoalsBeside(QWidget):
    """``asked`` gives (deed, key)."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._agenda: Agenda | None = None
        self.agenda = Card(desk, "calendar-days")
        self.why = Card(desk, "flag")
        self.plan = Card(desk, "list-todo")
        self.forecast = ForecastCard(desk)
        self.questions = BookQuestions(desk, ("G1", "G2", "G3", "G4", "G5"))
        self.questions.grown.connect(lambda: self.questions.setMinimumHeight(self.questions.height_wanted()))
        parts = (self.forecast, self.plan, self.why, self.questions, self.agenda)
        self.setLayout(column(*parts, None, gap=12))
        for card, deed in ((self.why, "add_goal_reason"), (self.plan, "add_plan"), (self.agenda, "today")):
            card.link.clicked.connect(lambda checked=False, deed=deed: self.asked.emit(deed, ""))
            card.lines.asked.connect(self.asked)
            card.link.show()

    def show_view(self, view: GoalView, measure: Measure | None) -> None:
        speech, today = self._desk.speech, self._desk.today()
        self.forecast.setVisible(view.target is not None and not view.target.is_rate)
        self.why.setVisible(view.target is not None)
        if measure is not None:
            there = view.begun is not None and view.begun <= view.today
            begun = speech.day_or_year(view.begun, view.today) if view.begun is not None and there else ""
            self.forecast.show_forecast(view.forecast, measure, begun)
        sides = {reason.for_whom for reason in view.reasons}
        self.why.show_lines(reason_lines(view.reasons, speech), 0, self._no_reason(0))
        missing = 3 - len(sides & {"company", "customer", "rep"})
        if view.reasons and missing:
            self.why.say_more(self._no_reason(len(sides)))
        lines = [plan_line(plan, view.deeds, today, speech) for plan in view.plans[:MOST_PLANS]]
        none = self.tr(
            "Which account do you bring to which stage by when? Write it down, with the steps to it."
        )
        under_way = sum(plan.state == "open" for plan in view.plans)
        self.plan.show_lines(lines, under_way, none)

    def focus_on(self, question_id: str) -> QWidget:
        """The keys go to the lines that a question's answer rests on, which are returned."""
        lines = (self.why if question_id == "G4" else self.plan).lines
        lines.focus_at(0)
        return lines

    def _no_reason(self, sides: int) -> str:
        if sides:
            return self.tr("Of company, customers and you, one side still has no reason.")
        return self.tr("For the company, for the customers, for you: why must it be reached?")

    def read_agenda(self) -> None:
        self._desk.runner.read(
            day_agenda, done=self.show_agenda, latest=True, now=self._desk.now(), holidays=self._desk.holidays
        )

    def show_agenda(self, agenda: Agenda) -> None:
        """What today asks for, in numbers that lead to where it is done; how many things that is stands beside the
        title, what is not for today below."""
        self._agenda, number = agenda, agenda.number
        found = (
            ("today", "route", self.tr("%n visits to go", "", number(Task.VISIT)), Task.VISIT),
            ("promises", "handshake", self.tr("%n promises due today or late", "", number(Task.PROMISE)), Task.PROMISE),
            ("today", "file-text", self.tr("%n reports to write", "", number(Task.REPORT)), Task.REPORT),
            ("today", "list-todo", self.tr("%n actions due", "", number(Task.ACTION)), Task.ACTION),
            ("today", "inbox", self.tr("%n requests without an answer", "", number(Task.REQUEST)), Task.REQUEST),
            ("prospects", "phone", self.tr("%n prospects to call", "", number(Task.PROSPECT)), Task.PROSPECT),
        )  # fmt: skip
        steps, ahead, short = number(Task.STEP), len(agenda.of(Part.AHEAD)), agenda.short
        beside = (
            ("today", "arrow-right", self.tr("Next visits: %n steps agreed", "", steps), steps),
            ("today", "calendar-days", self.tr("Days ahead: %n", "", ahead), ahead),
            ("policies", "layers", self.tr("Service: %n accounts get less than their class asks", "", short), short),
        )  # fmt: skip
        lines = [CardLine(deed, "", said, "", icon=icon) for deed, icon, said, task in found if number(task)]
        lines += [CardLine(deed, "", said, "", icon=icon) for deed, icon, said, many in beside if many]
        self.agenda.show_lines(lines, agenda.due, self.tr("Nothing is planned or due today."))
        late = self.tr("%n of them late", "", agenda.overdue) if agenda.overdue else ""
        self.agenda.count.setAccessibleName(
            self._desk.speech.joined((self.tr("%n things today", "", agenda.due), late))
        )

    def retranslate(self) -> None:
        self.agenda.title.setText(self.tr("Today for the goal"))
        self.agenda.link.set_label(self.tr("To the day"))
        self.why.title.setText(self.tr("Why it must be reached"))
        self.why.link.set_label(self.tr("Add a reason"))
        self.plan.title.setText(self.tr("My development plan"))
        self.plan.link.set_label(self.tr("Add a step"))
        self.forecast.retranslate()
        self.questions.say_answers()
        if self._agenda is not None:
            self.show_agenda(self._agenda)
        for card in (self.agenda, self.why, self.plan):
            card.lines.setAccessibleName(card.title.text())
