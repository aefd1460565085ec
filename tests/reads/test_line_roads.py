"""Ways learnt from reports, and ways told by a file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError
from kamdesk.domain.geo import SPEED_KMH
from kamdesk.operations.accounts import add_account
from kamdesk.operations.visits import Report, report_unplanned
from kamdesk.reads.line_roads import LEAST, LEAST_HOUR, LEAST_PAIR, Drive, known_roads, learnt, own_times
from kamdesk.reads.line_ways import told_ways
from tests.books import NOW, TODAY, make_book, only


def drives(number: int, ratio: float, hour: int = 9, one: str = "a") -> list[Drive]:
    return [Drive(one, "b", hour * 60, round(20 * ratio), 20.0) for _ in range(number)]


def test_too_few_say_nothing() -> None:
    assert not learnt(drives(LEAST - 1, 1.5)).enough
    assert learnt(drives(LEAST, 1.5)).factor == 1.5


def test_waiting_makes_no_way_longer() -> None:
    """A gap is the drive and the waiting: with half of them twice as long the quick ones still say how long it is."""
    found = learnt(drives(LEAST, 1.0) + drives(LEAST, 2.0))
    assert found.factor == 1.0


def test_an_hour_has_its_own_speed_once_it_has_enough() -> None:
    slow = learnt(drives(LEAST, 1.0) + drives(LEAST_HOUR, 2.0, hour=17))
    assert slow.speeds[17] == SPEED_KMH / 2
    assert slow.speeds[9] == SPEED_KMH
    few = learnt(drives(LEAST, 1.0) + drives(LEAST_HOUR - 1, 2.0, hour=17))
    assert few.speeds[17] == few.speeds[9]


def test_a_way_driven_often_has_its_own_minutes_both_ways() -> None:
    found = learnt(drives(LEAST, 1.0) + drives(LEAST_PAIR, 1.5, one="c"))
    assert found.minutes["c", "b"] == found.minutes["b", "c"] == 30
    assert ("d", "b") not in learnt(drives(LEAST, 1.0) + drives(LEAST_PAIR - 1, 1.5, one="d")).minutes


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=LEAST, max_size=60))
def test_what_can_be_no_drive_is_left_out(minutes: list[int]) -> None:
    found = learnt([Drive("a", "b", 600, each, 20.0) for each in minutes])
    kept = [each for each in minutes if 0.4 * 20 <= each <= 3 * 20]
    assert found.drives == len(kept)
    if found.factor is not None:
        assert min(kept) / 20 <= found.factor <= max(kept) / 20


@pytest.fixture
def book(tmp_path: Path) -> Store:
    """Two places 20 km apart, driven between on thirty days, always in 30 minutes; on some there was lunch between."""
    store = make_book(tmp_path)
    places = [
        only(add_account(store, name=name, latitude=north, longitude=121.4, now=NOW), "account")
        for name, north in (("东港建材", 28.5), ("西岭五金", 28.68))
    ]
    for day in range(1, LEAST + 11):
        noon = 170 if day > LEAST else 0
        for place, arrived in ((places[0], 540 + noon), (places[1], 600 + noon)):
            report = Report(
                visited_on=TODAY - timedelta(days=day), arrived=arrived, left=arrived + 30, outcome=None
            )
            report_unplanned(store, account_id=place, report=report, now=NOW)
    return store


def test_reports_in_a_row_are_drives(book: Store) -> None:
    found = own_times(book, on=TODAY)
    assert found.drives == LEAST, "over lunch nobody knows how long the drive was"
    assert found.factor == pytest.approx(30 / 40.5, abs=0.01)
    assert list(found.minutes.values()) == pytest.approx([40.5, 40.5], abs=0.1)
    roads = known_roads(book, on=TODAY)
    assert roads is not None
    assert roads.drives == LEAST
    assert known_roads(book, on=TODAY, own=False) is None
    assert not own_times(book, on=TODAY - timedelta(days=200)).enough
    book.close()


def test_a_table_of_ways(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    one = only(add_account(store, name="东港建材", short_name="东港", now=NOW), "account")
    two = only(add_account(store, name="西岭五金", now=NOW), "account")
    table = tmp_path / "ways.csv"
    table.write_bytes(
        "从,到,分钟\n东港,西岭五金,25\n西岭五金,东港建材,31\n\n出发地,东港,12.5\n".encode("gb18030")
    )
    roads = told_ways(store, table)
    assert roads.minutes[one, two] == 25
    assert roads.minutes[two, one] == 31
    assert roads.minutes["start", one] == roads.minutes[one, "start"] == 12.5
    for text, code in (
        ("东港,西岭五金,5\n东港,西岭五金,x\n", "ways_minutes"),
        ("东港,西岭五金,9999\n", "ways_minutes"),
        ("东港,没有的,9\n", "ways_unknown"),
    ):
        table.write_text(text, "utf-8")
        with pytest.raises(InputError) as refused:
            told_ways(store, table)
        assert refused.value.code == code
    with pytest.raises(InputError):
        told_ways(store, tmp_path / "none.csv")
    store.close()
