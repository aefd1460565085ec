"""Writes the rejects files, after the book has what went in: whole or not at all, never over another's work."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamdesk.exchange.events.returning import returned_events
from kamdesk.exchange.layout import Table
from kamdesk.exchange.records import Problem, RawRecord
from kamdesk.exchange.rejects import REASON_HEADERS, fits, rejects_file, returned_cards
from kamdesk.exchange.source import Source
from kamdesk.operations.importing.called import column_called
from kamdesk.words import Language, Words


@dataclass(frozen=True, slots=True)
class Returned:
    """The rows of one table that go back, in their order, each with its reasons."""

    table: Table
    rows: tuple[tuple[RawRecord, tuple[Problem, ...]], ...]

    @property
    def source(self) -> Source:
        return self.table.source

    @property
    def sheet(self) -> str:
        return self.table.sheet.name

    @property
    def ending(self) -> str:
        return "vcf" if self.table.sheet.cards else "csv"


@dataclass(frozen=True, slots=True)
class ReturnedEvents:
    """The events of one calendar that go back, by their number, each with why."""

    source: Source
    events: Mapping[int, Problem]
    sheet: str = ""
    ending: str = "ics"


GoesBack = Returned | ReturnedEvents


def write_rejects(
    returned: Sequence[GoesBack], *, to: Path | None, fallback: Path | None, language: Language
) -> tuple[tuple[Path, ...], str | None]:
    """Puts a file beside each source, at ``to`` (a file or a folder), else in ``fallback``.

    Returns the files, and what went wrong where one could be written nowhere: the import itself stands.
    """
    paths: list[Path] = []
    trouble: str | None = None
    several = len({(each.source.sha256, each.sheet) for each in returned}) > 1
    for each in returned:
        content = _content(each, language)
        for target in _targets(each, returned, to, fallback, several):
            try:
                paths.append(put(content, target))
                break
            except OSError as error:
                trouble = f"{target}: {error.strerror or error}"
        else:
            continue
        trouble = None
    return tuple(paths), trouble


def _content(returned: GoesBack, language: Language) -> bytes:
    if isinstance(returned, ReturnedEvents):
        reasons = {
            number: Words(language).text(f"import.reason.{problem.reason}")
            for number, problem in returned.events.items()
        }
        source = returned.source
        return returned_events(source.data, source.name, reasons, REASON_HEADERS[language])
    spoken: Language = language if fits(returned.table, REASON_HEADERS[language]) else "en"
    words = Words(spoken)
    if returned.table.sheet.cards:
        reasons = [
            (raw.origin.row, "; ".join(dict.fromkeys(reason_text(problem, words) for problem in problems)))
            for raw, problems in returned.rows
        ]
        cards = returned.table.sheet.cards
        return returned_cards(cards, reasons, REASON_HEADERS[spoken])
    rows = [
        (raw.cells, "; ".join(dict.fromkeys(reason_text(problem, words) for problem in problems)))
        for raw, problems in returned.rows
    ]
    return rejects_file(returned.table, rows, REASON_HEADERS[spoken])


def reason_text(problem: Problem, words: Words) -> str:
    """Why a cell or row was not taken, with the column and what stood there."""
    said = words.text(f"import.reason.{problem.reason}")
    column = column_called(problem.column, words) if problem.column else ""
    if column and problem.value:
        return words.text("import.at_cell", column=column, value=_short(problem.value), reason=said)
    if column:
        return words.text("import.at_column", column=column, reason=said)
    return said


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _targets(
    each: GoesBack, all_of_them: Sequence[GoesBack], to: Path | None, fallback: Path | None, several: bool
) -> list[Path]:
    source = each.source
    stem = re.sub(r"\.rejects(-\d+)?$", "", Path(source.name).stem)
    sheets = {other.sheet for other in all_of_them if other.source.sha256 == source.sha256}
    sheet = re.sub(r"[\\/:*?\"<>|\x00-\x1f.]+", "_", each.sheet)
    name = f"{stem}.{sheet}.rejects.csv" if len(sheets) > 1 and sheet else f"{stem}.rejects.{each.ending}"
    if to is not None and to.is_dir():
        return [to / name]
    if to is not None:
        return [to.with_name(f"{to.stem}-{name.rpartition('.rejects.')[0]}{to.suffix}") if several else to]
    folders = [source.path.absolute().parent if source.path else None, fallback]
    return [folder / name for folder in folders if folder is not None]


def put(content: bytes, target: Path) -> Path:
    """Writes a file whole; another file of that name stays, and the new one gets a number. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target = _free(target, content)
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return target


def _free(target: Path, content: bytes) -> Path:
    number, free = 1, target
    while free.exists() and free.read_bytes() != content:
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    return free
