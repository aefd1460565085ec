"""A process that lost the locks by which SQLite tells that it has a book open loses nothing that it writes.

On Unix these go as soon as any part of the process opens and closes the book's files, as Qt's file dialog does that
looks into the files of a folder to know their kind.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kamdesk.db.backup import back_up
from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book, open_book
from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from tests.books import NOW

COMPANIONS = ("", "-wal", "-shm")


def lose_locks(path: Path) -> None:
    for companion in COMPANIONS:
        with open(f"{path}{companion}", "rb"):
            pass


def standing(path: Path) -> list[tuple[int, int]]:
    found = [os.stat(f"{path}{companion}") for companion in COMPANIONS]
    return [(each.st_ino, each.st_size if number == 2 else 0) for number, each in enumerate(found)]


def command(path: Path, *words: str, secret: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kamdesk", *words, "--book", str(path), "--language", "en"],
        env={**os.environ, **({"KAMDESK_PASSPHRASE": secret} if secret else {})},
        capture_output=True,
        text=True,
        timeout=60,
    )


def as_after_a_power_cut(path: Path, folder: Path) -> Path:
    folder.mkdir()
    for companion in ("", "-wal"):
        shutil.copy(f"{path}{companion}", f"{folder / path.name}{companion}")
    return folder / path.name


def names(store: Store) -> set[str]:
    with store.read() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM account").scalars())


@pytest.mark.skipif(os.name == "nt", reason="locks belong to the handle there")
@pytest.mark.parametrize("emptied", [True, False])
def test_a_command_beside_it_takes_nothing_away(tmp_path: Path, emptied: bool) -> None:
    path = tmp_path / "book.kam"
    new_book(path, now=NOW).close()
    store = open_book(path, backups=tmp_path / "backups", now=NOW)
    store.hold()
    add_account(store, name="岩屿", now=NOW)
    if emptied:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    lose_locks(path)
    before = standing(path)
    assert "岩屿" in command(path, "accounts").stdout
    assert standing(path) == before
    add_account(store, name="下沙", now=NOW)
    assert "下沙" in command(path, "accounts").stdout
    assert standing(path) == before
    add_account(store, name="文一", now=NOW)
    left = as_after_a_power_cut(path, tmp_path / "cut")
    store.close()
    with closing(open_book(left, backups=tmp_path / "backups", now=NOW)) as again:
        assert names(again) == {"岩屿", "下沙", "文一"}


@pytest.mark.skipif(os.name == "nt", reason="locks belong to the handle there")
def test_whoever_else_of_ours_opens_it_only_looks(tmp_path: Path) -> None:
    """Another process that opened it as a store, and one that copies it."""
    path = tmp_path / "book.kam"
    new_book(path, Passphrase("eins zwei drei"), now=NOW).close()
    store = open_book(path, Passphrase("eins zwei drei"), backups=tmp_path / "backups", now=NOW)
    store.hold()
    add_account(store, name="岩屿", now=NOW)
    lose_locks(path)
    before = standing(path)
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from kamdesk.db.opening import open_book; from kamdesk.db.key import Passphrase\n"
        "from kamdesk.db.backup import back_up\n"
        "p = Path(sys.argv[1]); now = datetime.now(UTC)\n"
        "s = open_book(p, Passphrase('eins zwei drei'), backups=p.parent, now=now)\n"
        "with s.read() as c: print(c.exec_driver_sql('SELECT count(*) FROM account').scalar())\n"
        "back_up(s, p.parent / 'kept', now=now); s.close()\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=60, cwd=Path.cwd()
    )
    assert (told.stdout.strip(), told.stderr) == ("1", "")
    assert standing(path) == before
    add_account(store, name="下沙", now=NOW)
    assert names(store) == {"岩屿", "下沙"}
    back_up(store, tmp_path / "more", now=NOW)
    store.close()


def test_who_looked_while_another_had_it_writes_once_it_may(tmp_path: Path) -> None:
    path = tmp_path / "book.kam"
    new_book(path, now=NOW).close()
    window = open_book(path, backups=tmp_path / "backups", now=NOW)
    window.hold()
    add_account(window, name="岩屿", now=NOW)
    other = open_book(path, backups=tmp_path / "backups", now=NOW)
    assert names(other) == {"岩屿"}
    window.close()
    add_account(other, name="下沙", now=NOW)
    assert names(other) == {"岩屿", "下沙"}
    other.close()
    assert sorted(each.name for each in tmp_path.glob("book.kam-*")) == []
