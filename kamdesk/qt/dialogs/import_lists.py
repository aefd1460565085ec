"""Lists taken in: looked at first, carried out in one step, told row by row, and undone where it was a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kamdesk.domain.errors import Stopped
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.count_table import ROW_HEIGHT, count_table
from kamdesk.qt.models.counts import CountsModel
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.exchange.source import Source
    from kamdesk.operations.importing import ImportReport
    from kamdesk.qt.ticket import Ticket

VERDICTS = {"rejected": ("bad", "badSoft"), "to_decide": ("warn", "warnSoft"), "remark": ("text2", "sunken")}


class ImportDialog(QDialog):
    """Looking and carrying out both run beside the window and can be stopped; a stopped import leaves no trace."""

    undo_asked = Signal()
    questions_asked = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None, files: Sequence[Path | Source], backups: Path, exports: Path
    ) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._files, self._backups, self._exports = desk, files, backups, exports
        self._ticket: Ticket | None = None
        self._rows = 0
        self._stage = "looking"
        self._report: ImportReport | None = None
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
        self.counts = CountsModel(desk.speech, self)
        self._table = count_table(theme, self.counts)
        self._sheets = label(theme, "caption", "text2", wrap=True)
        self._problems_title = label(theme, "strong")
        self.problems = EntriesModel(self)
        self._list = EntriesView(theme, self.problems)
        self._files_said = label(theme, "caption", "text2", wrap=True)
        self._files_said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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
        box.addWidget(self._found(), 1)
        box.addLayout(row(self.decide, None, self.undo, self.cancel, self.take_in))
        room = self.screen().availableGeometry().height() - 60
        self.resize(780, min(700, room))
        self.cancel.clicked.connect(self.reject)
        self.take_in.clicked.connect(self._carry_out)
        self.undo.clicked.connect(self._take_back)
        self.decide.clicked.connect(self._decide)
        desk.runner.progressed.connect(self._say_rows)
        self._read()

    def _found(self) -> QScrollArea:
        """What was found, which may be long."""
        body = QWidget()
        body.setObjectName("formBody")
        parts = (self._table, self._sheets, self._files_said, self._problems_title)
        body.setLayout(column(*parts, (self._list, 1), gap=8, margins=(0, 0, 6, 0)))
        self._list.setMinimumHeight(140)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setObjectName("formBody")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    # the two steps

    def _read(self) -> None:
        self._set_stage("looking")
        self._ticket = self._desk.runner.read(
            jobs.import_files,
            done=self._looked,
            failed=self._failed,
            files=self._files,
            now=self._desk.now(),
            dry_run=True,
            words=self._desk.speech.words,
            label=self.tr("Looking at the lists…"),
            stoppable=True,
        )

    def _carry_out(self) -> None:
        self._set_stage("working")
        self._ticket = self._desk.runner.run(
            jobs.import_files,
            done=self._finished,
            failed=self._failed,
            files=self._files,
            backups=self._backups,
            exports=self._exports,
            words=self._desk.speech.words,
            label=self.tr("Taking the lists in…"),
            stoppable=True,
        )

    def _looked(self, view: jobs.ImportView) -> None:
        self._view = view
        self._set_stage("looked")
        self.take_in.setFocus()

    def _finished(self, view: jobs.ImportView) -> None:
        self._view = view
        self._set_stage("done")
        (self.decide if self._view and self._view.to_decide else self.cancel).setFocus()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._desk.runner.stopped.emit(self._ticket.label if self._ticket else "")
            self.done(QDialog.DialogCode.Rejected)
            return
        self._failure = self._desk.speech.error(error)
        self._set_stage("failed")

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

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stage in ("looking", "working"):
            self._stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.stop()
            self.cancel.setEnabled(False)

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
        if ticket is not self._ticket:
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
        shown = view is not None and not busy and stage != "failed"
        headings = {
            "looking": self.tr("Looking at the lists"),
            "looked": self.tr("This is what would go in"),
            "working": self.tr("Taking the lists in"),
            "done": self.tr("The lists are in the book"),
            "failed": self.tr("The lists were not taken in"),
        }
        self.setWindowTitle(self.tr("Import a list"))
        self._heading.setText(headings[stage])
        self._names.setText(", ".join(file.name for file in self._files))
        self._busy.setVisible(busy)
        self._busy.setAccessibleName(headings[stage])
        self._done_rows.setVisible(busy)
        self._error.setText(self._failure)
        self._error_box.setVisible(stage == "failed")
        for part in (self._table, self._sheets, self._sentence):
            part.setVisible(shown)
        self.take_in.setVisible(stage in ("looking", "looked"))
        self.take_in.setEnabled(stage == "looked" and view is not None and view.writes)
        self.take_in.set_label(self.tr("Take in"))
        self.undo.set_label(self.tr("Undo the import"))
        self.undo.setVisible(stage == "done" and view is not None and bool(view.changes))
        self.decide.set_label(self.tr("Decide the questions"))
        self.decide.setVisible(stage == "done" and view is not None and view.to_decide)
        stop = (
            self.tr("Stop")
            if busy
            else self.tr("Close")
            if stage in ("done", "failed")
            else self.tr("Cancel")
        )
        self.cancel.set_label(stop)
        self._table.setAccessibleName(self.tr("What goes in, by kind"))
        self._list.setAccessibleName(self.tr("What could not be taken as it stands"))
        self._show_view(shown)

    def _show_view(self, shown: bool) -> None:
        view = self._view
        problems = view.problems if view is not None and shown else ()
        self._problems_title.setVisible(bool(problems))
        self._list.setVisible(bool(problems))
        self._files_said.setVisible(shown and bool(view and view.files))
        if view is None or not shown:
            return
        if self._stage == "looked":
            nothing = self.tr(
                "Everything in it is in the book already, as it stands. There is nothing to take in."
            )
            said = self.tr(
                "Nothing has been written yet. What can't be read goes back to you in a file of its own."
            )
            self._sentence.setText(said if view.writes else nothing)
        else:
            self._sentence.setText(self.tr("One step in the book: Undo takes all of it back."))
        self.counts.set_rows(view.counts)
        self._table.setFixedHeight(34 + ROW_HEIGHT * self.counts.rowCount() + 2)
        self._sheets.setText("\n".join(view.sheets))
        self._files_said.setText("\n".join(view.files))
        more = self.tr(" (%n more)", "", view.more) if view.more else ""
        self._problems_title.setText(self.tr("To look at: {count}").format(count=len(problems)) + more)
        self._list.show_rows([self._entry(number, problem) for number, problem in enumerate(problems)])

    def _entry(self, number: int, problem: jobs.ImportProblem) -> Entry:
        tone, ground = VERDICTS.get(problem.verdict, ("text2", "sunken"))
        word = self._desk.speech.choice("import.verdict", problem.verdict)
        return Entry(
            str(number), problem.reason, problem.place, chip=word, chip_tone=tone, chip_ground=ground
        )
