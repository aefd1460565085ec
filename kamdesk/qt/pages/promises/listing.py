"""The list of promises with what narrows it: groups, filter, a cause or an account, and how it is grouped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget

from kamdesk.domain.promises_kept import OPEN, Standing
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.promises import ALL, VIEWS, Choice, PromisesModel
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.pages.promises.table import PromisesTable
from kamdesk.qt.pages.promises.when import WhenFilter
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import FlowLayout, column, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.domain.facts import Period
    from kamdesk.qt.jobs import PromiseTable
    from kamdesk.reads.promises import PromiseRow


class Listing(QFrame):
    """``grouped`` tells that the user groups by account (True) or by day; ``narrowed`` that the cause has changed."""

    grouped = Signal(bool)
    narrowed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setProperty("role", "card")
        self.model = PromisesModel(desk.speech, self)
        self.table = PromisesTable(desk, self.model)
        self.filter = FilterField(theme)
        self.when = WhenFilter(desk)
        self.grouping = Segments(theme, 2)
        self.grouping.set_choice(1)
        self._choice = Choice()
        self._started = False
        self._views = {view: Button(theme, kind="view") for view in VIEWS}
        self._group = QButtonGroup(self)
        self._narrowed = Button(theme, icon="x", small=True)
        self._shown = label(theme, "strong", "text2")
        self._keys = Elided(theme, "caption", "text3")
        self._nothing = EmptyState(theme, "list-filter")
        self._results = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        views = FlowLayout(12)
        for view in VIEWS:
            self._group.addButton(self._views[view])
            views.addWidget(self._views[view])
        self._views[self._choice.view].setChecked(True)
        self._results.addWidget(self.table)
        self._results.addWidget(self._nothing)
        self._results.setMinimumHeight(200)
        line = row((self.filter, 1), self.when, self._narrowed, None, self._shown, self.grouping, gap=10)
        line.setContentsMargins(14, 2, 12, 0)
        self.setLayout(
            column(
                column(views, margins=(16, 4, 16, 0)),
                line,
                column(self.when.range, margins=(14, 0, 12, 0)),
                (column((self._results, 1), margins=(10, 0, 10, 0)), 1),
                row((self._keys, 1), margins=(18, 0, 16, 8)),
                gap=6,
            )
        )

    def _connect(self) -> None:
        self.table.typed.connect(self.filter.take)
        self.filter.textChanged.connect(self._narrow)
        self.when.changed.connect(self._in_time)
        self.filter.down.connect(self._into_table)
        self.filter.entered.connect(self._into_table)
        self._group.buttonClicked.connect(self._narrow)
        self.grouping.picked.connect(self._regroup)
        self._narrowed.clicked.connect(self.widen)
        self._nothing.first.clicked.connect(self.show_all)

    # what is shown

    def show_rows(self, table: PromiseTable, today: date) -> None:
        """New rows: the choice stays; the first time the list begins with what presses most."""
        keep, at = self.table.current_id(), self.table.currentIndex().row()
        self.model.set_rows(table, today)
        if not self._started and table.rows:
            self._started = True
            view = next(view for view in (*OPEN, ALL) if self.model.count(view))
            self._views[view].setChecked(True)
            self._choice = replace(self._choice, view=view)
            self.model.narrow(self._choice)
        self.say_counts()
        self._select(keep, at)

    def _select(self, promise_id: str, at: int = 0) -> None:
        """The promise where it is shown; else the one that has moved up into its place, so that work goes on."""
        place = self.model.place_of(promise_id) if promise_id else None
        self.table.choose(self.model.nearest(at) if place is None else place)

    def promises(self) -> list[PromiseRow]:
        """The chosen promises."""
        return self.table.promises()

    # what it is narrowed to

    def view(self) -> str:
        return next(view for view, button in self._views.items() if button.isChecked())

    def show_view(self, view: str) -> None:
        self._views[view].setChecked(True)
        self._narrow()

    def _in_time(self) -> None:
        """A time is looked for among all promises, however they stand."""
        if self.when.chosen() is not None:
            self._views[ALL].setChecked(True)
        self._narrow()

    def show_all(self) -> None:
        """Every promise, nothing typed, at any time."""
        self.when.clear()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self._show(Choice(view=ALL))

    def show_promise(self, promise_id: str) -> None:
        """That promise among all of them, chosen."""
        self.show_all()
        self._select(promise_id)
        self.table.setFocus()

    def widen(self) -> None:
        """Take away the cause or the account."""
        self._show(Choice(view=self.view(), text=self.filter.text()))

    def show_cause(self, cause: str | None, period: Period) -> None:
        """The promises of the period that were not kept as given for this cause; None: without one."""
        self._show(Choice(ALL, self.filter.text(), (cause or "",), first=period.first, last=period.last))

    def show_account(self, account_id: str) -> None:
        self._show(Choice(ALL, self.filter.text(), account_id=account_id))

    def cause(self) -> str | None:
        """The cause by which the list is narrowed: '' for none said, None for any."""
        return self._choice.causes[0] if self._choice.causes else None

    def look_back_over(self, period: Period) -> None:
        """Another period for the cause that the list is narrowed to."""
        if self._choice.causes:
            self._show(replace(self._choice, first=period.first, last=period.last))

    def _show(self, choice: Choice) -> None:
        self._views[choice.view].setChecked(True)
        self._choice = choice
        self._narrow()

    def _narrow(self) -> None:
        keep = self.table.current_id()
        self._choice = replace(
            self._choice, view=self.view(), text=self.filter.text(), when=self.when.chosen()
        )
        self.model.narrow(self._choice)
        self._say_shown()
        self._select(keep)
        self.narrowed.emit()

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def set_grouping(self, by_account: bool) -> None:
        """As it was grouped the last time."""
        self.grouping.set_choice(0 if by_account else 1)
        self.model.group(by_account)

    def _regroup(self, number: int) -> None:
        keep = self.table.current_id()
        self.model.group(number == 0)
        self._select(keep)
        self.grouped.emit(number == 0)

    def _into_table(self) -> None:
        if self.model.shown_count():
            self.table.setFocus()

    # its words

    def say_counts(self) -> None:
        texts = {
            Standing.OVERDUE: self.tr("Overdue"),
            Standing.THIS_WEEK: self.tr("This week"),
            Standing.LATER: self.tr("Later"),
            Standing.UNDATED: self.tr("No day"),
            Standing.KEPT: self.tr("Kept"),
            Standing.KEPT_LATE: self.tr("Late"),
            Standing.BROKEN: self.tr("Broken"),
            Standing.SUBSTITUTED: self.tr("Substituted"),
            Standing.WITHDRAWN: self.tr("Withdrawn"),
            ALL: self.tr("All"),
        }
        for view, button in self._views.items():
            button.set_label(f"{texts[view]}  {self.model.count(view)}")
        self._say_shown()

    def _narrowed_to(self) -> str:
        """The cause or account, in words."""
        choice, speech = self._choice, self._desk.speech
        if choice.causes:
            cause = choice.causes[0]
            return speech.raised(speech.choice("promise.cause", cause)) if cause else self.tr("No cause said")
        of = (row.account for row in self.model.rows() if row.account_id == choice.account_id)
        return next(of, "") if choice.account_id else ""

    def _say_shown(self) -> None:
        shown, total = self.model.shown_count(), self.model.count(self.view())
        said = self._narrowed_to()
        self._shown.setText(f"{shown} / {total}")
        self._results.setCurrentIndex(0 if shown else 1)
        self._narrowed.setVisible(bool(said))
        self._narrowed.set_label(said)
        if self._choice.text or said or self._choice.when is not None:
            heading = self.tr("No promise fits")
            sentence = self.tr("Take a word out of the filter, or look among all promises.")
        else:
            heading = self.tr("Nothing here")
            sentence = self.tr("No promise stands so at the moment.")
        self._nothing.say(heading, sentence, self.tr("Show all"))

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter: what, customer, person, pinyin"))
        self.filter.setAccessibleName(self.tr("Filter the promises"))
        self.when.retranslate()
        self.grouping.set_labels(self.tr("By account"), self.tr("By day"))
        self.table.setAccessibleName(self.tr("Promises"))
        self._narrowed.setToolTip(self.tr("Show the others again"))
        self._keys.setText(
            self.tr("↑↓ choose   Shift or Ctrl several   K kept   B broken   / filter   Enter the account")
        )
        self.model.retranslate()
        self.say_counts()
