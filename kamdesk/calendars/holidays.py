"""Public holidays and make-up workdays 调休 of mainland China, as the State Council sets them each autumn.

The years known are those of the library; a file in the data folder adds the next one, or mends a day, without waiting
for a new version of the program.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path


class Kind(StrEnum):
    HOLIDAY = "holiday"
    MAKE_UP_WORKDAY = "make_up_workday"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DayKind:
    """What a day is, if it is anything special: an ordinary workday or weekend is None.

    ``name`` is a code (``spring_festival``) that the catalogue of words knows under ``holiday``, or a name as the
    updating file writes it; None where the year's holidays are not known.
    """

    kind: Kind
    name: str | None = None


class UpdateError(ValueError):
    """The updating file can't be read: ``line`` is where (0: the file as a whole)."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path.name}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


# By day; a day that is mended to be an ordinary one is None.
Updates = Mapping[date, DayKind | None]
_KINDS = {
    "holiday": Kind.HOLIDAY,
    "放假": Kind.HOLIDAY,
    "workday": Kind.MAKE_UP_WORKDAY,
    "上班": Kind.MAKE_UP_WORKDAY,
    "ordinary": None,
    "平日": None,
}


def day_kind(day: date, updates: Updates | None = None) -> DayKind | None:
    """What ``day`` is in mainland China: a holiday, a make-up workday, or of a year not known yet.

    ``updates`` (see `read_updates`) go before the library. A year of which they name any day counts as known.
    """
    if updates and day in updates:
        return updates[day]
    holidays, workdays, known = _library()
    if day in holidays:
        return DayKind(Kind.HOLIDAY, holidays[day])
    if day in workdays:
        return DayKind(Kind.MAKE_UP_WORKDAY, workdays[day])
    if day.year in known or (updates and any(other.year == day.year for other in updates)):
        return None
    return DayKind(Kind.UNKNOWN)


@cache
def _library() -> tuple[Mapping[date, str], Mapping[date, str], range]:
    from chinese_calendar import Holiday
    from chinese_calendar.constants import holidays, workdays

    codes = {festival.value: festival.name for festival in Holiday}
    years = range(min(holidays).year, max(holidays).year + 1)
    return (
        {day: codes[name] for day, name in holidays.items()},
        {day: codes[name] for day, name in workdays.items()},
        years,
    )


def read_updates(path: Path) -> Updates:
    """The days of an updating file; none where there is no such file.

    A CSV file has a line a day, ``2027-02-06,holiday,春节``: date, kind, name. A TOML file has the same as tables,
    ``[[day]]`` with ``date``, ``kind`` and ``name``. Kinds: ``holiday`` 放假, ``workday`` 上班 (made up for on a
    weekend), ``ordinary`` 平日 (neither, whatever the library says). Raises UpdateError with the line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UpdateError(path, 0, str(error)) from error
    rows = _toml_rows(path, text) if path.suffix.lower() == ".toml" else _csv_rows(text)
    days: dict[date, DayKind | None] = {}
    for line, (day, kind, name) in rows:
        try:
            when = date.fromisoformat(day)
        except ValueError:
            raise UpdateError(path, line, f"no date: {day!r}") from None
        if kind not in _KINDS:
            raise UpdateError(path, line, f"no kind of day: {kind!r}")
        known = _KINDS[kind]
        days[when] = DayKind(known, name or None) if known else None
    return days


def _csv_rows(text: str) -> list[tuple[int, tuple[str, str, str]]]:
    rows = []
    reader = csv.reader(io.StringIO(text))
    for cells in reader:
        filled = [cell.strip() for cell in cells]
        if not any(filled) or filled[0].startswith("#") or filled[0].lower() == "date":
            continue
        day, kind, name, *_ = [*filled, "", ""]
        rows.append((reader.line_num, (day, kind, name)))
    return rows


def _toml_rows(path: Path, text: str) -> list[tuple[int, tuple[str, str, str]]]:
    try:
        tables = tomllib.loads(text).get("day", [])
    except tomllib.TOMLDecodeError as error:
        raise UpdateError(path, 0, str(error)) from None
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UpdateError(path, 0, "no [[day]] tables")
    return [
        (number, (str(table.get("date", "")), str(table.get("kind", "")), str(table.get("name", ""))))
        for number, table in enumerate(tables, start=1)
    ]


def known_until(updates: Updates | None = None) -> int:
    """The last year of which the holidays are known, by the library or by the updating file."""
    _, _, known = _library()
    return max([known[-1], *(day.year for day in updates or ())])


def differences(old: Updates, new: Updates) -> list[tuple[date, DayKind | None, DayKind | None]]:
    """The days that another updating file would make something else: the day, what it is now, what it would be."""
    days = sorted({*old, *new})
    pairs = [(day, day_kind(day, old), day_kind(day, new)) for day in days]
    return [(day, before, after) for day, before, after in pairs if before != after]


def csv_text(updates: Updates) -> str:
    """The days as a CSV file that `read_updates` reads."""
    words = {Kind.HOLIDAY: "holiday", Kind.MAKE_UP_WORKDAY: "workday"}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for day in sorted(updates):
        kind = updates[day]
        writer.writerow(
            [day.isoformat(), words[kind.kind] if kind else "ordinary", (kind.name or "") if kind else ""]
        )
    return out.getvalue()
