import pytest

from kamdesk.domain.addresses import without_repeats


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("浙江", "宁波", "鄞州区", "鄞州区人民路841号"), "浙江宁波鄞州区人民路841号"),
        (("浙江", "宁波", "鄞州区", "宁波市鄞州区人民路841号"), "浙江宁波市鄞州区人民路841号"),
        (("浙江", "宁波", "江北区", "宁波路12号"), "浙江宁波江北区宁波路12号"),
        (("浙江", "宁波", "江北区", "宁波大道3号"), "浙江宁波江北区宁波大道3号"),
        (("上海", "上海", "浦东新区", "张江路1号"), "上海浦东新区张江路1号"),
        ((None, "台州", None, ""), "台州"),
        ((None, None, None, None), ""),
    ],
)
def test_what_the_street_says_again_is_said_once(parts: tuple[str | None, ...], said: str) -> None:
    assert "".join(without_repeats(*parts)) == said
