"""Week packages: taken in against bare inserts of the same rows, in one run; how large they are against raw JSON.

    python benchmarks/sync.py [--rows 100000] [--rounds 3]

Aims (docs/performance.md): new rows at 0.20 of bare `executemany` or better, changed ones at 0.12, below 150 MB. Bare
is a table without indexes, its rows committed and safe on disk, as those of a package are. Two more peers do some of
what the program must: the book's own table with its indexes and the state of each row; the same with the change log
that a recorded write has. Each step runs in a process of its own, so that its memory is its own. Times are those of
the clock, what a person waits, and of the processor; of several rounds the least of each step counts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sync_rows import FIELDS, NOW, book, make, values

CHUNK = 500


def take(folder: Path, turn: int) -> None:
    from kamdesk.operations.week_end.taking import take_in

    store = book(folder)
    with timed():
        take_in(store, path=folder / f"{turn}.kamweek", now=NOW)  # type: ignore[arg-type]
    store.close()  # type: ignore[attr-defined]


def bare(folder: Path, rows: int) -> None:
    """The same rows by `executemany`, on the same engine with the same durability."""
    from kamdesk.db.driver import driver

    with closing(driver.connect(str(folder / "bare.db"), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"CREATE TABLE a (id TEXT PRIMARY KEY, {', '.join(FIELDS)})")
        given = [(f"{number:032x}", *values(number, 1)) for number in range(rows)]
        with timed():
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO a VALUES ({', '.join('?' * (len(FIELDS) + 1))})", given)
            connection.execute("COMMIT")


def peer(folder: Path, rows: int) -> None:
    """The same rows by `executemany` into the book's own table, with all its columns and indexes."""
    from kamdesk.db.driver import driver
    from kamdesk.db.opening import new_book

    place = folder / "peer"
    place.mkdir()
    new_book(place / "book.kam", now=NOW).close()
    with closing(driver.connect(str(place / "book.kam"), isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        given = [(f"{number:032x}", *values(number, 1)) for number in range(rows)]
        with timed():
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                f"INSERT INTO account (id, {', '.join(FIELDS)}) VALUES ({', '.join('?' * (len(FIELDS) + 1))})",
                given,
            )
            connection.execute("COMMIT")


def recorded(folder: Path, rows: int, *, log: bool) -> None:
    """The same with the state of each row; with ``log`` also a line in the change log for each field."""
    from kamdesk.db.driver import driver
    from kamdesk.db.opening import new_book

    place = folder / f"recorded {log}"
    place.mkdir()
    new_book(place / "book.kam", now=NOW).close()
    with closing(driver.connect(str(place / "book.kam"), isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        with timed():
            connection.execute("BEGIN IMMEDIATE")
            for first in range(0, rows, CHUNK):
                given = [
                    (f"{number:032x}", *values(number, 1))
                    for number in range(first, min(first + CHUNK, rows))
                ]
                _record(connection, given, log=log)
            connection.execute("ROLLBACK" if log else "COMMIT")


def _record(connection: Any, given: list[tuple[str, ...]], *, log: bool) -> None:
    connection.executemany(
        f"INSERT INTO account (id, {', '.join(FIELDS)}) VALUES ({', '.join('?' * (len(FIELDS) + 1))})", given
    )
    connection.executemany(
        'INSERT INTO sync_row ("table", row, vector, origin, counter, conflicts, sequence)'
        " VALUES ('account', ?, '[1,1]', 1, 1, 0, 1)",
        [(row[0],) for row in given],
    )
    if log:
        connection.executemany(
            'INSERT INTO change (operation, "table", "row", field, old, new)'
            " VALUES (1, 'account', ?, ?, NULL, ?)",
            [
                (row[0], name, f'"{value}"')
                for row in given
                for name, value in zip(FIELDS, row[1:], strict=True)
            ],
        )


@contextmanager
def timed() -> Iterator[None]:
    """Says, once it is done, what it took and how large the process had grown."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    found = {
        "clock": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(found))


def step(folder: Path, rows: int, name: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--step", name, "--folder", str(folder), "--rows", str(rows)]
    # Compiled once, as a program that is installed is: else the first package would pay for what is loaded with it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}


def least(folder: Path, rows: int, rounds: int) -> dict[str, dict[str, float]]:
    """The least that each step took of each clock, and the most memory; the steps take turns."""
    best: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(dir=folder) as name:
        kept = Path(name) / "book.kam"
        shutil.copy(folder / "book.kam", kept)
        for _ in range(rounds):
            for step_name in ("bare", "peer", "state", "log", "new", "changed"):
                found = step(folder, rows, step_name)
                before = best.setdefault(step_name, found)
                for what in ("clock", "processor"):
                    before[what] = min(before[what], found[what])
                before["mb"] = max(before["mb"], found["mb"])
            for old in folder.glob("*.*"):
                if old.suffix != ".kamweek":
                    old.unlink()
            for old in ("peer", "recorded True", "recorded False"):
                shutil.rmtree(folder / old)
            shutil.copy(kept, folder / "book.kam")
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--step")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.step:
        steps = {
            "make": lambda: make(options.folder, options.rows),
            "bare": lambda: bare(options.folder, options.rows),
            "peer": lambda: peer(options.folder, options.rows),
            "state": lambda: recorded(options.folder, options.rows, log=False),
            "log": lambda: recorded(options.folder, options.rows, log=True),
            "new": lambda: take(options.folder, 1),
            "changed": lambda: take(options.folder, 2),
        }
        steps[options.step]()
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        step(folder, options.rows, "make")
        best = least(folder, options.rows, options.rounds)
        print(f"{options.rows:,} rows of {len(FIELDS) + 1} columns, the least of {options.rounds} rounds")
        for clock in ("clock", "processor"):
            speed = {name: options.rows / found[clock] for name, found in best.items()}
            print(
                f"  by the {clock}: bare executemany {speed['bare']:,.0f} rows/s, into the book's own table with its"
                f" indexes {speed['peer']:,.0f}, with the state of each row {speed['state']:,.0f}, with the change log"
                f" too {speed['log']:,.0f}"
            )
            for name, what, aim in (("new", "new rows", 0.20), ("changed", "one field changed", 0.12)):
                ratio = {peer: speed[name] / speed[peer] for peer in ("bare", "peer", "state", "log")}
                print(
                    f"    {what:18}{speed[name]:8,.0f} rows/s = {ratio['bare']:.2f} of bare (aim {aim:.2f}),"
                    f" {ratio['peer']:.2f} of the book's table, {ratio['state']:.2f} of rows with states,"
                    f" {ratio['log']:.2f} of recorded ones; {best[name]['mb']:.0f} MB (aim 150)"
                )
        raw = sum(
            len(json.dumps(values(number, 1), ensure_ascii=False).encode()) for number in range(options.rows)
        )
        for turn in (1, 2):
            size = os.path.getsize(folder / f"{turn}.kamweek")
            print(f"  package {turn}: {size / options.rows:.1f} bytes a row = {size / raw:.2f} of raw JSON")


if __name__ == "__main__":
    main()
