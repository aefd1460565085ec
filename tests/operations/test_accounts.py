"""Accounts: added, changed, given up, joined, taken apart again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountClosed, AccountHours, AccountPhone, AccountTag
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.geo import Point, distance_km, to_wgs84
from kamdesk.domain.line import VisitSlot
from kamdesk.operations import accounts, line
from kamdesk.sync.book.rows import flushing
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


def test_an_account_is_added_with_its_fields(book: Store) -> None:
    changes = accounts.add_account(book, name="  岩屿建材 ", city="温岭", is_key=True, now=NOW)
    row = one(book, Account)
    assert changes.rows == {"account": {row.id}}
    assert (row.name, row.city, row.is_key, row.status, row.level) == (
        "岩屿建材",
        "温岭",
        True,
        "active",
        "company",
    )
    assert row.recorded_at == NOW


@pytest.mark.parametrize("name", ["", "  ", "\u3000\n"])
def test_an_account_has_a_name(book: Store, account: str, name: str) -> None:
    for refused in (
        lambda: accounts.add_account(book, name=name, now=NOW),
        lambda: accounts.change_account(book, account_id=account, name=name, now=NOW),
    ):
        with pytest.raises(RuleError) as told:
            refused()
        assert told.value.code == "name_empty"
    assert shown(every(book, Account), "name") == [("岩屿建材",)]


def test_a_field_that_accounts_dont_have_is_a_fault_of_the_program(book: Store) -> None:
    for name in ("colour", "id", "deleted_at", "recorded_at"):
        with pytest.raises(AttributeError):
            accounts.add_account(book, now=NOW, **{"name": "x", name: None})
    assert every(book, Account) == []


@pytest.mark.parametrize("latitude", [28.6, 28])
def test_coordinates_are_kept_as_wgs84_with_what_they_came_in(book: Store, latitude: float) -> None:
    accounts.add_account(book, name="x", latitude=latitude, longitude=121.4, datum="gcj02", now=NOW)
    row = one(book, Account)
    assert row.latitude is not None
    assert row.longitude is not None
    meant = to_wgs84(Point(latitude, 121.4), "gcj02")
    assert (row.latitude, row.longitude, row.datum) == (meant.latitude, meant.longitude, "gcj02")
    assert 0.2 < distance_km(Point(row.latitude, row.longitude), Point(latitude, 121.4)) < 1


def test_coordinates_come_in_pairs_and_lie_on_the_earth(book: Store, account: str) -> None:
    for fields, code in (
        ({"latitude": 28.6}, "point_half"),
        ({"longitude": 121.4, "latitude": None}, "point_half"),
        ({"latitude": 128.6, "longitude": 21.4}, "point_off_earth"),
        ({"latitude": float("nan"), "longitude": 21.4}, "point_off_earth"),
    ):
        with pytest.raises(RuleError) as told:
            accounts.change_account(book, account_id=account, now=NOW, **fields)
        assert told.value.code == code
    accounts.change_account(book, account_id=account, latitude=28.6, longitude=121.4, now=NOW)
    accounts.change_account(book, account_id=account, latitude=None, longitude=None, now=NOW)
    assert one(book, Account).latitude is None


def test_what_is_not_there_cannot_be_changed(book: Store) -> None:
    with pytest.raises(NotFound) as told:
        accounts.change_account(book, account_id="nobody", name="x", now=NOW)
    assert told.value.code == "row_missing"


def test_a_parent_is_in_the_book_and_not_below(book: Store, account: str) -> None:
    below = only(accounts.add_account(book, name="仓库", parent_id=account, now=NOW), "account")
    with pytest.raises(NotFound):
        accounts.add_account(book, name="x", parent_id="nobody", now=NOW)
    for parent, code in ((account, "parent_circle"), (below, "parent_circle")):
        with pytest.raises(RuleError) as told:
            accounts.change_account(book, account_id=account, parent_id=parent, now=NOW)
        assert told.value.code == code
    accounts.change_account(book, account_id=below, parent_id=None, now=NOW)
    accounts.change_account(book, account_id=account, parent_id=below, now=NOW)
    assert {row.name: row.parent_id for row in every(book, Account)} == {"岩屿建材": below, "仓库": None}


# leaving active


def slot(book: Store, account: str, begins: date) -> str:
    changes = line.add_slot(
        book, account_id=account, weekday=1, start=510, minutes=60, valid_from=begins, now=NOW
    )
    return only(changes, "visit_slot")


def test_an_account_that_leaves_active_ends_its_slots_with_the_reason(book: Store, account: str) -> None:
    running, coming = (
        slot(book, account, TODAY - timedelta(days=30)),
        slot(book, account, TODAY + timedelta(days=1)),
    )
    ended = slot(book, account, TODAY - timedelta(days=60))
    line.end_slot(
        book,
        slot_id=ended,
        asked_by="us",
        asked_on=TODAY,
        effective_from=TODAY - timedelta(days=20),
        reason="full",
        now=NOW,
    )
    accounts.change_account(book, account_id=account, status="lost", status_reason="停业", now=NOW)
    assert {row.id: (row.valid_to, row.end_reason) for row in every(book, VisitSlot)} == {
        running: (TODAY, "停业"),
        ended: (TODAY - timedelta(days=21), "full"),
    }
    assert coming not in {row.id for row in every(book, VisitSlot)}


def test_the_day_is_that_of_the_rep(book: Store, account: str) -> None:
    """At 17:00 UTC it is the next day in China."""
    slot(book, account, TODAY)
    late = NOW.replace(hour=17)
    accounts.change_account(book, account_id=account, status="lost", status_reason="停业", now=late)
    assert one(book, VisitSlot).valid_to == TODAY + timedelta(days=1)


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_leaving_active_needs_its_reason(book: Store, account: str, reason: str | None) -> None:
    slot(book, account, TODAY)
    with pytest.raises(RuleError) as told:
        accounts.change_account(book, account_id=account, status="lost", status_reason=reason, now=NOW)
    assert told.value.code == "status_needs_reason"
    assert one(book, VisitSlot).valid_to is None
    assert one(book, Account).status == "active"


def test_an_old_reason_is_no_reason_the_second_time(book: Store, account: str) -> None:
    accounts.change_account(book, account_id=account, status="lost", status_reason="停业", now=NOW)
    accounts.change_account(book, account_id=account, status="active", now=NOW)
    with pytest.raises(RuleError):
        accounts.change_account(book, account_id=account, status="inactive", now=NOW)


def test_from_one_status_that_is_not_active_to_another_nothing_ends(book: Store, account: str) -> None:
    accounts.change_account(book, account_id=account, status="prospect", status_reason="x", now=NOW)
    slot(book, account, TODAY)
    accounts.change_account(book, account_id=account, status="blocked", now=NOW)
    assert one(book, VisitSlot).valid_to is None


# what is many


def test_telephones_keep_their_rows_and_change_their_rank(book: Store, account: str) -> None:
    first, second = ("1", None, "mobile"), ("2", "801", "office")
    accounts.set_phones(book, account_id=account, phones=[first, second], now=NOW)
    before = {row.number: row.id for row in every(book, AccountPhone)}
    accounts.set_phones(book, account_id=account, phones=[second, first, ("3", None, "fax")], now=NOW)
    rows = every(book, AccountPhone)
    assert shown(rows, "number", "extension", "kind", "rank") == [
        ("2", "801", "office", 0),
        ("1", None, "mobile", 1),
        ("3", None, "fax", 2),
    ]
    assert {row.number: row.id for row in rows[:2]} == before
    assert not accounts.set_phones(
        book, account_id=account, phones=[second, first, ("3", None, "fax")], now=NOW
    )
    accounts.set_phones(book, account_id=account, phones=[], now=NOW)
    assert every(book, AccountPhone) == []


def test_a_telephone_given_twice_is_one(book: Store, account: str) -> None:
    accounts.set_phones(book, account_id=account, phones=[("1", None, "mobile")] * 2, now=NOW)
    assert len(every(book, AccountPhone)) == 1


def test_tags_are_without_blanks_and_repeats(book: Store, account: str) -> None:
    accounts.set_tags(book, account_id=account, tags=[" 大户 ", "", "新", "大户"], now=NOW)
    assert shown(every(book, AccountTag), "tag", "rank") == [("大户", 0), ("新", 1)]
    accounts.set_tags(book, account_id=account, tags=["新"], now=NOW)
    assert shown(every(book, AccountTag), "tag", "rank") == [("新", 0)]


def test_hours_may_be_several_a_day(book: Store, account: str) -> None:
    hours = [(0, 480, 690), (0, 810, 1020), (6, 0, 1440), (0, 480, 690)]
    accounts.set_hours(book, account_id=account, hours=hours, now=NOW)
    assert sorted(shown(every(book, AccountHours), "weekday", "opens", "closes")) == sorted(set(hours))


@pytest.mark.parametrize(
    "hours", [(0, 600, 600), (0, 600, 500), (7, 0, 60), (-1, 0, 60), (0, -1, 60), (0, 0, 1441)]
)
def test_hours_that_run_backwards_or_out_of_the_day_are_refused(
    book: Store, account: str, hours: tuple[int, int, int]
) -> None:
    with pytest.raises(RuleError) as told:
        accounts.set_hours(book, account_id=account, hours=[(1, 480, 1020), hours], now=NOW)
    assert told.value.code == "hours_backwards"
    assert every(book, AccountHours) == []


def test_closed_days(book: Store, account: str) -> None:
    accounts.add_closed(book, account_id=account, first_day=TODAY, last_day=TODAY, reason="盘库", now=NOW)
    assert shown(every(book, AccountClosed), "first_day", "last_day", "reason") == [(TODAY, TODAY, "盘库")]
    with pytest.raises(RuleError) as told:
        accounts.add_closed(
            book, account_id=account, first_day=TODAY, last_day=TODAY - timedelta(days=1), now=NOW
        )
    assert told.value.code == "days_backwards"


# joined and parted


def test_a_join_is_an_alias_and_children_stay(book: Store, account: str) -> None:
    twin = only(accounts.add_account(book, name="岩屿建材(旧)", now=NOW), "account")
    accounts.set_tags(book, account_id=twin, tags=["x"], now=NOW)
    accounts.join_accounts(book, account_id=twin, into_id=account, now=NOW)
    assert one(book, Account, id=twin).merged_into == account
    assert one(book, AccountTag).account_id == twin
    accounts.part_accounts(book, account_id=twin, now=NOW)
    assert one(book, Account, id=twin).merged_into is None
    assert not accounts.part_accounts(book, account_id=twin, now=NOW)


def test_no_join_runs_in_a_circle_or_twice(book: Store, account: str) -> None:
    second, third = (only(accounts.add_account(book, name=name, now=NOW), "account") for name in "乙丙")
    accounts.join_accounts(book, account_id=account, into_id=second, now=NOW)
    accounts.join_accounts(book, account_id=second, into_id=third, now=NOW)
    for one_id, into, code in (
        (account, account, "join_circle"),
        (third, account, "join_circle"),
        (third, second, "join_circle"),
        (account, third, "join_alias"),
        (account, second, "join_alias"),
    ):
        with pytest.raises(RuleError) as told:
            accounts.join_accounts(book, account_id=one_id, into_id=into, now=NOW)
        assert told.value.code == code
    with pytest.raises(NotFound):
        accounts.join_accounts(book, account_id=third, into_id="nobody", now=NOW)


def test_a_ring_that_came_from_elsewhere_does_not_hang_a_join(book: Store, account: str) -> None:
    """Two books may each have joined the other way round."""
    second, third = (only(accounts.add_account(book, name=name, now=NOW), "account") for name in "乙丙")
    with book.write_local() as connection, flushing(connection):
        for alias, into in ((account, second), (second, account)):
            connection.exec_driver_sql("UPDATE account SET merged_into = ? WHERE id = ?", (into, alias))
    accounts.join_accounts(book, account_id=third, into_id=account, now=NOW)
    assert one(book, Account, id=third).merged_into == account
