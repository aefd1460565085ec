"""A fixed visit for an account: weekday, time, rhythm, from when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices
from kamdesk.qt.forms.slot_form import Ui_SlotForm
from kamdesk.qt.models.called import called
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.typed import time_forms

CYCLE = 4
LIST = 96
"""How high the list of accounts is: three and a half, so that one sees that there are more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where the account was put: weekday (0 is Monday), minute of the day, minutes; None for not yet."""

    account_id: str = ""
    weekday: int = 0
    start: int | None = None
    minutes: int = 60


class SlotDialog(FormDialog):
    """``accounts`` are (id, name) to choose from, with all others of the book; a single one is the one that is meant.

    The week of the rhythm follows from the first day.
    """

    form: Ui_SlotForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        accounts: Sequence[tuple[str, str]],
        proposal: Proposal,
        anchor_monday: date,
        monday: date,
    ) -> None:
        super().__init__(desk, Ui_SlotForm(), parent)
        self._anchor = anchor_monday
        self._subject = f"new@{accounts[0][0]}" if len(accounts) == 1 else "new"
        form = self.form
        form.account.list.setFixedHeight(LIST)
        form.account.set_accounts([(key, name, name.casefold()) for key, name in accounts])
        form.account.choose(proposal.account_id)
        form.account.show_chosen()
        form.valid_from.set_today(desk.today())
        first = monday + timedelta(days=proposal.weekday)
        while first < desk.today():
            first += timedelta(days=7)
        form.valid_from.set_day(first)
        form.start.set_minute(proposal.start)
        form.minutes.setText(str(proposal.minutes))
        self.retranslate()
        form.weekday.choose(proposal.weekday)
        if len(accounts) == 1:
            form.account.fix()
        self.fit(560)
        (form.weekday if proposal.start is None else form.rhythm).setFocus()
        if len(accounts) > 1:
            desk.runner.read(jobs.account_table, done=self._show, today=desk.today())

    def _show(self, table: jobs.AccountTable) -> None:
        """Every account that may be visited, to be found by typing."""
        self.form.account.set_accounts(called(table, ("active", "prospect")))

    def subject(self) -> str:
        return self._subject

    def save(self) -> None:
        form = self.form
        if not form.account.chosen():
            self.fail(
                self.tr("No account is called that. Type less of its name, or clear the field."),
                form.account.field,
            )
            return
        start = form.start.minute()
        if start is None:
            said = self.tr("Say when the visit begins: {forms}.").format(forms=time_forms())
            self.fail(said, form.start)
            return
        minutes = form.minutes.text().strip()
        if not minutes.isdigit() or not int(minutes):
            self.fail(
                self.tr("How long the visit takes is given in whole minutes, 45 for example."), form.minutes
            )
            return
        valid_from = form.valid_from.day() or self.desk.today()
        every = form.rhythm.currentData()
        weekday = form.weekday.currentData()
        first = self._first(valid_from)
        weeks = (monday_of(first) - self._anchor).days // 7
        self.run(
            jobs.add_slot,
            account_id=form.account.chosen(),
            weekday=weekday,
            start=start,
            minutes=int(minutes),
            every_weeks=every,
            week_offset=weeks % every,
            valid_from=valid_from,
            promised=form.promised.isChecked(),
        )

    def _first(self, valid_from: date) -> date:
        """The day of the first visit."""
        return valid_from + timedelta(days=(self.form.weekday.currentData() - valid_from.weekday()) % 7)

    def put_where(self) -> str:
        """Who was put where, and from when on."""
        form, speech = self.form, self.desk.speech
        said = self.tr("On the line: {name}, {time}, {rhythm}, for the first time on {day}.")
        return said.format(
            name=form.account.called(),
            time=f"{speech.text(f'weekday.{form.weekday.currentData()}')} {clock(form.start.minute() or 0)}",
            rhythm=speech.rhythm(form.rhythm.currentData()),
            day=speech.day(self._first(form.valid_from.day() or self.desk.today())),
        )

    def retranslate(self) -> None:
        speech, form = self.desk.speech, self.form
        self.say(
            self.tr("A fixed visit"),
            self.tr("Add a fixed visit"),
            self.tr("With a rhythm of several weeks, the first visit falls in the week of the first day."),
        )
        form.account.say(self.tr("Account"), self.tr("Type a name, a place or its pinyin initials"))
        days = [(speech.raised(speech.text(f"weekday_long.{day}")), day) for day in range(7)]
        fill_choices(form.weekday, days, 0)
        fill_choices(form.rhythm, [(speech.raised(speech.rhythm(n)), n) for n in (1, 2, CYCLE)], 1)
