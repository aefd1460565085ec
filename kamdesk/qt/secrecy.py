"""Whether what is kept behind the lock may be seen: opened with the passphrase, closed by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

OPEN_FOR = timedelta(minutes=10)
TICK_MS = 1000


class Secrecy(QObject):
    """``changed`` when it opens or locks, ``ticked`` each second while it is open.

    The end is a moment of the clock, so that a laptop that slept in between wakes up locked.
    """

    changed = Signal(bool)
    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._until: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def open(self) -> None:
        """The passphrase was right."""
        was = self._until is not None
        self._until = self._now() + OPEN_FOR
        self._timer.start()
        if not was:
            self.changed.emit(True)
        self.ticked.emit()

    def lock(self) -> None:
        if self._until is None:
            return
        self._until = None
        self._timer.stop()
        self.changed.emit(False)

    def tick(self) -> None:
        """Lock once the time is over; say how much is left before."""
        if self._until is not None and self._now() >= self._until:
            self.lock()
        elif self._until is not None:
            self.ticked.emit()

    def is_open(self) -> bool:
        return self._until is not None and self._now() < self._until

    def left(self) -> str:
        """How long it stays open, as ``9:59``; empty where it is locked."""
        if self._until is None:
            return ""
        seconds = max(0, round((self._until - self._now()).total_seconds()))
        return f"{seconds // 60}:{seconds % 60:02d}"
