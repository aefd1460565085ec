"""Tables written as HTML: what spreadsheets put on the clipboard, and what many systems save under the name of .xls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from kamdesk.domain.errors import InputError
from kamdesk.exchange.encoding import BOMS, find_encoding
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.merged import filled_down
from kamdesk.exchange.source import Cell, Merge, RawRow, Sheet, Source

_BEGINS = re.compile(rb"<(?:!doctype\s+html|html|head|meta|table|style)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_TAG = re.compile(r"</?([A-Za-z][\w:]{0,20})")
_ATTRIBUTE = re.compile(r"([\w:-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SILENT = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("style", "script", "title", "xml")}
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
_EXACT = ("sdval", "x:num")
_BREAK = "\x00"
_BREAKS = frozenset({"br", "p", "div", "li"})


def is_web_table(data: bytes) -> bool:
    """Whether a file is a page rather than a list in text."""
    head = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    if head.startswith((b"<?xml", b"<!--")):
        head = head.partition(b">")[2].lstrip()
    return _BEGINS.match(head) is not None


@dataclass(slots=True)
class _Grid:
    """One table while it is read: its cells by row, and which columns cells from above still cover."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    column: int = 0
    text: list[str] = field(default_factory=list)
    exact: str = ""
    span: tuple[int, int] = (1, 1)
    inside: bool = False


def read_web_tables(source: Source, limits: Limits = LIMITS) -> list[Sheet]:
    """A sheet for each table; one inside another is text of its cell. Raises InputError where there is none."""
    grids = _Tables(source.name, limits).read(_text(source))
    sheets = [
        _sheet(number, grid, source.name, limits)
        for number, grid in enumerate(grids, start=1)
        if any(map(any, grid.rows))
    ]
    if not sheets:
        raise InputError("import_no_workbook", file=source.name)
    return sheets


def _text(source: Source) -> str:
    for mark, encoding in BOMS:
        if source.data.startswith(mark):
            return source.data[len(mark) :].decode(encoding, "replace")
    said = _CHARSET.search(source.data[:4096])
    found = find_encoding(source.data)
    for name in (said[1].decode() if said else "", found[0] if found else "", "utf-8"):
        try:
            return source.data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError("import_encoding", file=source.name)


def _sheet(number: int, grid: _Grid, name: str, limits: Limits) -> Sheet:
    rows = [RawRow(at, tuple(_trimmed(cells))) for at, cells in enumerate(grid.rows, start=1)]
    filled = filled_down(rows, grid.merges, name, limits)
    title = str(number) if number > 1 else ""
    return Sheet(name=title, read=lambda: iter(filled), merges=tuple(grid.merges))


def _trimmed(cells: list[Cell]) -> list[Cell]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


class _Tables:
    """Goes through a page once, from tag to tag."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._grids: list[_Grid] = []
        self._depth = 0
        self._cells = 0

    def read(self, page: str) -> list[_Grid]:
        """The outermost tables."""
        at = 0
        while (begin := page.find("<", at)) >= 0:
            self._words(page[at:begin])
            if page.startswith("<!--", begin):
                end, step = page.find("-->", begin), 3
            else:
                end, step = page.find(">", begin), 1
            if end < 0:
                break
            at = end + step
            found = _TAG.match(page, begin)
            if not found:
                continue
            tag = found[1].lower()
            if page[begin + 1] == "/":
                self._end(tag)
                continue
            self._begin(tag, page[begin : min(end, begin + 4096)])
            if tag in _SILENT:
                closed = _SILENT[tag].search(page, at)
                if closed is None:
                    break
                at = closed.start()
        return self._grids

    def _words(self, text: str) -> None:
        if self._depth and text and self._grids[-1].inside:
            self._grids[-1].text.append(text)

    def _begin(self, tag: str, markup: str) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._grids.append(_Grid())
                if len(self._grids) > self._limits.sheets:
                    raise InputError("import_absurd", file=self._name)
            return
        if not self._depth:
            return
        grid = self._grids[-1]
        if tag in _BREAKS and grid.inside:
            grid.text.append(_BREAK)
        if self._depth > 1:
            return
        if tag == "tr":
            self._close(grid)
            self._row(grid)
        elif tag in ("td", "th"):
            self._close(grid)
            if not grid.rows:
                self._row(grid)
            said = {a[0].lower(): a[1] or a[2] or a[3] for a in _ATTRIBUTE.findall(markup)}
            grid.inside, grid.text = True, []
            grid.exact = next((said[name] for name in _EXACT if said.get(name)), "")
            grid.span = (_times(said.get("rowspan")), _times(said.get("colspan")))

    def _row(self, grid: _Grid) -> None:
        if grid.rows:
            grid.covered = {column: left - 1 for column, left in grid.covered.items() if left > 1}
        grid.rows.append([])
        grid.column = 0
        self._count(len(grid.covered))
        if len(grid.rows) > self._limits.rows:
            raise InputError("import_too_many_rows", file=self._name, limit=self._limits.rows)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise InputError("import_too_many_rows", file=self._name, limit=self._limits.rows)

    def _end(self, tag: str) -> None:
        if not self._depth:
            return
        grid = self._grids[-1]
        if tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._close(grid)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._close(grid)

    def _close(self, grid: _Grid) -> None:
        """Puts the cell in its place, beside those that reach down from above."""
        if not grid.inside:
            return
        grid.inside = False
        while grid.covered.get(grid.column):
            grid.column += 1
        down, across = grid.span
        last = grid.column + across - 1
        if last >= self._limits.columns:
            raise InputError("import_too_many_columns", file=self._name, limit=self._limits.columns)
        cells = grid.rows[-1]
        cells += [None] * (last + 1 - len(cells))
        cells[grid.column] = self._value(grid)
        self._count(across)
        if down > 1 or across > 1:
            row = len(grid.rows)
            grid.merges.append(Merge(row, grid.column + 1, row + down - 1, last + 1))
            if len(grid.merges) > self._limits.merges:
                raise InputError("import_absurd", file=self._name)
        if down > 1:
            # The row itself counts as one of those that it covers.
            grid.covered |= dict.fromkeys(range(grid.column, last + 1), down)
        grid.column = last + 1

    def _value(self, grid: _Grid) -> Cell:
        whole = unescape("".join(grid.text)).replace("\u00a0", " ")
        if len(whole) > self._limits.cell:
            raise InputError("import_cell_too_long", file=self._name, limit=self._limits.cell)
        lines = [" ".join(line.split()) for line in whole.split(_BREAK)]
        text = "\n".join(filter(None, lines))
        if grid.exact and _SCIENTIFIC.fullmatch(text):
            return grid.exact
        return text or None


def _times(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 7 else 1
