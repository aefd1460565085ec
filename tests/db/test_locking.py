"""One window per book: what another process may do beside it, and what it waits for."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError
from kamdesk.operations.accounts import add_account
from tests.books import NOW, make_book
from tests.processes import Other

WINDOW = """
    import sys
    from pathlib import Path
    from kamdesk.db.opening import open_book
    from kamdesk.operations.accounts import add_account
    from tests.books import NOW

    store = open_book(Path(sys.argv[1]), backups=Path(sys.argv[1]).parent, now=NOW)
    store.hold()
    print("holds", flush=True)
    for line in sys.stdin:
        add_account(store, name=line.strip(), now=NOW)
        print("added", flush=True)
"""
WRITER = """
    import sys
    from pathlib import Path
    from kamdesk.db.opening import open_book
    from kamdesk.operations.accounts import add_account
    from tests.books import NOW

    store = open_book(Path(sys.argv[1]), backups=Path(sys.argv[1]).parent, now=NOW)
    print("open", flush=True)
    sys.stdin.readline()
    for number in range(int(sys.argv[3])):
        add_account(store, name=f"{sys.argv[2]} {number}", now=NOW)
    store.close()
    print("done", flush=True)
"""


def names(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.scalars(select(t.account.c.name).order_by(t.account.c.name)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = make_book(tmp_path)
    add_account(store, name="first", now=NOW)
    store.close()
    return store.path


def opened(path: Path) -> Store:
    store = open_book(path, backups=path.parent, now=NOW)
    store.patience = 0.1
    return store


def test_beside_a_window_one_reads_and_cannot_write(path: Path) -> None:
    with Other(WINDOW, path) as window:
        assert window.says() == "holds"
        beside = opened(path)
        for attempt in (lambda: beside.hold(), lambda: add_account(beside, name="x", now=NOW)):
            with pytest.raises(BookError) as told:
                attempt()
            assert told.value.code == "book_in_use"
        with pytest.raises(BookError) as told, beside.write_local():
            pass
        assert told.value.code == "book_in_use"
        assert names(beside) == ["first"]
        window.tell("second")
        assert window.says() == "added"
        assert names(beside) == ["first", "second"]
        assert check_book(path) == []
        beside.close()


def test_beside_a_window_one_backs_up_and_cannot_restore(path: Path, tmp_path: Path) -> None:
    with Other(WINDOW, path) as window:
        assert window.says() == "holds"
        beside = opened(path)
        copy = back_up(beside, tmp_path / "backups", now=NOW)
        beside.close()
        before = path.read_bytes()
        with pytest.raises(BookError) as told:
            restore(copy, path, now=NOW)
        assert told.value.code == "book_in_use"
        assert path.read_bytes() == before
        window.tell("second")
        assert window.says() == "added"


def test_a_write_waits_for_the_one_who_lets_go(path: Path) -> None:
    with Other(WINDOW, path) as window:
        assert window.says() == "holds"
        beside = opened(path)
        beside.patience = 60
        window.kill()
        add_account(beside, name="after", now=NOW)
        assert names(beside) == ["after", "first"]
        beside.close()


def test_a_window_that_was_killed_leaves_no_lock(path: Path) -> None:
    with Other(WINDOW, path) as window:
        assert window.says() == "holds"
        window.tell("second")
        assert window.says() == "added"
        window.kill()
    store = opened(path)
    assert store.unclean
    store.hold()
    assert names(store) == ["first", "second"]
    store.close()


def test_writers_in_two_processes_take_turns(path: Path) -> None:
    with Other(WRITER, path, "a", 25) as first, Other(WRITER, path, "b", 25) as second:
        assert (first.says(), second.says()) == ("open", "open")
        first.tell()
        second.tell()
        assert (first.says(), second.says()) == ("done", "done")
    store = opened(path)
    assert len(names(store)) == 51
    with store.read() as connection:
        numbers = list(connection.scalars(select(t.operation.c.number).order_by(t.operation.c.number)))
        clocks = list(connection.scalars(select(t.operation.c.clock).order_by(t.operation.c.number)))
        counters = list(connection.scalars(select(t.change.c.counter).order_by(t.change.c.counter)))
    assert numbers == list(range(1, 53))
    assert clocks == sorted(set(clocks))
    assert counters == list(range(1, len(counters) + 1))
    store.close()


def test_two_books_open_in_one_process_are_two_windows(path: Path) -> None:
    first, second = opened(path), opened(path)
    first.hold()
    with pytest.raises(BookError) as told:
        second.hold()
    assert told.value.code == "book_in_use"
    first.close()
    second.hold()
    second.close()


def test_closing_gives_the_book_back_however_often_it_was_held(path: Path) -> None:
    first, second = opened(path), opened(path)
    first.hold()
    first.hold()
    first.close()
    second.hold()
    second.close()


def test_a_lock_that_cannot_be_made_is_told(path: Path) -> None:
    store = opened(path)
    lock = Path(f"{path}.lock")
    lock.unlink(missing_ok=True)
    lock.mkdir()
    with pytest.raises(BookError) as told:
        store.hold()
    assert told.value.code == "book_read_only"
    store.close()


def test_a_reader_keeps_its_state_while_another_process_writes(path: Path) -> None:
    with Other(WINDOW, path) as window:
        assert window.says() == "holds"
        beside = opened(path)
        with beside.read() as connection:
            before = connection.scalar(select(func.count()).select_from(t.account))
            window.tell("second")
            assert window.says() == "added"
            assert connection.scalar(select(func.count()).select_from(t.account)) == before
        assert names(beside) == ["first", "second"]
        beside.close()


def test_one_of_two_who_make_the_same_book_makes_it(tmp_path: Path) -> None:
    new_book(tmp_path / "book.kam", now=NOW).close()
    with pytest.raises(BookError) as told:
        new_book(tmp_path / "book.kam", now=NOW)
    assert told.value.code == "book_exists"
