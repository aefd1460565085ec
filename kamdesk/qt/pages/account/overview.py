"""The account on one page: what is recorded of it, card by card, each leading to where more stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.cards import Card, Line
from kamdesk.qt.pages.account.overview_words import OverviewWords
from kamdesk.qt.pages.account.plan_words import PLANNED, PlanWords
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

LEFT = {
    "next": ("flag", "show_history"),
    "promises": ("handshake", "show_promises"),
    "needs": ("heart-handshake", "show_needs"),
    "stage": ("flag", "show_stage"),
    "last": ("map-pin", "show_history"),
    "figures": ("list-filter", ""),
}
RIGHT = {
    "identity": ("building-2", "edit_account"),
    "people": ("users", "show_people"),
    "rivals": ("swords", "show_rivals"),
    "days": ("umbrella", "show_risks"),
    "line": ("route", "show_line"),
    "trade": ("package", "show_trade"),
}


class OverviewSection(Section):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._words = OverviewWords(desk, self)
        self._plan = PlanWords(desk, self)
        self.cards: dict[str, Card] = {}
        columns: list[QVBoxLayout] = []
        for part in (LEFT, RIGHT):
            made = []
            for name, (icon, deed) in part.items():
                card = Card(desk.theme, icon)
                card.asked.connect(lambda name=deed: self.asked.emit(name, "") if name else None)
                card.opened.connect(self.asked)
                self.cards[name] = card
                made.append(card)
            columns.append(column(*made, None, gap=12))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(12)
        self._box.setContentsMargins(0, 0, 4, 0)
        for each in columns:
            self._box.addLayout(each, 1)
        body = QWidget()
        body.setObjectName("page")
        body.setLayout(self._box)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column((self._scroll, 1)))
        self._scroll.setWidget(body)

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        for name, card in self.cards.items():
            lines: list[Line] = getattr(self._plan if name in PLANNED else self._words, name)(whole)
            card.show_lines(lines)
        self._say_titles()

    def leave(self) -> None:
        super().leave()
        for card in self.cards.values():
            card.show_lines([])

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down, aside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if density.narrow else aside)
        self._scroll.setMinimumHeight(360 if density.narrow else 230)

    def focus_first(self) -> None:
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_titles(self) -> None:
        for name, (title, link) in {**self._words.titles(self.whole), **self._plan.titles()}.items():
            self.cards[name].say(title, link)

    def retranslate(self) -> None:
        self._say_titles()
        if self.whole is not None:
            self.show_account(self.whole)
