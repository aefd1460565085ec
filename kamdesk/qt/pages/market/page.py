"""Market: who is a key account and who near it, where the value lies, who comes, what rivals do, how ready we are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup

from kamdesk.qt.book_questions import BookQuestions
from kamdesk.qt.jobs import market as jobs
from kamdesk.qt.market_actions import MARKET_KEYS
from kamdesk.qt.pages.market.map_section import MapSection
from kamdesk.qt.pages.market.own_section import OwnSection
from kamdesk.qt.pages.market.prospects_section import ProspectsSection
from kamdesk.qt.pages.market.rivals_section import RivalsSection
from kamdesk.qt.pages.market.rule_section import RuleSection
from kamdesk.qt.pages.market.value_section import ValueSection
from kamdesk.qt.pages.page import Density, Page, step_with_keys
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.current_stack import CurrentStack
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.reads.market_page.view import MarketView

QUESTIONS = {
    "rule": ("W15", "W4", "W5", "W6", "W7"),
    "value": ("W1",),
    "map": ("W9",),
    "prospects": ("W8", "W7"),
    "rivals": ("W10", "W11"),
    "own": (),
}
"""The questions of the book that each section answers."""
BESIDE, ROOMY = 276, 1500
SECTIONS = ("rule", "value", "map", "prospects", "rivals", "own")
OF_ACCOUNTS = ("value", "map")
"""What has nothing to show, nor to record, without accounts."""


class MarketPage(Page):
    """``asked`` gives a deed with its key: one of `MARKET_KEYS`, or what a row of a section stands for."""

    asked = Signal(str, str)
    account_asked = Signal(str)
    import_asked = Signal()
    chosen = Signal()
    question_asked = Signal(str, str)

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self._view: MarketView | None = None
        self.title = label(theme, "title")
        self.sub = Elided(theme, "body", "text2")
        self.tabs = {name: Button(theme, kind="view") for name in SECTIONS}
        self._group = QButtonGroup(self)
        yield
        self.rule = RuleSection(desk)
        yield
        self.value = ValueSection(desk)
        yield
        self.map = MapSection(desk)
        yield
        self.prospects = ProspectsSection(desk)
        yield
        self.rivals = RivalsSection(desk)
        yield
        self.own = OwnSection(desk)
        yield
        self._stack = CurrentStack()
        for name, button in self.tabs.items():
            self._group.addButton(button)
            self._stack.addWidget(getattr(self, name))
            button.clicked.connect(lambda checked=False, name=name: self.show_section(name))
        self.tabs["rule"].setChecked(True)
        yield
        self.questions = BookQuestions(desk, QUESTIONS["rule"])
        self.ask = Button(theme, kind="toggle", icon="circle-help", small=True)
        tabs = row(*self.tabs.values(), None, self.ask, gap=18)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._empty = EmptyState(theme, "store", first_icon="file-down")
        self._empty.hide()
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._empty, 1)
        self._body.addWidget(self.questions)
        yield
        self.setLayout(
            column(
                row(self.title, 4, (self.sub, 1)),
                tabs,
                (self._body, 1),
                gap=8,
                margins=self.density.margins(),
            )
        )
        for part in (self.rule, self.value, self.map, self.prospects, self.rivals):
            part.account_asked.connect(self.account_asked)
        for part in (self.rule, self.map, self.prospects, self.rivals, self.own):
            part.asked.connect(self.asked)
        self.rule.card.changed.connect(lambda _: self.chosen.emit())
        self.prospects.chosen.connect(self.chosen)
        step_with_keys(self, self.step)
        self._turned: bool | None = None
        self.ask.clicked.connect(self._turn)
        self._empty.first.clicked.connect(self.import_asked)
        self.rule.empty.first.clicked.connect(self.import_asked)
        self.questions.counted.connect(self._say_count)
        self.questions.deed_asked.connect(self.question_asked)
        self.questions.grown.connect(self._fit_questions)
        yield
        self.set_density(Density())
        self.retranslate()

    def view(self) -> MarketView | None:
        return self._view

    def section(self) -> str:
        """The name of the section in view."""
        return SECTIONS[self._stack.currentIndex()]

    def show_section(self, name: str) -> None:
        if any(tab.hasFocus() for tab in self.tabs.values()):
            self.tabs[name].setFocus()
        self.tabs[name].setChecked(True)
        self._stack.setCurrentIndex(SECTIONS.index(name))
        self._stack.updateGeometry()
        self._show_stack()
        self.questions.show_only(QUESTIONS[name])
        self._show_questions()
        self.chosen.emit()

    def step(self, by: int) -> None:
        """To the section after the one in view, or before it; the keys go along."""
        name = SECTIONS[(SECTIONS.index(self.section()) + by) % len(SECTIONS)]
        self.tabs[name].setFocus()
        self.show_section(name)

    def to_keep(self) -> dict[str, object]:
        return {"section": self.section()}

    # reading

    def arrive(self) -> None:
        super().arrive()
        self.tabs[self.section()].setFocus()

    def read(self) -> None:
        self.desk.runner.afterwards(self.questions.read)
        self.desk.runner.read(jobs.market_view, done=self._show, latest=True, now=self.desk.now())

    def _show(self, view: MarketView) -> None:
        self._view = view
        for name in SECTIONS:
            getattr(self, name).show_view(view)
        self._say_sub()
        self._show_stack()
        self.rows_shown.emit()

    def _show_stack(self) -> None:
        """What is counted over accounts gives way, where there are none, to how they come in."""
        bare = self._view is not None and not self._view.units and self.section() in OF_ACCOUNTS
        self._stack.setVisible(not bare)
        self._empty.setVisible(bare)

    def show_evidence(self) -> None:
        """The keys go to what the section in view shows."""
        places = {
            "rule": self.rule.table, "value": self.value.table, "map": self.map.service_table,
            "prospects": self.prospects.leads, "rivals": self.rivals.moves, "own": self.own.points,
        }  # fmt: skip
        places[self.section()].setFocus()

    # the questions beside

    def _turn(self, on: bool) -> None:
        self._turned = on
        self._show_questions()

    def _show_questions(self) -> None:
        """Shown where there is room for them, or where they were asked for."""
        there = bool(QUESTIONS[self.section()])
        on = self._turned if self._turned is not None else self.width() >= ROOMY
        self.ask.setVisible(there)
        self.ask.setChecked(on)
        self.questions.setVisible(there and on)

    def _say_count(self) -> None:
        answered, of = self.questions.standing()
        self.ask.set_label(self.tr("Questions {n}/{all}").format(n=answered, all=of))

    def _fit_questions(self) -> None:
        down = self.density.narrow
        self.questions.setMinimumHeight(self.questions.height_wanted() if down else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_questions()

    def possible(self) -> dict[str, bool]:
        """Which of `MARKET_KEYS` can be done now."""
        view = self._view
        prospect = self.prospects.prospect() is not None
        return dict.fromkeys(MARKET_KEYS, view is not None) | {
            "confirm_rule": self.rule.card.can_confirm(),
            "mark_by_rule": bool(self.rule.differing()),
            "edit_prospect": prospect,
            "pass_lead": prospect,
            "add_duty": view is not None and bool(view.team),
        }

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        for name in SECTIONS:
            getattr(self, name).set_narrow(density.narrow)
        down = density.narrow
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        self.questions.setMinimumWidth(0 if down else BESIDE)
        self.questions.setMaximumWidth(16777215 if down else BESIDE)
        self._fit_questions()

    def _say_sub(self) -> None:
        view = self._view
        if view is None:
            return
        keys = sum(bool(unit.is_key) for unit in view.units.values())
        parts = (self.tr("%Ln accounts", "", len(view.units)), self.tr("%Ln marked key", "", keys))
        self.sub.setText(self.desk.speech.joined(parts))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Market"))
        words = (
            self.tr("Key or ordinary"), self.tr("80/20"), self.tr("Value and stage"), self.tr("Prospects"),
            self.tr("Rivals"), self.tr("Our side"),
        )  # fmt: skip
        for button, word in zip(self.tabs.values(), words, strict=True):
            button.set_label(word)
        for empty in (self._empty, self.rule.empty):
            empty.say(
                self.tr("No accounts yet"),
                self.tr("Take in the customer list from the office; then you see here who is key, and why."),
                self.tr("Import a list"),
            )
        for name in SECTIONS:
            getattr(self, name).retranslate()
        self._say_sub()
        self.questions.say_answers()
