"""The sheets of an XLS, XLSB or ODS: looked through first, then read in a process of their own, within limits."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import kamdesk
from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import UNPACKING
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.merged import filled_down
from kamdesk.exchange.source import Cell, Merge, RawRow, Sheet, Source
from kamdesk.exchange.spreadsheets.biff import look_through
from kamdesk.exchange.spreadsheets.folders import reading_folder
from kamdesk.exchange.spreadsheets.outline import Outline
from kamdesk.exchange.spreadsheets.packed import look_through_binary, look_through_open

_COMMAND = "--read-workbook"
_SECONDS = 90
_ERROR = "#VALUE!"


def read_old_workbook(source: Source, limits: Limits = LIMITS) -> list[Sheet]:
    """The sheets of an XLS. Raises InputError for a damaged, closed or hostile file."""
    outlines = look_through(source.data, source.name, limits)
    return _read(source.name, source.data, ".xls", outlines, limits)


def read_binary_workbook(source: Source, archive: zipfile.ZipFile, limits: Limits = LIMITS) -> list[Sheet]:
    """The sheets of an XLSB. Raises InputError for a damaged, closed or hostile file."""
    outlines = look_through_binary(archive, source.name, limits)
    return _read(source.name, _packed_anew(archive, source.name), ".xlsb", outlines, limits)


def read_open_workbook(source: Source, archive: zipfile.ZipFile, limits: Limits = LIMITS) -> list[Sheet]:
    """The sheets of an ODS. Raises InputError for a damaged, closed or hostile file."""
    outlines = look_through_open(archive, source.name, limits)
    return _read(source.name, _packed_anew(archive, source.name), ".ods", outlines, limits)


def _packed_anew(archive: zipfile.ZipFile, name: str) -> bytes:
    """The archive without what its directory doesn't tell: parts larger than declared, names that lead out of it."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for part in dict.fromkeys(archive.namelist()):
                if part.endswith((".xml", ".rels", ".bin", "mimetype")) and ".." not in part:
                    with archive.open(part) as given, packed.open(part, "w") as taken:
                        shutil.copyfileobj(given, taken, 1024 * 1024)
    except UNPACKING as error:
        raise InputError("import_damaged", file=name) from error
    return out.getvalue()


def _read(name: str, data: bytes, form: str, outlines: list[Outline], limits: Limits) -> list[Sheet]:
    with reading_folder() as folder:
        given, made = folder / f"list{form}", folder / "list.json"
        given.write_bytes(data)
        _start(given, made, name)
        with made.open(encoding="utf-8") as lines:
            sheets = list(_sheets(lines, name, outlines, limits))
    if not sheets:
        raise InputError("import_no_workbook", file=name)
    return sheets


def _start(given: Path, made: Path, name: str) -> None:
    """Has another process read. Raises InputError where it doesn't come back in time, or not with an answer."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, *(() if frozen else ("-P", "-m", "kamdesk")), _COMMAND, str(given), str(made)]
    home = str(Path(kamdesk.__file__).parents[1])
    try:
        subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": home},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise InputError("import_bomb", file=name) from error
    if not made.exists():
        raise InputError("import_damaged", file=name)


def _sheets(lines: Iterable[str], name: str, outlines: list[Outline], limits: Limits) -> Iterator[Sheet]:
    head: dict[str, Any] | None = None
    rows: list[RawRow] = []
    texts: dict[str, str] = {}
    cells = 0
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError as error:
            raise InputError("import_damaged", file=name) from error
        if isinstance(said, list):
            # The reader leaves out the empty columns at the left, though not the empty rows above.
            left = [None] * (head or {}).get("left", 0)
            row = _row(len(rows) + 1, left + said if any(said) else [], texts, name, limits)
            cells += len(row.cells)
            if row.number > limits.rows or cells > limits.cells:
                raise InputError("import_too_many_rows", file=name, limit=limits.rows)
            rows.append(row)
            continue
        if "refused" in said:
            why = said["refused"]
            raise InputError(
                "import_bomb"
                if why == "bomb"
                else "import_password"
                if why == "password"
                else "import_damaged",
                file=name,
            )
        if head is not None:
            yield _sheet(head, rows, outlines, name, limits)
        if said.get("end"):
            return
        head, rows = said, []
    raise InputError("import_damaged", file=name)


def _sheet(
    head: dict[str, Any], rows: list[RawRow], outlines: list[Outline], name: str, limits: Limits
) -> Sheet:
    outline = outlines[head["index"]] if head["index"] < len(outlines) else Outline()
    merges = outline.merges or [
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in head["merges"]
        if top <= bottom and left <= right
    ]
    filled = filled_down(_with_errors(rows, outline.errors), merges, name, limits)
    return Sheet(
        name=head["sheet"], read=lambda: iter(filled), hidden=bool(head["hidden"]), merges=tuple(merges)
    )


def _with_errors(rows: list[RawRow], errors: set[tuple[int, int]]) -> list[RawRow]:
    """Cells that hold an error say so: the reader gives them empty."""
    for row, column in errors:
        if row < len(rows):
            cells = list(rows[row].cells)
            cells += [None] * (column + 1 - len(cells))
            if cells[column] is None:
                cells[column] = _ERROR
                rows[row] = RawRow(row + 1, tuple(cells))
    return rows


def _row(number: int, said: list[Any], texts: dict[str, str], name: str, limits: Limits) -> RawRow:
    cells: list[Cell] = []
    for value in said:
        if isinstance(value, str) and len(value) > limits.cell:
            raise InputError("import_cell_too_long", file=name, limit=limits.cell)
        cells.append(texts.setdefault(value, value) or None if isinstance(value, str) else _cell(value))
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > limits.columns:
        raise InputError("import_too_many_columns", file=name, limit=limits.columns)
    return RawRow(number, tuple(cells))


def _cell(value: Any) -> Cell:
    """A cell as a workbook gives it: whole numbers as such, days without a time as days."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if not isinstance(value, dict):
        return value
    if "datetime" in value:
        return datetime.fromisoformat(value["datetime"])
    if "date" in value:
        return date.fromisoformat(value["date"])
    if "time" in value:
        return time.fromisoformat(value["time"])
    return timedelta(seconds=value["seconds"])
