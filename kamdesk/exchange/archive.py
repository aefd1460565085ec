"""Looks into a zip before it is unpacked: is it a workbook at all, and would unpacking it do harm?"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import Literal

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import LIMITS, Limits

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 64 * 1024
UNPACKING = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on an archive that is cut short, altered or packed in an odd way."""


Form = Literal["xlsx", "xlsb", "ods"]
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def open_workbook_zip(data: bytes, name: str, limits: Limits = LIMITS) -> tuple[zipfile.ZipFile, Form]:
    """A workbook's archive and form. Raises InputError where it is damaged, no workbook, or made to do harm."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except UNPACKING as error:
        raise InputError("import_damaged", file=name) from error
    names = {entry.filename for entry in entries}
    form = _form(archive, names, name)
    if form is None:
        raise InputError("import_no_workbook", file=name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("import_password", file=name)
    _refuse_bomb(entries, len(data), name, limits)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            _refuse_entities(archive, entry, name)
    return archive, form


def _form(archive: zipfile.ZipFile, names: set[str], name: str) -> Form | None:
    if "content.xml" in names and "mimetype" in names:
        try:
            with archive.open("mimetype") as part:
                return "ods" if part.read(len(_ODS)) == _ODS else None
        except UNPACKING as error:
            raise InputError("import_damaged", file=name) from error
    if "[Content_Types].xml" not in names or not any(part.startswith("xl/") for part in names):
        return None
    return "xlsb" if "xl/workbook.bin" in names else "xlsx"


def _refuse_bomb(entries: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > limits.unpacked or len(entries) > limits.parts
    bomb = bomb or (unpacked > limits.ratio_from and unpacked > limits.ratio * packed)
    for entry in entries:
        part = entry.filename.lower()
        if part.endswith("sharedstrings.xml"):
            bomb = bomb or entry.file_size > limits.texts
        elif part.endswith((".xml", ".rels")) and "/worksheets/" not in part:
            bomb = bomb or (
                part.startswith("xl/") and "/" not in part[3:] and entry.file_size > limits.side_part
            )
    if bomb:
        raise InputError("import_bomb", file=name)


def _refuse_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """No part of a workbook declares a document type; one that does is there to blow up the reader."""
    try:
        with archive.open(entry) as part:
            head = part.read(_HEAD)
    except UNPACKING as error:
        raise InputError("import_damaged", file=name) from error
    if _DECLARATION.search(head.replace(b"\x00", b"")):
        raise InputError("import_bomb", file=name)
