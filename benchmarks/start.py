"""How long until the window stands, and until its book is on it, against an empty window in the same run.

Each figure is the whole process, from its start to the moment meant, the least of ROUNDS rounds in which the kinds take
turns (what another program takes away only adds); in the first round, which is not counted, Python writes its bytecode,
as it does where a program is installed. Beside each stands how much of the processors it took: a loaded machine changes
that least. The modules are imported in the order in which the program does it. Limits: window ≤
1.3 × the empty window; data ≤ 1.15 × (window + SQLAlchemy + connect); no gap in the event loop over 50 ms.

    python benchmarks/start.py [--accounts 2000] [--rounds 9]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
print("window", time.time(), time.process_time())
"""

PEER = (
    EMPTY
    + """
import sqlalchemy.orm
import sqlcipher3.dbapi2
connection = sqlcipher3.dbapi2.connect(sys.argv[1])
connection.execute("select count(*) from account").fetchone()
print("data", time.time(), time.process_time())
"""
)

OURS = """
import sys, time
from pathlib import Path
from kamdesk.assets import folder
from kamdesk.bootstrap import clock, make_shelf
from kamdesk.places import find_places
from kamdesk.qt.launch import furnishing, make_app, make_bare_window, step_by_step
from kamdesk.settings import Settings
app = make_app()
ask = clock(None)
shelf = make_shelf(Path(sys.argv[1]), None, places=find_places(), settings=Settings("zh"), ask=ask)
window = make_bare_window(app, shelf, folder("resources"))
window.show()
app.processEvents()
print("window", time.time(), time.process_time())
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
gap, since, timer = [0], QElapsedTimer(), QTimer()
def tick():
    gap[0] = max(gap[0], since.restart())
timer.timeout.connect(tick)
since.start()
timer.start(1)
def shown():
    app.processEvents()
    print("data", time.time(), time.process_time())
    QTimer.singleShot(1500, done)
def done():
    print("gap", gap[0] / 1000)
    app.quit()
def ready():
    window.today.rows_shown.connect(shown, Qt.ConnectionType.SingleShotConnection)
    window.books.start()
window.ready.connect(ready)
step_by_step(window, furnishing(window, app, shelf, folder("resources"), ask))
app.exec()
window.desk.runner.close()
"""


def run(code: str, book: Path, home: Path) -> dict[str, float]:
    """Milliseconds from the start of the process to each moment that it prints."""
    environment = {**os.environ, "KAMDESK_HOME": str(home), "QT_LOGGING_RULES": "*=false"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    import time

    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, str(book)], env=environment, capture_output=True, text=True, check=True
    )
    moments: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, at, *taken = line.split()
        moments[name] = 1000 * (float(at) - (0 if name == "gap" else begun))
        moments.update({f"{name} cpu": 1000 * float(seconds) for seconds in taken})
    return moments


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        book = home / "book.kam"
        subprocess.run(
            [sys.executable, "-m", "kamdesk", "demo", str(book), "--accounts", str(options.accounts)],
            env={**os.environ, "KAMDESK_HOME": folder},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        kinds = {"empty": EMPTY, "peer": PEER, "ours": OURS}
        found: dict[str, list[dict[str, float]]] = {name: [] for name in kinds}
        for number in range(options.rounds + 1):
            for name, code in kinds.items():
                measured = run(code, book, home)
                if number:
                    found[name].append(measured)

    def least(kind: str, moment: str) -> float:
        return min(row[moment] for row in found[kind])

    print(f"{options.accounts} accounts in the book, {options.rounds} rounds, the least of whole processes")
    for said, peer, moment, of, limit in (
        ("window shown", "empty", "window", "empty window", 1.30),
        ("data on it", "peer", "data", "empty window + SQLAlchemy + open file", 1.15),
    ):
        for kind, unit in (("", "ms"), (" cpu", "ms of processor")):
            theirs, mine = least(peer, moment + kind), least("ours", moment + kind)
            print(
                f"{said:13s} {mine:6.0f} {unit:16s} {of} {theirs:6.0f}   ratio {mine / theirs:.2f} (limit {limit})"
            )
    gap = max(row["gap"] for row in found["ours"])
    print(f"longest gap in the event loop {gap:.0f} ms (limit 50)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
