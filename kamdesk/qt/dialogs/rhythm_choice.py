"""How often those are to be visited who have no visit yet, by what kind of account they are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.domain.rhythm import Rank, parts
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row


class RhythmChoice(QWidget):
    """``changed``: another rhythm was chosen for one of the ranks. Hidden while nobody waits."""

    changed = Signal()

    def __init__(self, theme: Theme, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._chosen: dict[Rank, int] = {}
        self._waiting: Mapping[Rank, tuple[int, int]] = {}
        self._heading = label(theme, "body", "text2")
        self._names = {rank: label(theme, "body", "text2") for rank in Rank}
        self.combos = {rank: Combo() for rank in Rank}
        line: list[QWidget | int | None] = [self._heading, 2]
        for rank, combo in self.combos.items():
            self._names[rank].setBuddy(combo)
            line += [self._names[rank], combo, 6]
            combo.activated.connect(lambda _, rank=rank: self._choose(rank))
        self.setLayout(row(*line, None, gap=6))
        self.setVisible(False)

    def chosen(self) -> Mapping[Rank, int]:
        """What was chosen here; of the other ranks the rule or the usual holds."""
        return dict(self._chosen)

    def show_waiting(self, waiting: Mapping[Rank, tuple[int, int]], cycle_weeks: int) -> None:
        """How many of each rank wait, and every how many weeks they would be visited."""
        self._waiting = waiting
        self._cycle = cycle_weeks
        for rank, combo in self.combos.items():
            some = rank in waiting
            self._names[rank].setVisible(some)
            combo.setVisible(some)
        self.setVisible(bool(waiting))
        self.retranslate()

    def _choose(self, rank: Rank) -> None:
        weeks = self.combos[rank].currentData()
        if weeks != self._waiting[rank][1]:
            self._chosen[rank] = weeks
            self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("How often:"))
        for rank, (count, every) in self._waiting.items():
            said = self._speech.text(f"planning.rank.{rank.value}", n=count)
            self._names[rank].setText(said)
            combo = self.combos[rank]
            combo.clear()
            for weeks in parts(self._cycle):
                combo.addItem(self._speech.rhythm(weeks), weeks)
            combo.setCurrentIndex(combo.findData(every))
            combo.setAccessibleName(self.tr("How often: {whom}").format(whom=said))
