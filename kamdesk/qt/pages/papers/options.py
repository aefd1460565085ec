"""The papers to choose from and, below them, what can be chosen of the one that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QVBoxLayout, QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.papers.common import Audience
from kamdesk.papers.form import Sides
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.papers.card import PaperCard
from kamdesk.qt.pages.papers.choice import Choice, Kind, Whose
from kamdesk.qt.pages.papers.picker import AccountPicker
from kamdesk.qt.pages.papers.telling import PaperWords, audience_word, paper_names
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountTable

ICONS = {Kind.WEEK: "calendar-days", Kind.DAY: "calendar-clock", Kind.BRIEFING: "book-open"}
LANGUAGES = ("", "zh", "en")
WEEK = timedelta(days=7)
OTHER = 2
TODAY, TOMORROW, OTHER_DAY, THIS_WEEK, NEXT_WEEK, PICKED = range(6)


class Options(QWidget):
    """``changed`` gives the new choice when the user made it."""

    changed = Signal(object)

    def __init__(self, desk: Desk, choice: Choice, kinds: tuple[Kind, ...]) -> None:
        super().__init__()
        self._desk, self._choice = desk, choice
        self._telling = PaperWords(desk, self)
        theme = desk.theme
        self.cards = {kind: PaperCard(theme, icon) for kind, icon in ICONS.items()}
        self._group = QButtonGroup(self)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        for kind, card in self.cards.items():
            self._group.addButton(card)
            card.clicked.connect(lambda checked=False, kind=kind: self._take(kind=kind))
        self.week, self.days = Segments(theme, 3), Segments(theme, 3)
        self.whose = Combo()
        self.whose.addItems([""] * 6)
        self.any_day = DayField()
        self.picker = AccountPicker(theme)
        self.language = Segments(theme, 3)
        self.sides = Combo()
        for combo in (self.whose, self.sides):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
        self._about = label(theme, "caption", "text3", wrap=True)
        self._labels: dict[str, QLabel] = {
            name: label(theme, "caption", "text2") for name in ("when", "whose", "language", "sides")
        }
        said = self._labels
        box = column(
            said["when"], self.week, self.days, said["whose"], self.whose, self.any_day, self.picker, 4,
            said["language"], self.language, 4, said["sides"], self.sides, self._about, gap=5,
        )  # fmt: skip
        self._box: QFrame = frame(box, "card", (14, 12, 14, 14))
        self.setLayout(column(self._cards, self._box, None, gap=12))
        for buddy, widget in (("whose", self.whose), ("sides", self.sides)):
            said[buddy].setBuddy(widget)
        self.order_cards(kinds)
        self._connect()
        self.show_choice(choice)

    def _connect(self) -> None:
        self.week.picked.connect(self._take_week)
        self.days.picked.connect(self._take_day)
        self.whose.activated.connect(self._take_whose)
        self.any_day.changed.connect(self._take_any)
        self.picker.changed.connect(lambda: self._take(accounts=self.picker.picked()))
        self.language.picked.connect(lambda number: self._take(language=LANGUAGES[number]))
        self.sides.activated.connect(lambda number: self._take(sides=self.sides.itemData(number)))

    # the choice

    def choice(self) -> Choice:
        return self._choice

    def show_choice(self, choice: Choice) -> None:
        """Show another choice, which the user did not make here."""
        self._choice = choice
        self._fill()

    def set_accounts(self, table: AccountTable) -> None:
        self.picker.set_accounts(table)

    def order_cards(self, kinds: tuple[Kind, ...]) -> None:
        """The papers in this order."""
        for card in self.cards.values():
            self._cards.removeWidget(card)
        before: QWidget | None = None
        for kind in kinds:
            self._cards.addWidget(self.cards[kind])
            if before is not None:
                QWidget.setTabOrder(before, self.cards[kind])
            before = self.cards[kind]

    def _take(self, **what: object) -> None:
        self._choice = replace(self._choice, **what)  # type: ignore[arg-type]
        self._fill()
        self.changed.emit(self._choice)

    def _take_week(self, number: int) -> None:
        if number == OTHER:
            self._fill(other=True)
            self.any_day.setFocus()
            return
        self._take(monday=self._this_monday() + number * WEEK)

    def _take_day(self, number: int) -> None:
        if number == OTHER:
            self._fill(other=True)
            self.any_day.setFocus()
            return
        self._take(day=self._desk.today() + timedelta(days=number))

    def _take_whose(self, number: int) -> None:
        today, monday = self._desk.today(), self._this_monday()
        if number == OTHER_DAY:
            self._choice = replace(self._choice, whose=Whose.ON_DAY)
            self._fill(other=True)
            self.any_day.setFocus()
        elif number in (TODAY, TOMORROW):
            self._take(whose=Whose.ON_DAY, day=today + timedelta(days=number))
        elif number in (THIS_WEEK, NEXT_WEEK):
            self._take(whose=Whose.IN_WEEK, monday=monday + (number - THIS_WEEK) * WEEK)
        else:
            self._take(whose=Whose.PICKED, accounts=self.picker.picked())
            self.picker.field.setFocus()

    def _take_any(self, day: date | None) -> None:
        if day is None:
            return
        if self._choice.kind is Kind.WEEK:
            if monday_of(day) != self._choice.monday:
                self._take(monday=monday_of(day))
        elif day != self._choice.day:
            self._take(day=day)

    def _this_monday(self) -> date:
        return monday_of(self._desk.today())

    # what is seen of it

    def _fill(self, *, other: bool = False) -> None:
        choice, today = self._choice, self._desk.today()
        kind = choice.kind
        self.cards[kind].setChecked(True)
        weeks = (choice.monday - self._this_monday()).days // 7
        days = (choice.day - today).days
        self.week.set_choice(OTHER if other or weeks not in (0, 1) else weeks)
        self.days.set_choice(OTHER if other or days not in (0, 1) else days)
        whose = {Whose.PICKED: PICKED, Whose.ON_DAY: days if days in (TODAY, TOMORROW) else OTHER_DAY}.get(
            choice.whose, THIS_WEEK + (weeks == 1)
        )
        self.whose.setCurrentIndex(OTHER_DAY if other else whose)
        self.any_day.set_today(today)
        self.any_day.set_day(choice.monday if kind is Kind.WEEK else choice.day)
        self.picker.set_picked(choice.accounts)
        self.language.set_choice(LANGUAGES.index(choice.language))
        briefing = kind is Kind.BRIEFING
        self._labels["when"].setVisible(not briefing)
        self.week.setVisible(kind is Kind.WEEK)
        self.days.setVisible(kind is Kind.DAY)
        self._labels["whose"].setVisible(briefing)
        self.whose.setVisible(briefing)
        self.picker.setVisible(briefing and choice.whose is Whose.PICKED and not other)
        shown = {Kind.WEEK: self.week.choice() == OTHER, Kind.DAY: self.days.choice() == OTHER}
        self.any_day.setVisible(shown.get(kind, self.whose.currentIndex() == OTHER_DAY))
        self._fill_sides()
        self._say_when()

    def _fill_sides(self) -> None:
        """Briefings share no pages: for them the sparing form is the one without empty pages."""
        briefing = self._choice.kind is Kind.BRIEFING
        week = self._choice.kind is Kind.WEEK
        forms = (Sides.WHOLE, Sides.THRIFT, Sides.SINGLE) if week else (Sides.WHOLE, Sides.SINGLE)
        words = {
            Sides.WHOLE: self.tr("Both sides, a sheet an account")
            if briefing
            else self.tr("Both sides, a sheet a day"),
            Sides.THRIFT: self.tr("Save paper, days share pages"),
            Sides.SINGLE: self.tr("No empty pages") if briefing else self.tr("One side"),
        }
        self.sides.clear()
        for form in forms:
            self.sides.addItem(words[form], form)
        sparing = Sides.SINGLE if briefing else Sides.WHOLE
        chosen = self._choice.sides
        self.sides.choose(chosen if chosen in forms else sparing)
        about = {
            Sides.WHOLE: self.tr(
                "Pages for notes fill each sheet, so that a sheet can be put away by itself."
            ),
            Sides.THRIFT: self.tr("As few sheets as will do; the notes of all stops come at the end."),
            Sides.SINGLE: self.tr("The backs stay free for notes."),
        }
        self._about.setText(about[self.sides.currentData()])

    def _say_when(self) -> None:
        self._labels["when"].setText(self._telling.when(self._choice))

    # words

    def retranslate(self) -> None:
        audience = audience_word(Audience.INTERNAL)
        names = paper_names()
        about = {
            Kind.WEEK: self.tr("The week on a page, then each day"),
            Kind.DAY: self.tr("One day's stops, with blanks to fill in"),
            Kind.BRIEFING: self.tr("What to know and say on this visit"),
        }
        for kind, card in self.cards.items():
            card.say(names[kind], audience, about[kind])
        self.week.set_labels(self.tr("This week"), self.tr("Next week"), self.tr("Other…"))
        self.days.set_labels(self.tr("Today"), self.tr("Tomorrow"), self.tr("Other…"))
        texts = (
            self.tr("All of today's visits"),
            self.tr("All of tomorrow's visits"),
            self.tr("All visits of a day…"),
            self.tr("All of this week's visits"),
            self.tr("All of next week's visits"),
            self.tr("Accounts I pick"),
        )
        for number, text in enumerate(texts):
            self.whose.setItemText(number, text)
        self.language.set_labels(self.tr("As the window"), "中文", "English")
        self._labels["whose"].setText(self.tr("Whose briefings"))
        self._labels["language"].setText(self.tr("Language of the paper"))
        self._labels["sides"].setText(self.tr("Sheets"))
        self.whose.setAccessibleName(self.tr("Whose briefings"))
        self.sides.setAccessibleName(self.tr("Sheets"))
        self.any_day.setAccessibleName(self.tr("Day"))
        self.picker.retranslate()
        self._fill()
