"""The process that reads a workbook: started for one file, held within time and memory, and never to be missed.

The reader is compiled code that trusts its files more than a rep may; whatever it does with one, the window stays.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TextIO

from python_calamine import CalamineWorkbook, PasswordError

_SECONDS = 60
_MEMORY = 2 << 30
_WRITTEN = 256 << 20


class _TooMuch(Exception):
    """The content is far larger than its file let expect."""


def serve(arguments: Sequence[str]) -> int:
    """Reads the workbook at the first path and writes its sheets, a line a row, to the second; returns 0."""
    source, target = arguments[:2]
    _hold_back()
    with Path(target).open("w", encoding="utf-8", newline="\n") as out:
        try:
            _write(source, out)
        except _TooMuch:
            out.write(json.dumps({"refused": "bomb"}) + "\n")
        except PasswordError:
            out.write(json.dumps({"refused": "password"}) + "\n")
        except BaseException:
            # A panic of the reader's own is no Exception.
            out.write(json.dumps({"refused": "damaged"}) + "\n")
    return 0


def _hold_back() -> None:
    """Limits what this process may use, where the system can."""
    if sys.platform != "win32":
        import resource

        for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(what, (most, most))
    sys.stderr = None  # type: ignore[assignment]


def _write(source: str, out: TextIO) -> None:
    book = CalamineWorkbook.from_path(source)
    written = 0
    for number, about in enumerate(book.sheets_metadata):
        try:
            sheet = book.get_sheet_by_index(number)
        except IndexError:
            continue
        hidden = str(about.visible).rpartition(".")[2] != "Visible"
        head: dict[str, Any] = {"sheet": about.name, "index": number, "hidden": hidden}
        head["merges"] = sheet.merged_cell_ranges or [] if _tells_merges(source) else []
        head["left"] = sheet.start[1] if sheet.start else 0
        out.write(json.dumps(head) + "\n")
        for row in sheet.iter_rows():
            line = json.dumps([_plain(cell) for cell in row], ensure_ascii=False)
            written += len(line)
            if written > _WRITTEN:
                raise _TooMuch
            out.write(line + "\n")
    out.write(json.dumps({"end": True}) + "\n")


def _tells_merges(source: str) -> bool:
    return source.endswith(".xls")


def _plain(cell: object) -> object:
    """A cell as JSON has it: dates and times by their name."""
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    if isinstance(cell, time):
        return {"time": cell.isoformat()}
    if isinstance(cell, timedelta):
        return {"seconds": cell.total_seconds()}
    if isinstance(cell, float) and cell != cell:
        return None
    return cell if isinstance(cell, str | int | float | bool) else None
