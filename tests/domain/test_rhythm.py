"""How often an account is visited where nobody says otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.classing.service import Policy
from kamdesk.domain.rhythm import QUARTER_WEEKS, Rank, Rhythms, part_of, parts, rank_of, rhythms_by

cycles = st.integers(1, 13)


def test_a_key_account_is_visited_as_one_whatever_its_class() -> None:
    assert {rank_of(each, True) for each in ("A", "B", "C", None)} == {Rank.KEY}
    assert [rank_of(each, False) for each in ("A", "B", "C", None)] == [
        Rank.A,
        Rank.B,
        Rank.OTHER,
        Rank.OTHER,
    ]
    assert rank_of("A", None) is Rank.A


def test_usual() -> None:
    usual = rhythms_by([], 4)
    assert [usual.every(rank) for rank in Rank] == [1, 1, 2, 4]


@given(cycles, st.integers(0, 60))
def test_a_rhythm_is_a_part_of_the_cycle_and_no_longer_than_meant(cycle: int, weeks: int) -> None:
    every = Rhythms(cycle, {Rank.B: weeks}).every(Rank.B)
    assert cycle % every == 0
    assert every <= max(1, weeks)
    assert every == part_of(cycle, weeks)
    assert not [part for part in parts(cycle) if every < part <= weeks]


@given(cycles, st.integers(1, 26))
def test_the_visits_of_the_service_rule_are_kept(cycle: int, visits: int) -> None:
    every = rhythms_by([Policy("A", visits=visits)], cycle).every(Rank.A)
    assert every == 1 or QUARTER_WEEKS // every >= visits


def test_the_rule_for_key_accounts_goes_before_that_for_a_class() -> None:
    policies = [Policy("A", visits=6), Policy("A", key_only=True, visits=13), Policy("C", visits=3)]
    found = rhythms_by(policies, 12)
    assert found.every(Rank.KEY) == 1
    assert found.every(Rank.A) == 2
    assert found.every(Rank.B) == 2
    assert found.every(Rank.OTHER) == 4


def test_what_the_rule_says_of_a_stage_alone_is_no_rule_for_all() -> None:
    assert rhythms_by([Policy("A", stage="alliance", visits=1)], 4).every(Rank.A) == 1
