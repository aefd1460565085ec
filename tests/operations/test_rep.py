"""The rep's own data: each change one step, each taken back by undo."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import Point, distance_km
from kamdesk.domain.rep import Rep, WorkingHours
from kamdesk.operations.rep import (
    remove_logo,
    set_home,
    set_hours,
    set_logo,
    set_lunch,
    set_tolerance,
)
from kamdesk.operations.undo import undo
from kamdesk.reads.imprint import imprint
from kamdesk.reads.own import check_book, own_data
from kamdesk.reads.rep import logo, rep_card
from tests.books import NOW
from tests.domain.test_pictures import svg
from tests.operations.looking import every, one


def png(size: tuple[int, int] = (60, 20)) -> bytes:
    """A picture with something to be seen on it."""
    out = BytesIO()
    Image.new("RGB", size, (20, 40, 160)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def rep(book: Store) -> str:
    return one(book, Rep).id


def back(book: Store, changes: Changes) -> None:
    assert changes.operation_id is not None
    undo(book, operation_id=changes.operation_id, now=NOW)


def hours(book: Store, weekday: int) -> list[tuple[int, int]]:
    return [(row.begins, row.ends) for row in every(book, WorkingHours, weekday=weekday)]


def test_hours_of_a_day_are_replaced_and_the_others_stay(book: Store, rep: str) -> None:
    saturday = set_hours(book, rep_id=rep, hours={5: [(540, 720)], 0: [(510, 720), (780, 1050)]}, now=NOW)
    assert (hours(book, 5), hours(book, 0), hours(book, 1)) == (
        [(540, 720)],
        [(510, 720), (780, 1050)],
        [(510, 1050)],
    )
    assert not set_hours(book, rep_id=rep, hours={5: [(540, 720)]}, now=NOW), "nothing new, nothing written"
    back(book, saturday)
    assert (hours(book, 5), hours(book, 0)) == ([], [(510, 1050)])


def test_hours_that_break_a_rule(book: Store, rep: str) -> None:
    with pytest.raises(RuleError, match="hours_overlap"):
        set_hours(book, rep_id=rep, hours={0: [], 1: [(500, 700), (600, 800)]}, now=NOW)
    assert hours(book, 0) == [(510, 1050)]


def test_lunch_and_tolerance(book: Store, rep: str) -> None:
    none = set_lunch(book, rep_id=rep, lunch=None, now=NOW)
    assert one(book, Rep).lunch_start is None
    back(book, none)
    assert (one(book, Rep).lunch_start, one(book, Rep).lunch_end) == (720, 780)
    changed = set_tolerance(book, rep_id=rep, tolerance=5, now=NOW)
    assert one(book, Rep).tolerance == 5
    back(book, changed)
    assert one(book, Rep).tolerance == 15
    for wrong in (-1, 121):
        with pytest.raises(RuleError, match="tolerance_range"):
            set_tolerance(book, rep_id=rep, tolerance=wrong, now=NOW)


def test_a_place_read_off_a_shifted_map_is_kept_where_it_is(book: Store, rep: str) -> None:
    set_home(book, rep_id=rep, place=(28.6561, 121.4204), now=NOW)
    true = one(book, Rep)
    assert (true.home_latitude, true.home_longitude) == (28.6561, 121.4204)
    moved = set_home(book, rep_id=rep, place=(28.6561, 121.4204), datum="gcj02", now=NOW)
    there = one(book, Rep)
    assert there.home_latitude is not None
    assert there.home_longitude is not None
    off = distance_km(Point(28.6561, 121.4204), Point(there.home_latitude, there.home_longitude))
    assert 0.2 < off < 0.8
    back(book, moved)
    assert one(book, Rep).home_latitude == 28.6561
    with pytest.raises(RuleError, match="point_off_earth"):
        set_home(book, rep_id=rep, place=(128.0, 121.0), now=NOW)
    set_home(book, rep_id=rep, place=None, now=NOW)
    assert own_data(book).rep.home_latitude is None


def test_the_logo_is_kept_in_the_book(book: Store, rep: str) -> None:
    assert logo(book) is None
    first = set_logo(book, rep_id=rep, name="logo.png", content=png(), now=NOW)
    found = logo(book)
    assert found is not None
    assert (found.name, found.media_type, found.content) == ("logo.png", "image/png", png())
    assert not set_logo(book, rep_id=rep, name="logo.png", content=png(), now=NOW)
    second = set_logo(book, rep_id=rep, name="logo.svg", content=svg(), now=NOW)
    assert getattr(logo(book), "media_type", "") == "image/svg+xml"
    back(book, second)
    assert getattr(logo(book), "name", "") == "logo.png"
    gone = remove_logo(book, rep_id=rep, now=NOW)
    assert logo(book) is None
    back(book, gone)
    back(book, first)
    assert logo(book) is None
    with pytest.raises(RuleError, match="picture_unreadable"):
        set_logo(book, rep_id=rep, name="x.png", content=b"no picture", now=NOW)


def test_the_book_is_checked(book: Store) -> None:
    assert check_book(book) == ()
    own = own_data(book)
    assert (own.path, own.encrypted, own.line_name, own.accounts) == (book.path, False, "林岚", 0)
    assert own.size > 0


@pytest.mark.parametrize("broken", [png()[:60], png()[:-30], b"\x89PNG\r\n\x1a\n" + bytes(60)])
def test_a_broken_picture_is_refused_and_the_one_before_stands(book: Store, rep: str, broken: bytes) -> None:
    set_logo(book, rep_id=rep, name="logo.png", content=png(), now=NOW)
    with pytest.raises(RuleError, match="picture_unreadable"):
        set_logo(book, rep_id=rep, name="broken.png", content=broken, now=NOW)
    assert getattr(logo(book), "content", b"") == png()


def test_the_papers_get_it_with_the_company(book: Store, rep: str) -> None:
    set_logo(book, rep_id=rep, name="logo.png", content=png(), now=NOW)
    with book.read() as connection:
        assert imprint(connection, rep_card(book)).logo == png()
    set_logo(book, rep_id=rep, name="logo.svg", content=svg(), now=NOW)
    with book.read() as connection:
        assert imprint(connection, rep_card(book)).logo is None, "drawn by the window before it is kept"
