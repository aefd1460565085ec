"""A usual week: how long packing it takes over starting, and how large it is against raw JSON.

    python benchmarks/sync_week.py

The book is the demonstration's, half a year of it; the week is forty visits with their reports and notes. Times are of
the processor, the least of three.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


def week(folder: Path) -> None:
    """A book of half a year, a week of work in it that nobody has yet, and what packing it takes over starting."""
    from kamdesk.db.opening import open_book
    from kamdesk.operations.promises import add_note
    from kamdesk.operations.reporting import Report
    from kamdesk.operations.visits import report_unplanned
    from kamdesk.operations.week_end.identity import identity
    from kamdesk.operations.week_end.peers import add_peer
    from kamdesk.sync.book.absorbing import absorb
    from kamdesk.sync.package.keys import new_keys

    path, target = folder / "week.kam", folder / "week.kamweek"
    program = [sys.executable, "-m", "kamdesk"]
    subprocess.run([*program, "demo", str(path), "--now", NOW.isoformat()], check=True, capture_output=True)
    store = open_book(path, backups=folder / "backups", now=NOW)
    identity(store, rep="林岚")
    add_peer(store, card=new_keys().card("office", "总部", "server"), now=NOW)
    with store.write_local() as connection:
        connection.exec_driver_sql("UPDATE sync_peer SET acked = ?", (absorb(connection),))
        accounts = [
            row[0]
            for row in connection.exec_driver_sql("SELECT id FROM account WHERE deleted_at IS NULL LIMIT 40")
        ]
    for place in accounts:
        report_unplanned(
            store, account_id=place, report=Report(visited_on=NOW.date(), outcome="order"), now=NOW
        )
        add_note(store, account_id=place, text="下周带样品和新的价目表过去", noted_on=NOW.date(), now=NOW)
    raw = changed(store)
    store.close()
    times = {}
    for name, command in {"start": ["peers"], "pack": ["pack", "-o", str(target)]}.items():
        taken = []
        for _ in range(3):
            begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run([*program, *command, "--book", str(path)], check=True, capture_output=True)
            taken.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin)
        times[name] = min(taken)
    size = target.stat().st_size
    print(
        f"{raw[0]:,} rows: packed in {times['pack'] - times['start']:.2f} s over the {times['start']:.2f} s of starting"
        f" (aim 1); {size:,} bytes, {size / raw[0]:.0f} a row = {size / raw[1]:.2f} of raw JSON"
    )


def changed(store: object) -> tuple[int, int]:
    """How many rows are newer than what the office has, and their bytes as JSON with the names of their fields."""
    from kamdesk.sync.book.absorbing import absorb
    from kamdesk.sync.book.packing import rows_above
    from kamdesk.sync.book.states import Origins

    with store.write_local() as connection:  # type: ignore[attr-defined]
        absorb(connection)
        since = connection.exec_driver_sql("SELECT acked FROM sync_peer").scalar()
        rows = [
            {
                "table": table,
                "id": row,
                **{name: value for name, value in known.state.values.items() if value},
            }
            for table, row, known in rows_above(connection, Origins(connection), since)
        ]
    return len(rows), len(json.dumps(rows, ensure_ascii=False).encode())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        week(Path(name))
