"""Which of the year's goals is looked at: side by side while they are few, else in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.goals.words import metric_name
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.layouts import clear, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.targets import GoalTarget

FEW = 4


class MetricChoice(QWidget):
    """``picked`` gives a target's id."""

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._targets: tuple[GoalTarget, ...] = ()
        self._chosen: GoalTarget | None = None
        self._shown: tuple[str, ...] = ()
        self._segments: Segments | None = None
        self._combo: Combo | None = None
        self._box = row(gap=0)
        self.setLayout(self._box)

    def show_targets(self, targets: Sequence[GoalTarget], chosen: GoalTarget | None) -> None:
        self._targets, self._chosen = tuple(targets), chosen
        names = tuple(metric_name(target, self._desk.speech) for target in targets)
        if names != self._shown:
            self._shown = names
            self._make(names)
        number = next((n for n, target in enumerate(targets) if chosen and target.id == chosen.id), 0)
        if self._segments is not None:
            self._segments.set_choice(number)
        if self._combo is not None:
            self._combo.setCurrentIndex(number)

    def _make(self, names: tuple[str, ...]) -> None:
        clear(self._box)
        self._segments, self._combo = None, None
        if 1 < len(names) <= FEW:
            self._segments = Segments(self._desk.theme, len(names))
            self._segments.set_labels(*names)
            self._segments.picked.connect(self._pick)
            self._box.addWidget(self._segments)
        elif names:
            self._combo = Combo()
            for name in names:
                self._combo.addItem(name)
            self._combo.setEnabled(len(names) > 1)
            self._combo.activated.connect(self._pick)
            self._box.addWidget(self._combo)
        self.retranslate()

    def _pick(self, number: int) -> None:
        self.picked.emit(self._targets[number].id)

    def retranslate(self) -> None:
        if self._combo is not None:
            self._combo.setAccessibleName(self.tr("What the goal counts"))
        if self._shown and self._targets:
            self.show_targets(self._targets, self._chosen)
