"""Goals: how far the year, the quarter, the month and the week are, where a gap comes from, what is done about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QScrollArea, QWidget

from kamdesk.domain.goals.periods import Span
from kamdesk.domain.schedule import monday_of
from kamdesk.qt.charts.pace_card import PaceCard
from kamdesk.qt.jobs import goals as jobs
from kamdesk.qt.measure import Measure, measure_of
from kamdesk.qt.pages.goals.beside import GoalsBeside
from kamdesk.qt.pages.goals.causes import CausesCard
from kamdesk.qt.pages.goals.gap_card import GapCard
from kamdesk.qt.pages.goals.metrics import MetricChoice
from kamdesk.qt.pages.goals.words import END, OTHERS, REST, START, Cut, about_target, pace
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.widgets.buttons import Button, key_text
from kamdesk.qt.widgets.current_stack import CurrentStack
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.view import GoalView

BESIDE = 324
GOAL_DEEDS = (
    "set_target", "edit_target", "remove_target", "explain_gap", "add_goal_action", "add_goal_reason", "add_plan",
)  # fmt: skip


class GoalsPage(Page):
    """``asked`` gives a deed and its key: one of `GOAL_DEEDS`, or what a line of a card stands for."""

    asked = Signal(str, str)
    account_asked = Signal(str)
    question_asked = Signal(str, str)

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self._view: GoalView | None = None
        self._monday: date | None = None
        self._span = Span.MONTH
        self._wanted: str | None = None
        self.title = label(theme, "title")
        self.sub = Elided(theme, "body", "text2")
        self.metrics = MetricChoice(desk)
        self.ask = Button(theme, kind="ghost", icon="circle-help", small=True)
        self.edit = Button(theme, icon="list-filter")
        self.add = Button(theme, icon="plus")
        yield
        self.cards = {span: PaceCard(theme) for span in Span}
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
        self.gap, self.causes, self.beside = GapCard(desk), CausesCard(desk), GoalsBeside(desk)
        yield
        self.empty = EmptyState(theme, "target")
        self._left = QWidget()
        self._left.setLayout(column((self.gap, 1), self.causes, gap=12))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._stack = CurrentStack()
        self._stack.addWidget(self._left)
        self.empty.setMinimumHeight(230)
        self._stack.addWidget(frame(column((self.empty, 1)), "card"))
        self._body.addWidget(self._stack, 1)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(self.beside)
        self._body.addWidget(self._side)
        self._paces = QWidget()
        self._paces.setLayout(row(*((card, 1) for card in self.cards.values()), gap=12))
        head = row(self.title, 4, (self.sub, 1), self.metrics, self.ask, self.edit, self.add)
        self.setLayout(column(head, self._paces, (self._body, 1), gap=12, margins=self.density.margins()))
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        for span, card in self.cards.items():
            card.clicked.connect(lambda checked=False, span=span: self.show_span(span))
            card.stepped.connect(lambda step, span=span: self._step(span, step))
        self.metrics.picked.connect(self.show_target)
        self.edit.clicked.connect(lambda: self.asked.emit("edit_target", ""))
        self.add.clicked.connect(lambda: self.asked.emit("set_target", ""))
        self.empty.first.clicked.connect(lambda: self.asked.emit("set_target", ""))
        self.gap.explain_asked.connect(lambda: self.asked.emit("explain_gap", ""))
        self.gap.picked.connect(self._picked)
        self.causes.cause_asked.connect(lambda key: self.asked.emit("edit_cause", key))
        self.causes.deed_asked.connect(self.asked)
        self.causes.add_asked.connect(lambda deed: self.asked.emit(deed, ""))
        self.beside.asked.connect(self.asked)
        self.beside.questions.deed_asked.connect(self.question_asked)
        self.beside.questions.counted.connect(self._fit_side)
        self.beside.questions.grown.connect(self._fit_side)
        self.beside.questions.counted.connect(self._say_count)
        self.ask.clicked.connect(self.show_questions)

    # what is looked at

    def view(self) -> GoalView | None:
        return self._view

    def measure(self) -> Measure | None:
        """How the numbers of the target in view are written."""
        view = self._view
        if view is None or view.target is None:
            return None
        amounts = [amount for card in view.cards for amount in (card.target, card.actual, card.due)]
        return measure_of(view.target, self.desk.speech.language, amounts)

    def show_week(self, monday: date) -> None:
        """The periods around another week; what is asked for goes up to its end."""
        self._monday = monday
        if self._view is not None:
            self.read()

    def show_target(self, target_id: str) -> None:
        self._wanted = target_id
        self.read()

    def show_span(self, span: Span) -> None:
        """Another period is taken apart."""
        self._span = span
        self.cards[span].setChecked(True)
        self.read()

    def _step(self, span: Span, step: int) -> None:
        spans = list(Span)
        there = spans[min(max(spans.index(span) + step, 0), len(spans) - 1)]
        if self.cards[there].isVisible():
            self.cards[there].setFocus()
            self.show_span(there)

    # reading

    def arrive(self) -> None:
        super().arrive()
        first = self.cards[self._span] if self._stack.currentIndex() == 0 else self.empty.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        now, holidays = self.desk.now(), self.desk.holidays
        self.desk.runner.afterwards(self.beside.questions.read)
        self.desk.runner.afterwards(self.beside.read_agenda)
        self.desk.runner.read(
            jobs.goal_view,
            done=self._show,
            latest=True,
            target_id=self._wanted,
            span=str(self._span),
            monday=None if self._monday == monday_of(self.desk.today()) else self._monday,
            now=now,
            holidays=holidays,
        )

    def _show(self, view: GoalView) -> None:
        before = self._stack.currentIndex()
        self._view = view
        there = view.target is not None
        self._stack.setCurrentIndex(0 if there else 1)
        for part in (self.metrics, self.edit, self.add, self._paces):
            part.setVisible(there)
        if before == 0 and self.isVisible() and not there:
            self.empty.first.setFocus()
        self._fill()
        self.rows_shown.emit()

    def _fill(self) -> None:
        view, measure = self._view, self.measure()
        if view is None:
            return
        self.sub.setText(about_target(view, self.measure(), self.desk.speech))
        self.metrics.show_targets(view.targets, view.target)
        self.beside.show_view(view, measure)
        if view.target is None or measure is None:
            return
        spans = {card.span for card in view.cards}
        for span, widget in self.cards.items():
            widget.setVisible(span in spans)
        for card in view.cards:
            self.cards[card.span].show_pace(pace(card, view, measure, self.desk.speech))
        self.cards[view.span].setChecked(True)
        self.gap.show_view(view, measure)
        self.causes.show_view(view, measure)
        self._fit_side()

    def show_questions(self) -> None:
        """The questions that this page answers come into view, the keys on the first of them."""
        panel = self.beside.questions
        area = self.parentWidget() if self.density.narrow else self._side
        links = panel.findChildren(Button)
        if links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and (inside := area.widget()) is not None:
            top = panel.mapTo(inside, QPoint(0, 0)).y()
            area.verticalScrollBar().setValue(top)

    def _say_count(self) -> None:
        answered, of = self.beside.questions.standing()
        self.ask.set_label(self.tr("Questions {n}/{all}").format(n=answered, all=of))

    def show_evidence(self, question_id: str) -> None:
        """The keys go to what a question's answer rests on."""
        places = {"G1": self.cards[Span.YEAR], "G2": self.cards[Span.WEEK], "G3": self.causes.table}
        if question_id in places:
            places[question_id].setFocus()
        else:
            self._side.ensureWidgetVisible(self.beside.focus_on(question_id))

    def _picked(self, cut: int, key: str) -> None:
        """A bar leads to its records: a cause to its row, an account to its page, what is open to the form."""
        if key == REST:
            self.asked.emit("explain_gap", "")
        elif key in (START, END, OTHERS):
            return
        elif cut == Cut.CAUSE:
            self.causes.mark(key)
        elif cut == Cut.ACCOUNT:
            self.account_asked.emit(key)
        elif cut == Cut.PRODUCT:
            self.asked.emit("explain_product", key)
        else:
            self.asked.emit("explain_gap", "")

    def possible(self) -> dict[str, bool]:
        """Which of `GOAL_DEEDS` can be done now."""
        view = self._view
        there = view is not None and view.target is not None
        possible = dict.fromkeys(GOAL_DEEDS, there)
        gap = there and view is not None and view.gap is not None
        return possible | {"set_target": True, "add_plan": True, "explain_gap": gap}

    # its looks and words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.gap.refit()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down, ways = density.narrow, QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if down else ways.LeftToRight)
        self._side.setMinimumWidth(0 if down else BESIDE)
        self._side.setMaximumWidth(16777215 if down else BESIDE)
        self._fit_side()
        self.gap.setMinimumHeight(190 if density.compact else 240)

    def _fit_side(self) -> None:
        """Beside the gap the cards scroll in themselves; below it they stand at their whole height."""
        down = self.density.narrow
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._side.setVerticalScrollBarPolicy(never if down else needed)
        self._side.setMinimumHeight(self.beside.sizeHint().height() if down else 0)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Goals"))
        self.edit.set_label(self.tr("Break down"))
        by_month = self.tr("The goal by month, to be changed  {key}")
        self.edit.setToolTip(by_month.format(key=key_text("Ctrl+Alt+G")))
        self.add.set_label(self.tr("Another goal"))
        self.add.setToolTip(key_text("Ctrl+Shift+G"))
        self.empty.say(
            self.tr("Set the goal of the year first"),
            self.tr(
                "One figure is enough, sales say. It is broken down to quarters, months and weeks by working days and "
                "season, and each visit and order then shows whether you are ahead or behind."
            ),
            self.tr("Set the year's goal"),
        )
        self.metrics.retranslate()
        self._say_count()
        self.gap.retranslate()
        self.causes.retranslate()
        self.beside.retranslate()
        self._fill()
