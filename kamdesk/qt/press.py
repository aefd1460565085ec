"""The thread in which papers are made and drawn: what is looked at first, then what is asked for, then the rest."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from kamdesk.qt.errands import alive
from kamdesk.qt.runner import Runner

Deliver = Callable[[Any], None]


@dataclass(slots=True)
class _Job:
    work: Callable[[], Any]
    done: Deliver
    failed: Callable[[Exception], None] | None = None
    result: Any = None
    error: Exception | None = None


class Press(QObject):
    """Works off the window's thread, in one thread of its own: PDFium and the fonts of the papers bear no second one.

    Two kinds of work: what is asked for is carried out in order; wishes, the drawings that are in view, are replaced
    as a whole by newer ones and so are never done in vain. Nothing is imported here that draws, so that the window
    stands first. Results are delivered in the window's thread; those whose receiver is gone are dropped.
    """

    idle = Signal()
    """All that was asked for and wished has been delivered."""

    _finished = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: deque[_Job] = deque()
        self._urgent: deque[_Job] = deque()
        self._idly: deque[_Job] = deque()
        self._busy = 0
        self._ends: list[Callable[[], None]] = []
        self._closed = False
        self._changed = threading.Condition()
        self._finished.connect(self._deliver)
        runner.closing.connect(self.close)
        self._thread = threading.Thread(target=self._work, name="press", daemon=True)
        self._thread.start()

    def ask(
        self,
        work: Callable[[], Any],
        done: Deliver,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Carry out ``work`` when all asked for before is done; ``done`` gets what it returned."""
        with self._changed:
            self._asked.append(_Job(work, done, failed))
            self._busy += 1
            self._changed.notify()

    def wish(
        self,
        urgent: Sequence[tuple[Callable[[], Any], Deliver]],
        idly: Sequence[tuple[Callable[[], Any], Deliver]],
    ) -> None:
        """Drawings that are in view, before all else, and those that may soon be, after all else.

        Earlier wishes that have not come true are dropped.
        """
        with self._changed:
            self._busy -= len(self._urgent) + len(self._idly)
            self._urgent = deque(_Job(work, done) for work, done in urgent)
            self._idly = deque(_Job(work, done) for work, done in idly)
            self._busy += len(self._urgent) + len(self._idly)
            self._changed.notify()

    def is_idle(self) -> bool:
        return self._busy == 0

    def at_end(self, work: Callable[[], None]) -> None:
        """Carry this out in the thread before it ends."""
        self._ends.append(work)

    def close(self) -> None:
        """Drop what is not done yet and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _deliver(self, job: _Job) -> None:
        with self._changed:
            self._busy -= 1
        if job.error is None:
            if alive(job.done):
                job.done(job.result)
        elif job.failed is not None and alive(job.failed):
            job.failed(job.error)
        if self.is_idle():
            self.idle.emit()

    # the thread

    def _next(self) -> _Job | None:
        with self._changed:
            while True:
                if self._closed:
                    return None
                for jobs in (self._urgent, self._asked, self._idly):
                    if jobs:
                        return jobs.popleft()
                self._changed.wait()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job.result = job.work()
            except Exception as error:
                job.error = error
            self._finished.emit(job)
        for end in self._ends:
            end()
