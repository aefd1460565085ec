"""A book that is no longer to be met: what removing it means, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.week_end.names import peer_name
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer


class RemovePeerDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget | None, peer: Peer, remove: Callable[[], None]) -> None:
        super().__init__(parent)
        self._peer, self._remove = peer, remove
        self._heading = label(desk.theme, "heading", wrap=True)
        self._sentence = label(desk.theme, "body", wrap=True)
        self.cancel, self.remove = Button(desk.theme), Button(desk.theme, kind="primary", icon="ban")
        self.setLayout(
            column(
                self._heading, self._sentence, None, row(None, self.cancel, self.remove), gap=12,
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(480, 240)
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self._go)
        self.retranslate()

    def _go(self) -> None:
        self.accept()
        self._remove()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Remove a book"))
        self._heading.setText(self.tr("Remove {name}?").format(name=peer_name(self._peer)))
        self._sentence.setText(
            self.tr(
                "From now on no package of it is taken in, and none made here can be opened by it. What it has had it "
                "keeps: where a laptop was lost, tell the office, so that it removes it too. What came from it stays "
                "in this book. You can meet it again later."
            )
        )
        self.cancel.set_label(self.tr("Cancel"))
        self.remove.set_label(self.tr("Remove"))
