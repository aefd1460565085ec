"""A row that is moved from a shared account to another leaves the colleague's book, and nothing else does."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountTag
from kamdesk.domain.visit import Visit
from kamdesk.operations.accounts import set_tags
from kamdesk.operations.promises import add_note, add_promise, change_promise
from kamdesk.operations.reporting import Report
from kamdesk.operations.visits import report_unplanned
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.writing import write_package
from tests.books import NOW, TODAY, only
from tests.db.index_check import assert_index_is_true
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account, sound

LATER = NOW + timedelta(minutes=5)


def promised(store: Store, place: str, what: str) -> str:
    made = add_promise(store, account_id=place, what=what, made_on=TODAY, due_on=TODAY, now=NOW)
    return only(made, "promise")


def what(store: Store, row: str) -> str | None:
    with store.read() as connection:
        return connection.exec_driver_sql("SELECT what FROM promise WHERE id = ?", (row,)).scalar()


def shared_by_office(folder: Path) -> tuple[Store, Store, Store, str, str]:
    """An account that Lin looks after too, and one that is Qin's alone."""
    qin, lin = reps(folder, "秦川", "林岚")
    office = office_of(folder, qin, lin)
    shared, own = account(qin, "岩屿"), account(qin, "下沙")
    share_account(qin, account_id=shared, colleague="林岚", since=TODAY, now=NOW)
    return qin, lin, office, shared, own


def rounds(office: Store, folder: Path, *books: tuple[Store, str]) -> None:
    for _ in range(2):
        for store, rep in books:
            hand(store, office, folder, "内勤", now=LATER)
            give_back(office, store, folder, rep, now=LATER)


def test_it_leaves_and_comes_back(tmp_path: Path) -> None:
    qin, lin, office, shared, own = shared_by_office(tmp_path)
    moved, stays = promised(qin, shared, "送样"), promised(qin, shared, "报价")
    both = ((qin, "秦川"), (lin, "林岚"))
    rounds(office, tmp_path, *both)
    assert (what(lin, moved), what(lin, stays)) == ("送样", "报价")
    change_promise(qin, promise_id=moved, account_id=own, what="给下沙的", now=LATER)
    rounds(office, tmp_path, *both)
    assert (what(lin, moved), what(lin, stays)) == (None, "报价")
    for store, rep in both:
        assert digest(store) == digest(office, rep)
    assert_index_is_true(lin)
    change_promise(qin, promise_id=moved, account_id=shared, now=LATER)
    rounds(office, tmp_path, *both)
    assert what(lin, moved) == "给下沙的"
    for store, rep in both:
        assert digest(store) == digest(office, rep)
        sound(store)


def test_what_was_written_on_it_is_handed_over_before(tmp_path: Path) -> None:
    qin, lin, office, shared, own = shared_by_office(tmp_path)
    moved = promised(qin, shared, "送样")
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    change_promise(qin, promise_id=moved, account_id=own, now=LATER)
    hand(qin, office, tmp_path, "内勤", now=LATER)
    change_promise(lin, promise_id=moved, what="林岚改的", now=LATER)
    give_back(office, lin, tmp_path, "林岚", now=LATER)
    assert what(lin, moved) == "林岚改的"
    hand(lin, office, tmp_path, "内勤", now=LATER)
    (item,) = refusals(office)
    assert item.theirs["what"] == "林岚改的"
    give_back(office, lin, tmp_path, "林岚", now=LATER)
    assert what(lin, moved) is None
    assert digest(lin) == digest(office, "林岚")


def test_between_colleagues_it_leaves_too(tmp_path: Path) -> None:
    qin, lin = reps(tmp_path, "秦川", "林岚")
    meet(qin, lin)
    shared, own = account(qin, "岩屿"), account(qin, "下沙")
    share_account(qin, account_id=shared, colleague="林岚", since=TODAY, now=NOW)
    moved = promised(qin, shared, "送样")
    hand(qin, lin, tmp_path, "林岚")
    hand(lin, qin, tmp_path, "秦川")
    change_promise(qin, promise_id=moved, account_id=own, now=LATER)
    assert hand(qin, lin, tmp_path, "林岚", now=LATER).moved == 1
    assert what(lin, moved) is None
    assert hand(qin, lin, tmp_path, "林岚", now=LATER).moved == 0
    sound(lin)


@pytest.mark.parametrize("theirs", [True, False])
def test_a_colleague_takes_nothing_away_but_what_hangs_on_what_is_shared(
    tmp_path: Path, theirs: bool
) -> None:
    """A package that names rows of the receiver's own accounts beside."""
    qin, lin = reps(tmp_path, "秦川", "林岚")
    meet(qin, lin)
    shared, mine = account(qin, "岩屿"), account(lin, "林岚的客户")
    share_account(qin, account_id=shared, colleague="林岚", since=TODAY, now=NOW)
    promise = promised(qin, shared, "送样") if theirs else promised(lin, mine, "林岚的承诺")
    first = hand(qin, lin, tmp_path, "林岚")
    assert first.rows
    path = tmp_path / "forged.kamweek"
    pack(qin, order=Order(path, LATER), to=["林岚"])
    package = open_package(path, identity(lin).keys.opening, None)
    header = msgspec.structs.replace(package.header, left=[("promise", promise), ("account", mine)])
    write_package(
        path,
        header,
        package.lines(),
        keys=identity(qin).keys,
        recipients=[identity(lin).card.recipient],
        passphrase=None,
        check=lambda written: open_package(written, identity(lin).keys.opening, None),
    )
    take_in(lin, path=path, now=LATER)
    assert what(lin, promise) == (None if theirs else "林岚的承诺")
    with lin.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account WHERE id = ?", (mine,)).scalar() == 1


def test_an_account_whose_own_rep_has_not_come_yet_stays_with_the_colleague(tmp_path: Path) -> None:
    """The office can't say yet that it is not shared: the colleague's book says that it is."""
    qin, lin = reps(tmp_path, "秦川", "林岚")
    office = office_of(tmp_path, qin, lin)
    meet(qin, lin)
    known, unknown = account(qin, "办公室知道的"), account(qin, "还不知道的")
    hand(qin, office, tmp_path, "内勤")
    for place in (known, unknown):
        share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    add_note(lin, account_id=unknown, text="去过", noted_on=TODAY, now=NOW)
    hand(lin, office, tmp_path, "内勤")
    taken = give_back(office, lin, tmp_path, "林岚")
    assert (taken.evicted, taken.staying) == (0, 0)
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    assert digest(qin) == digest(office, "秦川")
    assert digest(lin) == digest(office, "林岚")
    assert refusals(office) == ()


def test_what_the_colleague_began_leaves_too(tmp_path: Path) -> None:
    """Of a row that came from there nothing went back: it has it all the same."""
    qin, lin = reps(tmp_path, "秦川", "林岚")
    meet(qin, lin)
    shared, own = account(qin, "岩屿"), account(qin, "下沙")
    share_account(qin, account_id=shared, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    moved = promised(lin, shared, "送样")
    hand(lin, qin, tmp_path, "秦川")
    change_promise(qin, promise_id=moved, account_id=own, now=LATER)
    hand(qin, lin, tmp_path, "林岚", now=LATER)
    assert what(lin, moved) is None
    assert what(qin, moved) == "送样"
    sound(lin)


def test_of_two_copies_of_the_office_each_says_what_leaves(tmp_path: Path) -> None:
    qin, lin, office, shared, _ = shared_by_office(tmp_path)
    both = ((qin, "秦川"), (lin, "林岚"))
    rounds(office, tmp_path, *both)
    add_note(lin, account_id=shared, text="去过", noted_on=TODAY, now=NOW)
    rounds(office, tmp_path, *both)
    copied = tmp_path / "copied"
    copied.mkdir()
    path = office.path
    office.close()
    shutil.copy(path, copied / "office.kam")
    office, other = (open_book(each, backups=copied, now=NOW) for each in (path, copied / "office.kam"))
    for store in (other, office, other, office):
        account(store, "办公室的")
        several = give_back(store, lin, tmp_path, "林岚", now=LATER).several
    assert several
    end_sharing(qin, account_id=shared, colleague="林岚", today=TODAY, now=LATER)
    hand(qin, office, tmp_path, "内勤", now=LATER)
    hand(lin, office, tmp_path, "内勤", now=LATER)
    assert give_back(office, lin, tmp_path, "林岚", now=LATER).evicted == 1
    sound(lin)


def test_the_account_is_found_and_ranked_without_what_left_it(tmp_path: Path) -> None:
    qin, lin, office, shared, own = shared_by_office(tmp_path)
    set_tags(qin, account_id=shared, tags=["展厅"], now=NOW)
    visit = only(
        report_unplanned(qin, account_id=shared, report=Report(TODAY, outcome="ok"), now=NOW), "visit"
    )
    both = ((qin, "秦川"), (lin, "林岚"))
    rounds(office, tmp_path, *both)
    before = assert_index_is_true(lin)[shared]
    with qin.write("test.move", now=LATER) as tx:
        for tag in tx.every(AccountTag, account_id=shared):
            tag.account_id = own
        tx.get(Visit, visit).account_id = own
    rounds(office, tmp_path, *both)
    assert assert_index_is_true(lin)[shared] != before
    assert digest(lin) == digest(office, "林岚")
