"""An import's steps beside the window: looking, looking again with what was said, taking in."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kamdesk.domain.errors import Stopped
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk

if TYPE_CHECKING:
    from kamdesk.exchange.mapping import TableRule
    from kamdesk.exchange.seen import SeenSheet
    from kamdesk.exchange.source import Source
    from kamdesk.qt.ticket import Ticket

Key = tuple[str, str]
"""File and sheet."""


class ImportSteps(QObject):
    """Each step gives its view, or says why it failed; what an earlier look gives once a later one is asked is dropped.

    What is taken in is what was seen: after the first look the files are not read from the disk again.
    """

    began = Signal(str)
    """``looking`` or ``working``."""
    looked = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal(str)

    def __init__(
        self, desk: Desk, files: Sequence[Path | Source], backups: Path, exports: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._files, self._backups, self._exports = desk, files, backups, exports
        self._asked = 0
        self._sources: tuple[Source, ...] = ()
        self._seen: tuple[SeenSheet, ...] = ()
        self.ticket: Ticket | None = None
        self.rules: dict[Key, TableRule] = {}
        self.mended: dict[Key, dict[tuple[int, int], str]] = {}

    def look(self) -> None:
        """Looks at the lists; a look that runs is given up."""
        self.stop()
        self._asked += 1
        self.ticket = self._desk.runner.read(
            jobs.import_files,
            done=partial(self._looked, self._asked),
            failed=partial(self._failed, self._asked),
            now=self._desk.now(),
            dry_run=True,
            to_look=True,
            label=self.tr("Looking at the lists…"),
            stoppable=True,
            **self._said(),
        )
        self.began.emit("looking")

    def take_in(self) -> None:
        """Takes them in, as one step; columns that were left as not known are not shown again for the sender's next."""
        from kamdesk.exchange.saying import rule_of

        for seen in self._seen:
            if seen.kind is not None and seen.unknown and seen.known_since is None:
                self.rules.setdefault((seen.file, seen.sheet), rule_of(seen))
        self._asked += 1
        self.ticket = self._desk.runner.run(
            jobs.import_files,
            done=self.finished.emit,
            failed=partial(self._failed, self._asked),
            backups=self._backups,
            exports=self._exports,
            keep=True,
            label=self.tr("Taking the lists in…"),
            stoppable=True,
            **self._said(),
        )
        self.began.emit("working")

    def stop(self) -> None:
        if self.ticket is not None:
            self.ticket.stop()

    # what the rep says

    def say(self, seen: SeenSheet, rule: TableRule) -> None:
        """A sheet is to be read by this rule from now on."""
        self.rules[seen.file, seen.sheet] = rule
        self.look()

    def forget(self, seen: SeenSheet) -> None:
        """What was remembered of a sheet's sender, and what was said here, is gone."""
        self.rules.pop((seen.file, seen.sheet), None)
        self._desk.runner.run(jobs.forget_sender, done=lambda _: self.look(), sender=seen.sender)

    def mend(self, key: Key, row: int, column: int, text: str | None) -> None:
        """What is meant in a cell; None: what the list has there."""
        cells = self.mended.setdefault(key, {})
        if text is None:
            cells.pop((row, column), None)
        else:
            cells[row, column] = text
        self.look()

    def _said(self) -> dict[str, Any]:
        from kamdesk.exchange.mapping import ListMapping

        rules = (
            replace(rule, file=glob.escape(file), sheet=glob.escape(sheet) or "*")
            for (file, sheet), rule in self.rules.items()
        )
        hashes = {source.name: source.sha256 for source in self._sources}
        mended = {(hashes[file], sheet): dict(cells) for (file, sheet), cells in self.mended.items() if cells}
        return {
            "files": self._sources or self._files,
            "mapping": ListMapping(tables=tuple(rules)),
            "mended": mended,
            "words": self._desk.speech.words,
        }

    # what comes of it

    def _looked(self, asked: int, view: jobs.ImportView) -> None:
        if asked == self._asked:
            self._sources, self._seen = view.sources, view.seen
            self.looked.emit(view)

    def _failed(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        if isinstance(error, Stopped):
            self.stopped.emit(self.ticket.label if self.ticket else "")
        else:
            self.failed.emit(error)
