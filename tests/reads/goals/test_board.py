"""Goals of a year from a book: every metric counted, the gap with its causes, the day's agenda."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.debt import Payment
from kamdesk.domain.goals.agenda import Task
from kamdesk.domain.knowledge.deed import CareEvent, InternalRequest
from kamdesk.domain.knowledge.goal import Target, TargetCause, TargetReason
from kamdesk.domain.knowledge.need import Satisfaction
from kamdesk.domain.knowledge.prospect import Prospect
from kamdesk.domain.knowledge.rule import ServicePolicy
from kamdesk.domain.knowledge.stage import StageAssessment
from kamdesk.domain.knowledge.worth import Margin
from kamdesk.domain.promise import Action, Promise
from kamdesk.domain.supply import SupplyShare
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.operations import line
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.visits import Occurrence, Report, miss_visit, report_unplanned, report_visit
from kamdesk.reads.goals.agenda import agenda
from kamdesk.reads.goals.board import Goal, goals_of_year
from tests.books import NOW, TODAY, only

YEAR = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(book: Store, kind: type[Any], /, **fields: Any) -> str:
    with book.write("figures", now=NOW) as tx:
        row = kind(id=tx.new_id(), **fields)
        tx.add(row)
    return row.id


def account(book: Store, name: str = "甲", **fields: Any) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")


def sold(book: Store, unit: str, yuan: int, day: date, product: str | None = None, bags: int = 1) -> str:
    order = add(
        book, Order, account_id=unit, ordered_on=day, amount=yuan * 100, currency="CNY", tax_included=True
    )
    if product:
        price = yuan * 100 // bags
        add(book, OrderLine, order_id=order, product_id=product, quantity=bags * 1000, unit="包", price=price)
    return order


def goal(book: Store, metric: str, **fields: Any) -> Goal:
    made = add(book, Target, **({"known_on": ago(200), "metric": metric} | YEAR | fields))
    return next(each for each in goals_of_year(book, now=NOW).goals if each.id == made)


def test_a_year_of_revenue(book: Store) -> None:
    a, glue = account(book), add(book, Product, name="瓷砖胶")
    sold(book, a, 600, date(2025, 3, 2), glue, 6)
    order = sold(book, a, 1500, date(2026, 3, 2), glue, 12)
    found = goal(book, "revenue", amount=3650_00, currency="CNY")
    assert (found.reached, found.evidence) == (1500_00, (order,))
    assert sum(each.part.amount for each in found.quarters) == 3650_00
    first, *_, last = found.quarters
    assert (first.reached, first.begun) == (1500_00, True)
    assert last.part.period.first <= TODAY
    assert found.months[-1].begun is False
    assert found.months[-1].reached is None, "December has not come: it is not 0"
    assert 3000_00 < found.expected < 3650_00
    levers = {str(k): v for k, v in found.gap.by_lever.items() if v}
    assert levers == {"asked": 600_00 - found.expected, "volume": 600_00, "price": 300_00}
    assert found.gap.gap == found.reached - found.expected
    assert found.season is None, "one purchase is no season"
    assert found.compared_known is False, "sales are known from March 2025 on"


def test_public_holidays_get_nothing_and_make_up_days_something(book: Store) -> None:
    found = goal(book, "revenue", amount=1_000_000_00, currency="CNY")
    weeks = {each.part.period.first: each.part.workdays for each in found.weeks}
    assert weeks[date(2026, 9, 28)] == 3, "1 and 2 October are holidays"
    assert weeks[date(2026, 10, 5)] == 3, "8 and 9 October, and a Saturday that is worked for the holiday"
    assert sum(each.part.amount for each in found.weeks) == 1_000_000_00


def test_causes_and_the_parts_of_accounts(book: Store) -> None:
    a, b = account(book), account(book, "乙")
    sold(book, a, 100, ago(300))
    whole = add(book, Target, known_on=ago(300), metric="revenue", amount=1000_00, currency="CNY", **YEAR)
    add(
        book,
        Target,
        known_on=ago(300),
        metric="revenue",
        amount=700_00,
        currency="CNY",
        parent_id=whole,
        account_id=b,
        **YEAR,
    )
    cause = add(book, TargetCause, known_on=ago(2), target_id=whole, cause="supply", amount=-300_00, **YEAR)
    add(
        book,
        TargetReason,
        known_on=ago(300),
        target_id=whole,
        for_whom="company",
        reason="growth",
        said="守住份额",
    )
    found = next(each for each in goals_of_year(book, now=NOW).goals if each.id == whole)
    assert [(each.cause, each.amount, each.ids) for each in found.gap.causes] == [
        ("supply", -300_00, (cause,))
    ]
    assert found.gap.unexplained == found.gap.gap + 300_00
    parts = {each.of: each for each in found.gap.by_account}
    assert parts[b].target == 700_00 * found.expected // 1000_00
    assert parts[a].actual == 100_00
    assert found.reasons == (("company", "growth", "守住份额"),)
    assert len(found.by_hand) == 1


@pytest.fixture
def lively(book: Store) -> Store:
    """One account with something of everything."""
    a = account(book, "甲", is_key=None)
    sold(book, a, 10, date(2024, 1, 2))
    sold(book, account(book, "新"), 20, ago(30), add(book, Product, name="胶"), 5)
    change_account(book, account_id=a, is_key=True, now=NOW)
    report_unplanned(book, account_id=a, report=Report(visited_on=ago(1), arrived=600), now=NOW)
    for state, due in (("kept", 20), ("kept", 10), ("broken", 5), ("open", 3), ("open", -3)):
        settled = ago(due) if state != "open" else None
        add(
            book,
            Promise,
            account_id=a,
            what="样品",
            made_on=ago(40),
            due_on=ago(due),
            state=state,
            settled_on=settled,
        )
    for stage, day in (("initial", 400), ("intermediate", 60), ("advanced", 20), ("intermediate", 4)):
        add(book, StageAssessment, known_on=ago(day), account_id=a, stage=stage)
    add(book, Payment, account_id=a, paid_on=ago(9), amount=77_00, currency="CNY")
    add(
        book,
        Margin,
        known_on=ago(1),
        account_id=a,
        first_day=ago(40),
        last_day=ago(30),
        amount=5_00,
        currency="CNY",
    )
    add(book, SupplyShare, account_id=a, supplier="我司", share=4200, ours=True, as_of=ago(20))
    for score in (4, 5):
        add(book, Satisfaction, known_on=ago(score), account_id=a, asked="overall", score=score)
    return book


@pytest.mark.parametrize(
    ("metric", "fields", "reached"),
    [
        ("collection", {"amount": 100_00, "currency": "CNY"}, 77_00),
        ("margin", {"amount": 100_00, "currency": "CNY"}, 5_00),
        ("volume", {"quantity": 9000, "unit": "包"}, 5000),
        ("new_accounts", {"quantity": 2000}, 1000),
        ("new_key_accounts", {"quantity": 2000}, 1000),
        ("stage_moves", {"quantity": 3000}, 2000),
        ("visits", {"quantity": 100_000}, 1000),
        ("promises_kept", {"quantity": 95_000}, 50_000),
        ("share_of_wallet", {"quantity": 50_000}, 42_000),
        ("coverage", {"quantity": 90_000}, None),
        ("promises_kept", {"quantity": 95_000, "unit": "%"}, 50_000),
        ("satisfaction", {"quantity": 4500}, 4500),
    ],
)
def test_every_metric_is_counted(lively: Store, metric: str, fields: dict[str, Any], reached: int) -> None:
    assert goal(lively, metric, **fields).reached == reached


def test_what_cannot_be_counted_says_why(book: Store) -> None:
    a = account(book)
    for metric, reason in (
        ("revenue", "no_sales"),
        ("collection", "no_payments"),
        ("margin", "no_margin"),
        ("other", "by_hand"),
    ):
        found = goal(book, metric, quantity=1000)
        assert (found.reached, found.reason, found.gap) == (None, reason, None)
    assert goal(book, "satisfaction", quantity=1000).reached is None, "nobody was asked"
    assert goal(book, "visits", quantity=1000, account_id=a).reached == 0, "that is known"
    ahead = goal(book, "visits", quantity=1000, first_day=ago(-10), last_day=ago(-20))
    assert (ahead.reached, ahead.expected, ahead.reason) == (None, 0, "not_begun")
    assert goals_of_year(book, now=NOW, year=2031).goals == ()


def test_the_day(book: Store) -> None:
    a = account(book)
    sold(book, a, 100, ago(3))
    add(book, Promise, account_id=a, what="报价", made_on=ago(9), due_on=ago(1), state="open")
    add(book, Promise, account_id=a, what="样品", made_on=ago(9), due_on=ago(-5), state="open")
    add(book, Action, account_id=a, what="寄资料", due_on=TODAY, state="open")
    add(
        book,
        InternalRequest,
        known_on=ago(9),
        account_id=a,
        what="改走铁路",
        department="logistics",
        due_on=ago(2),
    )
    add(book, Prospect, known_on=ago(90), account_id=a, call_again_on=ago(80))
    add(book, Prospect, known_on=ago(9), account_id=a, call_again_on=TODAY)
    for name, month, day, fields in (
        ("周年庆", 12, 1, {}),
        ("中秋", 8, 15, {"calendar": "lunar"}),
        ("开业", 11, 30, {"yearly": False, "year": 2020}),
        ("乔迁", 10, 20, {"calendar": "lunar", "yearly": False, "year": 2026}),
    ):
        add(
            book,
            CareEvent,
            known_on=ago(9),
            account_id=a,
            what=name,
            kind="anniversary",
            month=month,
            day_of_month=day,
            **fields,
        )
    add(
        book,
        ServicePolicy,
        known_on=ago(60),
        value_class="A",
        visits=6,
        reports=1,
        valid_from=ago(60),
        confirmed_on=ago(60),
    )
    items = agenda(book, now=NOW).items
    assert [(item.task, item.what, item.overdue) for item in items if item.day] == [
        (Task.REQUEST, "改走铁路", True),
        (Task.PROMISE, "报价", True),
        (Task.ACTION, "寄资料", False),
        (Task.PROSPECT, None, False),
        (Task.EVENT, "乔迁", False),
        (Task.EVENT, "周年庆", False),
    ]
    assert [(item.task, item.count) for item in items if item.count] == [
        (Task.VISITS_SHORT, 6),
        (Task.REPORTS_SHORT, 1),
    ]
    assert all(item.account == "甲" and item.record_id for item in items)


def test_a_day_without_anything(book: Store) -> None:
    assert agenda(book, now=NOW).items == ()


def test_a_visit_that_was_missed_is_not_to_be_made_any_more(book: Store) -> None:
    slots = []
    for name, start in (("甲", 480), ("乙", 600), ("丙", 720)):
        changes = line.add_slot(
            book, account_id=account(book, name), weekday=TODAY.weekday(), start=start, minutes=60,
            valid_from=TODAY, now=NOW,
        )  # fmt: skip
        slots.append(Occurrence(slot_id=only(changes, "visit_slot"), due_on=TODAY))
    assert agenda(book, now=NOW).number(Task.VISIT) == 3
    report_visit(book, visit=slots[0], report=Report(visited_on=TODAY, arrived=480), now=NOW)
    miss_visit(book, visit=slots[1], reason="road_weather", now=NOW)
    assert [item.account for item in agenda(book, now=NOW).items if item.task is Task.VISIT] == ["丙"]
