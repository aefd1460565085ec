"""How the program knows a whole book's workbook again, whoever saved it since."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import UNPACKING, ZIP
from kamdesk.exchange.source import Source
from kamdesk.words import LANGUAGES, Language

PROPERTY = "kamdesk"
FORMAT = 1
_FORM = re.compile(r"kamdesk-book/(\d+);([a-z]{2});([0-9a-f-]*)")
_PLACES = ("docProps/custom.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")
_MOST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Marker:
    """The form's number, the language of its headings, the book's last operation when it was written."""

    format: int
    language: Language
    operation: str

    def text(self) -> str:
        """As it stands in the workbook, in a property of the document and on the first sheet."""
        return f"kamdesk-book/{self.format};{self.language};{self.operation}"


def find_marker(source: Source) -> Marker | None:
    """The marker of a whole book's workbook, None for any other file.

    It is looked for in the document's properties, which most programs keep, and among the texts of its cells.
    Raises InputError for a workbook of a form that only a newer version reads.
    """
    if not source.data.startswith(ZIP):
        return None
    found = next((found for text in _parts(source.data) if (found := _FORM.search(text))), None)
    language: Language | None = None
    for each in LANGUAGES:
        language = each if found and each == found[2] else language
    if found is None or language is None:
        return None
    if int(found[1]) > FORMAT:
        raise InputError("book_sheet_newer", file=source.name)
    return Marker(int(found[1]), language, found[3])


def _parts(data: bytes) -> Iterator[str]:
    """The parts of a workbook in which the marker may stand, each as far as it may reach."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in _PLACES:
                try:
                    with archive.open(name) as part:
                        yield part.read(_MOST).decode("utf-8", "replace")
                except KeyError:
                    continue
    except UNPACKING:
        return
