"""Under which account the chosen ones stand in the tree of units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.haystack import spelling
from kamdesk.qt.jobs.account_table import move_units
from kamdesk.qt.widgets.account_picker import AccountPicker
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow


class _ParentForm:
    picker: AccountPicker

    def setupUi(self, widget: QWidget, /) -> None:
        self.picker = AccountPicker(widget)
        widget.setLayout(column(self.picker))

    def retranslateUi(self, widget: QWidget, /) -> None:
        """Its words are the dialog's."""


class MoveUnitsDialog(FormDialog):
    form: _ParentForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        rows: Sequence[AccountRow],
        accounts: Sequence[tuple[str, str, str]],
    ) -> None:
        super().__init__(desk, _ParentForm(), parent)
        self._rows = rows
        mine = {row.id for row in rows}
        self._others = [account for account in accounts if account[0] not in mine]
        self._others.sort(key=lambda account: (spelling(account[1]), account[1]))
        self.retranslate()
        self.fit(460)
        self.form.picker.setFocus()

    def subject(self) -> str:
        return "parent"

    def save(self) -> None:
        if not self.form.picker.has_choice():
            self.fail(
                self.tr("No account fits what you typed. Nothing was moved; type less, or clear the field.")
            )
            return
        ids = [row.id for row in self._rows]
        self.run(move_units, account_ids=ids, parent_id=self.form.picker.chosen() or None)

    def retranslate(self) -> None:
        rows = self._rows
        if len(rows) == 1:
            heading = self.tr("Move {name} under another account").format(name=rows[0].name)
        else:
            heading = self.tr("Move %n accounts under another account", "", len(rows))
        self.say(
            heading,
            self.tr("Move"),
            self.tr("A site belongs to a company, a company to a group. Sums count each account once."),
        )
        self.form.picker.say(self.tr("Parent account"), self.tr("Type a name or its pinyin initials"))
        self.form.picker.set_accounts(self._others, self.tr("(stands for itself)"))
