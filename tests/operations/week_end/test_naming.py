"""One name for the rep: the card, the other laptops and what is shared go with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, RuleError
from kamdesk.operations.book import change_rep
from kamdesk.operations.undo import last_done, undo
from kamdesk.operations.week_end.identity import KEYRING, own_card
from kamdesk.operations.week_end.key_places import move_keys
from kamdesk.operations.week_end.naming import call_rep, own_name, take_name
from kamdesk.operations.week_end.peers import add_peer, peers
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.reads.digest import digest
from kamdesk.reads.rep import rep_card
from kamdesk.reads.week_end.shares import shared_accounts
from tests.books import NOW, TODAY, make_book
from tests.keyrings import InMemory, Locked, in_use
from tests.operations.week_end.books import hand, laptops, meet, office_of, reps
from tests.operations.week_end.test_packages import account, change


def called(store: Store, name: str) -> str:
    """The rep is called otherwise in the settings; what the card says then."""
    change_rep(store, rep_id=rep_card(store).id, name=name, now=NOW)
    take_name(store, now=NOW)
    return own_card(store).card.rep


def test_the_card_follows_the_settings_and_their_undo(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store:
        assert take_name(store, now=NOW) is None, "no card yet"
        before = own_card(store).card
        assert called(store, "林大岚") == "林大岚"
        assert own_card(store).card.key == before.key
        assert take_name(store, now=NOW) is None
        with store.read() as connection:
            done = last_done(connection)
        undo(store, operation_id=done.operation_id, now=NOW)
        take_name(store, now=NOW)
        assert own_card(store).card == before


def test_a_name_longer_than_a_card_takes_is_refused_in_the_settings(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store, pytest.raises(RuleError) as told:
        change_rep(store, rep_id=rep_card(store).id, name="林" * 81, now=NOW)
    assert told.value.code == "identity_name"


def test_the_other_laptop_stays_the_reps_and_takes_the_name_over(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    with closing(one), closing(two):
        account(one, "甲")
        hand(one, two, tmp_path)
        hand(two, one, tmp_path)
        called(one, "林大岚")
        assert [(peer.card.rep, peer.own) for peer in peers(one)] == [("林大岚", True)]
        hand(one, two, tmp_path)
        assert own_name(two) == "林大岚"
        assert take_name(two, now=NOW).card.rep == "林大岚"
        assert [peer.own for peer in peers(two)] == [True]
        account(two, "乙")
        hand(two, one, tmp_path)
        assert digest(one) == digest(two)


def test_what_a_rep_shares_goes_on_with_colleagues_who_add_the_new_card(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    with closing(lin), closing(qin):
        meet(lin, qin)
        row = account(lin, "岩屿")
        share_account(lin, account_id=row, colleague="秦川", since=TODAY, now=NOW)
        hand(lin, qin, tmp_path, "秦川")
        called(lin, "林大岚")
        add_peer(qin, card=own_card(lin).card, now=NOW)
        change(lin, row, city="宁波")
        taken = hand(lin, qin, tmp_path, "秦川")
        assert (taken.refused, refusals(qin)) == (0, ())
        (shared,) = shared_accounts(qin, today=TODAY)
        assert (shared.shared_by, shared.with_me) == ("林大岚", True)
        change(qin, row, city="杭州")
        assert hand(qin, lin, tmp_path, "林大岚").refused == 0
        with lin.read() as connection:
            assert connection.scalar(select(t.account.c.city).where(t.account.c.id == row)) == "杭州"


def test_a_keyring_that_is_locked_leaves_the_card_as_it_was(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store:
        own_card(store)
        ring = InMemory()
        with in_use(ring):
            move_keys(store, to=KEYRING)
        change_rep(store, rep_id=rep_card(store).id, name="林大岚", now=NOW)
        with in_use(Locked()), pytest.raises(BookError):
            take_name(store, now=NOW)
        assert own_card(store).card.rep == "林岚"
        with in_use(ring):
            assert take_name(store, now=NOW).card.rep == "林大岚"


def test_a_name_given_to_the_card_is_the_reps_everywhere(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store, closing(office_of(tmp_path)) as office:
        call_rep(store, name="林大岚", now=NOW)
        assert (own_name(store), own_card(store).card.rep) == ("林大岚", "林大岚")
        call_rep(office, name="总部", now=NOW)
        assert (own_name(office), own_card(office).card.rep) == ("", "总部")
