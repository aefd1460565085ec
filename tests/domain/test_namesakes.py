"""Accounts of one name are told apart by the fewest words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.namesakes import told_apart

FACTS = st.tuples(*[st.sampled_from(("", "台州", "椒江", "K-1"))] * 3)


def test_the_first_fact_that_tells_them_apart_is_said() -> None:
    assert told_apart(
        [
            ("1", "海川建材", ("台州", "椒江区", "江南大道 1 号")),
            ("2", "海川 建材", ("台州", "路桥区", "桐杨路 8 号")),
            ("3", "锦茂装饰", ("台州", "椒江区", "")),
        ]
    ) == {"1": "椒江区", "2": "路桥区"}


def test_two_facts_where_one_is_not_enough() -> None:
    assert told_apart(
        [("1", "A", ("x", "p")), ("2", "a", ("x", "q")), ("3", "A", ("y", "p")), ("4", "A", ("y", ""))]
    ) == {"1": "x·p", "2": "x·q", "3": "y·p", "4": "y"}


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert told_apart([("1", "A", ("x",)), ("2", "A", ("x",))]) == {"1": "", "2": ""}
    assert told_apart([("1", "A", ("x",)), ("2", "B", ("x",))]) == {}


@given(st.lists(st.tuples(st.sampled_from("AB"), FACTS), max_size=8))
def test_those_that_differ_in_a_fact_differ_in_what_is_said(rows: list[tuple[str, tuple[str, ...]]]) -> None:
    named = [(str(number), name, facts) for number, (name, facts) in enumerate(rows)]
    said = told_apart(named)
    shared = [row for row in named if sum(other[1] == row[1] for other in named) > 1]
    assert set(said) == {row[0] for row in shared}
    facts = {key: facts for key, _, facts in named}
    for one, name, _ in shared:
        for other, called, _ in shared:
            if name == called and facts[one] == facts[other]:
                assert said[one] == said[other]
