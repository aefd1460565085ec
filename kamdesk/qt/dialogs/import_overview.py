"""What a list would bring, or has brought: counts by kind, what its columns were taken as, what could not be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.count_table import ROW_HEIGHT, count_table
from kamdesk.qt.models.counts import CountsModel
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.models.list_problems import VERDICTS
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ImportProblem, ImportView


class OverviewPane(QWidget):
    """``columns_asked`` leads to what the columns are taken as, ``problem_asked`` to a doubt's cell, by its place."""

    columns_asked = Signal()
    problem_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._view: ImportView | None = None
        self._done = False
        self.counts = CountsModel(desk.speech, self)
        self.table = count_table(theme, self.counts)
        self._columns_said = Elided(theme, "body", "text2")
        self.change = Button(theme, kind="link")
        self._sheets = label(theme, "caption", "text2", wrap=True)
        self._files_said = label(theme, "caption", "text2", wrap=True)
        self._files_said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title = label(theme, "strong")
        self.problems = EntriesModel(self)
        self.list = EntriesView(theme, self.problems)
        self.list.setMinimumHeight(140)
        self.list.opened.connect(lambda key: self.problem_asked.emit(int(key)))
        self.change.clicked.connect(self.columns_asked)
        body = QWidget()
        body.setObjectName("formBody")
        mapped = row((self._columns_said, 1), self.change)
        parts = (self.table, mapped, self._sheets, self._files_said, self._title)
        body.setLayout(column(*parts, (self.list, 1), gap=8, margins=(0, 0, 6, 0)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setObjectName("formBody")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self.setLayout(column((scroll, 1)))

    def show_view(self, view: ImportView, *, done: bool = False) -> None:
        """``done``: it is in the book, and nothing of it can be changed any more."""
        self._view, self._done = view, done
        self.counts.set_rows(view.counts)
        self.table.setFixedHeight(34 + ROW_HEIGHT * self.counts.rowCount() + 2)
        self.table.setVisible(self.counts.rowCount() > 0)
        said = self._columns_of(view)
        self._columns_said.setText(said)
        self._columns_said.setVisible(bool(said))
        self.change.setVisible(bool(view.seen) and not done)
        self._sheets.setText("\n".join(view.sheets))
        self._files_said.setText("\n".join(view.files))
        self._files_said.setVisible(bool(view.files))
        problems = view.problems
        for part in (self._title, self.list):
            part.setVisible(bool(problems))
        more = self.tr(" (%n more)", "", view.more) if view.more else ""
        self._title.setText(self.tr("To look at: {count}").format(count=len(problems)) + more)
        self.list.show_rows([self._entry(number, problem) for number, problem in enumerate(problems)])

    def _columns_of(self, view: ImportView) -> str:
        """The columns on one line: how many are known, since when, what waits."""
        taken = [seen for seen in view.seen if seen.kind is not None]
        if not taken:
            return ""
        columns = [each for seen in taken for each in seen.columns if each.filled or each.title]
        known = sum(1 for each in columns if each.field is not None)
        unknown = sum(len(seen.unknown) for seen in taken)
        asked = sum(1 for each in columns if each.asks)
        since = max((seen.known_since for seen in taken if seen.known_since is not None), default=None)
        parts = [self.tr("Columns: {known} of {count} known").format(known=known, count=len(columns))]
        if since is not None:
            day = self._desk.speech.full_day(since.astimezone(ZoneInfo(self._desk.zone)).date())
            parts = [self.tr("Columns as last time, {day}").format(day=day)]
        if unknown:
            parts.append(self.tr("%n not known", "", unknown))
        if asked:
            parts.append(self.tr("%n to be said", "", asked))
        return self._desk.speech.joined(parts)

    def _entry(self, number: int, problem: ImportProblem) -> Entry:
        tone, ground = VERDICTS.get(problem.verdict, ("text2", "sunken"))
        word = self._desk.speech.choice("import.verdict", problem.verdict)
        return Entry(
            str(number), problem.reason, problem.place, chip=word, chip_tone=tone, chip_ground=ground
        )

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What goes in, by kind"))
        self.list.setAccessibleName(self.tr("What could not be taken as it stands"))
        self.change.set_label(self.tr("Change columns…"))
        if self._view is not None:
            self.show_view(self._view, done=self._done)
