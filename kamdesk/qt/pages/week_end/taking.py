"""Take in: a package is chosen or dragged onto the window, looked at, taken in; one after the other of several."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QStackedWidget, QWidget

from kamdesk.domain.errors import KamdeskError, Stopped
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.pages.week_end.arrival import Arrival
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.operations.week_end.taking import Taken
    from kamdesk.qt.ticket import Ticket

SECRET = ("package_passphrase", "package_passphrase_wrong")
STRANGER, CARD = "package_stranger", "package_is_card"


class TakePanel(Panel):
    """``backup_folder`` is asked where the copy goes that is made before. ``sight_asked`` wants the part in view,
    ``taken`` tells that rows came in, ``odds_asked``, ``circle_asked`` and ``card_asked`` (of a file) lead on."""

    sight_asked = Signal()
    taken = Signal(object)
    odds_asked = Signal()
    circle_asked = Signal()
    card_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.folder: Path | None = None
        self.backups: Path | None = None
        self.own_rep = ""
        self._queue: list[Path] = []
        self._path: Path | None = None
        self._seen: Taken | None = None
        self._stage = "empty"
        self._secret: str | None = None
        self._error: Exception | None = None
        self._ticket: Ticket | None = None
        self.empty = EmptyState(theme, "inbox", first_icon="folder-open")
        self._icon = Icon(theme, "package", "text2")
        self._file = Elided(theme, "strong")
        self._left = label(theme, "caption", "text2")
        self.arrival = Arrival(self)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._reason = label(theme, "body", "bad", wrap=True)
        self.secret = QLineEdit()
        self.secret.setMaxLength(200)
        self._try = Button(theme, icon="lock-open")
        self._ask = QWidget()
        self._ask.setLayout(row((self.secret, 1), self._try))
        self._bad = frame(
            column(row(Icon(theme, "circle-alert", "bad"), (self._reason, 1)), self._ask, gap=8),
            "bad", (12, 10, 12, 10),
        )  # fmt: skip
        self.go = Button(theme, kind="primary", icon="check")
        self.leave = Button(theme)
        self.lead = Button(theme, icon="chevron-right")
        self.another = Button(theme, icon="folder-open")
        self._stack = QStackedWidget()
        found = QWidget()
        found.setLayout(
            column(
                row(self._icon, (self._file, 1), self._left), self._bad, self.arrival, self._busy,
                row(self.go, self.lead, self.leave, self.another, None), None, gap=12,
            )
        )  # fmt: skip
        self._stack.addWidget(self.empty)
        self._stack.addWidget(found)
        self.setLayout(column(self.head(), (self._stack, 1), gap=12))
        self._connect()
        self._set_stage("empty")

    def _connect(self) -> None:
        self.empty.first.clicked.connect(self.choose)
        self.another.clicked.connect(self.choose)
        self.go.clicked.connect(self.take_in)
        self.leave.clicked.connect(self._leave_it)
        self.lead.clicked.connect(self._lead_on)
        self._try.clicked.connect(self._look_with_secret)
        self.secret.returnPressed.connect(self._look_with_secret)
        self.desk.runner.progressed.connect(self._say_progress)

    def begin(self) -> None:
        self._next_control().setFocus()

    def _next_control(self) -> QWidget:
        """What Enter acts on at this stage."""
        if self._stage == "empty":
            return self.empty.first
        if self._stage == "looked":
            return self.go
        if self._stage == "failed" and self._asks_secret():
            return self.secret
        leads = self._stage in ("done", "failed") and not self.lead.isHidden()
        return self.lead if leads else self.leave

    def _begin_in_sight(self) -> None:
        """A part that somebody left meanwhile takes no keys: Enter acts on what is seen."""
        if self.isVisible():
            self.begin()

    def stage(self) -> str:
        """``empty``, ``looking``, ``looked``, ``working``, ``done`` or ``failed``."""
        return self._stage

    # looking

    def choose(self) -> None:
        begin = self.folder if self.folder is not None and self.folder.is_dir() else Path.home()
        kinds = self.tr("Week packages (*.kamweek);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Take in week packages"), str(begin), kinds)
        if chosen:
            self.look_at([Path(each) for each in chosen])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at these packages, one after the other; what is being taken in is ended first."""
        if self._stage in ("looking", "working"):
            self._queue += paths
            self.sight_asked.emit()
            return
        self._queue = list(paths)
        self.folder = paths[0].parent
        self._next()
        self.sight_asked.emit()

    def _next(self) -> None:
        if not self._queue:
            self._set_stage("empty")
            self._begin_in_sight()
            return
        self._path, self._secret = self._queue.pop(0), None
        self.secret.clear()
        self._look()

    def _look(self) -> None:
        self._set_stage("looking")
        self._ticket = self.desk.runner.read(
            jobs.take_in,
            done=self._looked,
            failed=self._failed,
            label=self.tr("Looking at the package…"),
            stoppable=True,
            path=self._path,
            now=self.desk.now(),
            passphrase=self._secret,
            dry_run=True,
        )

    def _look_with_secret(self) -> None:
        if self.secret.text().strip():
            self._secret = self.secret.text().strip()
            self._look()

    def _looked(self, taken: Taken) -> None:
        self._seen = taken
        self.arrival.show_taken(taken, self.own_rep, done=False)
        self._set_stage("done" if taken.before else "looked")
        self._begin_in_sight()

    # taking in

    def take_in(self) -> None:
        if self._stage != "looked":
            return
        self._set_stage("working")
        self.leave.setFocus()
        self._ticket = self.desk.runner.run(
            jobs.take_in_safely,
            done=self._finished,
            failed=self._failed,
            label=self.tr("Taking the package in…"),
            stoppable=True,
            path=self._path,
            passphrase=self._secret,
            backups=self.backups,
        )

    def _finished(self, taken: Taken) -> None:
        self._seen = taken
        self.arrival.show_taken(taken, self.own_rep, done=True)
        self._set_stage("done")
        self._begin_in_sight()
        self.taken.emit(taken)

    def _failed(self, error: Exception) -> None:
        self._error = error
        self._set_stage("failed")
        self._begin_in_sight()

    def _leave_it(self) -> None:
        """Stop what goes on; else on to the next package."""
        if self._stage in ("looking", "working"):
            if self._ticket is not None:
                self._ticket.stop()
        else:
            self._next()

    def _lead_on(self) -> None:
        if self._failed_as(CARD):
            self.card_asked.emit(self._path)
        else:
            (self.circle_asked if self._failed_as(STRANGER) else self.odds_asked).emit()

    def _asks_secret(self) -> bool:
        return isinstance(self._error, KamdeskError) and self._error.code in SECRET

    def _failed_as(self, *codes: str) -> bool:
        failed = self._stage == "failed"
        return failed and isinstance(self._error, KamdeskError) and self._error.code in codes

    def look_again(self) -> None:
        """A card was added: a package that was refused for want of it may be taken in now; where the card itself had
        been taken for a package, on to the next."""
        if self._failed_as(STRANGER) and self._path is not None:
            self._look()
        elif self._failed_as(CARD):
            self._next()

    # what is said

    def _say_progress(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._ticket:
            self._busy.setRange(0, total)
            self._busy.setValue(done)

    def _set_stage(self, stage: str) -> None:
        self._stage = stage
        if stage in ("looking", "working"):
            self._busy.setRange(0, 0)
        self.retranslate()

    def retranslate(self) -> None:
        stage, seen = self._stage, self._seen
        busy = stage in ("looking", "working")
        self.heading.setText(self.tr("Take in"))
        self.quiet.setText(self.tr("What the office, a colleague or your other laptop handed over"))
        self.empty.say(
            self.tr("No package chosen"),
            self.tr(
                "Drag the file onto the window, or choose it. It is looked at first; nothing comes into the book "
                "before you say so."
            ),
            self.tr("Choose a package…"),
        )
        self._stack.setCurrentIndex(0 if stage == "empty" else 1)
        self._file.setText(self._path.name if self._path else "")
        self._left.setText(self.tr("%n more to look at", "", len(self._queue)) if self._queue else "")
        self._busy.setVisible(busy)
        self._busy.setAccessibleName(
            self.tr("Taking the package in…") if stage == "working" else self.tr("Looking at the package…")
        )
        failed = stage == "failed"
        self._bad.setVisible(failed)
        self._ask.setVisible(failed and self._asks_secret())
        if failed and self._error is not None:
            self._reason.setText(self._why(self._error))
            self._bad.setAccessibleName(self._reason.text())
        self.arrival.setVisible(seen is not None and stage in ("looked", "working", "done"))
        self.arrival.retranslate()
        self.go.setVisible(stage == "looked")
        self.go.set_label(self.tr("Take in"))
        conflicts = stage == "done" and seen is not None and not seen.before and seen.conflicts > 0
        card = self._failed_as(STRANGER, CARD)
        self.lead.setVisible(conflicts or card)
        self.lead.set_label(self.tr("Add the card…") if card else self.tr("Settle the conflicts"))
        self.leave.set_label(self._leaving(busy))
        self.another.setVisible(stage in ("done", "failed") and not self._queue)
        self.another.set_label(self.tr("Another package…"))
        self.secret.setAccessibleName(self.tr("Passphrase of the package"))
        self.secret.setPlaceholderText(self.tr("the passphrase that you were told"))
        self._try.set_label(self.tr("Open"))

    def _leaving(self, busy: bool) -> str:
        if busy:
            return self.tr("Stop")
        if self._queue:
            return self.tr("The next package")
        return self.tr("Don't take it in") if self._stage == "looked" else self.tr("Done")

    def _why(self, error: Exception) -> str:
        if isinstance(error, Stopped):
            return self.tr("Stopped. Nothing of it was taken in, and the book is as it was.")
        return self.desk.speech.error(error)
