"""One stop opened: where, when, whom to see, what to heed, how the line came to this, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.sheet import dots, long_warning
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row, rule
from kamdesk.qt.widgets.painted import Badge, Dots, Icon
from kamdesk.qt.widgets.popover import Popover

if TYPE_CHECKING:
    from kamdesk.reads.slots import SlotEvent, SlotTime
    from kamdesk.reads.stops import Stop, StopAccount, StopSlot

WIDTH = 372
MOST_PAST = 150


class StopCard(Popover):
    """``asked`` gives one of report, missed, move, end, add, account; ``slot_asked`` a slot and the Monday of the
    week in which it falls next."""

    asked = Signal(str)
    slot_asked = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        theme = desk.theme
        self._desk = desk
        self._done = False
        self._badge = Badge(theme, 22)
        self._name = Elided(theme, "heading")
        self._close = Button(theme, kind="ghost", icon="x", small=True)
        self._when = Elided(theme, "body")
        self._dots_place = row()
        self._lines = column(gap=3)
        self._past = column(gap=5)
        past = QWidget()
        past.setObjectName("popoverBody")
        past.setLayout(self._past)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setObjectName("popoverBody")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(past)
        self._past_title = label(theme, "captionStrong", "text2")
        self._slots_title = label(theme, "captionStrong", "text2")
        self._slots = column(gap=1)
        self.report = Button(theme, kind="primary", icon="pencil", small=True)
        self._missed = Button(theme, icon="circle-x", small=True)
        self._move = Button(theme, icon="calendar-clock", small=True)
        self._wish = Button(theme, icon="route", small=True)
        self._end = Button(theme, icon="trash-2", small=True)
        self._add = Button(theme, icon="calendar-plus", small=True)
        self._account = Button(theme, icon="store", small=True)
        deeds = FlowLayout(6)
        for name, button in self._deeds().items():
            deeds.addWidget(button)
            button.clicked.connect(lambda checked=False, what=name: self._do(what))
        when = row((self._when, 1), self._dots_place)
        self.setLayout(
            column(
                row(self._badge, (self._name, 1), self._close), when, self._lines, rule(), self._slots_title,
                self._slots, self._past_title,
                self._scroll, deeds, gap=8, margins=(16, 12, 12, 14),
            )
        )  # fmt: skip
        self.setFixedWidth(WIDTH)
        self._close.clicked.connect(self.cancel)
        self.answered.connect(lambda: self._do("report"))
        self.retranslate()

    def _deeds(self) -> dict[str, Button]:
        return {
            "report": self.report,
            "missed": self._missed,
            "move": self._move,
            "wish": self._wish,
            "end": self._end,
            "add": self._add,
            "account": self._account,
        }

    def _do(self, what: str) -> None:
        if self._deeds()[what].isEnabled():
            self.close_up()
            self.asked.emit(what)

    def show_stop(self, stop: Stop) -> None:
        """A visit of the week."""
        speech = self._desk.speech
        end = (stop.start or 0) + (stop.minutes or 60)
        self._head(stop.account, stop.slot)
        self._when.setText(
            f"{speech.weekday(stop.date)} {speech.day(stop.date)} {clock(stop.start or 0)}–{clock(end)}"
        )
        clear(self._lines)
        if stop.state != "planned":
            by = (
                f"visit.{stop.state}_by"
                if stop.state in ("cancelled", "rescheduled") and stop.state_by
                else ""
            )
            said = speech.choice(by, stop.state_by) if by else speech.choice("visit.state", stop.state)
            outcome = speech.choice("visit.outcome", stop.outcome)
            self._line("info", speech.joined((said, outcome, stop.reason_text or "")), "text")
        if stop.contact is not None:
            self._line("user", speech.joined((stop.contact.name, stop.contact.title or "")), "text2")
        if stop.account.address:
            self._line("map-pin", stop.account.address, "text2")
        if stop.account.place is None and stop.account.spot is not None:
            self._line("map-pin", self.tr("only the town is known: no way is reckoned"), "text3")
        if stop.objective:
            self._line("flag", stop.objective, "text2")
        if stop.open_promises:
            late = self.tr("%n overdue", "", stop.overdue_promises) if stop.overdue_promises else ""
            said = speech.joined((self.tr("%n promises open", "", stop.open_promises), late))
            self._line("handshake", said, "bad" if stop.overdue_promises else "text2")
        if stop.travel is not None:
            said = self.tr("{km} km, {minutes} min from the stop before (estimate)")
            self._line(
                "car", said.format(km=f"{stop.travel.kilometres:.0f}", minutes=stop.travel.minutes), "text3"
            )
        for warning in stop.warnings:
            self._line("triangle-alert", long_warning(warning, speech), "warn")
        self._done = stop.state == "done"
        self._say_report()
        planned = stop.state == "planned"
        self._allow(
            report=stop.date <= self._desk.today() and stop.stands,
            missed=planned and stop.date <= self._desk.today(),
            move=planned or stop.slot is not None,
            wish=stop.slot is not None,
            end=stop.slot is not None,
        )

    def show_resting(self, account: StopAccount, slot: StopSlot, start: int, minutes: int) -> None:
        """A slot that is not visited this week."""
        speech = self._desk.speech
        self._head(account, slot)
        weekday = speech.text(f"weekday.{slot.weekday}")
        self._when.setText(f"{weekday} {clock(start)}–{clock(start + minutes)}")
        clear(self._lines)
        self._done = False
        self._say_report()
        following = self.tr("next on {day}").format(day=speech.full_day(slot.next_on)) if slot.next_on else ""
        self._line("info", speech.joined((self.tr("not this week"), following)), "text2")
        self._allow(report=False, missed=False, move=True, wish=True, end=True)

    def show_slots(self, slots: Sequence[SlotTime], here: str, today: date) -> None:
        """The account's fixed visits, this one (``here``) among them; the others lead to their weeks."""
        clear(self._slots)
        self._slots_title.setVisible(len(slots) > 1)
        if len(slots) < 2:
            return
        self._slots_title.setText(self.tr("%n fixed visits of this account", "", len(slots)))
        for each in slots:
            slot, time = each.slot, slot_time(each, self._desk.speech)
            if slot.valid_from > today:
                time = self.tr("{time}, from {day}").format(
                    time=time, day=self._desk.speech.day(slot.valid_from)
                )
            marks = Dots(self._desk.theme, dots(slot.dots), "")
            if slot.id == here:
                said = label(self._desk.theme, "captionStrong", "text", time)
                self._slots.addLayout(row(marks, said, None, gap=8))
                continue
            button = Button(self._desk.theme, kind="link", small=True)
            button.set_label(time)
            day = slot.next_on or slot.valid_from
            button.clicked.connect(lambda checked=False, s=slot.id, d=day: self._go(s, d))
            self._slots.addLayout(row(marks, button, None, gap=4))

    def _go(self, slot_id: str, day: date) -> None:
        self.close_up()
        self.slot_asked.emit(slot_id, monday_of(day))

    def first_deed(self) -> Button:
        """The first button that can be pressed."""
        return next(b for b in self._deeds().values() if b.isEnabled() and not b.isHidden())

    def show_history(self, events: tuple[SlotEvent, ...]) -> None:
        """How the account's place in the line came about, newest first."""
        clear(self._past)
        speech = self._desk.speech
        for event in events:
            icon, said, why = event_words(event, speech)
            text = label(self._desk.theme, "caption", "text", said, wrap=True)
            self._past.addLayout(row(Icon(self._desk.theme, icon, "text3", 14), (text, 1), gap=8))
            if why:
                self._past.addLayout(
                    row(22, (label(self._desk.theme, "caption", "text2", why, wrap=True), 1), gap=0)
                )
        self._past.addStretch(1)
        self._past.activate()
        self._scroll.setFixedHeight(min(self._past.heightForWidth(WIDTH - 44) + 6, MOST_PAST))
        self._past_title.setVisible(bool(events))
        self._scroll.setVisible(bool(events))

    def _head(self, account: StopAccount, slot: StopSlot | None) -> None:
        speech = self._desk.speech
        word = speech.choice("account.class", account.value_class) or self.tr("not classed")
        self._badge.show_class(account.value_class, bool(account.is_key), word)
        self._name.setText(account.name)
        clear(self._dots_place)
        if slot is not None:
            self._dots_place.addWidget(
                Dots(self._desk.theme, dots(slot.dots), speech.rhythm(slot.every_weeks))
            )
            self._dots_place.addWidget(
                label(self._desk.theme, "caption", "text2", speech.rhythm(slot.every_weeks))
            )

    def _line(self, icon: str, text: str, tone: str) -> None:
        mark = tone if tone in ("warn", "bad") else "text3"
        said = label(self._desk.theme, "caption", tone, text, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addLayout(row(Icon(self._desk.theme, icon, mark, 14), (said, 1), gap=8))

    def _allow(self, *, report: bool, missed: bool, move: bool, wish: bool, end: bool) -> None:
        self.report.setEnabled(report)
        self.report.setToolTip("" if report else self.tr("The visit has not come yet"))
        deeds = (self._missed, missed), (self._move, move), (self._wish, wish), (self._end, end)
        for button, possible in deeds:
            button.setVisible(possible)

    def _say_report(self) -> None:
        self.report.set_label(self.tr("Amend the report") if self._done else self.tr("Write the report"))

    def retranslate(self) -> None:
        self._close.set_hint(self.tr("Close"))
        self._past_title.setText(self.tr("How it came about"))
        self._say_report()
        self._missed.set_label(self.tr("Did not take place"))
        self._move.set_label(self.tr("Move…"))
        self._wish.set_label(self.tr("Another time asked for…"))
        self._end.set_label(self.tr("End the fixed visit…"))
        self._add.set_label(self.tr("Another fixed visit…"))
        self._account.set_label(self.tr("Open the account"))
        self.setAccessibleName(self.tr("The stop"))


def event_words(event: SlotEvent, speech: Speech) -> tuple[str, str, str]:
    """Icon, sentence and reason of something that happened to a slot."""
    translate = QCoreApplication.translate
    day = speech.full_day(event.on)
    if event.was is None:
        time = slot_time(event.now, speech)
        return "calendar-plus", translate("SlotEvent", "from {day}: {time}").format(day=day, time=time), ""
    asked = speech.choice("asker", event.asked_by)
    who = event.contact or ""
    when = speech.day(event.asked_on) if event.asked_on else ""
    why = speech.joined((speech.raised(asked), who, when, event.reason or ""))
    icon = "user" if event.asked_by == "customer" else "building-2"
    if event.now is None:
        said = translate("SlotEvent", "from {day}: {time} taken off").format(
            day=day, time=slot_time(event.was, speech)
        )
        return icon, said, why
    said = translate("SlotEvent", "from {day}: {was} → {now}")
    return icon, said.format(day=day, was=slot_time(event.was, speech), now=slot_time(event.now, speech)), why


def slot_time(time: SlotTime | None, speech: Speech) -> str:
    """Weekday, time and rhythm of a slot."""
    if time is None:
        return ""
    return f"{speech.text(f'weekday.{time.slot.weekday}')} {clock(time.start)} {speech.rhythm(time.slot.every_weeks)}"
