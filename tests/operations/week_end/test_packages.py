"""Packages go between real books: two laptops of one rep, an office."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer, peers, remove_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, make_book
from tests.sync.test_book import account, change, sound, value


def laptops(tmp_path: Path) -> tuple[Store, Store]:
    one, two = make_book(tmp_path / "one"), make_book(tmp_path / "two")
    cards = [
        identity(store, rep="林岚", device=name).card for store, name in ((one, "office"), (two, "home"))
    ]
    add_peer(one, card=cards[1], now=NOW)
    add_peer(two, card=cards[0], now=NOW)
    return one, two


def hand(sender: Store, receiver: Store, folder: Path, **more: object) -> object:
    path = folder / "week.kamweek"
    pack(sender, order=Order(path, NOW, **more))  # type: ignore[arg-type]
    return take_in(receiver, path=path, now=NOW)


def test_two_laptops_come_to_the_same(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿", city="杭州")
    hand(one, two, tmp_path)
    change(two, row, city="宁波")
    change(one, row, name="岩屿建材")
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert digest(one) == digest(two)
    assert (value(two, row, "name"), value(one, row, "city")) == ("岩屿建材", "宁波")
    for store in (one, two):
        sound(store)
        store.close()


def test_a_package_taken_twice_changes_nothing(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "岩屿")
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW))
    assert take_in(two, path=path, now=NOW).fresh["account"] == 1
    before = digest(two)
    again = take_in(two, path=path, now=NOW)
    assert again.before
    assert digest(two) == before
    one.close()
    two.close()


def test_looking_changes_nothing(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW))
    before = digest(two)
    assert take_in(two, path=path, now=NOW, dry_run=True).fresh["account"] == 1
    assert digest(two) == before
    assert value(two, row, "name") is None
    assert take_in(two, path=path, now=NOW).fresh["account"] == 1
    one.close()
    two.close()


def test_a_lost_package_is_made_good_by_the_next(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "甲")
    pack(one, order=Order(tmp_path / "lost.kamweek", NOW))
    account(one, "乙")
    hand(one, two, tmp_path)
    assert digest(one) != digest(two)
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert digest(one) == digest(two)
    one.close()
    two.close()


def test_what_was_acknowledged_is_not_sent_again(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "甲")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    row = account(one, "乙")
    packed = pack(one, order=Order(tmp_path / "b.kamweek", NOW))
    assert packed.rows == 1
    assert not packed.everything
    take_in(two, path=tmp_path / "b.kamweek", now=NOW)
    assert value(two, row, "name") == "乙"
    assert pack(one, order=Order(tmp_path / "c.kamweek", NOW, everything=True)).everything
    one.close()
    two.close()


def test_a_restored_book_comes_to_the_same_again(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "甲")
    kept = back_up(one, tmp_path / "kept", now=NOW)
    change(one, row, name="乙")
    account(one, "丙")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    one.close()
    restore(kept, one.path, now=NOW)
    one = open_book(one.path, backups=tmp_path / "backups", now=NOW)
    account(one, "丁")
    change(one, row, city="杭州")
    for _ in range(2):
        hand(one, two, tmp_path)
        hand(two, one, tmp_path)
    assert digest(one) == digest(two)
    assert (value(one, row, "name"), value(two, row, "city")) == ("乙", "杭州")
    one.close()
    two.close()


def test_who_is_not_known_is_refused_and_who_was_removed(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "甲")
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW))
    remove_peer(two, name="林岚/office", now=NOW)
    with pytest.raises(RuleError) as told:
        take_in(two, path=path, now=NOW)
    assert told.value.code == "package_removed"
    with pytest.raises(RuleError) as told:
        take_in(one, path=path, now=NOW)
    assert told.value.code == "package_own"
    stranger = make_book(tmp_path / "three")
    with pytest.raises(InputError) as refused:
        take_in(stranger, path=path, now=NOW)
    assert refused.value.code == "package_other"
    for store in (one, two, stranger):
        store.close()


def test_a_passphrase_given_apart_makes_known(tmp_path: Path) -> None:
    one, two = make_book(tmp_path / "one"), make_book(tmp_path / "two")
    row = account(one, "甲")
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW, passphrase="晴天走线"))
    with pytest.raises(InputError) as told:
        take_in(two, path=path, now=NOW)
    assert told.value.code == "package_passphrase"
    with pytest.raises(InputError) as told:
        take_in(two, path=path, now=NOW, passphrase="雨天走线")
    assert told.value.code == "package_passphrase_wrong"
    take_in(two, path=path, now=NOW, passphrase="晴天走线")
    assert value(two, row, "name") == "甲"
    assert [peer.added_at for peer in peers(two)] == [NOW]
    one.close()
    two.close()


def test_no_byte_can_be_changed_and_no_end_cut(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW))
    data = path.read_bytes()
    before = digest(two)
    for place in [*range(0, len(data), max(1, len(data) // 60)), len(data) - 1]:
        for wrong in (data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], data[:place]):
            path.write_bytes(wrong)
            with pytest.raises((InputError, RuleError)):
                take_in(two, path=path, now=NOW + timedelta(days=1))
    assert digest(two) == before
    one.close()
    two.close()
