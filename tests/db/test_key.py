"""Keys: a book is an ordinary SQLCipher 4 file, which opens with its passphrase alone."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from kamdesk.db.driver import driver
from kamdesk.db.key import Passphrase, RawKey, Secret, read_key_file
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.domain.errors import BookError, InputError
from kamdesk.operations.book import set_up
from tests.books import NOW

PASSPHRASES = [
    "correct horse battery staple",
    "海堤四十米",
    'it\'s "quoted" `twice`; DROP TABLE rep; --',
    "x'00'",
    "  blanks at both ends ",
    "é🔑" * 40,
    "x",
]


def encrypted(path: Path, secret: Secret) -> Path:
    store = new_book(path, secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    store.close()
    return path


@pytest.mark.parametrize("text", PASSPHRASES)
def test_a_book_copied_alone_opens_in_plain_sqlcipher_with_its_passphrase(tmp_path: Path, text: str) -> None:
    book = encrypted(tmp_path / "book.kam", Passphrase(text))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(book, elsewhere / "copy.db")
    with closing(driver.connect(str(elsewhere / "copy.db"))) as plain:
        quoted = text.replace("'", "''")
        plain.execute(f"PRAGMA key = '{quoted}'")
        assert plain.execute("SELECT name FROM rep").fetchall() == [("林岚",)]
        assert plain.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_a_book_copied_alone_opens_in_plain_sqlcipher_with_its_raw_key(tmp_path: Path) -> None:
    key = bytes(range(32))
    book = encrypted(tmp_path / "book.kam", RawKey(key))
    with closing(driver.connect(str(book))) as plain:
        plain.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        assert plain.execute("SELECT name FROM rep").fetchall() == [("林岚",)]


def test_nothing_of_the_content_is_readable_without_the_key(tmp_path: Path) -> None:
    store = new_book(tmp_path / "book.kam", Passphrase("海堤"), now=NOW)
    set_up(store, rep_name="LinLanTheRep", now=NOW)
    beside = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert (tmp_path / "book.kam-wal").stat().st_size > 0
    assert b"LinLanTheRep" not in beside
    assert b"CREATE TABLE" not in beside
    store.close()


def test_two_books_with_one_passphrase_share_nothing(tmp_path: Path) -> None:
    first, second = (encrypted(tmp_path / name, Passphrase("same")).read_bytes() for name in ("a", "b"))
    assert first[:16] != second[:16]


@pytest.mark.parametrize(
    ("made", "given"),
    [
        (Passphrase("right"), Passphrase("Right")),
        (Passphrase("right"), Passphrase("right ")),
        (Passphrase("right"), RawKey(b"k" * 32)),
        (RawKey(b"k" * 32), RawKey(b"K" * 32)),
        (RawKey(b"k" * 32), Passphrase("k" * 32)),
    ],
)
def test_the_wrong_key_is_refused_and_the_right_one_still_opens(
    tmp_path: Path, made: Secret, given: Secret
) -> None:
    book = encrypted(tmp_path / "book.kam", made)
    before = book.read_bytes()
    for _ in range(2):
        with pytest.raises(BookError) as told:
            open_book(book, given, backups=tmp_path, now=NOW)
        assert told.value.code == "book_wrong_key"
    assert book.read_bytes() == before
    open_book(book, made, backups=tmp_path, now=NOW).close()


def test_the_cipher_says_nothing_of_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    book = encrypted(tmp_path / "book.kam", Passphrase("right"))
    with pytest.raises(BookError):
        open_book(book, Passphrase("wrong"), backups=tmp_path, now=NOW)
    assert capfd.readouterr() == ("", "")


def test_composed_or_not_the_same_letters_are_the_same_passphrase(tmp_path: Path) -> None:
    book = encrypted(tmp_path / "book.kam", Passphrase("Mu\u0308nchen"))
    open_book(book, Passphrase("M\u00fcnchen"), backups=tmp_path, now=NOW).close()


def test_an_open_book_opens_whatever_secret_is_given(tmp_path: Path) -> None:
    book = encrypted(tmp_path / "book.kam", None)
    store = open_book(book, Passphrase("needless"), backups=tmp_path, now=NOW)
    assert store.key is None
    store.close()
    assert check_book(book, RawKey(b"k" * 32)) == []


@pytest.mark.parametrize(("text", "code"), [("", "passphrase_empty"), ("\udcff", "passphrase_unreadable")])
def test_a_passphrase_that_would_not_protect_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InputError) as told:
        new_book(tmp_path / "book.kam", Passphrase(text), now=NOW)
    assert told.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_secret_shows_itself_nowhere(tmp_path: Path) -> None:
    store = new_book(tmp_path / "book.kam", Passphrase("海堤四十米"), now=NOW)
    key = str(store.key).split("'")[1]
    for shown in (repr(Passphrase("海堤四十米")), repr(RawKey(b"k" * 32)), repr(store)):
        assert "海堤" not in shown
        assert "kkk" not in shown
        assert key not in shown
    store.close()


@pytest.mark.parametrize(
    "content",
    [bytes(range(32)), bytes(range(32)).hex().encode(), (bytes(range(32)).hex().upper() + "\r\n").encode()],
)
def test_the_forms_of_a_key_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    assert read_key_file(file) == RawKey(bytes(range(32)))


@pytest.mark.parametrize(
    "content", [b"", b"k" * 31, b"k" * 33, b"ab" * 31, b"ab" * 33, b"xy" * 32, b"\xff" * 64]
)
def test_what_is_no_key_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    with pytest.raises(InputError) as told:
        read_key_file(file)
    assert told.value.code == "key_file_form"


def test_a_key_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(InputError) as told:
            read_key_file(path)
        assert told.value.code == "key_file_unreadable"
