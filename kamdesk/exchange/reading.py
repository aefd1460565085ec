"""A file's sheets, whatever its form; the form is found from the bytes, never from the name."""

from __future__ import annotations

from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import COMPOUND, ZIP
from kamdesk.exchange.cards.sheet import is_cards, read_card_sheet
from kamdesk.exchange.delimited import read_text
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.source import Sheet, Source
from kamdesk.exchange.spreadsheets.reading import read_old_workbook
from kamdesk.exchange.web_table import is_web_table, read_web_tables
from kamdesk.exchange.workbook import read_workbook

_OTHER = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite format 3",
)


def read_sheets(
    source: Source, *, encoding: str | None = None, delimiter: str | None = None, limits: Limits = LIMITS
) -> list[Sheet]:
    """The sheets of a workbook or a text file. Raises InputError with what is wrong and what to do about it."""
    if source.data.startswith(ZIP) or source.data.startswith(b"PK\x05\x06"):
        return read_workbook(source, limits)
    if source.data.startswith(COMPOUND):
        return read_old_workbook(source, limits)
    if source.data.startswith(_OTHER):
        raise InputError("import_not_text", file=source.name)
    if is_cards(source.data):
        return read_card_sheet(source, limits)
    if is_web_table(source.data):
        return read_web_tables(source, limits)
    return read_text(source, encoding=encoding, delimiter=delimiter, limits=limits)
