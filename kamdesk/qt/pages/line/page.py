"""The page of the line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.cycleview.view import CycleView
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.slot import Proposal
from kamdesk.qt.models.stops import StopsModel
from kamdesk.qt.pages.line.ask import Place
from kamdesk.qt.pages.line.beside import Beside
from kamdesk.qt.pages.line.cycle_sheet import cycle_sheet
from kamdesk.qt.pages.line.flow import ChangeFlow
from kamdesk.qt.pages.line.legend import Legend
from kamdesk.qt.pages.line.opening import Opening
from kamdesk.qt.pages.line.placing import Placing
from kamdesk.qt.pages.line.sheet import week_sheet
from kamdesk.qt.pages.line.stop_list import StopList
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.weekgrid.grid import WeekGrid
from kamdesk.qt.weekgrid.rows import StopBlock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.cycle import CycleLine
    from kamdesk.reads.line import RestingSlot
    from kamdesk.reads.stops import Stop

REST = "rest:"
WEEK, CYCLE, LIST = range(3)
FIGURES = ("slot_stability", "punctuality", "plan_completion")


class LinePage(Page):
    """``told`` says what was done, ``refused`` why nothing was; the other signals lead away from here.

    The week in view is the window's: ``week_asked`` asks for another, `show_week` shows it.
    """

    told = Signal(str)
    refused = Signal(str)
    account_asked = Signal(str)
    report_asked = Signal(object, bool)
    """The stop, and whether it is to be recorded as missed."""
    plan_asked = Signal()
    import_asked = Signal()
    leave_asked = Signal()
    history_asked = Signal()
    week_asked = Signal(object)
    chosen_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.monday = monday_of(desk.today())
        self._view: jobs.LineView | None = None
        self._cycle: CycleLine | None = None
        self._wanted: tuple[str, str] | None = None
        self._followed: tuple[str, int, int] | None = None
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._looks = Segments(theme, 3, ("calendar-days", "layout-grid", "layout-list"))
        self._leave = Button(theme, kind="ghost", icon="calendar-off")
        self._history = Button(theme, kind="ghost", icon="history")
        self._add = Button(theme, icon="calendar-plus")
        self._plan = Button(theme, icon="printer")
        self.grid = WeekGrid(theme)
        self.cycle_view = CycleView(theme)
        self._cycle_area = QScrollArea()
        self._cycle_area.setWidgetResizable(True)
        self._cycle_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cycle_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cycle_area.setWidget(self.cycle_view)
        self.stops = StopsModel(self)
        self.list = StopList(desk, self.stops)
        self._stack = QStackedWidget()
        for look in (self.grid, self._cycle_area, self.list):
            self._stack.addWidget(look)
        self._legend = Legend(desk)
        legend = row((self._legend, 1), margins=(10, 2, 10, 4))
        self._card = frame(column((self._stack, 1), legend, gap=2), "card", (6, 4, 6, 4))
        self.beside = Beside(desk)
        self._empty = EmptyState(theme, "route", first_icon="file-down")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(self._card, 1)
        self._body.addWidget(self._empty, 1)
        self._body.addWidget(self.beside)
        self._empty.hide()
        tools = row(self._looks, self._history, self._leave, self._add, self._plan)
        head = row(self._title, 4, (self._sub, 1), tools)
        self.setLayout(column(head, (self._body, 1), gap=12, margins=self.density.margins()))
        self.flow = ChangeFlow(desk, self)
        self.opening = Opening(desk, self)
        self.placing = Placing(desk, self)
        self.card = self.opening.card
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        grid, cycle = self.grid, self.cycle_view
        grid.chosen.connect(self._show_chosen)
        grid.opened.connect(self.opening.open_stop)
        grid.moved.connect(self.flow.dragged)
        grid.dropped.connect(self.placing.dropped)
        grid.carried.connect(self._legend.carry)
        cycle.carried.connect(self._legend.carry)
        cycle.chosen.connect(self._show_chosen)
        cycle.opened.connect(self._open_week_of)
        cycle.day_asked.connect(self._show_day_of)
        cycle.moved.connect(self.flow.carried)
        self.list.opened.connect(self.opening.open_stop)
        self.list.chosen.connect(grid.select)
        self._looks.picked.connect(self.look)
        self._add.clicked.connect(lambda: self.placing.put_on_line())
        self._plan.clicked.connect(self.plan_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._history.clicked.connect(self.history_asked)
        self._empty.first.clicked.connect(self.import_asked)
        self.beside.step_asked.connect(self.step)
        self.beside.place_asked.connect(lambda account_id: self.placing.put_on_line(account_id))

    # reading

    def arrive(self) -> None:
        super().arrive()
        self.focus_line()

    def show_week(self, monday: date) -> None:
        """The window looks at another week."""
        self.monday = monday
        self.read()

    def read(self) -> None:
        given = {"monday": self.monday, "now": self.desk.now(), "holidays": self.desk.holidays}
        self.desk.runner.read(jobs.line_view, done=self._show, latest=True, **given)
        if self._stack.currentIndex() == CYCLE:
            self.desk.runner.read(jobs.cycle_line, done=self._show_cycle, latest=True, **given)
        self.desk.runner.read(
            jobs.propose_places,
            done=self._show_proposals,
            latest=True,
            monday=self.monday,
            now=self.desk.now(),
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
        for part in (self._card, self.beside, self._sub, self._looks, self._history, self._add, self._plan):
            part.setVisible(not nothing)
        self._say_figures()
        self._select_followed()
        self._show_chosen(self.chosen())
        self._act_on_wanted()
        self.rows_shown.emit()

    def _show_cycle(self, cycle: CycleLine) -> None:
        self._cycle = cycle
        self.cycle_view.set_sheet(cycle_sheet(cycle, self.monday, self.desk.speech))
        shown = next((n for n, week in enumerate(cycle.weeks) if week.monday == self.monday), 0)
        row_of = self.cycle_view.cell_rect((shown, 0)).toRect()
        self._cycle_area.ensureVisible(0, row_of.bottom(), 0, 8)
        if not self.cycle_view.selected() and self.cycle_view.sheet().stop(self.grid.selected()):
            self.cycle_view.select(self.grid.selected())
        self._show_chosen(self.chosen())

    def _show_proposals(self, proposed: dict[str, jobs.Proposed]) -> None:
        self.beside.show_proposals(proposed)

    # what is in view

    def view(self) -> jobs.LineView | None:
        return self._view

    def cycle(self) -> CycleLine | None:
        return self._cycle

    def look(self, look: int) -> None:
        """The week as a grid, the cycle, or the week as a list."""
        self._looks.set_choice(look)
        self._stack.setCurrentIndex(look)
        if look == CYCLE:
            self.read()
        self.focus_line()

    def restore(self, look: object) -> None:
        """The look of the last run; what it shows is read when the page is gone to."""
        if str(look) in map(str, range(self._stack.count())):
            self._looks.set_choice(int(str(look)))
            self._stack.setCurrentIndex(int(str(look)))

    def to_keep(self) -> dict[str, object]:
        return {"look": self._stack.currentIndex()}

    def _in_cycle(self) -> bool:
        return self._stack.currentIndex() == CYCLE

    def focus_line(self) -> None:
        (self.grid, self.cycle_view, self.list)[self._stack.currentIndex()].setFocus()

    def chosen(self) -> str:
        """The key of the chosen stop; empty for none."""
        return self.cycle_view.selected() if self._in_cycle() else self.grid.selected()

    def select(self, key: str) -> None:
        (self.cycle_view if self._in_cycle() else self.grid).select(key)

    def block(self, key: str) -> StopBlock | None:
        """A stop as it is drawn, in the week or in the cycle."""
        if self._in_cycle():
            stop = self.cycle_view.sheet().stop(key)
            return stop.block if stop is not None else None
        return self.grid.sheet().block(key)

    def week_of(self, key: str) -> date:
        """The Monday of the week in which a stop is seen."""
        stop = self.cycle_view.sheet().stop(key) if self._in_cycle() else None
        return self.cycle_view.sheet().weeks[stop.week].monday if stop is not None else self.monday

    def stop(self, key: str) -> Stop | None:
        weeks = [self._view.week] if self._view else []
        if self._in_cycle() and self._cycle:
            weeks += self._cycle.weeks
        return next((stop for week in weeks for stop in week.stops if stop.key == key), None)

    def resting(self, key: str) -> RestingSlot | None:
        week = self._view.week if self._view else None
        if week is None or not key.startswith(REST):
            return None
        return next((rest for rest in week.resting if rest.slot.id == key.removeprefix(REST)), None)

    def chosen_account(self) -> str:
        """The account of the chosen stop; empty for none."""
        block = self.block(self.chosen())
        return block.account_id if block else ""

    def proposal_of(self, account_id: str) -> Proposal | None:
        return self.beside.proposal_of(account_id)

    def _show_chosen(self, key: str) -> None:
        view = self._view
        if view is None:
            return
        block = self.block(key)
        today = (view.week.today - view.week.monday).days
        if self._in_cycle() and self._cycle is not None and block is not None:
            week = next(w for w in self._cycle.weeks if w.monday == self.week_of(key))
            self.beside.show_day(week.days[block.day], week, key)
        else:
            number = block.day if block is not None else today if 0 <= today < 7 else 0
            self.beside.show_day(view.week.days[number], view.week, key)
        self.beside.show_warnings(self._warned(), self.stop(key))
        self.list.choose(key)
        self.chosen_changed.emit()

    # what is to be looked at

    def _warned(self) -> list[Stop]:
        stops = self._view.week.stops if self._view else ()
        if self._in_cycle() and self._cycle:
            stops = [stop for week in self._cycle.weeks for stop in week.stops]
        return [stop for stop in stops if stop.warnings and stop.state == "planned"]

    def step(self, way: int = 1) -> None:
        """The next stop that is to be looked at, or (-1) the one before."""
        keys = [stop.key for stop in self._warned()]
        if not keys:
            return
        here = keys.index(self.chosen()) if self.chosen() in keys else -1 if way > 0 else 0
        self.select(keys[(here + way) % len(keys)])
        self.focus_line()
        if self._in_cycle():
            at = self.cycle_view.rect_of(self.chosen()).center().toPoint()
            self._cycle_area.ensureVisible(at.x(), at.y(), 0, 60)

    # from the cycle to a week

    def _show_day_of(self, day: date) -> None:
        self.look(WEEK)
        self.week_asked.emit(monday_of(day))
        if monday_of(day) == self.monday:
            self.grid.setFocus()

    def _open_week_of(self, key: str) -> None:
        """A stop of the cycle is opened in its week."""
        stop = self.stop(key)
        if stop is not None:
            self.show_slot(stop.slot.id if stop.slot else key, monday_of(stop.date), "show")

    def show_slot(self, slot_id: str, monday: date, deed: str) -> None:
        """Go to the week in which a slot falls next; there ``move_slot``, ``end_slot``, ``show`` or ``select`` it."""
        self._wanted = (slot_id, deed)
        if self._in_cycle():
            self.look(WEEK)
        if monday == self.monday:
            self.read()
        else:
            self.week_asked.emit(monday)

    def follow(self, account_id: str, place: Place) -> None:
        """Choose the account's stop at a place once it is read there: what was moved stays in the hand."""
        self._followed = (account_id, place.weekday, place.start)

    def _select_followed(self) -> None:
        followed, self._followed = self._followed, None
        for block in self.grid.sheet().blocks:
            if followed == (block.account_id, block.day, block.start) and block.here:
                self.grid.select(block.key)

    def _act_on_wanted(self) -> None:
        if self._wanted is None or self._view is None:
            return
        slot_id, deed = self._wanted
        self._wanted = None
        stops = self._view.week.stops
        key = next(
            (s.key for s in stops if (s.slot and s.slot.id == slot_id) or s.key == slot_id),
            f"{REST}{slot_id}",
        )
        self.grid.select(key)
        deeds = {
            "move_slot": self.flow.move_chosen,
            "end_slot": self.flow.end_chosen,
            "select": self.focus_line,
        }
        deeds.get(deed, lambda: self.opening.open_stop(key))()

    # a stop in the hand

    def anchor(self, key: str) -> QRect:
        """Where a popover belongs: beside the stop, or in the middle of the list."""
        if self._stack.currentWidget() is self.list:
            return QRect(self.list.mapTo(self, QPoint(self.list.width() // 3, 60)), self.list.size() / 8)
        over = self.cycle_view if self._in_cycle() else self.grid
        rect = over.rect_of(key).toRect()
        if rect.isEmpty():
            rect = QRect(over.rect().center(), over.size() / 8)
        return QRect(over.mapTo(self, rect.topLeft()), rect.size())

    def hold(self, key: str, monday: date, place: Place) -> None:
        """Show a stop as a draft in another place."""
        if self._in_cycle():
            mondays = [week.monday for week in self.cycle_view.sheet().weeks]
            if monday in mondays:
                self.cycle_view.hold(key, (mondays.index(monday), place.weekday))
        else:
            self.grid.hold_at(key, place.weekday, place.start, place.minutes)

    def put_back(self) -> None:
        self.grid.put_back()
        self.cycle_view.put_back()

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
        figures = view.figures if view is not None else ()
        said = [
            f"{speech.text(f'figure.{figure.id}.name')} {figure.value:.0%}"
            for figure in figures
            if figure.id in FIGURES and figure.value is not None
        ]
        self._sub.setText(speech.joined((self.tr("four weeks"), *said)) if said else "")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Line"))
        self._looks.set_labels(self.tr("Week"), self.tr("Cycle"), self.tr("List"))
        self._leave.set_hint(self.tr("Leave and substitute"))
        self._history.set_hint(self.tr("Changes of the line"))
        self._add.set_label(self.tr("Put on the line"))
        self._plan.set_label(self.tr("Week plan"), "Ctrl+P")
        self.grid.setAccessibleName(self.tr("The week's stops"))
        self.grid.setWhatsThis(
            self.tr(
                "Arrows choose a stop, Enter opens it. Shift and arrows move it, Enter then asks who wanted it."
            )
        )
        self.cycle_view.setAccessibleName(self.tr("The stops of the whole cycle"))
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
        if self._cycle is not None:
            self._show_cycle(self._cycle)
