"""Promises: what was promised, how it stands, why some were broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from kamdesk.domain.promises_kept import OPEN, Standing
from kamdesk.qt import jobs
from kamdesk.qt.menus import PROMISE_DEEDS
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.promises.beside import WIDTH, Beside
from kamdesk.qt.pages.promises.detail import Telling
from kamdesk.qt.pages.promises.listing import Listing
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import Deed
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.promises_kept import CauseCount
    from kamdesk.reads.promise_log import PromiseStep
    from kamdesk.reads.promises import AccountRate, PromiseFigures, PromiseRow


class _Filling(QStackedWidget):
    """Takes the room there is: its lists and cards scroll in themselves, so that a wrapped text never makes the page
    higher than it must be.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class PromisesPage(Page):
    """The list in groups, and beside it the chosen promise or what all of them add up to.

    ``asked`` wants one of ``PROMISE_DEEDS`` done to the chosen promises, ``new_asked`` another promise;
    ``account_asked`` gives an account to show.
    """

    told = Signal(str)
    asked = Signal(str)
    new_asked = Signal()
    account_asked = Signal(str)
    chosen = Signal()

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self.list = Listing(desk)
        yield
        self.beside = Beside(desk)
        yield
        self.telling = Telling(desk, self.list.model, self)
        self._figures: PromiseFigures | None = None
        self._chosen: list[PromiseRow] | None = None
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._copy = Button(theme, icon="copy")
        self._add = Button(theme, icon="plus")
        self._empty = EmptyState(theme, "handshake")
        self._stack = _Filling()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self.list, 1)
        self._body.addWidget(self.beside)
        whole = QWidget()
        whole.setLayout(self._body)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)
        yield
        head = row(self._title, 4, (self._sub, 1), self._copy, self._add)
        self.setLayout(column(head, (self._stack, 1), gap=12, margins=self.density.margins()))
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.list.table.chosen.connect(self._show_chosen)
        self.list.table.opened.connect(self._open_account)
        self.list.narrowed.connect(lambda: self.beside.causes.mark(self.list.cause()))
        self._copy.clicked.connect(lambda: self.asked.emit("copy_promises"))
        self._add.clicked.connect(self.new_asked)
        self._empty.first.clicked.connect(self.new_asked)
        self.beside.span_asked.connect(lambda span: self._read_figures())
        self.beside.causes.picked.connect(self._show_cause)
        self.beside.rates.picked.connect(self._show_rate)

    # reading

    def arrive(self) -> None:
        super().arrive()
        self.list.table.setFocus()

    def read(self) -> None:
        self._read_figures()
        self.desk.runner.read(jobs.promise_table, done=self._show, today=self.desk.today())

    def _read_figures(self) -> None:
        self.desk.runner.read(
            jobs.promise_figures, done=self._show_figures, span=self.beside.span, today=self.desk.today()
        )

    def _show(self, table: jobs.PromiseTable) -> None:
        self._stack.setCurrentIndex(0 if table.rows else 1)
        for part in (self._sub, self._copy, self._add):
            part.setVisible(bool(table.rows))
        self.list.show_rows(table, self.desk.today())
        self._say_counts()
        self.rows_shown.emit()

    def _show_figures(self, figures: PromiseFigures) -> None:
        self._figures = figures
        self.beside.show_figures(figures)
        self.list.look_back_over(figures.period)

    def _show_cause(self, cause: CauseCount) -> None:
        assert self._figures is not None
        self.list.show_cause(cause.cause, self._figures.period)

    def _show_rate(self, rate: AccountRate) -> None:
        self.list.show_account(rate.account_id)

    def find(self) -> None:
        """Go on in the filter."""
        self.list.find()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The filter is a key away also where it has left no list to press it in."""
        if event.text() == "/":
            self.find()
        else:
            super().keyPressEvent(event)

    # the chosen promises

    def promises(self) -> list[PromiseRow]:
        """The promises that a deed is done to."""
        return self.list.promises()

    def possible(self) -> dict[str, bool]:
        """Which of ``PROMISE_DEEDS`` can be done to the chosen promises."""
        rows = self.promises()
        still = any(row.standing in OPEN for row in rows)
        possible = dict.fromkeys(PROMISE_DEEDS, bool(rows))
        return possible | {
            "keep_promise": still,
            "move_due": still,
            "reopen_promise": any(row.standing not in OPEN for row in rows),
            "edit_promise": len(rows) == 1,
            "copy_promises": self.list.model.shown_count() > 0,
        }

    def copy(self) -> None:
        """Put the list, or the rows chosen in it, on the clipboard."""
        self.told.emit(self.tr("%n promises copied as a table.", "", self.list.table.copy()))

    def _open_account(self) -> None:
        rows = self.promises()
        if rows:
            self.account_asked.emit(rows[0].account_id)

    def _show_chosen(self) -> None:
        rows = self.promises()
        if rows == self._chosen:
            return
        self._chosen = rows
        if len(rows) == 1:
            self.desk.runner.read(
                jobs.promise_steps,
                done=lambda steps, row=rows[0]: self._show_past(row, steps),
                promise_id=rows[0].id,
            )
        self._tell(None)
        self.chosen.emit()

    def _show_past(self, row: PromiseRow, steps: tuple[PromiseStep, ...]) -> None:
        if [each.id for each in self.promises()] == [row.id]:
            self._tell(steps)

    def _tell(self, steps: tuple[PromiseStep, ...] | None) -> None:
        rows, pane = self.promises(), self.beside.detail
        if not rows:
            pane.show_facts(self.tr("No promise chosen"), [], [])
        elif len(rows) == 1:
            pane.show_facts(rows[0].what, self.telling.facts(rows[0], steps), self._deeds())
        else:
            title = self.tr("%n promises chosen", "", len(rows))
            pane.show_facts(title, self.telling.several(rows), self._deeds())

    def _deeds(self) -> list[Deed]:
        possible = self.possible()
        words = {
            "keep_promise": (self.tr("Kept"), "check", "K"),
            "break_promise": (self.tr("Broken"), "x", "B"),
            "substitute_promise": (self.tr("Substituted"), "refresh-cw", "S"),
            "withdraw_promise": (self.tr("Withdrawn"), "ban", "W"),
            "move_due": (self.tr("Another due day"), "calendar-clock", "D"),
            "reopen_promise": (self.tr("Open again"), "undo-2", "O"),
            "edit_promise": (self.tr("Edit"), "pencil", "E"),
        }
        return [
            Deed(text, icon, lambda name=name: self.asked.emit(name), name == "keep_promise", key)
            for name, (text, icon, key) in words.items()
            if possible[name]
        ]

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down = density.narrow
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        self.list.setMinimumHeight(400 if down else 0)
        self.beside.setMinimumHeight(420 if down else 0)
        self.beside.setMinimumWidth(0 if down else WIDTH)
        self.beside.setMaximumWidth(16777215 if down else WIDTH)

    def _say_counts(self) -> None:
        model = self.list.model
        overdue = model.count(Standing.OVERDUE)
        late = self.tr("%n overdue", "", overdue) if overdue else ""
        self._sub.setText(self.desk.speech.joined((self.tr("%n open", "", model.open_count()), late)))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Promises"))
        self._copy.set_label(self.tr("Copy"), "Ctrl+C")
        self._add.set_label(self.tr("New promise"), "Ctrl+Shift+P")
        self._empty.say(
            self.tr("No promises yet"),
            self.tr(
                "Write down what you promise a customer, with the day: here you see what is due, "
                "what is late, and why."
            ),
            self.tr("New promise"),
        )
        self.list.retranslate()
        self.beside.retranslate()
        self._say_counts()
        self._chosen = None
        self._show_chosen()
