"""The page of the line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.dialogs.slot import Proposal
from kamdesk.qt.pages.line.beside import Beside
from kamdesk.qt.pages.line.flow import ChangeFlow
from kamdesk.qt.pages.line.going import Going
from kamdesk.qt.pages.line.legend import Legend
from kamdesk.qt.pages.line.looks import CYCLE, LineLooks
from kamdesk.qt.pages.line.opening import Opening
from kamdesk.qt.pages.line.placing import Placing
from kamdesk.qt.pages.line.tools import LineTools
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.weekgrid.rows import StopBlock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.cycle import CycleLine
    from kamdesk.reads.stops import Stop

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
    wish_asked = Signal()
    week_asked = Signal(object)
    chosen_changed = Signal()

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self.monday = monday_of(desk.today())
        self._view: jobs.LineView | None = None
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._choice = Segments(theme, 3, ("calendar-days", "layout-grid", "layout-list"))
        self.tools = LineTools(desk)
        self._add = Button(theme, icon="calendar-plus")
        self._plan = Button(theme, icon="printer")
        yield
        self.looks = LineLooks(desk)
        yield
        self.grid, self.cycle_view, self.list = self.looks.grid, self.looks.cycle_view, self.looks.list
        self._legend = Legend(desk)
        legend = row((self._legend, 1), margins=(10, 2, 10, 4))
        self._card = frame(column((self.looks, 1), legend, gap=2), "card", (6, 4, 6, 4))
        yield
        self.beside = Beside(desk)
        yield
        self._empty = EmptyState(theme, "route", first_icon="file-down")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(self._card, 1)
        self._body.addWidget(self._empty, 1)
        self._body.addWidget(self.beside)
        self._empty.hide()
        tools = row(self._choice, self.tools, self._add, self._plan)
        head = row(self._title, 4, (self._sub, 1), tools)
        self.tools.stand_in(self, (self._title, self._sub, self._choice, self._add, self._plan))
        self.setLayout(column(head, (self._body, 1), gap=12, margins=self.density.margins()))
        yield
        self.flow = ChangeFlow(desk, self)
        self.opening = Opening(desk, self)
        self.placing = Placing(desk, self)
        self.going = Going(self)
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def build_ahead(self) -> Iterator[None]:
        self.flow.ask  # noqa: B018  # made by being asked for
        yield
        self.opening.card  # noqa: B018

    def _connect(self) -> None:
        grid, cycle = self.grid, self.cycle_view
        self.looks.chose.connect(self._show_chosen)
        grid.opened.connect(self.opening.open_stop)
        grid.moved.connect(self.flow.dragged)
        grid.dropped.connect(self.placing.dropped)
        grid.carried.connect(self._legend.carry)
        cycle.carried.connect(self._legend.carry)
        cycle.opened.connect(self.going.open_week_of)
        cycle.day_asked.connect(self.going.show_day_of)
        cycle.moved.connect(self.flow.carried)
        self.list.opened.connect(self.opening.open_stop)
        self._choice.picked.connect(self.look)
        self._add.clicked.connect(lambda: self.placing.put_on_line())
        self._plan.clicked.connect(self.plan_asked)
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
        if self.looks.in_cycle():
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
        self.looks.show_week(view.week)
        self.beside.show_waiting(view.waiting, self.desk.today())
        nothing = not view.waiting and not view.week.stops and not view.week.resting
        self._empty.setVisible(nothing)
        parts = (self._card, self.beside, self._sub, self._choice, self.tools, self._add, self._plan)
        for part in parts:
            part.setVisible(not nothing)
        self._say_figures()
        self.going.select_followed()
        self._show_chosen(self.chosen())
        self.going.act_on_wanted(view)
        self.rows_shown.emit()

    def _show_cycle(self, cycle: CycleLine) -> None:
        self.looks.show_cycle(cycle, self.monday)
        self._show_chosen(self.chosen())

    def _show_proposals(self, proposed: dict[str, jobs.Proposed | None]) -> None:
        self.beside.show_proposals(proposed)

    # what is in view

    def view(self) -> jobs.LineView | None:
        return self._view

    def cycle(self) -> CycleLine | None:
        return self.looks.cycle

    def look(self, look: int) -> None:
        """The week as a grid, the cycle, or the week as a list."""
        self._choice.set_choice(look)
        self.looks.setCurrentIndex(look)
        if look == CYCLE:
            self.read()
        self.focus_line()

    def restore(self, look: object) -> None:
        """The look of the last run; what it shows is read when the page is gone to."""
        if str(look) in map(str, range(self.looks.count())):
            self._choice.set_choice(int(str(look)))
            self.looks.setCurrentIndex(int(str(look)))

    def to_keep(self) -> dict[str, object]:
        return {"look": self.looks.currentIndex()}

    def focus_line(self) -> None:
        self.looks.focus_look()

    def chosen(self) -> str:
        """The key of the chosen stop; empty for none."""
        return self.looks.chosen()

    def select(self, key: str) -> None:
        self.looks.select(key)

    def block(self, key: str) -> StopBlock | None:
        """A stop as it is drawn, in the week or in the cycle."""
        return self.looks.block(key)

    def week_of(self, key: str) -> date:
        """The Monday of the week in which a stop is seen."""
        return self.looks.week_of(key) or self.monday

    def stop(self, key: str) -> Stop | None:
        return self.looks.stop(key)

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
        cycle = self.looks.cycle if self.looks.in_cycle() else None
        if cycle is not None and block is not None:
            week = next(w for w in cycle.weeks if w.monday == self.week_of(key))
            self.beside.show_day(week.days[block.day], week, key)
        else:
            number = block.day if block is not None else today if 0 <= today < 7 else 0
            self.beside.show_day(view.week.days[number], view.week, key)
        self.beside.show_warnings(self.looks.warned(), self.stop(key))
        self.list.choose(key)
        self.chosen_changed.emit()

    def step(self, way: int = 1) -> None:
        """The next stop that is to be looked at, or (-1) the one before."""
        keys = [stop.key for stop in self.looks.warned()]
        if not keys:
            return
        here = keys.index(self.chosen()) if self.chosen() in keys else -1 if way > 0 else 0
        self.looks.reveal(keys[(here + way) % len(keys)])

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
        self.tools.fit()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Line"))
        self._choice.set_labels(self.tr("Week"), self.tr("Cycle"), self.tr("List"))
        self._add.set_label(self.tr("Add a fixed visit"))
        self._plan.set_label(self.tr("Week plan"), "Ctrl+P")
        self.tools.fit()
        self.looks.retranslate()
        self._empty.say(
            self.tr("The line is empty"),
            self.tr(
                "First the accounts: take in the customer list that the office gave you. Then give each a fixed day."
            ),
            self.tr("Import a list"),
        )
        self.beside.retranslate()
        self.flow.retranslate()
        self.opening.retranslate()
        if self._view is not None:
            self._show(self._view)
        if self.looks.cycle is not None:
            self._show_cycle(self.looks.cycle)
