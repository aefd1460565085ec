"""The week's goal on the page of the day: what is there of it, and the way to the page of goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.goals.periods import Span
from kamdesk.qt.charts.pace_card import PaceCard
from kamdesk.qt.jobs import goals as jobs
from kamdesk.qt.measure import measure_of
from kamdesk.qt.pages.goals.words import pace

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.goal_page.view import GoalView


class WeekGoal(QObject):
    """Hidden as long as no goal is set; read once the day itself stands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._view: GoalView | None = None
        self.card = PaceCard(window.desk.theme)
        self.card.setCheckable(False)
        self.card.hide()
        self.card.clicked.connect(lambda: window.go("goals"))
        window.today.cards.put_first(self.card)
        window.today.rows_shown.connect(lambda: self._desk.runner.afterwards(self.read))
        self._desk.speech.changed.connect(self.say)

    def read(self) -> None:
        if self._window.page() == "today" and self._desk.runner.is_open():
            self._desk.runner.read(
                jobs.goal_view, done=self._show, latest=True, target_id=None, span=str(Span.WEEK), monday=None,
                now=self._desk.now(), holidays=self._desk.holidays,
            )  # fmt: skip

    def _show(self, view: GoalView) -> None:
        self._view = view
        self.say()

    def say(self) -> None:
        """The card in the language of the moment."""
        view = self._view
        card = view.card if view is not None else None
        self.card.setVisible(card is not None)
        if view is None or card is None or view.target is None:
            return
        speech = self._desk.speech
        measure = measure_of(view.target, speech.language, (card.target, card.actual, card.due))
        self.card.show_pace(pace(card, view, measure, speech))
