"""The ids that a write touched: the same ones, however many and of whatever form."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.db import written
from kamdesk.db.written import Written

IDS = st.uuids().map(str) | st.text(max_size=6) | st.uuids().map(lambda each: str(each).upper())


@given(ids=st.lists(IDS, max_size=40), others=st.lists(IDS, max_size=5), few=st.integers(1, 8))
def test_all_that_were_taken_in_and_no_others(ids: list[str], others: list[str], few: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "FEW", few)
        collected = Written()
        for each in (*ids, *ids[:3]):
            collected.add(each)
        frozen = collected.frozen()
    wanted = frozenset(ids)
    assert sorted(frozen) == sorted(wanted)
    assert len(frozen) == len(wanted)
    assert [each in frozen for each in (*ids, *others)] == [each in wanted for each in (*ids, *others)]
    assert frozen & set(others) == wanted & set(others)


def test_a_million_take_sixteen_bytes_each() -> None:
    collected = Written()
    for number in range(written.FEW + 1):
        collected.add(str(UUID(int=number)))
    assert len(collected._packed) == 16 * (written.FEW + 1)
    assert not collected._few
