"""XLSB and ODS workbooks, XLS records and compound files written by hand, byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def open_cell(value: object) -> str:
    """A cell of an ODS."""
    if value is None:
        return "<table:table-cell/>"
    number = isinstance(value, int | float)
    kind = f'"float" office:value="{value}"' if number else '"string"'
    return (
        f"<table:table-cell office:value-type={kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"
    )


def open_rows(rows: Sequence[Sequence[object]]) -> str:
    """The rows of a table of an ODS."""
    return "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in rows)


def open_book(rows: str, head: str = "", manifest: str = MANIFEST) -> bytes:
    """An ODS of one table with these rows."""
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?>{head}<office:document-content {_SPACES}><office:body>"
        f'<office:spreadsheet><table:table table:name="客户">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": MIMETYPE, "META-INF/manifest.xml": manifest, "content.xml": content})


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of an XLSB."""
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(body)
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return number + length + body


def wide(text: str) -> bytes:
    """A text of an XLSB."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_cell(column: int, value: object) -> bytes:
    """A cell of an XLSB; None for one that holds an error."""
    place = struct.pack("<II", column, 0)
    if value is None:
        return record(3, place + b"\x07")
    if isinstance(value, int | float):
        return record(5, place + struct.pack("<d", value))
    return record(6, place + wide(str(value)))


def binary_book(sheet: bytes, *, hidden: bool = False) -> bytes:
    """An XLSB of one sheet with these records."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    listed = record(156, struct.pack("<II", int(hidden), 1) + wide("rId1") + wide("客户"))
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"/>',
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
            'Type="x/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/workbook.bin": record(131) + record(143) + listed + record(144) + record(132),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def binary_rows(rows: Mapping[int, Sequence[object]], tail: bytes = b"") -> bytes:
    """The records of a sheet: row number from 0 → cells."""
    width = max((len(row) for row in rows.values()), default=1)
    bounds = struct.pack("<4I", min(rows, default=0), max(rows, default=0), 0, width - 1)
    body = b"".join(
        record(0, struct.pack("<I", number) + b"\x00" * 21)
        + b"".join(binary_cell(column, value) for column, value in enumerate(row))
        for number, row in rows.items()
    )
    return record(129) + record(148, bounds) + record(145) + body + record(146) + tail + record(130)


def biff(kind: int, body: bytes = b"") -> bytes:
    """A record of an XLS."""
    return struct.pack("<HH", kind, len(body)) + body


def old_stream(cells: bytes) -> bytes:
    """The stream of an XLS of one sheet with these records."""
    begin = biff(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    title = "s".encode("utf-16-le")
    place = len(begin) + 4 + 8 + len(title) + 4
    listed = biff(0x0085, struct.pack("<IBBBB", place, 0, 0, 1, 1) + title)
    sheet = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + cells + biff(0x000A)
    return begin + listed + biff(0x000A) + sheet


def number(row: int, column: int, value: float = 1.0) -> bytes:
    """A cell of an XLS that holds a number."""
    return biff(0x0203, struct.pack("<HHHd", row, column, 0, value))


def compound(stream: bytes, follow: Mapping[int, int] | None = None, title: str = "Workbook") -> bytes:
    """A compound file with one stream; ``follow`` says otherwise which sector comes after which."""
    stream = stream.ljust(4096, b"\x00")
    count = -(-len(stream) // 512)
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    for sector, following in (follow or {}).items():
        table[sector] = following
    assert len(table) <= 128
    table += [0xFFFFFFFF] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 10
    head += struct.pack("<9I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head = head[:76] + struct.pack("<I", 0) + b"\xff" * 432
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0) + _entry(title, 2, 2, len(stream))
    body = struct.pack("<128I", *table) + entries.ljust(512, b"\x00") + stream.ljust(count * 512, b"\x00")
    return head + body


def _entry(title: str, kind: int, first: int, length: int) -> bytes:
    name = title.encode("utf-16-le")
    child = 1 if kind == 5 else 0xFFFFFFFF
    head = name.ljust(64, b"\x00") + struct.pack("<HBB", len(name) + 2, kind, 1)
    return (
        head
        + struct.pack("<3I", 0xFFFFFFFF, 0xFFFFFFFF, child)
        + b"\x00" * 36
        + struct.pack("<IQ", first, length)
    )
