"""The content lines that vCard and iCalendar are written in: unfolded, taken apart, decoded, each within limits."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kamdesk.domain.errors import InputError
from kamdesk.exchange.encoding import BOMS, find_encoding
from kamdesk.exchange.limits import LIMITS, Limits

_NAME = re.compile(rb"\s*(?:([A-Za-z0-9_-]{1,40})\.)?([A-Za-z0-9_-]{1,60})\s*(?=[;:])")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]+")
_PRINTABLE = re.compile(rb"QUOTED-PRINTABLE", re.IGNORECASE)
_PACKED = re.compile(rb"(?:ENCODING=)?\b(?:BASE64|B)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNFOLDED = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Property:
    """One property: ``group`` is the ``item1`` of ``item1.TEL``, ``values`` the parameters by their name in capitals.

    ``value`` is decoded, not yet unescaped; ``line`` is where it stands, from 1. ``cut``: longer than a cell may be.
    """

    name: str
    value: str
    group: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    line: int = 0
    cut: bool = False

    @property
    def types(self) -> frozenset[str]:
        """What TYPE says, in capitals; of 2.1 the bare words too."""
        return frozenset(self.values.get("TYPE", ()))

    def parameter(self, name: str) -> str:
        """The first value of a parameter; empty where it isn't given."""
        return next(iter(self.values.get(name, ())), "")

    @property
    def text(self) -> str:
        """The value as people read it."""
        return unescaped(self.value).strip()

    def parts(self, separator: str = ";") -> list[str]:
        """The components of a structured value."""
        return [unescaped(part).strip() for part in split(self.value, separator)]


def unescaped(text: str) -> str:
    """A value without the strokes that protect its signs."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def split(text: str, separator: str) -> list[str]:
    """A value's parts at a sign that no stroke protects."""
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == separator:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def as_bytes(data: bytes, name: str) -> tuple[bytes, str]:
    """The text in bytes that can be split into lines, and its encoding. Raises InputError for one that is no text."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding).encode("utf-8"), "utf-8"
            except UnicodeDecodeError as error:
                raise InputError("import_encoding", file=name) from error
    if b"\x00" in data:
        raise InputError("import_not_text", file=name)
    found = find_encoding(data)
    # What is in several encodings at once says so at each property.
    return data, found[0] if found else "gb18030"


def physical_lines(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1. Raises InputError where they are far more than an office sends."""
    start, number = 0, 0
    ends = re.compile(rb"\r\n|\n|\r")
    while start < len(data):
        found = ends.search(data, start)
        number += 1
        if number > limits.lines:
            raise InputError("import_too_many_rows", file=name, limit=limits.lines)
        end = found.start() if found else len(data)
        yield number, data[start:end]
        start = found.end() if found else len(data)


def logical_lines(
    data: bytes, name: str, limits: Limits = LIMITS
) -> Iterator[tuple[int, int, list[bytes], bytes]]:
    """First and last line number, the lines as they stand, and all of them as one."""
    held: list[bytes] = []
    first = last = size = 0
    printable = packed = False
    for number, line in physical_lines(data, name, limits):
        folded = line[:1] in (b" ", b"\t") and line.strip()
        soft = printable and held and held[-1].endswith(b"=")
        loose = packed and b":" not in line and line.strip() and _BASE64.fullmatch(line)
        if held and (folded or soft or loose):
            size += len(line)
            if size > _UNFOLDED:
                raise InputError("import_cell_too_long", file=name, limit=limits.cell)
            held.append(line)
            last = number
            continue
        if held:
            yield first, last, held, _joined(held, printable)
        head = line.partition(b":")[0]
        printable, packed = bool(_PRINTABLE.search(head)), bool(_PACKED.search(head))
        held, first, last, size = [line], number, number, len(line)
    if held:
        yield first, last, held, _joined(held, printable)


def _joined(lines: list[bytes], printable: bool) -> bytes:
    whole = [lines[0]]
    for line in lines[1:]:
        if printable and whole[-1].endswith(b"="):
            whole[-1] = whole[-1][:-1]
            whole.append(line.lstrip(b" \t"))
        else:
            whole.append(line[1:] if line[:1] in (b" ", b"\t") else line)
    return b"".join(whole)


def read_property(line: bytes, number: int, encoding: str, limits: Limits = LIMITS) -> Property | None:
    """A line taken apart; None for one that is no property."""
    found = _NAME.match(line)
    if not found:
        return None
    head, value = _head_and_value(line[found.end() :])
    if value is None:
        return None
    values = _parameters(head.decode("utf-8", "replace"))
    text = _decoded(value, values, encoding)
    return Property(
        name=found[2].decode().upper(),
        value=text[: limits.cell],
        group=(found[1] or b"").decode().lower(),
        values=values,
        line=number,
        cut=len(text) > limits.cell,
    )


def _head_and_value(rest: bytes) -> tuple[bytes, bytes | None]:
    """Parameters and value, parted at the first colon that stands in no quotation marks."""
    quoted = False
    for at, sign in enumerate(rest[:4096]):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return rest[:at], rest[at + 1 :]
    head, colon, value = rest.partition(b":")
    return head, value if colon else None


def _parameters(head: str) -> dict[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {}
    for part in re.findall(r';((?:[^;"]|"[^"]*")*)', head)[:100]:
        name, equals, said = part.partition("=")
        key = name.strip().upper()
        if not equals:
            # 2.1 writes the value alone.
            key, said = _bare(key), name
        words = tuple(word.strip() for word in said.replace('"', "").split(",") if word.strip())
        values[key] = values.get(key, ()) + tuple(w.upper() for w in words if key == "TYPE")
        values[key] += tuple(w for w in words if key != "TYPE")
    return values


def _bare(word: str) -> str:
    if word in ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"):
        return "ENCODING"
    return "TYPE"


def _decoded(value: bytes, values: dict[str, tuple[str, ...]], encoding: str) -> str:
    way = next(iter(values.get("ENCODING", ())), "").upper()
    charset = next(iter(values.get("CHARSET", ())), "")
    if way == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    elif way in ("BASE64", "B"):
        try:
            value = base64.b64decode(re.sub(rb"\s+", b"", value), validate=False)
        except (binascii.Error, ValueError):
            return ""
    # What is packed was made by a program of its own encoding, whatever the rest of the file is in.
    for name in (charset, "utf-8" if way else encoding, encoding, "gb18030"):
        try:
            return value.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return value.decode("utf-8", "replace")
