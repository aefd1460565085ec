"""The merge of two states of a row: its laws, conflicts, deletions."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.sync.merge import (
    DELETED,
    EMPTY,
    RowState,
    conflicts,
    is_deleted,
    join,
    shown,
    unseen_edits,
    values_shown,
    without_fields,
    write,
)

VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from("abc"),  # the book that acts
        st.dictionaries(st.sampled_from(["name", "city", DELETED]), VALUES, min_size=1),
        st.none() | st.sampled_from("abc"),  # whom it heard of before
    ),
    max_size=12,
)


def played(steps: list[tuple[str, dict[str, object], str | None]]) -> list[RowState]:
    """What three books hold after they wrote and heard of each other."""
    books = dict.fromkeys("abc", EMPTY)
    for count, (book, values, heard) in enumerate(steps, 1):
        if heard:
            books[book] = join(books[book], books[heard])
        said = {
            name: None if name == DELETED and value in (None, False) else value
            for name, value in values.items()
        }
        books[book] = write(books[book], (book, count), said, clock=count % 3)
    return list(books.values())


@given(STEPS)
def test_merge_is_commutative(steps: list[tuple[str, dict[str, object], str | None]]) -> None:
    a, b, c = played(steps)
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(join(c, b), a)


@given(STEPS)
def test_merge_is_associative(steps: list[tuple[str, dict[str, object], str | None]]) -> None:
    a, b, c = played(steps)
    assert join(join(a, b), c) == join(a, join(b, c))


@given(STEPS)
def test_merge_is_idempotent(steps: list[tuple[str, dict[str, object], str | None]]) -> None:
    a, b, _ = played(steps)
    assert join(a, a) == a
    assert join(join(a, b), b) == join(a, b)
    assert join(a, EMPTY) == a == join(EMPTY, a)


@given(STEPS)
def test_a_write_of_one_who_has_seen_all_settles_everything(
    steps: list[tuple[str, dict[str, object], str | None]],
) -> None:
    everything = reduce(join, played(steps))
    settled = write(everything, ("a", 99), dict.fromkeys(["name", "city"], "x") | {DELETED: None})
    assert conflicts("account", "1", settled) == []
    assert all(join(settled, state) == settled for state in played(steps))


def test_two_who_did_not_know_of_each_other_are_both_kept() -> None:
    before = write(EMPTY, ("a", 1), {"name": "甲", "city": "杭州"})
    mine = write(before, ("a", 2), {"name": "甲厂"}, before={"name": "甲"}, clock=5, user="王")
    theirs = write(before, ("b", 1), {"name": "甲公司"}, before={"name": "甲"}, clock=9, user="李")
    merged = join(mine, theirs)
    assert values_shown(merged) == {"name": "甲公司", "city": "杭州"}
    (conflict,) = conflicts("account", "1", merged)
    assert conflict.field == "name"
    assert {(each.value, each.before, each.user) for each in conflict.siblings.values()} == {
        ("甲厂", "甲", "王"),
        ("甲公司", "甲", "李"),
    }
    assert conflict.id == conflicts("account", "1", join(theirs, mine))[0].id


def test_who_wrote_the_same_has_no_conflict() -> None:
    before = write(EMPTY, ("a", 1), {"name": "甲"})
    merged = join(write(before, ("a", 2), {"name": "乙"}), write(before, ("b", 1), {"name": "乙"}))
    assert len(merged.fields["name"]) == 2
    assert conflicts("account", "1", merged) == []


def test_true_is_not_one() -> None:
    merged = join(write(EMPTY, ("a", 1), {"is_key": True}), write(EMPTY, ("b", 1), {"is_key": 1}))
    assert len(conflicts("account", "1", merged)) == 1


def test_the_clock_only_says_what_is_shown() -> None:
    far = write(EMPTY, ("a", 1), {"name": "旧"}, clock=10**15)
    later = write(join(EMPTY, far), ("b", 1), {"name": "新"}, clock=1)
    assert values_shown(join(far, later)) == {"name": "新"}
    assert shown({("a", 1): far.fields["name"]["a", 1], ("b", 1): later.fields["name"]["b", 1]}).value == "旧"


def test_what_was_taken_back_by_one_and_changed_by_another_stays_in_sight() -> None:
    before = write(EMPTY, ("a", 1), {"name": "甲"})
    gone = write(before, ("a", 2), {DELETED: "2026-11-01"})
    assert is_deleted(gone)
    changed = write(before, ("b", 1), {"name": "乙"})
    merged = join(gone, changed)
    assert not is_deleted(merged)
    assert values_shown(merged) == {"name": "乙", DELETED: None}
    assert unseen_edits(merged) == ["name"]
    (conflict,) = conflicts("account", "1", merged)
    assert (conflict.field, conflict.edits) == (DELETED, ("name",))
    for chosen in (None, "2026-11-02"):
        settled = write(merged, ("c", 1), {DELETED: chosen})
        assert conflicts("account", "1", settled) == []
        assert is_deleted(settled) is (chosen is not None)


def test_one_who_saw_the_change_may_take_the_row_back() -> None:
    before = write(EMPTY, ("a", 1), {"name": "甲"})
    changed = write(before, ("b", 1), {"name": "乙"})
    blind = write(before, ("a", 2), {DELETED: "2026-11-01"})
    seeing = write(changed, ("c", 1), {DELETED: "2026-11-02"})
    merged = reduce(join, [blind, changed, seeing])
    assert is_deleted(merged)
    assert values_shown(merged)[DELETED] in ("2026-11-01", "2026-11-02")
    assert conflicts("account", "1", merged) == []


def test_one_takes_back_what_another_brings_back() -> None:
    gone = write(write(EMPTY, ("a", 1), {"name": "甲"}), ("a", 2), {DELETED: "2026-11-01"})
    back, again = write(gone, ("b", 1), {DELETED: None}), write(gone, ("c", 1), {DELETED: "2026-11-03"})
    merged = join(back, again)
    assert values_shown(merged)[DELETED] is None
    assert [conflict.field for conflict in conflicts("account", "1", merged)] == [DELETED]


def test_a_write_to_a_row_taken_back_leaves_it_so() -> None:
    gone = write(write(EMPTY, ("a", 1), {"name": "甲"}), ("a", 2), {DELETED: "2026-11-01"})
    written = write(gone, ("a", 3), {"name": "乙"})
    assert is_deleted(written)
    assert values_shown(written) == {"name": "乙", DELETED: "2026-11-01"}
    assert conflicts("account", "1", join(gone, written)) == []


def test_a_field_one_does_not_know_is_passed_on() -> None:
    new = write(EMPTY, ("a", 1), {"name": "甲", "mood": "好"})
    old = without_fields(new, ["mood"])
    changed = write(old, ("b", 1), {"name": "乙"})
    assert values_shown(join(new, changed)) == {"name": "乙", "mood": "好"}
