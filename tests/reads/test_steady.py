"""For how many weeks a fixed visit was kept without a break."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.operations import accounts, line, visits
from kamdesk.reads.steady import kept_weeks
from tests.books import NOW, TODAY, only

FIRST = date(2026, 11, 3)
"""A Tuesday; the last one before today, itself a Tuesday, is three weeks later."""


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="海川建材", now=NOW), "account")


@pytest.fixture
def slot(book: Store, account: str) -> str:
    changes = line.add_slot(
        book, account_id=account, weekday=1, start=600, minutes=60, valid_from=FIRST, now=NOW
    )
    return only(changes, "visit_slot")


def weeks(book: Store, account: str) -> list[int]:
    with book.read() as connection:
        return list(kept_weeks(connection, (account,), TODAY).values())


def made(book: Store, slot: str, day: date, on: date | None = None) -> None:
    report = visits.Report(visited_on=on or day, outcome="service")
    visits.report_visit(book, visit=visits.Occurrence(None, slot, day), report=report, now=NOW)


def test_weeks_are_counted_back_to_the_first_break(book: Store, account: str, slot: str) -> None:
    days = [FIRST + timedelta(weeks=number) for number in range(3)]
    assert weeks(book, account) == [0]
    made(book, slot, days[2])
    made(book, slot, days[0])
    assert weeks(book, account) == [1], "the week between is missing"
    made(book, slot, days[1])
    assert weeks(book, account) == [3], "today waits"
    made(book, slot, TODAY)
    assert weeks(book, account) == [4]


def test_another_day_than_planned_breaks_the_row(book: Store, account: str, slot: str) -> None:
    made(book, slot, TODAY - timedelta(weeks=1), on=TODAY - timedelta(days=6))
    assert weeks(book, account) == [0]


def test_what_the_customer_cancelled_neither_breaks_nor_counts(book: Store, account: str, slot: str) -> None:
    for number in (1, 3):
        made(book, slot, TODAY - timedelta(weeks=number))
    missed = visits.Occurrence(None, slot, TODAY - timedelta(weeks=2))
    visits.miss_visit(book, visit=missed, reason="customer_moved", now=NOW)
    assert weeks(book, account) == [2]
