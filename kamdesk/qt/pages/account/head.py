"""The head of an account: who it is, how it is classed and why, when we go there next, how well we kept our word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Badge, Chip

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountView
    from kamdesk.reads.account import AccountPage, Person


class _Fact:
    """A label over a figure over its reason."""

    def __init__(self, desk: Desk) -> None:
        self.name = label(desk.theme, "caption", "text3")
        self.value = Elided(desk.theme, "heading")
        self.reason = Elided(desk.theme, "caption", "text2")

    def box(self) -> QVBoxLayout:
        return column(self.name, self.value, self.reason, gap=1)

    def say(self, value: str, reason: str, tone: str = "text") -> None:
        self.value.setText(value)
        self.reason.setText(reason)
        set_tone(self.value, tone)


class AccountHead(QFrame):
    """``shows`` an account; the buttons ask the window."""

    back_asked = Signal()
    edit_asked = Signal()
    briefing_asked = Signal()
    report_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setProperty("role", "card")
        self._back = Button(theme, kind="ghost", icon="arrow-left")
        self._badge = Badge(theme, 24)
        self._name = Elided(theme, "title")
        self._place = Elided(theme, "caption", "text3")
        self._status = Chip(theme)
        self._edit = Button(theme, icon="pencil")
        self._briefing = Button(theme, icon="book-open")
        self._report = Button(theme, kind="primary", icon="pencil")
        self._class, self._next, self._decides, self._kept, self._phone = (_Fact(desk) for _ in range(5))
        top = row(
            self._back, self._badge, self._name, 2, (self._place, 1), self._status, self._edit, self._briefing,
            self._report,
        )  # fmt: skip
        facts = row(gap=22)
        for fact in (self._class, self._next, self._decides, self._kept, self._phone):
            facts.addLayout(fact.box(), 1)
        self.setLayout(column(top, facts, gap=8, margins=(14, 10, 16, 12)))
        self._back.clicked.connect(self.back_asked)
        self._edit.clicked.connect(self.edit_asked)
        self._briefing.clicked.connect(self.briefing_asked)
        self._report.clicked.connect(self.report_asked)

    def set_compact(self, compact: bool) -> None:
        margin = 7 if compact else 11
        self.layout().setContentsMargins(14, margin, 16, margin)

    def show_account(self, view: AccountView, today: date) -> None:
        page, speech = view.page, self._desk.speech
        class_name = speech.choice("account.class", page.value_class) or self.tr("not classed")
        key = self._key_word(page)
        self._badge.show_class(page.value_class, bool(page.is_key), speech.joined((class_name, key)))
        self._name.setText(page.name)
        place = " ".join(part for part in (page.city, page.district, page.address) if part)
        owner = self.tr("looked after by {name}").format(name=page.owner) if page.owner else ""
        self._place.setText(speech.joined((place, owner)))
        self._say_status(page)
        self._class.say(
            f"{speech.raised(class_name)} {key}".strip(),
            page.class_reason or self.tr("no reason recorded"),
            "text" if page.value_class else "warn",
        )
        self._say_next(view, today)
        self._say_decider(page)
        self._say_kept(view)
        phone = page.phones[0] if page.phones else None
        number = (
            f"{phone.number}-{phone.extension}"
            if phone and phone.extension
            else phone.number
            if phone
            else ""
        )
        self._phone.say(
            number or self.tr("not recorded"),
            speech.choice("phone.kind", phone.kind) if phone else "",
            "text" if phone else "text3",
        )

    def _key_word(self, page: AccountPage) -> str:
        if page.is_key is None:
            return ""
        return self._desk.speech.choice("account.key", "key" if page.is_key else "ordinary")

    def _say_status(self, page: AccountPage) -> None:
        self._status.setVisible(page.status != "active")
        word = self._desk.speech.choice("account.status", page.status)
        self._status.show_text(self._desk.speech.joined((word, page.status_reason or "")), "warn", "warnSoft")

    def _say_next(self, view: AccountView, today: date) -> None:
        speech = self._desk.speech
        slots = sorted(view.page.slots, key=lambda slot: (slot.next_due, slot.start))
        if not slots:
            self._next.say(self.tr("not on the line"), self.tr("no fixed visit yet"), "warn")
            return
        slot = slots[0]
        day = self.tr("today") if slot.next_due == today else speech.day_or_year(slot.next_due, today)
        clock = f"{slot.start // 60:02d}:{slot.start % 60:02d}"
        minutes = speech.text("unit.minutes", n=slot.minutes)
        reason = speech.joined((speech.weekday(slot.next_due), speech.rhythm(slot.every_weeks), minutes))
        tone = "accentText" if slot.next_due == today else "text"
        self._next.say(f"{speech.raised(day)} {clock}", reason, tone)

    def _say_decider(self, page: AccountPage) -> None:
        decider = next((person for person in page.people if _decides(person)), None)
        if decider is None:
            self._decides.say(self.tr("not known"), self.tr("give somebody the role under People"), "warn")
            return
        support = self._desk.speech.choice("support", decider.support)
        self._decides.say(decider.name, self._desk.speech.joined((decider.title or "", support)))

    def _say_kept(self, view: AccountView) -> None:
        figure = view.kept
        overdue = sum(promise.overdue for promise in view.history.promises)
        if figure.value is None:
            self._kept.say("—", self.tr("no promise has come due"), "text3")
            return
        tone = "good" if figure.value >= 0.85 else "warn" if figure.value >= 0.6 else "bad"
        late = self.tr("%n overdue", "", overdue) if overdue else ""
        reason = self._desk.speech.joined((f"{figure.numerator} ÷ {figure.denominator}", late))
        self._kept.say(f"{figure.value:.0%}", reason, tone)

    def retranslate(self) -> None:
        self._back.set_hint(self.tr("Back to the accounts"))
        self._edit.set_label(self.tr("Edit"))
        self._briefing.set_label(self.tr("Briefing"))
        self._report.set_label(self.tr("Write the visit report"))
        self._class.name.setText(self.tr("Class"))
        self._next.name.setText(self.tr("Next fixed visit"))
        self._decides.name.setText(self.tr("Who decides"))
        self._kept.name.setText(self.tr("Promises kept"))
        self._phone.name.setText(self.tr("Telephone"))


def _decides(person: Person) -> bool:
    return person.until is None and any(r.role == "decision_maker" and r.until is None for r in person.roles)
