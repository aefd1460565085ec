"""Weeks closed and reopened; packages say which."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.undo import last_done, undo
from kamdesk.operations.week_end.closing import close_week, reopen_week
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.week_end.closings import closings, is_closed
from kamdesk.sync.package.reading import open_package
from kamdesk.words import Words
from tests.books import NOW
from tests.operations.week_end.books import laptops

MONDAY = date(2026, 11, 23)


def said(store: Store, folder: Path, week: str | None) -> bool:
    path = folder / "said.kamweek"
    pack(store, order=Order(path, NOW, week=week))
    header = open_package(path, identity(store).keys.opening).header
    assert header.week == week
    return header.closed


def test_a_week_is_closed_and_reopened_and_each_is_undone(tmp_path: Path) -> None:
    store, other = laptops(tmp_path)
    assert not is_closed(store, MONDAY)
    assert not said(store, tmp_path, "2026-W48")
    changes = close_week(store, monday=MONDAY + timedelta(days=2), now=NOW)
    assert is_closed(store, MONDAY)
    assert said(store, tmp_path, "2026-W48")
    assert not said(store, tmp_path, "2026-W47")
    assert not said(store, tmp_path, None)
    with pytest.raises(RuleError) as told:
        close_week(store, monday=MONDAY, now=NOW)
    assert told.value.code == "week_closed_already"
    undo(store, operation_id=changes.operation_id or "", now=NOW)
    assert not is_closed(store, MONDAY)
    close_week(store, monday=MONDAY, now=NOW)
    reopened = reopen_week(store, monday=MONDAY, now=NOW)
    assert not said(store, tmp_path, "2026-W48")
    (closing,) = closings(store)
    assert (closing.closed_by, closing.reopened_by, closing.reopened_at) == ("林岚", "林岚", NOW)
    undo(store, operation_id=reopened.operation_id or "", now=NOW)
    assert is_closed(store, MONDAY)
    with store.read() as connection:
        last = last_done(connection)
    assert last
    assert Words("zh").text(f"operation.{last.name}") == "关闭本周"
    for each in (store, other):
        each.close()


def test_what_can_not_be_closed_is_said(tmp_path: Path) -> None:
    store, other = laptops(tmp_path)
    for deed, monday, code in (
        (close_week, MONDAY + timedelta(days=7), "week_to_come"),
        (reopen_week, MONDAY, "week_not_closed"),
    ):
        with pytest.raises(RuleError) as told:
            deed(store, monday=monday, now=NOW)
        assert told.value.code == code
    assert closings(store) == ()
    for each in (store, other):
        each.close()


def test_closed_on_both_laptops_it_is_reopened_once(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    path = tmp_path / "a"
    pack(one, order=Order(path, NOW))
    take_in(two, path=path, now=NOW)
    for store in (one, two):
        close_week(store, monday=MONDAY, now=NOW)
    pack(one, order=Order(path, NOW))
    take_in(two, path=path, now=NOW)
    assert len(closings(two, monday=MONDAY)) == 2
    reopen_week(two, monday=MONDAY, now=NOW)
    pack(two, order=Order(path, NOW))
    take_in(one, path=path, now=NOW)
    assert not is_closed(one, MONDAY)
    one.close()
    two.close()
