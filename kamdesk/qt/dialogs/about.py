"""What this is, which version, whose work it carries, and the keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kamdesk.qt.actions import action_words, menu_words
from kamdesk.qt.desk import Desk
from kamdesk.qt.menus import MENUS
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row, rule

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

COLUMNS = (
    (("book", "edit", "help"), ("account", "visits"), ("promise", "view")),
    (("book", "edit", "account"), ("visits", "promise", "view", "help")),
)
"""The menus whose keys stand one below the other; in two columns where the screen is too narrow for three."""


def without_letter(words: str) -> str:
    """The words of a menu without the letter that opens it: ``&Book``, ``客户簿(&B)``."""
    return re.sub(r"\(&\w\)", "", words).replace("&", "")


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
        self._labels: dict[str, tuple[QLabel, QLabel]] = {}
        self._menus: dict[str, QLabel] = {}
        self._groups = {menu: self._keys_of(desk, menu) for menu, _ in MENUS}
        inside = QWidget()
        inside.setObjectName("formBody")
        self._columns = QGridLayout(inside)
        self._columns.setHorizontalSpacing(28)
        self._columns.setVerticalSpacing(0)
        self._columns.setContentsMargins(0, 0, 12, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setObjectName("formBody")
        self._close = Button(theme, kind="primary")
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(8)
        for part in (self._title, self._what, rule(), self._keys_title):
            box.addWidget(part)
        box.addWidget(self._scroll, 1)
        box.addWidget(rule())
        box.addWidget(self._licences)
        box.addLayout(row(None, self._close))
        self._scroll.setMinimumHeight(160)
        self.retranslate()
        self.ensurePolished()
        self._fit()

    def _keys_of(self, desk: Desk, menu: str) -> QWidget:
        """The keys of one menu, under its name."""
        group = QWidget()
        keys = QGridLayout(group)
        keys.setContentsMargins(0, 0, 0, 14)
        keys.setHorizontalSpacing(14)
        keys.setVerticalSpacing(3)
        keys.setColumnStretch(1, 1)
        self._menus[menu] = label(desk.theme, "strong")
        keys.addWidget(self._menus[menu], 0, 0, 1, 2)
        for name in filter(None, dict(MENUS)[menu]):
            words, key = label(desk.theme, "caption", "text2"), label(desk.theme, "captionStrong")
            self._labels[name] = (words, key)
            keys.addWidget(key, keys.rowCount(), 0)
            keys.addWidget(words, keys.rowCount() - 1, 1)
        return group

    def _arrange(self, columns: tuple[tuple[str, ...], ...]) -> None:
        while self._columns.count():
            self._columns.takeAt(0)
        for number, menus in enumerate(columns):
            self._columns.setColumnStretch(number, 1)
            box = column(*(self._groups[menu] for menu in menus), None, gap=0)
            self._columns.addLayout(box, 0, number)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._fit()

    def _fit(self) -> None:
        """As wide as the keys, and as high as they are where the screen has the room; else they scroll.

        Done before it is shown, so that the window is made in this size, and once more when its fonts are known.
        """
        screen = self.screen().availableGeometry()
        inside, box = self._scroll.widget(), self.layout()
        wide = sum(max(self._groups[menu].sizeHint().width() for menu in menus) for menus in COLUMNS[0])
        self._arrange(COLUMNS[0 if wide + 2 * 28 + 80 <= screen.width() else 1])
        inside.layout().activate()
        self._scroll.setMinimumWidth(inside.minimumSizeHint().width() + 14)
        box.activate()
        width = box.sizeHint().width()
        above = box.heightForWidth(width) - self._scroll.sizeHint().height()
        self.setMinimumWidth(width)
        self.resize(width, min(above + inside.sizeHint().height() + 4, screen.height() - 80))

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
        actions, menus = action_words(), menu_words()
        for menu, title in self._menus.items():
            title.setText(without_letter(menus[menu]))
        for name, (words, key) in self._labels.items():
            words.setText(without_letter(actions[name]).rstrip("…"))
            key.setText(self._window.actions_.key(name))
        licences = self.tr(
            "MIT licence. It carries the fonts Noto Sans SC (OFL 1.1), Lucide icons (ISC and MIT) and towns from "
            "GeoNames (geonames.org, CC BY 4.0, a selection), and stands on "
            "Qt {qt} for Python (LGPL 3), SQLAlchemy, SQLCipher and ReportLab."
        )
        self._licences.setText(licences.format(qt=qVersion()))
        self._close.set_label(self.tr("Close"))
