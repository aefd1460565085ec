"""A form of a few rows, label and control, for dialogs that need no more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from kamdesk.qt.widgets.focus_chain import named_by


class RowsForm:
    """Each control has its label before it; the words are said by the dialog with ``say``."""

    def __init__(self, controls: Sequence[QWidget | QLayout]) -> None:
        self._controls = controls
        self._labels: list[QLabel] = []

    def setupUi(self, widget: QWidget) -> None:
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, control in enumerate(self._controls):
            label = QLabel()
            label.setProperty("tone", "text2")
            self._labels.append(label)
            grid.addWidget(label, number, 0)
            if isinstance(control, QWidget):
                label.setBuddy(control)
                grid.addWidget(control, number, 1)
            else:
                grid.addLayout(control, number, 1)
                if isinstance(control, QGridLayout):
                    grid.setAlignment(label, Qt.AlignmentFlag.AlignTop)

    def retranslateUi(self, widget: QWidget) -> None:
        """The dialog says the words."""

    def say(self, *texts: str) -> None:
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
            buddy = named_by(label)
            if buddy is not None and not buddy.accessibleName():
                buddy.setAccessibleName(text)

    def show_row(self, control: QWidget, on: bool) -> None:
        """Show or hide a control with its label."""
        control.setVisible(on)
        for label in self._labels:
            if named_by(label) is control:
                label.setVisible(on)
