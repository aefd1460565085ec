"""The price of a change: driving and time to spare before and after, and what to heed in the new place."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.domain.geo import Point, travel
from kamdesk.domain.warnings import WarningCode
from kamdesk.operations import accounts, contacts, line
from kamdesk.operations.book import change_rep
from kamdesk.reads.line import week_line
from kamdesk.reads.move_preview import move_preview
from kamdesk.reads.rep import rep_card
from tests.books import NOW, only

MONDAY = date(2026, 11, 30)
NORTH, MIDDLE, SOUTH = (28.70, 121.40), (28.60, 121.40), (28.50, 121.40)


def account(book: Store, name: str, place: tuple[float, float] | None = None) -> str:
    where = {"latitude": place[0], "longitude": place[1]} if place else {}
    return only(accounts.add_account(book, name=name, now=NOW, **where), "account")


def slot(book: Store, account_id: str, weekday: int, start: int, minutes: int = 60) -> None:
    given = {"weekday": weekday, "start": start, "minutes": minutes, "valid_from": MONDAY}
    line.add_slot(book, account_id=account_id, now=NOW, **given)


def key_of(book: Store, account_id: str) -> str:
    week = week_line(book, monday=MONDAY, now=NOW)
    return next(stop.key for stop in week.stops if stop.account.id == account_id)


def minutes(*places: tuple[float, float]) -> int:
    points = [Point(*place) for place in places]
    return sum(travel(one, two).minutes for one, two in pairwise(points))


def preview(book: Store, account_id: str, weekday: int, start: int, **more):
    given = {"minutes": 60, "key": key_of(book, account_id), **more}
    return move_preview(
        book, monday=MONDAY, account_id=account_id, weekday=weekday, start=start, now=NOW,
        holidays=lambda day: None, **given,
    )  # fmt: skip


def test_within_a_day_the_order_and_the_way_change(book: Store) -> None:
    first, second, third = (account(book, n, p) for n, p in (("甲", NORTH), ("乙", SOUTH), ("丙", MIDDLE)))
    for number, account_id in enumerate((first, second, third)):
        slot(book, account_id, 1, 540 + 120 * number)
    seen = preview(book, second, 1, 900)
    assert seen.days == (date(2026, 12, 1),)
    assert seen.before[0].driving == minutes(NORTH, SOUTH, MIDDLE)
    assert seen.after[0].driving == minutes(NORTH, MIDDLE, SOUTH)
    assert seen.before[0].spare == 60 - minutes(NORTH, SOUTH)
    assert seen.after[0].spare == 60 - minutes(MIDDLE, SOUTH), "丙 ends at 14:00, 乙 begins at 15:00"


def test_across_days_both_are_told_with_the_way_home(book: Store) -> None:
    change_rep(book, rep_id=rep_card(book).id, now=NOW, home_latitude=MIDDLE[0], home_longitude=MIDDLE[1])
    moved, stays = account(book, "甲", NORTH), account(book, "乙", SOUTH)
    slot(book, moved, 1, 540)
    slot(book, stays, 3, 540)
    seen = preview(book, moved, 3, 660)
    assert seen.days == (date(2026, 12, 1), date(2026, 12, 3))
    assert [price.driving for price in seen.before] == [
        minutes(MIDDLE, NORTH, MIDDLE),
        minutes(MIDDLE, SOUTH, MIDDLE),
    ]
    assert [price.driving for price in seen.after] == [0, minutes(MIDDLE, SOUTH, NORTH, MIDDLE)]
    assert seen.before[1].spare is None
    assert seen.after[1].spare == 60 - minutes(SOUTH, NORTH)


def test_what_to_heed_is_that_of_the_new_place(book: Store) -> None:
    moved, other = account(book, "甲", NORTH), account(book, "乙", SOUTH)
    slot(book, moved, 1, 540)
    slot(book, other, 2, 600)
    assert preview(book, moved, 1, 540).warnings == ()
    codes = [warning.code for warning in preview(book, moved, 2, 630).warnings]
    assert codes == [WarningCode.OVERLAP]
    codes = [warning.code for warning in preview(book, moved, 2, 661, minutes=30).warnings]
    assert codes == [WarningCode.TOO_TIGHT]
    codes = [warning.code for warning in preview(book, moved, 4, 11 * 60 + 30).warnings]
    assert codes == [WarningCode.OVER_LUNCH]


def test_an_account_that_has_no_slot_yet(book: Store) -> None:
    there, new = account(book, "甲", NORTH), account(book, "乙", SOUTH)
    slot(book, there, 1, 540)
    seen = move_preview(
        book,
        monday=MONDAY,
        account_id=new,
        weekday=1,
        start=660,
        minutes=30,
        now=NOW,
        holidays=lambda day: None,
    )
    assert (seen.before[0].driving, seen.after[0].driving) == (0, minutes(NORTH, SOUTH))


def test_a_place_that_is_not_known_costs_nothing_that_is_known(book: Store) -> None:
    known, unknown = account(book, "甲", NORTH), account(book, "乙")
    slot(book, known, 1, 540)
    slot(book, unknown, 1, 660)
    seen = preview(book, unknown, 1, 600)
    assert (seen.before[0], seen.after[0]) == (seen.after[0], seen.before[0])
    assert seen.after[0].spare is None


def test_those_who_may_have_asked(book: Store) -> None:
    account_id = account(book, "甲", NORTH)
    slot(book, account_id, 1, 540)
    contacts.add_contact(book, account_id=account_id, name="陈国梁", now=NOW)
    assert [person.name for person in preview(book, account_id, 2, 540).people] == ["陈国梁"]


def test_nothing_is_written(book: Store) -> None:
    account_id = account(book, "甲", NORTH)
    slot(book, account_id, 1, 540)
    before = week_line(book, monday=MONDAY, now=NOW)
    preview(book, account_id, 2, 540)
    assert week_line(book, monday=MONDAY, now=NOW) == before


def test_an_account_that_is_not_there(book: Store) -> None:
    with pytest.raises(NotFound):
        move_preview(book, monday=MONDAY, account_id="x", weekday=1, start=540, minutes=60, now=NOW)
