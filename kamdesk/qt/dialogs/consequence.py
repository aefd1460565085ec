"""A step with consequences: what it means, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row


class Consequence(NamedTuple):
    """What such a dialog says: its title, the question, what the step means, the label of the step."""

    title: str
    question: str
    meaning: str
    step: str


class ConsequenceDialog(QDialog):
    """Carries ``step`` out once the user has read what it means; the words are the subclass's."""

    def __init__(self, desk: Desk, parent: QWidget | None, step: Callable[[], None], icon: str) -> None:
        super().__init__(parent)
        self._step = step
        self._heading = label(desk.theme, "heading", wrap=True)
        self._sentence = label(desk.theme, "body", wrap=True)
        self.cancel, self.go = Button(desk.theme), Button(desk.theme, kind="primary", icon=icon)
        self.setLayout(
            column(
                self._heading, self._sentence, None, row(None, self.cancel, self.go), gap=12,
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(480, 240)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.retranslate()

    def words(self) -> Consequence:
        raise NotImplementedError

    def _go(self) -> None:
        self.accept()
        self._step()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        said = self.words()
        self.setWindowTitle(said.title)
        self._heading.setText(said.question)
        self._sentence.setText(said.meaning)
        self.cancel.set_label(self.tr("Cancel"))
        self.go.set_label(said.step)
