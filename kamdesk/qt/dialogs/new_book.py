"""A new book: whose it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.drafts import FileShelf, Shelf
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.passphrase import NewPassphrase
from kamdesk.qt.forms.new_book_form import Ui_NewBookForm
from kamdesk.qt.shelf import NewRep
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row


class NewBookDialog(FormDialog):
    """Asks for the rep, and for a passphrase if one is wished; ``make`` gets them once they are given.

    ``place`` says where the book of a name is to lie, unless another place is chosen.

    ``draft`` is a file: there may be no book yet to keep drafts in.
    """

    form: Ui_NewBookForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        make: Callable[[NewRep, Path], None],
        draft: Path,
        place: Callable[[str], Path],
    ) -> None:
        super().__init__(desk, Ui_NewBookForm(), parent)
        self._make = make
        self._draft = draft
        self._place = place
        self._elsewhere: Path | None = None
        self._where_title = label(desk.theme, "strong")
        self.where = label(desk.theme, "caption", "text2", wrap=True)
        self.choose = Button(desk.theme, icon="folder-open")
        self.choose.clicked.connect(self._choose)
        self.extra.addWidget(self._where_title)
        self.extra.addLayout(row((self.where, 1), self.choose))
        self.form.rep_name.textChanged.connect(lambda text: self._say_place())
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
        path = self.path()
        if path.exists():
            said = self.tr("There is a file at {path} already. Nothing was made; choose another place.")
            self.fail(said.format(path=path), self.choose)
            return
        self.accept()
        self._make(NewRep(name, text_of(form.company.text()), text_of(form.phone.text()), secret), path)

    def path(self) -> Path:
        """Where the book is to lie."""
        return self._elsewhere or self._place(self.form.rep_name.text())

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where the new book is to lie"), str(self.path()), self.tr("Books (*.kam)")
        )
        if chosen:
            path = Path(chosen)
            self._elsewhere = path if path.suffix == ".kam" else path.with_name(f"{path.name}.kam")
            self._say_place()

    def _say_place(self) -> None:
        self.where.setText(str(self.path()))

    def retranslate(self) -> None:
        self._where_title.setText(self.tr("The book's file"))
        self.choose.set_label(self.tr("Choose elsewhere…"))
        self._say_place()
        self.say(
            self.tr("A new book"),
            self.tr("Make the book"),
            self.tr("It lies on this computer alone and works without a network."),
        )
