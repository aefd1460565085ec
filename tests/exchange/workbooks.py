"""Workbooks written by hand, part by part, as programs other than the one that reads them might write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{sheets}</Types>'
)
SHEET_TYPE = (
    '<Override PartName="/xl/worksheets/sheet{n}.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def letters(number: int) -> str:
    """1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(reference: str, value: object) -> str:
    """One cell: a number as a number, a text as an inline text, a tuple (formula, value or None) as a formula."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        formula, saved = value
        return f'<c r="{reference}"><f>{escape(formula)}</f>{"" if saved is None else f"<v>{saved}</v>"}</c>'
    if isinstance(value, int | float):
        return f'<c r="{reference}"><v>{value}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def sheet_markup(rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> str:
    """A sheet's part."""
    body = "".join(
        f'<row r="{number}">'
        + "".join(cell(f"{letters(column)}{number}", value) for column, value in enumerate(row, start=1))
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    tail = f'<mergeCells count="{len(merges)}">{merged}</mergeCells>' if merges else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{tail}</worksheet>'


def workbook(
    sheets: Mapping[str, str], *, hidden: Sequence[str] = (), extra: Mapping[str, bytes] | None = None
) -> bytes:
    """The bytes of a workbook of these sheets (name → part)."""
    listed, related = "", ""
    for number, name in enumerate(sheets, start=1):
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="rId{number}"/>'
        related += (
            f'<Relationship Id="rId{number}" Type="{DOC}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
    types = "".join(SHEET_TYPE.format(n=number) for number in range(1, len(sheets) + 1))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.format(sheets=types),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOC}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
    }
    for number, markup in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = markup
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def book_of(rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""
    return workbook({"Sheet1": sheet_markup(rows, merges)})
