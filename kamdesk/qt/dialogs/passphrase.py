"""The passphrase of a book: asked for when a locked book is opened, chosen (or not) when a book is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.secret import SecretField, strength


class NewPassphrase(QWidget):
    """Twice the same, or nothing at all for a book that anybody at this computer can open.

    ``bare`` is for a dialog that says itself what follows, and in which nothing typed means nothing.
    """

    def __init__(self, desk: Desk, *, bare: bool = False) -> None:
        super().__init__()
        self._title = label(desk.theme, "strong")
        self._sentence = label(desk.theme, "caption", "text2", wrap=True)
        self.first, self.again = SecretField(), SecretField()
        self._labels = (label(desk.theme, "body", "text2"), label(desk.theme, "body", "text2"))
        self._hint = label(desk.theme, "caption", "text2", wrap=True)
        self._caps = False
        self._bare = bare
        self._title.setHidden(bare)
        self._sentence.setHidden(bare)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._sentence, 1, 0, 1, 2)
        for number, (name, field) in enumerate(zip(self._labels, (self.first, self.again), strict=True)):
            name.setBuddy(field)
            grid.addWidget(name, 2 + number, 0)
            grid.addWidget(field, 2 + number, 1)
            field.textChanged.connect(self._say_hint)
            field.caps.connect(self._on_caps)
        grid.addWidget(self._hint, 4, 1)
        grid.setColumnStretch(1, 1)
        self.retranslate()

    def passphrase(self) -> str | None:
        """What was chosen; None for none. Raises ValueError where the two differ."""
        if self.first.text() != self.again.text():
            raise ValueError
        return self.first.text() or None

    def hint(self) -> str:
        return self._hint.text()

    def _on_caps(self, on: bool) -> None:
        self._caps = on
        self._say_hint()

    def _say_hint(self) -> None:
        text, again = self.first.text(), self.again.text()
        empty = self.tr("Left empty, whoever sits at this computer can open the book.")
        said, tone = "" if self._bare else empty, "text2"
        if text:
            words = (
                self.tr("Weak: a few words that belong together for you alone are better."),
                self.tr("Fair."),
                self.tr("Good."),
            )
            tones = ("warn", "text2", "good")
            said, tone = words[strength(text)], tones[strength(text)]
            if again and not text.startswith(again):
                said, tone = self.tr("The two are not the same."), "bad"
        if self._caps:
            said, tone = self.tr("Caps Lock seems to be on."), "warn"
        self._hint.setText(said)
        set_tone(self._hint, tone)
        for field in (self.first, self.again):
            set_wrong(field, "")
            field.setAccessibleDescription(said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Passphrase (if you wish)"))
        self._sentence.setText(
            self.tr(
                "It locks the book and its backups. Lost means lost: nobody can open the book then, not even us."
            )
        )
        for name, field, words in zip(
            self._labels,
            (self.first, self.again),
            (self.tr("New passphrase") if self._bare else self.tr("Passphrase"), self.tr("Once more")),
            strict=True,
        ):
            name.setText(words)
            field.setAccessibleName(words)
        self._say_hint()


class _Asked:
    """The one field of the dialog that opens a book."""

    def setupUi(self, widget: QWidget) -> None:
        self.secret = SecretField(widget)
        self.name = QLabel(widget)
        self.name.setProperty("tone", "text2")
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.secret, 0, 1)
        self.name.setBuddy(self.secret)

    def retranslateUi(self, widget: QWidget) -> None:
        """The dialog says it all."""


class PassphraseDialog(FormDialog):
    """Stays until the book is open or it is given up; ``open_with`` tries a passphrase, `refuse` says it failed."""

    form: _Asked

    def __init__(self, desk: Desk, parent: QWidget, book: str, open_with: Callable[[str], None]) -> None:
        super().__init__(desk, _Asked(), parent)
        self._book, self._open_with = book, open_with
        self._hint = label(desk.theme, "caption", "warn")
        self._hint.setVisible(False)
        self.extra.addWidget(self._hint)
        self.form.secret.caps.connect(self._hint.setVisible)
        self.retranslate()
        self.fit(440)
        self.form.secret.setFocus()

    def subject(self) -> str:
        return self._book

    def save(self) -> None:
        text = self.form.secret.text()
        if not text:
            self.fail(self.tr("Type the passphrase first. The book is as it was."), self.form.secret)
            return
        self.setEnabled(False)
        self._open_with(text)

    def refuse(self) -> None:
        """It did not fit: said here, and the field is ready for another."""
        said = self.tr(
            "That passphrase does not open the book. The book is as it was. Look at capitals and at the keyboard's "
            "language, and try again."
        )
        self.fail(said, self.form.secret)
        self.form.secret.selectAll()

    def retranslate(self) -> None:
        self.say(
            self.tr("The book is locked"),
            self.tr("Open"),
            self.tr("{book} opens with its passphrase.").format(book=self._book),
        )
        self.form.name.setText(self.tr("Passphrase"))
        self.form.secret.setAccessibleName(self.tr("Passphrase"))
        self._hint.setText(self.tr("Caps Lock seems to be on."))
