"""The causes that were recorded for the gap, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy

from kamdesk.qt.cards import CardLine, CardList
from kamdesk.qt.desk import Desk
from kamdesk.qt.measure import Measure
from kamdesk.qt.models.promise_figures import SmallTable
from kamdesk.qt.pages.promises.figures import FigureTable
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.beside import Cause, Deed
    from kamdesk.reads.goal_page.view import GoalView

MOST_DEEDS = 3
WIDTHS = {0: 112, 1: 96, 3: 62, 4: 112}


class GapCausesModel(SmallTable):
    """Cause, how much, what was said of it, what it rests on, of which days."""

    words_in = frozenset({0, 2})

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(speech, parent)
        self._causes: tuple[Cause, ...] = ()
        self._measure: Measure | None = None

    def set_rows(self, causes: tuple[Cause, ...], measure: Measure) -> None:
        self._causes, self._measure = causes, measure
        speech = self.speech
        self.show(
            [
                (
                    speech.raised(speech.choice("target_cause.cause", cause.cause)),
                    measure.full(cause.amount) if cause.amount < 0 else f"+{measure.full(cause.amount)}",
                    speech.joined((cause.said or "", cause.account or "", cause.product or "")),
                    str(cause.evidence) if cause.evidence else self.tr("none"),
                    speech.span(cause.first, cause.last),
                )
                for cause in causes
            ]
        )

    def rows(self) -> tuple[Cause, ...]:
        return self._causes

    def retranslate(self) -> None:
        if self._measure is not None:
            self.set_rows(self._causes, self._measure)

    def heads(self) -> tuple[str, ...]:
        return (
            self.tr("Cause"),
            self.tr("Amount"),
            self.tr("What happened"),
            self.tr("Evidence"),
            self.tr("Days"),
        )


class CausesCard(QFrame):
    """``cause_asked`` opens a cause, ``deed_asked`` gives (deed, key) of an action."""

    cause_asked = Signal(str)
    deed_asked = Signal(str, str)
    add_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._causes_title = label(desk.theme, "heading")
        self._deeds_title = label(desk.theme, "heading")
        self.add_cause = Button(desk.theme, kind="link")
        self.add_deed = Button(desk.theme, kind="link")
        self.model = GapCausesModel(desk.speech, self)
        self.table = FigureTable(desk, self.model)
        self.table.setMinimumHeight(64)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for section, width in WIDTHS.items():
            self.table.setColumnWidth(section, width)
        self.deeds = CardList(desk)
        self._no_cause = label(desk.theme, "caption", "text2", wrap=True)
        self._no_deed = label(desk.theme, "caption", "text2", wrap=True)
        self.sum = label(desk.theme, "caption", "text2", wrap=True)
        causes = column(
            row(self._causes_title, None, self.add_cause), self.sum, self._no_cause, self.table, None, gap=4
        )
        deeds = column(row(self._deeds_title, None, self.add_deed), self._no_deed, self.deeds, None, gap=4)
        self.setLayout(row((causes, 5), (deeds, 3), gap=20, margins=(16, 9, 12, 10)))
        self.table.picked.connect(lambda number: self.cause_asked.emit(self.model.rows()[number].id))
        self.deeds.asked.connect(self.deed_asked)
        self.add_cause.clicked.connect(lambda: self.add_asked.emit("explain_gap"))
        self.add_deed.clicked.connect(lambda: self.add_asked.emit("add_goal_action"))

    def show_view(self, view: GoalView, measure: Measure) -> None:
        self.model.set_rows(view.causes, measure)
        self.table.setVisible(bool(view.causes))
        self.table.fit_rows()
        self._no_cause.setVisible(not view.causes)
        self.sum.setText(self._sum(view, measure))
        self.sum.setVisible(view.gap is not None)
        deeds = [deed for deed in view.deeds if deed.plan_id is None]
        lines = [self._line(deed) for deed in deeds[:MOST_DEEDS]]
        if len(deeds) > MOST_DEEDS:
            more = self.tr("%n more: on the page of the day", "", len(deeds) - MOST_DEEDS)
            lines.append(CardLine("today", "", more, ""))
        self.deeds.show_lines(lines)
        self.deeds.setVisible(bool(deeds))
        self._no_deed.setVisible(not deeds)

    def _sum(self, view: GoalView, measure: Measure) -> str:
        """That the causes and what nobody explained make the whole gap, to the last cent."""
        if view.gap is None:
            return ""
        told = view.gap.gap - view.gap.unexplained
        return self.tr("{told} explained + {rest} not explained = {gap}").format(
            told=measure.full(told), rest=measure.full(view.gap.unexplained), gap=measure.full(view.gap.gap)
        )

    def mark(self, cause: str) -> None:
        """Select the first row of a cause."""
        for number, each in enumerate(self.model.rows()):
            if each.cause == cause:
                self.table.selectRow(number)
                return
        self.table.clearSelection()

    def _line(self, deed: Deed) -> CardLine:
        return action_line(deed, self._desk)

    def retranslate(self) -> None:
        self._causes_title.setText(self.tr("Causes"))
        self._deeds_title.setText(self.tr("What we do about it"))
        self.add_cause.set_label(self.tr("Put down a cause"))
        self.add_deed.set_label(self.tr("Add an action"))
        self._no_cause.setText(
            self.tr(
                "No cause is recorded for this period: what you know of the gap belongs here, with its amount."
            )
        )
        self._no_deed.setText(self.tr("Nothing is planned for this goal."))
        self.table.setAccessibleName(self.tr("Causes"))
        self.deeds.setAccessibleName(self.tr("What we do about it"))
        self.model.retranslate()


def action_line(deed: Deed, desk: Desk) -> CardLine:
    """An action as a line: what, who, for whom, when; pressing it is done with it."""
    from kamdesk.qt.pages.goals.plan_words import done_word, due_chip

    speech = desk.speech
    detail = speech.joined((deed.owner or "", deed.account or "")) or "—"
    if not deed.open:
        return CardLine(
            "edit_action",
            deed.id,
            deed.what,
            detail,
            None,
            "circle-check",
            "good",
            side=done_word(deed, speech),
        )
    return CardLine(
        "finish_action", deed.id, deed.what, detail, due_chip(deed.due_on, desk.today(), speech), "circle"
    )
