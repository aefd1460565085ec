"""Asked where a draft was begun before the report that is saved now: what it says more, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided
from kamdesk.qt.widgets.layouts import column, frame, row


class OlderDraft(QWidget):
    """Hidden until it asks. ``answered``: whether what the draft says more goes into the form, or is thrown away."""

    answered = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.kept: dict[str, Any] | None = None
        """The draft in question."""
        self._rows: tuple[str, ...] = ()
        self._said, self._differs = Elided(theme, "strong"), Elided(theme, "caption", "text2")
        self.take, self.drop = Button(theme), Button(theme)
        words = column(self._said, self._differs, gap=1)
        inside = row((words, 1), self.take, self.drop)
        self.setLayout(column(frame(inside, "warn", (12, 8, 12, 8))))
        self.take.clicked.connect(lambda: self.answered.emit(True))
        self.drop.clicked.connect(lambda: self.answered.emit(False))
        self.hide()

    def ask(self, kept: Mapping[str, Any], rows: Sequence[str]) -> None:
        """``rows`` are the names of the rows of the form in which the draft says more."""
        self.kept, self._rows = dict(kept), tuple(rows)
        self.retranslate()
        self.show()

    def forget(self) -> None:
        self.kept = None
        self.hide()

    def retranslate(self) -> None:
        self.take.set_label(self.tr("Put it into the report"))
        self.drop.set_label(self.tr("Throw the draft away"))
        self._said.setText(self.tr("The report is saved; a draft begun before that says something else."))
        rows = self.tr(", ").join(self._rows)
        self._differs.setText(self.tr("Differs in: {rows}").format(rows=rows))
