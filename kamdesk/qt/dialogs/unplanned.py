"""A visit that nobody had planned: which account, when, who came along; its report is written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.fields import DayField, TimeField
from kamdesk.qt.widgets.layouts import row

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountTable

MOST = 40
HEIGHT = 240


class UnplannedDialog(FormDialog):
    """``picked`` gives the Subject of the report that is to be written."""

    picked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None, account_id: str = "") -> None:
        self.account = QLineEdit()
        self.model = EntriesModel()
        self.found = EntriesView(desk.theme, self.model)
        self.found.setFixedHeight(HEIGHT)
        self.day, self.arrived = DayField(), TimeField()
        self.companions = QLineEdit()
        self._table: AccountTable | None = None
        self._wanted = account_id
        rows = RowsForm((self.account, self.found, row(self.day, self.arrived, None), self.companions))
        named = {
            "account": self.account,
            "day": self.day,
            "arrived": self.arrived,
            "companions": self.companions,
        }
        for name, field in named.items():
            field.setObjectName(name)
        super().__init__(desk, rows, parent)
        self._rows = rows
        self.day.set_today(desk.today())
        self.day.set_day(desk.today())
        self.account.textChanged.connect(lambda text: self._filter())
        self.account.installEventFilter(self)
        self.found.opened.connect(lambda key: self._try())
        self.retranslate()
        self.fit(600)
        self.account.setFocus()
        desk.runner.read(jobs.account_table, done=self._show, today=desk.today())

    def _show(self, table: AccountTable) -> None:
        self._table = table
        self._filter()
        self.found.choose(self._wanted)

    def _filter(self) -> None:
        """The accounts in which every word typed stands: names, people, places, digits, first letters of the pinyin."""
        from kamdesk.qt.haystack import matches

        if self._table is None:
            return
        typed, entries = self.account.text().strip(), []
        for account, hay in zip(self._table.rows, self._table.haystacks, strict=True):
            if account.status not in ("active", "prospect") or not matches(typed, hay):
                continue
            where = self._table.apart.get(account.id) or account.district or account.city or ""
            entries.append(
                Entry(
                    account.id, account.name, self.desk.speech.joined((where, account.contact or "")),
                    badge=(account.value_class, bool(account.is_key)),
                )
            )  # fmt: skip
            if len(entries) == MOST:
                break
        self.found.show_rows(entries)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk the list while the name is typed."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        pressed = watched is self.account and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in keys:
            self.found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def subject(self) -> str:
        return "new"

    def save(self) -> None:
        if not self.found.key():
            self.fail(
                self.tr("No account is chosen: type part of its name, then choose it with the arrow keys."),
                self.account,
            )
            return
        today = self.desk.today()
        day = self.day.day() or today
        if day > today:
            self.fail(self.tr("This day has not come yet. A visit to come is put on the line."), self.day)
            return
        arrived = self.arrived.minute()
        names = self.companions.text().replace("，", ",").replace("、", ",").split(",")
        self.picked.emit(
            Subject(
                self.found.key(),
                day=day,
                start=day == today and arrived is None,
                arrived=arrived,
                companions=tuple(name.strip() for name in names if name.strip()),
            )
        )
        self.accept()

    def retranslate(self) -> None:
        self.say(
            self.tr("Unplanned visit"),
            self.tr("Write the report"),
            self.tr("Where the account has a visit planned on that day, the report is that visit's."),
        )
        self._rows.say(self.tr("Account"), self.tr("Found"), self.tr("When"), self.tr("With you"))
        self.account.setPlaceholderText(self.tr("name, person, place or first letters of the pinyin"))
        self.found.setAccessibleName(self.tr("Accounts found"))
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.arrived.setAccessibleName(self.tr("Arrived at"))
        self.arrived.setPlaceholderText(self.tr("now"))
        self.companions.setPlaceholderText(self.tr("who came along, separated by commas; empty for nobody"))
