"""A problem's file: each fault is named with its place, and nothing hostile gets further."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.planning.problem import Fixed, Window
from kamdesk.planning.reading import MOST_STOPS, read_file, read_problem
from tests.planning.cities import day, form, promised, stop, window


def refused(data: object) -> tuple[str, dict[str, Any]]:
    with pytest.raises(InputError) as caught:
        read_problem(data)
    assert caught.value.exit_code == 2
    return caught.value.code, caught.value.values


def test_what_stands_there_is_read() -> None:
    one = stop("a", windows=[window(1, "9:00", "11:30")], promised=promised(1, "10:00"), **{"class": "B"})
    read = read_problem(form(one, stop("b", windows=None), speed_by_hour={"8": 20}))
    first, second = read.stops
    assert (first.windows, first.promised, first.rank) == ((Window(1, 540, 690),), Fixed(1, 600, 0), 1)
    assert (second.windows, second.promised, second.rank) == ((), None, 0)
    assert read.days[0].lunch is not None
    assert (read.days[0].begins, read.days[0].lunch.minutes, read.end) == (510, 60, None)
    assert read.speeds == {8: 20}


def test_a_stop_without_coordinates_is_no_fault() -> None:
    assert read_problem(form(stop("a") | {"lat": None, "lon": None})).stops[0].point is None


def without(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


@pytest.mark.parametrize("data", [[], None, 3, "text"])
def test_the_whole_must_be_an_object(data: object) -> None:
    with pytest.raises(InputError) as raised:
        read_problem(data)
    assert raised.value.code == "plan_whole_object"


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (without(form(), "days"), "plan_missing", "days"),
        (without(form(), "stops"), "plan_missing", "stops"),
        (without(form(), "start"), "plan_missing", "start"),
        (without(form(), "speed_kmh"), "plan_missing", "speed_kmh"),
        (form(speed_kmh=0), "plan_number", "speed_kmh"),
        (form(speed_kmh=-3), "plan_number", "speed_kmh"),
        (form(speed_kmh=float("nan")), "plan_number", "speed_kmh"),
        (form(speed_kmh=float("inf")), "plan_number", "speed_kmh"),
        (form(speed_kmh=10**400), "plan_number", "speed_kmh"),
        (form(speed_kmh="35"), "plan_number", "speed_kmh"),
        (form(speed_kmh=True), "plan_number", "speed_kmh"),
        (form(cycle_weeks=0), "plan_number", "cycle_weeks"),
        (form(cycle_weeks=2.5), "plan_whole", "cycle_weeks"),
        (form(cycle_weeks=1000), "plan_number", "cycle_weeks"),
        (form(start={"lat": 91, "lon": 0}), "plan_number", "start.lat"),
        (form(start={"lat": 1}), "plan_missing", "start.lon"),
        (form(end=[]), "plan_object", "end"),
        (form(days={}), "plan_list", "days"),
        (form(days=[1]), "plan_object", "days[0]"),
        (form(days=[day(0)]), "plan_number", "days[0].weekday"),
        (form(days=[day(8)]), "plan_number", "days[0].weekday"),
        (form(days=[day(1), day(1)]), "plan_twice", "days[1].weekday"),
        (form(days=[day(1, "17:00", "08:00")]), "plan_backwards", "days[0]"),
        (form(days=[day(1, "8.30")]), "plan_time", "days[0].from"),
        (form(days=[day(1, "25:00")]), "plan_time", "days[0].from"),
        (form(days=[day(1, "08:61")]), "plan_time", "days[0].from"),
        (form(days=[day(1, "24:01")]), "plan_time", "days[0].from"),
        (form(days=[day(1, "０８:３０")]), "plan_time", "days[0].from"),
        (
            form(days=[day(1, lunch={"from": "12:00", "to": "12:30", "minutes": 60})]),
            "plan_lunch",
            "days[0].lunch",
        ),
        (form(days=[day(1, lunch=60)]), "plan_object", "days[0].lunch"),
        (form(stop("a"), stop("a")), "plan_twice", "stops[1].id"),
        (form(stop("")), "plan_text", "stops[0].id"),
        (form(stop("a") | {"id": 7}), "plan_text", "stops[0].id"),
        (form(without(stop("a"), "id")), "plan_missing", "stops[0].id"),
        (form(without(stop("a"), "lat")), "plan_missing", "stops[0].lat"),
        (form(stop("a") | {"lat": "30"}), "plan_number", "stops[0].lat"),
        (form(stop("a", every_weeks=3)), "plan_rhythm", "stops[0].every_weeks"),
        (form(stop("a", every_weeks=0)), "plan_number", "stops[0].every_weeks"),
        (form(stop("a", every_weeks=8)), "plan_rhythm", "stops[0].every_weeks"),
        (form(stop("a", minutes=-5)), "plan_number", "stops[0].minutes"),
        (form(stop("a", minutes=1441)), "plan_number", "stops[0].minutes"),
        (form(stop("a", windows={})), "plan_list", "stops[0].windows"),
        (form(stop("a", windows=[window(1, "11:00", "11:00")])), "plan_backwards", "stops[0].windows[0]"),
        (
            form(stop("a", windows=[window(9, "10:00", "11:00")])),
            "plan_number",
            "stops[0].windows[0].weekday",
        ),
        (form(stop("a", promised=promised(1, "10:00", 1))), "plan_number", "stops[0].promised.first_week"),
        (form(stop("a", promised={"weekday": 1})), "plan_missing", "stops[0].promised.time"),
        (form(stop("a", promised="Monday")), "plan_object", "stops[0].promised"),
        (form(stop("a", **{"class": "D"})), "plan_class", "stops[0].class"),
        (form(stop("a", min_days_between=-1)), "plan_number", "stops[0].min_days_between"),
        (form(matrix={"ids": ["x"], "minutes": [[0]]}), "plan_unknown_id", "matrix.ids[0]"),
    ],
)
def test_a_fault_is_named_with_its_place(data: object, code: str, where: str) -> None:
    found, values = refused(data)
    assert (found, values["where"]) == (code, where)


def test_a_table_that_is_no_square() -> None:
    for minutes in ([[0, 1]], [[0, 1], [1]], [[0, 1], 5]):
        assert (
            refused(form(stop("a"), matrix={"ids": ["start", "a"], "minutes": minutes}))[0] == "plan_matrix"
        )


def test_an_hour_that_is_none() -> None:
    assert refused(form(speed_by_hour={"24": 20}))[0] == "plan_hour"
    assert refused(form(speed_by_hour={"-1": 20}))[0] == "plan_hour"


def test_too_many_stops() -> None:
    assert refused(form(*[1] * (MOST_STOPS + 1)))[0] == "plan_too_many"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "plan_json"),
        (b"{", "plan_json"),
        (b"\xff\xfe{\x00", "plan_encoding"),
        (b"[" * 200_000, "plan_json"),
        (b'{"cycle_weeks": ' + b"9" * 5000 + b"}", "plan_json"),
        (b"{}", "plan_missing"),
    ],
)
def test_a_file_that_is_no_problem(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(raw)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.code == code


def test_a_file_that_is_none(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.json"):
        with pytest.raises(InputError) as caught:
            read_file(path)
        assert caught.value.code == "plan_file"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(form(stop("a"))).encode())
    assert read_file(path).stops[0].id == "a"


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "09:00", "-1", "é"])
VALUES = (
    PLAIN
    | st.lists(PLAIN, max_size=2)
    | st.dictionaries(st.sampled_from(["", "lat", "from"]), PLAIN, max_size=2)
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_stands_somewhere_is_read_or_refused(data: st.DataObject) -> None:
    asked = form(stop("a", windows=[window(1, "09:00", "10:00")], promised=promised(1, "09:00")))
    here: Any = asked
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            here[key] = data.draw(VALUES)
            break
        here = inner
    with contextlib.suppress(InputError):
        assert len(read_problem(asked).stops) <= 1
