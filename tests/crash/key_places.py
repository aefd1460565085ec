"""The book's keys moved into a keyring and back, and made anew, in a process that is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kamdesk.db.opening import check_book
from kamdesk.operations.week_end.identity import BOOK, KEYRING, identity, own_card, own_keys
from kamdesk.operations.week_end.key_places import move_keys, renew_keys
from tests.books import NOW
from tests.crash.scenarios import Confirm, Scenario, make_line, opened
from tests.keyrings import InFile, in_use

STEPS = (KEYRING, BOOK, "again", "new")


@contextmanager
def ring(folder: Path) -> Iterator[None]:
    """A keyring in a file, which is written whole or not at all, as those of the systems are."""
    os.environ["TEST_KEYRING_FILE"] = str(folder / "ring.json")
    with in_use(InFile()):
        yield


def make_identity(folder: Path) -> None:
    make_line(folder)
    with closing(opened(folder)) as store:
        keys = identity(store, rep="林岚", device="laptop").keys
    (folder / "keys.txt").write_text(keys.text())


def move(folder: Path, confirm: Confirm) -> None:
    with ring(folder), closing(opened(folder)) as store:
        for step in STEPS:
            if step == "new":
                renew_keys(store, now=NOW)
            else:
                move_keys(store, to=KEYRING if step == "again" else step)
            confirm(step)


def judge(folder: Path, confirmed: list[str]) -> None:
    """The keys lie whole in one of the two places, and in the file no more once they are confirmed to be elsewhere."""
    first = (folder / "keys.txt").read_text()
    assert confirmed == list(STEPS[: len(confirmed)])
    done = confirmed[-1] if confirmed else ""
    with ring(folder), closing(opened(folder)) as store:
        own, keys = own_card(store), own_keys(store)
        assert keys is not None
        assert keys.card("rep", "林岚", "laptop") == own.card
        if done != "new" and (done != "again" or own.keys_in == KEYRING):
            assert keys.text() == first
        places = {"": (BOOK, KEYRING), KEYRING: (KEYRING, BOOK), BOOK: (BOOK, KEYRING)}
        assert own.keys_in in places.get(done, (KEYRING, BOOK) if done == "again" else (BOOK,))
    if done in ("again", "new"):
        assert first.split()[0].encode() not in (folder / "book.kam").read_bytes()
    if done == "new":
        assert first not in (folder / "ring.json").read_text(), "no keyring keeps the old ones"
    assert check_book(folder / "book.kam") == []


SCENARIOS = {"keys moved": Scenario(make_identity, move, judge)}
