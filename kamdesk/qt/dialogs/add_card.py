"""Another book's card: from a file or pasted, its check code compared, then known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPlainTextEdit, QWidget

from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.pages.week_end.names import party
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer
    from kamdesk.sync.package.keys import Card


class AddCardDialog(QDialog):
    """``own`` are role and name on this book's card; ``added`` is called with the book that is known from now on,
    ``taken_for_card`` with a week package that was chosen for a card.

    Nothing is enrolled before its code was compared.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        own: tuple[str, str],
        folder: Path,
        added: Callable[[Peer], None],
        taken_for_card: Callable[[list[Path]], None],
    ) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._own, self._folder, self._added = desk, own, folder, added
        self._taken_for_card, self._path = taken_for_card, folder
        self._card: Card | None = None
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.file = Button(theme, icon="folder-open")
        self.text = QPlainTextEdit()
        self.text.setMinimumHeight(72)
        self.text.setTabChangesFocus(True)
        self._reason = label(theme, "body", "bad", wrap=True)
        self.package = Button(theme, icon="package")
        self._bad = frame(
            column(
                row(Icon(theme, "circle-alert", "bad"), (self._reason, 1)), row(self.package, None), gap=8
            ),
            "bad",
            (10, 8, 10, 8),
        )
        self._whose = label(theme, "strong", wrap=True)
        self._code = label(theme, "figure")
        self._compare = label(theme, "body", "text2", wrap=True)
        self.compared = QCheckBox()
        self._found = frame(
            column(self._whose, self._code, self._compare, self.compared, gap=6), "sunken", (14, 12, 14, 12)
        )
        self.cancel, self.add = Button(theme), Button(theme, kind="primary", icon="user-plus")
        self.setLayout(
            column(
                self._heading, self._sentence, row(self.file, None), self.text, self._bad, self._found, None,
                row(None, self.cancel, self.add), gap=10, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(520, 470)
        self._bad.hide()
        self._found.hide()
        self.add.setEnabled(False)
        self.file.clicked.connect(self._choose)
        self.package.clicked.connect(self._take_package)
        self.text.textChanged.connect(self._read_text)
        self.compared.toggled.connect(self.add.setEnabled)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._enrol)
        self.add.setDefault(True)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.add.click)
        self.retranslate()

    def card(self) -> Card | None:
        return self._card

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a card"), str(self._folder), self.tr("Cards (*.card);;All files (*)")
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        self._path = path
        self._desk.runner.read(jobs.card_in, done=self._show, failed=self._refuse, path=path)

    def _read_text(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self._desk.runner.read(jobs.card_in, done=self._show, failed=self._refuse, latest=True, text=text)
        else:
            self._show(None)

    def _show(self, card: Card | None) -> None:
        self._card = card
        self._bad.hide()
        self._found.setVisible(card is not None)
        self.compared.setChecked(False)
        self._say_card()
        if card is not None:
            self.compared.setFocus()

    def _refuse(self, error: Exception) -> None:
        self._show(None)
        self._reason.setText(self._desk.speech.error(error))
        self._bad.setAccessibleName(self._reason.text())
        is_package = isinstance(error, KamdeskError) and error.code == "card_is_package"
        self.package.setVisible(is_package)
        self._bad.show()
        if is_package:
            self.package.setFocus()

    def _take_package(self) -> None:
        self.reject()
        self._taken_for_card([self._path])

    def _enrol(self) -> None:
        if self._card is not None:
            self.add.setEnabled(False)
            self._desk.runner.read(
                jobs.add_peer, done=self._done, failed=self._refuse, card=self._card, now=self._desk.now()
            )

    def _done(self, peer: Peer) -> None:
        self.accept()
        self._added(peer)

    def _say_card(self) -> None:
        card = self._card
        if card is None:
            return
        own = card.role != "office" and (card.role, card.rep) == self._own
        name = party(card.role, card.rep, card.device, own=own)
        self._whose.setText(name[:1].upper() + name[1:])
        self._code.setText(card.fingerprint)
        self._code.setAccessibleName(self.tr("Check code {code}").format(code=card.fingerprint))
        if card.role == "office" or own:
            said = self.tr("It will get everything in this book but what is locked. Compare the code first:")
        elif card.role == "manager":
            said = self.tr(
                "It will get the accounts that you both look after, and of what is locked only what you share by name. "
                "Compare the code first:"
            )
        else:
            said = self.tr("It will get the accounts that you both look after. Compare the code first:")
        self._compare.setText(said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Add a card"))
        self._heading.setText(self.tr("Add a card"))
        self._sentence.setText(
            self.tr(
                "The other side saves its card under Week end, Whom I meet, and gives you the file or its text. The "
                "office makes its card when it makes its book."
            )
        )
        self.file.set_label(self.tr("Choose the file…"))
        self.package.set_label(self.tr("Take it in as a week package"))
        self.text.setPlaceholderText(self.tr("or paste the text of the card here"))
        self.text.setAccessibleName(self.tr("Text of the card"))
        self.compared.setText(self.tr("I have compared the code with them, and it is the same"))
        self.cancel.set_label(self.tr("Cancel"))
        self.add.set_label(self.tr("Add"), "Ctrl+Enter")
        self._say_card()
