"""The cards beside the day: what is owed, what is to be followed up, which days lie ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.domain.goals.agenda import Task
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.today.days import occasion_lines
from kamdesk.qt.pages.today.entry import CardLine, CardList
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip, Icon

if TYPE_CHECKING:
    from kamdesk.reads.due_promises import PromiseDue
    from kamdesk.reads.today import TodayBeside, TodayBoard

translate = QCoreApplication.translate
MOST_PROMISES = 5
MOST_TO_COME = 3
"""So many of these fall due this week where there are as many: overdue ones never hide all of them."""
MOST_LATE = 3
MOST_ACTIONS = 3
MOST_STEPS = 2
MOST_DAYS = 5


class Card(QWidget):
    """A heading with a count and perhaps a link, and lines that can be pressed."""

    def __init__(self, desk: Desk, icon: str) -> None:
        super().__init__()
        theme = desk.theme
        self.title = label(theme, "heading")
        self.count = Chip(theme, height=20)
        self.link = Button(theme, kind="link")
        self.link.hide()
        self.lines = CardList(desk)
        self._none = label(theme, "caption", "text2", wrap=True)
        head = row(Icon(theme, icon), self.title, self.count, None, self.link)
        self.setLayout(column(frame(column(head, self._none, self.lines, gap=6), "card", (16, 11, 12, 11))))

    def show_lines(self, lines: Sequence[CardLine], count: int, none: str, said: str = "") -> None:
        """``said`` stands in the count's place."""
        self.count.setVisible(count > 0)
        self.count.show_text(said or str(count))
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self._none.setText(none)
        self._none.setVisible(not lines)


class TodayCards(QWidget):
    """``asked`` gives what a line stands for: (deed, key)."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[TodayBoard, TodayBeside] | None = None
        self._every_late = self._every_day = self._every_step = False
        self._open_today = 0
        self.promises = Card(desk, "handshake")
        self.follow_up = Card(desk, "layout-list")
        self.days = Card(desk, "calendar-days")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for card in self.cards():
            self._box.addWidget(card)
            card.lines.asked.connect(self.asked)
        self._box.addStretch(1)
        self.setLayout(self._box)
        self.promises.link.clicked.connect(lambda: self.asked.emit("promises", ""))
        self.promises.link.show()

    def put_first(self, widget: QWidget) -> None:
        """Something above the cards."""
        self._box.insertWidget(0, widget)

    def cards(self) -> tuple[Card, ...]:
        return (self.promises, self.follow_up, self.days)

    def show_board(self, board: TodayBoard) -> None:
        late = sum(promise.due_on < board.today for promise in board.promises)
        lines = [
            promise_line(promise, board.today, self._desk.speech)
            for promise in _in_sight(board.promises, late)
        ]
        none = self.tr("Nothing is owed before the end of the week.")
        self.promises.show_lines(lines, len(board.promises), none, self._how_many(late, len(board.promises)))

    def _how_many(self, late: int, count: int) -> str:
        if not late:
            return ""
        if late == count:
            return self.tr("%n overdue", "", late)
        return self.tr("{late} overdue, {due} this week").format(late=late, due=count - late)

    def show_beside(self, board: TodayBoard, beside: TodayBeside | None) -> None:
        speech = self._desk.speech
        if beside is None:
            return
        self._shown = board, beside
        most = len(beside.late) if self._every_late else MOST_LATE
        steps = len(beside.steps) if self._every_step else MOST_STEPS
        lines, count = follow_up_lines(board, beside, speech, most, steps)
        self.follow_up.show_lines(lines, count, self._none_to_follow_up())
        days = occasion_lines(beside, board.today, speech)
        none = self.tr("No birthday, event or season of risk near, nothing that ends, no holiday or leave.")
        most = len(days) if self._every_day else MOST_DAYS
        shown = days[:most]
        if len(days) > most:
            shown.append(CardLine("days_all", "", self.tr("%n more days", "", len(days) - most), ""))
        self.days.show_lines(shown, 0, none)

    def _none_to_follow_up(self) -> str:
        if self._open_today:
            return self.tr(
                "Nothing from the days before; %n visits of today have no report yet.", "", self._open_today
            )
        return self.tr("Nothing waits: every visit has its report.")

    def say_open_today(self, number: int) -> None:
        """How many visits of today are over and have no report."""
        if number != self._open_today:
            self._open_today = number
            if self._shown is not None:
                self.show_beside(*self._shown)

    def show_all(self, deed: str) -> None:
        """All visits that wait for their report, all next steps, all days ahead, however many."""
        card, most = {
            "late_all": (self.follow_up, MOST_LATE),
            "steps_all": (self.follow_up, -1),
            "days_all": (self.days, MOST_DAYS),
        }[deed]
        before = len(card.lines.lines()) - 1
        self._every_late |= deed == "late_all"
        self._every_step |= deed == "steps_all"
        self._every_day |= deed == "days_all"
        if self._shown is not None:
            self.show_beside(*self._shown)
            card.lines.focus_at(most if most >= 0 else before)

    def forget(self) -> None:
        self._shown, self._open_today = None, 0
        self._every_late = self._every_day = self._every_step = False

    def retranslate(self) -> None:
        self.promises.title.setText(self.tr("Promises due"))
        self.promises.link.set_label(self.tr("All"))
        self.promises.link.setAccessibleName(self.tr("All promises"))
        self.follow_up.title.setText(self.tr("To follow up"))
        self.days.title.setText(self.tr("Days ahead"))
        for card in self.cards():
            card.lines.setAccessibleName(card.title.text())


def _in_sight(promises: Sequence[PromiseDue], late: int) -> Sequence[PromiseDue]:
    """The overdue ones that leave room for what falls due by the end of the week, and that."""
    to_come = promises[late:]
    shown = promises[:late][: max(MOST_PROMISES - min(len(to_come), MOST_TO_COME), 0)]
    return (*shown, *to_come[: MOST_PROMISES - len(shown)])


def promise_line(promise: PromiseDue, today: date, speech: Speech) -> CardLine:
    days = (promise.due_on - today).days
    if days < 0:
        chip = (translate("Today", "%n days late", "", -days), "bad", "badSoft")
    elif days == 0:
        chip = (translate("Today", "today"), "warn", "warnSoft")
    else:
        chip = (speech.weekday(promise.due_on), "text2", "sunken")
    by = translate("Today", "by {name}").format(name=promise.by_whom) if promise.by_whom else ""
    return CardLine(
        "promise",
        f"{promise.account_id}/{promise.id}",
        promise.what,
        speech.joined((promise.account, by)),
        chip,
    )


def follow_up_lines(
    board: TodayBoard, beside: TodayBeside, speech: Speech, most_late: int, most_steps: int
) -> tuple[list[CardLine], int]:
    """Drafts first, then visits without a report, the questions of lists, actions, requests and calls, next steps: with
    how many things today asks for, as the agenda counts them. Steps are for the next visit, drafts and questions of
    lists are nothing that was to be done on a day, and are not counted."""
    today, lines = board.today, []
    for draft in board.drafts:
        saved = translate("Today", "begun, not saved: {day}").format(day=speech.day_or_year(draft.day, today))
        lines.append(
            CardLine(
                "draft", draft.key, draft.account, saved,
                (translate("Today", "draft"), "warn", "warnSoft"), "pencil", act=translate("Today", "Go on"),
            )
        )  # fmt: skip
    for late in beside.late[:most_late]:
        time = clock(late.start) if late.start is not None else ""
        day = " ".join(filter(None, (speech.weekday(late.day), speech.day_or_year(late.day, today), time)))
        lines.append(
            CardLine(
                "late", late.key, late.account.called, speech.joined((translate("Today", "no report"), day)),
                icon="file-text", icon_tone="warn", act=translate("Today", "Write"),
            )
        )  # fmt: skip
    rest = len(beside.late) - most_late
    if rest > 0:
        more = translate("Today", "%n more visits without a report", "", rest)
        lines.append(CardLine("late_all", "", more, ""))
    if beside.questions:
        asked = translate("Today", "%n questions of your lists to decide", "", beside.questions)
        decide = translate("Today", "Decide")
        lines.append(CardLine("questions", "", asked, "", icon="inbox", act=decide))
    for action in beside.actions[:MOST_ACTIONS]:
        lines.append(
            CardLine(
                "action", f"{action.account_id or ''}/{action.id}", action.what,
                speech.joined((action.account or "", action.owner or "")), _due(action.due_on, today, speech),
                "circle", act=translate("Today", "Done"),
            )
        )  # fmt: skip
    for one in beside.asked[:MOST_ACTIONS]:
        calls = one.task is Task.PROSPECT
        said = translate("Today", "call again") if calls else translate("Today", "asked inside the house")
        lines.append(
            CardLine(
                "prospect" if calls else "request", f"{one.account_id or ''}/{one.record_id}",
                (one.account or "") if calls else (one.what or ""),
                speech.joined((said, (one.what if calls else one.account) or "")), _due(one.day, today, speech),
                "phone" if calls else "inbox",
            )
        )  # fmt: skip
    for step in beside.steps[:most_steps]:
        said = translate("Today", "next step of {day}").format(day=speech.day_or_year(step.on, today))
        lines.append(
            CardLine(
                "step", f"{step.account_id}/{step.visit_id}", step.what, speech.joined((step.account, said)),
                icon="arrow-right", act=translate("Today", "Done"),
            )
        )  # fmt: skip
    more = len(beside.steps) - most_steps
    if more > 0:
        said = translate("Today", "%n more steps for next visits", "", more)
        lines.append(CardLine("steps_all", "", said, ""))
    return lines, beside.due(today)


def _due(due_on: date | None, today: date, speech: Speech) -> tuple[str, str, str] | None:
    if due_on is None:
        return None
    days = (due_on - today).days
    if days < 0:
        return translate("Today", "%n days late", "", -days), "bad", "badSoft"
    if days == 0:
        return translate("Today", "today"), "warn", "warnSoft"
    return speech.day(due_on), "text2", "sunken"
