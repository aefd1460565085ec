"""What a visit came to: one of six, chosen with a digit too."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from kamdesk.domain.visit import Outcome
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import FlowLayout


class OutcomePart(QWidget):
    """``buttons`` are the outcomes in the order of their digits, ``group`` tells when one is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.buttons = {each.value: Button(desk.theme, kind="toggle") for each in Outcome}
        self.group = QButtonGroup(self)
        flow = FlowLayout(6)
        self.setLayout(flow)
        for button in self.buttons.values():
            self.group.addButton(button)
            flow.addWidget(button)

    def clear(self) -> None:
        self.group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self.group.setExclusive(True)

    def chosen(self) -> str | None:
        return next((outcome for outcome, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, outcome: object) -> None:
        """Choose one by its code; another value chooses none."""
        if outcome in self.buttons:
            self.buttons[str(outcome)].setChecked(True)

    def choose_number(self, number: int) -> None:
        """The outcome behind a digit, 1 to 6."""
        buttons = list(self.buttons.values())
        if 1 <= number <= len(buttons):
            buttons[number - 1].setChecked(True)

    def retranslate(self) -> None:
        speech = self._desk.speech
        for number, (outcome, button) in enumerate(self.buttons.items(), 1):
            button.set_label(f"{number} {speech.raised(speech.choice('visit.outcome', outcome))}")
