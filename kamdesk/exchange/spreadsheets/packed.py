"""A look through the workbooks that are archives: the cells of an XLSB's binary parts, the table of an ODS."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import UNPACKING
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.source import Merge
from kamdesk.exchange.spreadsheets.outline import Outline, refuse_absurd

ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_CHUNK = 1024 * 1024
_ROW, _MERGED, _LISTED = 0, 176, 156
_CELLS = range(2, 12)
_ERRORS = (3, 11)
_RELATIONS = "xl/_rels/workbook.bin.rels"
_RELATION = re.compile(rb'<Relationship\b[^<>]*?\bId="([^"]+)"[^<>]*?\bTarget="([^"]+)"')
_RELATION_TURNED = re.compile(rb'<Relationship\b[^<>]*?\bTarget="([^"]+)"[^<>]*?\bId="([^"]+)"')


def look_through_binary(archive: zipfile.ZipFile, name: str, limits: Limits = LIMITS) -> list[Outline]:
    """The sheets as an XLSB's workbook lists them. Raises InputError for what is damaged or absurd."""
    targets = dict(_RELATION.findall(_part(archive, _RELATIONS, name)))
    targets |= {key: value for value, key in _RELATION_TURNED.findall(_part(archive, _RELATIONS, name))}
    known = set(archive.namelist())
    outlines: list[Outline] = []
    for kind, body in _records(_part(archive, "xl/workbook.bin", name), name):
        if kind == _LISTED and len(body) >= 12:
            (length,) = struct.unpack_from("<I", body, 8)
            relation = body[12 : 12 + 2 * min(length, 255)].decode("utf-16-le", "replace")
            target = targets.get(relation.encode(), b"").decode("utf-8", "replace")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            found = part in known and part.endswith(".bin")
            outlines.append(_binary_sheet(_part(archive, part, name), name, limits) if found else Outline())
            refuse_absurd(outlines, name, limits)
    return outlines


def _part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    try:
        return archive.read(part)
    except (*UNPACKING, KeyError) as error:
        raise InputError("import_damaged", file=name) from error


def _binary_sheet(data: bytes, name: str, limits: Limits) -> Outline:
    sheet, row = Outline(), 0
    for kind, body in _records(data, name):
        if kind == _ROW and len(body) >= 4:
            (row,) = struct.unpack_from("<I", body)
        elif kind in _CELLS and len(body) >= 4:
            (column,) = struct.unpack_from("<I", body)
            sheet.reach(row, column, column, name, limits)
            if kind in _ERRORS:
                sheet.errors.add((row, column))
        elif kind == _MERGED and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", body)
            sheet.merge(Merge(top + 1, left + 1, bottom + 1, right + 1), name, limits)
    return sheet


def _records(data: bytes, name: str) -> Iterator[tuple[int, bytes]]:
    """Kind and content; both kind and length are written in seven bits a byte."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length, shift = 0, 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + length > end:
            raise InputError("import_damaged", file=name)
        yield kind, data[at : at + length]
        at += length


def look_through_open(archive: zipfile.ZipFile, name: str, limits: Limits = LIMITS) -> list[Outline]:
    """The tables of an ODS. Raises InputError where it is damaged, closed by a password, or absurd."""
    if b"encryption-data" in _part(archive, "META-INF/manifest.xml", name)[:_CHUNK]:
        raise InputError("import_password", file=name)
    tables = _Tables(name, limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = tables.begin, tables.end
    parser.CharacterDataHandler = tables.text
    parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = tables.refuse
    try:
        with archive.open("content.xml") as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (*UNPACKING, KeyError, expat.ExpatError) as error:
        raise InputError("import_damaged", file=name) from error
    refuse_absurd(tables.found, name, limits)
    return tables.found


class _Tables:
    """Counts cells as they come; repeated ones count as often as they are repeated."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.found: list[Outline] = []
        self.row = self.column = 0
        self.rows = 1
        self.depth = 0
        self.filled = False
        self.length = 0
        self.wide: tuple[int, int] | None = None

    def refuse(self, *_: Any) -> None:
        raise InputError("import_bomb", file=self.name)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > 200:
            raise InputError("import_absurd", file=self.name)
        kind = tag.rpartition(":")[2]
        if kind == "table" and tag.startswith("table:"):
            self.found.append(Outline())
            self.row = 0
            if len(self.found) > self.limits.sheets:
                raise InputError("import_absurd", file=self.name)
        elif kind == "table-row":
            self.rows, self.column, self.wide = _times(attributes, "rows"), 0, None
        elif kind in ("table-cell", "covered-table-cell") and self.found:
            times = _times(attributes, "columns")
            self.filled = "office:value-type" in attributes
            self._merge(attributes)
            if self.filled:
                self._reach(times)
            self.column += times
            self.length = 0

    def _reach(self, times: int) -> None:
        last = self.column + times - 1
        self.found[-1].reach(self.row + self.rows - 1, self.column, last, self.name, self.limits)

    def _merge(self, attributes: dict[str, str]) -> None:
        down = _number(attributes.get("table:number-rows-spanned"))
        across = _number(attributes.get("table:number-columns-spanned"))
        if down > 1 or across > 1:
            merge = Merge(self.row + 1, self.column + 1, self.row + down, self.column + across)
            self.found[-1].merge(merge, self.name, self.limits)

    def text(self, text: str) -> None:
        self.length += len(text)
        if self.length > self.limits.cell:
            raise InputError("import_cell_too_long", file=self.name, limit=self.limits.cell)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag.endswith(":table-row"):
            self.row += self.rows
        if tag.endswith(("table-cell", ":p")):
            self.length = 0 if tag.endswith("table-cell") else self.length


def _times(attributes: dict[str, str], what: str) -> int:
    return _number(attributes.get(f"table:number-{what}-repeated"))


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 10 else 1
