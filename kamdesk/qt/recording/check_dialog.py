"""That a question was looked into: there is none, or it does not arise."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.widgets.fields import DayField


class CheckDialog(FormDialog):
    """``outcome`` is ``none`` or ``not_applicable``; the latter needs its reason. ``ask`` is the question in words."""

    form: RowsForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        question: str,
        ask: str,
        outcome: str,
        account_id: str | None,
        by: str = "",
    ) -> None:
        self.why, self.by, self.day = QPlainTextEdit(), QLineEdit(), DayField()
        self.why.setObjectName("reason")
        self.by.setObjectName("by")
        self.day.setObjectName("known_on")
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(58)
        self.by.setText(by)
        self.day.set_today(desk.today())
        self.day.set_day(desk.today())
        super().__init__(desk, RowsForm((self.why, self.by, self.day)), parent)
        self._question, self._ask, self._outcome, self._account = question, ask, outcome, account_id
        self.retranslate()
        self.fit(520)
        self.why.setFocus()

    def subject(self) -> str:
        return f"{self._question}/{self._outcome}@{self._account or ''}"

    def save(self) -> None:
        reason = self.why.toPlainText().strip()
        if self._outcome == "not_applicable" and not reason:
            self.fail(
                self.tr("Say why the question does not arise; without a reason it stays open."), self.why
            )
            return
        self.run(
            jobs.check_question,
            question=self._question,
            outcome=self._outcome,
            account_id=self._account,
            known_on=self.day.day() or self.desk.today(),
            reason=reason or None,
            checked_by=self.by.text().strip() or None,
        )

    def retranslate(self) -> None:
        none = self._outcome == "none"
        self.say(self.tr("Checked: none") if none else self.tr("Not applicable"), self.tr("Save"), self._ask)
        self.form.say(
            self.tr("How it was checked") if none else self.tr("Why"), self.tr("Checked by"), self.tr("On")
        )
        self.why.setPlaceholderText(
            self.tr("whom you asked, what you looked at") if none else self.tr("say, it buys from us alone")
        )
        self.by.setPlaceholderText(self.tr("you, where nobody is named"))
