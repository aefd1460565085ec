"""Towns by name with the middle of each, from the gazetteer that comes with the program: a cut of GeoNames.

GeoNames is licensed CC BY 4.0. China's places of 500 people and more, elsewhere cities of 15,000 and more.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from unicodedata import combining, normalize

from kamdesk.assets import resource
from kamdesk.exchange.values.text import folded

ATTRIBUTION = "GeoNames (geonames.org), CC BY 4.0"
MOST = 60


@dataclass(frozen=True, slots=True)
class Town:
    """``chinese`` may be empty. ``country`` is the ISO code, ``region`` GeoNames' code of a Chinese province, ``near``
    the large town beside a small one. Degrees are WGS-84.
    """

    chinese: str
    latin: str
    country: str
    region: str
    latitude: float
    longitude: float
    sought: str
    """The Latin name as it is compared: small letters and digits alone."""
    near: Town | None = None

    def called(self, language: str) -> str:
        """The name in the language of the window, in the other where it has none."""
        return (self.chinese or self.latin) if language == "zh" else self.latin


def read_towns() -> tuple[Town, ...]:
    """All towns, the largest first. Raises MissingAsset where the program came without them."""
    towns: list[Town] = []
    with gzip.open(resource("towns", "towns.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            chinese, latin, country, region, north, east, near = line.rstrip("\n").split("\t")
            beside = towns[int(near)] if near else None
            towns.append(
                Town(chinese, latin, country, region, float(north), float(east), _plain(latin), beside)
            )
    return tuple(towns)


def find_towns(towns: tuple[Town, ...], text: str, *, most: int = MOST, home: str = "") -> tuple[Town, ...]:
    """Towns whose name is, begins with or holds ``text``, in this order, those of the country ``home`` first, then the
    larger.

    Latin letters are told from one another neither by case nor by accents; 市, 县 and the like at the end may be left
    out or given.
    """
    wanted = _plain(text)
    if not wanted:
        return ()
    short = wanted.rstrip("省市县区镇乡") if len(wanted) > 2 else wanted
    ranks: tuple[list[Town], list[Town], list[Town]] = ([], [], [])
    for town in towns:
        names = (town.chinese, town.sought)
        if short in names or wanted in names:
            ranks[0].append(town)
        elif any(name.startswith(short) for name in names):
            ranks[1].append(town)
        elif (len(ranks[2]) < most or town.country == home) and any(short in name for name in names):
            ranks[2].append(town)
    found = [town for rank in ranks for town in sorted(rank, key=lambda each: each.country != home)]
    return tuple(found[:most])


def _plain(text: str) -> str:
    if text.isascii() and text.isalpha():
        return text.lower()
    bare = normalize("NFKD", folded(text)).casefold()
    return "".join(each for each in bare if each.isalnum() and not combining(each))
