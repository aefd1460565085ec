"""Another passphrase for an open book."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kamdesk.db import rekeying
from kamdesk.db import tables as t
from kamdesk.db.backup import back_up
from kamdesk.db.key import Passphrase, RawKey, Secret
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.db.rekeying import change_key
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, RuleError
from kamdesk.operations.accounts import add_account
from kamdesk.operations.book import set_up
from kamdesk.reads.search import search
from tests.books import NOW

WAYS: list[tuple[Secret, Secret]] = [
    (None, Passphrase("海堤四十米")),
    (Passphrase("old one"), Passphrase("new one")),
    (Passphrase("old one"), None),
]


def made(path: Path, secret: Secret) -> Store:
    store = new_book(path, secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    add_account(store, name="海川食品", now=NOW)
    return store


def names(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.scalars(select(t.account.c.name).order_by(t.account.c.name)))


def changes(store: Store) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(t.change)) or 0


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_the_book_goes_on_under_the_new_key(tmp_path: Path, old: Secret, new: Secret) -> None:
    path = tmp_path / "book.kam"
    store = made(path, old)
    store.hold()
    before = changes(store)
    change_key(store, new)
    assert changes(store) == before
    add_account(store, name="和丰超市", now=NOW)
    assert sorted(names(store)) == sorted(["和丰超市", "海川食品"])
    store.close()
    assert [file.name for file in tmp_path.iterdir() if file.suffix != ".lock"] == ["book.kam"]
    assert check_book(path, new) == []
    with pytest.raises(BookError) if new is not None else _nothing():
        open_book(path, old, backups=tmp_path, now=NOW).close()
    again = open_book(path, new, backups=tmp_path, now=NOW)
    assert len(names(again)) == 2
    again.close()


class _nothing:  # noqa: N801
    """An open book opens whatever key is given."""

    def __enter__(self) -> None: ...

    def __exit__(self, *error: object) -> None: ...


def test_what_was_readable_is_not_any_more(tmp_path: Path) -> None:
    path = tmp_path / "book.kam"
    store = made(path, None)
    change_key(store, Passphrase("secret"))
    store.close()
    assert "海川食品".encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_searching_still_finds(tmp_path: Path) -> None:
    store = made(tmp_path / "book.kam", None)
    change_key(store, Passphrase("secret"))
    assert search(store, typed="haichuan").groups
    store.close()


def test_a_copy_made_before_keeps_the_old_key(tmp_path: Path) -> None:
    store = made(tmp_path / "book.kam", Passphrase("old"))
    before = back_up(store, tmp_path / "copies", now=NOW)
    change_key(store, Passphrase("new"))
    after = back_up(store, tmp_path / "copies", now=NOW)
    store.close()
    assert check_book(before, Passphrase("old")) == []
    assert check_book(after, Passphrase("new")) == []


@pytest.mark.parametrize("step", ["_export", "verify", "log_ahead", "put_in_place"])
def test_where_it_breaks_off_the_book_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    whole = getattr(rekeying, step)

    def full(*arguments: object) -> object:
        if step == "log_ahead" and arguments[0] == path:
            return whole(*arguments)
        raise OSError(28, os.strerror(28))

    path = tmp_path / "book.kam"
    store = made(path, Passphrase("old"))
    with monkeypatch.context() as broken:
        broken.setattr(rekeying, step, full)
        with pytest.raises(BookError, match="disk_full"):
            change_key(store, Passphrase("new"))
    assert [file.name for file in tmp_path.iterdir() if "rekeying" in file.name] == []
    add_account(store, name="和丰超市", now=NOW)
    store.close()
    again = open_book(path, Passphrase("old"), backups=tmp_path, now=NOW)
    assert len(names(again)) == 2
    again.close()


def test_another_program_that_reads_it_is_waited_for_and_then_told(tmp_path: Path) -> None:
    path = tmp_path / "book.kam"
    store, other = made(path, None), open_book(tmp_path / "book.kam", backups=tmp_path, now=NOW)
    with other.read() as connection:
        connection.execute(select(t.account.c.id)).all()
        with pytest.raises(BookError, match="book_busy"):
            change_key(store, Passphrase("new"))
    assert names(store) == ["海川食品"]
    other.close()
    late = open_book(path, backups=tmp_path, now=NOW)
    change_key(store, Passphrase("new"))
    with pytest.raises(BookError, match="book_replaced"):
        add_account(late, name="和丰超市", now=NOW)
    late.close()
    store.close()


def test_a_book_with_a_key_from_a_file_keeps_it(tmp_path: Path) -> None:
    store = made(tmp_path / "book.kam", RawKey(bytes(range(32))))
    with pytest.raises(RuleError, match="key_of_file"):
        change_key(store, Passphrase("new"))
    store.close()
