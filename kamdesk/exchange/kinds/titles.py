"""What stands about a table rather than in it: file name, sheet name, the rows above the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.periods import read_span
from kamdesk.exchange.source import RawRow
from kamdesk.exchange.values.amounts import UNITS
from kamdesk.exchange.values.text import as_text, folded, is_empty

_WHOSE = re.compile(
    "(?:客户|购货单位|往来单位|门店|经销商|盘点门店|终端|customer|account|client|store)(?:名称|全称|name)?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"([^:：]{1,30})[:：]\s*(.*)", re.DOTALL)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Titles:
    """``cells`` are the texts above the header, row by row; ``file`` is the name without its ending."""

    file: str = ""
    sheet: str = ""
    cells: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """All of it, written as headers are looked up."""
        return header_key(" ".join((self.file, self.sheet, *self.cells)))

    @property
    def account(self) -> str | None:
        """The account of which the whole table is, where a row above says so: 客户：岩屿建材."""
        for word, said in _pairs(self.cells):
            if _WHOSE.fullmatch(word) and said and said not in UNITS and not is_empty(said):
                return said
        return None

    @property
    def span(self) -> tuple[date, date] | None:
        """The months that it speaks of, as `read_span` finds them."""
        return next((span for text in self.where() if (span := read_span(text))), None)

    def where(self) -> Iterable[str]:
        """The texts in the order in which they are believed: above the header, sheet, file."""
        return (*self.cells, self.sheet, self.file)


def titles_of(file: str, sheet: str, above: Sequence[RawRow]) -> Titles:
    """What stands about a table whose header is below ``above``; a long text there is a remark, no title."""
    texts = [folded(as_text(cell)) for row in above for cell in row.cells]
    return Titles(
        PurePath(file).stem, sheet, tuple(text[:_LONGEST] for text in texts if text and len(text) < 400)
    )


def _pairs(cells: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Word and what it says, in one cell or in two neighbouring ones."""
    for index, cell in enumerate(cells):
        for part in re.split(r"\s{2,}|[;；]", cell):
            found = _PAIR.fullmatch(part.strip())
            if found is None:
                continue
            after = cells[index + 1] if index + 1 < len(cells) and not found[2].strip() else ""
            yield found[1].strip(), (found[2].strip() or ("" if _PAIR.fullmatch(after) else after.strip()))
