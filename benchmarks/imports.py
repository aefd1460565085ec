"""Import and export against the bare reader of the same file: lists of 100,000 rows taken in, and written out again.

    python benchmarks/imports.py [--rows N] [--form csv|xlsx] [--kind accounts|order_lines|payments|sales]
                                 [--only STEP …]

The floor is the library alone going through the same file (`csv.reader`, openpyxl read-only). Printed are, of each
step, the seconds of a processor and of the clock, rows a second of a processor, the ratio to the floor and the peak of
memory: for reading (bytes to records), for looking at it, for the first import, for what that left of the search index,
for the same list again, which changes nothing, for the export and for the undo. "stopped" breaks an import off after a
third of its rows: how long that takes, and that nothing of it is in the book. Each step runs in a process of its own;
what a list speaks of is in the book before.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from import_lists import LISTS, write_known, write_list

if TYPE_CHECKING:
    from kamdesk.db.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def bare(path: Path, folder: Path) -> None:
    """The library alone."""
    if path.suffix == ".csv":
        with path.open(encoding="gb18030", newline="") as stream:
            for _ in csv.reader(stream):
                pass
        return
    from openpyxl import load_workbook

    for _ in (
        load_workbook(io.BytesIO(path.read_bytes()), read_only=True).worksheets[0].iter_rows(values_only=True)
    ):
        pass


def records(path: Path, folder: Path) -> None:
    """Bytes to records."""
    from kamdesk.exchange.entries import make_context, read_entries
    from kamdesk.exchange.layout import Table, find_table
    from kamdesk.exchange.mapping import ListMapping, TableRule
    from kamdesk.exchange.reading import read_sheets
    from kamdesk.exchange.source import take_in

    source = take_in(path)
    table = find_table(source, read_sheets(source)[0], TableRule())
    assert isinstance(table, Table)
    for _ in read_entries(table, make_context(table, ListMapping(), today=NOW.date())):
        pass


def _open(folder: Path) -> Store:
    from kamdesk.db.opening import new_book, open_book

    book = folder / "book.kam"
    return open_book(book, backups=folder, now=NOW) if book.exists() else new_book(book, now=NOW)


def bring(path: Path, folder: Path) -> None:
    """Into the book."""
    from kamdesk.operations.importing import import_files

    store = _open(folder)
    report = import_files(store, files=[path], now=NOW)
    store.close()
    kinds = {kind: counts for kind, counts in report.as_json().items() if any(counts.values())}
    print(json.dumps(kinds), file=sys.stderr)


class _Stopped(Exception):
    pass


def stop(path: Path, folder: Path) -> None:
    """A third of the rows, then no more."""
    from sqlalchemy import func, select

    from kamdesk.db import tables as t
    from kamdesk.operations.importing import import_files

    limit = int(path.with_suffix(".rows").read_text()) // 3
    asked = steps = longest = took = 0.0

    def heard(done: int) -> None:
        nonlocal asked, steps, longest
        now = time.perf_counter()
        longest, steps = max(longest, now - steps if steps else 0.0), now
        if done >= limit:
            asked = now
            raise _Stopped

    store = _open(folder)
    with store.read() as connection:
        before = connection.scalar(select(func.count()).select_from(t.change))
    try:
        import_files(store, files=[path], now=NOW, on_rows=heard)
    except _Stopped:
        took = time.perf_counter() - asked
    with store.read() as connection:
        after = connection.scalar(select(func.count()).select_from(t.change))
    assert asked, "the import ran to its end"
    assert after == before, "something of a stopped import is in the book"
    print(json.dumps({"stopped_within": round(took, 2), "longest_step": round(longest, 2)}), file=sys.stderr)


def index(path: Path, folder: Path) -> None:
    """What the import left of the search index for later."""
    from kamdesk.operations.indexing import build_piece

    store = _open(folder)
    while not build_piece(store).ready:
        pass
    store.close()


def look(path: Path, folder: Path) -> None:
    """The list looked through before it is taken in, as the window does."""
    from kamdesk.operations.importing import import_files

    store = _open(folder)
    import_files(store, files=[path], now=NOW, dry_run=True, to_look=True)
    store.close()


def take_back(path: Path, folder: Path) -> None:
    """Undo of the newest import."""
    from kamdesk.operations.undo import last_done, undo

    store = _open(folder)
    with store.read() as connection:
        last = last_done(connection)
    assert last
    undo(store, operation_id=last.operation_id, now=NOW)
    store.close()


def export(path: Path, folder: Path) -> None:
    """The list of the same kind, out of the book."""
    from kamdesk.reads.export.carry_out import export
    from kamdesk.words import Words

    store = _open(folder)
    made = export(
        store,
        folder / f"out{path.suffix}",
        kind=path.stem,
        words=Words("zh"),
        now=NOW,
        holidays=lambda _: None,
    )
    store.close()
    print(json.dumps({"rows": made.rows}), file=sys.stderr)


STEPS: dict[str, Callable[[Path, Path], None]] = {
    "bare": bare,
    "records": records,
    "look": look,
    "stopped": stop,
    "import": bring,
    "index": index,
    "again": bring,
    "export": export,
    "undo": take_back,
}


def measure(step: str, path: Path, folder: Path) -> tuple[float, float, float, str]:
    """Seconds of a processor and of the clock, peak megabytes of one step in a process of its own; what it said."""
    command = [sys.executable, __file__, "--step", step, "--list", str(path), "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    worked, seconds, memory = json.loads(done.stdout)
    return worked, seconds, memory, done.stderr.strip()


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--form", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--kind", choices=LISTS, default="accounts")
    parser.add_argument("--only", choices=STEPS, nargs="+", default=list(STEPS))
    parser.add_argument("--step", choices=STEPS)
    parser.add_argument("--list", type=Path)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.step:
        start = time.perf_counter()
        STEPS[options.step](options.list, options.folder)
        used = resource.getrusage(resource.RUSAGE_SELF)
        worked = used.ru_utime + used.ru_stime
        print(json.dumps([worked, time.perf_counter() - start, used.ru_maxrss / 1024]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / f"{options.kind}.{options.form}"
        path.with_suffix(".rows").write_text(str(options.rows))
        # What a process held at its most is told of those that it starts as well.
        writing = multiprocessing.get_context("spawn").Process
        for job in (
            writing(target=write_list, args=(path, options.kind, options.rows)),
            writing(target=write_known, args=(folder,)),
        ):
            job.start()
            job.join()
        if options.kind != "accounts":
            for known in ("客户.csv", "产品.csv"):
                measure("import", folder / known, folder)
        floor = 0.0
        for step in options.only:
            worked, seconds, memory, said = measure(step, path, folder)
            floor = floor or worked
            print(
                f"{step:8} {worked:8.2f} s of processor {seconds:8.2f} s {options.rows / worked:8.0f} rows/s "
                f"{worked / floor:7.1f} × bare {memory:6.0f} MB  {said}",
                flush=True,
            )


if __name__ == "__main__":
    main()
