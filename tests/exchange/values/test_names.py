"""Names: the same, nearly the same, or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.judgements import Level, read_flag, read_level, read_status
from kamdesk.exchange.values.names import near_key, same_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" 武汉嘉和水泥制品(有限公司) ", "武汉嘉和水泥制品有限公司"),
        ("武汉嘉和水泥制品（有限公司）", "武汉嘉和水泥制品有限责任公司"),
        ("浙江省温州市瑞泰建材有限公司", "温州瑞泰建材有限公司"),
        ("温州 瑞泰 建材", "温州瑞泰建材有限公司"),
        ("Antonio Moreno Taqueria", "ANTONIO MORENO TAQUERÍA"),
        ("Franchi S.p.A.", "Franchi SpA"),
        ("Acme Co., Ltd.", "Acme"),
    ],
)
def test_names_that_are_near(one: str, other: str) -> None:
    assert near_key(one) == near_key(other)
    assert same_key(one) != same_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("武汉金诚贸易有限公司", "杭州金诚贸易有限公司"),
        ("温州瑞泰建材有限公司", "温州瑞丰建材有限公司"),
        ("武汉金和水泥制品有限公司", "武汉金和装饰材料经营部"),
        ("Save-a-lot Markets", "White Clover Markets"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert near_key(one) != near_key(other)


def test_size_and_width_of_letters_make_no_other_name() -> None:
    assert same_key("Ａｃｍｅ（中国）  LTD") == same_key("acme(中国) ltd")


@given(st.text(max_size=30))
def test_the_same_name_is_always_near(name: str) -> None:
    assert same_key(name) == same_key(f"  {name} ")
    assert near_key(name) == near_key(f" {name.upper()} ") or name.upper().casefold() != name.casefold()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("A", Level("A")),
        ("b类", Level("B")),
        ("Class C", Level("C")),
        ("Ａ级客户", Level("A")),
        ("VIP", Level(None, True)),
        ("重点", Level(None, True)),
        ("一般", Level(None, False)),
        ("普通", Level(None, False)),
        ("A/VIP", Level("A", True)),
        ("钻石", Level(tag="钻石")),
        ("D", Level(tag="D")),
    ],
)
def test_levels(text: str, level: Level) -> None:
    assert read_level(text) == level


def test_levels_that_contradict_each_other_are_asked() -> None:
    with pytest.raises(Doubt) as caught:
        read_level("VIP/一般")
    assert caught.value.undecided


def test_states_and_flags() -> None:
    assert read_status("合作中") == "active"
    assert read_status("Prospect") == "prospect"
    assert read_flag("是") is True
    assert read_flag("0") is False
    for read in (read_status, read_flag):
        with pytest.raises(Doubt):
            read("也许")
