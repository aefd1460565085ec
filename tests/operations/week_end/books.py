"""Books that meet by file: two laptops of a rep, a colleague, an office; packages between them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack, pack_for_rep
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.taking import Taken, take_in
from tests.books import NOW, make_book


def meet(*stores: Store) -> None:
    """Each knows each by its card."""
    for one in stores:
        for other in stores:
            if one is not other:
                add_peer(one, card=identity(other).card, now=NOW)


def laptops(folder: Path) -> tuple[Store, Store]:
    """Two laptops of one rep that know each other."""
    one, two = make_book(folder / "one"), make_book(folder / "two")
    for store, name in ((one, "office"), (two, "home")):
        identity(store, rep="林岚", device=name)
    meet(one, two)
    return one, two


def reps(folder: Path, *names: str) -> list[Store]:
    """Books of several reps that don't know each other yet."""
    found = []
    for name in names:
        store = make_book(folder / name, rep=name)
        identity(store, rep=name, device="laptop")
        found.append(store)
    return found


def office_of(folder: Path, *stores: Store) -> Store:
    """An office's book that knows these and is known to them."""
    office = new_book(folder / "总簿.kam", now=NOW)
    identity(office, rep="内勤", device="office", role="office")
    for store in stores:
        meet(office, store)
    return office


def hand(sender: Store, receiver: Store, folder: Path, *to: str, now: datetime = NOW) -> Taken:
    """A package for those named, or for the office and the rep's other laptops."""
    path = folder / "week.kamweek"
    pack(sender, order=Order(path, now), to=to)
    return take_in(receiver, path=path, now=now)


def give_back(office: Store, receiver: Store, folder: Path, rep: str, now: datetime = NOW) -> Taken:
    """What the office gives back to a rep."""
    path = folder / "back.kamweek"
    pack_for_rep(office, rep=rep, order=Order(path, now))
    return take_in(receiver, path=path, now=now)
