"""The short form of a row's state is the state."""

from __future__ import annotations

from functools import reduce

from hypothesis import assume, given

from kamdesk.sync.compact import compact, expand
from kamdesk.sync.merge import DELETED, EMPTY, conflicts, join, values_shown, write
from tests.sync.test_merge import STEPS, played


@given(STEPS)
def test_the_short_form_says_all(steps: list[tuple[str, dict[str, object], str | None]]) -> None:
    state = reduce(join, played(steps))
    assume(state.fields)
    stamps = {dot: (w.clock, w.user) for siblings in state.fields.values() for dot, w in siblings.items()}
    short = compact(state)
    again = expand(short, stamps.__getitem__)
    assert again == state
    assert [c.id for c in conflicts("t", "1", again)] == [c.id for c in conflicts("t", "1", state)]
    assert short.values == values_shown(state)
    assert short.dots() <= set(stamps)


def test_a_row_written_once_has_no_exceptions() -> None:
    state = write(EMPTY, ("a", 1), {"name": "甲", "city": None, DELETED: None})
    assert compact(state).exceptions == {}
    changed = write(state, ("b", 2), {"city": "杭州"})
    assert compact(changed).exceptions == {"city": [(("b", 2), None, None)]}
    assert expand(compact(changed), lambda dot: (0, None)) == changed
