"""Who came along on a visit: typed, or one press for those who came before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column


class CompanionsPart(QWidget):
    """``field`` holds their names, parted by commas."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = QLineEdit()
        self._before = QWidget()
        self._flow = FlowLayout(6)
        self._before.setLayout(self._flow)
        self.setLayout(column(self.field, self._before, gap=6))

    def offer(self, names: Sequence[str]) -> None:
        """Those who came along before are one press away."""
        clear(self._flow)
        for name in names:
            button = Button(self._desk.theme, icon="plus", kind="ghost", small=True)
            button.set_label(name)
            button.setAccessibleName(self.tr("{name} came along").format(name=name))
            button.clicked.connect(lambda checked=False, name=name: self._with(name))
            self._flow.addWidget(button)
        self._before.setVisible(bool(names))

    def _with(self, name: str) -> None:
        here = self.names()
        if name not in here:
            self.field.setText(", ".join((*here, name)))

    def names(self) -> tuple[str, ...]:
        """What is typed, name by name."""
        names = self.field.text().replace("，", ",").replace("、", ",").split(",")
        return tuple(name.strip() for name in names if name.strip())
