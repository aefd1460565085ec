"""Rows with a number, a name and a control each, as on the printed blank; a tick stands where a row is filled."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.painted import Step

LEAD = 118
"""How wide number and name are at least."""


class NumberedRows(QVBoxLayout):
    """``name_rows`` says what they are called, ``tick`` which are filled."""

    def __init__(self, theme: Theme, controls: Mapping[str, QHBoxLayout]) -> None:
        super().__init__()
        self._theme = theme
        self._steps = {name: Step(theme, number) for number, name in enumerate(controls, 1)}
        self._names = {name: label(theme, "strong") for name in controls}
        self._leads: list[QWidget] = []
        self.setContentsMargins(0, 0, 6, 0)
        self.setSpacing(10)
        for name, control in controls.items():
            lead = QWidget()
            self._leads.append(lead)
            lead.setLayout(row(self._steps[name], (self._names[name], 1), margins=(0, 4, 0, 0)))
            line = row((control, 1), gap=8)
            line.insertWidget(0, lead, 0, Qt.AlignmentFlag.AlignTop)
            self.addLayout(line)
        self.addStretch(1)

    def name_rows(self, names: Mapping[str, str]) -> None:
        for name, text in names.items():
            self._names[name].setText(text)
            self._steps[name].setAccessibleName(text)
        widest = max(self._theme.width(text, "strong") for text in names.values())
        for lead in self._leads:
            lead.setFixedWidth(max(LEAD, int(widest) + 36))

    def tick(self, filled: Mapping[str, bool]) -> None:
        for name, step in self._steps.items():
            step.set_state("done" if filled[name] else "open")
