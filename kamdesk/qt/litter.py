"""Python's cycle collector kept in the window's thread.

It runs in whichever thread happens to allocate; in the worker it would destroy Qt objects there, which Qt forbids and
which ends the process. So automatic collection is off while the window is open and a timer does its work.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 1000
FIRST_MS = 4000
"""By then the window has its first page; until then nothing is to come in between."""


class Litter(QObject):
    """Collects as Python would have: the youngest generation that is over its threshold, and all below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._pinyin = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._set_aside, Qt.ConnectionType.SingleShotConnection)
        self._timer.timeout.connect(self.collect)
        self._timer.start(FIRST_MS)

    def collect(self) -> None:
        self._set_pinyin_aside()
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > thresholds[generation] > 0]
        if due:
            gc.collect(max(due))

    def _set_aside(self) -> None:
        """What the program consists of never dies: later collections needn't walk over it."""
        gc.freeze()
        self._timer.setInterval(INTERVAL_MS)

    def _set_pinyin_aside(self) -> None:
        """The pinyin of phrases is a quarter of a million lists that never die: once they are there, whatever is in
        memory is left out of later collections, which would walk over them for a quarter of a second each time.
        """
        if not self._pinyin and hasattr(sys.modules.get("pypinyin"), "lazy_pinyin"):
            self._pinyin = True
            gc.freeze()

    def stop(self) -> None:
        """Automatic collection again, as it was: no other thread is at work any more."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
