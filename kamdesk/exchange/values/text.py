"""A cell as plain text: what counts as empty, full-width forms, numbers as the spreadsheet shows them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from kamdesk.exchange.source import Cell

# ``Null`` is a surname; only what databases write in capitals is an absent value.
# A day that is none, as address books and databases write it, is one too.
EMPTY = frozenset(
    {"", "NULL", "\\N", "<NULL>", "(NULL)", "无", "暂无", "-", "--", "—", "——", "/", "N/A", "n/a"}
    | {"0/0/00", "0/0/0000", "00/00/00", "0-0-0", "0000-00-00", "0000/00/00", "0000-00-00 00:00:00"}
)
FORMULA_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_MARKS = frozenset("\ufeff\u200b\u00a0")
DITTO = frozenset({"同上", "同前", "同左", "〃", "″", "''", '"', "ditto", "do.", "same as above", "as above"})

_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_LONGEST_DITTO = max(map(len, DITTO))


def as_text(cell: Cell) -> str:
    """The cell as text, without space around it; whole numbers without a point, midnight left out of a date."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        text = cell.strip()
        if text and (text[0] in _MARKS or text[-1] in _MARKS):
            return text.strip("\ufeff\u200b\u00a0").strip()
        return text
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def is_empty(text: str) -> bool:
    """Whether a cell says nothing, in one of the ways in which lists say nothing."""
    return text in EMPTY


def is_ditto(text: str) -> bool:
    """Whether a cell only points at the one above it."""
    return len(text) <= _LONGEST_DITTO and text.casefold() in DITTO


def folded(text: str) -> str:
    """Full-width letters, digits and marks in their plain form."""
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text
    return unicodedata.normalize("NFKC", text)


def one_line(text: str) -> str:
    """A name or an address written over two lines of a cell, on one."""
    return _BREAKS.sub(" ", text) if "\n" in text or "\r" in text else text
