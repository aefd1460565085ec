"""Datums there and back within a tenth of a millimetre; distances against known ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain import geo
from kamdesk.domain.account import Datum
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import Point

TENTH_OF_A_MILLIMETRE = 1e-7  # km

inland = st.builds(Point, st.floats(18.2, 53.5), st.floats(73.6, 134.7))
earth = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(inland)
def test_gcj02_there_and_back(point: Point) -> None:
    there = geo.wgs84_to_gcj02(point)
    assert geo.distance_km(geo.gcj02_to_wgs84(there), point) < TENTH_OF_A_MILLIMETRE
    assert geo.distance_km(geo.wgs84_to_gcj02(geo.gcj02_to_wgs84(point)), point) < TENTH_OF_A_MILLIMETRE


@given(inland)
def test_bd09_there_and_back(point: Point) -> None:
    assert geo.distance_km(geo.bd09_to_gcj02(geo.gcj02_to_bd09(point)), point) < TENTH_OF_A_MILLIMETRE
    assert geo.distance_km(geo.gcj02_to_bd09(geo.bd09_to_gcj02(point)), point) < TENTH_OF_A_MILLIMETRE


@given(inland, st.sampled_from([*Datum, None, "a datum of the future"]))
def test_any_datum_there_and_back(point: Point, datum: str | None) -> None:
    assert geo.distance_km(geo.to_wgs84(geo.from_wgs84(point, datum), datum), point) < TENTH_OF_A_MILLIMETRE


@pytest.mark.parametrize(
    "city",
    [Point(30.66, 104.06), Point(39.9, 116.4), Point(31.23, 121.47), Point(23.13, 113.26), Point(43.8, 87.6)],
)
def test_the_shift_is_a_street_away_for_amap_and_a_quarter_for_baidu(city: Point) -> None:
    assert 0.2 < geo.distance_km(city, geo.from_wgs84(city, Datum.GCJ02)) < 0.7
    assert 0.9 < geo.distance_km(city, geo.from_wgs84(city, Datum.BD09)) < 1.5


@pytest.mark.parametrize(
    ("wgs", "gcj"),
    [
        (Point(39.908749, 116.397475), Point(39.910153, 116.403719)),
        (Point(31.240197, 121.499707), Point(31.238207, 121.504201)),
    ],
)
def test_known_places_lie_where_the_maps_show_them(wgs: Point, gcj: Point) -> None:
    assert geo.distance_km(geo.wgs84_to_gcj02(wgs), gcj) < 0.01


@given(earth.filter(lambda p: not (0 < p.latitude < 56.5 and 71 < p.longitude < 138.5)))
def test_far_from_china_the_datums_are_one(point: Point) -> None:
    assert geo.wgs84_to_gcj02(point) == point
    assert geo.gcj02_to_wgs84(point) == point


@given(st.floats(10, 50), st.sampled_from([72.0041, 137.8346]))
def test_a_point_at_the_edge_of_the_region_comes_back(latitude: float, longitude: float) -> None:
    point = Point(latitude, longitude)
    assert geo.distance_km(geo.gcj02_to_wgs84(geo.wgs84_to_gcj02(point)), point) < TENTH_OF_A_MILLIMETRE


@given(earth, earth)
def test_distance_agrees_with_the_angle_between_the_vectors(a: Point, b: Point) -> None:
    def vector(p: Point) -> tuple[float, float, float]:
        north, east = math.radians(p.latitude), math.radians(p.longitude)
        return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)

    u, v = vector(a), vector(b)
    cross = math.dist((u[1] * v[2], u[2] * v[0], u[0] * v[1]), (u[2] * v[1], u[0] * v[2], u[1] * v[0]))
    angle = math.atan2(cross, sum(p * q for p, q in zip(u, v, strict=True)))
    # Haversine loses digits near the antipodes only; a metre is far below what a road estimate needs.
    assert geo.distance_km(a, b) == pytest.approx(angle * 6371.0088, abs=1e-3)
    assert geo.distance_km(a, b) == geo.distance_km(b, a)


def test_berlin_and_paris_are_878_kilometres_apart() -> None:
    assert geo.distance_km(Point(52.5200, 13.4050), Point(48.8566, 2.3522)) == pytest.approx(877.5, abs=1)


def test_the_way_is_the_detour_at_the_speed_rounded_up_to_minutes() -> None:
    a, b = Point(30.0, 120.0), Point(30.0, 120.1)
    straight = geo.distance_km(a, b)
    assert geo.travel(a, b) == geo.Travel(straight * 1.35, math.ceil(straight * 1.35 / 40 * 60))
    assert geo.travel(a, a) == geo.Travel(0, 0)


def test_beyond_thirty_kilometres_the_way_is_faster() -> None:
    a, b = Point(30.0, 120.0), Point(31.0, 120.0)
    road = geo.distance_km(a, b) * 1.35
    assert road > 30
    assert geo.travel(a, b).minutes == math.ceil((30 / 40 + (road - 30) / 70) * 60)


@given(st.floats(-0.3, 3), st.floats(-0.3, 3))
def test_what_lies_farther_never_takes_less_time(one: float, two: float) -> None:
    start, near, far = 30.0, *sorted((abs(one), abs(two)))
    ways = [geo.travel(Point(start, 120), Point(start + north, 120)) for north in (near, far)]
    assert ways[0].kilometres <= ways[1].kilometres
    assert ways[0].minutes <= ways[1].minutes
    # Never faster than the far speed, never slower than the near one.
    for way in ways:
        assert way.kilometres / 70 * 60 - 1 <= way.minutes <= way.kilometres / 40 * 60 + 1


@given(earth, earth)
def test_there_and_back_take_the_same(a: Point, b: Point) -> None:
    assert geo.travel(a, b) == geo.travel(b, a)


@pytest.mark.parametrize("place", [(91, 0), (0, -181), (math.nan, 0), (0, math.inf)])
def test_a_place_off_the_earth_is_refused(place: tuple[float, float]) -> None:
    with pytest.raises(RuleError) as caught:
        geo.check_point(*place)
    assert caught.value.code == "point_off_earth"
