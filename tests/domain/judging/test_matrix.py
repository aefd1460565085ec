from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.judging.matrix import Mark, compare

DAY = date(2026, 11, 1)


def mark(
    provider: str | None,
    given: str,
    rating: int | None = None,
    wanted: bool | None = None,
    day: int = 1,
    item: str = "i",
) -> Mark:
    return Mark(f"{provider}{day}", item, provider, given, rating, wanted, DAY.replace(day=day))


def test_yes_no_and_unknown() -> None:
    (row,) = compare([mark(None, "yes"), mark("d", "no"), mark("e", "unknown"), mark("f", "yes")])
    assert (row.only_ours, row.only_theirs, row.wanting) == (("d",), (), False)
    (row,) = compare([mark(None, "no", wanted=True), mark("d", "yes"), mark("e", "unknown")])
    assert (row.only_ours, row.only_theirs, row.wanting) == ((), ("d",), True)
    (row,) = compare([mark("d", "yes", wanted=True)])
    assert (row.only_ours, row.only_theirs, row.wanting) == ((), (), False), "we don't know what we do"


def test_by_the_customers_judgement() -> None:
    (row,) = compare(
        [
            mark(None, "yes", 4),
            mark("d", "yes", 3),
            mark("e", "yes", 5),
            mark("f", "yes"),
            mark("g", "yes", 4),
        ]
    )
    assert (row.better, row.worse) == (("d",), ("e",))


def test_the_newest_mark_counts() -> None:
    (row,) = compare([mark(None, "no", day=9), mark(None, "yes", day=2), mark("d", "yes", day=1)])
    assert row.only_theirs == ("d",)


marks = st.builds(
    mark, st.sampled_from([None, "d", "e"]), st.sampled_from(["yes", "no", "unknown"]),
    st.one_of(st.none(), st.integers(1, 5)),
    st.sampled_from([None, True, False]), st.integers(1, 28), st.sampled_from(["i", "j"]),
)  # fmt: skip


@given(st.lists(marks, max_size=12, unique_by=lambda m: (m.item_id, m.provider, m.day)))
def test_no_rival_stands_on_both_sides(given_marks: list[Mark]) -> None:
    for row in compare(given_marks):
        assert not set(row.only_ours) & set(row.only_theirs)
        assert not set(row.better) & set(row.worse)
        assert None not in (*row.only_ours, *row.only_theirs, *row.better, *row.worse)
