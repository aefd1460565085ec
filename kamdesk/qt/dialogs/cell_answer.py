"""The field in which a doubtful cell of a list is answered with the value itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column


class CellAnswer(QWidget):
    """What is typed stays until it is right; below it stands what is wrong with it."""

    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = QLineEdit()
        self._wrong = label(desk.theme, "caption", "bad", wrap=True)
        self.setLayout(column(self.field, self._wrong, gap=2, margins=(26, 0, 0, 0)))
        self.field.textEdited.connect(lambda _: self._say(""))
        self.field.returnPressed.connect(self.entered)
        self.show_value("")

    def show_value(self, text: str) -> None:
        """What the list said, to be mended."""
        self.field.setText(text)
        self._say("")

    def text(self) -> str:
        return self.field.text().strip()

    def wrong(self) -> str:
        """What is said to be wrong; empty for nothing."""
        return self._wrong.text()

    def refuse(self, error: Exception) -> None:
        """Why it can't be taken; where its reader doubts it, with what it doubts."""
        said = self._desk.speech.error(error)
        if isinstance(error, KamdeskError) and error.code == "import_answer_cell":
            reason = self._desk.speech.text(f"import.reason.{error.values['reason']}")
            said = self._desk.speech.joined((self._desk.speech.raised(reason), said))
        self._say(said)
        self.begin()

    def begin(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _say(self, reason: str) -> None:
        set_wrong(self.field, reason)
        self.field.setAccessibleDescription(reason)
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))
