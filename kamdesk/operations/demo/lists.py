"""The word lists that the demo book is drawn from, read from ``resources/demo``."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kamdesk.assets import resource
from kamdesk.domain.geo import Point
from kamdesk.domain.money import to_minor

# A text in both languages, perhaps with the trades, months or coast that it fits.
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its coordinates (WGS-84); ``area`` is the part of the line that it belongs to."""

    code: str
    province: str
    city: str
    district: str
    town: str
    town_en: str
    point: Point
    area_code: str
    postcode: str
    area: str

    @property
    def coast(self) -> bool:
        """Whether a typhoon is to be feared here."""
        return self.area in ("jiaojiang", "luqiao", "wenling", "yuhuan")


@dataclass(frozen=True, slots=True)
class Good:
    """A product: ``price`` in fen with tax, ``pack`` units, ``season`` when it sells, ``trades`` who buys it.

    ``family`` is what kind of product it is, ``weight`` its share of the money spent by those who buy it.
    """

    code: str
    names: Mapping[str, str]
    specifications: Mapping[str, str]
    units: Mapping[str, str]
    pack: int
    price: int
    season: str
    family: str
    weight: float
    trades: frozenset[str]
    discontinued: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part that an account plays: where, what trade and class, how often it is visited, what happens to it."""

    number: int
    place: str
    trade: str
    value_class: str | None
    is_key: bool | None
    level: str
    parent: int | None
    visits: str
    minutes: int
    status: str
    story: str


def _rows(name: str) -> list[dict[str, str]]:
    with resource("demo", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def texts(name: str) -> Mapping[str, Any]:
    """The TOML file ``name`` as it stands."""
    return tomllib.loads(resource("demo", f"{name}.toml").read_text("utf-8"))


@cache
def places() -> Mapping[str, Place]:
    """The towns by code."""
    return {
        row["code"]: Place(
            code=row["code"],
            province=row["province"],
            city=row["city"],
            district=row["district"],
            town=row["town"],
            town_en=row["town_en"],
            point=Point(float(row["latitude"]), float(row["longitude"])),
            area_code=row["area_code"],
            postcode=row["postcode"],
            area=row["area"],
        )
        for row in _rows("places.csv")
    }


@cache
def goods() -> tuple[Good, ...]:
    """All products, those no longer made included."""
    return tuple(
        Good(
            code=row["code"],
            names={"zh": row["name"], "en": row["name_en"]},
            specifications={"zh": row["specification"], "en": row["specification_en"]},
            units={"zh": row["unit"], "en": row["unit_en"]},
            pack=int(row["pack"]),
            price=to_minor(row["price"], "CNY"),
            season=row["season"],
            family=row["family"],
            weight=float(row["weight"]),
            trades=frozenset(row["trades"].split()),
            discontinued=row["discontinued"] == "yes",
        )
        for row in _rows("products.csv")
    )


@cache
def cast() -> tuple[Part, ...]:
    """The accounts of the line and those around it, in an order of which any beginning makes sense."""
    return tuple(
        Part(
            number=int(row["order"]),
            place=row["place"],
            trade=row["trade"],
            value_class=row["class"] or None,
            is_key=(row["key"] == "yes") if row["class"] else None,
            level=row["level"],
            parent=int(row["parent"]) if row["parent"] else None,
            visits=row["visits"],
            minutes=int(row["minutes"] or 30),
            status=row["status"],
            story=row["story"],
        )
        for row in _rows("cast.csv")
    )
