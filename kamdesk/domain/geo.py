"""Where an account is: the datums of Chinese maps, distance, and how long the way takes.

The book keeps WGS-84. Numbers pasted from Amap or Tencent are GCJ-02 (some 300–600 m off), from Baidu BD-09
(about 1 km off).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from kamdesk.domain.account import Datum
from kamdesk.domain.errors import RuleError

# Krassowsky 1940, the ellipsoid on which the shift of GCJ-02 is defined.
_SEMI_MAJOR = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
# The shift applies within this rectangle only; outside it the three datums are one.
_SOUTH, _NORTH, _WEST, _EAST = 0.8293, 55.8271, 72.004, 137.8347
# BD-09 turns and stretches GCJ-02 by a wave of this many cycles a degree, then moves it.
_BAIDU_WAVE = math.pi * 3000 / 180
_BAIDU_EAST, _BAIDU_NORTH = 0.0065, 0.006

# Three rounds are right to 0.1 mm but along 105° E, where the shift has a cusp; four are right there too.
INVERSE_ROUNDS = 4
EARTH_RADIUS_KM = 6_371.0088
DETOUR = 1.35
SPEED_KMH = 40
NEAR_KM = 30
FAR_SPEED_KMH = 70


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees; north and east are positive."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Travel:
    """An estimated way: kilometres on the road and whole minutes, rounded up."""

    kilometres: float
    minutes: int


def check_point(latitude: float, longitude: float) -> Point:
    """A point that lies on the earth. Raises RuleError ``point_off_earth`` for all else, NaN included."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise RuleError("point_off_earth", latitude=latitude, longitude=longitude)
    return Point(latitude, longitude)


def shifted_region(point: Point) -> bool:
    """Whether GCJ-02 differs from WGS-84 here: a rectangle around China, as the maps themselves draw it."""
    return _SOUTH <= point.latitude <= _NORTH and _WEST <= point.longitude <= _EAST


def _shift(point: Point) -> tuple[float, float]:
    """The shift of GCJ-02 at a WGS-84 point, in degrees north and east (the formula as published)."""
    sin, pi = math.sin, math.pi
    x, y = point.longitude - 105.0, point.latitude - 35.0
    root = math.sqrt(abs(x))
    ripple = (20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += (20 * sin(pi * y) + 40 * sin(pi * y / 3)) * 2 / 3
    north += (160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += (20 * sin(pi * x) + 40 * sin(pi * x / 3)) * 2 / 3
    east += (150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)) * 2 / 3
    latitude = math.radians(point.latitude)
    curve = 1 - _ECCENTRICITY_SQUARED * sin(latitude) ** 2
    meridian = _SEMI_MAJOR * (1 - _ECCENTRICITY_SQUARED) / (curve * math.sqrt(curve))
    parallel = _SEMI_MAJOR / math.sqrt(curve) * math.cos(latitude)
    return math.degrees(north / meridian), math.degrees(east / parallel)


def _inverse(forward: Callable[[Point], Point], target: Point, start: Point) -> Point:
    """The point that ``forward`` takes to ``target``: each round removes what is still missing."""
    guess = start
    for _ in range(INVERSE_ROUNDS):
        reached = forward(guess)
        guess = Point(
            guess.latitude + target.latitude - reached.latitude,
            guess.longitude + target.longitude - reached.longitude,
        )
    return guess


def _always_shifted(point: Point) -> Point:
    north, east = _shift(point)
    return Point(point.latitude + north, point.longitude + east)


def wgs84_to_gcj02(point: Point) -> Point:
    """What Amap and Tencent show for a GPS reading."""
    return _always_shifted(point) if shifted_region(point) else point


def gcj02_to_wgs84(point: Point) -> Point:
    """The GPS reading for a place on Amap or Tencent; right to 0.1 mm."""
    found = _inverse(_always_shifted, point, point)
    return found if shifted_region(found) else point


def gcj02_to_bd09(point: Point) -> Point:
    """What Baidu shows for a GCJ-02 point."""
    x, y = point.longitude, point.latitude
    length = math.hypot(x, y) + 2e-5 * math.sin(y * _BAIDU_WAVE)
    angle = math.atan2(y, x) + 3e-6 * math.cos(x * _BAIDU_WAVE)
    return Point(length * math.sin(angle) + _BAIDU_NORTH, length * math.cos(angle) + _BAIDU_EAST)


def bd09_to_gcj02(point: Point) -> Point:
    """The GCJ-02 point for a place on Baidu's map."""
    start = Point(point.latitude - _BAIDU_NORTH, point.longitude - _BAIDU_EAST)
    return _inverse(gcj02_to_bd09, point, start)


def to_wgs84(point: Point, datum: str | None) -> Point:
    """``point`` of ``datum`` in WGS-84; an unknown datum is taken as WGS-84."""
    if datum == Datum.GCJ02:
        return gcj02_to_wgs84(point)
    if datum == Datum.BD09:
        return gcj02_to_wgs84(bd09_to_gcj02(point))
    return point


def from_wgs84(point: Point, datum: str | None) -> Point:
    """A WGS-84 point as a map of ``datum`` has it."""
    if datum == Datum.GCJ02:
        return wgs84_to_gcj02(point)
    if datum == Datum.BD09:
        return gcj02_to_bd09(wgs84_to_gcj02(point))
    return point


def distance_km(a: Point, b: Point) -> float:
    """The straight line over the earth's mean sphere (haversine), in kilometres."""
    north_a, north_b = math.radians(a.latitude), math.radians(b.latitude)
    half_north = math.sin((north_b - north_a) / 2)
    half_east = math.sin(math.radians(b.longitude - a.longitude) / 2)
    chord = half_north**2 + math.cos(north_a) * math.cos(north_b) * half_east**2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def travel(a: Point, b: Point) -> Travel:
    """The way from ``a`` to ``b``: straight line × 1.35 on the road, the first 30 km at 40 km/h, what is beyond at 70.

    An estimate for judging gaps between visits where no road map is at hand: 1.35 is the usual ratio of road to
    straight line in towns of the plain, 40 km/h a mean over town streets and country roads, 70 km/h one over the
    trunk roads and motorways that a long leg takes between its two towns.
    """
    return Travel(distance_km(a, b) * DETOUR, math.ceil(round(estimated_minutes(a, b), 6)))


def estimated_minutes(a: Point, b: Point) -> float:
    """How long the way takes as `travel` reckons it, not rounded."""
    kilometres = distance_km(a, b) * DETOUR
    near = min(kilometres, NEAR_KM)
    return (near / SPEED_KMH + (kilometres - near) / FAR_SPEED_KMH) * 60
