"""Long reckoning that needs no book, each in a thread of its own: meanwhile the book is read and the window used."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kamdesk.qt.errands import Deliver, alive
from kamdesk.qt.ticket import Ticket


class Thinker(QObject):
    """What is begun gets ``progress``, its Ticket, besides its arguments, and gives what it has once that is stopped.

    Results are delivered in the window's thread; one whose receiver is gone by then is dropped. When the window goes,
    everything is told to stop and waited for.
    """

    progressed = Signal(object, int, int)
    """The Ticket of a piece of work, how much of it is done, and of how much."""

    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Who waits is kept here and not in the thread, which must never be the last to hold a widget.
        self._waits: dict[Ticket, tuple[Deliver, Callable[[Exception], None] | None, threading.Thread]] = {}
        self._ended.connect(self._deliver)

    def begin(
        self,
        work: Callable[..., Any],
        *,
        done: Deliver,
        failed: Callable[[Exception], None] | None = None,
        **arguments: Any,
    ) -> Ticket:
        """Carry out ``work(progress=…, **arguments)``; ``done`` gets what it returned."""
        ticket = Ticket("", self.progressed.emit, stoppable=True)
        thread = threading.Thread(
            target=self._work, args=(ticket, partial(work, **arguments)), name="thinking", daemon=True
        )
        self._waits[ticket] = done, failed, thread
        thread.start()
        return ticket

    def is_idle(self) -> bool:
        """Everything begun has been delivered."""
        return not self._waits

    def close(self) -> None:
        """Stop all of it and wait for its end."""
        for ticket, (_, _, thread) in list(self._waits.items()):
            ticket.stop()
            thread.join()

    def _deliver(self, ticket: Ticket, result: object, error: Exception | None) -> None:
        done, failed, _ = self._waits.pop(ticket)
        if error is None:
            if alive(done):
                done(result)
        elif failed is not None and alive(failed):
            failed(error)

    def _work(self, ticket: Ticket, work: Callable[..., Any]) -> None:
        """In the thread."""
        result, error = None, None
        try:
            result = work(progress=ticket)
        except Exception as failure:
            error = failure
        self._ended.emit(ticket, result, error)
