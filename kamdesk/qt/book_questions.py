"""The questions asked once of the book, beside the page on which they are answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.asked import Asked, asked_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.widgets.question_panel import QuestionPanel

if TYPE_CHECKING:
    from kamdesk.domain.questions.answer import Answer
    from kamdesk.reads.questions.answers import Answered


class BookQuestions(QuestionPanel):
    """Shows those of ``ids``. ``deed_asked`` gives (deed, id of the question), ``counted`` comes with new answers."""

    deed_asked = Signal(str, str)
    counted = Signal()

    def __init__(self, desk: Desk, ids: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ids = tuple(ids)
        self._answers: tuple[Answer, ...] = ()
        self.asked.connect(self.deed_asked)

    def show_only(self, ids: Sequence[str]) -> None:
        """Other questions of the book: those of another part of the page."""
        self._ids = tuple(ids)
        self.say_answers()

    def read(self) -> None:
        """Ask the book anew."""
        self._desk.runner.read(jobs.book_answers, done=self._show, latest=True, today=self._desk.today())

    def _show(self, answered: Answered) -> None:
        self._answers = answered.answers
        self.say_answers()

    def say_answers(self) -> None:
        """The answers in the language of the moment."""
        mine = [answer for answer in self._answers if answer.question in self._ids]
        self.show_questions(asked_of(mine, self._desk.speech, unlocked=False))
        self.counted.emit()

    def question(self, question_id: str) -> Asked | None:
        return next((each for each in self.questions() if each.id == question_id), None)

    def standing(self) -> tuple[int, int]:
        """How many are answered, of how many."""
        found = self.questions()
        return sum(each.state in ("answered", "n/a") for each in found), len(found)
