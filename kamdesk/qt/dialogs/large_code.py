"""The book's card as a large QR code, with its check code below: to be photographed by the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.qr import QrCode

if TYPE_CHECKING:
    from kamdesk.qt.jobs.week_end import Circle


class LargeCodeDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget | None, circle: Circle) -> None:
        super().__init__(parent)
        self._circle = circle
        self._whose = label(desk.theme, "heading")
        self.code = QrCode(desk.theme)
        self._check = label(desk.theme, "figure")
        self._check.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.close_button = Button(desk.theme)
        self.close_button.clicked.connect(self.accept)
        self.setLayout(
            column(
                self._whose, (self.code, 1), self._check, row(None, self.close_button), gap=10,
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        room = self.screen().availableGeometry()
        side = min(760, room.height() - 60, room.width() - 60)
        self.resize(max(side - 120, 360), side)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        card = self._circle.card
        self.setWindowTitle(self.tr("My card"))
        self._whose.setText(
            f"{card.rep} ({card.device})" if card.rep.isascii() else f"{card.rep}（{card.device}）"
        )
        self.code.show_text(self._circle.text, self.tr("My card as a QR code, to be photographed"))
        self._check.setText(card.fingerprint)
        self._check.setAccessibleName(self.tr("Check code {code}").format(code=card.fingerprint))
        self.close_button.set_label(self.tr("Close"))
