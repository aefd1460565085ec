"""A short name where none is recorded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.brief_name import LEAST, Named, brief_names


@pytest.mark.parametrize(
    ("name", "places", "brief"),
    [
        ("台州海川建材有限公司", ("浙江省", "台州市", "椒江区"), "海川建材"),
        ("浙江省台州市椒江区海川建材经营部", ("浙江省", "台州市", "椒江区"), "海川建材经营部"),
        ("台州市海川建材股份有限公司", (), "海川建材"),
        ("内蒙古自治区草原乳业集团有限公司", (), "草原乳业"),
        ("杭州有限公司", ("浙江省", "杭州市"), "杭州"),
        ("广州市", ("广东省", "广州市"), None),
        ("海川建材", ("浙江省", "台州市"), None),
        ("Alfreds Futterkiste", ("Berlin",), None),
        ("Shanghai 恒信", ("上海市",), None),
    ],
)
def test_place_and_form_are_left_out(name: str, places: tuple[str, ...], brief: str | None) -> None:
    assert brief_names([Named("1", name, places)]).get("1") == brief


def test_who_would_be_called_alike_keeps_the_place() -> None:
    got = brief_names([
        Named("1", "台州海川建材有限公司", ("台州市",)),
        Named("2", "宁波海川建材有限公司", ("宁波市",)),
        Named("3", "台州长城五金有限公司", ("台州市",)),
        Named("4", "长城五金", ()),
    ])  # fmt: skip
    assert got == {"1": "台州海川建材", "2": "宁波海川建材", "3": "台州长城五金"}


names = st.text(st.sampled_from("台州市海川浙江省有限公司股份集团建材A1"), min_size=1, max_size=9)
accounts = st.lists(names, max_size=6).map(
    lambda found: [Named(str(number), name, ("浙江省", "台州市")) for number, name in enumerate(found)]
)


@given(accounts)
def test_a_brief_name_is_a_part_of_the_name_and_nobody_elses(found: list[Named]) -> None:
    brief = brief_names(found)
    for each in found:
        if each.id in brief:
            assert len(brief[each.id]) >= LEAST
            assert brief[each.id] in each.name
            assert brief[each.id] not in {
                brief.get(other.id, other.name) for other in found if other is not each
            }
