"""Names of firms, their addresses, telephones and what they are worth."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from kamdesk.domain.geo import Point
from kamdesk.operations.demo.lists import Good, Part, Place, goods, places, texts
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.setting import Setting

# From how many yuan a year on an account is of class A or B.
LINES = {"A": 2_000_000, "B": 500_000}
WORTH = {"A": (210, 680), "B": (54, 190), "C": (9, 46)}
# Shops and fit-out firms buy less than dealers of their class.
SMALL = {"B": (51, 88), "C": (5, 24)}
SMALL_TRADES = ("shop", "hardware", "decor")
PROSPECT = (15, 90)
# So many names are tried before a firm gets the name of another with its town behind it.
NAMESAKES = 40
SPREAD = 0.012
# Firms that share their name with those below them.
FAMILIES = ("group", "chain")
# Parts of one firm that sell from one stock.
ONE_STOCK = ("group_office", "group_warehouse")


class Firms:
    """Draws firms; no name is given twice."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._dice = setting.dice("firms")
        self._taken: set[str] = set()
        self._houses = {key: list(texts("names")["firm"][key]) for key in ("house", "house_hubei")}
        for houses in self._houses.values():
            self._dice.shuffle(houses)
        self._next = dict.fromkeys(self._houses, 0)
        self._families: dict[int | None, str] = {}

    def draw(self, part: Part, parent: Member | None = None) -> Member:
        """The firm that plays ``part``; the sites of a firm share its name."""
        dice, place = self._dice, places()[part.place]
        name, short = self._name(part, place)
        point = Point(
            round(place.point.latitude + dice.uniform(-SPREAD, SPREAD), 5),
            round(place.point.longitude + dice.uniform(-SPREAD, SPREAD), 5),
        )
        worth = {**WORTH, **SMALL} if part.trade in SMALL_TRADES else WORTH
        low, high = worth.get(part.value_class or "A", WORTH["A"])
        if part.status == "prospect":
            low, high = PROSPECT
        annual = parent.annual if parent and part.level == "site" else dice.randint(low, high) * 10_000
        return Member(
            part=part,
            place=place,
            point=point,
            name=name,
            short_name=short,
            annual=annual,
            address=self._address(place),
            phones=self._phones(place, part),
            wechat=f"{short_latin(part)}{dice.randint(1000, 9999)}" if dice.random() < 0.55 else None,
            goods=self._goods(part, parent),
            parent=parent,
        )

    def _name(self, part: Part, place: Place) -> tuple[str, str]:
        listed: Mapping[str, Any] = texts("names")["firm"]
        part_names = listed["part"].get(part.story)
        trade = listed["trade"][part.trade]
        named = part_names or trade
        for turn in count(1):
            chinese, latin = self._house(part, place).split(" ", 1)
            pattern = part_names["name"] if part_names else self._dice.choice(_patterns(trade["names"], part))
            values = {
                "house": chinese,
                "city": place.city.removesuffix("市"),
                "district": _bare(place.district),
                "town": _bare(place.town),
                "district_en": place.town_en.split(" ")[0],
            }
            name = pattern.format(**values)
            if turn > NAMESAKES:
                name += f"（{_bare(place.town)}{turn}）"
            if name not in self._taken:
                break
        self._taken.add(name)
        if self._setting.language == "en":
            return name, named["english"].format(**{**values, "house": latin})
        return name, named["short"].format(**values)

    def _house(self, part: Part, place: Place) -> str:
        """The next name that is free; once all were given, any, so that a large book has namesakes in other towns."""
        if part.parent in self._families:
            return self._families.setdefault(part.number, self._families[part.parent])
        key = "house_hubei" if place.province == "湖北省" else "house"
        houses, turn = self._houses[key], self._next[key]
        self._next[key] += 1
        house = houses[turn] if turn < len(houses) else self._composed()
        if part.story in FAMILIES:
            self._families[part.number] = house
        return house

    def _composed(self) -> str:
        listed = texts("names")["firm"]
        first, latin = self._dice.choice(listed["first"]).split(" ")
        second, rest = self._dice.choice(listed["second"]).split(" ")
        return f"{first}{second} {latin}{rest}"

    def _address(self, place: Place) -> str:
        dice, listed = self._dice, texts("names")["address"]
        if dice.random() < 0.3:
            market = dice.choice(listed["markets"]).format(
                town=_bare(place.town), district=_bare(place.district)
            )
            return f"{place.town}{market}{dice.choice('ABCD')}区{dice.randint(1, 60)}号"
        return f"{place.town}{dice.choice(listed['roads'])}{dice.randint(3, 860)}号"

    def _phones(self, place: Place, part: Part) -> list[tuple[str, str | None, str]]:
        dice = self._dice
        number = f"{place.area_code}-8{dice.randrange(10**7):07d}"
        if part.trade in ("shop", "hardware"):
            return [(number, None, "office")] if dice.random() < 0.6 else []
        phones: list[tuple[str, str | None, str]] = [(number, None, "switchboard")]
        if part.value_class == "A" or dice.random() < 0.4:
            phones.append((number, str(dice.randint(801, 838)), "office"))
        if dice.random() < 0.25:
            phones.append((f"{number[:-2]}{dice.randint(10, 99)}", None, "fax"))
        return phones

    def _goods(self, part: Part, parent: Member | None) -> list[Good]:
        """What an account buys of us: rather what its trade spends most on."""
        if parent and part.story in ONE_STOCK:
            return parent.goods
        left = [good for good in goods() if part.trade in good.trades and not good.discontinued]
        chosen: list[Good] = []
        for _ in range({"A": 4, "B": 3}.get(part.value_class or "A", 2)):
            good = self._dice.choices(left, [good.weight for good in left])[0]
            left = [other for other in left if other is not good]
            chosen.append(good)
            if not left:
                break
        return sorted(chosen, key=lambda good: good.code)


def _patterns(patterns: list[str], part: Part) -> list[str]:
    """A large account is a company, not a one-man business."""
    large = [pattern for pattern in patterns if pattern.endswith("公司")]
    return large if part.value_class == "A" and large else patterns


def short_latin(part: Part) -> str:
    """The beginning of a WeChat name."""
    return {"shop": "cz", "hardware": "wj", "decor": "zs", "works": "gc"}.get(part.trade, "jc") + "_"


def _bare(name: str) -> str:
    for suffix in ("街道", "镇", "区", "市", "县"):
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name
