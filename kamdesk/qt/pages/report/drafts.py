"""Drafts of reports: kept in the book, and where it takes none (the disk is full), held until it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk


class ReportDrafts:
    """``shown`` is told when a draft was kept."""

    def __init__(self, desk: Desk, shown: Callable[[datetime], None]) -> None:
        self._desk, self._shown = desk, shown
        self._held: dict[str, str] = {}

    def of(self, key: str) -> dict[str, Any] | None:
        """What was typed into the report ``key`` and is not in the book."""
        held = self._held.get(key)
        return None if held is None else json.loads(held)

    def keep(self, key: str, typed: Mapping[str, object]) -> None:
        content = json.dumps(typed, ensure_ascii=False)
        self._held[key] = content

        def kept(at: datetime) -> None:
            if self._held.get(key) == content:
                del self._held[key]
            self._shown(at)

        self._desk.runner.read(jobs.keep_draft, done=kept, subject=key, content=content, now=self._desk.now())

    def drop(self, key: str) -> None:
        """It was saved: what was held has done its work."""
        self._held.pop(key, None)
