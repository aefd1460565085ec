"""The gazetteer: found by Chinese and Latin names, the larger first, small places told apart."""

from __future__ import annotations

import pytest

from kamdesk.exchange.towns import Town, find_towns, read_towns


@pytest.fixture(scope="module")
def towns() -> tuple[Town, ...]:
    return read_towns()


def test_it_holds_china_and_the_world(towns: tuple[Town, ...]) -> None:
    assert sum(town.country == "CN" for town in towns) > 15_000
    assert len({town.country for town in towns}) > 200
    assert all(-90 <= town.latitude <= 90 and -180 <= town.longitude <= 180 for town in towns)


@pytest.mark.parametrize("text", ["温岭", "温岭市", "wenling", "Wēnlǐng"])
def test_a_town_by_any_of_its_names(towns: tuple[Town, ...], text: str) -> None:
    first = find_towns(towns, text)[0]
    assert (first.chinese, first.latin, first.region) == ("温岭", "Wenling", "02")
    assert (round(first.latitude, 1), round(first.longitude, 1)) == (28.4, 121.4)
    assert first.near is not None
    assert first.near.chinese == "台州"


def test_the_larger_comes_first_and_the_whole_name_before_a_part(towns: tuple[Town, ...]) -> None:
    assert [town.country for town in find_towns(towns, "london")[:2]] == ["GB", "CA"]
    assert find_towns(towns, "zurich")[0].latin == "Zürich"
    assert find_towns(towns, "深圳")[0].latin == "Shenzhen"


def test_those_at_home_come_first(towns: tuple[Town, ...]) -> None:
    found = find_towns(towns, "san", home="CN")
    assert {town.country for town in found[:8] if town.latin != "San"} == {"CN"}, (
        "but for those of the whole name"
    )
    assert find_towns(towns, "san")[0].country != "CN"
    assert find_towns(towns, "london", home="CN")[0].country == "GB"


def test_nothing_is_found_by_nothing(towns: tuple[Town, ...]) -> None:
    assert find_towns(towns, " ") == ()
    assert find_towns(towns, "qqxzz") == ()
    assert len(find_towns(towns, "a", most=7)) == 7
