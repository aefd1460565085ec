"""The book's card becomes a manager's, or a rep's again: what that means, before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.domain.contact import MANAGER
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row


class CardRoleDialog(QDialog):
    """``role`` is what the card is to say."""

    def __init__(self, desk: Desk, parent: QWidget | None, role: str, change: Callable[[], None]) -> None:
        super().__init__(parent)
        self._role, self._change = role, change
        self._heading = label(desk.theme, "heading", wrap=True)
        self.sentence = label(desk.theme, "body", wrap=True)
        self.cancel, self.primary = Button(desk.theme), Button(desk.theme, kind="primary", icon="check")
        self.setLayout(
            column(
                self._heading, self.sentence, None, row(None, self.cancel, self.primary), gap=12,
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(480, 240)
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self._go)
        self.retranslate()
        self.cancel.setFocus()

    def _go(self) -> None:
        self.accept()
        self._change()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        manager = self._role == MANAGER
        self.setWindowTitle(self.tr("My card"))
        self._heading.setText(
            self.tr("Make my card a manager's?") if manager else self.tr("Make my card a rep's?")
        )
        means = (
            self.tr("Reps who have it can then let you read an informant's entry, by your name.")
            if manager
            else self.tr("Reps can then no longer share an informant's entry with you as their manager.")
        )
        anew = self.tr(
            "The others know the card as it was: save it anew and give it to everybody, and change your other laptops "
            "likewise, or they count as somebody else's. The keys and the check code stay."
        )
        self.sentence.setText(f"{means}\n\n{anew}")
        self.cancel.set_label(self.tr("Cancel"))
        self.primary.set_label(self.tr("Change the card"))
