"""A new book: whose it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.drafts import FileShelf, Shelf
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.passphrase import NewPassphrase
from kamdesk.qt.forms.new_book_form import Ui_NewBookForm
from kamdesk.qt.shelf import NewRep


class NewBookDialog(FormDialog):
    """Asks for the rep, and for a passphrase if one is wished; ``make`` gets them once they are given.

    ``draft`` is a file: there may be no book yet to keep drafts in.
    """

    form: Ui_NewBookForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        make: Callable[[NewRep], None],
        draft: Path,
    ) -> None:
        super().__init__(desk, Ui_NewBookForm(), parent)
        self._make = make
        self._draft = draft
        self.secret = NewPassphrase(desk)
        self.extra.addWidget(self.secret)
        self.retranslate()
        self.fit(500)
        self.form.rep_name.setFocus()

    def subject(self) -> str:
        return "new"

    def shelf(self) -> Shelf:
        return FileShelf(self._draft)

    def settle_draft(self) -> None:
        """Asked for is not made: the draft goes once the book is there (`BookDesk`)."""
        if self.drafts is not None:
            self.drafts.keep()

    def save(self) -> None:
        form = self.form
        name = text_of(form.rep_name.text())
        if name is None:
            self.fail(self.tr("The papers need your name. Nothing was made yet."), form.rep_name)
            return
        try:
            secret = self.secret.passphrase()
        except ValueError:
            said = self.tr("The two passphrases are not the same. Nothing was made yet.")
            self.fail(said, self.secret.again)
            return
        self.accept()
        self._make(NewRep(name, text_of(form.company.text()), text_of(form.phone.text()), secret))

    def retranslate(self) -> None:
        self.say(
            self.tr("A new book"),
            self.tr("Make the book"),
            self.tr("It lies on this computer alone and works without a network."),
        )
