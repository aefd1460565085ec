"""A change of job: the post here ends, perhaps another begins elsewhere; the history stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.fields import DayField

if TYPE_CHECKING:
    from kamdesk.reads.account import Person


class JobDialog(FormDialog):
    form: RowsForm

    def __init__(self, desk: Desk, parent: QWidget | None, account_id: str, person: Person) -> None:
        self.last_day, self.to, self.title, self.department = (
            DayField(),
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
        )
        super().__init__(desk, RowsForm((self.last_day, self.to, self.title, self.department)), parent)
        self._account, self._person = account_id, person
        self._names: dict[str, list[str]] = {}
        self.last_day.set_today(desk.today())
        self.last_day.set_day(desk.today())
        desk.runner.read(jobs.account_names, done=self._offer)
        self.retranslate()
        self.fit(520)
        self.last_day.setFocus()

    def _offer(self, accounts: tuple[tuple[str, str], ...]) -> None:
        """Where the person may have gone: typed, and completed from the book's accounts."""
        for key, name in accounts:
            if key != self._account:
                self._names.setdefault(name, []).append(key)
        completer = QCompleter(list(self._names), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.to.setCompleter(completer)

    def subject(self) -> str:
        return self._person.post_id

    def save(self) -> None:
        last = self.last_day.day() or self.desk.today()
        name = text_of(self.to.text())
        found = self._names.get(name, []) if name else []
        if name and not found:
            said = self.tr(
                "No account is called “{name}”. Nothing was saved; choose one of the list, or leave it empty "
                "where the person went to none of your accounts."
            )
            self.fail(said.format(name=name), self.to)
            return
        self.run(
            jobs.change_job,
            post_id=self._person.post_id,
            last_day=last,
            to_account_id=found[0] if found else None,
            title=text_of(self.title.text()) if found else None,
            department=text_of(self.department.text()) if found else None,
        )

    def retranslate(self) -> None:
        self.say(
            self.tr("{name} changes jobs").format(name=self._person.name),
            self.tr("Save"),
            self.tr("The post and the roles here end with the last day; what was recorded of them stays."),
        )
        self.form.say(
            self.tr("Last day here"), self.tr("Went to"), self.tr("Title there"), self.tr("Department there")
        )
        self.to.setPlaceholderText(self.tr("one of your accounts; empty if not known"))
