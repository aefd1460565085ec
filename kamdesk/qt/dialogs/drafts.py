"""What is typed into a dialog is kept while it is typed, and offered again: after Esc, after a crash."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.dialogs.contents import fields, on_edit, set_value, value
from kamdesk.qt.jobs import drafts as jobs
from kamdesk.qt.runner import Runner

KEEP_MS = 400
"""How far what is kept may lag behind the keys."""
MOST = 5
"""Older drafts of one form that wait for a word about them."""


class Shelf(Protocol):
    """Where drafts of one form lie. ``done`` is called in the window's thread."""

    def read(self, done: Callable[[str | None], None]) -> None: ...
    def keep(
        self, content: str, done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None: ...
    def drop(self) -> None: ...


class BookShelf(QObject):
    """In the book itself, so that a locked book locks its drafts too."""

    def __init__(self, runner: Runner, form: str, subject: str, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._where: dict[str, Any] = {"form": form, "subject": subject}
        self._done: Callable[[str | None], None] = _nothing

    def read(self, done: Callable[[str | None], None]) -> None:
        self._done = done
        self._runner.read(jobs.read_draft, done=self._told, failed=self._untold, **self._where)

    def _told(self, draft: Any) -> None:
        self._done(draft.content if draft else None)

    def _untold(self, error: Exception) -> None:
        self._done(None)

    def keep(self, content: str, done: Callable[[object], None], failed: Callable[[Exception], None]) -> None:
        now = self._runner.now()
        self._runner.read(jobs.keep_draft, done=done, failed=failed, content=content, now=now, **self._where)

    def drop(self) -> None:
        self._runner.read(jobs.drop_draft, done=_nothing, failed=_nothing, **self._where)


class FileShelf:
    """In a file, for what is typed where no book is open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, done: Callable[[str | None], None]) -> None:
        try:
            done(self._path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            done(None)

    def keep(self, content: str, done: Callable[[object], None], failed: Callable[[Exception], None]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, part = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(content)
            os.replace(part, self._path)
        except OSError as error:
            failed(error)
        else:
            done(None)

    def drop(self) -> None:
        self._path.unlink(missing_ok=True)


def _nothing(_: object) -> None:
    """Whether a draft that nobody needs any more is gone is told to nobody."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed at one time: the fields that had been changed, by name."""

    at: str
    fields: dict[str, object]


class DraftKeeper(QObject):
    """Watches the fields below ``top``. ``begin`` once they hold what the dialog is opened with."""

    offered = Signal(object)
    """An Entry of an earlier time that waits for a word; None where no more does."""
    kept = Signal()
    """All that was typed is kept."""
    failed = Signal(object)
    """It could not be kept: the exception."""

    def __init__(self, shelf: Shelf, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._now = shelf, now
        self._fields: dict[str, QWidget] = {}
        self._at_first: dict[str, object] = {}
        self._older: list[Entry] = []
        self._written: str | None = None
        self._read = False
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self, top: QWidget) -> None:
        """What stands in the fields now is no draft; what was kept of an earlier time is asked for."""
        self._fields = fields(top)
        self._at_first = {name: value(field) for name, field in self._fields.items()}
        for field in self._fields.values():
            on_edit(field, self._on_edit)
        self._shelf.read(self._show)

    def changed(self) -> dict[str, object]:
        """The fields that differ from how the dialog was opened."""
        now = {name: value(field) for name, field in self._fields.items()}
        return {name: kept for name, kept in now.items() if kept != self._at_first[name]}

    def offer(self) -> Entry | None:
        """What waits for a word, the newest first."""
        return self._older[0] if self._older else None

    def take(self) -> None:
        """Put what is offered into the fields."""
        for name, kept in self._older.pop(0).fields.items():
            if name in self._fields:
                set_value(self._fields[name], kept)
        self.keep()
        self.offered.emit(self.offer())

    def give_up(self) -> None:
        """What is offered is wanted no more."""
        self._older.pop(0)
        self.keep()
        self.offered.emit(self.offer())

    def leave(self) -> bool:
        """The dialog is closed unsaved: whether anything typed was kept."""
        self.keep()
        return bool(self.changed())

    def saved(self) -> None:
        """What was typed is in the book: only what still waits for a word is kept on."""
        self._at_first = {name: value(field) for name, field in self._fields.items()}
        self.keep()
        self._ended = True

    def start_over(self) -> None:
        """Another row stands in the fields: what they hold now is no draft."""
        self._at_first = {name: value(field) for name, field in self._fields.items()}
        self.keep()

    def keep(self) -> None:
        """Keep what differs, at once."""
        self._timer.stop()
        if self._ended or not self._read:
            return
        typed = self.changed()
        mine = [Entry(self._now().isoformat(), typed)] if typed else []
        entries = [*mine, *self._older][: MOST + 1]
        said = json.dumps([entry.fields for entry in entries], ensure_ascii=False, sort_keys=True)
        if said == self._written:
            return
        self._written = said
        if entries:
            content = [{"at": entry.at, "fields": entry.fields} for entry in entries]
            whole = json.dumps(content, ensure_ascii=False)
            self._shelf.keep(whole, self._on_kept, self._on_failed)
        else:
            self._shelf.drop()
            self.kept.emit()

    def _on_edit(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_kept(self, _: object) -> None:
        self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        self._written = None
        self.failed.emit(error)

    def _show(self, content: str | None) -> None:
        self._read = True
        self._older = _entries(content)
        self._written = json.dumps(
            [entry.fields for entry in self._older], ensure_ascii=False, sort_keys=True
        )
        if self._older:
            self.offered.emit(self.offer())
        if self.changed():
            self._timer.start()


def _entries(content: str | None) -> list[Entry]:
    """What was kept; a content that can't be read is none."""
    try:
        return [Entry(str(kept["at"]), dict(kept["fields"])) for kept in json.loads(content or "[]")]
    except (ValueError, TypeError, KeyError):
        return []
