"""Two books that count under one replica id: what one of them wrote must never pass for what the other did.

A copied or restored book takes a new id when it is opened. Where that failed (a machine put back to an earlier state
with the book open, say) it shows here: the same range of a replica with other rows, the same write with another clock,
a write of this very replica that it never made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.errors import RuleError
from kamdesk.sync.book.states import Origins
from kamdesk.sync.package.reading import Package


class Fork(RuleError):
    """The package is set aside: it lies where it lay, and nothing of it came in."""


def check_range(connection: Connection, package: Package) -> None:
    """Remembers what the rows of the package's range are. Raises Fork where they were others before.

    A package that was made again has the same rows, whatever its file looks like. Those made for a scope are left out:
    what is in them depends on what their receiver has had.
    """
    header = package.header
    if header.replica in written_here(connection):
        raise fork(package)
    if header.scope is not None:
        return
    how = f"{header.spared or ''} {header.schema} {header.program}"
    key = (header.replica, header.since, header.upto, how)
    kept = plain.first(
        connection,
        "SELECT sha256 FROM sync_range WHERE replica = ? AND since = ? AND upto = ? AND spared = ?",
        key,
    )
    if kept not in (None, package.content):
        raise fork(package)
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_range (replica, since, upto, spared, sha256) VALUES (?, ?, ?, ?, ?)",
        (*key, package.content),
    )


def written_here(connection: Connection) -> Mapping[str, int]:
    """How many writes there are under the id that this book has at present."""
    found = plain.rows(
        connection,
        "SELECT id, (SELECT max(number) FROM operation) AS newest FROM replica ORDER BY number DESC LIMIT 1",
    )
    return {row.id: row.newest or 0 for row in found}


def check_stamps(
    connection: Connection,
    origins: Origins,
    package: Package,
    stamps: Sequence[tuple[int, int, int, str | None]],
) -> None:
    """``stamps`` are origin (by its number here), count, clock, user. Raises Fork where a write is told otherwise than
    before, or this replica is said to have written what it didn't.
    """
    by_origin: dict[int, dict[int, tuple[int, str | None]]] = defaultdict(dict)
    for origin, count, clock, user in stamps:
        by_origin[origin][count] = (clock, user)
    ours = {origins.number(replica): newest for replica, newest in written_here(connection).items()}
    for origin, told in by_origin.items():
        if max(told) > ours.get(origin, max(told)):
            raise fork(package)
        for row in plain.rows(
            connection,
            'SELECT counter, clock, "user" FROM sync_stamp WHERE origin = ? AND counter BETWEEN ? AND ?',
            (origin, min(told), max(told)),
        ):
            if told.get(row.counter, (row.clock, row.user)) != (row.clock, row.user):
                raise fork(package)


def fork(package: Package) -> Fork:
    """What is told of a package that forks."""
    return Fork("package_fork", path=package.path, rep=package.card.rep, device=package.card.device)
