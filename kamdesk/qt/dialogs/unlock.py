"""The passphrase in front of the informants; the first time in an open book, one is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs

if TYPE_CHECKING:
    from kamdesk.reads.confidential import Lock


class UnlockDialog(FormDialog):
    """Opens `Secrecy` once the book has said that the passphrase fits."""

    form: RowsForm
    drafted = False

    def __init__(self, desk: Desk, parent: QWidget | None, lock: Lock) -> None:
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        super().__init__(desk, RowsForm((self.passphrase, self.again)), parent)
        self._lock = lock
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMinimumWidth(240)
        self.form.show_row(self.again, not lock.is_set)
        self.retranslate()
        self.fit(520)
        self.passphrase.setFocus()

    def save(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.fail(self.tr("Enter the passphrase first."), self.passphrase)
            return
        if not self._lock.is_set and typed != self.again.text():
            self.fail(self.tr("The two are not the same. Nothing was set; type it twice."), self.again)
            return
        self.setEnabled(False)
        arguments = {"passphrase": typed, "now": self.desk.now()}
        job = jobs.unlock if self._lock.is_set else jobs.set_lock
        self.desk.runner.read(job, done=self._fits, failed=self._refused, **arguments)

    def _fits(self, result: object) -> None:
        self.passphrase.clear()
        self.again.clear()
        self.desk.secrecy.open()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.fail(self.desk.speech.error(error), self.passphrase)
        self.passphrase.selectAll()

    def retranslate(self) -> None:
        if self._lock.is_set:
            asked = (
                self.tr("The passphrase of this book.")
                if self._lock.of_book
                else self.tr("The passphrase that you set for the informants.")
            )
            self.say(self.tr("Informants are locked"), self.tr("Unlock"), f"{asked}\n{self._protects()}")
        else:
            self.say(
                self.tr("Set a passphrase for the informants"),
                self.tr("Set and unlock"),
                self.tr("Six letters or more. There is no way round it: forgotten, it can't be had back.")
                + f"\n{self._protects()}",
            )
        self.form.say(self.tr("Passphrase"), self.tr("Once more"))

    def _protects(self) -> str:
        if self._lock.of_book:
            return self.tr(
                "It opens for ten minutes. The book itself is encrypted, so the file tells nobody either."
            )
        return self.tr(
            "It opens for ten minutes. This lock keeps eyes off the screen; the file itself is not encrypted, and "
            "whoever has the file and the skill can read it. Only a book encrypted with a passphrase keeps that off."
        )
