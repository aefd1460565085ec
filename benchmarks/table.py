"""The accounts table at many accounts, against what a plain ORM list and a proxy model take, in one run.

Prints: first paint against an ORM list put into a QTableView; a key in the filter against one repaint, and against
QSortFilterProxyModel; the longest gap in the event loop (a timer of one millisecond) while rows are read, while one
scrolls, types, sorts and exports. Limits: first paint ≤ 0.4 × the ORM list, a key ≤ 2 × a repaint, gaps ≤ 50 ms.

    python benchmarks/table.py [--accounts 10000] [--book FILE] [--rounds 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QAbstractTableModel,
    QElapsedTimer,
    QEvent,
    QObject,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import select
from sqlalchemy.orm import Session

from kamdesk.assets import folder
from kamdesk.bootstrap import make_shelf
from kamdesk.db.mapping import map_domain
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.operations.demo import make_demo
from kamdesk.places import find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import MainWindow
from kamdesk.settings import Settings

NOW = datetime(2026, 11, 25, 2, 2, tzinfo=UTC)
FIELDS = (
    "name",
    "short_name",
    "value_class",
    "is_key",
    "status",
    "city",
    "district",
    "level",
    "kind",
    "address",
)
KEYS = ("j", "jc", "建材", "台州 建", "138")


class Peer(QAbstractTableModel):
    """Domain objects as the ORM gives them, each cell an attribute."""

    def __init__(self, rows: list[Account]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: object = None) -> int:  # noqa: N802
        return len(self._rows)

    def columnCount(self, parent: object = None) -> int:  # noqa: N802
        return len(FIELDS)

    def data(self, index: object, role: int = 0) -> object:
        if role == int(Qt.ItemDataRole.DisplayRole):
            return str(getattr(self._rows[index.row()], FIELDS[index.column()]) or "")  # type: ignore[attr-defined]
        return None


class Painted(QObject):
    """Tells when a viewport has been painted with rows on it."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view, self.at = view, 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and not self.at and self._view.model().rowCount():
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or perf_counter()


def wait(done: Callable[[], object]) -> None:
    while not done():
        QApplication.processEvents()


def orm_first_paint(store: Store) -> float:
    """From the query to the first paint of a bare QTableView, in milliseconds."""
    since = perf_counter()
    with store.engine.connect() as connection, Session(bind=connection) as session:
        rows = list(session.scalars(select(Account).filter_by(deleted_at=None).order_by(Account.name)))  # type: ignore[arg-type]
        view = QTableView()
        view.setModel(Peer(rows))
        view.resize(1234, 560)
        painted = Painted(view)
        view.show()
        wait(lambda: painted.at)
        took = painted.at - since
        view.close()
    return took * 1000


def proxy_key(store: Store) -> float:
    """One letter in a QSortFilterProxyModel over the same rows, in milliseconds."""
    with store.engine.connect() as connection, Session(bind=connection) as session:
        rows = list(session.scalars(select(Account).filter_by(deleted_at=None)))
        proxy, view = QSortFilterProxyModel(), QTableView()
        proxy.setSourceModel(Peer(rows))
        proxy.setFilterKeyColumn(-1)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view.setModel(proxy)
        view.resize(1234, 560)
        view.show()
        QApplication.processEvents()
        since = perf_counter()
        proxy.setFilterFixedString("建材")
        view.viewport().repaint()
        return (perf_counter() - since) * 1000


def our_first_paint(window: MainWindow) -> float:
    page = window.accounts
    page.forget()
    painted = Painted(page.table)
    since = perf_counter()
    window.go("accounts")
    wait(lambda: painted.at)
    took = (painted.at - since) * 1000
    wait(window.desk.runner.is_idle)
    return took


def repaint(window: MainWindow) -> float:
    since = perf_counter()
    window.accounts.table.viewport().repaint()
    return (perf_counter() - since) * 1000


def keystroke(window: MainWindow, text: str) -> float:
    """From the change of the filter to the table painted anew, in milliseconds."""
    page = window.accounts
    since = perf_counter()
    page.filter.setText(text)
    page.table.viewport().repaint()
    took = (perf_counter() - since) * 1000
    QApplication.processEvents()
    return took


class Gaps:
    """The longest time between two turns of the event loop while something goes on."""

    def __init__(self) -> None:
        self._timer, self._since, self._longest = QTimer(), QElapsedTimer(), 0
        self._timer.setInterval(1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        self._longest = max(self._longest, self._since.restart())

    def during(self, steps: list[Callable[[], object]], idle: Callable[[], bool]) -> int:
        """Each step in a turn of its own, then until ``idle``."""
        self._longest = 0
        self._since.start()
        self._timer.start()
        for step in steps:
            step()
            for _ in range(3):
                QApplication.processEvents()
        wait(idle)
        QApplication.processEvents()
        self._timer.stop()
        return self._longest


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--book", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        book = options.book or Path(place) / "demo.kam"
        os.environ["KAMDESK_HOME"] = place
        if options.book is None:
            make_demo(book, accounts=options.accounts, weeks=4, now=NOW, language="zh").close()
        app = make_app()
        settings = Settings("zh", "light")
        map_domain()
        store = open_book(book, backups=Path(place), now=NOW)
        theirs = statistics.median(orm_first_paint(store) for _ in range(options.rounds))
        proxied = statistics.median(proxy_key(store) for _ in range(options.rounds))
        store.close()
        shelf = make_shelf(book, None, places=find_places(), settings=settings, ask=lambda: NOW)
        window = make_window(app, shelf, folder("resources"), lambda: NOW)
        window.resize(1366, 768)
        window.show()
        window.books.start()
        idle = window.desk.runner.is_idle
        wait(idle)
        window.go("accounts")
        wait(idle)
        ours = statistics.median(our_first_paint(window) for _ in range(options.rounds))
        paint = statistics.median(repaint(window) for _ in range(options.rounds * 3))
        keys = statistics.median(keystroke(window, text) for _ in range(options.rounds) for text in KEYS)
        window.accounts.show_all()
        page, gaps = window.accounts, Gaps()
        bar = page.table.verticalScrollBar()
        total = len(page.model.rows())
        print(f"accounts                      {total:,}")
        print(
            f"first paint                   {ours:7.1f} ms   ORM list {theirs:7.1f} ms   "
            f"ratio {ours / theirs:.2f} (≤ 0.40)"
        )
        print(
            f"a key, painted                {keys:7.1f} ms   repaint  {paint:7.1f} ms   "
            f"ratio {keys / paint:.2f} (≤ 2.00)"
        )
        print(f"a key in a proxy model        {proxied:7.1f} ms")
        order = Qt.SortOrder.DescendingOrder
        doings: dict[str, list[Callable[[], object]]] = {
            "reading": [page.read],
            "scrolling": [lambda n=n: bar.setValue(n * 1777) for n in range(40)],
            "typing": [lambda text=text: page.filter.setText(text) for text in (*KEYS, "")],
            "sorting": [lambda c=c: page.table.sortByColumn(c, order) for c in page.table.columns()],
            "exporting": [lambda: page.acts.write(Path(place) / "out.xlsx")],
        }
        for name, steps in doings.items():
            print(f"longest gap while {name:<11} {gaps.during(steps, idle):5d} ms (≤ 50)")
        window.desk.runner.close()


if __name__ == "__main__":
    main()
