"""The next stop in one glance: when, who, what was promised; the one thing to do now is its primary button."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from kamdesk.domain.addresses import without_repeats
from kamdesk.domain.moment import Moment, Phase
from kamdesk.qt.desk import Desk
from kamdesk.qt.marks import SUPPORT_TONES
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row
from kamdesk.qt.widgets.painted import Avatar, Badge, Chip, Icon

if TYPE_CHECKING:
    from kamdesk.reads.door import Door, DoorPerson, Owed, Remark
    from kamdesk.reads.open_drafts import OpenDraft
    from kamdesk.reads.stops import Stop

LONG_WAIT = 90
"""From this many minutes on a wait is told in hours."""
MORE = {
    "missed": QT_TRANSLATE_NOOP("StopHero", "Did not take place…"),
    "move": QT_TRANSLATE_NOOP("StopHero", "Move this visit…"),
    "account": QT_TRANSLATE_NOOP("StopHero", "Open the account"),
    "place": QT_TRANSLATE_NOOP("StopHero", "Copy the coordinates"),
}


class StopHero(QWidget):
    """``asked`` gives one of start, briefing, address and the keys of MORE."""

    asked = Signal(str)
    copied = Signal(str)
    """What is to be copied."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._caption = label(theme, "captionStrong", "accentText")
        self.time = label(theme, "display")
        self._until = Elided(theme, "caption", "text2")
        self.wait = label(theme, "caption", "text2")
        self.leave = Chip(theme, height=26)
        self._badge = Badge(theme, 24)
        self.name = Elided(theme, "title")
        self._origin = Chip(theme, height=22)
        self._people = QHBoxLayout()
        self.phone: Button | None = None
        self._objective = self._line("flag")
        self._owed = FlowLayout(6)
        self._remark = self._line("message-square")
        self.start = Button(theme, kind="primary", icon="play")
        self.briefing = Button(theme, icon="book-open")
        self.address = Button(theme, icon="map-pin")
        self.more = Button(theme, icon="ellipsis")
        self._where = Elided(theme, "caption", "text2")
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._menu = QMenu(self.more)
        self._lay_out()
        for name, button in (("start", self.start), ("briefing", self.briefing), ("address", self.address)):
            button.clicked.connect(lambda checked=False, what=name: self.asked.emit(what))
        self.more.setMenu(self._menu)
        for name in MORE:
            self._menu.addAction("").triggered.connect(lambda checked=False, what=name: self.asked.emit(what))

    def _line(self, icon: str) -> tuple[QWidget, Elided]:
        text = Elided(self._desk.theme, "body")
        whole = QWidget()
        whole.setLayout(row(Icon(self._desk.theme, icon, "text3"), (text, 1)))
        return whole, text

    def _lay_out(self) -> None:
        theme = self._desk.theme
        when = QWidget()
        when.setLayout(
            column(self._caption, self.time, self._until, self.wait, 4, row(self.leave, None), None, gap=2)
        )
        when.setFixedWidth(168)
        between = QFrame()
        between.setProperty("role", "column")
        head = row(self._badge, self.name, self._origin, (self._where, 1), gap=10)
        self._owed_row = QWidget()
        owed = QWidget()
        owed.setLayout(self._owed)
        self._owed_row.setLayout(row(Icon(theme, "handshake", "text3"), (owed, 1)))
        self._people.setSpacing(8)
        buttons = row(self.start, self.briefing, self.address, self.more, None)
        what = column(
            head, self._people, self._objective[0], self._owed_row, self._remark[0], None, buttons, gap=7
        )
        self.setLayout(row(when, between, (what, 1), gap=18))

    # what it shows

    def show_stop(self, stop: Stop, door: Door | None, draft: OpenDraft | None) -> None:
        """Everything of the stop that does not change with the minutes."""
        speech, account = self._desk.speech, stop.account
        word = speech.choice("account.class", account.value_class) or self.tr("not classed")
        key = speech.choice("account.key", "key" if account.is_key else "ordinary")
        self._badge.show_class(account.value_class, bool(account.is_key), speech.joined((word, key)))
        self.name.setText(account.called)
        self.name.setAccessibleName(account.name)
        self._say_time(stop)
        self._origin.setVisible(stop.slot is None or stop.moved_from is not None)
        if stop.moved_from is not None:
            moved = self.tr("moved here from {day}").format(day=speech.day(stop.moved_from))
            self._origin.show_text(moved, icon="calendar-clock")
        elif stop.slot is None:
            self._origin.show_text(speech.choice("visit.origin", stop.origin), icon="calendar-plus")
        self._show_people(door.people if door else ())
        self._objective[1].setText(stop.objective or self.tr("No objective written down yet"))
        set_tone(self._objective[1], "text" if stop.objective else "text3")
        self._show_owed(door.promises if door else (), stop)
        self._show_remark(door.remark if door else None, stop.date)
        self._say_where(stop)
        under_way = draft is not None and draft.under_way
        begun = self.tr("Go on with the report") if draft is not None else self.tr("Start the visit")
        self.start.set_label(begun, "Enter")
        self.start.set_icon("pencil" if draft is not None else "play")
        self._caption.setText(self.tr("Under way") if under_way else self.tr("Next stop"))
        self.address.setEnabled(bool(account.address))
        self.address.setToolTip(
            account.address or self.tr("No address is recorded: add it on the account's page.")
        )
        self._menu.actions()[list(MORE).index("place")].setEnabled(account.place is not None)

    def _say_time(self, stop: Stop) -> None:
        speech = self._desk.speech
        self.time.setText(clock(stop.start) if stop.start is not None else self.tr("any time"))
        until = ""
        if stop.start is not None and stop.minutes:
            until = self.tr("to {time}").format(time=clock(stop.start + stop.minutes))
        rhythm = ""
        if stop.slot is not None:
            rhythm = speech.rhythm(stop.slot.every_weeks)
            if stop.slot.every_weeks == 1:
                rhythm = self.tr("every {weekday}").format(
                    weekday=speech.text(f"weekday.{stop.slot.weekday}")
                )
        self._until.setText(speech.joined((until, rhythm)))

    def show_moment(self, moment: Moment, stop: Stop, draft: OpenDraft | None) -> None:
        """What the minutes change: how long there is, when to leave."""
        wait, tone = "", "text2"
        if moment.phase is Phase.UNDER_WAY and draft is not None:
            wait = self.tr("arrived at {time}").format(time=draft.arrived)
        elif moment.minutes is None:
            wait = self.tr("no time agreed")
        elif moment.phase is Phase.LATE:
            tone = "bad" if moment.minutes else "warn"
            wait = self.tr("%n minutes late", "", moment.minutes) if moment.minutes else self.tr("now")
        else:
            wait = self.tr("in {length}").format(length=self.length(moment.minutes))
        self.wait.setText(wait)
        set_tone(self.wait, tone)
        self._say_leave(moment, stop)

    def _say_leave(self, moment: Moment, stop: Stop) -> None:
        way = stop.travel
        self.leave.setVisible(moment.phase is Phase.AHEAD and way is not None and moment.minutes is not None)
        if way is None or moment.minutes is None:
            return
        left = moment.minutes - way.minutes
        if left > 0:
            said = self.tr("leave in {length}").format(length=self.length(left))
            soon = left <= 10
            self.leave.show_text(
                said, "warn" if soon else "accentText", "warnSoft" if soon else "accentSoft", "car"
            )
        else:
            late = self.tr("leave now: some %n minutes late", "", -left)
            self.leave.show_text(late if left else self.tr("leave now"), "bad", "badSoft", "car")

    def length(self, minutes: int) -> str:
        """Minutes as a person says them."""
        if minutes < LONG_WAIT:
            return self.tr("%n minutes", "", minutes)
        hours, rest = divmod(minutes, 60)
        said = self.tr("%n hours", "", hours)
        more = self.tr("%n minutes", "", rest)
        return f"{said} {more}" if rest else said

    def _show_people(self, people: tuple[DoorPerson, ...]) -> None:
        clear(self._people)
        self.phone = None
        speech, theme = self._desk.speech, self._desk.theme
        if not people:
            self._people.addWidget(Icon(theme, "users", "text3"))
            self._people.addWidget(label(theme, "body", "text3", self.tr("Nobody is recorded here yet")))
        for person in people:
            self._people.addWidget(Avatar(theme, person.name, SUPPORT_TONES.get(person.support or ""), 13))
            self._people.addWidget(label(theme, "strong", text=person.name))
            role = speech.choice("contact_role", person.role)
            if role and person.assumed:
                role = self.tr("{role}?").format(role=role)
            self._people.addWidget(
                Elided(theme, "caption", "text2", speech.joined((person.title or "", role)))
            )
            if person.phone and self.phone is None:
                self._show_phone(person.name, person.phone)
            self._people.addSpacing(10)
        self._people.addStretch(1)

    def _show_phone(self, name: str, number: str) -> None:
        """The number to call, to be copied."""
        self.phone = Button(self._desk.theme, kind="ghost", icon="copy", small=True)
        self.phone.set_label(number)
        self.phone.set_hint(
            self.tr("Copy the telephone of {name}: {number}").format(name=name, number=number)
        )
        self.phone.clicked.connect(partial(self.copied.emit, number))
        self._people.addWidget(self.phone)

    def _show_owed(self, owed: tuple[Owed, ...], stop: Stop) -> None:
        clear(self._owed)
        for promise in owed:
            late = (stop.date - promise.due_on).days
            when = self.tr("%n days late", "", late) if late else self.tr("due today")
            tone = "bad" if late else "warn"
            what = promise.what if len(promise.what) <= 24 else f"{promise.what[:23]}…"
            self._owed.addWidget(
                Chip(self._desk.theme, self._desk.speech.joined((when, what)), tone, f"{tone}Soft", height=24)
            )
        rest = stop.open_promises - len(owed)
        if owed and rest > 0:
            self._owed.addWidget(Chip(self._desk.theme, self.tr("%n more open", "", rest), height=24))
        elif rest > 0:
            said = self.tr("%n promises open, none due yet", "", rest)
            self._owed.addWidget(Chip(self._desk.theme, said, height=24))
        self._owed_row.setVisible(stop.open_promises > 0)

    def _show_remark(self, remark: Remark | None, today: date) -> None:
        self._remark[0].setVisible(remark is not None)
        if remark is not None:
            day = self._desk.speech.day_or_year(remark.on, today)
            said = (
                self.tr("Agreed on {day}: {text}") if remark.agreed else self.tr("Last time, {day}: {text}")
            )
            self._remark[1].setText(said.format(day=day, text=remark.text.replace("\n", " ")))
            set_tone(self._remark[1], "text2")

    def _say_where(self, stop: Stop) -> None:
        account, way = stop.account, ""
        if stop.travel is not None:
            way = self.tr("{km} km, {minutes} min by car").format(
                km=f"{stop.travel.kilometres:.1f}", minutes=stop.travel.minutes
            )
        place = " ".join(without_repeats(account.district or account.city, account.address))
        self._where.setText(self._desk.speech.joined((way, place)))
        self._where.setAccessibleName(self._where.text())

    def retranslate(self) -> None:
        self.briefing.set_label(self.tr("Briefing"))
        self.address.set_label(self.tr("Copy the address"))
        self.more.set_hint(self.tr("More about this stop"))
        for action, text in zip(self._menu.actions(), MORE.values(), strict=True):
            action.setText(self.tr(str(text)))
