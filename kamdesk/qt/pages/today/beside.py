"""The cards beside the day: what is owed, what is to be followed up, which days lie ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.today.entry import CardLine, CardList
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip, Icon

if TYPE_CHECKING:
    from kamdesk.reads.due_promises import PromiseDue
    from kamdesk.reads.occasions import Occasions
    from kamdesk.reads.today import TodayBeside, TodayBoard

translate = QCoreApplication.translate
MOST_PROMISES = 5
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

    def show_lines(self, lines: Sequence[CardLine], count: int, none: str) -> None:
        self.count.setVisible(count > 0)
        self.count.show_text(str(count))
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
        self._every_late = False
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
        lines = [
            promise_line(promise, board.today, self._desk.speech)
            for promise in board.promises[:MOST_PROMISES]
        ]
        none = self.tr("Nothing is owed before the end of the week.")
        self.promises.show_lines(lines, len(board.promises), none)

    def show_beside(self, board: TodayBoard, beside: TodayBeside | None) -> None:
        speech = self._desk.speech
        if beside is None:
            return
        self._shown = board, beside
        most = len(beside.late) if self._every_late else MOST_LATE
        lines, count = follow_up_lines(board, beside, speech, most)
        self.follow_up.show_lines(lines, count, self._none_to_follow_up())
        days = occasion_lines(beside.occasions, board.today, speech)
        none = self.tr("No birthday within two weeks, no holiday or leave near.")
        self.days.show_lines(days[:MOST_DAYS], 0, none)

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

    def show_every_late(self) -> None:
        """All visits that wait for their report, however many."""
        self._every_late = True
        if self._shown is not None:
            self.show_beside(*self._shown)
            self.follow_up.lines.focus_at(MOST_LATE)

    def forget(self) -> None:
        self._shown, self._every_late, self._open_today = None, False, 0

    def retranslate(self) -> None:
        self.promises.title.setText(self.tr("Promises due"))
        self.promises.link.set_label(self.tr("All"))
        self.promises.link.setAccessibleName(self.tr("All promises"))
        self.follow_up.title.setText(self.tr("To follow up"))
        self.days.title.setText(self.tr("Days ahead"))
        for card in self.cards():
            card.lines.setAccessibleName(card.title.text())


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
    board: TodayBoard, beside: TodayBeside, speech: Speech, most_late: int
) -> tuple[list[CardLine], int]:
    """Drafts first, then visits without a report, the questions of lists, actions due, next steps: with how many
    of them wait, next steps not counted, questions once."""
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
    for step in beside.steps[:MOST_STEPS]:
        said = translate("Today", "next step of {day}").format(day=speech.day_or_year(step.on, today))
        lines.append(
            CardLine(
                "step", f"{step.account_id}/{step.visit_id}", step.what, speech.joined((step.account, said)),
                icon="arrow-right", act=translate("Today", "Done"),
            )
        )  # fmt: skip
    asked_at_all = int(beside.questions > 0)
    return lines, len(board.drafts) + len(beside.late) + asked_at_all + len(beside.actions)


def _due(due_on: date | None, today: date, speech: Speech) -> tuple[str, str, str] | None:
    if due_on is None:
        return None
    days = (due_on - today).days
    if days < 0:
        return translate("Today", "%n days late", "", -days), "bad", "badSoft"
    if days == 0:
        return translate("Today", "today"), "warn", "warnSoft"
    return speech.day(due_on), "text2", "sunken"


def occasion_lines(occasions: Occasions, today: date, speech: Speech) -> list[CardLine]:
    """Birthdays, holidays and leave in the order of their days."""
    found: list[tuple[date, CardLine]] = []
    for one in occasions.birthdays:
        what = translate("Today", "{name}'s birthday").format(name=one.name)
        calendar = speech.choice("calendar", "lunar") if one.lunar else ""
        detail = speech.joined((one.account, one.title or "", calendar))
        found.append(
            (
                one.on,
                CardLine(
                    "account", one.account_id, what, detail, None, "gift", side=_when(one.on, today, speech)
                ),
            )
        )
    for spell in occasions.spells:
        name = speech.choice("holiday", spell.name) if not spell.leave else ""
        title = translate("Today", "Leave: {reason}").format(reason=spell.name) if spell.leave else name
        if spell.leave and not spell.name:
            title = translate("Today", "Leave")
        span = speech.day(spell.first) if spell.first == spell.last else speech.span(spell.first, spell.last)
        hit = translate("Today", "%n visits fall on it", "", spell.visits) if spell.visits else ""
        icon = "plane" if spell.leave else "calendar-days"
        tone = "warn" if spell.visits else "text2"
        line = CardLine(
            "week", spell.first.isoformat(), title, speech.joined((span, hit)), None, icon, tone,
            side=_when(spell.first, today, speech),
        )  # fmt: skip
        found.append((spell.first, line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _when(day: date, today: date, speech: Speech) -> str:
    days = (day - today).days
    if days == 0:
        return translate("Today", "today")
    if days == 1:
        return translate("Today", "tomorrow")
    return speech.joined((speech.day(day), translate("Today", "in %n days", "", days)))
