"""A report of a past week put right: with a note, in one step, figures restated, all of it undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.domain.visit import ReportAmendment, report_closed
from kamdesk.operations import accounts, contacts, line, visits
from kamdesk.operations.undo import undo
from kamdesk.operations.visits import Occurrence, Ordered, Report, Taken
from kamdesk.reads.amendments import amendments_of
from kamdesk.reads.figures import week_figures
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one

LAST_WEEK = date(2026, 11, 17)
MONDAY = date(2026, 11, 16)
REPORT = Report(visited_on=LAST_WEEK, arrived=640, outcome="service", points="砂浆")


@pytest.fixture
def visit(book: Store) -> str:
    """A visit of last week, forty minutes late, without an order."""
    account = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    slot = only(
        line.add_slot(
            book, account_id=account, weekday=1, start=600, minutes=60, valid_from=date(2026, 11, 2), now=NOW
        ),
        "visit_slot",
    )
    changes = visits.report_visit(
        book, visit=Occurrence(slot_id=slot, due_on=LAST_WEEK), report=REPORT, now=NOW
    )
    return only(changes, "visit")


def figures(book: Store) -> dict[str, tuple[int, int]]:
    return {f.id.value: (f.numerator, f.denominator) for f in week_figures(book, monday=MONDAY, now=NOW)}


def test_a_week_is_closed_with_its_sunday() -> None:
    assert report_closed(date(2026, 11, 22), date(2026, 11, 23))
    assert not report_closed(date(2026, 11, 23), date(2026, 11, 29))


def test_the_figures_of_that_week_follow_the_amendment(book: Store, visit: str) -> None:
    assert (figures(book)["punctuality"], figures(book)["strike_rate"]) == ((0, 1), (0, 1))
    amended = replace(REPORT, arrived=605, outcome="order")
    changes = visits.amend_report(book, visit_id=visit, report=amended, note=" 时间抄错 ", now=NOW)
    assert (figures(book)["punctuality"], figures(book)["strike_rate"]) == ((1, 1), (1, 1))
    row = one(book, ReportAmendment)
    assert (row.amended_on, row.note) == (TODAY, "时间抄错")
    assert changes.operation == "visit.amend"
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert (figures(book)["punctuality"], figures(book)["strike_rate"]) == ((0, 1), (0, 1))
    assert every(book, ReportAmendment) == []
    with book.read() as connection:
        assert amendments_of(connection, visit) == ()


def test_what_was_changed_is_told_from_old_to_new(book: Store, visit: str) -> None:
    account = visits_account(book)
    who = only(contacts.add_contact(book, account_id=account, name="陈国梁", now=NOW), "contact")
    amended = replace(REPORT, points="防水", met=[who], order=Taken(1_840_000))
    visits.amend_report(book, visit_id=visit, report=amended, note="漏记", now=NOW)
    visits.amend_report(
        book, visit_id=visit, report=replace(amended, met=[], order=Taken()), note="又错", now=NOW
    )
    with book.read() as connection:
        first, second = amendments_of(connection, visit)
    assert [(a.field, a.old, a.new) for a in first.altered] == [
        ("points", "砂浆", "防水"),
        ("amount", None, 1_840_000),
        ("met", "", "陈国梁"),
    ]
    assert [(a.field, a.old, a.new) for a in second.altered] == [
        ("amount", 1_840_000, None),
        ("met", "陈国梁", ""),
    ]
    assert every(book, Order) == []


def visits_account(book: Store) -> str:
    from kamdesk.domain.account import Account

    return one(book, Account).id


def test_it_is_never_just_written_over(book: Store, visit: str) -> None:
    with pytest.raises(RuleError, match="report_closed"):
        visits.report_visit(
            book, visit=Occurrence(visit_id=visit), report=replace(REPORT, arrived=605), now=NOW
        )


@pytest.mark.parametrize(
    ("given", "note", "code"),
    [
        ({"arrived": 605}, " ", "note_empty"),
        ({}, "nothing", "amend_nothing"),
        ({"left": 600}, "x", "left_before_arrived"),
        ({"visited_on": date(2026, 11, 25)}, "x", "visit_in_future"),
    ],
)
def test_a_rule_broken_changes_nothing(book: Store, visit: str, given: dict, note: str, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        visits.amend_report(book, visit_id=visit, report=replace(REPORT, **given), note=note, now=NOW)
    assert every(book, ReportAmendment) == []
    assert figures(book)["punctuality"] == (0, 1)


def test_an_order_with_lines_takes_the_place_of_the_one_before(book: Store, visit: str) -> None:
    with book.write("import.lists", now=NOW) as tx:
        for name in ("tile", "grout"):
            tx.add(Product(id=name, name=name))
    tile, grout = "tile", "grout"
    lines = [Ordered(tile, 200_000, "包", 2850), Ordered(grout, 40_000, "支", None)]
    visits.amend_report(
        book, visit_id=visit, report=replace(REPORT, order=Taken(lines=lines)), note="补单", now=NOW
    )
    visits.amend_report(
        book,
        visit_id=visit,
        report=replace(REPORT, order=Taken(number="A-1", lines=lines[:1])),
        note="改单",
        now=NOW,
    )
    order = one(book, Order)
    assert (order.amount, order.number) == (None, "A-1")
    assert [(row.product_id, row.quantity, row.price) for row in every(book, OrderLine)] == [
        (tile, 200_000, 2850)
    ]
