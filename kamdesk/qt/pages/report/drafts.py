"""Drafts of reports: kept in the book, and where it takes none (the disk is full), held until it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk

if TYPE_CHECKING:
    from kamdesk.reads.visit_form import Draft

DRAFT_MS = 1200

Typed = Callable[[], tuple[str, Mapping[str, object] | None] | None]


class ReportDrafts(QObject):
    """What is typed is kept a moment later, so that a crash loses nothing.

    ``typed`` gives the report's key and all that stands in it, None while there is no report; ``shown`` is told when
    a draft was kept. A form in which nothing stands that is not recorded leaves no draft.
    """

    def __init__(
        self, desk: Desk, parent: QObject, typed: Typed, shown: Callable[[datetime | None], None]
    ) -> None:
        super().__init__(parent)
        self._desk, self._typed, self._shown = desk, typed, shown
        self._held: dict[str, str] = {}
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep)

    def resume(self, key: str, draft: Draft | None) -> dict[str, Any] | None:
        """What was typed into the report ``key`` and not saved: held here, else the ``draft`` that the book has."""
        held = self._held.get(key)
        self.begin()
        self._dirty = held is not None
        content = held if held is not None else draft.content if draft is not None else None
        return None if content is None else json.loads(content)

    def begin(self) -> None:
        """Another report comes into view, or what was typed is on its way into the book."""
        self._timer.stop()
        self._dirty = False

    def edited(self) -> None:
        self._dirty = True
        self._timer.start()

    def keep(self) -> None:
        """Write down what has been typed so far."""
        self._timer.stop()
        typed = self._typed() if self._dirty else None
        if typed is not None:
            self._dirty = False
            key, content = typed
            if content is None:
                self.give_up(key)
                self._shown(None)
            else:
                self._write(key, content)

    def keep_at_once(self) -> None:
        self._dirty = True
        self.keep()

    def _write(self, key: str, typed: Mapping[str, object]) -> None:
        content = json.dumps(typed, ensure_ascii=False)
        self._held[key] = content

        def kept(at: datetime) -> None:
            if self._held.get(key) == content:
                del self._held[key]
            self._shown(at)

        self._desk.runner.read(jobs.keep_draft, done=kept, subject=key, content=content, now=self._desk.now())

    def hold(self, key: str, typed: Mapping[str, object] | None) -> None:
        """What is typed goes on in the report ``key`` when that is shown next."""
        if typed is not None:
            self._held[key] = json.dumps(typed, ensure_ascii=False)

    def give_up(self, key: str) -> None:
        """There is nothing in it that is not recorded, or it is not wanted."""
        self.drop(key)
        self._desk.runner.read(jobs.drop_draft, done=lambda _: None, subject=key)

    def drop(self, key: str) -> None:
        """It was saved: what was held has done its work."""
        self._held.pop(key, None)
