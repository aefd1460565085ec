"""The popover behind the book's state: where it lies, whether it is locked, what copies there are, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QLocale, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row, rule
from kamdesk.qt.widgets.popover import Popover

if TYPE_CHECKING:
    from kamdesk.reads.book_card import BookCard

WIDTH = 460


class BookCardPopover(Popover):
    """Shows a BookCard under the top bar's right end."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        theme = desk.theme
        self._desk = desk
        self._card: BookCard | None = None
        self._title = label(theme, "heading")
        self._facts = label(theme, "body", wrap=True)
        self._path = label(theme, "caption", "text2", wrap=True)
        self._copies_title = label(theme, "strong")
        self._copies = label(theme, "body", wrap=True)
        self._back = label(theme, "caption", "text2", wrap=True)
        for text in (self._path, self._back):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = Button(theme, icon="folder-open")
        self.back_up = Button(theme, kind="primary", icon="hard-drive")
        self.folder.clicked.connect(self._open_folder)
        self.back_up.clicked.connect(self._answer)
        self.restore = Button(theme, icon="history")
        self.passphrase = Button(theme, icon="lock", kind="link")
        self.setFixedWidth(WIDTH)
        facts = row((self._facts, 1), self.passphrase)
        below = (self._copies_title, self._copies, self._back)
        buttons = row(None, self.folder, self.restore, self.back_up)
        self.setLayout(
            column(
                self._title, facts, self._path, rule(), *below, 4, buttons, gap=6, margins=(18, 14, 18, 14)
            )
        )
        self.retranslate()

    def show_card(self, card: BookCard) -> None:
        self._card = card
        self.retranslate()
        right = self.parentWidget().width() - 12
        self.open_at(QRect(right, 60, 1, 1))
        self.back_up.setFocus()

    def _answer(self) -> None:
        self.close_up()
        self.answered.emit()

    def _open_folder(self) -> None:
        if self._card is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._card.path.parent)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("This book"))
        self.setAccessibleName(self._title.text())
        self.folder.set_label(self.tr("Open its folder"))
        self.back_up.set_label(self.tr("Back up now"))
        self.restore.set_label(self.tr("Restore…"))
        self.passphrase.set_label(self.tr("Passphrase…"))
        self._copies_title.setText(self.tr("Backups"))
        card = self._card
        if card is None:
            return
        speech, size = self._desk.speech, QLocale().formattedDataSize(card.size)
        locked = self.tr("locked with a passphrase") if card.encrypted else self.tr("not locked")
        self._facts.setText(speech.joined((self.tr("saved"), size, locked)))
        self._path.setText(str(card.path))
        zone, today = ZoneInfo(self._desk.zone), self._desk.today()
        lines = []
        for copy in card.copies:
            at = copy.made_at.astimezone(zone)
            when = f"{speech.day_or_year(at.date(), today)} {at:%H:%M}"
            lines.append(speech.joined((when, QLocale().formattedDataSize(copy.size))))
        if card.more:
            lines.append(self.tr("and %n older", "", card.more))
        self._copies.setText("\n".join(lines) or self.tr("None yet: make one now."))
        self._back.setText(
            self.tr(
                "Each was read through when it was made. They lie in {folder}. To go back to one: Book → Restore a "
                "backup. The present book is kept beside it."
            ).format(folder=card.folder)
        )
