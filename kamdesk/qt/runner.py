"""The only bridge between the window and the book: jobs go to one thread, what they give comes back by signal."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kamdesk.domain.errors import Stopped
from kamdesk.qt.errands import Close, Deliver, Job, Swap, alive
from kamdesk.qt.litter import Litter
from kamdesk.qt.thinking import Thinker
from kamdesk.qt.ticket import Ticket

if TYPE_CHECKING:
    from kamdesk.db.store import Store

SLOW_MS = 500


class Runner(QObject):
    """Runs reads and operations off the window's thread, one after the other, on the open book.

    Nothing is imported here that opens a book, so that the window stands before the store does. Jobs asked for before
    a book is open wait for it. Results are delivered in the window's thread, in the order asked for; a result whose
    receiver is gone by then is dropped.

    With ``stoppable`` the job is called with ``progress``, its Ticket, besides the arguments: it tells how far it is by
    that, and ends where it was told to stop.
    """

    changed = Signal(object)
    """Changes of an operation that wrote something."""
    failed = Signal(object)
    """The exception of a job that has no ``failed`` of its own."""
    opened = Signal()
    """A book is open."""
    refused = Signal(object)
    """The book could not be opened: the exception."""
    idle = Signal()
    """Everything asked for has been delivered."""
    slow = Signal(bool, str)
    """A job has been running for more than half a second (its label), and that it has ended."""
    progressed = Signal(object, int, int)
    """The Ticket of a job, how much of it is done, and of how much: 0 where it can't know."""
    stopped = Signal(str)
    """A job that had no ``failed`` of its own was stopped (its label); nothing of it was written."""

    closing = Signal()
    """The window goes: other threads end too."""

    _finished = Signal(object)
    _started = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._jobs: queue.SimpleQueue[Job | Swap | Close] = queue.SimpleQueue()
        self._waiting: list[Job] = []
        self._latest: dict[object, Job] = {}
        self._pending = 0
        self._later: list[Callable[[], None]] = []
        self._open = False
        self._slow_label: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SLOW_MS)
        self._timer.timeout.connect(self._tell_slow)
        self._running: Ticket | None = None
        self._started.connect(self._on_started)
        self._finished.connect(self._on_finished)
        self._litter = Litter(self)
        self.thinker = Thinker(self)
        self.closing.connect(self.thinker.close)
        self._thread = threading.Thread(target=self._work, name="book", daemon=True)
        self._thread.start()

    # asked for by the window

    def open(self, opens: Callable[..., Store], *, label: str = "", stoppable: bool = False) -> Ticket:
        """Open a book in the worker: ``opened`` or ``refused`` follows. A book open before is closed."""
        self._open = False
        self._later.clear()
        ticket = Ticket(label, self.progressed.emit, stoppable=stoppable)
        self._put(Swap(partial(opens, progress=ticket) if stoppable else opens, ticket))
        return ticket

    def running(self) -> Ticket | None:
        """What is being carried out; None while nothing is."""
        return self._running

    def is_open(self) -> bool:
        return self._open

    def is_idle(self) -> bool:
        """Nothing asked for is still to be delivered."""
        return self._pending == 0 and not (self._later and self._open)

    def afterwards(self, ask: Callable[[], None]) -> None:
        """``ask`` is called once all that was asked for is delivered and painted.

        For what nobody looks at yet, so that it is not in the way of what somebody waits for. Forgotten where another
        book is opened first.
        """
        self._later.append(ask)
        if self._pending == 0 and self._open:
            QTimer.singleShot(0, self, self._ask_later)

    def run(
        self,
        operation: Callable[..., Any],
        *,
        done: Deliver | None = None,
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
        stoppable: bool = False,
        **arguments: Any,
    ) -> Ticket:
        """Carry out an operation with ``now`` and ``arguments``; ``changed`` tells what it touched, then ``done``.

        The operation returns its Changes, or a report that has them as ``changes``.
        """
        ticket = Ticket(label, self.progressed.emit, stoppable=stoppable)
        arguments["now"] = self.now()
        if stoppable:
            arguments["progress"] = ticket
        self._ask(Job(lambda store: operation(store, **arguments), done, failed, ticket, True))
        return ticket

    def read(
        self,
        reads: Callable[..., Any],
        *,
        done: Deliver,
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
        stoppable: bool = False,
        latest: bool = False,
        **arguments: Any,
    ) -> Ticket:
        """Read rows: ``done`` gets what ``reads(store, **arguments)`` returned.

        With ``latest`` only the last of several is wanted: while it waits, the same read for the same ``done`` takes
        its place, so that stepping quickly from week to week reads the weeks that can be seen.
        """
        ticket = Ticket(label, self.progressed.emit, stoppable=stoppable)
        if stoppable:
            arguments["progress"] = ticket
        job = Job(lambda store: reads(store, **arguments), done, failed, ticket)
        if latest:
            before = self._latest.get((reads, done))
            if before is not None:
                before.superseded = True
            self._latest[reads, done] = job
        self._ask(job)
        return ticket

    def look(
        self,
        reads: Callable[..., Any],
        *,
        done: Deliver,
        failed: Callable[[Exception], None] | None = None,
        **arguments: Any,
    ) -> None:
        """Read what needs no open book: ``reads`` gets the open one, or None."""
        job = Job(
            lambda store: reads(store, **arguments),
            done,
            failed,
            Ticket("", self.progressed.emit, stoppable=False),
        )
        job.bookless = True
        self._put(job)

    def close(self) -> None:
        """Finish what was asked for, close the book, end the thread."""
        self.closing.emit()
        self._jobs.put(Close())
        self._thread.join()
        self._litter.stop()

    # the window's thread

    def _ask(self, job: Job) -> None:
        if self._open:
            self._put(job)
        else:
            self._waiting.append(job)

    def _put(self, item: Job | Swap) -> None:
        self._pending += 1
        self._jobs.put(item)

    def _on_started(self, ticket: Ticket) -> None:
        self._running = ticket
        self._timer.start()

    def _tell_slow(self) -> None:
        if self._running is not None:
            self._slow_label = self._running.label
            self.slow.emit(True, self._slow_label)

    def _on_finished(self, item: Job | Swap) -> None:
        self._timer.stop()
        self._running = None
        if self._slow_label is not None:
            self.slow.emit(False, self._slow_label)
            self._slow_label = None
        self._pending -= 1
        try:
            if isinstance(item, Swap):
                self._on_swapped(item)
            else:
                self._deliver(item)
        finally:
            self._tell_idle()

    def _tell_idle(self) -> None:
        if self.is_idle():
            self.idle.emit()
        elif self._pending == 0:
            QTimer.singleShot(0, self, self._ask_later)

    def _ask_later(self) -> None:
        if self._pending or not self._open:
            return
        later, self._later = self._later, []
        for ask in later:
            ask()
        self._tell_idle()

    def _on_swapped(self, swap: Swap) -> None:
        if swap.error is not None:
            self.refused.emit(swap.error)
            return
        self._open = True
        waiting, self._waiting = self._waiting, []
        self.opened.emit()
        for job in waiting:
            self._put(job)

    def _deliver(self, job: Job) -> None:
        for key in [key for key, waits in self._latest.items() if waits is job]:
            del self._latest[key]
        if job.superseded and job.result is None:
            return
        if job.error is not None:
            if job.failed is not None and alive(job.failed):
                job.failed(job.error)
            elif isinstance(job.error, Stopped):
                self.stopped.emit(job.ticket.label)
            else:
                self.failed.emit(job.error)
            return
        if job.writes:
            changes = getattr(job.result, "changes", job.result)
            if changes:
                self.changed.emit(changes)
        if job.done is not None and alive(job.done):
            job.done(job.result)

    # the worker's thread

    def _work(self) -> None:
        store: Store | None = None
        while True:
            item = self._jobs.get()
            if isinstance(item, Close):
                break
            if isinstance(item, Job) and item.superseded:
                self._finished.emit(item)
                continue
            self._started.emit(item.ticket)
            try:
                item.ticket.check()
                if isinstance(item, Swap):
                    if store is not None:
                        store.close()
                        store = None
                    store = item.opens()
                else:
                    assert store is not None or item.bookless
                    item.result = item.work(store)  # type: ignore[arg-type]
            except Exception as error:
                item.error = error
            self._finished.emit(item)
        if store is not None:
            store.close()
