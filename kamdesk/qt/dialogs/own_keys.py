"""Where the keys of the book's own card lie: in the book or in this computer's keyring; and new ones, asked twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.qt.jobs.week_end import Circle

BOOK, KEYRING = "book", "keyring"
WIDTH = 540


class OwnKeysDialog(QDialog):
    """``known`` gives the circle whenever it was read anew, ``settled`` where the keys lie in the end, or "new";
    ``old_left`` says that they are new and the keyring would not let go of the old ones.

    First it says where they lie and what the other place would mean; ``new`` turns it over to what new keys cost, where
    they are made only once that is said to be understood.
    """

    known = Signal(object)
    settled = Signal(str)
    old_left = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, keys_in: str) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._in = desk, keys_in
        self._renewing = self._busy = False
        self._heading = label(theme, "heading", wrap=True)
        self._now = label(theme, "body", wrap=True)
        self._then = label(theme, "body", wrap=True)
        self._warned = frame(row((self._then, 1)), "warn", (10, 8, 10, 8))
        self.understood = QCheckBox()
        self.understood.setFont(theme.font("body"))
        self.understood.toggled.connect(lambda _: self._turn())
        self._waits = label(theme, "caption", "text2", wrap=True)
        self._reason = label(theme, "caption", "bad", wrap=True)
        self._error = frame(row(Icon(theme, "circle-alert", "bad"), (self._reason, 1)), "bad", (10, 8, 10, 8))
        self._error.hide()
        self.new, self.back = Button(theme, icon="refresh-cw"), Button(theme, icon="arrow-left")
        self.cancel, self.go = Button(theme), Button(theme, kind="primary", icon="check")
        self.setLayout(
            column(
                self._heading, self._now, self._warned, self.understood, None, self._waits, self._error,
                row(self.new, self.back, None, self.cancel, self.go), gap=12, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.new.clicked.connect(lambda: self._show(renewing=True))
        self.back.clicked.connect(lambda: self._show(renewing=False))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._carry_out)
        self.retranslate()
        self.cancel.setFocus()

    def _show(self, *, renewing: bool) -> None:
        self._renewing = renewing
        self.understood.setChecked(False)
        self._error.hide()
        self.retranslate()
        (self.understood if renewing else self.cancel).setFocus()

    def _carry_out(self) -> None:
        self._busy = True
        self._error.hide()
        self._turn()
        today = self._desk.today()
        if self._renewing:
            self._ask(jobs.renew_keys, today=today, now=self._desk.now())
        else:
            self._ask(jobs.move_keys, to=BOOK if self._in == KEYRING else KEYRING, today=today)

    def _ask(self, job: Callable[..., Circle], **arguments: Any) -> None:
        self._desk.runner.read(job, done=self._finished, failed=self._failed, **arguments)

    def _finished(self, circle: Circle) -> None:
        self._busy = False
        self.known.emit(circle)
        self.settled.emit("new" if self._renewing else circle.keys_in)
        self.accept()

    def _failed(self, error: Exception) -> None:
        """Where the keys lie is read anew: they may be in the book again and the keyring not rid of them."""
        self._busy = False
        reason = self._desk.speech.error(error)
        if isinstance(error, KamdeskError) and error.code == "keyring_old_left":
            self._busy = True
            read = partial(self._renewed_but, reason)
            self._desk.runner.read(jobs.circle, done=read, today=self._desk.today())
            return
        self._reason.setText(reason)
        self._error.setAccessibleName(reason)
        self._error.show()
        self._turn()
        QAccessible.updateAccessibility(QAccessibleEvent(self._error, QAccessible.Event.Alert))
        self._desk.runner.read(jobs.circle, done=self._reread, today=self._desk.today())

    def _renewed_but(self, reason: str, circle: Circle) -> None:
        self._busy = False
        self.known.emit(circle)
        self.old_left.emit(reason)
        self.accept()

    def _reread(self, circle: Circle) -> None:
        self._in = circle.keys_in
        self.known.emit(circle)
        self.retranslate()

    def reject(self) -> None:
        if not self._busy:
            super().reject()

    def _turn(self) -> None:
        """What can be pressed now, and as much room as the words take."""
        for part in (self.new, self.back, self.cancel, self.understood):
            part.setEnabled(not self._busy)
        self.new.setVisible(not self._renewing)
        self.back.setVisible(self._renewing)
        self.understood.setVisible(self._renewing)
        self.go.setEnabled(not self._busy and (self.understood.isChecked() or not self._renewing))
        self._waits.setVisible(self._busy and not self._renewing)
        for part in (self._warned, self._error, self):
            part.layout().invalidate()
            part.layout().activate()
        width = max(WIDTH, self.layout().minimumSize().width())
        self.setFixedWidth(width)
        self.resize(width, max(self.layout().heightForWidth(width), 240))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys of this book"))
        if self._renewing:
            self._say_new()
        elif self._in == KEYRING:
            self._say_keyring()
        else:
            self._say_book()
        self._waits.setText(
            self.tr("The system's keyring is asked. It may want its password, in a window of its own.")
        )
        self.understood.setText(self.tr("I shall give everybody my new card"))
        self.new.set_label(self.tr("New keys…"))
        self.back.set_label(self.tr("Back"))
        self.cancel.set_label(self.tr("Cancel"))
        self._turn()

    def _say_book(self) -> None:
        self._heading.setText(self.tr("Your keys lie in this book"))
        self._now.setText(
            self.tr(
                "They sign what you hand over, open what is made for you, and go where the book goes: a backup works "
                "on another computer at once, but whoever can open a copy of the book can write in your name."
            )
        )
        self._then.setText(
            self.tr(
                "In the system's keyring of this computer: a copied file no longer writes in your name, but a backup "
                "brought to another computer needs new keys, and the others must add your new card. Backups made "
                "until now still have the keys."
            )
        )
        self.go.set_label(self.tr("Move them into the keyring"))

    def _say_keyring(self) -> None:
        self._heading.setText(self.tr("Your keys lie in the system's keyring"))
        self._now.setText(
            self.tr(
                "A copied file does not write in your name; but a backup brought to another computer needs new keys, "
                "and the others must add your new card."
            )
        )
        self._then.setText(
            self.tr(
                "Back in the book they go with it, and with every copy: do so before you change the computer. "
                "Backups made in the meantime are without them, so make a new one then."
            )
        )
        self.go.set_label(self.tr("Move them back into the book"))

    def _say_new(self) -> None:
        self._heading.setText(self.tr("Make new keys?"))
        self._now.setText(
            self.tr(
                "For when the old ones are lost with a computer or its keyring, or somebody may have them."
            )
        )
        self._then.setText(
            self.tr(
                "The old keys are given up, and that can't be undone. Until the others have added your new card they "
                "take nothing in from you. Packages on their way to your old card stay shut: ask for them to be made "
                "again. Your records stay as they are, and the next package takes all of them."
            )
        )
        self.go.set_label(self.tr("Make new keys"))
