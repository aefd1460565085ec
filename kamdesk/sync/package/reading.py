"""Reads a week package. All of it is verified before anything of it is believed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from kamdesk.domain.errors import InputError
from kamdesk.sync.package.keys import Card
from kamdesk.sync.package.lines import MAJOR, MINOR, EndLine, Header, Line
from kamdesk.sync.package.mistaken import refuse_as_package
from kamdesk.sync.package.sealing import (
    BEGINS,
    NotForUs,
    Unopened,
    needs_passphrase,
    unseal,
    unseal_by_passphrase,
)

SUFFIX = ".kamweek"
LARGEST_FILE = 512_000_000
LARGEST_PLAIN = 4_000_000_000
LARGEST_LINE = 64_000_000
LARGEST_WINDOW = 1 << 27
MOST_ROWS = 2_000_000
MOST_LINES = 5_000_000
PIECE = 1 << 17
_LAST = b'["end",'

WRONG = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What is raised by a text that is not as it should be: no JSON or another than expected, no UTF-8, lists in lists."""

_header = msgspec.json.Decoder(Header).decode
_line = msgspec.json.Decoder(Line).decode
_many = msgspec.json.Decoder(Line).decode_lines
_any = msgspec.json.Decoder(list[Any]).decode
_KNOWN = ("s", "r", "f", "k", "m", "end")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was opened and verified: its header, the card that its sender shows in it, how many rows.

    ``content`` is the SHA-256 over its rows' lines alone; ``by_passphrase``: a passphrase sealed it.
    """

    path: Path
    sha256: str
    header: Header
    card: Card
    rows: int
    content: str
    by_passphrase: bool
    _plain: bytes = field(repr=False)

    def lines(self) -> Iterator[Line]:
        """The lines between the first and the last. Raises InputError at one that is not as the format says."""
        for lines in self.pieces():
            yield from lines

    def pieces(self) -> Iterator[list[Line]]:
        """The same, many at once."""
        for number, piece in enumerate(_pieces(self._plain, self.path)):
            lines = piece if number else piece[piece.index(b"\n") + 1 :]
            try:
                found = _many(lines)
            except WRONG:
                found = list(self._one_by_one(lines))
            if found and isinstance(found[-1], EndLine):
                found.pop()
            yield found

    def _one_by_one(self, piece: bytes) -> Iterator[Line]:
        for data in piece[:-1].split(b"\n"):
            try:
                yield _line(data)
            except WRONG:
                if self.header.format[1] <= MINOR or not _is_unknown(data):
                    raise InputError("package_damaged", path=self.path) from None


def is_package(path: Path) -> bool:
    """Whether a file begins as a package does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(BEGINS)) == BEGINS
    except OSError:
        return False


def opens_by_passphrase(path: Path) -> bool:
    """Whether a file begins as a package that a passphrase sealed does."""
    try:
        with path.open("rb") as stream:
            return needs_passphrase(stream.read(200))
    except OSError:
        return False


def open_package(path: Path, key: str, passphrase: str | None = None) -> Package:
    """Opens and verifies the file at ``path``.

    Raises InputError saying what is wrong: not a package, for somebody else, damaged or cut, too large, of a newer
    program. Who signed it is in `Package.card`; whether that one is known is for the caller to say.
    """
    data = _whole(path)
    plain = _opened(path, data, key, passphrase)
    digest, content = sha256(), sha256()
    header: Header | None = None
    end: EndLine | None = None
    rows = number = 0
    for piece in _pieces(plain, path):
        number += piece.count(b"\n")
        if end is not None or number > MOST_LINES:
            raise InputError("package_damaged", path=path)
        begin, last = 0, piece.rfind(b"\n", 0, -1) + 1
        if header is None:
            begin = piece.index(b"\n") + 1
            header = _read_header(path, piece[: begin - 1])
        if piece.startswith(_LAST, max(begin, last)):
            end = _end(path, piece[last:-1])
            piece = piece[:last]
        digest.update(piece)
        rows += _count_rows(path, piece[begin:], content)
    if header is None or end is None or rows != end.rows or digest.hexdigest() != end.sha256:
        raise InputError("package_damaged", path=path)
    card = Card(header.role, header.rep, header.device, header.key, header.recipient)
    if not card.verifies(_hex(end.signature), digest.digest()):
        raise InputError("package_damaged", path=path)
    return Package(
        path, sha256(data).hexdigest(), header, card, rows, content.hexdigest(), needs_passphrase(data), plain
    )


def _count_rows(path: Path, lines: bytes, content: Any) -> int:
    """How many of these lines are rows; ``content`` takes them in. No line holds a line end: to count is enough."""
    count = lines.count(b"\n")
    if lines[:2] not in (b"", b'["') or lines.count(b'\n["') != max(count - 1, 0) or b'\n["end",' in lines:
        raise InputError("package_damaged", path=path)
    rows = lines.count(b'\n["r",') + lines.startswith(b'["r",')
    if rows == count:
        content.update(lines.replace(b"\n", b""))
    elif rows:
        content.update(b"".join(line for line in lines.split(b"\n") if line.startswith(b'["r",')))
    return rows


def _whole(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError("package_large", path=path)
        return path.read_bytes()
    except OSError as error:
        raise InputError("package_unreadable", path=path, reason=error.strerror or str(error)) from error


def _opened(path: Path, data: bytes, key: str, passphrase: str | None) -> bytes:
    if not data.startswith(BEGINS):
        refuse_as_package(path, data)
    by_passphrase = needs_passphrase(data)
    if by_passphrase and passphrase is None:
        raise InputError("package_passphrase", path=path)
    try:
        return unseal_by_passphrase(data, passphrase or "") if by_passphrase else unseal(data, key)
    except NotForUs as error:
        raise InputError("package_other", path=path) from error
    except Unopened as error:
        if by_passphrase:
            raise InputError("package_passphrase_wrong", path=path) from error
        raise InputError("package_damaged", path=path) from error


def _pieces(plain: bytes, path: Path) -> Iterator[bytes]:
    """Whole lines, as many as there are in some hundred kilobytes; the first begins with the header. A stream that was
    cut ends in the middle of a line or of a frame.
    """
    total = waiting = 0
    parts: list[bytes] = []
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).stream_reader(io.BytesIO(plain))
        while data := reader.read(PIECE):
            total += len(data)
            end = data.rfind(b"\n") + 1
            if total > LARGEST_PLAIN or waiting + (data.find(b"\n") if end else len(data)) > LARGEST_LINE:
                raise InputError("package_damaged", path=path)
            if end:
                yield b"".join([*parts, data[:end]])
                parts, waiting = [], 0
            parts.append(data[end:])
            waiting += len(data) - end
    except (zstandard.ZstdError, EOFError, MemoryError) as error:
        raise InputError("package_damaged", path=path) from error
    if waiting:
        raise InputError("package_damaged", path=path)


def _read_header(path: Path, line: bytes) -> Header:
    try:
        loose = msgspec.json.decode(line)
    except WRONG:
        raise InputError("package_damaged", path=path) from None
    if not isinstance(loose, dict) or loose.get("kamdesk") != "week package":
        raise InputError("package_foreign", path=path)
    version = loose.get("format")
    if isinstance(version, list) and version and isinstance(version[0], int) and version[0] > MAJOR:
        raise InputError("package_newer", path=path, format=version[0])
    try:
        header = _header(line)
    except WRONG:
        raise InputError("package_damaged", path=path) from None
    if header.format[0] != MAJOR or len(header.origins) != len(header.devices):
        raise InputError("package_damaged", path=path)
    return header


def _end(path: Path, line: bytes) -> EndLine:
    try:
        found = _line(line)
    except WRONG:
        raise InputError("package_damaged", path=path) from None
    assert isinstance(found, EndLine)
    if found.rows > MOST_ROWS:
        raise InputError("package_large", path=path)
    return found


def _is_unknown(data: bytes) -> bool:
    try:
        found = _any(data)
    except WRONG:
        return False
    return bool(found) and isinstance(found[0], str) and found[0] not in _KNOWN


def _hex(text: str) -> bytes:
    """Nothing where it is not written as it has to be: one content has one text."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return b""
    return found if found.hex() == text else b""
