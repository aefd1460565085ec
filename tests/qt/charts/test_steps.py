"""The arithmetic behind a waterfall: it leads from the one total to the other, and its axis shows all of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.qt.charts.steps import MOST_TICKS, Step, StepKind, axis, levels

AMOUNTS = st.integers(-(10**12), 10**12)


def chain(start: int, parts: list[int]) -> list[Step]:
    steps = [Step("start", start, StepKind.START)]
    steps += [Step(str(n), part) for n, part in enumerate(parts)]
    return [*steps, Step("end", start + sum(parts), StepKind.END)]


@given(AMOUNTS, st.lists(AMOUNTS, max_size=12))
def test_each_bar_begins_where_the_one_before_it_ends(start: int, parts: list[int]) -> None:
    spans = levels(chain(start, parts))
    assert spans[0] == (0, start)
    assert spans[-1] == (0, start + sum(parts))
    for before, after in pairwise(spans[:-1]):
        assert after[0] == before[1]


def test_parts_that_lead_elsewhere_are_refused() -> None:
    steps = chain(100, [-30])
    with pytest.raises(ValueError, match="lead to 70"):
        levels([*steps[:-1], Step("end", 71, StepKind.END)])


@given(AMOUNTS, st.lists(AMOUNTS, max_size=12))
def test_the_axis_shows_every_level_with_a_handful_of_round_numbers(start: int, parts: list[int]) -> None:
    spans = levels(chain(start, parts))
    found = axis(spans)
    ends = [end for span in spans for end in span if not (found.cut and end == 0)]
    assert all(found.low <= end <= found.high for end in ends)
    assert len(found.ticks()) <= MOST_TICKS + 2
    assert all(tick % found.every == 0 for tick in found.ticks())


def test_the_axis_is_cut_only_where_all_happens_far_above_nothing() -> None:
    assert axis(levels(chain(1000, [-50, 30]))).cut
    assert not axis(levels(chain(1000, [-900]))).cut
    assert not axis(levels(chain(-10, [5]))).cut
