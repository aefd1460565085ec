"""Where the book's keys lie: moved into the keyring and back, copied, lost, made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as Failing
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.backup import back_up, restore
from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, KamdeskError
from kamdesk.operations.accounts import add_account
from kamdesk.operations.confidential import change_informant
from kamdesk.operations.entrusting import share_informant
from kamdesk.operations.week_end.closing import close_week
from kamdesk.operations.week_end.contents import contents
from kamdesk.operations.week_end.identity import (
    BOOK,
    KEYRING,
    identity,
    keep,
    own_card,
    own_keys,
    write_card,
    write_qr,
)
from kamdesk.operations.week_end.key_places import move_keys, renew_keys
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer, known_reps, peers, remove_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.reads.entrusted import entrusted
from kamdesk.sync.package.keys import read_card
from tests.books import NOW, TODAY, make_book
from tests.keyrings import Clinging, Forgetful, InMemory, Locked, in_use
from tests.operations.week_end.books import hand, laptops, meet, office_of
from tests.operations.week_end.test_entrusted import MANAGER, informed, manager_of


@pytest.fixture
def ring() -> Iterator[InMemory]:
    """This computer's keyring."""
    with in_use(InMemory()) as backend:
        yield backend


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(make_book(tmp_path / "one")) as made:
        identity(made, rep="林岚", device="ThinkPad")
        yield made


def kept(store: Store) -> dict[str, str]:
    with store.read() as connection:
        return dict(connection.execute(select(t.book.c.name, t.book.c.value)).all())


def on_disk(store: Store) -> bytes:
    """Every byte of the book and of what stands beside it."""
    return b"".join(path.read_bytes() for path in store.path.parent.glob(f"{store.path.name}*"))


def leave_traces(store: Store) -> None:
    """Rows of the table that come, grow and go, as they do in a year of packages: old bytes stay behind them."""
    with store.write_local() as connection:
        for number in range(150):
            name = f"sync.upto:{sha256(bytes([number])).hexdigest()}"
            keep(connection, {name: str(number), "identity.device": "x" * (number % 50 + 1)})
            if number % 10 == 0:
                connection.exec_driver_sql("DELETE FROM book WHERE name = ?", (name,))
        keep(connection, {"identity.device": "ThinkPad"})


def code(call, *values, **named) -> str:
    with pytest.raises(KamdeskError) as caught:
        call(*values, **named)
    return caught.value.code


def test_moved_into_the_keyring_nothing_of_them_is_left_in_the_file(store: Store, ring: InMemory) -> None:
    before = own_card(store)
    keys = own_keys(store)
    assert (before.keys_in, ring.calls) == (BOOK, 0)
    leave_traces(store)
    assert on_disk(store).count(keys.signing.encode()) > 2
    assert keys.signing.encode() in on_disk(store)
    moved = move_keys(store, to=KEYRING)
    assert (moved.card, moved.signature, moved.keys_in) == (before.card, before.signature, KEYRING)
    for secret in (keys.signing, keys.opening):
        assert secret.encode() not in on_disk(store)
    assert ring.kept == {("kamdesk", before.card.key): keys.text()}
    assert own_keys(store) == keys
    assert move_keys(store, to=KEYRING) == moved
    back = move_keys(store, to=BOOK)
    assert (back, own_keys(store), ring.kept) == (before, keys, {})
    assert move_keys(store, to=BOOK) == before


def test_what_else_the_book_keeps_is_as_it_was(store: Store, ring: InMemory) -> None:
    before = {name: value for name, value in kept(store).items() if not name.startswith("identity.")}
    assert before
    move_keys(store, to=KEYRING)
    assert {name: value for name, value in kept(store).items() if not name.startswith("identity.")} == before
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_only_what_signs_or_opens_a_package_asks_the_keyring(
    tmp_path: Path, store: Store, ring: InMemory
) -> None:
    with closing(make_book(tmp_path / "two")) as other:
        theirs = identity(other, rep="林岚", device="home").card
        move_keys(store, to=KEYRING)
        ring.calls = 0
        add_peer(store, card=theirs, now=NOW)
        add_peer(other, card=own_card(store).card, now=NOW)
        assert code(add_peer, store, card=own_card(store).card, now=NOW) == "peer_self"
        write_card(own_card(store), tmp_path / "lin.card")
        write_qr(own_card(store), tmp_path / "lin.svg")
        assert read_card((tmp_path / "lin.card").read_text("utf-8")) == own_card(store).card
        own_card(store, rep="林岚", device="ThinkPad")
        assert (len(peers(store)), known_reps(store)) == (1, {"林岚"})
        contents(store, keys=[theirs.key], today=TODAY)
        with pytest.raises(KamdeskError):
            close_week(store, monday=TODAY.replace(month=12), now=NOW)
        assert ring.calls == 0
        add_account(store, name="岩屿实业", now=NOW)
        assert hand(store, other, tmp_path).fresh["account"] == 1
        assert hand(other, store, tmp_path).sender == "林岚/home"
        assert ring.calls == 2
        assert digest(store) == digest(other)


def test_another_name_is_signed_anew(store: Store, ring: InMemory) -> None:
    move_keys(store, to=KEYRING)
    named = own_card(store, device="Surface")
    assert read_card(named.text()).device == "Surface"
    with in_use(Locked()):
        before = kept(store)
        assert code(own_card, store, device="X1") == "keyring_locked"
        assert kept(store) == before
        assert own_card(store).card.device == "Surface"


@pytest.mark.parametrize(
    ("backend", "said"),
    [(None, "keyring_none"), (Locked(), "keyring_locked"), (Forgetful(), "keyring_forgets")],
    ids=["none", "locked", "forgetful"],
)
def test_a_keyring_that_does_not_take_them_leaves_them_in_the_book(store: Store, backend, said: str) -> None:
    before = kept(store)
    if backend is None:
        assert code(move_keys, store, to=KEYRING) == said
    else:
        with in_use(backend):
            assert code(move_keys, store, to=KEYRING) == said
    assert kept(store) == before


def test_without_them_nothing_is_written_and_it_is_said_why(
    tmp_path: Path, store: Store, ring: InMemory
) -> None:
    with closing(make_book(tmp_path / "two")) as other:
        identity(other, rep="林岚", device="home")
        meet(store, other)
        hand(other, store, tmp_path)
        move_keys(store, to=KEYRING)
        target, came = tmp_path / "out.kamweek", tmp_path / "week.kamweek"
        pack(other, order=Order(came, NOW))
        before = kept(store)
        deeds = (
            lambda: pack(store, order=Order(target, NOW)),
            lambda: take_in(store, path=came, now=NOW),
            lambda: move_keys(store, to=BOOK),
            lambda: entrusted(store),
        )
        elsewhere, altered = InMemory(), InMemory()
        altered.kept = dict.fromkeys(ring.kept, own_keys(other).text())
        broken = InMemory()
        broken.kept = dict.fromkeys(ring.kept, "x y")
        for backend, said in (
            (Locked(), "keyring_locked"),
            (elsewhere, "keys_not_there"),
            (altered, "keys_not_there"),
            (broken, "keys_not_there"),
        ):
            with in_use(backend):
                assert {code(deed) for deed in deeds} == {said}
        with in_use(Failing()):
            assert {code(deed) for deed in deeds} == {"keys_out_of_reach"}
        assert kept(store) == before
        assert not target.exists()


def test_the_keyring_is_asked_while_the_book_is_free(tmp_path: Path, store: Store) -> None:
    class Writing(InMemory):
        """Asks its user something meanwhile, who writes in the book."""

        def get_password(self, service: str, username: str) -> str | None:
            with closing(sqlite3.connect(store.path, timeout=0)) as connection:
                connection.execute("BEGIN IMMEDIATE")
            return super().get_password(service, username)

    with in_use(Writing()) as backend, closing(make_book(tmp_path / "two")) as other:
        identity(other, rep="林岚", device="home")
        meet(store, other)
        move_keys(store, to=KEYRING)
        pack(store, order=Order(tmp_path / "out.kamweek", NOW))
        hand(other, store, tmp_path)
        move_keys(store, to=BOOK)
        assert backend.calls > 4


def test_moved_by_another_program_meanwhile(store: Store, ring: InMemory, tmp_path: Path) -> None:
    class Meddling(InMemory):
        def set_password(self, service: str, username: str, password: str) -> None:
            super().set_password(service, username, password)
            renew_keys(store, now=NOW)

    with in_use(Meddling()):
        before = own_card(store).card.key
        assert code(move_keys, store, to=KEYRING) == "keys_moved"
        assert own_card(store).keys_in == BOOK
        assert own_card(store).card.key != before


def test_moved_back_and_kept_by_the_keyring_as_well_it_is_said(store: Store) -> None:
    with in_use(Clinging()) as backend:
        move_keys(store, to=KEYRING)
        assert code(move_keys, store, to=BOOK) == "keyring_left"
        assert own_card(store).keys_in == BOOK
        assert backend.kept


def test_a_backup_has_the_keys_where_they_lay_when_it_was_made(tmp_path: Path, store: Store) -> None:
    path, folder = store.path, tmp_path / "copies"
    with in_use(InMemory()):
        first = back_up(store, folder, now=NOW)
        key = own_card(store).card.key
        move_keys(store, to=KEYRING)
        second = back_up(store, folder, now=NOW)
        store.close()
        restore(second, path, now=NOW)
        with closing(open_book(path, backups=folder, now=NOW)) as here:
            assert own_keys(here) is not None, "on the same computer the keyring has them"
            assert own_card(here).card.key == key
    with in_use(InMemory()) as other:
        with closing(open_book(path, backups=folder, now=NOW)) as there:
            assert code(own_keys, there) == "keys_not_there"
        # From a copy that has them they are put where the book looks for them.
        with closing(open_book(first, backups=folder, now=NOW)) as old:
            assert own_card(old).keys_in == BOOK
            move_keys(old, to=KEYRING)
        with closing(open_book(path, backups=folder, now=NOW)) as there:
            assert own_keys(there) is not None
            assert len(other.kept) == 1


def test_in_an_encrypted_book_too(tmp_path: Path, ring: InMemory) -> None:
    secret = Passphrase("grüner Stein")
    with closing(new_book(tmp_path / "book.kam", secret, now=NOW)) as store:
        card = identity(store, rep="林岚").card
        move_keys(store, to=KEYRING)
    with closing(open_book(tmp_path / "book.kam", secret, backups=tmp_path, now=NOW)) as store:
        assert own_card(store).card == card
        assert not {"identity.signing", "identity.opening"} & set(kept(store))
        move_keys(store, to=BOOK)
        assert identity(store).card == card


def test_new_keys_are_met_as_another_book_of_the_same_rep(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office, manager = office_of(tmp_path, one, two), manager_of(tmp_path)
    for store in (one, two, office):
        meet(store, manager)
    with closing(one), closing(two), closing(office), closing(manager):
        (shown,) = informed(one, "标底")
        share_informant(one, assignment_id=shown, manager=MANAGER, now=NOW)
        for _ in range(2):
            hand(one, two, tmp_path, "home")
            hand(two, one, tmp_path)
            hand(one, manager, tmp_path, own_card(manager).card.key)
        before = own_card(one)
        with in_use(InMemory()) as ring:
            move_keys(one, to=KEYRING)
            assert len(ring.kept) == 1
            renewed = renew_keys(one, now=NOW, device="new")
            assert ring.kept == {}, "the old ones open nothing any more"
        assert (renewed.keys_in, renewed.card.rep, renewed.card.device) == (BOOK, "林岚", "new")
        assert renewed.card.key != before.card.key
        add_account(one, name="后来建材", now=NOW)
        assert code(hand, one, two, tmp_path) == "package_stranger"
        for store in (two, office, manager):
            remove_peer(store, name=before.card.key, now=NOW)
            add_peer(store, card=renewed.card, now=NOW)
        brought = hand(one, two, tmp_path, "home")
        assert (brought.gap, brought.fresh["account"], brought.conflicts) == (False, 1, 0)
        add_account(two, name="再后来建材", now=NOW)
        returned = hand(two, one, tmp_path)
        assert (returned.gap, returned.fresh["account"]) == (False, 1)
        assert digest(one) == digest(two)
        assert not hand(one, two, tmp_path, "home").gap
        change_informant(one, assignment_id=shown, told="标底九百万", last_heard=None, now=NOW)
        hand(one, manager, tmp_path, own_card(manager).card.key)
        assert [each.told for each in entrusted(manager)] == ["标底九百万"]


def test_the_old_secret_leaves_the_file_with_new_keys(store: Store) -> None:
    old = own_keys(store)
    leave_traces(store)
    renew_keys(store, now=NOW)
    assert old.signing.encode() not in on_disk(store)
    assert own_keys(store) != old


def test_new_keys_are_there_before_the_keyring_forgets_the_old_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_use(InMemory()) as ring:
        before = move_keys(store, to=KEYRING).card
        seen = []
        forget = ring.delete_password
        monkeypatch.setattr(ring, "delete_password", lambda *of: (seen.append(own_keys(store)), forget(*of)))
        after = renew_keys(store, now=NOW).card
        assert ring.kept == {}
    assert [keys.card(after.role, after.rep, after.device) for keys in seen] == [after]
    assert after.key != before.key


@pytest.mark.parametrize("backend", [Clinging, Locked])
def test_a_keyring_that_keeps_the_old_ones_is_told_and_the_new_ones_hold(store: Store, backend) -> None:
    with in_use(InMemory()):
        before = move_keys(store, to=KEYRING).card
    ring = backend()
    ring.kept["kamdesk", before.key] = "old"
    with in_use(ring), pytest.raises(BookError) as told:
        renew_keys(store, now=NOW)
    assert (told.value.code, told.value.values["name"]) == ("keyring_old_left", before.key)
    assert own_card(store).card.key != before.key
    assert own_keys(store) is not None


def test_without_a_keyring_there_is_nothing_to_forget(store: Store) -> None:
    with in_use(InMemory()):
        before = move_keys(store, to=KEYRING).card
    assert renew_keys(store, now=NOW).card.key != before.key
