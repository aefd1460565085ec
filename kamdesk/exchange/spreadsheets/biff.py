"""A look through the records of an XLS: what its sheets hold, whether a password closes it."""

from __future__ import annotations

import struct

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.spreadsheets.compound import streams
from kamdesk.exchange.spreadsheets.outline import Outline, refuse_absurd

_BEGIN, _END, _PASSWORD, _SHEET = (0x0809, 0x0409, 0x0209, 0x0009), 0x000A, 0x002F, 0x0085
_LABEL, _NUMBER, _RK, _SHARED, _FORMULA, _ERROR, _RICH = (
    0x0204,
    0x0203,
    0x027E,
    0x00FD,
    0x0006,
    0x0205,
    0x00D6,
)
_CELLS = frozenset({_LABEL, _NUMBER, _RK, _SHARED, _FORMULA, _ERROR, _RICH, 0x0206, 0x0406})
_SEVERAL = 0x00BD
_WORKSHEET = 0x0010


def look_through(data: bytes, name: str, limits: Limits = LIMITS) -> list[Outline]:
    """The sheets as the workbook lists them. Raises InputError for what is damaged, closed or absurd."""
    found = streams(data, name)
    if "EncryptedPackage" in found:
        raise InputError("import_password", file=name)
    book = found.get("Workbook") or found.get("Book")
    if book is None:
        raise InputError("import_no_workbook", file=name)
    places: list[int] = []
    outlines: dict[int, Outline] = {}
    inside: list[Outline | None] = []
    at, end = 0, len(book)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", book, at)
        start, body = at, at + 4
        at = body + length
        if at > end:
            raise InputError("import_damaged", file=name)
        if kind == _PASSWORD:
            raise InputError("import_password", file=name)
        if kind in _BEGIN and length >= 4:
            sheet = Outline() if struct.unpack_from("<H", book, body + 2)[0] == _WORKSHEET else None
            if sheet and not any(inside):
                outlines[start] = sheet
            inside.append(sheet)
            if len(inside) > 8 or len(outlines) > limits.sheets:
                raise InputError("import_absurd", file=name)
        elif kind == _SHEET and length >= 4:
            places += struct.unpack_from("<I", book, body)
        elif kind == _END and inside:
            inside.pop()
        elif inside and inside[-1] is not None:
            _cell(inside[-1], kind, book[body:at], name, limits)
    refuse_absurd(list(outlines.values()), name, limits)
    return [outlines.get(place, Outline()) for place in places[: limits.sheets]]


def _cell(sheet: Outline, kind: int, body: bytes, name: str, limits: Limits) -> None:
    if kind in _CELLS and len(body) >= 6:
        row, column = struct.unpack_from("<HH", body)
        sheet.reach(row, column, column, name, limits)
        wrong = kind == _ERROR and len(body) >= 8 and body[7] == 1
        wrong = wrong or (
            kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2
        )
        if wrong:
            sheet.errors.add((row, column))
    elif kind == _SEVERAL and len(body) >= 6:
        row, first = struct.unpack_from("<HH", body)
        (last,) = struct.unpack_from("<H", body, len(body) - 2)
        sheet.reach(row, first, max(first, last), name, limits)
