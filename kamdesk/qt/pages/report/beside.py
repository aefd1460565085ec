"""What is worth knowing while a report is written: what was meant, what is owed, what was last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.entries import due_chip
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, frame, row, rule
from kamdesk.qt.widgets.painted import Chip, Icon

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ReportView
    from kamdesk.reads.history import PastPromise, PastVisit

WIDTH = 300
MOST = 6


class ReportBeside(QScrollArea):
    """``kept`` and ``settle`` give the promise that is to be settled."""

    kept = Signal(str)
    settle = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        body = QWidget()
        body.setObjectName("page")
        self._tells = False
        self._cards = column(gap=12, margins=(0, 0, 4, 0))
        body.setLayout(self._cards)
        self.setWidget(body)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)

    def show_view(self, view: ReportView, today: date) -> None:
        clear(self._cards)
        if view.subject.objective:
            text = label(self._desk.theme, "body", text=view.subject.objective, wrap=True)
            self._cards.addWidget(self._card("flag", self.tr("What this visit is for"), text))
        still = [p for p in view.view.history.promises if p.state == "open"]
        if still:
            lines = column(gap=8)
            for number, promise in enumerate(still[:MOST]):
                if number:
                    lines.addWidget(rule())
                lines.addLayout(self._promise(promise, today))
            holder = QWidget()
            holder.setLayout(lines)
            self._cards.addWidget(self._card("handshake", self.tr("Promises to settle here"), holder))
        last = next(
            (v for v in view.view.history.visits if v.state == "done" and v != view.subject.past), None
        )
        if last is not None:
            self._cards.addWidget(self._last(last, today))
        self._tells = self._cards.count() > 0
        self.setVisible(self._tells)
        self._cards.addStretch(1)

    def tells(self) -> bool:
        """Whether there is anything to have beside the report."""
        return self._tells

    def _card(self, icon: str, title: str, body: QWidget) -> QWidget:
        theme = self._desk.theme
        head = row(Icon(theme, icon), label(theme, "heading", text=title), None)
        return frame(column(head, body, gap=8), "card", (14, 10, 12, 12))

    def _promise(self, promise: PastPromise, today: date) -> QVBoxLayout:
        theme = self._desk.theme
        what = label(theme, "strong", text=promise.what, wrap=True)
        chip = Chip(theme, *due_chip(promise, today, self._desk.speech))
        kept = Button(theme, icon="check", small=True)
        kept.set_label(self.tr("Kept"))
        kept.clicked.connect(lambda: self.kept.emit(promise.id))
        other = Button(theme, kind="ghost", small=True)
        other.set_label(self.tr("Not kept…"))
        other.clicked.connect(lambda: self.settle.emit(promise.id))
        return column(what, row(chip, None, kept, other, gap=4), gap=4)

    def _last(self, visit: PastVisit, today: date) -> QWidget:
        speech, theme = self._desk.speech, self._desk.theme
        day = speech.day_or_year(visit.visited_on or visit.planned_date, today)
        met = ", ".join(name for _, name in visit.met)
        lines = column(gap=3)
        lines.addWidget(
            label(
                theme,
                "caption",
                "text2",
                speech.joined((speech.choice("visit.outcome", visit.outcome), met)),
                wrap=True,
            )
        )
        for text in (visit.points, visit.next_step):
            if text:
                lines.addWidget(label(theme, "body", "text2", text, wrap=True))
        holder = QWidget()
        holder.setLayout(lines)
        return self._card("history", self.tr("Last time, {day}").format(day=day), holder)
