"""Days that come near: seasons of risk, terms that end, cycles; and one count of the agenda wherever it is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.goals.agenda import Item, Part, Task
from kamdesk.domain.knowledge.benefit import Agreement, Terms
from kamdesk.domain.knowledge.risk import Advice, Risk, in_season, season_around
from kamdesk.domain.knowledge.worth import LifeCycle
from kamdesk.domain.promise import Action
from kamdesk.reads.goals.agenda import agenda
from tests.books import NOW, TODAY
from tests.reads.goals.test_board import account, add, ago

MONTHS = st.integers(1, 12)


def ahead(book: Store) -> list[tuple[Task, date | None, str | None, bool]]:
    items: list[Item] = list(agenda(book, now=NOW).of(Part.AHEAD))
    return [(item.task, item.day, item.what, item.overdue) for item in items]


@given(MONTHS, st.none() | MONTHS, st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_the_season_that_is_on_or_comes_next(first: int, last: int | None, today: date) -> None:
    begins, ends = season_around(first, last, today)
    assert (begins.month, begins.day) == (first, 1)
    assert (ends.month, (ends + timedelta(days=1)).day) == (last or first, 1)
    assert begins <= ends
    assert ends >= today
    assert (begins <= today) is in_season(first, last, today.month)
    assert (begins - today).days < 366


@pytest.mark.parametrize(
    ("months", "answer", "told"),
    [
        ((11, 12), None, TODAY),
        ((12, 2), None, date(2026, 12, 1)),
        ((10, 3), None, TODAY),
        ((6, 9), None, None),
        ((12, 2), "refused", date(2026, 12, 1)),
        ((12, 2), "followed", None),
    ],
)
def test_a_season_of_risk_is_told_until_our_advice_is_followed(
    book: Store, months: tuple[int, int], answer: str | None, told: date | None
) -> None:
    a = account(book)
    first, last = months
    risk = add(
        book, Risk, known_on=ago(99), account_id=a, hazard="frost", place="东库", first_month=first, last_month=last
    )  # fmt: skip
    if answer:
        add(book, Advice, known_on=ago(3), risk_id=risk, what="搬货", answer=answer)
    assert ahead(book) == ([(Task.RISK, told, "东库", False)] if told else [])


def test_advice_followed_last_year_is_none_for_this_season(book: Store) -> None:
    risk = add(
        book, Risk, known_on=ago(999), account_id=account(book), hazard="frost", first_month=12, last_month=2
    )
    add(book, Advice, known_on=ago(365), risk_id=risk, what="搬货", answer="followed")
    assert [task for task, *_ in ahead(book)] == [Task.RISK]


def test_what_a_rival_can_better_is_told_before_it_ends(book: Store) -> None:
    a = account(book)
    for what, kind, until in (
        ("返点", "rebate", ago(-20)),
        ("培训", "training", ago(-20)),
        ("账期", "credit", ago(1)),
        ("旧价", "price", ago(-90)),
    ):
        add(book, Terms, known_on=ago(99), account_id=a, what=what, kind=kind, until=until)
    add(
        book, Agreement, known_on=ago(99), account_id=a, name="年框", first_day=ago(300), last_day=ago(-40),
        kind="annual",
    )  # fmt: skip
    assert ahead(book) == [
        (Task.TERMS, ago(-20), "返点", False),
        (Task.TERMS, ago(-40), "年框", False),
    ]


def test_what_comes_round_by_its_day_or_its_length(book: Store) -> None:
    a = account(book)
    for what, fields in (
        ("换锯片", {"next_on": ago(-10)}),
        ("保养", {"last_on": ago(95), "days": 90}),
        ("招标", {"next_on": ago(-60)}),
        ("早过了", {"next_on": ago(60)}),
        ("完了", {"next_on": TODAY, "until": ago(1)}),
    ):
        add(book, LifeCycle, known_on=ago(99), account_id=a, what=what, kind="service", **fields)
    assert ahead(book) == [
        (Task.CYCLE, ago(5), "保养", True),
        (Task.CYCLE, ago(-10), "换锯片", False),
    ]


def test_accounts_that_are_over_are_told_of_no_more(book: Store) -> None:
    a = account(book)
    add(book, LifeCycle, known_on=ago(99), account_id=a, what="换锯片", kind="service", next_on=TODAY)
    with book.write("account.change", now=NOW) as tx:
        tx.get(Account, a).status = "lost"
    assert ahead(book) == []


def test_something_to_do_without_a_day_is_due_and_never_late(book: Store) -> None:
    with book.write("demo.act", now=NOW) as tx:
        tx.add(
            Action(id=tx.new_id(), what="找人问一声"), Action(id=tx.new_id(), what="昨天的事", due_on=ago(1))
        )
    due = [item for item in agenda(book, now=NOW).of(Part.DUE) if item.task is Task.ACTION]
    assert sorted((item.what, item.overdue) for item in due) == [("找人问一声", False), ("昨天的事", True)]
