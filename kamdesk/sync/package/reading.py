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
from kamdesk.sync.package.sealing import (
    BEGINS,
    NotForUs,
    Unopened,
    needs_passphrase,
    unseal,
    unseal_by_passphrase,
)

LARGEST_FILE = 512_000_000
LARGEST_PLAIN = 4_000_000_000
LARGEST_LINE = 64_000_000
LARGEST_WINDOW = 1 << 27
MOST_ROWS = 2_000_000
MOST_LINES = 5_000_000

_header = msgspec.json.Decoder(Header).decode
_line = msgspec.json.Decoder(Line).decode
_any = msgspec.json.Decoder(list[Any]).decode
_KNOWN = ("s", "r", "f", "k", "end")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was opened and verified: its header, the card that its sender shows in it, how many rows.

    ``content`` is the SHA-256 over its rows' lines alone.
    """

    path: Path
    sha256: str
    header: Header
    card: Card
    rows: int
    content: str
    _plain: bytes = field(repr=False)

    def lines(self) -> Iterator[Line]:
        """The lines between the first and the last. Raises InputError at one that is not as the format says."""
        minor = self.header.format[1]
        lines = _lines(self._plain, self.path)
        next(lines)
        for data in lines:
            try:
                line = _line(data)
            except (msgspec.ValidationError, msgspec.DecodeError):
                if minor > MINOR and _is_unknown(data):
                    continue
                raise InputError("package_damaged", path=self.path) from None
            if isinstance(line, EndLine):
                return
            yield line


def is_package(path: Path) -> bool:
    """Whether a file begins as a package does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(BEGINS)) == BEGINS
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
    rows = 0
    for number, line in enumerate(_lines(plain, path)):
        if end is not None or number > MOST_LINES or (number and not line.startswith(b'["')):
            raise InputError("package_damaged", path=path)
        if number == 0:
            header = _read_header(path, line)
        elif line.startswith(b'["end",'):
            end = _end(path, line)
            continue
        elif line.startswith(b'["r",'):
            rows += 1
            content.update(line)
        digest.update(line + b"\n")
    if header is None or end is None or rows != end.rows or digest.hexdigest() != end.sha256:
        raise InputError("package_damaged", path=path)
    card = Card(header.role, header.rep, header.device, header.key, header.recipient)
    if not card.verifies(_hex(end.signature), digest.digest()):
        raise InputError("package_damaged", path=path)
    return Package(path, sha256(data).hexdigest(), header, card, rows, content.hexdigest(), plain)


def _whole(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError("package_large", path=path)
        return path.read_bytes()
    except OSError as error:
        raise InputError("package_unreadable", path=path, reason=error.strerror or str(error)) from error


def _opened(path: Path, data: bytes, key: str, passphrase: str | None) -> bytes:
    if not data.startswith(BEGINS):
        raise InputError("package_foreign", path=path)
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


def _lines(plain: bytes, path: Path) -> Iterator[bytes]:
    """Each line without its end. A stream that was cut ends in the middle of a line or of a frame."""
    total = 0
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).stream_reader(io.BytesIO(plain))
        with io.BufferedReader(reader, 1 << 18) as stream:
            while line := stream.readline(LARGEST_LINE):
                total += len(line)
                if not line.endswith(b"\n") or total > LARGEST_PLAIN:
                    raise InputError("package_damaged", path=path)
                yield line[:-1]
    except (zstandard.ZstdError, EOFError, MemoryError) as error:
        raise InputError("package_damaged", path=path) from error


def _read_header(path: Path, line: bytes) -> Header:
    try:
        loose = msgspec.json.decode(line)
    except msgspec.DecodeError:
        raise InputError("package_damaged", path=path) from None
    if not isinstance(loose, dict) or loose.get("kamdesk") != "week package":
        raise InputError("package_foreign", path=path)
    version = loose.get("format")
    if isinstance(version, list) and version and isinstance(version[0], int) and version[0] > MAJOR:
        raise InputError("package_newer", path=path, format=version[0])
    try:
        header = _header(line)
    except msgspec.ValidationError:
        raise InputError("package_damaged", path=path) from None
    if header.format[0] != MAJOR or len(header.origins) != len(header.devices):
        raise InputError("package_damaged", path=path)
    return header


def _end(path: Path, line: bytes) -> EndLine:
    try:
        found = _line(line)
    except (msgspec.ValidationError, msgspec.DecodeError):
        raise InputError("package_damaged", path=path) from None
    assert isinstance(found, EndLine)
    if found.rows > MOST_ROWS:
        raise InputError("package_large", path=path)
    return found


def _is_unknown(data: bytes) -> bool:
    try:
        found = _any(data)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return False
    return bool(found) and isinstance(found[0], str) and found[0] not in _KNOWN


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
