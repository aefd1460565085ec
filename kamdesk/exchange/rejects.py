"""The rows that go back to the sender: in the list's own columns and encoding, each with the reason."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from kamdesk.exchange.layout import Table
from kamdesk.exchange.source import CardText, Cell, TextForm
from kamdesk.exchange.values.text import as_text

REASON_HEADERS = {"zh": "kamdesk 退回原因", "en": "kamdesk reason returned"}
"""`synonyms.toml` knows these headers, so a mended file comes in again without them."""
_FOR_SPREADSHEETS = TextForm("utf-8", True, ",", "\r\n")


def fits(table: Table, text: str) -> bool:
    """Whether the list's own encoding can hold the text."""
    try:
        text.encode((table.sheet.form or _FOR_SPREADSHEETS).encoding)
    except UnicodeEncodeError:
        return False
    return True


def rejects_file(table: Table, rows: Iterable[tuple[tuple[Cell, ...], str]], reason_header: str) -> bytes:
    """A text file with the table's header and these rows as they stood, the reason behind the last column.

    What stands above the header of a list about known accounts goes along: it says of which day or year that is.

    A sheet of a workbook becomes UTF-8 with a mark, which spreadsheets open as it is.
    """
    form = table.sheet.form or _FOR_SPREADSHEETS
    width = _width(table)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=form.delimiter, lineterminator=form.line_end)
    again = width < len(table.columns)
    if table.is_about_accounts:
        writer.writerows(_texts(row.cells[:width], width) for row in table.above)
    for number, header in enumerate(table.header_rows, start=1):
        last = number == len(table.header_rows)
        writer.writerow([*_texts(header.cells[:width], width), reason_header if last else ""])
    for cells, reason in rows:
        writer.writerow([*_texts(cells[:width] if again else cells, width), reason])
    mark = "\ufeff" if form.bom else ""
    return (mark + out.getvalue()).encode(form.encoding, errors="replace")


def returned_cards(cards: CardText, rows: Iterable[tuple[int, str]], header: str) -> bytes:
    """Cards as they stood, each with the reason as one more NOTE; the reason of an earlier return is left out.

    ``rows`` are numbers of cards with their reasons.
    """
    end = cards.line_end
    marks = tuple(f"NOTE:{each}".encode() for each in REASON_HEADERS.values())
    out: list[bytes] = []
    for number, reason in rows:
        lines = [line for line in cards.texts[number - 1].split(b"\n") if not line.startswith(marks)]
        if lines and re.match(rb"\s*END\s*:", lines[-1], re.IGNORECASE):
            lines.pop()
        said = re.sub(r"([\\,;])", r"\\\1", " ".join(reason.split()))
        out += [*lines, f"NOTE:{header}: {said}".encode(cards.encoding, "replace"), b"END:VCARD"]
    return end.join(out) + end


def _width(table: Table) -> int:
    """The list's own columns: the reason of an earlier return is not one of them."""
    last = table.columns[-1].index
    return last if table.is_reason(last) else last + 1


def _texts(cells: tuple[Cell, ...], width: int) -> list[str]:
    # A text goes back as it stood, the space around it too.
    texts = [cell if isinstance(cell, str) else as_text(cell) for cell in cells]
    return texts + [""] * (width - len(texts))
