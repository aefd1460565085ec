"""What this is, which version, whose work it carries, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row, rule

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

ROWS = 10


class AboutDialog(QDialog):
    def __init__(self, desk: Desk, window: MainWindow, version: str) -> None:
        super().__init__(window)
        theme = desk.theme
        self._window, self._version = window, version
        self._title = label(theme, "title", text="kamdesk")
        self._what = label(theme, "body", wrap=True)
        self._licences = label(theme, "caption", "text2", wrap=True)
        self._licences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._keys_title = label(theme, "heading")
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(14)
        self._keys.setVerticalSpacing(3)
        names = [action.objectName() for action in window.actions_.all()]
        self._labels = {}
        for number, name in enumerate(names):
            words, key = label(theme, "caption", "text2"), label(theme, "captionStrong")
            self._labels[name] = (words, key)
            line, part = number % ROWS, number // ROWS
            self._keys.addWidget(key, line, part * 2)
            self._keys.addWidget(words, line, part * 2 + 1)
        self._close = Button(theme, kind="primary")
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(8)
        for part in (self._title, self._what, rule(), self._keys_title):
            box.addWidget(part)
        box.addLayout(self._keys)
        box.addWidget(rule())
        box.addWidget(self._licences)
        box.addLayout(row(None, self._close))
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About kamdesk"))
        said = self.tr(
            "A desk for looking after key accounts: the fixed week, what was promised, what is known. "
            "Version {version}."
        )
        self._what.setText(said.format(version=self._version))
        self._keys_title.setText(self.tr("Keys"))
        actions = self._window.actions_
        for name, (words, key) in self._labels.items():
            words.setText(actions[name].text().replace("&", "").rstrip("…"))
            key.setText(actions.key(name))
        licences = self.tr(
            "MIT licence. It carries the fonts Noto Sans SC (OFL 1.1) and Lucide icons (ISC and MIT) and stands on "
            "Qt {qt} for Python (LGPL 3), SQLAlchemy, SQLCipher and ReportLab."
        )
        self._licences.setText(licences.format(qt=qVersion()))
        self._close.set_label(self.tr("Close"))
