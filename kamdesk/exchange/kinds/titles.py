"""What stands about a table rather than in it: file name, sheet name, the rows above the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.periods import read_period, read_span, speaks_of_years
from kamdesk.exchange.source import RawRow
from kamdesk.exchange.values.amounts import UNITS
from kamdesk.exchange.values.numerals import plain_days
from kamdesk.exchange.values.text import as_text, folded, is_empty

_WHOSE = re.compile(
    "(?:客户|购货单位|往来单位|门店|经销商|盘点门店|终端|customer|account|client|store)(?:名称|全称|name)?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"([^:：]{1,30})[:：]\s*(.*)", re.DOTALL)
_LONGEST, _MOST, _FULL = 120, 40, 6


@dataclass(frozen=True, slots=True)
class Titles:
    """``cells`` are the texts above the header, row by row; ``file`` is the name without its ending.

    ``key`` is all of it, written as headers are looked up; ``account`` that of which the whole table is, where a row
    above says so (客户：岩屿建材); ``span`` the months that it speaks of, as `read_span` finds them.
    """

    file: str = ""
    sheet: str = ""
    cells: tuple[str, ...] = ()
    key: str = field(init=False)
    account: str | None = field(init=False)
    span: tuple[date, date] | None = field(init=False)

    def __post_init__(self) -> None:
        said = (self.file, self.sheet, *self.cells)
        object.__setattr__(self, "key", header_key(" ".join(said)))
        object.__setattr__(self, "account", self._account())
        object.__setattr__(self, "span", self._span())

    def _account(self) -> str | None:
        for word, said in _pairs(self.cells):
            if _WHOSE.fullmatch(word) and said and said not in UNITS and not is_empty(said):
                return said
        return None

    def _span(self) -> tuple[date, date] | None:
        """Of a text of two years nobody knows which is meant; a sheet may be a month of the title's year."""
        for text in self.where():
            if speaks_of_years(text):
                return None
            span = read_span(text)
            if span is None:
                continue
            if span[0].month != span[1].month:
                months = (read_period(text) for text in (self.sheet, self.file))
                month = next((each for each in months if each and each.month and not each.year), None)
                return month.days(span[0].year) if month else span
            return span
        return None

    def where(self) -> Iterable[str]:
        """The texts in the order in which they are believed: above the header, sheet, file."""
        return map(plain_days, (*self.cells, self.sheet, self.file))


def titles_of(file: str, sheet: str, above: Sequence[RawRow]) -> Titles:
    """What stands about a table whose header is below ``above``; a long text there is a remark, a full row is data."""
    texts: list[str] = []
    for row in above:
        filled = [text for cell in row.cells if (text := as_text(cell))]
        if len(filled) <= _FULL:
            texts += [folded(text)[:_LONGEST] for text in filled if len(text) < 400]
    return Titles(PurePath(file).stem, sheet, tuple(texts[:_MOST]))


def _pairs(cells: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Word and what it says, in one cell or in two neighbouring ones."""
    for index, cell in enumerate(cells):
        for part in re.split(r"\s{2,}|[;；]", cell):
            found = _PAIR.fullmatch(part.strip())
            if found is None:
                continue
            after = cells[index + 1] if index + 1 < len(cells) and not found[2].strip() else ""
            yield found[1].strip(), (found[2].strip() or ("" if _PAIR.fullmatch(after) else after.strip()))
