"""The left of the page: the steps, the conflicts that wait, and what is looked up more seldom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from kamdesk.qt.pages.page import Density
from kamdesk.qt.pages.week_end.standing import Standing
from kamdesk.qt.pages.week_end.steps import OPEN, StepButton
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button, key_text
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row, rule

STEPS = ("gaps", "close", "hand", "take", "odds")
MORE = {"waiting": "clock", "history": "history", "circle": "users"}
WIDE, NARROW = 250, 208
MOST = 1_000
"""All of the room there is, but for what nothing else takes."""


class Left(QFrame):
    """``picked`` gives the name of the part that is wanted."""

    picked = Signal(str)

    def __init__(self, theme: Theme, odds: EntriesView) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.steps = {
            name: StepButton(theme, number, last=number == len(STEPS)) for number, name in enumerate(STEPS, 1)
        }
        self.more = {name: Button(theme, kind="section", icon=icon) for name, icon in MORE.items()}
        self._names = (*STEPS, *MORE)
        self._group = QButtonGroup(self)
        for number, name in enumerate(self._names):
            self._group.addButton(self.steps.get(name) or self.more[name], number)
        self._title = label(theme, "strong")
        self._settled = Elided(theme, "caption", "text2")
        self._odds = QWidget()
        self._odds.setLayout(column(rule(), row(self._title, (self._settled, 1)), (odds, 1), gap=6))
        steps = QVBoxLayout()
        steps.setSpacing(0)
        for step in self.steps.values():
            steps.addWidget(step)
        self.setLayout(
            column(
                steps, (self._odds, MOST), None, rule(), column(*self.more.values(), gap=2), gap=8,
                margins=(10, 10, 10, 10),
            )
        )  # fmt: skip
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.picked.emit(self._names[number]))

    def mark(self, name: str) -> None:
        """Which part is in view."""
        self._group.button(self._names.index(name)).setChecked(True)

    def set_density(self, density: Density) -> None:
        self.setFixedWidth(NARROW if density.narrow else WIDE)
        for step in self.steps.values():
            step.set_low(density.compact)

    # words

    def say_steps(self, states: Mapping[str, tuple[str, str]]) -> None:
        titles = {
            "gaps": self.tr("Fill the gaps"),
            "close": self.tr("Close the week"),
            "hand": self.tr("Hand over"),
            "take": self.tr("Take in"),
            "odds": self.tr("Settle conflicts"),
        }
        before = OPEN
        for number, (name, (state, said)) in enumerate(states.items(), 1):
            self.steps[name].say(titles[name], said, key_text(f"Alt+{number}"))
            self.steps[name].set_state(state, before)
            before = state

    def say_odds(self, waiting: int, settled: int, shown: int) -> None:
        """How many conflicts wait; ``shown`` are listed, with those just settled."""
        self._odds.setVisible(shown > 0)
        self._title.setText(self.tr("%n conflicts", "", waiting))
        self._settled.setText(self.tr("%n settled just now", "", settled) if settled else "")

    def say_more(self, standing: Standing) -> None:
        words = {
            "waiting": self.tr("Not taken in"),
            "history": self.tr("Packages"),
            "circle": self.tr("Whom I meet"),
        }
        counts = {"waiting": standing.waiting, "history": 0, "circle": standing.known}
        for number, (name, button) in enumerate(self.more.items(), len(STEPS) + 1):
            text = f"{words[name]} {counts[name]}" if counts[name] else words[name]
            button.set_label(text)
            button.setToolTip(f"{text}  {key_text(f'Alt+{number}')}")
