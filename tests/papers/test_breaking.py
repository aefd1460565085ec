"""Where lines may end: the rules of Chinese setting, and what has to stay whole."""

import pytest

from kamdesk.papers.kit.breaking import Break, break_before


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("客户", 1, Break.GOOD),
        ("客户。", 2, Break.NEVER),
        ("（客", 1, Break.NEVER),
        ("客（", 1, Break.GOOD),
        ("Ab", 1, Break.NEVER),
        ("one two", 4, Break.GOOD),
        ("one two", 3, Break.NEVER),
        ("11月24日", 2, Break.NEVER),
        ("11月24日", 3, Break.NEEDED),
        ("0576-8245 1107", 10, Break.NEEDED),
        ("0576-8245", 5, Break.NEEDED),
        ("12 袋", 3, Break.NEEDED),
        ("11 km", 3, Break.NEEDED),
        ("8 stops", 2, Break.GOOD),
        ("24.5", 3, Break.NEVER),
        ("95%", 2, Break.NEVER),
        ("￥12", 1, Break.NEVER),
        ("客户　电话", 3, Break.GOOD),
    ],
)
def test_a_place_is_good_needed_or_none(text: str, index: int, expected: Break) -> None:
    assert break_before(text, index) is expected
