"""The events of a calendar that go back: as they stood, each with the reason, in a calendar of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kamdesk.exchange.cards.lines import as_bytes, logical_lines
from kamdesk.exchange.rejects import REASON_HEADERS

_MARK = re.compile(rb"\s*(BEGIN|END)\s*:\s*([A-Za-z-]{1,40})\s*")
_END = b"\r\n"


def returned_events(data: bytes, name: str, reasons: Mapping[int, str], header: str) -> bytes:
    """The calendar with these events alone, each with its reason as one more COMMENT; that of an earlier return is left
    out. ``reasons`` are by the number of an event, from 1.

    What stands about the events (time zones, the calendar's name) goes along, to-dos and the like do not.
    """
    data, encoding = as_bytes(data, name)
    marks = tuple(f"COMMENT:{each}".encode() for each in REASON_HEADERS.values())
    out: list[bytes] = []
    inside: list[str] = []
    number = 0
    for _, _, lines, whole in logical_lines(data, name):
        mark = _MARK.fullmatch(whole)
        thing = mark[2].decode().upper() if mark else ""
        begins = mark is not None and mark[1].upper() == b"BEGIN"
        if begins:
            inside.append(thing)
            number += thing == "VEVENT"
        if _goes_along(inside, number, reasons) and not whole.startswith(marks):
            if thing == "VEVENT" and not begins:
                out.append(_comment(header, reasons[number], encoding))
            out += [line.rstrip(b"\r\n") for line in lines]
        if mark and not begins and thing in inside:
            del inside[len(inside) - 1 - inside[::-1].index(thing) :]
    while inside:
        # An event within which the file breaks off.
        thing = inside.pop()
        if thing == "VEVENT" and number in reasons:
            out.append(_comment(header, reasons[number], encoding))
        if thing in ("VEVENT", "VCALENDAR"):
            out.append(f"END:{thing}".encode())
    return _END.join(out) + _END


def _goes_along(inside: list[str], number: int, reasons: Mapping[int, str]) -> bool:
    if "VEVENT" in inside:
        return number in reasons
    return not any(thing in inside for thing in ("VTODO", "VJOURNAL", "VFREEBUSY"))


def _comment(header: str, reason: str, encoding: str) -> bytes:
    said = re.sub(r"([\\,;])", r"\\\1", " ".join(reason.split()))
    return f"COMMENT:{header}: {said}".encode(encoding, "replace")
