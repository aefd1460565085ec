"""Accounts pass to a colleague, with all that is known of them: to whom, when, why, what is to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from kamdesk.domain.knowledge.team import HandoverReason
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.handed_entries import HandedEntries
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import handing as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.chips import Chips
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row

if TYPE_CHECKING:
    from kamdesk.reads.handing import Passing

ROW, MOST_ROWS = 26, 5


class HandOverDialog(FormDialog):
    """``chosen`` are the accounts that are ticked; all of them at first. ``member_asked``: somebody is to be added to
    the team first; ``unlock_asked``: who informs us is to be seen."""

    member_asked = Signal()
    unlock_asked = Signal()
    form: RowsForm

    def __init__(self, desk: Desk, parent: QWidget | None, passing: Passing) -> None:
        self.accounts = QListWidget()
        self.accounts.setProperty("edge", "true")
        self.taken_by = Combo()
        self.taken_by.setEditable(True)
        self.taken_by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.given_by = QLineEdit()
        self.reason_field = Chips(desk.theme, len(HandoverReason), needed=True)
        self.handed_on, self.introduced_on = DayField(), DayField()
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setFixedHeight(52)
        for name in ("accounts", "taken_by", "given_by", "handed_on", "introduced_on", "said"):
            getattr(self, name).setObjectName(name)
        self.reason_field.setObjectName("reason")
        rows = (
            self.accounts, self.taken_by, self.given_by, self.reason_field, self.handed_on, self.introduced_on,
            self.said,
        )  # fmt: skip
        super().__init__(desk, RowsForm(rows), parent)
        self._passing = passing
        self._faulty = self._unlocked = False
        for account_id, name in passing.accounts:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, account_id)
            item.setCheckState(Qt.CheckState.Checked)
            self.accounts.addItem(item)
        self.accounts.setFixedHeight(ROW * min(max(len(passing.accounts), 1), MOST_ROWS) + 6)
        self.accounts.setCurrentRow(0)
        self.taken_by.addItems([name for name, _ in passing.people])
        self.taken_by.setCurrentIndex(-1)
        self.given_by.setText(passing.owner)
        for field in (self.handed_on, self.introduced_on):
            field.set_today(desk.today())
        self.handed_on.set_day(desk.today())
        self.nobody = label(desk.theme, "caption", "text2", wrap=True)
        self.add_member = Button(desk.theme, kind="link", icon="user-plus", small=True)
        self.add_member.setAutoDefault(False)
        self.add_member.clicked.connect(lambda: self.member_asked.emit())
        self.extra.addLayout(row((self.nobody, 1), self.add_member))
        self.entries = HandedEntries(desk, [account_id for account_id, _ in passing.accounts])
        self.entries.unlock_asked.connect(self.unlock_asked)
        self.entries.grown.connect(self._see_entries, Qt.ConnectionType.QueuedConnection)
        self.extra.addWidget(self.entries)
        desk.secrecy.changed.connect(self._turned)
        self.accounts.itemChanged.connect(lambda _: self.retranslate())
        self.accounts.itemChanged.connect(lambda _: self.entries.show_accounts(self.chosen()))
        self.taken_by.editTextChanged.connect(lambda _: self.entries.show_taker(self.taker()))
        self.retranslate()
        self.fit(640)
        self.taken_by.setFocus()

    def offer(self, passing: Passing) -> None:
        """Who may take them over has changed: the new one is chosen where nobody was."""
        new = [name for name, _ in passing.people if name not in dict(self._passing.people)]
        self._passing = passing
        typed = self.taken_by.currentText()
        self.taken_by.clear()
        self.taken_by.addItems([name for name, _ in passing.people])
        self.taken_by.setCurrentText(typed or next(iter(new), ""))
        self.retranslate()
        self.taken_by.setFocus()

    def _see_entries(self) -> None:
        """All of them, where the lock was opened from here; once they are laid out, hence queued."""
        box = next(iter(self.entries.boxes.values()), None)
        if box is None:
            return
        self.make_room()
        if self._unlocked:
            self._unlocked = False
            box.setFocus()
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.entries, 0, 0))

    def _turned(self, on: bool) -> None:
        """Once locked, nothing that was said to be wrong tells that something was ticked."""
        self._unlocked = on and self.isVisible()
        if self._faulty and not on:
            self.unsay(self.taken_by)
        self._faulty = False

    def subject(self) -> str:
        return "hand_over@" + " ".join(account_id for account_id, _ in self._passing.accounts[:8])

    def chosen(self) -> list[str]:
        """The ids of the accounts that are ticked."""
        items = [self.accounts.item(row) for row in range(self.accounts.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def taker(self) -> str:
        return self.taken_by.currentText().strip()

    def save(self) -> None:
        taken_by, given_by = text_of(self.taker()), text_of(self.given_by.text())
        if not self.chosen():
            self.fail(self.tr("No account is ticked. Tick those that are handed over."), self.accounts)
        elif taken_by is None:
            self.fail(self.tr("Who takes them over? Choose or type a name."), self.taken_by)
        elif given_by is None:
            self.fail(self.tr("Who looked after them until now?"), self.given_by)
        elif taken_by == given_by:
            self.fail(
                self.tr("They are looked after by {name} already.").format(name=taken_by), self.taken_by
            )
        elif self.reason_field.value() is None:
            self.fail(self.tr("Choose why they are handed over."), self.reason_field)
        elif fault := self.entries.fault():
            self.fail(fault, self.taken_by)
            self._faulty = True
        else:
            self.run(
                jobs.hand_over,
                account_ids=self.chosen(),
                given_by=given_by,
                taken_by=taken_by,
                to_rep_id=dict(self._passing.people).get(taken_by),
                reason=self.reason_field.value(),
                handed_on=self.handed_on.day() or self.desk.today(),
                introduced_on=self.introduced_on.day(),
                said=text_of(self.said.toPlainText()),
                entries=self.entries.ticked(),
            )

    def retranslate(self) -> None:
        speech = self.desk.speech
        self.entries.retranslate()
        self.say(
            self.tr("Hand over %n accounts", "", len(self.chosen())),
            self.tr("Hand over"),
            self.tr(
                "All that is recorded stays with the account: visits, promises, people, orders. Afterwards you see on "
                "one page what the next one must know."
            ),
        )
        self.form.say(
            self.tr("Accounts"), self.tr("To"), self.tr("From"), self.tr("Why"), self.tr("On"),
            self.tr("Introduced on"), self.tr("To be told"),
        )  # fmt: skip
        self.reason_field.say(self.tr("Why"))
        self.reason_field.set_choices(
            [(speech.raised(speech.choice("handover.reason", each)), each.value) for each in HandoverReason]
        )
        alone = not self._passing.people
        line = self.taken_by.lineEdit()
        if line is not None:
            line.setPlaceholderText(
                self.tr("type the colleague's name") if alone else self.tr("choose or type a name")
            )
        self.nobody.setVisible(alone)
        self.nobody.setText(
            self.tr("Nobody but you is in the team of this book yet, so there is no name to choose.")
        )
        self.add_member.set_label(self.tr("Add to the team…"))
        self.add_member.setVisible(alone)
        self.introduced_on.setPlaceholderText(
            self.tr("the day on which both visited the customer; empty: not yet")
        )
