"""One of the two who may have asked: a radio button over fields that open when it is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QRadioButton, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row, set_role


class AskerButton(QRadioButton):
    """The arrows choose as they go, from the first press on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        at = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(at, AskerButton):
            at.setChecked(True)


class AskerOption(QFrame):
    """``tone`` is that of the words that say what this answer counts as."""

    def __init__(self, desk: Desk, tone: str, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self.radio = AskerButton()
        self.radio.setFont(desk.theme.font("strong"))
        self.cost = label(desk.theme, "caption", tone)
        self._fields = QWidget()
        self._fields.setLayout(column(*fields, gap=6))
        self.setLayout(column(row(self.radio, None, self.cost), self._fields, gap=4, margins=(10, 6, 12, 8)))
        self.radio.toggled.connect(self._open)
        self._open(False)

    def _open(self, on: bool) -> None:
        self._fields.setVisible(on)
        set_role(self, "chosen" if on else "option")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
