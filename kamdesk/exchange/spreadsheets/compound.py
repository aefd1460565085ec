"""The compound file (OLE) that an XLS lies in: its streams, each sector read once, so no chain goes in a circle."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import COMPOUND

_LAST_SECTOR = 0xFFFFFFF9
_HEADER, _ENTRY, _IN_HEADER = 512, 128, 109


@dataclass(slots=True)
class Compound:
    """The chains of a compound file. Raises InputError where one is broken, goes in a circle, or leads outside."""

    data: bytes
    name: str
    size: int = 512
    short_size: int = 64
    cutoff: int = 4096
    table: tuple[int, ...] = ()
    short_table: tuple[int, ...] = ()
    short_data: bytes = b""

    def broken(self) -> InputError:
        """What is said of a file whose sectors make no sense."""
        return InputError("import_damaged", file=self.name)

    def sector(self, number: int) -> bytes:
        """One sector; what is cut off at the file's end is missing from it."""
        start = (number + 1) * self.size
        if number > _LAST_SECTOR or start >= len(self.data):
            raise self.broken()
        return self.data[start : start + self.size]

    def chain(self, first: int, table: tuple[int, ...]) -> Iterator[int]:
        """The numbers of a chain's sectors in their order."""
        seen = bytearray(len(table))
        number = first
        while number <= _LAST_SECTOR:
            if number >= len(table) or seen[number]:
                raise self.broken()
            seen[number] = 1
            yield number
            number = table[number]

    def long_stream(self, first: int, length: int | None = None) -> bytes:
        """What lies in a chain of ordinary sectors."""
        whole = b"".join(map(self.sector, self.chain(first, self.table)))
        return whole if length is None else whole[:length]

    def short_stream(self, first: int, length: int) -> bytes:
        """What lies in a chain of the small sectors that the root's stream holds."""
        size = self.short_size
        parts = (self.short_data[at * size : (at + 1) * size] for at in self.chain(first, self.short_table))
        return b"".join(parts)[:length]


def streams(data: bytes, name: str) -> dict[str, bytes]:
    """The streams of a compound file by name. Raises InputError where it is damaged or made to hang its reader."""
    if len(data) < _HEADER or not data.startswith(COMPOUND):
        raise InputError("import_damaged", file=name)
    power, short_power = struct.unpack_from("<HH", data, 30)
    (count, directory, _, cutoff, short, _, more, _) = struct.unpack_from("<8I", data, 44)
    if power not in (9, 12) or short_power != 6 or count > len(data) >> power:
        raise InputError("import_damaged", file=name)
    file = Compound(data, name, 1 << power, 1 << short_power, cutoff)
    file.table = _table(file, count, more)
    entries = list(_entries(file.long_stream(directory)))
    root = next((entry for entry in entries if entry[1] == 5), None)
    if root is None:
        raise file.broken()
    if short <= _LAST_SECTOR:
        file.short_table = _numbers(file.long_stream(short))
        file.short_data = file.long_stream(root[2]) if root[2] <= _LAST_SECTOR else b""
    found: dict[str, bytes] = {}
    for title, kind, first, length in entries:
        if kind == 2 and title in ("Workbook", "Book", "EncryptedPackage") and title not in found:
            read = file.short_stream if length < cutoff else file.long_stream
            found[title] = read(first, length)
    return found


def _table(file: Compound, count: int, more: int) -> tuple[int, ...]:
    """Which sector follows which: the sectors that hold this are named in the header, and further ones in a chain."""
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", file.data, 76))
    seen: set[int] = set()
    while more <= _LAST_SECTOR and len(places) < count:
        if more in seen:
            raise file.broken()
        seen.add(more)
        *further, more = _numbers(file.sector(more))
        places += further
    numbers: list[int] = []
    for place in places[:count]:
        numbers += _numbers(file.sector(place))
    return tuple(numbers)


def _numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _entries(directory: bytes) -> Iterator[tuple[str, int, int, int]]:
    """Title, kind, first sector and length of what the directory lists."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        first, size = struct.unpack_from("<II", directory, at + 116)
        title = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield title, kind, first, size
