"""The head of an account: who it is, how it is classed and why, when we go there next, how well we kept our word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from kamdesk.domain.addresses import without_repeats
from kamdesk.domain.stages import STAGES
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.answered import AnsweredBlock
from kamdesk.qt.pages.account.shared_chip import SharedChip
from kamdesk.qt.pages.account.told import ListedWords
from kamdesk.qt.pages.account.trade import year_amount
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Badge, Chip
from kamdesk.qt.widgets.ring import StageBar

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountView
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.account import AccountPage, Person

LONG_UNSEEN = 35
SHARES = {"zh": (4, 9, 6, 4, 4, 4, 3), "en": (6, 6, 6, 6, 5, 5, 4)}
"""How the facts of the head share its width: English names of stages don't fit anyway, its words are longer."""
ROOM_FOR_SHARED, ROOM_FOR_LAST, ROOM_FOR_ORDERS = 1_150, 1_300, 1_420


class _Fact:
    """A label over a figure over its reason."""

    def __init__(self, desk: Desk) -> None:
        self.name = label(desk.theme, "caption", "text3")
        self.value = Elided(desk.theme, "heading")
        self.reason = Elided(desk.theme, "caption", "text2")

    def box(self) -> QVBoxLayout:
        return column(self.name, self.value, self.reason, gap=1)

    def set_visible(self, on: bool) -> None:
        for part in (self.name, self.value, self.reason):
            part.setVisible(on)

    def say(self, value: str, reason: str, tone: str = "text") -> None:
        self.value.setText(value)
        self.reason.setText(reason)
        set_tone(self.value, tone)


class AccountHead(QFrame):
    """``show_account`` fills it; the buttons ask the window."""

    back_asked = Signal()
    briefing_asked = Signal()
    report_asked = Signal()
    questions_asked = Signal()
    """What is wanted most is to be filled in."""
    apart_asked = Signal(str, str)
    """An account that was merged into this one is to stand by itself again: its id and name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._listed = ListedWords(desk, self)
        theme = desk.theme
        self.setProperty("role", "card")
        self._back = Button(theme, kind="ghost", icon="arrow-left")
        self._badge = Badge(theme, 24)
        self._name = Elided(theme, "title")
        self._place = Elided(theme, "caption", "text3")
        self._status, self.shared = Chip(theme), SharedChip(desk)
        self._briefing = Button(theme, icon="book-open")
        self._report = Button(theme, kind="primary", icon="pencil")
        self.rest = Button(theme, kind="ghost", icon="ellipsis")
        self.menu = QMenu(self)
        self.apart = QMenu(self)
        self.rest.clicked.connect(self._open_menu)
        self._class, self._next, self._decides, self._kept, self._orders, self._last = (
            _Fact(desk) for _ in range(6)
        )
        self.stage = StageBar(theme)
        self._stage_name = label(theme, "caption", "text3")
        self.answered = AnsweredBlock(desk)
        self.answered.urgent.clicked.connect(self.questions_asked)
        top = row(
            self._back, self._badge, self._name, 2, (self._place, 1), self.shared, self._status,
            self._briefing, self._report, self.rest,
        )  # fmt: skip
        facts = self._facts = row(gap=18)
        facts.addLayout(self._class.box(), 4)
        facts.addLayout(column(self._stage_name, self.stage, gap=1), 9)
        for fact, share in (
            (self._next, 6),
            (self._decides, 4),
            (self._kept, 4),
            (self._orders, 4),
            (self._last, 3),
        ):
            facts.addLayout(fact.box(), share)
        left = column(top, facts, gap=8)
        self.setLayout(row((left, 1), self.answered, gap=12, margins=(14, 10, 16, 12)))
        self._back.clicked.connect(self.back_asked)
        self._briefing.clicked.connect(self.briefing_asked)
        self._report.clicked.connect(self.report_asked)

    def set_actions(self, actions: list[QAction | None]) -> None:
        """What stands in the menu beside the primary button; None is a line."""
        self.menu.clear()
        for action in actions:
            self.menu.addAction(action) if action is not None else self.menu.addSeparator()
        self.menu.addMenu(self.apart)

    def _show_merged(self, page: AccountPage) -> None:
        """What was merged into this account can be taken out again, now or years later."""
        self.apart.clear()
        self.apart.menuAction().setVisible(bool(page.aliases))
        for alias_id, name in page.aliases:
            self.apart.addAction(
                name, lambda alias_id=alias_id, name=name: self.apart_asked.emit(alias_id, name)
            )

    def _open_menu(self) -> None:
        self.menu.popup(self.rest.mapToGlobal(self.rest.rect().bottomLeft()))

    def set_density(self, density: Density) -> None:
        margin = 7 if density.compact else 11
        self.layout().setContentsMargins(14, margin, 16, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight, what the overview says too gives way to the stages."""
        super().resizeEvent(event)
        self._orders.set_visible(self.width() >= ROOM_FOR_ORDERS)
        self._last.set_visible(self.width() >= ROOM_FOR_LAST)
        self._fit_shared()

    def show_account(self, whole: AccountWhole, today: date) -> None:
        view = whole.view
        page, speech = view.page, self._desk.speech
        class_name = speech.choice("account.class", page.value_class) or self.tr("not classed")
        key = self._key_word(page)
        self._badge.show_class(page.value_class, bool(page.is_key), speech.joined((class_name, key)))
        self._name.setText(page.name)
        place = " ".join(without_repeats(page.city, page.district, page.address))
        owner = self.tr("looked after by {name}").format(name=page.owner) if page.owner else ""
        self._place.setText(speech.joined((place, owner)))
        self._say_status(page)
        self.shared.show_shared(whole.shared, today)
        self._fit_shared()
        self._show_merged(page)
        self._class.say(
            f"{speech.raised(class_name)} {key}".strip(),
            page.class_reason or self.tr("no reason recorded"),
            "text" if page.value_class else "warn",
        )
        self._say_next(whole, today)
        self._say_decider(page)
        self._say_kept(view)
        self._say_orders(whole, today)
        self._say_last(view, today)
        self._say_stage(whole, today)

    def _say_stage(self, whole: AccountWhole, today: date) -> None:
        speech = self._desk.speech
        names = tuple(speech.raised(speech.choice("stage", stage)) for stage in STAGES)
        judged = whole.known.of("stage_assessment")
        stage = judged[0].get("stage") if judged else None
        self._stage_name.setText(self.tr("Stage"))
        if stage is None:
            self._stage_name.setText(self.tr("Stage, not judged yet"))
            self.stage.show_stage(None, names, self._stage_name.text())
            return
        same = [row for row in judged if row.get("stage") == stage]
        day = speech.day_or_year(same[-1].get("known_on"), today)
        word = speech.raised(speech.choice("stage", stage))
        since = self.tr("Stage, since {day}").format(day=day)
        if stage not in STAGES:
            since = speech.joined((since, word))
        self._stage_name.setText(since)
        self.stage.show_stage(stage, names, f"{since}: {word}")

    def _key_word(self, page: AccountPage) -> str:
        if page.is_key is None:
            return ""
        return self._desk.speech.choice("account.key", "key" if page.is_key else "ordinary")

    def _say_status(self, page: AccountPage) -> None:
        self._status.setVisible(page.status != "active")
        word = self._desk.speech.choice("account.status", page.status)
        self._status.show_text(self._desk.speech.joined((word, page.status_reason or "")), "warn", "warnSoft")

    def _fit_shared(self) -> None:
        """Where it is tight the place gives way: the name must not."""
        self._place.setVisible(not self.shared.fit(tight=self.width() < ROOM_FOR_SHARED))

    def _say_next(self, whole: AccountWhole, today: date) -> None:
        speech = self._desk.speech
        slots = sorted(whole.view.page.slots, key=lambda slot: (slot.next_due, slot.start))
        if not slots and whole.view.page.visited_at:
            names = speech.listed(name for _, name in whole.view.page.visited_at)
            self._next.say(self.tr("visited at {name}").format(name=names), self.tr("of the same unit"))
            return
        if not slots:
            self._next.say(self.tr("not on the line"), self.tr("no fixed visit yet"), "warn")
            return
        slot = slots[0]
        day = self.tr("today") if slot.next_due == today else speech.day_or_year(slot.next_due, today)
        clock = f"{slot.start // 60:02d}:{slot.start % 60:02d}"
        weeks = whole.sheet.weeks.get(slot.id, 0)
        parts = [
            self.rhythm(slot.every_weeks, speech.weekday(slot.next_due)),
            speech.text("unit.minutes", n=slot.minutes),
            self.tr("kept %n weeks", "", weeks) if weeks else "",
        ]
        tone = "accentText" if slot.next_due == today else "text"
        self._next.say(
            f"{speech.raised(day)} {clock}", self.tr(", ").join(part for part in parts if part), tone
        )

    def rhythm(self, every_weeks: int, weekday: str) -> str:
        """``每周三`` or ``every 2 weeks, Wed``."""
        if every_weeks == 1:
            return self.tr("every {weekday}").format(weekday=weekday)
        said = self.tr("{weekday}, {rhythm}")
        return said.format(weekday=weekday, rhythm=self._desk.speech.rhythm(every_weeks))

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
        self._kept.name.setToolTip(self._desk.speech.text("figure.promise_kept.formula"))
        if figure.value is None:
            self._kept.say("—", self.tr("no promise has come due"), "text3")
            return
        tone = "good" if figure.value >= 0.85 else "warn" if figure.value >= 0.6 else "bad"
        late = self.tr("%n overdue", "", overdue) if overdue else ""
        reason = self._desk.speech.joined((f"{figure.numerator} ÷ {figure.denominator}", late))
        self._kept.say(f"{figure.value:.0%}", reason, tone)

    def _say_orders(self, whole: AccountWhole, today: date) -> None:
        """What was ordered; where nothing was recorded lately, what a list says was sold in a year."""
        view, sold = whole.view, whole.sheet.lists.year
        worth, number = year_amount(view.history.orders, today, self._desk)
        by_list = not number and sold is not None
        self._orders.name.setText(self.tr("Sold, by list") if by_list else self.tr("Ordered in 12 months"))
        if not number and sold is not None:
            self._orders.say(*self._listed.year(sold))
            return
        if not number:
            said = self.tr("none recorded") if not view.history.orders else self.tr("none in 12 months")
            self._orders.say("—", said, "text3")
            return
        self._orders.say(
            worth or self.tr("%n orders", "", number), self.tr("%n orders", "", number) if worth else ""
        )

    def _say_last(self, view: AccountView, today: date) -> None:
        done = [v.visited_on or v.planned_date for v in view.history.visits if v.state == "done"]
        if not done:
            self._last.say(self.tr("never"), self.tr("no visit recorded"), "warn")
            return
        last = max(done)
        days = (today - last).days
        said = self.tr("today") if days <= 0 else self.tr("%n days ago", "", days)
        tone = "warn" if days > LONG_UNSEEN else "text"
        self._last.say(self._desk.speech.raised(said), self._desk.speech.day_or_year(last, today), tone)

    def retranslate(self) -> None:
        for place, share in enumerate(SHARES[self._desk.speech.language]):
            self._facts.setStretch(place, share)
        self._back.set_hint(self.tr("Back to the accounts"))
        self._briefing.set_label(self.tr("Briefing"))
        self._report.set_label(self.tr("Write the visit report"))
        self.apart.setTitle(self.tr("Take a merge apart"))
        self.rest.set_hint(self.tr("More about this account"))
        self._class.name.setText(self.tr("Class"))
        self._next.name.setText(self.tr("Next fixed visit"))
        self._decides.name.setText(self.tr("Who decides"))
        self._kept.name.setText(self.tr("Promises kept"))
        self._orders.name.setText(self.tr("Ordered in 12 months"))
        self._last.name.setText(self.tr("Last visit"))


def _decides(person: Person) -> bool:
    return person.until is None and any(r.role == "decision_maker" and r.until is None for r in person.roles)
