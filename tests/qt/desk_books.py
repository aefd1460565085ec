"""A small book for the window's tests: four accounts, people, slots, a promise overdue, a visit made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, line, promises, visits
from tests.books import NOW, make_book, only

MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Filled:
    """Ids of what is in the book."""

    path: Path
    haichuan: str
    nanyu: str
    yuge: str
    yanshi: str
    zheng: str
    nanyu_slot: str
    promise: str


def _account(store: Store, name: str, **fields: object) -> str:
    return only(accounts.add_account(store, name=name, now=NOW, **fields), "account")


def _slot(store: Store, account_id: str, weekday: int, start: int, **fields: object) -> str:
    given = {"minutes": 60, "valid_from": date(2026, 9, 7), **fields}
    changes = line.add_slot(store, account_id=account_id, weekday=weekday, start=start, now=NOW, **given)
    return only(changes, "visit_slot")


def _person(store: Store, account_id: str, name: str, title: str) -> str:
    phones = [("13905760001", None, "mobile")]
    changes = contacts.add_contact(
        store, account_id=account_id, name=name, title=title, phones=phones, now=NOW
    )
    return only(changes, "contact")


def fill(folder: Path) -> Filled:
    """Makes the book and closes it, as it lies there before the window starts."""
    store = make_book(folder)
    near = {"city": "台州市", "district": "椒江区"}
    haichuan = _account(
        store,
        "海川建材",
        value_class="A",
        is_key=True,
        latitude=28.66,
        longitude=121.42,
        class_reason="年采购 542 万",
        **near,
    )
    nanyu = _account(
        store, "南屿建材", value_class="B", is_key=False, latitude=28.37, longitude=121.37, **near
    )
    yuge = _account(store, "渔歌五金", value_class="C", is_key=False, **near)
    yanshi = _account(store, "砚石陶瓷", value_class="A", is_key=True, district="路桥区")
    zheng = _person(store, nanyu, "郑海潮", "店主")
    _person(store, haichuan, "陈国梁", "总经理")
    _slot(store, haichuan, 1, 10 * 60)
    nanyu_slot = _slot(store, nanyu, 3, 8 * 60 + 30)
    _slot(store, yuge, 3, 14 * 60, minutes=45, every_weeks=2, week_offset=0)
    _slot(store, yuge, 4, 14 * 60, minutes=45, every_weeks=2, week_offset=1)
    promise = only(
        promises.add_promise(
            store, account_id=haichuan, what="补发 20 包破损瓷砖胶", made_on=date(2026, 11, 2), now=NOW,
            due_on=date(2026, 11, 20),
        ),
        "promise",
    )  # fmt: skip
    report = visits.Report(
        visited_on=date(2026, 11, 17), arrived=605, left=660, outcome="order", points="返利按季结"
    )
    visits.report_unplanned(store, account_id=haichuan, report=report, now=NOW)
    store.close()
    return Filled(store.path, haichuan, nanyu, yuge, yanshi, zheng, nanyu_slot, promise)
