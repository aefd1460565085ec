"""A package that is in its place though its book forgot it: the process ended there, or the book had no room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError
from kamdesk.operations.week_end import packing
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, make_book
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of, reps
from tests.sync.test_book import account, value

LATER = NOW + timedelta(days=7)


def no_room(*_: object) -> None:
    raise BookError("disk_full", path="book.kam")


def pack_and_forget(store: Store, order: Order, *to: str) -> Path:
    """What the transaction would have written is not kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "remember", no_room)
        with pytest.raises(BookError, match="disk_full"):
            pack(store, order=order, to=to)
    return order.target


@pytest.mark.parametrize("to_office", [False, True])
def test_what_is_written_afterwards_arrives(tmp_path: Path, to_office: bool) -> None:
    """It must not be counted under a number that the receiver has had, nor pass for a fork."""
    one, two = laptops(tmp_path)
    other = office_of(tmp_path, one) if to_office else two
    first = account(one, "岩屿")
    take_in(other, path=pack_and_forget(one, Order(tmp_path / "forgotten.kamweek", NOW)), now=NOW)
    then = account(one, "临江")
    hand(one, other, tmp_path)
    assert [value(other, row, "name") for row in (first, then)] == ["岩屿", "临江"]
    last = account(one, "云岭")
    if to_office:
        give_back(other, one, tmp_path, "林岚")
    else:
        hand(other, one, tmp_path)
    hand(one, other, tmp_path)
    assert value(other, last, "name") == "云岭"
    assert digest(one) == digest(other)
    for store in {id(each): each for each in (one, two, other)}.values():
        store.close()


def test_what_is_written_afterwards_is_not_thought_to_have_arrived(tmp_path: Path) -> None:
    """The receiver answered that it has all up to the number of the forgotten package."""
    one, two = laptops(tmp_path)
    account(one, "岩屿")
    take_in(two, path=pack_and_forget(one, Order(tmp_path / "forgotten.kamweek", NOW)), now=NOW)
    then = account(one, "临江")
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert value(two, then, "name") == "临江"
    for store in (one, two):
        store.close()


def test_an_account_that_left_with_it_and_comes_back_is_sent_again(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place = account(lin, "岩屿")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    hand(qin, lin, tmp_path, "林岚")
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    forgotten = pack_and_forget(lin, Order(tmp_path / "forgotten.kamweek", LATER), "秦川")
    assert take_in(qin, path=forgotten, now=LATER).evicted == 1
    share_account(lin, account_id=place, colleague="秦川", since=LATER.date(), now=LATER)
    hand(lin, qin, tmp_path, "秦川", now=LATER)
    assert value(qin, place, "name") == "岩屿"
    for store in (lin, qin):
        store.close()


@pytest.mark.long
def test_a_book_keeps_the_keys_that_a_forgotten_package_was_signed_with(tmp_path: Path) -> None:
    one = make_book(tmp_path / "one")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "remember", no_room)
        with pytest.raises(BookError, match="disk_full"):
            pack(one, order=Order(tmp_path / "p", NOW, passphrase="rain on tin"))
    two = make_book(tmp_path / "two")
    assert take_in(two, path=tmp_path / "p", now=NOW, passphrase="rain on tin").key == identity(one).card.key
    for store in (one, two):
        store.close()


def test_what_another_window_writes_in_between_is_packed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between counting up and packing the book is free for a moment."""
    one, two = laptops(tmp_path)
    turns: list[str] = []
    write_local = Store.write_local

    @contextmanager
    def interrupted(store: Store) -> Iterator[Connection]:
        with write_local(store) as connection:
            yield connection
        turns.append("")
        if len(turns) == 1:
            turns.append(account(one, "临江"))

    monkeypatch.setattr(Store, "write_local", interrupted)
    pack(one, order=Order(tmp_path / "p", NOW))
    monkeypatch.undo()
    take_in(two, path=tmp_path / "p", now=NOW)
    assert value(two, turns[1], "name") == "临江"
    for store in (one, two):
        store.close()
