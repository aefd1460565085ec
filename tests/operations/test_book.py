"""A new book's first rows, and the rep's own data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.account import UnitRule
from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import VisitLine
from kamdesk.domain.rep import Rep, WorkingHours
from kamdesk.operations.book import book_day, change_rep, set_up
from tests.books import NOW
from tests.operations.looking import every, one, shown


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = new_book(tmp_path / "empty.kam", now=NOW)
    yield store
    store.close()


def test_a_new_book_gets_its_rep_a_working_week_a_line_and_a_rule(empty: Store) -> None:
    set_up(empty, rep_name=" 林岚 ", company="岩屿", zone="Asia/Shanghai", now=NOW)
    rep = one(empty, Rep)
    assert (rep.name, rep.company, rep.zone, rep.tolerance) == ("林岚", "岩屿", "Asia/Shanghai", 15)
    assert shown(every(empty, WorkingHours), "weekday", "begins", "ends") == [
        (day, 510, 1050) for day in range(5)
    ]
    line = one(empty, VisitLine)
    assert (line.rep_id, line.anchor_monday, line.zone) == (rep.id, date(2026, 11, 23), "Asia/Shanghai")
    assert shown(every(empty, UnitRule), "level", "set_on") == [("company", date(2026, 11, 24))]


def test_the_anchor_is_the_monday_of_the_reps_week_not_of_utc(empty: Store) -> None:
    sunday_evening = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    set_up(empty, rep_name="x", now=sunday_evening)
    assert one(empty, VisitLine).anchor_monday == date(2026, 11, 23)


def test_a_book_is_set_up_once(empty: Store) -> None:
    set_up(empty, rep_name="x", now=NOW)
    with pytest.raises(RuleError, match="book_set_up_already"):
        set_up(empty, rep_name="y", now=NOW)
    assert shown(every(empty, Rep), "name") == [("x",)]


@pytest.mark.parametrize(
    ("name", "zone", "code"), [(" ", "UTC", "name_empty"), ("x", "Mars/North", "zone_unknown")]
)
def test_a_rep_has_a_name_and_a_zone(empty: Store, book: Store, name: str, zone: str, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        set_up(empty, rep_name=name, zone=zone, now=NOW)
    assert every(empty, Rep) == []
    rep = one(book, Rep)
    with pytest.raises(RuleError, match=code):
        change_rep(book, rep_id=rep.id, name=name, zone=zone, now=NOW)


def test_the_reps_data_are_changed(book: Store) -> None:
    rep = one(book, Rep).id
    assert change_rep(book, rep_id=rep, phone="138", lunch_start=None, now=NOW)
    assert not change_rep(book, rep_id=rep, phone="138", now=NOW)
    assert shown(every(book, Rep), "phone", "lunch_start") == [("138", None)]


def test_the_day_is_the_reps_own_even_before_there_is_one(book: Store, empty: Store) -> None:
    evening = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
    for store, day in ((book, date(2026, 11, 25)), (empty, date(2026, 11, 24))):
        with store.write("look", now=evening) as tx:
            assert book_day(tx) == day
