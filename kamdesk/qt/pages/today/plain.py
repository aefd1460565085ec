"""What stands in the place of the next stop where there is none: nothing set up, a free day, the day is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.domain.moment import Moment, Phase
from kamdesk.qt.desk import Desk
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.reads.today import TodayBoard

translate = QCoreApplication.translate


NOTHING = ("", "", "")


@dataclass(frozen=True, slots=True)
class Plain:
    """Icon, heading, sentence, and what the buttons do: (deed, words, key)."""

    icon: str
    tone: str
    heading: str
    sentence: str
    first: tuple[str, str, str]
    second: tuple[str, str, str]
    third: tuple[str, str, str] = NOTHING


class PlainHero(QWidget):
    """``asked`` gives the deed of the button that was pressed."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._icon = Icon(theme, "sun", "text2", 24)
        self.heading = label(theme, "title", wrap=True)
        self.sentence = label(theme, "body", "text2", wrap=True)
        self.first = Button(theme, kind="primary")
        self.second, self.third = Button(theme), Button(theme)
        self._plain: Plain | None = None
        words = column(self.heading, self.sentence, 4, row(self.first, self.second, self.third, None), gap=6)
        self.setLayout(row(column(4, self._icon, None), (words, 1), gap=14))
        self.first.clicked.connect(lambda: self._ask(lambda plain: plain.first[0]))
        self.second.clicked.connect(lambda: self._ask(lambda plain: plain.second[0]))
        self.third.clicked.connect(lambda: self._ask(lambda plain: plain.third[0]))

    def show_plain(self, plain: Plain) -> None:
        self._plain = plain
        self._icon.set_icon(plain.icon, plain.tone)
        self.heading.setText(plain.heading)
        self.sentence.setText(plain.sentence)
        self.sentence.setVisible(bool(plain.sentence))
        self.first.set_label(plain.first[1], plain.first[2])
        self.second.set_label(plain.second[1], plain.second[2])
        self.third.set_label(plain.third[1], plain.third[2])
        self.third.setVisible(plain.third != NOTHING)

    def first_deed(self) -> str:
        return self._plain.first[0] if self._plain else ""

    def _ask(self, deed: Callable[[Plain], str]) -> None:
        if self._plain is not None:
            self.asked.emit(deed(self._plain))


def plain_of(board: TodayBoard, moment: Moment, speech: Speech) -> Plain | None:
    """What to say instead of the next stop; None where there is one."""
    if moment.phase in (Phase.AHEAD, Phase.LATE, Phase.UNDER_WAY):
        return None
    add = ("add_account", translate("Plain", "New account…"), "")
    if not board.accounts:
        said = translate(
            "Plain",
            "A list from the office, XLSX or CSV, is enough: kamdesk recognises the columns. "
            "Then the accounts are put on the line, and this page says each morning where to go. "
            "On a second laptop, or where the office has your accounts already, take in the week package instead.",
        )
        heading = translate("Plain", "First bring in your customers")
        bring = ("import", translate("Plain", "Import a list…"), "")
        take = ("take_package", translate("Plain", "Take in a week package…"), "Ctrl+Shift+O")
        return Plain("inbox", "accentText", heading, said, bring, add, take)
    line = ("line", translate("Plain", "See the line"), "")
    if not board.slots and board.next_stop is None and moment.phase is Phase.FREE:
        said = translate(
            "Plain",
            "Give your accounts a fixed weekday and time: drag them onto the week, the largest first.",
        )
        heading = translate("Plain", "Put the accounts on the line")
        return Plain(
            "route", "accentText", heading, said, ("line", translate("Plain", "To the line"), ""), add
        )
    unplanned = ("unplanned", translate("Plain", "Unplanned visit"), "Ctrl+N")
    following = _following(board, speech)
    if moment.phase is Phase.OVER:
        return _over(board, moment, following, unplanned, line, speech)
    icon, heading = _free(board, speech)
    return Plain(icon, "text2", heading, following, unplanned, line)


def _over(
    board: TodayBoard,
    moment: Moment,
    following: str,
    unplanned: tuple[str, str, str],
    line: tuple[str, str, str],
    speech: Speech,
) -> Plain:
    if moment.unreported:
        key = moment.unreported[0]
        stop = next(stop for stop in board.day.line.stops if stop.key == key)
        waiting = len(moment.unreported)
        heading = translate("Plain", "The day is over, %n visits have no report yet", "", waiting)
        first = translate("Plain", "Write {time} {name}").format(
            time=clock(stop.start or 0), name=stop.account.called
        )
        return Plain("pencil", "warn", heading, following, (f"write:{key}", first, "Enter"), unplanned)
    done = sum(stop.state == "done" for stop in board.day.line.stops)
    missed = sum(stop.state == "missed" for stop in board.day.line.stops)
    tone = "text2" if missed else "good"
    return Plain("circle-check", tone, _closing(done, missed), following, unplanned, line)


def _closing(done: int, missed: int) -> str:
    """How the day ended: what was missed is counted beside what was done."""
    if not missed:
        if not done:
            return translate("Plain", "Nothing is left for today")
        return translate("Plain", "All %n visits of today are done", "", done)
    made = translate("Plain", "%n visits done", "", done)
    failed = translate("Plain", "%n missed", "", missed)
    if not done:
        return translate("Plain", "Today: {missed}").format(missed=failed)
    return translate("Plain", "Today: {done}, {missed}").format(done=made, missed=failed)


def _free(board: TodayBoard, speech: Speech) -> tuple[str, str]:
    day = board.day.line
    if day.kind == "holiday":
        name = speech.choice("holiday", day.festival)
        return "sun", translate("Plain", "Public holiday: {name}").format(name=name)
    if day.leave is not None:
        heading = translate("Plain", "You are on leave today")
        if day.leave:
            heading = translate("Plain", "You are on leave today: {reason}").format(reason=day.leave)
        return "plane", heading
    if day.stops:
        return "sun", translate("Plain", "Every visit of today was moved or called off")
    return "sun", translate("Plain", "No visit is planned for today")


def _following(board: TodayBoard, speech: Speech) -> str:
    stop = board.next_stop
    if stop is None:
        return translate("Plain", "Nothing is planned for the next four weeks either.")
    day = speech.joined((speech.raised(speech.weekday(stop.date)), speech.day(stop.date)))
    if (stop.date - board.today).days == 1:
        day = translate("Plain", "tomorrow")
    time = clock(stop.start) if stop.start is not None else ""
    place = stop.account.district or stop.account.city or ""
    what = speech.joined((" ".join(filter(None, (day, time))), stop.account.name, place))
    return translate("Plain", "The next stop: {what}").format(what=what)
