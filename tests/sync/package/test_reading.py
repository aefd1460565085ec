"""A package is refused whole where one bit of it is not as it was written, and whatever somebody wrote instead."""

from __future__ import annotations

import errno
import io
import json
import resource
import time
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.sync.package.keys import Keys, card_text, new_keys, read_card
from kamdesk.sync.package.lines import EndLine, Header, RowLine, StampLine
from kamdesk.sync.package.reading import Package, open_package
from kamdesk.sync.package.sealing import seal
from kamdesk.sync.package.writing import write_package

KEYS = new_keys()
CARD = KEYS.card("rep", "林岚", "laptop")


def header(**more: object) -> Header:
    return Header(
        **{
            "kamdesk": "week package",
            "format": (1, 0),
            "schema": 6,
            "program": "0",
            "key": CARD.key,
            "rep": CARD.rep,
            "device": CARD.device,
            "role": CARD.role,
            "recipient": CARD.recipient,
            "replica": "r",
            "since": 0,
            "upto": 1,
            "acks": {},
            "spared": None,
            "made_at": "2026-11-27T18:00:00+08:00",
            "week": None,
            "closed": False,
            "origins": ["r"],
            "devices": [None],
            "tables": [("account", ["name"])],
            **more,
        }  # type: ignore[arg-type]
    )


LINES = [StampLine(0, 1, 5, "林"), RowLine(0, "a", (0, 1), (0, 1), ("岩屿",))]


def written(folder: Path, keys: Keys = KEYS, lines: list[object] | None = None, **more: object) -> Path:
    path = folder / "p.kamweek"
    write_package(
        path,
        header(**more),
        LINES if lines is None else lines,  # type: ignore[arg-type]
        keys=keys,
        recipients=[CARD.recipient],
        passphrase=None,
        check=lambda path: None,
    )
    return path


def sealed(folder: Path, content: bytes) -> Path:
    """Anything at all, sealed to the reader as anybody can."""
    path = folder / "x.kamweek"
    with path.open("wb") as out:
        seal(io.BytesIO(zstandard.ZstdCompressor().compress(content)), out, [CARD.recipient])
    return path


def opened(path: Path) -> Package:
    return open_package(path, KEYS.opening)


def refused(path: Path) -> str:
    with pytest.raises(InputError) as told:
        list(opened(path).lines())
    return told.value.code


def test_what_was_written_is_read(tmp_path: Path) -> None:
    package = opened(written(tmp_path))
    assert package.card == CARD
    assert package.rows == 1
    assert list(package.lines()) == LINES


@pytest.mark.parametrize("step", [37, pytest.param(1, marks=pytest.mark.long)])
def test_no_bit_can_be_changed_and_no_end_cut(tmp_path: Path, step: int) -> None:
    path = written(tmp_path)
    data = path.read_bytes()
    for place in range(0, len(data), step):
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :])
        assert refused(path) in ("package_damaged", "package_foreign", "package_other")
        path.write_bytes(data[:place])
        assert refused(path) in ("package_damaged", "package_other") or not place
    path.write_bytes(data + b"x")
    assert refused(path) == "package_damaged"


def test_who_signed_is_who_the_header_names(tmp_path: Path) -> None:
    assert refused(written(tmp_path, keys=new_keys())) == "package_damaged"


def test_a_newer_format_is_kept_for_later_and_a_newer_minor_one_is_read(tmp_path: Path) -> None:
    assert refused(written(tmp_path, format=(2, 0))) == "package_newer"
    lines = [*LINES, ["q", 1, {"weather": "rain"}]]
    package = opened(written(tmp_path, lines=lines, format=(1, 7)))
    assert list(package.lines()) == LINES
    assert refused(written(tmp_path, lines=lines)) == "package_damaged"


def test_lines_that_say_what_can_not_be(tmp_path: Path) -> None:
    for wrong in (["r", 0, "a", "no vector", [0, 1], []], ["r", 0], ["s", "x", 1, 1, None], {"r": 1}):
        assert refused(written(tmp_path, lines=[wrong])) == "package_damaged"


@pytest.mark.parametrize(
    "value", [b'"\xff"', b'"\xed\xa0\x80"', b"[" * 100_000, b"[" * 2000 + b"]" * 2000, b"9" * 5000, b"1e999"]
)
def test_what_is_no_text_or_too_deep_is_damage_of_the_package(tmp_path: Path, value: bytes) -> None:
    """In its header, in a line, in what names nothing known; whoever signed it."""
    line = b'["r",0,"a",[0,1],[0,1],[' + value + b"]]\n"
    assert refused(sealed(tmp_path, b'{"kamdesk":' + value + b"}\n")) in (
        "package_damaged",
        "package_foreign",
    )
    for minor in (0, 7):
        begin = msgspec.json.Encoder().encode(header(format=(1, minor)))
        within = begin[:-1] + b',"weather":' + value + b"}\n"
        assert content_refused(tmp_path, within) in ("", "package_damaged")
        told = content_refused(tmp_path, begin + b"\n" + line)
        assert told == "package_damaged" or value[:1] in b"91"
        assert content_refused(tmp_path, begin + b'\n["q",' + value + b"]\n") in ("", "package_damaged")
        assert content_refused(tmp_path, begin + b'\n["s",' + value + b",1,1,null]\n") == "package_damaged"


def content_refused(folder: Path, content: bytes) -> str:
    """What is told of these lines, signed as they should be; nothing if they are read."""
    rows = content.count(b'\n["r",')
    digest = sha256(content).digest()
    end = EndLine(rows, digest.hex(), KEYS.sign(digest).hex())
    try:
        list(opened(sealed(folder, content + msgspec.json.Encoder().encode(end) + b"\n")).lines())
    except InputError as told:
        return told.code
    return ""


def test_after_the_last_line_nothing_comes(tmp_path: Path) -> None:
    encode = msgspec.json.Encoder().encode
    end = encode(EndLine(0, "", "")) + b"\n"
    assert refused(sealed(tmp_path, encode(header()) + b"\n" + end + end)) == "package_damaged"
    assert refused(sealed(tmp_path, encode(header()) + b"\n")) == "package_damaged"
    assert refused(sealed(tmp_path, b"")) == "package_damaged"


@pytest.mark.parametrize(
    "filler", [b"\x00", b"\n", b"[", pytest.param(b'["s",0,1,1,null]\n', marks=pytest.mark.long)]
)
def test_a_bomb_is_refused_in_little_time_and_memory(tmp_path: Path, filler: bytes) -> None:
    begin = msgspec.json.Encoder().encode(header()) + b"\n"
    stream = io.BytesIO()
    with zstandard.ZstdCompressor().stream_writer(stream, closefd=False) as out:
        out.write(begin)
        for _ in range(300):
            out.write(filler * (1_000_000 // len(filler)))
    path = tmp_path / "bomb.kamweek"
    with path.open("wb") as file:
        seal(io.BytesIO(stream.getvalue()), file, [CARD.recipient])
    before, since = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert refused(path) == "package_damaged"
    assert time.process_time() - since < 60
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for path in (folder / "raw", sealed(folder, content)):
        if path.name == "raw":
            path.write_bytes(content)
        assert refused(path).startswith("package_")


def test_a_card_is_read_as_it_was_written() -> None:
    for short in (False, True):
        assert read_card(card_text(CARD, KEYS.signature(CARD), short=short)) == CARD
    assert len(CARD.fingerprint.split()) == 5


@pytest.mark.parametrize("field", ["role", "rep", "device", "key", "recipient", "signature"])
def test_an_altered_card_is_refused(field: str) -> None:
    card = json.loads(card_text(CARD, KEYS.signature(CARD)))
    stranger = new_keys().card("office", "秦川", "x")
    other = json.loads(card_text(stranger, new_keys().signature(stranger)))
    for wrong in (other[field], None, 7, ""):
        with pytest.raises(InputError):
            read_card(json.dumps({**card, field: wrong}))
    with pytest.raises(InputError):
        read_card(json.dumps({name: value for name, value in card.items() if name != field}))


def test_no_room_while_it_is_sealed_is_told_as_such() -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        seal(io.BytesIO(b"x" * 200_000), Full(), [CARD.recipient])
