"""A dialog that has found something which took time: it is given up only when that is asked for twice."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from kamdesk.qt.widgets.labels import set_tone


class KeptDialog(QDialog):
    """``holds`` says whether there is something to lose, ``said`` is where that is told. Its words follow the
    language.
    """

    said: QLabel

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._warned = False

    def holds(self) -> bool:
        return False

    def found_anew(self) -> None:
        """What is held now has not been asked for yet."""
        self._warned = False

    def reject(self) -> None:
        if self.holds() and not self._warned:
            self._warned = True
            self.said.setText(self.tr("Nothing of this has been accepted. Close again to give it up."))
            set_tone(self.said, "warn")
            return
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say its words anew."""
