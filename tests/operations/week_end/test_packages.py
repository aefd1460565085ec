"""Packages go between real books: two laptops of one rep, an office."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.domain.rep import Rep
from kamdesk.operations.attachments import attach
from kamdesk.operations.book import change_rep
from kamdesk.operations.indexing import build_piece
from kamdesk.operations.line import add_slot
from kamdesk.operations.week_end import taking
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer, peers, remove_peer
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.reads.rep import rep_card
from kamdesk.sync.package.reading import open_package
from tests.books import NOW, TODAY, make_book
from tests.db.index_check import assert_index_is_true
from tests.sync.test_book import account, change, sound, value


def laptops(tmp_path: Path) -> tuple[Store, Store]:
    one, two = make_book(tmp_path / "one"), make_book(tmp_path / "two")
    cards = [
        identity(store, rep="林岚", device=name).card for store, name in ((one, "office"), (two, "home"))
    ]
    add_peer(one, card=cards[1], now=NOW)
    add_peer(two, card=cards[0], now=NOW)
    return one, two


def test_two_copies_of_a_book_in_use_miss_nothing_and_are_told(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    place = account(one, "岩屿")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    path = one.path
    one.close()
    (tmp_path / "copy").mkdir()
    shutil.copy(path, tmp_path / "copy" / "book.kam")
    one = open_book(path, backups=path.parent / "backups", now=NOW)
    copy = open_book(tmp_path / "copy" / "book.kam", backups=tmp_path / "copy", now=NOW)
    change(one, place, city="杭州")
    change(copy, place, district="越城")
    told = []
    for n in range(3):
        told += [hand(each, two, tmp_path).several for each in (one, copy)]
        answer = tmp_path / f"{n}.kamweek"
        pack(two, order=Order(answer, NOW))
        for each in (one, copy):
            take_in(each, path=answer, now=NOW)
    assert digest(one) == digest(two) == digest(copy)
    assert [value(copy, place, name) for name in ("city", "district")] == ["杭州", "越城"]
    assert told == [False, False, True, True, True, True]
    add_peer(two, card=identity(one).card, now=NOW)
    assert not hand(one, two, tmp_path).several


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
    assert told.value.code == "package_own_for"
    stranger = make_book(tmp_path / "three")
    with pytest.raises(InputError) as refused:
        take_in(stranger, path=path, now=NOW)
    assert refused.value.code == "package_other"
    for store in (one, two, stranger):
        store.close()


def test_a_package_of_one_whose_card_was_never_enrolled_is_refused(tmp_path: Path) -> None:
    one, two = make_book(tmp_path / "one"), make_book(tmp_path / "two")
    add_peer(one, card=identity(two, rep="林岚").card, now=NOW)
    row = account(one, "甲")
    pack(one, order=Order(tmp_path / "a", NOW))
    with pytest.raises(RuleError) as told:
        take_in(two, path=tmp_path / "a", now=NOW)
    assert told.value.code == "package_stranger"
    assert peers(two) == []
    assert value(two, row, "name") is None
    one.close()
    two.close()


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


def test_most_of_a_book_is_found_once_it_was_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "LATER", 3)
    one, two = laptops(tmp_path)
    ids = {account(one, f"岩屿{number}") for number in range(4)}
    hand(one, two, tmp_path)
    piece = build_piece(two)
    while not piece.ready:
        piece = build_piece(two)
    assert len([each for each in assert_index_is_true(two) if each in ids]) == 4
    one.close()
    two.close()


def test_who_informs_us_is_in_no_package(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    place = account(one, "岩屿")
    with one.write("test.informant", now=NOW) as tx:
        person = Contact(id=tx.new_id(), name="周敏")
        secret = InformantAssignment(id=tx.new_id(), contact_id=person.id, account_id=place, told="标底")
        tx.add(person, secret)
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW, everything=True))
    package = open_package(path, identity(two).keys.opening)
    told = msgspec.json.encode([package.header, *package.lines()]).decode()
    assert person.id in told
    assert not any(word in told for word in (secret.id, "informant", "标底"))
    before = digest(one)
    with one.write("test.informant", now=NOW) as tx:
        tx.get(InformantAssignment, secret.id).told = "回扣"
    assert digest(one) == before
    one.close()
    two.close()


def test_an_attachment_travels_with_its_content(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    place = account(one, "岩屿")
    attach(one, subject="account", subject_id=place, files=[("合同.pdf", b"%PDF-1.7 contract")], now=NOW)
    hand(one, two, tmp_path)
    with two.read() as connection:
        assert connection.scalar(select(t.attachment_content.c.content)) == b"%PDF-1.7 contract"
        assert connection.scalar(select(t.attachment.c.subject_id)) == place
    one.close()
    two.close()


def test_each_book_stays_its_reps_own(tmp_path: Path) -> None:
    """Two laptops of one rep become one rep's; a colleague's rep is never taken for one's own."""
    one, two = laptops(tmp_path)
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert rep_card(one) == rep_card(two)
    colleague = make_book(tmp_path / "three")
    change_rep(colleague, rep_id=rep_card(colleague).id, name="秦川", now=NOW)
    own = rep_card(colleague).id
    add_peer(one, card=identity(colleague, rep="秦川").card, now=NOW)
    add_peer(colleague, card=identity(one).card, now=NOW)
    with one.write("test.met", now=NOW) as tx:
        tx.get(Rep, rep_card(one).id).phone = "0571"
    shared = account_of(one)
    share_account(one, account_id=shared, colleague="秦川", since=NOW.date(), now=NOW)
    pack(one, order=Order(tmp_path / "c", NOW), to=["秦川"])
    take_in(colleague, path=tmp_path / "c", now=NOW)
    with colleague.read() as connection:
        assert len(connection.execute(select(t.rep)).all()) == 2
    assert (rep_card(colleague).id, rep_card(colleague).name) == (own, "秦川")
    for store in (one, two, colleague):
        store.close()


def test_the_line_of_a_rep_with_two_laptops_is_the_one_that_was_planned(tmp_path: Path) -> None:
    """The second laptop's empty book may be the older one."""
    one, two = laptops(tmp_path)
    planned = rep_card(two)
    visited = account(two, "岩屿")
    add_slot(two, account_id=visited, weekday=1, start=600, minutes=30, valid_from=TODAY, now=NOW)
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert rep_card(one).line_id == rep_card(two).line_id == planned.line_id
    one.close()
    two.close()


def account_of(store: Store) -> str:
    with store.write("test.account", now=NOW) as tx:
        row = Account(id=tx.new_id(), name="共享", level="company", status="active")  # type: ignore[arg-type]
        row.owner_id = tx.every(Rep)[0].id
        tx.add(row)
    return row.id
