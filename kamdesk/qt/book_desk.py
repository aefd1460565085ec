"""Books: opened, made, copied; how the book stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from kamdesk.domain.errors import KamdeskError, Stopped
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs.steps import book_card
from kamdesk.qt.shelf import NewRep, Shelf

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.copies import Copies
    from kamdesk.qt.dialogs.passphrase import PassphraseDialog
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.book_state import BookState

SUFFIX = ".kam"
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What no name of a file has on every system."""
NEEDS_KEY = ("book_locked", "book_wrong_key")
COPY_EVERY = timedelta(days=1)


class BookDesk(QObject):
    """``opened`` when a book stands open, ``closed`` when none does; ``state_read`` gives what the top bar says.

    Dialogs are imported when they are first opened: this one is made before the window has its first page.
    """

    opened = Signal()
    closed = Signal()
    state_read = Signal(str, str, str, bool)

    def __init__(self, desk: Desk, shelf: Shelf, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._shelf, self._window = desk, shelf, window
        self._path = shelf.book
        self._draft = shelf.layout_file.with_name("new-book-draft.json")
        self._making = False
        self._before: Path | None = None
        self._asked: PassphraseDialog | None = None
        self._state: BookState | None = None
        desk.runner.opened.connect(self._on_opened)
        desk.runner.refused.connect(self._on_refused)
        desk.runner.changed.connect(self._on_changed)

    # opening

    def start(self) -> None:
        """Open the book to begin with; on a first run, ask what to begin with."""
        if self._path.exists():
            self.open_book(self._path)
        else:
            self._window.welcome.set_first()
            self.closed.emit()

    def open_book(self, path: Path, passphrase: str | None = None) -> None:
        self._path = path
        self._begin()
        self._desk.runner.open(partial(self._shelf.open_book, path, passphrase))

    def open_with(self, opens: Callable[[], Store], what: str) -> None:
        """The book at the same place, as ``opens`` gives it; the one that is open is closed first."""
        self._begin()
        self._desk.runner.open(opens, label=what)

    def path(self) -> Path:
        """Where the book lies that is open, or was to be opened."""
        return self._path

    def open_again(self) -> None:
        self.open_book(self._path)

    def open_demo(self) -> None:
        """The demo book; it is made where it is not there yet."""
        self._before = self._path if self._desk.runner.is_open() else None
        self._path = self._shelf.demo
        self._begin("" if self._path.exists() else self.tr("Making the demo book"))
        self._desk.runner.open(
            partial(self._shelf.demo_book, self._path, self._desk.speech.language),
            label=self.tr("Making the demo book…"),
            stoppable=True,
        )

    def choose_book(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a book"),
            str(self._path.parent),
            self.tr("Books (*.kam);;All files (*)"),
        )
        if chosen:
            self.open_book(Path(chosen))

    def new_book(self) -> None:
        """Ask whose it is, and where it is to lie."""
        from kamdesk.qt.dialogs.new_book import NewBookDialog

        dialog = NewBookDialog(self._desk, self._window, self._make, self._draft, self._place)
        open_dialog(dialog)

    def _place(self, name: str) -> Path:
        """Where a new book is to lie: the usual place, or beside it under the rep's name where a book is there."""
        usual = self._shelf.book
        if not usual.exists():
            return usual
        stem = UNFIT.sub("-", name).strip(" .") or usual.stem
        endings = chain(("",), (f"-{number}" for number in count(2)))
        places = (usual.with_name(f"{stem}{ending}{SUFFIX}") for ending in endings)
        return next(place for place in places if not place.exists())

    def _make(self, rep: NewRep, path: Path) -> None:
        self._path = path
        self._begin()
        self._making = True
        self._desk.runner.open(partial(self._shelf.make_book, path, rep))

    def _begin(self, what: str = "") -> None:
        self._window.welcome.set_opening(what)
        self.closed.emit()

    def _on_opened(self) -> None:
        self._window.looks.remember_book(str(self._path))
        holidays = self._desk.holidays
        self._desk.runner.read(lambda store: holidays.read_again(), done=self._tell_holidays)
        if self._making:
            self._draft.unlink(missing_ok=True)
        self._making = False
        self.opened.emit()
        self._desk.runner.afterwards(self.read_state)

    def _tell_holidays(self, problem: Exception | None) -> None:
        """The user's file of holidays can't be heeded: the book is open all the same."""
        if problem is not None:
            self._desk.runner.failed.emit(problem)

    def _on_refused(self, error: Exception) -> None:
        self._making = False
        if isinstance(error, Stopped):
            self._go_back()
            return
        self._window.welcome.set_error(self._desk.speech.error(error))
        self.closed.emit()
        if isinstance(error, KamdeskError) and error.code in NEEDS_KEY:
            self._ask_passphrase(error)

    def _go_back(self) -> None:
        """The demo book is not made: the book that was open before is opened again."""
        self._path = self._before or self._shelf.book
        self.start()
        self._desk.runner.stopped.emit(self.tr("Making the demo book…"))

    def _ask_passphrase(self, error: KamdeskError) -> None:
        """Asked in a dialog that stays until the book is open; given up, the page says why it is closed."""
        asked = self._asked
        if asked is not None and isValid(asked) and asked.isVisible():
            asked.refuse()
            return
        from kamdesk.qt.dialogs.passphrase import PassphraseDialog

        path = self._path
        asked = PassphraseDialog(self._desk, self._window, path.name, lambda text: self.open_book(path, text))
        self._desk.runner.opened.connect(asked.accept)
        self._asked = asked
        open_dialog(asked)

    # how the book stands

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("rep"):
            from kamdesk.qt.one_name import follow

            follow(self._window)

    def read_state(self) -> None:
        self._desk.runner.read(jobs.book_state, done=self._show_state, latest=True, backups=self.backups())

    def state(self) -> BookState | None:
        """How the book stood when it was last asked; None before that."""
        return self._state

    def _show_state(self, state: BookState) -> None:
        first = self._state is None or self._state.path != state.path
        self._state = state
        self.retranslate()
        if first and self._copy_due(state):
            self._desk.runner.read(
                jobs.make_copies,
                done=lambda _: self.read_state(),
                **self._places(),
            )

    def _copy_due(self, state: BookState) -> bool:
        """Whether something was written since the last copy, and that copy is a day old."""
        if state.changed_at is None:
            return False
        if state.copied_at is None:
            return True
        return state.copied_at < state.changed_at and self._desk.now() - state.copied_at > COPY_EVERY

    def show_card(self) -> None:
        """Where the book lies and what copies there are."""
        if self._desk.runner.is_open():
            show = self._window.book_card.show_card
            self._desk.runner.read(book_card, done=show, latest=True, backups=self._shelf.backups)

    def last_steps(self) -> None:
        """What was done lately, each step to be undone by itself."""
        from kamdesk.qt.dialogs.last_steps import LastSteps

        dialog = LastSteps(self._desk, self._window)
        open_dialog(dialog)

    def back_up(self) -> None:
        self._desk.runner.read(
            jobs.make_copies,
            done=self._copied,
            label=self.tr("Backing up…"),
            stoppable=True,
            **self._places(),
        )

    def backups(self) -> Path:
        """The folder of the copies: the one chosen, else the usual one."""
        chosen = self._window.looks.settings().backups
        return Path(chosen) if chosen else self._shelf.backups

    def _places(self) -> dict[str, Any]:
        settings = self._window.looks.settings()
        second = Path(settings.second) if settings.second else None
        return {
            "folder": self.backups(), "second": second, "keep": settings.copies, "now": self._desk.now()
        }  # fmt: skip

    def _copied(self, copies: Copies) -> None:
        if copies.problem is not None:
            self._window.notice.warn(self._desk.speech.error(copies.problem))
        elif copies.second is not None:
            said = self.tr("Backed up and checked, in both places: {path}")
            self._window.notice.tell(said.format(path=copies.second))
        else:
            self._window.notice.tell(self.tr("Backed up and checked: {path}").format(path=copies.path))
        self.read_state()

    def retranslate(self) -> None:
        state = self._state
        if state is None:
            return
        now = self._desk.now()
        backup, overdue = self.tr("no backup yet"), True
        if state.copied_at is not None:
            local = state.copied_at.astimezone(ZoneInfo(state.zone or self._desk.zone))
            overdue = now - state.copied_at > timedelta(days=7)
            today = local.date() == now.astimezone(local.tzinfo).date()
            when = f"{local:%H:%M}" if today else self._desk.speech.day(local.date())
            backup = self.tr("backed up {when}").format(when=when)
        self.state_read.emit(state.rep or state.path.stem, self.tr("saved"), backup, overdue)
