"""Lists taken in: looked at first, carried out in one step, told row by row, and undone where it was a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.import_columns import ColumnsPane
from kamdesk.qt.dialogs.import_overview import OverviewPane
from kamdesk.qt.dialogs.import_rows import RowsPane
from kamdesk.qt.dialogs.import_steps import ImportSteps
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import frame, row
from kamdesk.qt.widgets.painted import Icon
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.exchange.source import Source
    from kamdesk.qt.ticket import Ticket

OVERVIEW, COLUMNS, ROWS = range(3)
TAKE_IN = "Ctrl+Enter"
"""The key on the label; either Enter of the keyboard does it."""


class ImportDialog(QDialog):
    """Looking and carrying out both run beside the window and can be stopped; a stopped import leaves no trace.

    What is said of a column or a cell is looked at again by itself, while what was found before stays in sight.
    """

    undo_asked = Signal()
    questions_asked = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None, files: Sequence[Path | Source], backups: Path, exports: Path
    ) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._files = desk, files
        self.steps = ImportSteps(desk, files, backups, exports, self)
        self._rows = 0
        self._stage = "looking"
        self._view: jobs.ImportView | None = None
        self._failure = ""
        self._heading = label(theme, "heading")
        self._names = Elided(theme, "caption", "text2")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._done_rows = label(theme, "caption", "text2")
        self._sentence = label(theme, "body", wrap=True)
        self._error = label(theme, "body", "bad", wrap=True)
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error_box = frame(
            row(Icon(theme, "circle-alert", "bad"), (self._error, 1)), "bad", (10, 8, 10, 8)
        )
        self.parts = Segments(theme, 3)
        self.overview = OverviewPane(desk)
        self.columns, self.rows = ColumnsPane(desk), RowsPane(desk)
        self._stack = QStackedWidget()
        for pane in (self.overview, self.columns, self.rows):
            self._stack.addWidget(pane)
        self.counts, self.problems = self.overview.counts, self.overview.problems
        self.cancel = Button(theme)
        self.undo = Button(theme, icon="undo-2")
        self.decide = Button(theme, icon="list-todo")
        self.take_in = Button(theme, kind="primary", icon="check")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        for part in (
            self._heading,
            self._names,
            self._sentence,
            self._error_box,
            self._busy,
            self._done_rows,
        ):
            box.addWidget(part)
        box.addWidget(self.parts)
        box.addWidget(self._stack, 1)
        box.addLayout(row(self.decide, None, self.undo, self.cancel, self.take_in))
        room = self.screen().availableGeometry()
        self.resize(min(1080, room.width() - 40), min(700, room.height() - 60))
        self.cancel.clicked.connect(self.reject)
        self.take_in.clicked.connect(self.steps.take_in)
        for key in ("Ctrl+Return", TAKE_IN):
            QShortcut(QKeySequence(key), self, self.take_in.click)
        self.undo.clicked.connect(self._take_back)
        self.decide.clicked.connect(self._decide)
        self.parts.picked.connect(self.go)
        self.overview.columns_asked.connect(partial(self.go, COLUMNS))
        self.overview.problem_asked.connect(self._show_problem)
        self.columns.said.connect(self.steps.say)
        self.columns.forget_asked.connect(self.steps.forget)
        self.rows.mended.connect(self.steps.mend)
        self.steps.began.connect(self._set_stage)
        self.steps.looked.connect(self._looked)
        self.steps.finished.connect(self._finished)
        self.steps.failed.connect(self._failed)
        self.steps.stopped.connect(self._stopped)
        desk.runner.progressed.connect(self._say_rows)
        self.steps.look()

    # what comes of the steps

    def _looked(self, view: jobs.ImportView) -> None:
        first = self._view is None
        self._view = view
        self._set_stage("looked")
        if not first:
            return
        if any(seen.to_be_said for seen in view.seen):
            self.go(COLUMNS)
        else:
            self.take_in.setFocus()

    def _finished(self, view: jobs.ImportView) -> None:
        """The rows stay to be looked at, with what was doubted in them."""
        seen = self._view
        self._view = replace(view, spools=seen.spools, doubts=seen.doubts) if seen is not None else view
        self._set_stage("done")
        self.go(OVERVIEW)
        (self.decide if view.to_decide else self.cancel).setFocus()

    def _failed(self, error: Exception) -> None:
        self._failure = self._desk.speech.error(error)
        self._set_stage("failed")

    def _stopped(self, label: str) -> None:
        self._desk.runner.stopped.emit(label)
        self.done(QDialog.DialogCode.Rejected)

    def _take_back(self) -> None:
        self.undo_asked.emit()
        self.accept()

    def _decide(self) -> None:
        self.accept()
        self.questions_asked.emit()

    def reject(self) -> None:
        """Esc and Cancel: a running step is stopped first, a finished import stays."""
        if self._stage in ("looking", "working"):
            self._stop()
        elif self._stage == "done":
            self.accept()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the lists in from a button alone: elsewhere it only ends what is typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stage in ("looking", "working"):
            self._stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def _stop(self) -> None:
        self.steps.stop()
        self.cancel.setEnabled(False)

    # what the rep says of the list

    def go(self, part: int) -> None:
        """To what goes in, to the columns, or to the rows."""
        self.parts.set_choice(part)
        self._stack.setCurrentIndex(part)
        if part == COLUMNS:
            self.columns.begin()
        elif part == ROWS:
            self.rows.table.setFocus()

    def _show_problem(self, place: int) -> None:
        if self._view is None or not self._view.spools:
            return
        problem = self._view.problems[place].problem
        self.go(ROWS)
        self.rows.show_problem(problem)

    # what is said

    def stage(self) -> str:
        """``looking``, ``looked``, ``working``, ``done`` or ``failed``."""
        return self._stage

    def _set_stage(self, stage: str) -> None:
        self._stage = stage
        self._busy.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.retranslate()

    def _say_rows(self, ticket: Ticket, number: int, total: int) -> None:
        """Looking counts the rows; taking them in then knows of how many."""
        if ticket is not self.steps.ticket:
            return
        if self._stage == "looking":
            self._rows = number
        self._busy.setRange(0, self._rows if self._stage == "working" else 0)
        self._busy.setValue(number)
        self._done_rows.setText(self.tr("%n rows", "", number))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        stage, view = self._stage, self._view
        busy = stage in ("looking", "working")
        # While it is looked at again, what was found before stays in sight.
        shown = view is not None and stage in ("looking", "looked", "done")
        self.setWindowTitle(self.tr("Import a list"))
        self._heading.setText(self._headings()[stage])
        self._names.setText(", ".join(file.name for file in self._files))
        self._busy.setVisible(busy)
        self._busy.setAccessibleName(self._headings()[stage])
        self._done_rows.setVisible(busy)
        self._error.setText(self._failure)
        self._error_box.setVisible(stage == "failed")
        self._sentence.setVisible(shown and stage != "looking")
        self._stack.setVisible(shown)
        goes = self.tr("What went in") if stage == "done" else self.tr("What goes in")
        self.parts.set_labels(goes, self.tr("Columns"), self._rows_label())
        self.parts.setVisible(shown and bool(view and (view.seen or view.spools)))
        self.take_in.setVisible(stage in ("looking", "looked"))
        self.take_in.setEnabled(stage == "looked" and view is not None and view.writes)
        self.take_in.set_label(self.tr("Take in"), TAKE_IN)
        self.undo.set_label(self.tr("Undo the import"))
        self.undo.setVisible(stage == "done" and view is not None and bool(view.changes))
        self.decide.set_label(self.tr("Decide the questions"))
        self.decide.setVisible(stage == "done" and view is not None and view.to_decide)
        self.cancel.set_label(self._cancel_label(busy=busy))
        for pane in (self.overview, self.columns, self.rows):
            pane.retranslate()
        if shown and stage != "looking" and view is not None:
            self._show_view(view)

    def _headings(self) -> Mapping[str, str]:
        return {
            "looking": self.tr("Looking at the lists"),
            "looked": self.tr("This is what would go in"),
            "working": self.tr("Taking the lists in"),
            "done": self.tr("The lists are in the book"),
            "failed": self.tr("The lists were not taken in"),
        }

    def _rows_label(self) -> str:
        doubts = len(self._view.doubts) if self._view is not None else 0
        return self.tr("Rows ({count} to look at)").format(count=doubts) if doubts else self.tr("Rows")

    def _cancel_label(self, *, busy: bool) -> str:
        if busy:
            return self.tr("Stop")
        return self.tr("Close") if self._stage in ("done", "failed") else self.tr("Cancel")

    def _show_view(self, view: jobs.ImportView) -> None:
        done = self._stage == "done"
        if done:
            said = self.tr("One step in the book: Undo takes all of it back.")
        elif view.writes:
            said = self.tr(
                "Nothing has been written yet. What can't be read goes back to you in a file of its own."
            )
        elif any(seen.kind for seen in view.seen) or not view.seen:
            said = self.tr(
                "Everything in it is in the book already, as it stands. There is nothing to take in."
            )
        else:
            said = self.tr("Nothing in it is known yet. Say below what it holds.")
        self._sentence.setText(said)
        self.overview.show_view(view, done=done)
        self.columns.show_sheets(view.seen)
        self.columns.setEnabled(not done)
        self.rows.show_view(view, self.steps.mended, editable=not done)
