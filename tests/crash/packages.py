"""Week packages in a process that is killed or has no room left: packed, taken in, taken in by an office."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

from kamdesk.db.opening import check_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.operations import accounts
from kamdesk.operations.indexing import build_piece
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.sync.package.reading import open_package
from tests.books import NOW, TODAY, only
from tests.crash.room import twice
from tests.crash.scenarios import Confirm, Scenario, opened
from tests.operations.week_end.books import give_back, hand, laptops, office_of, reps

MANY = 40
FEW = 2
WEEKS = 3


def names(store: Store) -> set[str]:
    with store.read() as connection:
        found = (
            connection.exec_driver_sql("SELECT name FROM account WHERE deleted_at IS NULL").scalars().all()
        )
    assert len(found) == len(set(found)), "something was done twice"
    return set(found)


def whole(folder: Path, name: str = "book.kam") -> set[str]:
    """Opens the book as the program does and checks it; the names of its accounts."""
    with closing(opened(folder, name)) as store:
        with store.read() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        found = names(store)
    assert check_book(folder / name) == []
    return found


# packing


def make_sender(folder: Path, many: int = MANY) -> None:
    """A book that knows another laptop, with a package of last week where the new one is to lie."""
    one, two = laptops(folder)
    for number in range(many):
        accounts.add_account(one, name=f"客户{number}", now=NOW)
    pack(one, order=Order(folder / "week.kamweek", NOW))
    for store in (one, two):
        store.close()
    (folder / "one" / "book.kam").rename(folder / "book.kam")
    (folder / "two" / "book.kam").rename(folder / "other.kam")


def pack_weeks(folder: Path, confirm: Confirm) -> None:
    order = Order(folder / "week.kamweek", NOW)
    with closing(twice(lambda: opened(folder))) as store:
        for week in range(WEEKS):
            twice(partial(accounts.add_account, store, name=f"新客户{week}", now=NOW))
            confirm(f"added {week}")
            twice(partial(pack, store, order=order))
            confirm(f"packed {week}")


def judge_packing(folder: Path, confirmed: list[str]) -> None:
    """There is always a whole package; it holds what was packed last; the other laptop comes to the same.

    Whether the book knows of that package or not: what is written next arrives, though all that came is acknowledged.
    """
    held = whole(folder)
    added = sum(step.startswith("added") for step in confirmed)
    packed = sum(step.startswith("packed") for step in confirmed)
    assert {f"新客户{week}" for week in range(added)} <= held
    with closing(opened(folder, "other.kam")) as other:
        open_package(folder / "week.kamweek", identity(other).keys.opening)
        take_in(other, path=folder / "week.kamweek", now=NOW)
        assert {f"新客户{week}" for week in range(packed)} <= names(other)
        with closing(opened(folder)) as store:
            accounts.add_account(store, name="后来的", now=NOW)
            pack(other, order=Order(folder / "answer.kamweek", NOW))
            take_in(store, path=folder / "answer.kamweek", now=NOW)
            pack(store, order=Order(folder / "week.kamweek", NOW))
        take_in(other, path=folder / "week.kamweek", now=NOW)
        assert names(other) == held | {"后来的"}
    assert [each.name for each in folder.iterdir() if each.name.endswith(".part")] == []


# taking in


def make_receiver(folder: Path, many: int = MANY) -> None:
    """A package with new rows, a conflict and rows that lead to each other, and the book that it is for."""
    one, two = laptops(folder)
    place = only(accounts.add_account(one, name="岩屿", now=NOW), "account")
    hand(one, two, folder)
    for store, city in ((one, "杭州"), (two, "宁波")):
        with store.write("test.city", now=NOW) as tx:
            tx.get(Account, place).city = city
    for number in range(many):
        accounts.add_account(one, name=f"客户{number}", now=NOW, parent_id=place)
    pack(one, order=Order(folder / "in.kamweek", NOW))
    for store in (one, two):
        store.close()
    (folder / "two" / "book.kam").rename(folder / "book.kam")


def bring(folder: Path, confirm: Confirm) -> None:
    with closing(twice(lambda: opened(folder))) as store:
        twice(lambda: take_in(store, path=folder / "in.kamweek", now=NOW))
        confirm("taken")
        while not twice(lambda: build_piece(store)).ready:
            pass


def judge_taking(folder: Path, confirmed: list[str], many: int = MANY) -> None:
    held = whole(folder)
    every = {"岩屿", *(f"客户{number}" for number in range(many))}
    assert held in ([every] if confirmed else [{"岩屿"}, every])
    with closing(opened(folder)) as store:
        taken = take_in(store, path=folder / "in.kamweek", now=NOW)
        assert taken.before == (held == every)
        assert names(store) == every
        assert [conflict.field for conflict in open_conflicts(store)] == ["city"]


# an office


def make_drop(folder: Path, many: int = MANY) -> None:
    """The packages of two reps, one of whom writes to what isn't his, and the office's book."""
    lin, qin = reps(folder, "林岚", "秦川")
    office = office_of(folder, lin, qin)
    place = only(accounts.add_account(lin, name="岩屿", now=NOW), "account")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, office, folder)
    hand(qin, office, folder)
    give_back(office, qin, folder, "秦川")
    for number in range(many):
        accounts.add_account(lin, name=f"客户{number}", now=NOW)
    share_account(qin, account_id=place, colleague="赵宁", since=TODAY, now=NOW)
    for store, name in ((lin, "lin"), (qin, "qin")):
        pack(store, order=Order(folder / f"{name}.drop", NOW))
    for store in (lin, qin, office):
        store.close()
    office.path.rename(folder / "book.kam")


def collect(folder: Path, confirm: Confirm) -> None:
    with closing(twice(lambda: opened(folder))) as store:
        for path in sorted(folder.glob("*.drop")):
            twice(partial(take_in, store, path=path, now=NOW))
            confirm(path.stem)


def judge_office(folder: Path, confirmed: list[str], many: int = MANY) -> None:
    """A package is in whole, its refusals with it, or not at all; bringing them again makes good what was cut off."""
    every = {"岩屿", *(f"客户{number}" for number in range(many))}
    held = whole(folder)
    assert held in ([every] if "lin" in confirmed else [{"岩屿"}, every])
    with closing(opened(folder)) as store:
        found = len(refusals(store))
        assert found in ((1,) if "qin" in confirmed else (0, 1))
        for path in sorted(folder.glob("*.drop")):
            take_in(store, path=path, now=NOW)
        assert names(store) == every
        assert [item.table for item in refusals(store)] == ["account_share"]
        with store.read() as connection:
            shares = connection.exec_driver_sql(
                "SELECT colleague FROM account_share WHERE deleted_at IS NULL"
            )
            assert shares.scalars().all() == ["秦川"]


SCENARIOS = {
    "package packed": Scenario(make_sender, pack_weeks, judge_packing),
    "package taken in": Scenario(make_receiver, bring, judge_taking),
    "small package taken in": Scenario(
        partial(make_receiver, many=FEW), bring, partial(judge_taking, many=FEW)
    ),
    "packages taken in by an office": Scenario(make_drop, collect, judge_office),
    "small package packed": Scenario(partial(make_sender, many=FEW), pack_weeks, judge_packing),
    "small packages taken in by an office": Scenario(
        partial(make_drop, many=FEW), collect, partial(judge_office, many=FEW)
    ),
}
WARMED_BY = {
    "package packed": "small package packed",
    "package taken in": "small package taken in",
    "packages taken in by an office": "small packages taken in by an office",
}
"""Scenarios that go the same way as one of these, with more in the book."""
