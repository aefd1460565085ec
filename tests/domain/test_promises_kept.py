"""How promises stand, which due day counts, who had what kept, and the causes of the rest."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import promise_kept
from kamdesk.domain.promise import PromiseCause, PromiseState
from kamdesk.domain.promises_kept import (
    DueMover,
    DueStep,
    Span,
    Standing,
    When,
    counted_due,
    day_of,
    days_of,
    kept_by,
    pareto,
    span_of,
    standing,
)

TUESDAY = date(2026, 11, 24)
DAY = timedelta(days=1)
EVER = Period(date.min, date.max)
days = st.dates(TUESDAY - 400 * DAY, TUESDAY + 400 * DAY)


@pytest.mark.parametrize(
    ("state", "due", "group"),
    [
        ("open", TUESDAY - DAY, Standing.OVERDUE),
        ("open", TUESDAY, Standing.THIS_WEEK),
        ("open", date(2026, 11, 29), Standing.THIS_WEEK),
        ("open", date(2026, 11, 30), Standing.LATER),
        ("open", None, Standing.UNDATED),
        ("kept_late", TUESDAY - DAY, Standing.KEPT_LATE),
        ("forgiven", TUESDAY - DAY, "forgiven"),
    ],
)
def test_the_group_of_a_promise(state: str, due: date | None, group: str) -> None:
    assert standing(state, due, TUESDAY) == group


def moved(asked_by: str | None, *path: date | None) -> list[DueStep]:
    return [DueStep(old, new, asked_by) for old, new in pairwise(path)]


def test_moved_by_us_the_first_day_counts() -> None:
    steps = moved(DueMover.US, TUESDAY, TUESDAY + 7 * DAY, TUESDAY + 14 * DAY)
    assert counted_due(steps, TUESDAY + 14 * DAY) == TUESDAY
    assert counted_due(moved(None, TUESDAY, TUESDAY + 7 * DAY), TUESDAY + 7 * DAY) == TUESDAY


def test_moved_nearer_by_us_the_nearer_day_counts() -> None:
    assert counted_due(moved(DueMover.US, TUESDAY, TUESDAY - DAY), TUESDAY - DAY) == TUESDAY - DAY


@pytest.mark.parametrize("asked_by", [DueMover.CUSTOMER, DueMover.CORRECTION])
def test_moved_by_the_customer_the_new_day_counts(asked_by: str) -> None:
    assert counted_due(moved(asked_by, TUESDAY, TUESDAY + 7 * DAY), TUESDAY + 7 * DAY) == TUESDAY + 7 * DAY


def test_taken_away_by_us_the_day_goes_on_counting() -> None:
    assert counted_due(moved(DueMover.US, TUESDAY, None), None) == TUESDAY
    assert counted_due(moved(DueMover.CUSTOMER, TUESDAY, None), None) is None


@given(st.lists(days, min_size=1, max_size=8))
def test_moves_of_ours_never_hide_lateness(path: list[date]) -> None:
    counted = counted_due(moved(DueMover.US, *path), path[-1])
    assert counted == min(path)


@given(days)
def test_a_span_holds_its_day(today: date) -> None:
    quarter = span_of(Span.QUARTER, today)
    assert today in quarter
    assert quarter.first.day == 1
    assert quarter.first.month in (1, 4, 7, 10)
    assert (quarter.last + DAY).month in (1, 4, 7, 10)
    assert (quarter.last + DAY).day == 1
    assert 90 <= (quarter.last - quarter.first).days + 1 <= 92
    assert today in span_of(Span.YEAR, today)
    assert today in span_of(Span.ALL, today)


facts = st.builds(
    PromiseFact,
    st.sampled_from([state.value for state in PromiseState]),
    st.just(TUESDAY - 300 * DAY),
    st.none() | days,
    st.none() | days,
)


@given(st.lists(st.tuples(st.sampled_from("abc"), facts)), days, days)
def test_the_rates_of_the_accounts_are_the_rate_of_all(
    owned: list[tuple[str, PromiseFact]], one: date, other: date
) -> None:
    period = Period(min(one, other), max(one, other))
    rates = kept_by(owned, period, TUESDAY)
    total = promise_kept([fact for _, fact in owned], period, TUESDAY)
    assert sum(figure.numerator for _, figure in rates) == total.numerator
    assert sum(figure.denominator for _, figure in rates) == total.denominator
    assert {owner for owner, _ in rates} == {owner for owner, fact in owned if day_of(fact) in period}
    values = [figure.value for _, figure in rates]
    known = [value for value in values if value is not None]
    assert known == sorted(known), "the worst first"
    assert values[len(known) :] == [None] * (len(values) - len(known)), "without a rate last"


@given(st.lists(st.none() | st.sampled_from([cause.value for cause in PromiseCause])))
def test_causes_add_up(causes: list[str | None]) -> None:
    rows = pareto(causes)
    assert {row.cause: row.count for row in rows} == dict(Counter(causes))
    if not rows:
        return
    said = [row.count for row in rows if row.cause is not None]
    assert said == sorted(said, reverse=True)
    assert all(row.cause is not None for row in rows[:-1]), "what nobody gave a cause for is last"
    assert rows[-1].cumulative == 1
    assert [row.so_far for row in rows] == [sum(r.count for r in rows[: n + 1]) for n in range(len(rows))]
    assert abs(sum(row.share for row in rows) - 1) < 1e-9


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When.THIS_WEEK, date(2026, 12, 28), date(2027, 1, 3)),
        (When.LAST_WEEK, date(2026, 12, 21), date(2026, 12, 27)),
        (When.THIS_MONTH, date(2027, 1, 1), date(2027, 1, 31)),
        (When.LAST_MONTH, date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_weeks_and_months_over_the_turn_of_a_year(when: When, first: date, last: date) -> None:
    assert days_of(when, date(2027, 1, 2)) == Period(first, last)
