"""A name for places with little room, where no short one is recorded: what tells a firm from the others comes first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 2
"""So many characters a name keeps."""
_FORM = re.compile("(?:(?:股份|集团)?有限(?:责任)?公司|股份公司)$")
_PLACE = re.compile("^[\u4e00-\u9fff]{2,3}?(?:省|市)|^[\u4e00-\u9fff]{2,8}?自治[区州县]")
_KIND = "省市区县旗"
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Named:
    """An account with the names of where it is: province, city, district, those that are known."""

    id: str
    name: str
    places: tuple[str, ...] = ()


def brief_names(accounts: Iterable[Named]) -> dict[str, str]:
    """By id the name without its place and its legal form, of those accounts that have either.

    Where two would be called the same, both keep their place; where they still would, they keep their names.
    """
    plain: dict[str, tuple[str, str, str]] = {}
    alike: dict[str, set[str]] = defaultdict(set)
    for each in accounts:
        formless = _without_form(each.name)
        core = _without_place(formless, each.places)
        plain[each.id] = core, formless, each.name
        for said in {core, formless, each.name}:
            alike[said].add(each.id)
    found: dict[str, str] = {}
    for account_id, ways in plain.items():
        brief = next((said for said in ways if len(alike[said]) == 1), ways[-1])
        if brief != ways[-1]:
            found[account_id] = brief
    return found


def _without_form(name: str) -> str:
    short = _FORM.sub("", name.strip())
    return short if len(short) >= LEAST else name


def _without_place(name: str, places: Iterable[str]) -> str:
    """What is left once the province, then the city, then the district before it are gone."""
    if not _CHINESE.match(name):
        return name
    short = name
    for place in (*places, ""):
        found = _PLACE.match(short)
        begin = found.end() if found else 0
        stem = place[:-1] if len(place) > LEAST and place[-1] in _KIND else place
        for said in (place, stem):
            if len(said) >= LEAST and short.startswith(said):
                begin = max(begin, len(said))
        if len(short) - begin >= LEAST:
            short = short[begin:]
    return short
