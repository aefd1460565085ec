"""A small line to be planned: four far out in one place, one promised, one that waits, one without coordinates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations import accounts, line
from kamdesk.operations.book import change_rep
from kamdesk.reads.accounts import account_list
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.rep import rep_card
from tests.books import NOW, make_book, only

FROM = date(2026, 9, 7)
LATER = date(2026, 12, 7)


def account(store: Store, name: str, north: float | None) -> str:
    place = {} if north is None else {"latitude": 28.6 + north, "longitude": 121.4}
    return only(accounts.add_account(store, name=name, value_class="A", now=NOW, **place), "account")


def slot(store: Store, account_id: str, weekday: int, hour: int, **more: Any) -> str:
    changes = line.add_slot(
        store,
        account_id=account_id,
        weekday=weekday,
        start=hour * 60,
        minutes=60,
        valid_from=FROM,
        now=NOW,
        **more,
    )
    return only(changes, "visit_slot")


def line_book(folder: Path) -> Path:
    """Four accounts far out in one place, each on a day of its own, one of them promised; one waits."""
    store = make_book(folder / "line")
    rep = rep_card(store)
    change_rep(store, rep_id=rep.id, now=NOW, home_latitude=28.6, home_longitude=121.4)
    for number, name in enumerate(("东港建材", "西岭五金", "南桥陶瓷")):
        slot(store, account(store, name, 0.15 + number / 1000), number, 9, promised=number == 0)
    account(store, "北门装饰", 0.153)
    slot(store, account(store, "无名仓库", None), 3, 14)
    store.close()
    return store.path


def standing(path: Path, on: date = LATER) -> dict[str, tuple[int, int]]:
    """Where each account stands on a day, once the proposal holds: weekday and start."""
    store = open_book(path, None, backups=path.parent / "b", now=NOW)
    with store.read() as connection:
        found = slots_in_force(connection, on, on).values()
    names = {row.id: row.name for row in account_list(store)}
    store.close()
    return {names[each.account_id]: (each.weekday, each.start) for each in found}
