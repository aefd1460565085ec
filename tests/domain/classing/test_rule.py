from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.classing.rule import (
    Exempt,
    Judged,
    Known,
    Rule,
    RuleCriterion,
    exempt_by_unit,
    judge,
    what_if,
)
from kamdesk.domain.classing.service import Given, Policy, policy_for, served, time_shares, value_by_stage

TODAY = date(2026, 11, 25)
REVENUE = RuleCriterion("revenue", Fraction(1000), weight=60)
GROWTH = RuleCriterion("growth", Fraction(5), weight=40)


def figures(**values) -> dict[str, Known]:
    return {
        name: Known(None if value is None else Fraction(value), None if value is not None else "unknown")
        for name, value in values.items()
    }


def judged(rule: Rule, **values) -> Judged:
    return judge("a", rule, figures(**values))


def test_each_criterion_has_its_figure_beside_it() -> None:
    found = judged(Rule((REVENUE, GROWTH), 6000), revenue=1500, growth=1)
    assert [(c.criterion.criterion, c.passed, c.gap) for c in found.checks] == [
        ("revenue", True, Fraction(1, 2)),
        ("growth", False, Fraction(-4, 5)),
    ]
    assert (found.score, found.by_rule, found.is_key) == (Fraction(3, 5), True, True)


def test_at_least_is_enough() -> None:
    assert judged(Rule((REVENUE,)), revenue=1000).by_rule is True
    assert judged(Rule((REVENUE,)), revenue=999).by_rule is False


def test_without_a_pass_mark_all_are_needed_and_required_is_required() -> None:
    assert judged(Rule((REVENUE, GROWTH)), revenue=1500, growth=1).by_rule is False
    must = Rule((REVENUE, RuleCriterion("growth", Fraction(5), 0, required=True)), 6000)
    assert judged(must, revenue=1500, growth=1).by_rule is False
    assert judged(must, revenue=1500, growth=9).by_rule is True


def test_unknown_is_neither_passed_nor_failed() -> None:
    rule = Rule((REVENUE, GROWTH), 10_000)
    open_ = judged(rule, revenue=1500, growth=None)
    assert (open_.by_rule, open_.score, open_.best, open_.missing) == (None, Fraction(3, 5), 1, ("growth",))
    assert judged(rule, revenue=10, growth=None).by_rule is False, "whatever it grows"
    assert judged(Rule((REVENUE, GROWTH), 5000), revenue=1500, growth=None).by_rule is True
    assert judged(rule, revenue=1500).checks[1].known.reason == "not_recorded"


def test_a_rule_without_criteria_judges_nobody() -> None:
    found = judged(Rule(()), revenue=1500)
    assert (found.by_rule, found.score, found.near) == (None, None, False)


def test_near_the_line_on_either_side() -> None:
    rule = Rule((REVENUE,))
    assert [judged(rule, revenue=amount).near for amount in (899, 900, 999, 1000, 1099, 1100)] == [
        False, True, True, True, True, False,
    ]  # fmt: skip
    assert judge("a", rule, figures(revenue=980), near_percent=1).near is False


def test_an_exception_decides_and_ends() -> None:
    kept = Exempt("a", True, "opens doors", until=TODAY)
    found = judge("a", Rule((REVENUE,)), figures(revenue=1), exempt=kept)
    assert (found.by_rule, found.is_key, found.exempt.why) == (False, True, "opens doors")
    assert exempt_by_unit([kept], TODAY) == {"a": kept}
    assert exempt_by_unit([kept], TODAY + timedelta(days=1)) == {}


def test_who_would_change_sides() -> None:
    known = {"big": 2000, "middle": 1200, "small": 100, "unknown": None}
    before, after = (
        [
            judge(unit, Rule((RuleCriterion("revenue", Fraction(line)),)), figures(revenue=amount))
            for unit, amount in known.items()
        ]
        for line in (1500, 1000)
    )
    moves = what_if(before, after)
    assert (moves.comes_in, moves.drops_out) == (("middle",), ())
    assert (moves.stays_in, moves.stays_out, moves.open) == (("big",), ("small",), ("unknown",))
    assert what_if(after, before).drops_out == ("middle",)


values = st.one_of(st.none(), st.integers(0, 3000))
rules = st.builds(
    lambda lines, mark: Rule(
        tuple(
            RuleCriterion(name, Fraction(line), weight, must) for name, (line, weight, must) in lines.items()
        ),
        mark,
    ),
    st.dictionaries(
        st.sampled_from(["revenue", "growth", "orders"]),
        st.tuples(st.integers(0, 2000), st.integers(0, 100), st.booleans()),
        min_size=1,
    ),
    st.one_of(st.none(), st.integers(0, 10_000)),
)


@given(rules, values, values, values, st.integers(0, 1000))
def test_more_of_anything_never_loses_the_line(rule: Rule, revenue, growth, orders, more: int) -> None:
    before = judged(rule, revenue=revenue, growth=growth, orders=orders)
    better = judged(rule, revenue=None if revenue is None else revenue + more, growth=growth, orders=orders)
    if before.by_rule is True:
        assert better.by_rule is True


@given(rules, values, values, values, values)
def test_what_is_found_out_only_settles_what_was_open(rule: Rule, revenue, growth, orders, found_out) -> None:
    before = judged(rule, revenue=revenue, growth=growth, orders=orders)
    after = judged(rule, revenue=found_out if revenue is None else revenue, growth=growth, orders=orders)
    if before.by_rule is not None:
        assert after.by_rule is before.by_rule


@given(
    st.lists(
        st.tuples(st.sampled_from([True, False, None]), st.sampled_from([True, False, None])), max_size=12
    )
)
def test_everybody_is_on_one_list(sides) -> None:
    def all_of(n: int) -> list[Judged]:
        return [Judged(f"{k:02}", (), None, None, side[n], None, False) for k, side in enumerate(sides)]

    moves = what_if(all_of(0), all_of(1))
    lists = (moves.comes_in, moves.drops_out, moves.stays_in, moves.stays_out, moves.open)
    assert sorted(unit for each in lists for unit in each) == [f"{k:02}" for k in range(len(sides))]


def test_the_narrowest_policy_fits() -> None:
    plain, key, stage = Policy("A"), Policy("A", key_only=True), Policy("A", stage="alliance")
    assert policy_for([plain, key, stage], "A", True, "alliance") == stage
    assert policy_for([plain, key, stage], "A", True, "initial") == key
    assert policy_for([plain, key, stage], "A", None, None) == plain
    assert policy_for([key], "A", None, None) is None
    assert policy_for([plain], None, True, None) is None


def test_what_is_wanting_and_what_is_not_set() -> None:
    found = served("a", Policy("A", visits=12, reports=2), Given(planned=6, done=13, contacts=0, reports=0))
    assert (found.planned_short, found.done_short, found.contacts_short, found.reports_short) == (
        6,
        0,
        None,
        2,
    )
    assert served("a", None, Given(0, 0, 0, 0)).done_short is None


def test_time_against_value() -> None:
    rows = {row.of: row for row in time_shares({"a": 60, "b": 180}, {"a": 900, "c": 100, "back": -50})}
    assert (rows["a"].time, rows["a"].value, rows["a"].ratio) == (
        Fraction(1, 4),
        Fraction(9, 10),
        Fraction(5, 18),
    )
    assert (rows["b"].time, rows["b"].value, rows["b"].ratio) == (Fraction(3, 4), 0, None)
    assert rows["back"].value == 0
    assert time_shares({}, {"a": 5})[0].time is None
    assert time_shares({"a": 5}, {})[0].value is None


def test_everybody_is_somewhere_on_the_map() -> None:
    cells = value_by_stage(
        {"a": "A", "b": "A", "c": None}, {"a": "initial", "c": "initial"}, {"a": 5, "c": 1}
    )
    assert [(c.value_class, c.stage, c.units, c.amount) for c in cells] == [
        ("A", None, ("b",), 0),
        ("A", "initial", ("a",), 5),
        (None, "initial", ("c",), 1),
    ]
