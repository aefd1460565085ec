"""What share of an account's purchases a supplier has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.haystack import name_keys, spellings
from kamdesk.qt.jobs import market as jobs
from kamdesk.qt.widgets.account_picker import AccountPicker
from kamdesk.qt.widgets.fields import DayField
from kamdesk.qt.widgets.numbers import no_rate, parse_rate

WHOLE = 10_000


class ShareDialog(FormDialog):
    """``accounts`` are (id, name); with ``account_id`` the account is not asked."""

    form: RowsForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        accounts: Sequence[tuple[str, str]],
        suppliers: Sequence[str],
        account_id: str = "",
    ) -> None:
        self.account = AccountPicker()
        self.account.setObjectName("account")
        self.account.list.setMinimumHeight(96)
        self.account.list.setMaximumHeight(120)
        self.supplier, self.share, self.category = QLineEdit(), QLineEdit(), QLineEdit()
        self.ours = QCheckBox()
        self.as_of = DayField()
        for name in ("supplier", "share", "category", "ours", "as_of"):
            getattr(self, name).setObjectName(name)
        rows = (self.account, self.supplier, self.ours, self.share, self.category, self.as_of)
        super().__init__(desk, RowsForm(rows), parent)
        self._account_id = account_id
        self.account.set_accounts(
            [(id_, name, name_keys(name).casefold() + spellings(name)) for id_, name in accounts]
        )
        if account_id:
            self.account.choose(account_id)
            self.account.fix()
        completer = QCompleter(list(suppliers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.supplier.setCompleter(completer)
        self.as_of.set_today(desk.today())
        self.as_of.set_day(desk.today())
        self.ours.toggled.connect(self._say_supplier)
        self.retranslate()
        self.fit(520)
        (self.supplier if account_id else self.account).setFocus()

    def subject(self) -> str:
        return f"share@{self._account_id}"

    def _say_supplier(self, ours: bool) -> None:
        self.supplier.setEnabled(not ours)
        self.supplier.setText(self.tr("We ourselves") if ours else "")

    def save(self) -> None:
        if not self.account.has_choice():
            self.fail(self.tr("Which account is it? Type its name; nothing was saved."), self.account.field)
            return
        supplier = text_of(self.supplier.text())
        if supplier is None:
            self.fail(self.tr("Who supplies it? Name the competitor, or say that it is we."), self.supplier)
            return
        typed = self.share.text()
        try:
            share = parse_rate(typed)
        except ValueError:
            self.fail(no_rate(typed), self.share)
            return
        if share is None or not 0 <= share <= WHOLE:
            self.fail(self.tr("How much of what it buys? A percentage from 0 to 100."), self.share)
            return
        self.run(
            jobs.record_share,
            account_id=self.account.chosen(),
            supplier=supplier,
            ours=self.ours.isChecked(),
            share=share,
            category=text_of(self.category.text()),
            as_of=self.as_of.day() or self.desk.today(),
        )

    def retranslate(self) -> None:
        self.say(
            self.tr("Who supplies this account"), self.tr("Save"),
            self.tr("An account of which a competitor supplies more than we do is theirs."),
        )  # fmt: skip
        self.form.say(
            self.tr("Account"),
            self.tr("Supplier"),
            "",
            self.tr("Share, %"),
            self.tr("Of what"),
            self.tr("As of"),
        )
        self.account.say(self.tr("Account"), self.tr("Type a name or its pinyin initials"))
        self.ours.setText(self.tr("it is we ourselves"))
        self.ours.setAccessibleName(self.ours.text())
        self.share.setPlaceholderText("60")
        self.category.setPlaceholderText(self.tr("a category; empty for all it buys"))
