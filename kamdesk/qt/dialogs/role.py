"""A role in the buying centre: which, how sure, and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.contact import BuyingRole, Standing
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.fields import Combo

if TYPE_CHECKING:
    from kamdesk.reads.account import Person, Role


class RoleDialog(FormDialog):
    """Without ``role`` a new one, among those the person does not hold."""

    form: RowsForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, account_id: str, person: Person, role: Role | None = None
    ) -> None:
        self.role, self.standing, self.how_known = Combo(), Combo(), QLineEdit()
        super().__init__(desk, RowsForm((self.role, self.standing, self.how_known)), parent)
        self._account, self._person, self._role = account_id, person, role
        self.retranslate()
        if role is not None:
            self.role.setEnabled(False)
            self.standing.choose(role.standing)
            self.how_known.setText(role.how_known or "")
        self.fit(480)
        (self.standing if role else self.role).setFocus()

    def subject(self) -> str:
        return f"{self._person.id}@{self._account}/{self._role.role if self._role else 'new'}"

    def save(self) -> None:
        self.run(
            jobs.give_role,
            contact_id=self._person.id,
            account_id=self._account,
            role=self.role.currentData(),
            standing=self.standing.currentData(),
            how_known=text_of(self.how_known.text()),
            since=self.desk.today(),
        )

    def retranslate(self) -> None:
        speech = self.desk.speech
        self.say(self.tr("Role of {name}").format(name=self._person.name), self.tr("Save"))
        self.form.say(self.tr("Role"), self.tr("How sure"), self.tr("How we know"))
        self.how_known.setPlaceholderText(self.tr("signed all three contracts, say"))
        held = {role.role for role in self._person.roles if role.until is None}
        mine = [self._role.role] if self._role else [role.value for role in BuyingRole if role not in held]
        fill_choices(self.role, [(speech.raised(speech.choice("contact_role", role)), role) for role in mine])
        sure = [(speech.raised(speech.choice("standing", value)), value.value) for value in Standing]
        fill_choices(self.standing, sure)
