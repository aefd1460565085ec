"""Which account is meant: found by typing its name, its place or its initials."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.haystack import matches
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow

MOST = 200
"""How many accounts are listed; more are found by typing on."""


class PickAccountDialog(QDialog):
    """Enter takes the chosen account and closes; ``then`` gets its id. ``question`` says what it is chosen for."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, then: Callable[[str], object], question: str = ""
    ) -> None:
        super().__init__(parent)
        self._desk, self._then, self._question = desk, then, question
        self._table = jobs.AccountTable((), ())
        self._heading = label(desk.theme, "heading")
        self.filter = FilterField(desk.theme)
        self.filter.setMaximumWidth(16777215)
        self.list = EntriesView(desk.theme, EntriesModel(self))
        self._none = label(desk.theme, "caption", "text2", wrap=True)
        self.extra = column(gap=8)
        self.cancel, self.primary = Button(desk.theme), Button(desk.theme, kind="primary", icon="check")
        self._hint = label(desk.theme, "caption", "text2", wrap=True)
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(lambda: self._take(self.list.key()))
        self.primary.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        foot = row((self._hint, 1), self.cancel, self.primary)
        parts = (self._heading, self.filter, (self.list, 1), self._none, self.extra, foot)
        self.setLayout(column(*parts, gap=10, margins=(20, 16, 20, 16)))
        self.resize(500, 480)
        self.filter.textChanged.connect(self._narrow)
        self.filter.down.connect(self.list.setFocus)
        self.filter.entered.connect(lambda: self._take(self.list.key()))
        self.list.opened.connect(self._take)
        desk.runner.read(jobs.account_table, done=self._show, today=desk.today())
        self.retranslate()
        self.filter.setFocus()

    def _show(self, table: jobs.AccountTable) -> None:
        self._table = table
        self._narrow()

    def _narrow(self) -> None:
        text = self.filter.text().strip()
        pairs = zip(self._table.rows, self._table.haystacks, strict=True)
        found = [row for row, hay in pairs if not text or matches(text, hay)]
        found.sort(key=lambda row: (row.value_class or "Z", not row.is_key, row.name))
        self.list.show_rows(
            [
                Entry(
                    row.id,
                    row.name,
                    detail=self._where(row),
                    badge=(row.value_class, bool(row.is_key)),
                )
                for row in found[:MOST]
            ]
        )
        self.primary.setEnabled(bool(found))
        self._none.setVisible(not found or len(found) > MOST)
        if found:
            self._none.setText(self.tr("%n more: type on", "", len(found) - MOST))
        elif text or self._table.rows:
            self._none.setText(self.tr("No account fits."))
        else:
            self._none.setText(self.tr("There are no accounts yet. Add one, or take in a list, first."))

    def name_of(self, account_id: str) -> str:
        return next((row.name for row in self._table.rows if row.id == account_id), "")

    def _where(self, row: AccountRow) -> str:
        apart = self._table.apart.get(row.id)
        place = (apart,) if apart else (row.city or "", row.district or "")
        return self._desk.speech.joined((*place, row.contact or ""))

    def _take(self, account_id: str) -> None:
        if account_id and self.ready():
            self.accept()
            self._then(account_id)

    def ready(self) -> bool:
        """Whether all that is asked besides the account can be read."""
        return True

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Which account?"))
        self._heading.setText(self._question or self.tr("Which account?"))
        self.filter.setPlaceholderText(self.tr("Name, place, contact, pinyin initials"))
        self.filter.setAccessibleName(self.tr("Which account?"))
        self.list.setAccessibleName(self.tr("Accounts"))
        self.cancel.set_label(self.tr("Cancel"))
        self.primary.set_label(self.tr("Choose"))
        self._hint.setText(self.tr("↑↓ choose·Enter takes it·Esc closes"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
