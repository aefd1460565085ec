"""Visits that can't take place (ill, a road closed): made up for on other days, accepted in part, as one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import fill_window
from kamdesk.qt.dialogs.repair_list import RepairList
from kamdesk.qt.dialogs.repair_map import RepairMap
from kamdesk.qt.dialogs.road_closed import RoadClosed
from kamdesk.qt.dialogs.ways_choice import Ways
from kamdesk.qt.jobs import line_repair as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import DayField, set_wrong
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.line_repair import Repair

DAYS, ROAD = range(2)
NOTHING, FOUND, LONGER = range(3)


class LineRepairDialog(QDialog):
    """``told`` says what was accepted; ``road_asked`` gives a way that is longer for good, to be planned around."""

    told = Signal(str)
    settings_asked = Signal()
    road_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None, ways: Ways, day: date) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._ways = desk, ways
        self._day = self._until = day
        self._found: Repair | None = None
        self._error: Exception | None = None
        self._without = ""
        self._heading = label(theme, "heading")
        self.what = Segments(theme, 2)
        self._from, self._to = label(theme, "body", "text2"), label(theme, "body", "text2")
        self.first_day, self.last_day = DayField(), DayField()
        self.reason = QLineEdit()
        self.leave = QCheckBox()
        self._hint = label(theme, "caption", "text2", wrap=True)
        for name, field in ((self._from, self.first_day), (self._to, self.last_day)):
            name.setBuddy(field)
            field.set_today(desk.today())
            field.set_day(day)
        self._days = QWidget()
        self._days.setLayout(
            row(self._from, self.first_day, self._to, self.last_day, 6, (self.reason, 1), self.leave, gap=8)
        )
        self.road = RoadClosed(desk)
        self.list, self.map = RepairList(desk), RepairMap(desk)
        self.empty = EmptyState(theme, "calendar-off", first_icon="settings")
        found = QWidget()
        found.setLayout(row((self.list, 3), (self.map, 2), gap=14))
        self.body = QStackedWidget()
        for page in (self.empty, found, self.road):
            self.body.addWidget(page)
        self.said = label(theme, "body", wrap=True)
        self.copy = Button(theme, icon="copy")
        self.close_ = Button(theme)
        self.accept_ = Button(theme, kind="primary", icon="check")
        for button in (self.copy, self.close_, self.accept_):
            button.setAutoDefault(False)
        self.setLayout(
            column(
                row(self._heading, None), row(self.what, None), self._days, self._hint, (self.body, 1),
                row((self.said, 1)), row(self.copy, None, self.close_, self.accept_),
                gap=8, margins=(20, 14, 20, 14),
            )
        )  # fmt: skip
        fill_window(self, parent)
        self._connect()
        self.retranslate()
        self._read()
        self.first_day.setFocus()

    def _connect(self) -> None:
        self.what.picked.connect(lambda number: self._say())
        self.first_day.changed.connect(lambda day: self._take_days())
        self.last_day.changed.connect(lambda day: self._take_days())
        self.reason.textChanged.connect(lambda text: (set_wrong(self.reason, ""), self._say_chosen()))
        self.list.chosen_changed.connect(self._look)
        self.list.looked_at.connect(self._look)
        self.copy.clicked.connect(self._copy)
        self.close_.clicked.connect(self.reject)
        self.accept_.clicked.connect(self._accept)
        self.empty.first.clicked.connect(self._to_settings)
        self.road.wanted.connect(self._plan_around)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept_.click)

    # the days that are lost

    def _take_days(self) -> None:
        try:
            first, last = self.first_day.day(), self.last_day.day()
        except Unreadable:
            return
        if first is None or first < self._desk.today():
            set_wrong(self.first_day, self.tr("Today or a later day: what is past is recorded as missed."))
            return
        if last is None or last < first:
            last = first
            self.last_day.set_day(last)
        if (first, last) != (self._day, self._until):
            self._day, self._until = first, last
            self._read()

    def _read(self) -> None:
        desk = self._desk
        self._found = None
        desk.runner.read(
            jobs.repaired,
            done=self._show,
            failed=self._failed,
            latest=True,
            day=self._day,
            until=self._until,
            now=desk.now(),
            holidays=desk.holidays,
            own=self._ways.own,
            file=self._ways.path(),
        )
        self._say()

    def _show(self, repaired: jobs.Repaired) -> None:
        self._found, self._error = repaired.repair, None
        self.road.show_accounts(repaired.accounts)
        self.leave.setEnabled(not repaired.away)
        self.list.show_found(repaired.repair)
        self._look()
        self._say()

    def _failed(self, error: Exception) -> None:
        if self._ways.leave_file(error):
            self._without = self._desk.speech.error(error)
            self._read()
            return
        self._error = error
        self._say()

    def _look(self) -> None:
        if self._found is not None:
            self.map.show_day(self._found, self.list.current(), self.list.chosen())
        self._say_chosen()

    # accepting

    def _accept(self) -> None:
        chosen = self.list.chosen()
        if not chosen or not self.accept_.isEnabled():
            return
        reason = self.reason.text().strip()
        if not reason:
            set_wrong(self.reason, self.tr("Say why: it stands with each visit that is put off."))
            self._refuse(self.tr("Say why the visits can't take place. Nothing has been changed yet."))
            self.reason.setFocus()
            return
        set_wrong(self.reason, "")
        self.accept_.setEnabled(False)
        self._desk.runner.run(
            jobs.accept_repair,
            done=self._accepted,
            failed=self._refused,
            chosen=chosen,
            reason=reason,
            leave=(self._day, self._until) if self.leave.isChecked() and self.leave.isEnabled() else None,
        )

    def _accepted(self, changes: Changes) -> None:
        self.told.emit(self.tr("%n visits have been put on other days.", "", len(self.list.chosen())))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._say_chosen()
        self._refuse(self._desk.speech.error(error))

    def _refuse(self, why: str) -> None:
        self.said.setText(why)
        set_tone(self.said, "bad")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.sentences())
        self.said.setText(self.tr("Copied: what is to be asked of each of those chosen."))
        QTimer.singleShot(3000, self, self._say_chosen)

    def _plan_around(self, detour: object) -> None:
        self.reject()
        self.road_asked.emit(detour)

    def _to_settings(self) -> None:
        self.reject()
        self.settings_asked.emit()

    # words

    def _say(self) -> None:
        longer = self.what.choice() == ROAD
        found = self._found
        self._days.setVisible(not longer)
        for control in (self.copy, self.accept_, self.said):
            control.setVisible(not longer)
        some = found is not None and bool(found.made_up or found.left)
        self.body.setCurrentIndex(LONGER if longer else FOUND if some else NOTHING)
        if self._error is not None:
            said = self._desk.speech.error(self._error)
            go = self.tr("Settings") if getattr(self._error, "code", "") == "plan_no_home" else ""
            self.empty.say(self.tr("Nothing can be planned yet"), said, go)
        elif found is not None:
            self.empty.say(
                self.tr("No visit is planned on these days"),
                self.tr("There is nothing to make up for. Choose the days that are lost."),
                "",
            )
        else:
            self.empty.say("", "", "")
        self._hint.setText(
            self.tr(
                "For as long as it lasts: the whole line is planned with the longer way; you accept what you like."
            )
            if longer
            else self.tr(
                "Each visit goes where it lengthens the way least before its next regular one; the line itself stays, "
                "nobody else moves. Uncheck who can be reached all the same."
            )
        )
        self._say_chosen()

    def _say_chosen(self) -> None:
        number = len(self.list.chosen()) if self._found is not None else 0
        self.accept_.set_label(self.tr("Put off %n visits", "", number), "Ctrl+Enter")
        self.accept_.setEnabled(number > 0)
        self.copy.setEnabled(number > 0)
        set_tone(self.said, "warn" if self._without else "text2")
        if self._found is None:
            self.said.setText("")
            return
        travel = sum(each.travel for each in self.list.chosen())
        left = self.tr("%n without room", "", len(self._found.left)) if self._found.left else ""
        road = (
            self.tr("{minutes} min more on the road in all").format(minutes=round(travel)) if number else ""
        )
        self.said.setText(self._without or self._desk.speech.joined((road, left)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("A day or a road is lost"))
        self._heading.setText(self.tr("A day or a road is lost"))
        self.what.set_labels(self.tr("Visits can't take place"), self.tr("A road takes longer"))
        self.what.setAccessibleName(self.tr("What is lost"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to"))
        self.first_day.setAccessibleName(self.tr("First day that is lost"))
        self.last_day.setAccessibleName(self.tr("Last day that is lost"))
        self.reason.setPlaceholderText(self.tr("why (needed): ill, road closed, …"))
        self.reason.setAccessibleName(self.tr("Why the visits can't take place"))
        self.leave.setText(self.tr("Record as leave"))
        self.copy.set_label(self.tr("Copy what to ask"))
        self.close_.set_label(self.tr("Close"), "Esc")
        self._say()
