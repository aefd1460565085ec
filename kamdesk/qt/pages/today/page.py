"""Today: the next stop, the day's line, what is owed and what is to be followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.domain.errors import NotFound
from kamdesk.domain.moment import Moment, Phase, moment_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.day import DayModel
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.today.beside import TodayCards
from kamdesk.qt.pages.today.day_list import DayList
from kamdesk.qt.pages.today.doing import Doing
from kamdesk.qt.pages.today.heading import DayHeading
from kamdesk.qt.pages.today.hero import StopHero
from kamdesk.qt.pages.today.plain import PlainHero, plain_of
from kamdesk.qt.pages.today.rows import day_rows, summary
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.open_drafts import OpenDraft
    from kamdesk.reads.stops import Stop
    from kamdesk.reads.today import TodayBeside, TodayBoard

BESIDE = 384
COUNTED = ("visit", "visit_report", "visit_slot", "leave", "account")
"""Tables on which it hangs which visits wait for their report."""


class TodayPage(Page):
    """What is asked for leaves as a signal: a report of a Subject, a deed about a stop, about an account, or about
    a line of the cards."""

    report_asked = Signal(object)
    stop_asked = Signal(str, object)
    """missed, move or briefing, and the Stop."""
    line_asked = Signal(str, str)
    """A line of the cards: its deed and its key."""
    asked = Signal(str)
    """import, add_account, line, unplanned, plan."""
    account_asked = Signal(str)
    menu_asked = Signal(object)
    chosen = Signal()
    waiting = Signal(int)
    """How many visits wait for their report."""
    drafts_found = Signal(int)
    """The book that was opened holds so many reports that were begun and not saved."""
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._board: TodayBoard | None = None
        self._beside: TodayBeside | None = None
        self._moment = Moment(Phase.FREE)
        self._asked = self._new_book = self._arriving = False
        self._title = label(theme, "title")
        self._day = DayHeading(desk)
        self.unplanned = Button(theme, icon="plus")
        self.plan = Button(theme, icon="printer")
        self.hero, self.plain = StopHero(desk), PlainHero(desk)
        self.model = DayModel(self)
        self.list = DayList(theme, self.model)
        self._list_title = label(theme, "heading")
        self._summary = Elided(theme, "caption", "text2")
        self.cards = TodayCards(desk)
        self.doing = Doing(self)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        head = row(self._title, 4, (self._day, 1), self.unplanned, self.plan)
        self.hero.hide()
        self.plain.hide()
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight)
        day_head = row(Icon(theme, "route"), self._list_title, (self._summary, 1))
        self._day_card = frame(column(day_head, (self.list, 1), gap=6), "card", (16, 12, 14, 10))
        left = QWidget()
        left.setLayout(
            column(
                frame(column(self.hero, self.plain, gap=0), "card", (18, 14, 18, 14)),
                (self._day_card, 100),
                None,
                gap=12,
            )
        )
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(left, 1)
        self._body.addWidget(self.cards)
        self.setLayout(column(head, (self._body, 1), gap=12, margins=self.density.margins()))
        self.set_density(Density())

    def _connect(self) -> None:
        self.unplanned.clicked.connect(lambda: self.asked.emit("unplanned"))
        self.plan.clicked.connect(lambda: self.asked.emit("plan"))
        self.hero.asked.connect(lambda deed: self.doing.do(deed, self.next_stop()))
        self.hero.copied.connect(self.doing.copy)
        self.plain.asked.connect(self.doing.do_plain)
        self.list.opened.connect(self.doing.open_row)
        self.list.menu_asked.connect(lambda key, point: self.menu_asked.emit(point))
        self.list.chosen.connect(lambda key: self.chosen.emit())
        self.cards.asked.connect(self.doing.do_line)
        self.desk.runner.opened.connect(self._forget)
        self.desk.runner.changed.connect(self._recount)

    # reading

    def _forget(self) -> None:
        """Another book: nothing of the one before is shown a moment longer; what waits in it is told once."""
        self._board = self._beside = None
        self._asked, self._new_book = False, True
        self.cards.forget()
        QTimer.singleShot(0, self, self._read_unasked)

    def _read_unasked(self) -> None:
        """Another page came into view first: what waits is told all the same."""
        if not (self._asked or self.isVisible()) and self.desk.runner.is_open():
            self.read()

    def _recount(self, changes: Changes) -> None:
        """Something was written on another page: how many visits wait for their report may have changed."""
        if not self.isVisible() and any(changes.of(table) for table in COUNTED):
            self._read_beside()

    def _read_beside(self) -> None:
        self.desk.runner.read(
            jobs.today_beside, done=self._show_beside, failed=self._refused, latest=True, now=self.desk.now()
        )

    def read(self) -> None:
        self._asked = True
        now = self.desk.now()
        self.desk.runner.read(jobs.today_board, done=self._show, failed=self._refused, now=now)
        self.desk.runner.afterwards(self._read_beside)

    def arrive(self) -> None:
        super().arrive()
        self._arriving = True
        self._wind()

    def take_changes(self, changes: Changes) -> None:
        self.read()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self.desk.runner.failed.emit(error)

    def _show(self, board: TodayBoard) -> None:
        self._board = board
        self._say()
        if self._arriving and self.isVisible():
            self._arriving = False
            (self.plain.first if self._day_card.isHidden() else self.list).setFocus()
        self.rows_shown.emit()
        self.chosen.emit()
        if self._new_book:
            self._new_book = False
            if board.drafts:
                self.drafts_found.emit(len(board.drafts))

    def _show_beside(self, beside: TodayBeside) -> None:
        self._beside = beside
        if self._board is not None:
            self.cards.show_beside(self._board, beside)
            self._day.show_day(self._board, beside)
        self.waiting.emit(len(beside.late))

    def board(self) -> TodayBoard | None:
        """The day as it is on the page; None before it was read."""
        return self._board

    def beside(self) -> TodayBeside | None:
        return self._beside

    # the clock

    def _wind(self) -> None:
        """The next tick comes with the next full minute."""
        self._timer.start((60 - self.desk.now().second) * 1000 + 200)

    def tick(self) -> None:
        """A minute has gone by: the page counts on; at midnight it reads the new day."""
        self._wind()
        if self._board is None or not self.isVisible():
            return
        if self.desk.today() != self._board.today:
            self.read()
        else:
            self._say_moment(self._board)

    def _minute(self) -> int:
        local = self.desk.local_now()
        return local.hour * 60 + local.minute

    # what it shows

    def stop(self, key: str) -> Stop | None:
        board = self._board
        return next((s for s in board.day.line.stops if s.key == key), None) if board else None

    def next_stop(self) -> Stop | None:
        return self.stop(self._moment.key)

    def chosen_stop(self) -> Stop | None:
        """The stop that is current in the day's list, else the next one."""
        return self.stop(self.list.key()) or self.next_stop()

    def draft_of(self, stop: Stop) -> OpenDraft | None:
        drafts = self._board.drafts if self._board else ()
        return next((draft for draft in drafts if draft.key == stop.key), None)

    def moment(self) -> Moment:
        return self._moment

    def _say(self) -> None:
        board = self._board
        if board is None:
            return
        self._day.show_day(board, self._beside)
        self._say_moment(board)
        self.cards.show_board(board)
        self.cards.show_beside(board, self._beside)
        self.cards.setVisible(bool(board.accounts))
        self.plan.setVisible(bool(board.slots))

    def _say_moment(self, board: TodayBoard) -> None:
        minute, speech = self._minute(), self.desk.speech
        begun = {draft.key for draft in board.drafts if draft.under_way}
        self._moment = moment_of(board.day.line.stops, minute, begun)
        self.cards.say_open_today(len(self._moment.unreported))
        plain = plain_of(board, self._moment, speech)
        stop = self.next_stop()
        if plain is not None:
            self.plain.show_plain(plain)
        elif stop is not None:
            draft = self.draft_of(stop)
            self.hero.show_stop(stop, board.doors.get(stop.account.id), draft)
            self.hero.show_moment(self._moment, stop, draft)
        self.hero.setVisible(plain is None)
        self.plain.setVisible(plain is not None)
        wanted = self._moment.key or next(iter(self._moment.unreported), "")
        rows = day_rows(board, self._moment, minute, speech)
        self.list.show_rows(rows, wanted)
        self._day_card.setVisible(bool(rows))
        self._summary.setText(summary(board, self._moment, speech))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the one thing to do now, from anywhere on the page."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            super().keyPressEvent(event)
        elif self.hero.isVisible():
            self.hero.start.click()
        else:
            self.plain.first.click()

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down = density.narrow
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        self.cards.setMinimumWidth(0 if down else BESIDE)
        self.cards.setMaximumWidth(16777215 if down else BESIDE)
        self.list.set_compact(density.compact)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Today"))
        self._list_title.setText(self.tr("The day's line"))
        self.list.setAccessibleName(self.tr("The day's line"))
        self.unplanned.set_label(self.tr("Unplanned visit"), "Ctrl+N")
        self.plan.set_label(self.tr("Print the day"))
        self.hero.retranslate()
        self.cards.retranslate()
        self._say()
