"""The list of all promises, their past, and the figures over them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.operations import accounts, contacts, promises, visits
from kamdesk.operations.undo import undo
from kamdesk.reads.promise_log import promise_steps
from kamdesk.reads.promises import overdue_count, promise_figures, promise_rows
from tests.books import NOW, TODAY, only

DAY = timedelta(days=1)
EVER = Period(date.min, date.max)


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", value_class="A", is_key=True, now=NOW), "account")


def give(book: Store, account: str, due_on: date | None = None, **given: object) -> str:
    fields = {"what": "补货", "made_on": TODAY - 30 * DAY, **given}
    return only(
        promises.add_promise(book, account_id=account, now=NOW, due_on=due_on, **fields),  # type: ignore[arg-type]
        "promise",
    )


def settle(book: Store, promise: str, state: str, **given: object) -> str:
    fields = {"settled_on": TODAY, **given}
    changes = promises.settle_promise(book, promise_id=promise, state=state, now=NOW, **fields)  # type: ignore[arg-type]
    assert changes.operation_id is not None
    return changes.operation_id


def move(book: Store, promise: str, due_on: date, asked_by: str = "us", reason: str = "工厂检修") -> str:
    changes = promises.move_due(
        book, promise_ids=[promise], due_on=due_on, asked_by=asked_by, reason=reason, now=NOW
    )
    assert changes.operation_id is not None
    return changes.operation_id


def test_a_row_has_names_and_how_it_stands(book: Store, account: str) -> None:
    who = only(contacts.add_contact(book, account_id=account, name="陈国梁", now=NOW), "contact")
    report = visits.Report(visited_on=TODAY - 3 * DAY)
    visit = only(visits.report_unplanned(book, account_id=account, report=report, now=NOW), "visit")
    give(book, account, TODAY - DAY, contact_id=who, visit_id=visit, by_whom="仓库")
    (row,) = promise_rows(book, today=TODAY)
    assert (row.account, row.value_class, row.is_key, row.contact) == ("岩屿建材", "A", True, "陈国梁")
    assert (row.standing, row.visited_on, row.first_due) == ("overdue", TODAY - 3 * DAY, None)
    assert overdue_count(book, today=TODAY) == 1
    assert overdue_count(book, today=TODAY - DAY) == 0


def test_a_merged_account_is_shown_as_the_one_it_became(book: Store, account: str) -> None:
    alias = only(accounts.add_account(book, name="岩屿", now=NOW), "account")
    give(book, alias, TODAY - DAY)
    accounts.join_accounts(book, account_id=alias, into_id=account, now=NOW)
    (row,) = promise_rows(book, today=TODAY)
    assert (row.account_id, row.account) == (account, "岩屿建材")
    (rate,) = promise_figures(book, period=EVER, today=TODAY).accounts
    assert (rate.account_id, rate.figure.denominator) == (account, 1)


def test_moved_by_us_the_first_due_day_stays_in_sight_and_decides(book: Store, account: str) -> None:
    promise = give(book, account, TODAY - 5 * DAY)
    move(book, promise, TODAY + 9 * DAY)
    (row,) = promise_rows(book, today=TODAY)
    assert (row.due_on, row.first_due, row.standing) == (TODAY + 9 * DAY, TODAY - 5 * DAY, "later")
    settle(book, promise, "kept")
    assert promise_rows(book, today=TODAY)[0].state == "kept_late"


def test_moved_by_the_customer_the_new_day_decides(book: Store, account: str) -> None:
    promise = give(book, account, TODAY - 5 * DAY)
    move(book, promise, TODAY, "customer", "工地延期")
    settle(book, promise, "kept")
    assert promise_rows(book, today=TODAY)[0].state == "kept"


def test_a_move_undone_was_none(book: Store, account: str) -> None:
    promise = give(book, account, TODAY)
    undone = move(book, promise, TODAY + 5 * DAY)
    back = undo(book, operation_id=undone, now=NOW).operation_id
    assert promise_rows(book, today=TODAY)[0].first_due is None
    assert len(promise_steps(book, promise_id=promise)) == 1
    assert back is not None
    undo(book, operation_id=back, now=NOW)
    assert promise_rows(book, today=TODAY)[0].first_due == TODAY
    assert len(promise_steps(book, promise_id=promise)) == 2


def test_the_past_of_a_promise_is_told_with_its_reasons(book: Store, account: str) -> None:
    promise = give(book, account, TODAY)
    move(book, promise, TODAY + 5 * DAY, "customer", "工地延期")
    settle(book, promise, "broken", cause="supply")
    made, moved, ended = promise_steps(book, promise_id=promise)
    assert made.made
    assert (moved.made, moved.operation, moved.reason) == (False, "promise.due_customer", "工地延期")
    (field,) = moved.fields
    assert (field.field, field.old, field.new) == ("due_on", str(TODAY), str(TODAY + 5 * DAY))
    assert ("state", "open", "broken") in [(f.field, f.old, f.new) for f in ended.fields]


def test_figures_of_a_period(book: Store, account: str) -> None:
    other = only(accounts.add_account(book, name="渔歌五金", now=NOW), "account")
    settle(book, give(book, account, TODAY), "kept")
    settle(book, give(book, account, TODAY - 8 * DAY), "kept", cause=None)
    settle(book, give(book, other, TODAY), "broken", cause="supply")
    settle(book, give(book, other, TODAY - 200 * DAY, made_on=TODAY - 300 * DAY), "broken", cause="price")
    give(book, other, TODAY + DAY)
    this = promise_figures(book, period=Period(TODAY - 30 * DAY, TODAY + 30 * DAY), today=TODAY)
    assert (this.total.numerator, this.total.denominator) == (1, 3)
    assert [(r.account, r.figure.numerator, r.figure.denominator) for r in this.accounts] == [
        ("渔歌五金", 0, 1),
        ("岩屿建材", 1, 2),
    ]
    assert [(row.cause, row.count) for row in this.causes] == [("supply", 1), (None, 1)]
    ever = promise_figures(book, period=EVER, today=TODAY)
    assert {row.cause for row in ever.causes} == {"supply", "price", None}


def test_an_empty_book_has_no_rate(book: Store) -> None:
    figures = promise_figures(book, period=EVER, today=TODAY)
    assert (figures.total.value, figures.accounts, figures.causes) == (None, (), ())
    assert promise_rows(book, today=TODAY) == ()
