"""What reports said of competitors and nobody made a record of yet: a line each, and one press to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import clear, column, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.history import PastVisit

MOST = 3


def mentions(whole: AccountWhole) -> list[PastVisit]:
    """The visits whose report speaks of competitors, the newest first, but for those of which there is a record."""
    moves = whole.known.of("competitor_move")
    days = {move.get("known_on") for move in moves}
    texts = [str(move.get("said") or "") for move in moves]
    return [
        visit
        for visit in whole.view.history.visits
        if visit.rival_note
        and visit.visited_on not in days
        and not any(visit.rival_note in text for text in texts)
    ]


class MentionsBar(QWidget):
    """Hidden where there are none. ``asked`` as a section's."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = column(gap=2)
        self._more = label(desk.theme, "caption", "text3")
        self.buttons: list[Button] = []
        self.setLayout(column(self._lines, self._more, gap=2, margins=(0, 0, 0, 6)))
        self.hide()

    def show_account(self, whole: AccountWhole) -> None:
        found = mentions(whole)
        clear(self._lines)
        self.buttons = []
        for visit in found[:MOST]:
            day = visit.visited_on or visit.planned_date
            when = self._desk.speech.day_or_year(day, self._desk.today())
            said = Elided(self._desk.theme, "body")
            said.setText(
                self.tr("Said on the visit of {day}: {text}").format(day=when, text=visit.rival_note)
            )
            button = Button(self._desk.theme, icon="swords", small=True)
            button.set_label(self.tr("Make a record of it"))
            button.setAccessibleDescription(said.text())
            button.clicked.connect(lambda checked=False, key=visit.id: self.asked.emit("record_mention", key))
            self.buttons.append(button)
            line = QWidget()
            line.setLayout(row(Icon(self._desk.theme, "swords", "text2"), (said, 1), button))
            self._lines.addWidget(line)
        rest = len(found) - MOST
        self._more.setText(self.tr("%n more reports speak of competitors", "", max(rest, 0)))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(found))
