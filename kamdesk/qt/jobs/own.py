"""Settings: what is kept of the rep in the book, and the files of this computer that go with it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.calendars import DayKind
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.own import OwnData


def own_data(store: Store) -> OwnData:
    from kamdesk.reads.own import own_data

    return own_data(store)


def check_book(store: Store) -> tuple[str, ...]:
    from kamdesk.reads.own import check_book

    return check_book(store)


def change_own(store: Store, *, deed: str, **arguments: Any) -> Changes:
    """One of the operations on the rep's own data, by name."""
    from kamdesk.operations import book, line, rep
    from kamdesk.operations.knowledge import unit_rule

    deeds = {
        "change_rep": book.change_rep,
        "set_hours": rep.set_hours,
        "set_lunch": rep.set_lunch,
        "set_tolerance": rep.set_tolerance,
        "set_home": rep.set_home,
        "rename_line": line.rename_line,
        "remove_logo": rep.remove_logo,
        "set_unit_rule": unit_rule.set_unit_rule,
    }
    return deeds[deed](store, **arguments)


def set_logo(store: Store, *, path: Path, **arguments: Any) -> Changes:
    """The logo from a file; an SVG is kept as it is drawn, for the papers.

    Raises RuleError where it can't be read or is no picture.
    """
    from kamdesk.domain.errors import RuleError
    from kamdesk.domain.pictures import LARGEST, SVG, media_type
    from kamdesk.operations.rep import set_logo
    from kamdesk.qt.logo_picture import as_png

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise RuleError("picture_unreadable") from error
    if media_type(content) == SVG:
        content = as_png(content)
    return set_logo(store, name=path.name, content=content, **arguments)


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """``until`` is the last year known; ``days`` how many days the user's file names; ``new`` what a file that was
    looked at would make of days (day, now, then).
    """

    until: int
    days: int
    new: tuple[tuple[date, DayKind | None, DayKind | None], ...] = ()


def holiday_file(store: Store, *, path: Path | None, chosen: Path | None = None) -> HolidayFile:
    """The user's file as it is, and what ``chosen`` would change. Raises InputError where either can't be read."""
    from kamdesk.calendars.holidays import differences, known_until

    mine = _updates(path) if path is not None else {}
    if chosen is None:
        return HolidayFile(known_until(mine), len(mine))
    theirs = {**mine, **_updates(chosen)}
    return HolidayFile(known_until(theirs), len(theirs), tuple(differences(mine, theirs)))


def take_holidays(store: Store, *, path: Path, chosen: Path) -> None:
    """The days of ``chosen`` go before those of the user's file, which is replaced whole."""
    from kamdesk.calendars.holidays import csv_text

    text = csv_text({**_updates(path), **_updates(chosen)})
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def drop_holidays(store: Store, *, path: Path) -> None:
    """The program's own holidays hold again; the file is kept under another name."""
    if path.exists():
        os.replace(path, path.with_name(f"{path.name}.removed"))


def _updates(path: Path) -> Any:
    from kamdesk.calendars import read_updates
    from kamdesk.calendars.holidays import UpdateError
    from kamdesk.domain.errors import InputError

    try:
        return read_updates(path)
    except UpdateError as error:
        raise InputError("holidays_file", path=path, line=error.line, problem=error.problem) from error


def change_passphrase(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.book_key import change_passphrase

    return change_passphrase(store, **arguments)
