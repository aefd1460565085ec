"""The rep's leave: recorded, changed, taken back; who goes instead, and which customers are to be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.forms.leave_form import Ui_LeaveForm
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import HEIGHT, EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.leaves import LeaveRow, ToTell

MOST_ROWS = 4
NEW = "new"


class LeaveDialog(FormDialog):
    """``told`` says what was done. ``day`` is the first day of a new leave; one that lies on it is opened instead."""

    form: Ui_LeaveForm
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, day: date, leaves: tuple[LeaveRow, ...]) -> None:
        super().__init__(desk, Ui_LeaveForm(), parent)
        self._leaves, self._day = leaves, day
        self._said = ""
        self._list = EntriesView(desk.theme, EntriesModel(self))
        self._list_title = label(desk.theme, "captionStrong", "text2")
        self._tell_title = label(desk.theme, "captionStrong", "text2", wrap=True)
        self._tell = EntriesView(desk.theme, EntriesModel(self))
        self._remove = Button(desk.theme, icon="trash-2", small=True)
        self._list.setFixedHeight(HEIGHT * min(len(leaves) + 1, MOST_ROWS) + 4)
        self._tell.setFixedHeight(HEIGHT * MOST_ROWS + 4)
        self.extra.addLayout(row(None, self._remove))
        self.extra.addLayout(column(self._tell_title, self._tell, gap=4))
        self.extra.addLayout(column(self._list_title, self._list, gap=4))
        for field in (self.form.first_day, self.form.last_day):
            field.set_today(desk.today())
            field.changed.connect(self._ask_who)
        here = next((leave for leave in leaves if leave.first_day <= day <= leave.last_day), None)
        self._current = here
        self._list.chosen.connect(self._open)
        self._remove.clicked.connect(self._take_back)
        self._fill()
        self.retranslate()
        self._list.choose(here.id if here else NEW)
        self.fit(600)
        self.form.first_day.setFocus()

    # one leave

    def _open(self, key: str) -> None:
        """A leave of the list stands in the form; the first entry is a new one."""
        current = next((leave for leave in self._leaves if leave.id == key), None)
        if not key or current == self._current:
            return
        if self.drafts is not None and self.drafts.changed():
            self.fail(self.tr("What you typed is not saved yet: save it first, then open another leave."))
            self.retranslate()
            return
        self._current = current
        self._fill()
        if self.drafts is not None:
            self.drafts.start_over()
        self.retranslate()

    def _fill(self) -> None:
        form, leave = self.form, self._current
        form.first_day.set_day(leave.first_day if leave else self._day)
        form.last_day.set_day(leave.last_day if leave else self._day)
        form.reason.setText(leave.reason or "" if leave else "")
        form.substitute.setText(leave.substitute or "" if leave else "")
        self._remove.setVisible(leave is not None)
        self._ask_who()

    def _ask_who(self) -> None:
        """Which customers are to be told of the days in the form."""
        try:
            first, last = self.form.first_day.day(), self.form.last_day.day()
        except ValueError:
            return
        if first is not None:
            self.desk.runner.read(
                jobs.to_tell, done=self._show_who, first=first, last=last or first, today=self.desk.today()
            )

    def _show_who(self, rows: tuple[ToTell, ...]) -> None:
        speech = self.desk.speech
        self._tell_title.setText(
            self.tr("%n customers to be told", "", len({each.stop.account.id for each in rows}))
            if rows
            else self.tr("No visit falls into these days: nobody is to be told.")
        )
        self._tell.setVisible(bool(rows))
        self._tell.show_rows([self._who(each) for each in rows])
        self._tell.setAccessibleName(self._tell_title.text())
        self._said = speech.joined(dict.fromkeys(each.stop.account.called for each in rows))

    def _who(self, each: ToTell) -> Entry:
        stop, speech = each.stop, self.desk.speech
        when = f"{speech.weekday(stop.date)} {speech.day(stop.date)} {clock(stop.start or 0)}"
        promised = bool(stop.slot and stop.slot.promised)
        return Entry(
            stop.key,
            stop.account.called,
            speech.joined((when, stop.contact.name if stop.contact else "", each.phone or "")),
            badge=(stop.account.value_class, bool(stop.account.is_key)),
            chip=self.tr("knows the planned time") if promised else "",
            chip_tone="warn",
            chip_ground="warnSoft",
        )

    def subject(self) -> str:
        return "leave"

    def save(self) -> None:
        form, leave = self.form, self._current
        first, last = form.first_day.day(), form.last_day.day()
        if first is None:
            self.fail(self.tr("Say on which day the leave begins."), form.first_day)
            return
        given = {
            "first_day": first,
            "last_day": last or first,
            "reason": text_of(form.reason.text()),
            "substitute": text_of(form.substitute.text()),
        }
        if leave is None:
            self.run(jobs.add_leave, **given)
        else:
            self.run(jobs.change_leave, leave_id=leave.id, **given)

    def _saved(self, result: object) -> None:
        names = self._said
        done = self.tr("The leave is recorded.")
        self.told.emit(
            self.tr("{done} To be told: {names}").format(done=done, names=names) if names else done
        )
        self.accept()

    def _take_back(self) -> None:
        if self._current is not None:
            self.desk.runner.run(
                jobs.remove_leave, done=self._gone, failed=self._failed, leave_id=self._current.id
            )

    def _gone(self, changes: Changes) -> None:
        self.told.emit(self.tr("The leave is taken back: the visits of those days stand as planned."))
        self.accept()

    def retranslate(self) -> None:
        leave, speech = self._current, self.desk.speech
        self.say(
            self.tr("Leave and substitute"),
            self.tr("Save the change") if leave else self.tr("Record the leave"),
            self.tr("Visits of these days don't count as due; they stay on the line."),
        )
        self._remove.set_label(self.tr("Take this leave back"))
        self._list_title.setText(self.tr("Recorded leave"))
        self._list.setAccessibleName(self.tr("Recorded leave"))
        fresh = Entry(NEW, self.tr("New leave"), self.tr("days, reason, substitute"), icon="plus")
        self._list.blockSignals(True)
        self._list.show_rows([fresh, *(self._entry(each) for each in self._leaves)])
        self._list.choose(leave.id if leave else NEW)
        self._list.blockSignals(False)
        self._list_title.setVisible(bool(self._leaves))
        self._list.setVisible(bool(self._leaves))
        if speech is not None:
            self._ask_who()

    def _entry(self, leave: LeaveRow) -> Entry:
        speech = self.desk.speech
        days = speech.full_day(leave.first_day)
        if leave.last_day != leave.first_day:
            days = f"{days} – {speech.day(leave.last_day)}"
        by = self.tr("{name} goes instead").format(name=leave.substitute) if leave.substitute else ""
        past = leave.last_day < self.desk.today()
        return Entry(
            leave.id,
            days,
            speech.joined((leave.reason or "", by)) or self.tr("no reason given"),
            icon="calendar-off",
            icon_tone="text3" if past else "accentText",
            side=self.tr("past") if past else "",
        )
