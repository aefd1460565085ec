"""Who has seen what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.sync.versions import advanced, covers, includes, joined

VECTORS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 9))


@given(VECTORS, VECTORS)
def test_together_two_have_seen_what_either_has(one: dict[str, int], other: dict[str, int]) -> None:
    both = joined(one, other)
    assert includes(both, one)
    assert includes(both, other)
    assert all(covers(one, dot) or covers(other, dot) for dot in both.items())
    assert includes(one, other) is (joined(one, other) == one)


def test_a_write_is_seen_by_who_made_it() -> None:
    assert covers(advanced({"a": 2}, ("a", 3)), ("a", 3))
    assert not covers({"a": 2}, ("a", 3))
    assert not includes({"a": 2}, {"b": 1})
