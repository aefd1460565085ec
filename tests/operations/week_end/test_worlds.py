"""Real books and real files: whatever happens to the files, the books come to the same."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountTag
from kamdesk.domain.errors import BookError, KamdeskError, RuleError
from kamdesk.operations.undo import last_done, undo
from kamdesk.operations.week_end import packing
from kamdesk.operations.week_end.conflicts import open_conflicts, resolve
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, make_book
from tests.sync.test_book import content

ANY = st.integers(0, 10**6)


def no_room(*_: object) -> None:
    raise BookError("disk_full", path="book.kam")


class Week(RuleBasedStateMachine):
    """Three laptops of one rep; the first is where all meet in the end."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kamdesk-week-"))
        self.stores = [make_book(self.folder / name) for name in "abc"]
        cards = [identity(store, rep="林岚", device=f"{n}").card for n, store in enumerate(self.stores)]
        for store in self.stores:
            for card in cards:
                if card.key != identity(store).card.key:
                    add_peer(store, card=card, now=NOW)
        self.mail: list[tuple[int, Path]] = []
        self.kept: dict[int, Path] = {}
        self.now = NOW
        self.files = 0

    def tick(self, days: float = 0.01) -> None:
        self.now += timedelta(days=days)

    def accounts(self, store: Store) -> list[str]:
        return sorted(str(row[0]) for row in content(store)["account"])

    @rule(who=st.integers(0, 2), name=st.sampled_from(["甲", "乙", "丙"]))
    def add(self, who: int, name: str) -> None:
        self.tick()
        with self.stores[who].write("test.add", now=self.now) as tx:
            row = Account(id=tx.new_id(), name=name, level="company", status="active")  # type: ignore[arg-type]
            tx.add(row, AccountTag(id=tx.new_id(), account_id=row.id, tag="水泥", rank=0))

    @rule(
        who=st.integers(0, 2),
        which=ANY,
        field=st.sampled_from(["name", "city", "latitude", "is_key", "parent_id", "gone"]),
        number=st.integers(0, 3),
        days=st.sampled_from([0.01, 0.01, 3650.0, -3650.0]),
    )
    def change(self, who: int, which: int, field: str, number: int, days: float) -> None:
        """By a clock that may be ten years off."""
        store = self.stores[who]
        ids = self.accounts(store)
        if not ids:
            return
        no_circle = contextlib.suppress(RuleError)
        with no_circle, store.write("test.change", now=self.now + timedelta(days=days)) as tx:
            row = tx.find(Account, ids[which % len(ids)])
            assert row is not None
            match field:
                case "gone":
                    row.deleted_at = None if row.deleted_at else tx.now
                case "parent_id":
                    row.parent_id = ids[number % len(ids)]
                case "latitude":
                    row.latitude = 30.0 + number
                case "is_key":
                    row.is_key = bool(number % 2)
                case _:
                    setattr(row, field, f"{number}")

    @rule(who=st.integers(0, 2))
    def undo(self, who: int) -> None:
        self.tick()
        store = self.stores[who]
        with store.read() as connection:
            last = last_done(connection)
        if last:
            with contextlib.suppress(RuleError):  # another book's value has come in
                undo(store, operation_id=last.operation_id, now=self.now)

    @rule(who=st.integers(0, 2), take=st.integers(1, 2))
    def choose(self, who: int, take: int) -> None:
        self.tick()
        for conflict in open_conflicts(self.stores[who])[:1]:
            number = min(take, len(conflict.choices))
            with contextlib.suppress(RuleError):  # it would close a circle
                resolve(self.stores[who], conflict_id=conflict.id, take=number, now=self.now)

    @rule(sender=st.integers(0, 2), receiver=st.integers(0, 2))
    def send(self, sender: int, receiver: int) -> None:
        if sender != receiver:
            self.files += 1
            path = self.folder / f"{self.files}.kamweek"
            pack(self.stores[sender], order=Order(path, self.now), to=[f"林岚/{receiver}"])
            self.mail.append((receiver, path))

    @rule(sender=st.integers(0, 2), receiver=st.integers(0, 2))
    def send_and_forget(self, sender: int, receiver: int) -> None:
        """The package is in its place; then the book has no room, and knows nothing of it."""
        if sender != receiver:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(packing, "remember", no_room)
                with pytest.raises(BookError):
                    self.send(sender, receiver)
            self.mail.append((receiver, self.folder / f"{self.files}.kamweek"))

    @precondition(lambda self: self.mail)
    @rule(which=ANY, twice=st.booleans())
    def deliver(self, which: int, twice: bool) -> None:
        receiver, path = self.mail[which % len(self.mail)]
        if not twice:
            self.mail.remove((receiver, path))
        take_in(self.stores[receiver], path=path, now=self.now)

    @precondition(lambda self: self.mail)
    @rule(which=ANY, place=ANY, cut=st.booleans())
    def spoil(self, which: int, place: int, cut: bool) -> None:
        """A file cut short or altered is refused, and nothing of it comes in."""
        receiver, path = self.mail[which % len(self.mail)]
        data = path.read_bytes()
        place %= len(data)
        bad = path.with_suffix(".bad")
        bad.write_bytes(data[:place] if cut else data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        before = digest(self.stores[receiver])
        with pytest.raises(KamdeskError):
            take_in(self.stores[receiver], path=bad, now=self.now)
        assert digest(self.stores[receiver]) == before

    @precondition(lambda self: self.mail)
    @rule(which=ANY)
    def lose(self, which: int) -> None:
        self.mail.remove(self.mail[which % len(self.mail)])

    @rule(who=st.integers(0, 2))
    def keep(self, who: int) -> None:
        self.kept[who] = back_up(self.stores[who], self.folder / f"kept{who}", now=self.now)

    @rule(who=st.integers(0, 2))
    def restore(self, who: int) -> None:
        if who in self.kept and self.kept[who].exists():
            self.stores[who].close()
            restore(self.kept[who], self.stores[who].path, now=self.now)
            self.reopen(who)

    @rule(who=st.integers(0, 2))
    def reopen(self, who: int) -> None:
        path = self.stores[who].path
        self.stores[who].close()
        self.stores[who] = open_book(path, backups=path.parent / "backups", now=self.now)

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        try:
            self.meet()
        finally:
            for store in self.stores:
                store.close()
            shutil.rmtree(self.folder)

    def meet(self) -> None:
        for _ in range(2):
            for pairs in ([(1, 0), (2, 0)], [(0, 1), (0, 2)]):
                for sender, receiver in pairs:
                    self.send(sender, receiver)
                    take_in(self.stores[receiver], path=self.mail.pop()[1], now=self.now)
        for store in self.stores[1:]:
            assert digest(store) == digest(self.stores[0])
            assert content(store) == content(self.stores[0])
            assert open_conflicts(store) == open_conflicts(self.stores[0])
        for store in self.stores:
            with store.read() as connection:
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def play(worlds: int, steps: int) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Week,
        settings=settings(
            max_examples=worlds,
            stateful_step_count=steps,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),  # type: ignore[arg-type]
        ),
    )


def test_books_come_to_the_same() -> None:
    play(4, 25)


@pytest.mark.long
def test_many_books_come_to_the_same() -> None:
    play(200, 40)
