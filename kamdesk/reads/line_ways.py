"""Ways that the rep knows from elsewhere, read from a file: a matrix as JSON, or a table from, to, minutes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError
from kamdesk.exchange.encoding import find_encoding
from kamdesk.planning.reading import MOST_BYTES, read_ways
from kamdesk.reads.line_problem import Roads

START = ("start", "出发地")
MOST_MINUTES = 1440.0


def told_ways(store: Store, path: Path) -> Roads:
    """What the file says of the ways between the book's accounts. Raises InputError with what is wrong and where.

    In a table accounts go by name, short name, code or id, and ``start`` (出发地) is where the day begins; a way holds
    in both directions unless the other is given too. A first row without minutes is a heading.
    """
    known = _known(store)
    if path.suffix.casefold() == ".json":
        speeds, minutes = read_ways(path, {key for keys in known.values() for key in keys})
        return Roads(minutes, speeds)
    given = dict(_rows(path, known))
    return Roads({(two, one): minutes for (one, two), minutes in given.items()} | given)


def _known(store: Store) -> Mapping[str, set[str]]:
    """Ids by whatever an account may be called."""
    a, code = t.account.c, t.account_code.c
    found: dict[str, set[str]] = {name: {"start"} for name in START}
    with store.read() as connection:
        rows = connection.execute(
            select(a.id, a.name, a.short_name).where(a.deleted_at.is_(None), a.merged_into.is_(None))
        ).all()
        codes = connection.execute(select(code.account_id, code.code).where(code.deleted_at.is_(None)))
        for key, *names in (*rows, *codes):
            for name in (key, *names):
                if name:
                    found.setdefault(name.strip().casefold(), set()).add(key)
    return found


def _rows(path: Path, known: Mapping[str, set[str]]) -> Iterable[tuple[tuple[str, str], float]]:
    for number, row in enumerate(csv.reader(_lines(path)), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        try:
            minutes = float(cells[2])
        except (IndexError, ValueError):
            if number == 1:
                continue
            raise InputError("ways_minutes", path=path.name, line=number) from None
        if not 0 <= minutes <= MOST_MINUTES:
            raise InputError("ways_minutes", path=path.name, line=number)
        yield (_one(cells[0], known, path, number), _one(cells[1], known, path, number)), minutes


def _one(name: str, known: Mapping[str, set[str]], path: Path, line: int) -> str:
    keys = known.get(name.casefold(), set())
    if not keys:
        raise InputError("ways_unknown", path=path.name, line=line, name=name[:60])
    if len(keys) > 1:
        raise InputError("ways_several", path=path.name, line=line, name=name[:60])
    return next(iter(keys))


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError("plan_too_large", path=path, most=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise InputError("plan_file", path=path, reason=error.strerror or str(error)) from None
    encoding = find_encoding(data)
    if encoding is None:
        raise InputError("plan_encoding", path=path)
    lines = data[len(encoding[1]) :].decode(encoding[0]).splitlines()
    return [line.replace("\t", ",") for line in lines] if lines and "\t" in lines[0] else lines
