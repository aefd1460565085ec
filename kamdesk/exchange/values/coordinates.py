"""Latitude and longitude in the forms of lists: decimal, degrees and minutes, with letters, or the wrong way round."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded

LATITUDE, LONGITUDE = "latitude", "longitude"
_SOUTH, _NORTH, _WEST, _EAST = 3.0, 54.0, 73.0, 136.0  # China, its seas included

_LETTERS = {"N": (LATITUDE, 1), "S": (LATITUDE, -1), "E": (LONGITUDE, 1), "W": (LONGITUDE, -1)}
_WORDS = {
    "北纬": "N",
    "南纬": "S",
    "东经": "E",
    "西经": "W",
    "纬度": "",
    "经度": "",
    "NORTH": "N",
    "SOUTH": "S",
    "EAST": "E",
    "WEST": "W",
    "LATITUDE": "",
    "LONGITUDE": "",
    "LAT": "",
    "LNG": "",
    "LON": "",
}
_DECIMAL = re.compile(r"([+-]?)(\d{1,3}(?:\.\d+)?)°?")
_DMS = re.compile(
    r"([+-]?)(\d{1,3})(?:°|:|\s+)(\d{1,2}(?:\.\d+)?)(?:'|:|\s+|$)(?:(\d{1,2}(?:\.\d+)?)(?:\"|''|$)?)?"
)
_PAIR = re.compile(r"\s*[,;/|]\s*|\s{2,}|(?<=[NSEW])\s+(?=\d)|(?<=\d)\s+(?=[NSEW+-]?\d{1,3}\.\d)")

_LETTER_FIRST = re.compile(r"(?<=[\d°'\"])\s*[,;/|]?\s*(?=[NSEW])")
_LETTER_LAST = re.compile(r"(?<=[NSEW])\s*[,;/|]?\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Angle:
    """Degrees; ``axis`` is known where the cell carried a letter."""

    degrees: float
    axis: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees, north and east positive; ``swapped`` where the list had them the wrong way round."""

    latitude: float
    longitude: float
    swapped: bool = False


def read_angle(text: str) -> Angle:
    """One coordinate. Raises Doubt for what is none."""
    plain = _plain(text)
    axis, sign, body = _axis(plain)
    decimal = _DECIMAL.fullmatch(body)
    if decimal:
        degrees = float(decimal[2])
        minus = decimal[1] == "-"
    else:
        parts = _DMS.fullmatch(body)
        if not parts:
            raise Doubt("coordinate_unreadable")
        minutes, seconds = float(parts[3]), float(parts[4] or 0)
        if minutes >= 60 or seconds >= 60:
            raise Doubt("coordinate_unreadable")
        degrees = int(parts[2]) + minutes / 60 + seconds / 3600
        minus = parts[1] == "-"
    if minus and sign < 0:
        raise Doubt("coordinate_unreadable")
    degrees = -degrees if minus or sign < 0 else degrees
    if not math.isfinite(degrees) or abs(degrees) > 180:
        raise Doubt("coordinate_off_earth")
    return Angle(round(degrees, 7), axis)


def _plain(text: str) -> str:
    plain = text.replace("º", "°").replace("˚", "°").replace("′", "'").replace("″", '"').replace("’", "'")
    plain = folded(plain).upper().strip()
    for sign, mark in (
        ("”", '"'),
        ("“", '"'),
        ("‘", "'"),
        ("`", "'"),
        ("´", "'"),
        ("′", "'"),
        ("″", '"'),
        ("''", '"'),
    ):
        plain = plain.replace(sign, mark)
    for word, letter in _WORDS.items():
        plain = plain.replace(word, letter)
    plain = plain.strip(" :=")
    plain = re.sub(r"(?<=\d)\s*度\s*", "°", plain)
    plain = re.sub(r"(?<=\d)\s*分\s*", "'", plain)
    plain = re.sub(r"(?<=\d)\s*秒", '"', plain)
    return re.sub(r"\s*([°'\":])\s*", r"\1", plain)


def _axis(plain: str) -> tuple[str | None, int, str]:
    for letter, (axis, sign) in _LETTERS.items():
        if plain.startswith(letter):
            return axis, sign, plain[1:].strip()
        if plain.endswith(letter):
            return axis, sign, plain[:-1].strip()
    return None, 1, plain


def in_china(latitude: float, longitude: float) -> bool:
    """Whether a point lies in the rectangle around China."""
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def read_place(latitude: str, longitude: str, *, abroad: bool = False) -> Place:
    """Two cells as a point; empty ones are ``""``. Raises Doubt for half a pair and for no place on earth.

    They are swapped where there is no doubt: a letter says so, a latitude above 90° says so, or the list's way lies
    outside China and the other way within. ``abroad``: the row names another country, so the last doesn't count.
    """
    if not latitude or not longitude:
        raise Doubt("coordinate_half")
    north, east = read_angle(latitude), read_angle(longitude)
    if north.axis and north.axis == east.axis:
        raise Doubt("coordinate_unreadable")
    swapped = north.axis == LONGITUDE or east.axis == LATITUDE
    if not north.axis and not east.axis:
        swapped = abs(north.degrees) > 90 >= abs(east.degrees)
        if not abroad and not in_china(north.degrees, east.degrees) and in_china(east.degrees, north.degrees):
            swapped = True
    if swapped:
        north, east = east, north
    if abs(north.degrees) > 90:
        raise Doubt("coordinate_off_earth")
    if north.degrees == 0 and east.degrees == 0:
        raise Doubt("coordinate_zero")
    return Place(north.degrees, east.degrees, swapped)


def read_pair(text: str, *, abroad: bool = False) -> Place:
    """Both coordinates in one cell, in either order. Raises Doubt, undecided where the order can't be told."""
    plain = _plain(text).strip("()[] ")
    lettered = _LETTER_FIRST if plain[:1] in _LETTERS else _LETTER_LAST
    parts = lettered.split(plain)
    if len(parts) != 2:
        parts = [part for part in _PAIR.split(plain) if part.strip()]
    if len(parts) != 2:
        raise Doubt("coordinate_half" if len(parts) == 1 else "coordinate_unreadable")
    first, second = (read_angle(part) for part in parts)
    if first.axis or second.axis or abs(first.degrees) > 90 or abs(second.degrees) > 90:
        place = read_place(parts[0], parts[1], abroad=abroad)
        return Place(place.latitude, place.longitude)
    ways = [in_china(first.degrees, second.degrees), in_china(second.degrees, first.degrees)]
    if abroad or ways[0] == ways[1]:
        raise Doubt("coordinate_order", undecided=True)
    place = read_place(*(parts if ways[0] else parts[::-1]))
    return Place(place.latitude, place.longitude)
