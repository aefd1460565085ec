"""The bridge to the book: order, errors, what is told, a receiver that is gone."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import BookError, NotFound, Stopped
from kamdesk.operations.accounts import add_account
from kamdesk.qt.runner import Runner
from kamdesk.reads.accounts import account_list
from tests.books import NOW, make_book


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner(lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def opens(tmp_path: Path) -> Callable[[], Store]:
    make_book(tmp_path).close()
    return lambda: open_book(tmp_path / "book.kam", backups=tmp_path, now=NOW)


def names(store: Store) -> list[str]:
    return [row.name for row in account_list(store)]


def settle(qtbot: QtBot, runner: Runner) -> None:
    qtbot.waitUntil(runner.is_idle)


def test_jobs_wait_for_the_book_and_keep_their_order(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    got: list[object] = []
    changes: list[Changes] = []
    runner.changed.connect(changes.append)
    runner.read(names, done=got.append)
    runner.run(add_account, name="海川建材", done=lambda _: got.append("added"))
    runner.read(names, done=got.append)
    assert not runner.is_open()
    with qtbot.waitSignal(runner.opened):
        runner.open(opens)
    settle(qtbot, runner)
    assert got == [[], "added", ["海川建材"]]
    assert [change.operation for change in changes] == ["account.add"]


def test_work_is_done_in_another_thread_and_delivered_in_this_one(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    seen: dict[str, int] = {}
    runner.open(opens)
    runner.read(
        lambda store: seen.setdefault("worked", threading.get_ident()),
        done=lambda _: seen.setdefault("told", threading.get_ident()),
    )
    qtbot.waitUntil(lambda: "told" in seen)
    assert seen["told"] == threading.get_ident() != seen["worked"]


def test_what_nobody_looks_at_yet_is_asked_for_once_the_rest_is_delivered(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    got: list[str] = []
    runner.afterwards(lambda: runner.read(names, done=lambda _: got.append("later")))
    assert runner.is_idle()
    runner.open(opens)
    runner.afterwards(lambda: runner.read(names, done=lambda _: got.append("later")))
    runner.read(names, done=lambda _: runner.read(names, done=lambda _: got.append("second")))
    runner.read(names, done=lambda _: got.append("first"))
    settle(qtbot, runner)
    assert got == ["first", "second", "later"]
    runner.afterwards(lambda: got.append("at once"))
    assert not runner.is_idle()
    with qtbot.waitSignal(runner.idle):
        pass
    assert got[-1] == "at once"


def test_what_was_to_come_later_is_forgotten_with_its_book(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store], tmp_path: Path
) -> None:
    runner.open(opens)
    runner.afterwards(lambda: pytest.fail("its book was not opened"))
    with qtbot.waitSignal(runner.refused):
        runner.open(lambda: open_book(tmp_path / "none.kam", backups=tmp_path, now=NOW))
    assert runner.is_idle()


def test_an_error_goes_to_who_asked_or_else_to_the_window(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    def fails(store: Store) -> None:
        raise NotFound("row_missing", id="x")

    mine: list[Exception] = []
    runner.open(opens)
    runner.read(fails, done=lambda _: None, failed=mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    with qtbot.waitSignal(runner.failed) as told:
        runner.read(fails, done=lambda _: None)
    assert isinstance(told.args[0], NotFound)
    got: list[list[str]] = []
    runner.read(names, done=got.append)
    qtbot.waitUntil(lambda: bool(got))


def test_a_book_that_can_not_be_opened_is_refused_and_another_may_follow(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store], tmp_path: Path
) -> None:
    with qtbot.waitSignal(runner.refused) as told:
        runner.open(lambda: open_book(tmp_path / "none.kam", backups=tmp_path, now=NOW))
    assert isinstance(told.args[0], BookError)
    assert not runner.is_open()
    with qtbot.waitSignal(runner.opened):
        runner.open(opens)
    assert runner.is_open()


def test_a_result_whose_receiver_is_gone_is_dropped(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    class Receiver(QObject):
        def take(self, rows: object) -> None:
            raise AssertionError("a widget that is gone was told")

    import shiboken6

    receiver = Receiver()
    runner.open(opens)
    runner.read(names, done=receiver.take)
    shiboken6.delete(receiver)
    settle(qtbot, runner)


def test_a_long_job_is_told_of(qtbot: QtBot, runner: Runner, opens: Callable[[], Store]) -> None:
    told: list[tuple[bool, str]] = []
    goes_on = threading.Event()
    runner.slow.connect(lambda on, what: (told.append((on, what)), goes_on.set()))
    runner.open(opens)
    settle(qtbot, runner)
    runner.read(lambda store: goes_on.wait(10), done=lambda _: None, label="Backing up")
    settle(qtbot, runner)
    assert told == [(True, "Backing up"), (False, "Backing up")]


def test_idle_is_told_even_where_a_receiver_fails(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    def falls(rows: object) -> None:
        raise RuntimeError("on purpose")

    runner.open(opens)
    settle(qtbot, runner)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.idle):
        runner.read(names, done=falls)
    assert [str(error) for _, error, _ in caught] == ["on purpose"]


def test_cycles_are_collected_in_the_windows_thread_alone(qtbot: QtBot) -> None:
    was_on = gc.isenabled()
    runner = Runner(lambda: NOW)
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled() == was_on


def test_of_several_reads_that_wait_the_latest_is_read(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    read: list[int] = []
    got: list[int] = []
    begun, goes_on = threading.Event(), threading.Event()

    def week(store: Store, number: int) -> int:
        read.append(number)
        if number == 0:
            begun.set()
            goes_on.wait(10)
        return number

    runner.open(opens)
    settle(qtbot, runner)
    runner.read(week, done=got.append, latest=True, number=0)
    assert begun.wait(10)
    for number in range(1, 20):
        runner.read(week, done=got.append, latest=True, number=number)
    runner.run(add_account, name="海川建材")
    goes_on.set()
    settle(qtbot, runner)
    assert read == got == [0, 19]
    runner.read(week, done=got.append, latest=True, number=1)
    settle(qtbot, runner)
    assert got == [0, 19, 1], "one that nothing took the place of is read"


def test_a_job_tells_how_far_it_is_and_is_stopped(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    told: list[tuple[int, int]] = []
    stopped: list[str] = []
    runner.stopped.connect(stopped.append)

    def adds(store: Store, *, progress, now) -> Changes:
        with store.write("account.add", now=now) as tx:
            from kamdesk.domain.account import Account

            tx.add(Account(id=tx.new_id(), name="海川建材"))
            for number in range(10_000_000):
                progress(number, 10_000_000)
        return tx.changes()

    runner.open(opens)
    settle(qtbot, runner)
    runner.progressed.connect(lambda ticket, done, total: (told.append((done, total)), ticket.stop()))
    runner.run(adds, stoppable=True, label="Adding")
    settle(qtbot, runner)
    assert stopped == ["Adding"]
    assert told[0] == (0, 10_000_000)
    got: list[list[str]] = []
    runner.read(names, done=got.append)
    settle(qtbot, runner)
    assert got == [[]], "the transaction was rolled back"


def test_what_waits_is_stopped_before_it_begins(
    qtbot: QtBot, runner: Runner, opens: Callable[[], Store]
) -> None:
    errors: list[Exception] = []
    ran: list[object] = []
    ticket = runner.read(
        lambda store, progress: ran.append(1), done=ran.append, failed=errors.append, stoppable=True
    )
    ticket.stop()
    runner.open(opens)
    settle(qtbot, runner)
    assert ran == []
    assert [type(error) for error in errors] == [Stopped]


def test_what_can_not_be_stopped_goes_on(qtbot: QtBot, runner: Runner, opens: Callable[[], Store]) -> None:
    got: list[list[str]] = []
    runner.read(names, done=got.append).stop()
    runner.open(opens)
    settle(qtbot, runner)
    assert got == [[]]
