"""A real package of which one byte is not as it was written, or the end is missing, is refused whole by a real book."""

from __future__ import annotations

import io
import random
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import zstandard

from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError
from kamdesk.operations import accounts
from kamdesk.operations.week_end.identity import Identity, identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.sealing import seal, unseal
from tests.books import NOW
from tests.operations.week_end.books import laptops
from tests.operations.week_end.test_hostile import full_of

SIZES = range(16_000, 26_001)
REFUSALS = {
    "package_damaged",
    "package_foreign",
    "package_other",
    "package_newer",
    "package_is_text",
    "package_empty",
}
MOST_MEMORY = 200_000
"""Kilobytes more than before; so little whatever a line claims of itself."""
SOME = 12
OFTEN = 7
"""Of so many one is brought to the book itself."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A package as it lies on a stick, what is within the seal, and the book that it is for."""

    folder: Path
    data: bytes
    plain: bytes
    reader: Store
    me: Identity

    def refused(self, data: bytes, *, by_the_book: bool) -> str:
        """What is told; ``by_the_book``: by taking it in, else by what that does first of all."""
        path = self.folder / "altered.kamweek"
        path.write_bytes(data)
        way = (
            partial(take_in, self.reader, path=path, now=NOW)
            if by_the_book
            else partial(open_package, path, self.me.keys.opening)
        )
        with pytest.raises(InputError) as told:
            way()
        return told.value.code

    def sealed(self, plain: bytes) -> bytes:
        """As anybody can seal it who knows the reader's card."""
        out = io.BytesIO()
        seal(io.BytesIO(plain), out, [self.me.card.recipient])
        return out.getvalue()


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    folder = tmp_path_factory.mktemp("altered")
    one, two = laptops(folder)
    with closing(one), closing(two):
        full_of(one)
        drawn = random.Random(5)
        for number in range(10):
            name = "".join(drawn.choices("杭宁温台绍嘉湖金衢丽舟水泥管桩砂浆钢构", k=8))
            accounts.add_account(one, name=f"{name}{number}", now=NOW)
        pack(one, order=Order(folder / "p", NOW))
        data = (folder / "p").read_bytes()
        assert len(data) in SIZES
        me = identity(two)
        yield Sent(folder, data, unseal(data, me.keys.opening), two, me)


def places(size: int, every: bool) -> list[int]:
    """All of them; else the first, the last and some at random."""
    some = {0, size - 1, *random.sample(range(size), min(SOME, size))}
    return list(range(size)) if every else sorted(some)


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ (1 << random.randrange(8))]) + data[place + 1 :]


every = pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.long)])


def tally(sent: Sent, altered: Iterator[bytes], *, what: str) -> None:
    """Each is refused in words; the book is as it was, and the package as it was written comes in afterwards."""
    before, memory = digest(sent.reader), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = Counter(sent.refused(data, by_the_book=number % OFTEN == 0) for number, data in enumerate(altered))
    assert set(told) <= REFUSALS
    assert digest(sent.reader) == before
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < MOST_MEMORY
    with sent.reader.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_package").scalar() == 0
    (sent.folder / "whole.kamweek").write_bytes(sent.data)
    assert take_in(sent.reader, path=sent.folder / "whole.kamweek", now=NOW, dry_run=True).rows > 0
    sys.stdout.write(f"\n{what} of {len(sent.data):,} bytes: {dict(told)}\n")


@every
def test_no_byte_can_be_flipped(sent: Sent, every: bool) -> None:
    tally(sent, (flipped(sent.data, at) for at in places(len(sent.data), every)), what="bytes flipped")


@every
def test_no_end_can_be_missing(sent: Sent, every: bool) -> None:
    tally(sent, (sent.data[:at] for at in places(len(sent.data), every)), what="cut")


def says(plain: bytes) -> bytes | None:
    """The lines within; None where there are none any more."""
    try:
        return zstandard.ZstdDecompressor().decompressobj().decompress(plain)
    except zstandard.ZstdError:
        return None


@every
def test_no_byte_can_be_flipped_within_a_seal_that_is_right(sent: Sent, every: bool) -> None:
    """The signature and the sums, not the seal, tell of these; a bit by which nothing reads otherwise is none."""
    size, lines = len(sent.plain), says(sent.plain)
    for how, altered in (
        ("bytes flipped", (flipped(sent.plain, at) for at in places(size, every))),
        ("cuts", (sent.plain[:at] for at in places(size, every))),
    ):
        others = (sent.sealed(plain) for plain in altered if says(plain) != lines)
        tally(sent, others, what=f"{size:,} {how} within the seal")


def test_a_signature_has_one_spelling(sent: Sent) -> None:
    lines = zstandard.ZstdDecompressor().decompressobj().decompress(sent.plain)
    begin, _, end = lines.rpartition(b'"')[0].rpartition(b'"')
    assert end.islower()
    spelt = begin + b'"' + end.upper() + b'"]\n'
    assert spelt.lower() == lines.lower()
    other = sent.sealed(zstandard.ZstdCompressor(level=1).compress(spelt))
    assert sent.refused(other, by_the_book=True) == "package_damaged"


@every
def test_no_letter_of_a_line_can_be_another(sent: Sent, every: bool) -> None:
    lines = zstandard.ZstdDecompressor().decompressobj().decompress(sent.plain)
    pack_ = zstandard.ZstdCompressor(level=1).compress
    tally(
        sent,
        (sent.sealed(pack_(flipped(lines, at))) for at in places(len(lines), every)),
        what=f"{len(lines):,} bytes of lines",
    )
