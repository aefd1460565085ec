"""The text of the page in view: to the clipboard, and to whoever can't see the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kamdesk.qt.pages.papers.sheets import Sheets
from kamdesk.qt.press import Press

SETTLE_MS = 250
"""A page that is only scrolled past is not read out."""


class PageText(QObject):
    """``told`` says that the text is on the clipboard now."""

    told = Signal(str)

    def __init__(self, press: Press, sheets: Sheets) -> None:
        super().__init__(sheets)
        self._press, self._sheets = press, sheets
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self._describe)

    def describe_later(self) -> None:
        """Another page is in view."""
        self._later.start()

    def copy(self) -> None:
        leaf, page = self._sheets.leaf(), self._sheets.page() + 1
        if leaf is None:
            return

        def take(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.told.emit(self.tr("Text of page {n} copied").format(n=page))

        self._press.ask(lambda: leaf.drawn.text(leaf.number), take)

    def _describe(self) -> None:
        leaf = self._sheets.leaf()
        if leaf is not None:
            self._press.ask(lambda: leaf.drawn.text(leaf.number), self._sheets.setAccessibleDescription)
