"""The page of the line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.slot import Proposal, SlotDialog
from kamdesk.qt.models.stops import StopsModel
from kamdesk.qt.pages.line.beside import Beside
from kamdesk.qt.pages.line.flow import ChangeFlow
from kamdesk.qt.pages.line.legend import Legend
from kamdesk.qt.pages.line.sheet import USUAL_MINUTES, week_sheet
from kamdesk.qt.pages.line.stop_card import StopCard
from kamdesk.qt.pages.line.stop_list import StopList
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.weekgrid.grid import WeekGrid
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.line import RestingSlot
    from kamdesk.reads.stops import Stop

REST = "rest:"


class LinePage(Page):
    """``told`` says what was done (sentence), ``account_asked`` and ``report_asked`` lead away from here."""

    told = Signal(str)
    account_asked = Signal(str)
    report_asked = Signal(object, bool)
    """The stop, and whether it is to be recorded as missed."""
    plan_asked = Signal()
    import_asked = Signal()
    week_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.monday = monday_of(desk.today())
        self._view: jobs.LineView | None = None
        self._wanted: tuple[str, str] | None = None
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._looks = Segments(theme, 2, ("calendar-days", "layout-list"))
        self._add = Button(theme, icon="calendar-plus")
        self._plan = Button(theme, icon="printer")
        self.grid = WeekGrid(theme)
        self.stops = StopsModel(self)
        self.list = StopList(desk, self.stops)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.list)
        self._legend = Legend(desk)
        legend = row((self._legend, 1), margins=(10, 2, 10, 4))
        self._card = frame(column((self._stack, 1), legend, gap=2), "card", (6, 4, 6, 4))
        self.beside = Beside(desk)
        self._empty = EmptyState(theme, "route", second_icon="")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(self._card, 1)
        self._body.addWidget(self._empty, 1)
        self._body.addWidget(self.beside)
        self._empty.hide()
        head = row(self._title, 4, (self._sub, 1), self._looks, self._add, self._plan)
        self.setLayout(column(head, (self._body, 1), gap=12, margins=self.density.margins()))
        self.flow = ChangeFlow(desk, self)
        self.card = StopCard(desk, self)
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._show_chosen)
        self.grid.opened.connect(self.open_stop)
        self.grid.moved.connect(self.flow.dragged)
        self.grid.dropped.connect(self._dropped)
        self.list.opened.connect(self.open_stop)
        self.list.chosen.connect(self.grid.select)
        self._looks.picked.connect(self._stack.setCurrentIndex)
        self._add.clicked.connect(lambda: self.put_on_line())
        self._plan.clicked.connect(self.plan_asked)
        self._empty.first.clicked.connect(self.import_asked)
        self.beside.step_asked.connect(self._step)
        self.beside.place_asked.connect(lambda account_id: self.put_on_line(account_id))
        self.card.asked.connect(self._from_card)

    # reading

    def arrive(self) -> None:
        super().arrive()
        self.grid.setFocus()

    def show_week(self, monday: date) -> None:
        self.monday = monday
        self.read()

    def read(self) -> None:
        self.desk.runner.read(
            jobs.line_view,
            done=self._show,
            latest=True,
            monday=self.monday,
            now=self.desk.now(),
            holidays=self.desk.holidays,
        )

    def take_changes(self, changes: Changes) -> None:
        self.read()

    def _show(self, view: jobs.LineView) -> None:
        if view.week.monday != self.monday:
            return
        self._view = view
        sheet = week_sheet(view.week, self.desk.now(), self.desk.speech)
        self.grid.set_sheet(sheet)
        self.stops.set_rows(sheet)
        self.beside.show_waiting(view.waiting, self.desk.today())
        nothing = not view.waiting and not view.week.stops and not view.week.resting
        self._empty.setVisible(nothing)
        self._card.setVisible(not nothing)
        self.beside.setVisible(not nothing)
        self._say_figures()
        self._show_chosen(self.grid.selected())
        self.week_shown.emit()
        self._act_on_wanted()

    def view(self) -> jobs.LineView | None:
        return self._view

    def stop(self, key: str) -> Stop | None:
        week = self._view.week if self._view else None
        return next((stop for stop in week.stops if stop.key == key), None) if week else None

    def resting(self, key: str) -> RestingSlot | None:
        week = self._view.week if self._view else None
        if week is None or not key.startswith(REST):
            return None
        return next((rest for rest in week.resting if rest.slot.id == key.removeprefix(REST)), None)

    def chosen_account(self) -> str:
        """The account of the chosen stop; empty for none."""
        block = self.grid.sheet().block(self.grid.selected())
        return block.account_id if block else ""

    def _show_chosen(self, key: str) -> None:
        view = self._view
        if view is None:
            return
        block = self.grid.sheet().block(key)
        today = (view.week.today - view.week.monday).days
        number = block.day if block is not None else today if 0 <= today < 7 else 0
        self.beside.show_day(view.week.days[number], view.week, key)
        warned = [stop for stop in view.week.stops if stop.warnings and stop.state == "planned"]
        self.beside.show_warnings(warned, self.stop(key))
        self.list.choose(key)

    def _step(self) -> None:
        """The next stop that is to be looked at."""
        view = self._view
        if view is None:
            return
        keys = [stop.key for stop in view.week.stops if stop.warnings and stop.state == "planned"]
        if keys:
            here = keys.index(self.grid.selected()) if self.grid.selected() in keys else -1
            self.grid.select(keys[(here + 1) % len(keys)])

    # a stop opened

    def open_stop(self, key: str) -> None:
        stop, rest = self.stop(key), self.resting(key)
        if stop is not None:
            self.card.show_stop(stop)
            account = stop.account.id
        elif rest is not None:
            self.card.show_resting(rest.account, rest.slot, rest.start, rest.minutes)
            account = rest.account.id
        else:
            return
        self.grid.select(key)
        self.card.show_history(())
        self.desk.runner.read(
            jobs.slot_history, done=self._show_card, account_id=account, today=self.desk.today()
        )

    def _show_card(self, events: tuple) -> None:
        self.card.show_history(events)
        self.card.open_at(self.anchor(self.grid.selected()))
        self.card.report.setFocus()

    def anchor(self, key: str) -> QRect:
        """Where a popover belongs: beside the block, or in the middle of the list."""
        if self._stack.currentWidget() is self.list:
            return QRect(self.list.mapTo(self, QPoint(self.list.width() // 3, 60)), self.list.size() / 8)
        rect = self.grid.rect_of(key).toRect()
        if rect.isEmpty():
            rect = QRect(self.grid.rect().center(), self.grid.size() / 8)
        return QRect(self.grid.mapTo(self, rect.topLeft()), rect.size())

    def _from_card(self, what: str) -> None:
        key = self.grid.selected()
        stop, rest = self.stop(key), self.resting(key)
        account = stop.account if stop else rest.account if rest else None
        if account is None:
            return
        if what == "account":
            self.account_asked.emit(account.id)
        elif what in ("report", "missed") and stop is not None:
            self.report_asked.emit(stop, what == "missed")
        elif what == "move":
            self.flow.move_chosen()
        elif what == "end":
            self.flow.end_chosen()

    def show_slot(self, slot_id: str, monday: date, deed: str) -> None:
        """Go to the week in which a slot falls next and ``move_slot``, ``end_slot`` or ``show`` it there."""
        self._wanted = (slot_id, deed)
        self.show_week(monday)

    def _act_on_wanted(self) -> None:
        if self._wanted is None or self._view is None:
            return
        slot_id, deed = self._wanted
        self._wanted = None
        key = next(
            (s.key for s in self._view.week.stops if s.slot and s.slot.id == slot_id), f"{REST}{slot_id}"
        )
        self.grid.select(key)
        deeds = {"move_slot": self.flow.move_chosen, "end_slot": self.flow.end_chosen}
        deeds.get(deed, lambda: self.open_stop(key))()

    # an account put on the line

    def put_on_line(self, account_id: str = "") -> None:
        """Ask for weekday, time and rhythm; without an account one of those that wait is chosen in the dialog."""
        waiting = self._view.waiting if self._view else ()
        chosen = account_id or self.beside.tray.key() or self.chosen_account()
        today = self.desk.today()
        weekday = min(max((today - self.monday).days, 0), 4)
        self._ask_slot(
            Proposal(chosen, weekday, None, USUAL_MINUTES), [(w.account.id, w.account.name) for w in waiting]
        )

    def _dropped(self, account_id: str, day: int, start: int, minutes: int) -> None:
        view = self._view
        name = next((w.account.name for w in view.waiting if w.account.id == account_id), "") if view else ""
        self._ask_slot(Proposal(account_id, day, start, minutes), [(account_id, name)])

    def _ask_slot(self, proposal: Proposal, accounts: list[tuple[str, str]]) -> None:
        view = self._view
        if view is None:
            return
        if proposal.account_id and proposal.account_id not in dict(accounts):
            names = {block.account_id: block.name for block in self.grid.sheet().blocks}
            if proposal.account_id in names:
                accounts = [*accounts, (proposal.account_id, names[proposal.account_id])]
        if not accounts:
            self.import_asked.emit()
            return
        dialog = SlotDialog(self.desk, self, accounts, proposal, view.week.rep.anchor_monday, self.monday)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.grid.setFocus)
        dialog.rejected.connect(self.grid.put_back)
        dialog.open()

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down = density.narrow
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        self._card.setMinimumHeight(520 if down else 0)
        self.beside.set_density(density)

    def _say_figures(self) -> None:
        speech, view = self.desk.speech, self._view
        said: list[str] = []
        if view is not None:
            for figure in view.figures:
                if (
                    figure.id in ("slot_stability", "punctuality", "plan_completion")
                    and figure.value is not None
                ):
                    said.append(f"{speech.text(f'figure.{figure.id}.name')} {figure.value:.0%}")
        self._sub.setText(speech.joined((self.tr("four weeks"), *said)) if said else "")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Line"))
        self._looks.set_labels(self.tr("Week"), self.tr("List"))
        self._add.set_label(self.tr("Put on the line"))
        self._plan.set_label(self.tr("Week plan"), "Ctrl+P")
        self.grid.setAccessibleName(self.tr("The week's stops"))
        self.grid.setWhatsThis(
            self.tr(
                "Arrows choose a stop, Enter opens it. Shift and arrows move it, Enter then asks who wanted it."
            )
        )
        self._empty.say(
            self.tr("The line is empty"),
            self.tr(
                "First the accounts: take in the customer list that the office gave you. Then give each a fixed day."
            ),
            self.tr("Import a list"),
        )
        self.beside.retranslate()
        self.flow.ask.retranslate()
        self.card.retranslate()
        if self._view is not None:
            self._show(self._view)
