"""The export itself: what is asked for, in the form that the file's name says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.exchange.out.calendar import write_calendar
from kamdesk.exchange.out.cards import Version, write_cards
from kamdesk.exchange.out.delimited import write_csv
from kamdesk.exchange.out.shapes import Shape
from kamdesk.exchange.out.workbook import OutColumn, OutSheet, write_workbook
from kamdesk.reads.days import Holidays
from kamdesk.reads.export.book import Exported, write_book
from kamdesk.reads.export.cards import contact_cards
from kamdesk.reads.export.dates import line_dates, week_dates
from kamdesk.reads.export.list_shape import KINDS, BookList, list_title
from kamdesk.reads.export.lists import read_list, week_list
from kamdesk.reads.rep import read_rep
from kamdesk.words import Words

FORMS = (".xlsx", ".csv", ".vcf", ".ics")
ONLY = {".vcf": "contacts", ".ics": "line"}
"""Forms that hold one kind of record."""
WEEKLY = frozenset({"line", "visits"})
"""Kinds of which one week may be asked for."""
_FORM_OF = {Shape.DAY: "yyyy-mm-dd", Shape.MONEY: "#,##0.00", Shape.RATE: "0.00%", Shape.TEXT: "@"}
_WIDEST = 60


def check_request(path: Path, kind: str | None, monday: date | None, words: Words) -> str:
    """The form that ``path`` asks for, ``.xlsx`` and so on. Raises RuleError where it can't hold what is asked for."""
    form = path.suffix.lower()
    if form not in FORMS:
        raise RuleError("export_form", file=path.name)
    if form == ".csv" and kind is None:
        raise RuleError("export_kind_needed", kinds=", ".join(KINDS))
    if form in ONLY and kind not in (None, ONLY[form]):
        only = list_title(ONLY[form], words)
        raise RuleError("export_kind_form", form=form, kind=list_title(kind or "", words), only=only)
    if monday is not None and (kind or ONLY.get(form)) not in WEEKLY:
        raise RuleError("export_week")
    return form


def export(
    store: Store,
    path: Path,
    *,
    words: Words,
    now: datetime,
    holidays: Holidays,
    kind: str | None = None,
    monday: date | None = None,
    vcard: Version = "3.0",
    heard: Callable[[int], None] = lambda _: None,
) -> Exported:
    """Writes what is asked for at ``path``, whose name says the form; without ``kind`` as much as the form holds.

    ``now`` is wall time; ``monday`` asks for one week. ``heard`` is told how many rows are written and may raise to
    stop. Raises RuleError where the form can't hold it, OSError where it can't be written.
    """
    form = check_request(path, kind, monday, words)
    if form == ".xlsx" and kind is None:
        return write_book(store, path, words=words, now=now, heard=heard)
    with store.read() as connection:
        if form == ".vcf":
            cards = contact_cards(connection, words=words, version=vcard, today=now.date())
        elif form == ".ics":
            name = words.text("dates.calendar", name=read_rep(connection).name)
            if monday is None:
                entries = line_dates(connection, words=words, now=now)
            else:
                entries = week_dates(connection, monday=monday, words=words, now=now, holidays=holidays)
        else:
            listed = _list(connection, kind or "", monday, words, now, holidays)
    if form == ".vcf":
        write_cards(path, cards, version=vcard, heard=heard)
        return Exported(len(cards), 1)
    if form == ".ics":
        write_calendar(path, entries, name=name, words=words, now=now, heard=heard)
        return Exported(len(entries), 1)
    _write_list(path, form, listed, heard)
    return Exported(len(listed.rows), 1)


def _list(
    connection: Connection, kind: str, monday: date | None, words: Words, now: datetime, holidays: Holidays
) -> BookList:
    if kind == "line" and monday is not None:
        return week_list(connection, monday=monday, words=words, now=now, holidays=holidays)
    return read_list(connection, kind, words=words, today=now.date(), monday=monday)


def _write_list(path: Path, form: str, listed: BookList, heard: Callable[[int], None]) -> None:
    heads = [column.heading for column in listed.columns]
    if form == ".csv":
        phones = [column.phone for column in listed.columns]
        write_csv(path, headers=heads, rows=listed.rows, phones=phones, heard=heard)
        return
    widths = [
        max(10, *(_width(cell) for cell in cells[:200])) for cells in zip(heads, *listed.rows, strict=True)
    ]
    columns = [
        OutColumn(column.heading, min(width + 2, _WIDEST), _FORM_OF.get(column.shape, ""))
        for column, width in zip(listed.columns, widths, strict=True)
    ]
    write_workbook(path, [OutSheet(listed.title, columns, listed.rows)], heard=heard)


def _width(cell: object) -> int:
    """About how many characters wide; a Chinese one is as wide as two."""
    return sum(1 if letter.isascii() else 2 for letter in str(cell)) if cell is not None else 0
