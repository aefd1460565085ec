"""Visits: reported, missed, moved, planned beside the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.promise import Promise
from kamdesk.domain.trade import Order, Product
from kamdesk.domain.visit import ReportMet, StockCount, Visit, VisitCompanion, VisitReport
from kamdesk.operations import accounts, contacts, line, visits
from kamdesk.operations.visits import Counted, NewPromise, Occurrence, Report, Taken
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


@pytest.fixture
def slot(book: Store, account: str) -> str:
    """Every Tuesday at 8:30, an hour; today is one."""
    changes = line.add_slot(
        book, account_id=account, weekday=1, start=510, minutes=60, valid_from=date(2026, 11, 3), now=NOW
    )
    return only(changes, "visit_slot")


@pytest.fixture
def due(slot: str) -> Occurrence:
    return Occurrence(slot_id=slot, due_on=TODAY)


@pytest.fixture
def product(book: Store) -> str:
    with book.write("test.product", now=NOW) as tx:
        row = Product(id=tx.new_id(), name="42.5 水泥")
        tx.add(row)
    return row.id


REPORT = Report(visited_on=TODAY, arrived=515, left=560)


def report(book: Store, visit: Occurrence, **given: Any) -> str:
    return only(visits.report_visit(book, visit=visit, report=replace(REPORT, **given), now=NOW), "visit")


def test_a_due_day_gets_its_row_when_something_is_recorded(
    book: Store, account: str, slot: str, due: Occurrence
) -> None:
    assert every(book, Visit) == []
    report(book, due, outcome="order", points="砂浆", next_step="送样")
    row = one(book, Visit)
    assert (row.account_id, row.slot_id, row.origin, row.state) == (account, slot, "planned", "done")
    assert (row.planned_date, row.planned_start, row.planned_minutes) == (TODAY, 510, 60)
    assert (row.zone, row.rep_id != "") == ("Asia/Shanghai", True)
    fields = ("visit_id", "visited_on", "arrived", "left", "outcome", "points", "next_step")
    assert shown(every(book, VisitReport), *fields) == [(row.id, TODAY, 515, 560, "order", "砂浆", "送样")]


def test_a_report_brings_all_that_came_of_the_visit(
    book: Store, account: str, due: Occurrence, product: str
) -> None:
    people = [
        only(contacts.add_contact(book, account_id=account, name=name, now=NOW), "contact") for name in "陈林"
    ]
    changes = visits.report_visit(
        book,
        visit=due,
        report=replace(
            REPORT,
            met=[*people, people[0]],
            stock=[Counted(product, 12_500, "吨")],
            companions=[" 王 ", "", "王"],
            promises=[NewPromise(" 补货 ", TOMORROW, people[1]), NewPromise("样品")],
            order=Taken(1_280_000, tax_included=True, number="A-1"),
        ),
        now=NOW,
    )
    visit = one(book, Visit)
    assert shown(every(book, ReportMet), "contact_id", "rank") == [(people[0], 0), (people[1], 1)]
    assert shown(every(book, StockCount), "product_id", "quantity", "unit") == [(product, 12_500, "吨")]
    assert shown(every(book, VisitCompanion), "name") == [("王",)]
    fields = ("what", "account_id", "visit_id", "made_on", "due_on", "contact_id", "state")
    assert sorted(shown(every(book, Promise), *fields)) == [
        ("样品", account, visit.id, TODAY, None, None, "open"),
        ("补货", account, visit.id, TODAY, TOMORROW, people[1], "open"),
    ]
    order = one(book, Order)
    assert (order.amount, order.currency, order.tax_included, order.number) == (1_280_000, "CNY", True, "A-1")
    assert (order.visit_id, order.ordered_on) == (visit.id, TODAY)
    assert len(changes.rows) == 7


def test_a_report_given_again_is_amended(book: Store, account: str, due: Occurrence, product: str) -> None:
    who = only(contacts.add_contact(book, account_id=account, name="陈", now=NOW), "contact")
    first = report(book, due, met=[who], companions=["王"], stock=[Counted(product, 1), Counted(product, 1)])
    amended = replace(REPORT, left=600, companions=["李"], stock=[Counted(product, 1)])
    visits.report_visit(book, visit=Occurrence(visit_id=first), report=amended, now=NOW)
    assert one(book, Visit).id == first
    assert shown(every(book, VisitReport), "arrived", "left") == [(515, 600)]
    assert every(book, ReportMet) == []
    assert shown(every(book, VisitCompanion), "name") == [("李",)]
    assert shown(every(book, StockCount), "quantity") == [(1,)]
    assert not visits.report_visit(book, visit=due, report=amended, now=NOW)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"left": 514}, "left_before_arrived"),
        ({"arrived": -1}, "time_unknown"),
        ({"arrived": None, "left": 1440}, "time_unknown"),
        ({"visited_on": TOMORROW}, "visit_in_future"),
        ({"met": ["nobody"]}, "row_missing"),
        ({"stock": [Counted("nothing", 1)]}, "row_missing"),
        ({"promises": [NewPromise(" ")]}, "what_empty"),
        ({"promises": [NewPromise("x", TODAY - timedelta(days=1))]}, "due_before_made"),
        ({"promises": [NewPromise("x", contact_id="nobody")]}, "row_missing"),
    ],
)
def test_a_report_that_breaks_a_rule_records_nothing(
    book: Store, due: Occurrence, given: dict[str, Any], code: str
) -> None:
    with pytest.raises((RuleError, NotFound), match=code):
        report(book, due, **given)
    assert every(book, Visit) == every(book, VisitReport) == every(book, Promise) == []


def test_the_future_begins_at_the_reps_midnight(book: Store, due: Occurrence) -> None:
    """At 17:00 UTC it is tomorrow in China already."""
    evening = NOW.replace(hour=17)
    report_of_tomorrow = replace(REPORT, visited_on=TOMORROW)
    assert visits.report_visit(book, visit=due, report=report_of_tomorrow, now=evening)
    with pytest.raises(RuleError, match="visit_in_future"):
        visits.report_visit(
            book, visit=due, report=replace(REPORT, visited_on=TOMORROW + timedelta(1)), now=evening
        )


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        (Occurrence(), "visit_missing"),
        (Occurrence(due_on=TODAY), "visit_missing"),
        (Occurrence(visit_id="nobody"), "row_missing"),
        (Occurrence(slot_id="nobody", due_on=TODAY), "row_missing"),
    ],
)
def test_a_visit_must_be_one(book: Store, visit: Occurrence, code: str) -> None:
    with pytest.raises(NotFound, match=code):
        report(book, visit)


def test_a_slot_has_no_visit_on_other_days(book: Store, slot: str) -> None:
    for day in (TOMORROW, date(2026, 10, 27)):
        with pytest.raises(RuleError, match="slot_not_due"):
            report(book, Occurrence(slot_id=slot, due_on=day), visited_on=day if day < TODAY else TODAY)


# not as planned


@pytest.mark.parametrize(
    ("reason", "state", "by"),
    [
        ("customer_moved", "cancelled", "customer"),
        ("customer_absent", "missed", "us"),
        ("road_weather", "missed", "us"),
    ],
)
def test_a_missed_visit_says_why_and_whose_wish_it_was(
    book: Store, due: Occurrence, reason: str, state: str, by: str
) -> None:
    visits.miss_visit(book, visit=due, reason=reason, reason_text="暴雨", now=NOW)
    assert shown(every(book, Visit), "state", "state_by", "reason", "reason_text") == [
        (state, by, reason, "暴雨")
    ]
    report(book, due)
    assert shown(every(book, Visit), "state", "state_by", "reason", "reason_text") == [
        ("done", None, None, None)
    ]
    with pytest.raises(RuleError, match="visit_is_done"):
        visits.miss_visit(book, visit=due, reason=reason, now=NOW)


def move(book: Store, visit: Occurrence, **given: Any) -> Any:
    fields = {"asked_by": "customer", "to_date": TOMORROW, "to_start": 600, **given}
    return visits.move_visit(book, visit=visit, now=NOW, **fields)


def test_a_moved_visit_is_a_new_one_that_the_old_one_points_at(
    book: Store, slot: str, due: Occurrence
) -> None:
    visits.set_objective(book, visit=due, objective="订单", now=NOW)
    with book.write("test", now=NOW) as tx:
        tx.add(VisitCompanion(id=tx.new_id(), visit_id=tx.every(Visit)[0].id, name="王"))
    move(book, due, asked_by="us", reason_text="开会")
    old, new = sorted(every(book, Visit), key=lambda row: row.planned_date)
    assert (old.state, old.state_by, old.reason_text, old.moved_to) == ("rescheduled", "us", "开会", new.id)
    assert (new.planned_date, new.planned_start, new.planned_minutes) == (TOMORROW, 600, 60)
    assert (new.state, new.origin, new.objective, new.slot_id) == ("planned", "planned", "订单", None)
    assert sorted(row.visit_id for row in every(book, VisitCompanion)) == sorted([old.id, new.id])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"asked_by": "x"}, "asker_open"),
        ({"asked_by": "us"}, "reason_empty"),
        ({"to_date": TODAY, "to_start": 510}, "change_nothing"),
        ({"to_start": 1400}, "visit_midnight"),
        ({"to_start": -1}, "visit_midnight"),
    ],
)
def test_a_move_that_breaks_a_rule(book: Store, due: Occurrence, given: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError, match=code):
        move(book, due, **given)
    assert every(book, Visit) == []


def test_what_was_moved_or_done_is_not_moved_again_nor_reported(
    book: Store, slot: str, due: Occurrence
) -> None:
    move(book, due)
    for refused, code in (
        (lambda: move(book, due), "visit_is_done"),
        (lambda: report(book, due), "visit_was_moved"),
        (lambda: visits.miss_visit(book, visit=due, reason="other", now=NOW), "visit_was_moved"),
    ):
        with pytest.raises(RuleError, match=code):
            refused()
    earlier = Occurrence(slot_id=slot, due_on=TODAY - timedelta(days=7))
    report(book, earlier)
    with pytest.raises(RuleError, match="visit_is_done"):
        move(book, earlier)
    new = one(book, Visit, state="planned")
    report(book, Occurrence(visit_id=new.id))
    assert one(book, Visit, id=new.id).state == "done"


# beside the line


def test_a_visit_nobody_had_planned(book: Store, account: str) -> None:
    visits.report_unplanned(book, account_id=account, report=REPORT, now=NOW)
    row = one(book, Visit)
    assert (row.origin, row.state, row.slot_id) == ("ad_hoc", "done", None)
    assert (row.planned_date, row.planned_start) == (TODAY, 515)
    visits.report_unplanned(book, account_id=account, report=REPORT, now=NOW)
    assert len(every(book, Visit)) == 2
    with pytest.raises(RuleError, match="visit_in_future"):
        visits.report_unplanned(
            book, account_id=account, report=replace(REPORT, visited_on=TOMORROW), now=NOW
        )
    with pytest.raises(NotFound):
        visits.report_unplanned(book, account_id="nobody", report=REPORT, now=NOW)


def plan(book: Store, account: str, **given: Any) -> Any:
    fields = {"planned_date": TOMORROW, "planned_start": 600, "planned_minutes": 30, **given}
    return visits.plan_visit(book, account_id=account, now=NOW, **fields)


def test_a_visit_planned_beside_the_line(book: Store, account: str) -> None:
    plan(book, account, objective="验货", companions=["王"])
    fields = ("planned_date", "planned_start", "planned_minutes", "objective", "origin", "state")
    assert shown(every(book, Visit), *fields) == [(TOMORROW, 600, 30, "验货", "ad_hoc", "planned")]
    assert shown(every(book, VisitCompanion), "name") == [("王",)]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"planned_minutes": 0}, "visit_minutes"),
        ({"planned_start": 1430}, "visit_midnight"),
        ({"planned_start": -5}, "visit_midnight"),
    ],
)
def test_a_plan_that_breaks_a_rule(book: Store, account: str, given: dict[str, int], code: str) -> None:
    with pytest.raises(RuleError, match=code):
        plan(book, account, **given)
    assert every(book, Visit) == []


def test_an_objective_is_written_and_wiped(book: Store, due: Occurrence) -> None:
    visits.set_objective(book, visit=due, objective="订单", now=NOW)
    assert not visits.set_objective(book, visit=due, objective="订单", now=NOW)
    visits.set_objective(book, visit=due, objective=None, now=NOW)
    assert shown(every(book, Visit), "objective", "state") == [(None, "planned")]
