"""In the head of an account: how many of its questions are answered, and the way to those wanted most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kamdesk.qt.asked import Asked, count_of, most_urgent
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Icon
from kamdesk.qt.widgets.ring import QuestionRing


class AnsweredBlock(QWidget):
    """The same for every account, whatever lies behind the lock."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.ring = QuestionRing(theme)
        self._answered = label(theme, "strong")
        self._rest = label(theme, "caption", "text2")
        self._lock = Icon(theme, "lock", "text3", 13)
        self._locked = Elided(theme, "caption", "text3")
        self.urgent = Button(theme, kind="link", small=True)
        self.urgent.setProperty("tight", True)
        locked = row(self._lock, (self._locked, 1), gap=4)
        words = column(None, self._answered, self._rest, self.urgent, locked, None, gap=1)
        self.setLayout(row(self.ring, words, gap=12))

    def show_questions(self, asked: Sequence[Asked]) -> None:
        """How many of the questions are answered; what is secret is in no number."""
        count = count_of(asked)
        done = count.answered + count.away
        said = self.tr("{done} of {of} answered").format(done=done, of=count.of)
        self._answered.setText(said)
        rest = (
            self.tr("%n stale", "", count.stale) if count.stale else "",
            self.tr("%n open", "", count.open) if count.open else "",
        )
        self._rest.setText(self._desk.speech.joined(rest) or self.tr("nothing is wanting"))
        self.ring.show_count(done, count.stale, count.of, said)
        urgent = len(most_urgent(asked))
        self.urgent.set_label(
            self.tr("Fill in the %n most wanted", "", urgent) if urgent else self.tr("See them all")
        )
        self._locked.setText(self.tr("one more behind the lock"))
