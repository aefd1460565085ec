"""How long the event loop stands still while somebody works: the real window, offscreen, on ten thousand accounts.

A timer of one millisecond beats in the window's thread. For each activity is told: the longest time between two beats,
by the clock, and the most that the window's own thread worked between two beats (its processor time, which a loaded
machine changes least; what the clock says beyond that was waiting for Python's lock or for a processor). The limit is
50 ms by the clock. Keys are sent one by one as a person types, wheel turns one a frame. The book is made once and kept
in the folder for temporary files; what is measured is a copy of it.

    python benchmarks/gaps.py [--accounts 10000] [--book FILE] [--rounds 1] [--only NAME …] [--blame MS]

``--blame 30`` prints where the window's thread stood when a gap had lasted that long.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from working import Work, take

from kamdesk.assets import folder
from kamdesk.bootstrap import make_shelf
from kamdesk.operations.demo import make_demo
from kamdesk.places import find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.settings import Settings

NOW = datetime(2026, 11, 25, 2, 2, tzinfo=UTC)
LIMIT = 50


class Beat:
    """The longest time between two turns of the event loop, and what the window's thread worked in one of them."""

    def __init__(self, blame: float) -> None:
        self._blame, self._thread = blame, threading.get_ident()
        self.longest = self.worked = self.wait = 0.0
        self.at = time.perf_counter()
        self._busy = time.thread_time()
        self.on = False
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)
        if blame:
            threading.Thread(target=self._watch, daemon=True).start()

    def begin(self) -> None:
        self.longest = self.worked = 0.0
        self.at, self._busy, self.on = time.perf_counter(), time.thread_time(), True

    def end(self) -> None:
        self._beat()
        self.on = False

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self.at))
        self.worked = max(self.worked, 1000 * (busy - self._busy))
        self.at, self._busy = now, busy

    def _watch(self) -> None:
        told = 0.0
        while True:
            time.sleep(0.002)
            if self.on and self.at != told and 1000 * (time.perf_counter() - self.at) > self._blame:
                told = self.at
                frame = sys._current_frames().get(self._thread)
                print("".join(traceback.format_stack(frame)[-7:]), file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--book", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--blame", type=float, default=0, metavar="MS")
    options = parser.parse_args()
    book = options.book or Path(tempfile.gettempdir()) / f"kamdesk-gaps-{options.accounts}.kam"
    with tempfile.TemporaryDirectory() as named:
        place = Path(named)
        os.environ["KAMDESK_HOME"] = named
        if not book.exists():
            make_demo(place / "new.kam", accounts=options.accounts, weeks=8, now=NOW, language="zh").close()
            shutil.move(place / "new.kam", book)
        shutil.copy(book, place / "book.kam")
        app = make_app()
        shelf = make_shelf(
            place / "book.kam",
            None,
            places=find_places(),
            settings=Settings("zh", "light"),
            ask=lambda: NOW,
        )
        window = make_window(app, shelf, folder("resources"), lambda: NOW)
        window.resize(1366, 768)
        window.show()
        window.books.start()
        work = Work(window, place)
        work.settle()
        beat = Beat(options.blame)
        over = 0
        print(f"{'':30s} longest gap   ratio to {LIMIT} ms   most work in one turn")
        for name, (ready, every, steps) in work.all().items():
            if options.only and not any(part in name for part in options.only):
                continue
            gaps, worked = [], []
            for _ in range(options.rounds):
                ready()
                beat.begin()
                take(steps(), every, work.idle)
                beat.end()
                gaps.append(beat.longest)
                worked.append(beat.worked)
            over += max(gaps) > LIMIT
            print(
                f"{name:30s} {max(gaps):8.0f} ms   {max(gaps) / LIMIT:8.2f}   {max(worked):14.0f} ms",
                flush=True,
            )
        print(f"{over} over {LIMIT} ms by the clock")
        window.desk.runner.close()
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
