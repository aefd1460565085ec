"""Coordinates: decimal, degrees and minutes, letters, the wrong way round, half a pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.values.coordinates import LATITUDE, LONGITUDE, Place, read_angle, read_pair, read_place
from kamdesk.exchange.values.doubt import Doubt


@pytest.mark.parametrize(
    ("text", "degrees", "axis"),
    [
        ("30.2555", 30.2555, None),
        ("30.2555°", 30.2555, None),
        ("-30.5", -30.5, None),
        ("30°15′20″N", 30.2555556, LATITUDE),
        ("30°15'20\"N", 30.2555556, LATITUDE),
        ("30º15’20”", 30.2555556, None),
        ("30°15''20", None, None),
        ("N30°15′20″", 30.2555556, LATITUDE),
        ("30°15′20.5″S", -30.2556944, LATITUDE),
        ("北纬30°15′20″", 30.2555556, LATITUDE),
        ("东经120度12分", 120.2, LONGITUDE),
        ("30度15分20秒", 30.2555556, None),
        ("30:15:20", 30.2555556, None),
        ("30 15 20", 30.2555556, None),
        ("30°15.333′", 30.25555, None),
        ("120°12'W", -120.2, LONGITUDE),
        ("E 120.2", 120.2, LONGITUDE),
        ("３０．２５", 30.25, None),
        ("30°75′", None, None),
        ("-30 S", None, None),
        ("181", None, None),
        ("宁波", None, None),
    ],
)
def test_one_angle(text: str, degrees: float | None, axis: str | None) -> None:
    if degrees is None:
        with pytest.raises(Doubt):
            read_angle(text)
        return
    angle = read_angle(text)
    assert angle.degrees == pytest.approx(degrees, abs=1e-6)
    assert angle.axis == axis


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"))
def test_degrees_minutes_seconds_come_back(degrees: int, minutes: int, seconds: int, letter: str) -> None:
    wanted = (degrees + minutes / 60 + seconds / 3600) * (1 if letter == "N" else -1)
    for text in (f"{degrees}°{minutes}′{seconds}″{letter}", f"{letter} {degrees}° {minutes}' {seconds}\""):
        assert read_angle(text).degrees == pytest.approx(wanted, abs=1e-6)


@given(st.floats(18, 53), st.floats(74, 135))
def test_a_place_in_china_is_found_whichever_way_round(latitude: float, longitude: float) -> None:
    north, east = f"{latitude:.6f}", f"{longitude:.6f}"
    right, wrong = read_place(north, east), read_place(east, north)
    assert (right.latitude, right.longitude, right.swapped) == (float(north), float(east), False)
    assert (wrong.latitude, wrong.longitude, wrong.swapped) == (float(north), float(east), True)
    assert read_pair(f"{east},{north}") == read_pair(f"{north}, {east}") == right


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [
        ("121.402109", "28.604812", Place(28.604812, 121.402109, swapped=True)),
        ("120°12'E", "30°15'N", Place(30.25, 120.2, swapped=True)),
        ("48.85", "2.35", Place(48.85, 2.35)),
        ("-33.87", "151.21", Place(-33.87, 151.21)),
        ("-118.24", "34.05", Place(34.05, -118.24, swapped=True)),
    ],
)
def test_a_place(latitude: str, longitude: str, place: Place) -> None:
    assert read_place(latitude, longitude) == place


def test_abroad_only_what_is_impossible_is_exchanged() -> None:
    assert read_place("80.5", "40.2", abroad=True) == Place(80.5, 40.2)
    assert read_place("80.5", "40.2") == Place(40.2, 80.5, swapped=True)
    assert read_place("151.21", "-33.87", abroad=True).swapped


@pytest.mark.parametrize(
    ("latitude", "longitude", "reason"),
    [
        ("30.1", "", "coordinate_half"),
        ("", "120.2", "coordinate_half"),
        ("0", "0", "coordinate_zero"),
        ("120.5", "121.5", "coordinate_off_earth"),
        ("30.1", "abc", "coordinate_unreadable"),
        ("30°N", "31°N", "coordinate_unreadable"),
    ],
)
def test_no_place(latitude: str, longitude: str, reason: str) -> None:
    with pytest.raises(Doubt) as caught:
        read_place(latitude, longitude)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "reason", "undecided"),
    [
        ("30.2", "coordinate_half", False),
        ("48.85,2.35", "coordinate_order", True),
        ("1,2,3", "coordinate_unreadable", False),
    ],
)
def test_no_pair(text: str, reason: str, *, undecided: bool) -> None:
    with pytest.raises(Doubt) as caught:
        read_pair(text)
    assert (caught.value.reason, caught.value.undecided) == (reason, undecided)


def test_a_pair_with_letters() -> None:
    assert read_pair("30°15′N 120°12′E") == Place(30.25, 120.2)
    assert read_pair("E120.2 N30.25") == Place(30.25, 120.2)


@given(st.text(max_size=30))
def test_any_text_is_a_place_or_a_doubt(text: str) -> None:
    for read in (read_angle, read_pair):
        try:
            read(text)
        except Doubt:
            continue
