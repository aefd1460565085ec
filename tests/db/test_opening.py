"""Opening: whatever lies at the book's place, it is opened, or refused with the right words and left as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.inspection import APPLICATION_ID, SCHEMA
from kamdesk.db.key import Passphrase, RawKey, Secret
from kamdesk.db.opening import check_book, new_book, open_book, seeded_ids
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError
from kamdesk.operations.accounts import add_account
from kamdesk.operations.book import set_up
from tests.books import NOW, make_book

KEY = RawKey(bytes(range(32)))


def opened(path: Path, secret: Secret = None) -> Store:
    return open_book(path, secret, backups=path.parent / "backups", now=NOW)


def refused(path: Path, secret: Secret = None) -> str:
    """The code with which opening and checking refuse what lies at ``path``; nothing may have changed."""
    before = {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    codes = set()
    for attempt in (opened, check_book):
        with pytest.raises(BookError) as told:
            attempt(path, secret)
        codes.add(told.value.code)
        assert told.value.values["path"] == path
    after = {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    assert after == before
    assert len(codes) == 1, codes
    return codes.pop()


def filled(path: Path, secret: Secret = None, accounts: int = 40) -> Path:
    """A closed book of several pages."""
    store = new_book(path, secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    for number in range(accounts):
        add_account(store, name=f"岩屿建材 {number} " + "x" * 200, now=NOW)
    store.close()
    return path


@pytest.fixture(scope="module")
def plain_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("plain") / "book.kam")


@pytest.fixture(scope="module")
def cipher_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("cipher") / "book.kam", KEY)


@pytest.fixture
def plain_bytes(plain_book: Path) -> bytes:
    return plain_book.read_bytes()


@pytest.fixture
def cipher_bytes(cipher_book: Path) -> bytes:
    return cipher_book.read_bytes()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "book.kam"


# what is no book


def test_nothing_there(place: Path) -> None:
    assert refused(place) == "book_missing"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "book.kam").mkdir()
    assert refused(tmp_path / "book.kam") == "book_unreadable"
    assert refused(tmp_path / "book.kam", KEY) == "book_unreadable"


def png() -> bytes:
    pixels = random.Random(1).randbytes(30_000)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 100, 100, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


FOREIGN = {
    "words": b"hello",
    "text": "客户名称,城市\n岩屿建材,温岭\n".encode() * 300,
    "gb18030": "客户名称，城市，电话；岩屿建材（温岭）有限公司四十二号仓库".encode("gb18030") * 300,
    "zeros": bytes(8192),
    "picture": png(),
    "picture of whole pages": png()[:24576],
    "archive": b"PK\x03\x04" + random.Random(2).randbytes(8188),
    "program": b"\x7fELF" + b"\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" + b"\x01\x00\x00\x00" * 2000,
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("secret", [None, KEY, Passphrase("海堤")], ids=["open", "key", "passphrase"])
def test_files_of_other_kinds(place: Path, kind: str, secret: Secret) -> None:
    place.write_bytes(FOREIGN[kind])
    assert refused(place, secret) == "book_foreign"


def test_noise_can_only_be_taken_for_an_encrypted_book(place: Path) -> None:
    place.write_bytes(random.Random(3).randbytes(16384))
    assert refused(place) == "book_locked"
    assert refused(place, KEY) == "book_wrong_key"
    place.write_bytes(random.Random(3).randbytes(16384 + 100))
    assert refused(place, KEY) == "book_cut_short"


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_book_of_another_program(place: Path, journal: str) -> None:
    with closing(sqlite3.connect(place)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("PRAGMA user_version = 1")
        other.execute("CREATE TABLE account (id TEXT)")
        other.execute("PRAGMA application_id = 252006673")
        other.commit()
        assert refused(place) == "book_foreign"
    assert refused(place, KEY) == "book_foreign"


def test_the_encrypted_book_of_another_program(place: Path) -> None:
    with closing(driver.connect(str(place))) as other:
        other.execute(f"PRAGMA key = \"x'{KEY.key.hex()}'\"")
        other.execute("CREATE TABLE account (id TEXT)")
        other.commit()
    assert refused(place, KEY) == "book_foreign"


# a book, but not one that can be opened as it is


@pytest.mark.parametrize("secret", [None, KEY], ids=["open", "encrypted"])
def test_a_book_of_a_newer_version(place: Path, secret: Secret) -> None:
    filled(place, secret, accounts=0)
    key = f"PRAGMA key = \"x'{KEY.key.hex()}'\"" if secret else None
    with closing(connect(place, key)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(BookError) as told:
        opened(place, secret)
    assert told.value.values == {"path": place, "found": SCHEMA + 1, "known": SCHEMA}
    assert refused(place, secret) == "book_newer"


def test_an_encrypted_book_without_its_key(place: Path, cipher_bytes: bytes) -> None:
    place.write_bytes(cipher_bytes)
    assert refused(place) == "book_locked"
    assert refused(place, Passphrase("no")) == "book_wrong_key"
    opened(place, KEY).close()


def lengths(size: int) -> list[int]:
    near = [
        size - 1,
        size - 100,
        size - 4096,
        size // 2,
        8192,
        4096,
        8191,
        4097,
        4095,
        512,
        511,
        100,
        99,
        17,
        16,
        15,
        1,
        0,
    ]
    return sorted({*near, *(random.Random(4).randrange(size) for _ in range(20))})


def test_a_book_cut_short_at_any_length(place: Path, plain_bytes: bytes) -> None:
    for length in lengths(len(plain_bytes)):
        place.write_bytes(plain_bytes[:length])
        assert refused(place) == "book_cut_short", length


def test_an_encrypted_book_cut_short_at_any_length(place: Path, cipher_bytes: bytes) -> None:
    for length in lengths(len(cipher_bytes)):
        place.write_bytes(cipher_bytes[:length])
        likely = {"book_damaged"} if length and length % 4096 == 0 else {"book_cut_short"}
        if length < 20:
            likely.add("book_foreign")  # too little is left to tell
        assert refused(place, KEY) in likely, length


CODES = {"book_foreign", "book_damaged", "book_cut_short", "book_newer", "book_locked", "book_wrong_key"}


def faults(path: Path, secret: Secret = None) -> list[str]:
    """What checking the book finds: its faults, or the reason why it can't be opened."""
    try:
        return check_book(path, secret)
    except BookError as error:
        return [error.code] if error.code in CODES else pytest.fail(error.code)


@settings(max_examples=30)
@given(header=st.booleans(), where=st.floats(0, 1, exclude_max=True), flipped=st.integers(1, 255))
def test_any_byte_flipped_is_found_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, plain_book: Path, header: bool, where: float, flipped: int
) -> None:
    """An open book's structure is checked; its content has no checksums: a letter may turn into another."""
    place = tmp_path_factory.getbasetemp() / "flipped.kam"
    spoiled = bytearray(plain_book.read_bytes())
    spoiled[int(where * (100 if header else len(spoiled)))] ^= flipped
    place.write_bytes(spoiled)
    faults(place)
    assert place.read_bytes() == spoiled


@settings(max_examples=25)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_bit_flipped_in_an_encrypted_book_is_found(
    tmp_path_factory: pytest.TempPathFactory, cipher_book: Path, where: float, bit: int
) -> None:
    place = tmp_path_factory.getbasetemp() / "flipped.kam"
    spoiled = bytearray(cipher_book.read_bytes())
    spoiled[int(where * len(spoiled))] ^= 1 << bit
    place.write_bytes(spoiled)
    assert faults(place, KEY)
    assert place.read_bytes() == spoiled


def test_words_of_sqlite_that_are_no_text_are_understood(place: Path, plain_bytes: bytes) -> None:
    """SQLite quotes the damaged schema in its own message."""
    spoiled = bytearray(plain_bytes)
    where = spoiled.index(b"CREATE TABLE account_code")
    spoiled[where + 1] = 0xF5
    place.write_bytes(spoiled)
    assert refused(place) == "book_damaged"


def test_an_open_book_whose_beginning_is_damaged_asks_for_no_passphrase(
    place: Path, plain_bytes: bytes
) -> None:
    place.write_bytes(b"\x07" + plain_bytes[1:])
    assert refused(place) == "book_damaged"
    assert refused(place, Passphrase("x")) == "book_damaged"


def test_text_that_is_no_text_is_told_as_damage(place: Path, plain_bytes: bytes) -> None:
    spoiled = plain_bytes.replace("岩屿建材 7 ".encode(), "岩屿建材 ".encode() + b"\xff ")
    place.write_bytes(spoiled)
    store = opened(place)
    with pytest.raises(BookError) as told, store.read() as connection:
        connection.scalars(select(t.account.c.name)).all()
    assert told.value.code == "book_damaged"
    store.close()


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.long)])
def test_pages_torn_out_are_found(place: Path, plain_bytes: bytes, step: int) -> None:
    """Whole pages of zeros, as a failing disk gives them back; a page that the book does not use is no loss."""
    unused, how_many = (int.from_bytes(plain_bytes[at : at + 4]) for at in (32, 36))
    assert how_many <= 1, "the pages behind the first unused one are named in it"
    for page in set(range(1, len(plain_bytes) // 4096, step)) - {unused - 1}:
        spoiled = bytearray(plain_bytes)
        spoiled[page * 4096 : (page + 1) * 4096] = bytes(4096)
        place.write_bytes(spoiled)
        assert faults(place), page


def unclean(place: Path, secret: Secret = None) -> Path:
    """A book as a process that was killed leaves it: a log beside it that is not folded in."""
    source = place.parent / "living"
    source.mkdir()
    store = new_book(source / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    add_account(store, name="岩屿", now=NOW)
    for companion in ("", "-wal"):
        shutil.copy(f"{store.path}{companion}", f"{place}{companion}")
    store.close()
    shutil.rmtree(source)
    return place


def test_a_book_left_unclean_is_checked_and_whole(place: Path) -> None:
    store = opened(unclean(place))
    assert store.unclean
    with store.read() as connection:
        assert connection.scalar(select(t.account.c.name)) == "岩屿"
    store.close()
    assert not Path(f"{place}-wal").exists()
    again = opened(place)
    assert not again.unclean
    again.close()


@pytest.mark.parametrize("secret", [None, KEY], ids=["open", "encrypted"])
def test_damage_is_found_at_once_after_an_unclean_end(place: Path, secret: Secret) -> None:
    unclean(place, secret)
    whole = place.read_bytes()
    spoiled = bytearray(whole)
    spoiled[-3 * 4096 :] = random.Random(5).randbytes(3 * 4096)
    place.write_bytes(spoiled)
    assert refused_at_opening(place, secret) == "book_damaged"
    assert place.read_bytes() == spoiled


def refused_at_opening(place: Path, secret: Secret) -> str:
    with pytest.raises(BookError) as told:
        opened(place, secret)
    return told.value.code


def test_a_book_in_use_was_not_left_unclean(place: Path) -> None:
    window = make_book(place.parent)
    window.hold()
    beside = opened(window.path)
    assert not beside.unclean
    with beside.read() as connection:
        assert connection.scalar(select(func.count()).select_from(t.rep)) == 1
    beside.close()
    window.close()


@pytest.mark.parametrize("name", ["-wal", "-shm", "-journal"])
def test_empty_remains_beside_a_book_do_no_harm(place: Path, plain_bytes: bytes, name: str) -> None:
    place.write_bytes(plain_bytes)
    Path(f"{place}{name}").touch()
    store = opened(place)
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(t.account)) == 40
    store.close()
    assert check_book(place) == []


@pytest.mark.parametrize("name", ["-wal", "-shm", "-journal"])
def test_noise_beside_a_book_does_no_harm(place: Path, plain_bytes: bytes, name: str) -> None:
    place.write_bytes(plain_bytes)
    Path(f"{place}{name}").write_bytes(random.Random(6).randbytes(5000))
    store = opened(place)
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(t.account)) == 40
    store.close()
    assert check_book(place) == []


def test_a_change_broken_off_is_rolled_back_first(place: Path) -> None:
    """A hot journal, as a book copied in without its log mode would have it after a kill."""
    filled(place, accounts=3)
    with closing(connect(place, None, pragmas=())) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE account SET name = hex(randomblob(3000))")
        connection.execute("UPDATE change SET new = hex(randomblob(3000))")
        journal, half = Path(f"{place}-journal").read_bytes(), place.read_bytes()
        connection.execute("ROLLBACK")
    Path(f"{place}-journal").write_bytes(journal)
    place.write_bytes(half)
    assert check_book(place) == []
    store = opened(place)
    with store.read() as connection:
        assert {name[:4] for name in connection.scalars(select(t.account.c.name))} == {"岩屿建材"}
    store.close()


@pytest.mark.parametrize("secret", [None, Passphrase("海堤")], ids=["open", "encrypted"])
@pytest.mark.parametrize(
    "name",
    ["a b.kam", "客户簿（二〇二六）.kam", "a#b.kam", "a?mode=ro.kam", "100%25.kam", "a'b\".kam", "&x=1"],
)
def test_any_name(tmp_path: Path, name: str, secret: Secret) -> None:
    folder = tmp_path / f"in {name}"
    filled(folder / name, secret, accounts=1)
    assert check_book(folder / name, secret) == []
    store = opened(folder / name, secret)
    add_account(store, name="x", now=NOW)
    store.close()
    assert sorted(entry.name for entry in folder.iterdir()) == sorted([name, f"{name}.lock"])


def test_a_name_that_leads_elsewhere_is_the_same_book(tmp_path: Path) -> None:
    book = make_book(tmp_path / "real")
    link = tmp_path / "link.kam"
    link.symlink_to(book.path)
    through = opened(link)
    assert through.path == book.path
    book.hold()
    with pytest.raises(BookError) as told:
        through.hold()
    assert told.value.code == "book_in_use"
    through.close()
    book.close()


# places that can't be written


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system mounted for reading only, with a closed book in it."""
    inner = tmp_path / "inner"
    filled(inner / "book.kam", accounts=1)
    if os.geteuid() != 0 or os.system(f"mount --bind {inner} {inner} 2>/dev/null"):
        pytest.skip("needs the right to mount")
    try:
        if os.system(f"mount -o remount,bind,ro {inner} 2>/dev/null"):
            pytest.skip("needs the right to mount")
        yield inner
    finally:
        os.system(f"umount {inner}")


def test_a_book_where_nothing_can_be_written(read_only: Path) -> None:
    book = read_only / "book.kam"
    before = book.read_bytes()
    with pytest.raises(BookError) as told:
        opened(book)
    assert told.value.code == "book_read_only"
    assert check_book(book) == []
    assert book.read_bytes() == before
    with pytest.raises(BookError) as told:
        new_book(read_only / "new.kam", now=NOW)
    assert told.value.code == "book_unwritable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights don't bind the superuser")
def test_a_file_one_may_not_read(place: Path, plain_bytes: bytes) -> None:
    place.write_bytes(plain_bytes)
    place.chmod(0)
    assert refused_at_opening(place, None) == "book_unreadable"


# a new book


def test_a_new_book_is_private_and_ours(place: Path) -> None:
    store = new_book(place, now=NOW)
    with store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA trusted_schema").scalar() == 0
        assert connection.scalar(select(func.count()).select_from(t.replica)) == 1
    if os.name != "nt":
        for beside in ("", "-wal", "-shm"):
            assert Path(f"{store.path}{beside}").stat().st_mode & 0o777 == 0o600
    store.close()


def test_two_new_books_have_nothing_in_common(tmp_path: Path) -> None:
    books = [new_book(tmp_path / name, now=NOW) for name in ("a", "b")]
    ids = set()
    for book in books:
        with book.read() as connection:
            ids.add(connection.scalar(select(t.replica.c.id)))
        book.close()
    assert len(ids) == 2


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_what_is_there_is_never_overwritten(place: Path, kind: str) -> None:
    if kind == "file":
        place.write_bytes(b"mine")
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(place.parent / "nowhere")
    with pytest.raises(BookError) as told:
        new_book(place, now=NOW)
    assert told.value.code == "book_exists"
    assert [entry.name for entry in place.parent.iterdir()] == ["book.kam"]


def test_a_new_book_that_fails_leaves_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kamdesk.db.migrating.put_in_place", fail)
    with pytest.raises(BookError) as told:
        new_book(place, now=NOW)
    assert told.value.code == "disk_full"
    assert [entry.name for entry in place.parent.iterdir()] == ["book.kam.lock"]


def test_remains_of_a_making_broken_off_are_cleared(place: Path) -> None:
    place.with_name("book.kam.making").write_bytes(b"half")
    make_book(place.parent).close()
    for name in ("book.kam.migrating", "book.kam.restoring.part", "book.kam.migrating-wal"):
        place.with_name(name).write_bytes(b"half")
    opened(place).close()
    assert sorted(entry.name for entry in place.parent.iterdir()) == ["book.kam", "book.kam.lock"]


def test_a_place_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BookError) as told:
        new_book(tmp_path / "file" / "book.kam", now=NOW)
    assert told.value.code == "book_unwritable"
    with pytest.raises(BookError) as told:
        opened(tmp_path / "file" / "book.kam")
    assert told.value.code == "book_unreadable"
    with pytest.raises(BookError) as told:
        opened(tmp_path / ("x" * 300))
    assert told.value.code == "book_unreadable"


def test_seeded_ids_depend_on_their_seed_alone() -> None:
    first, second, other = seeded_ids(1, NOW), seeded_ids(1, NOW), seeded_ids(2, NOW)
    ids = [first() for _ in range(50)]
    assert ids == [second() for _ in range(50)]
    assert ids == sorted(set(ids))
    assert not set(ids) & {other() for _ in range(50)}
    assert all(text[14] == "7" and text[19] in "89ab" for text in ids)
