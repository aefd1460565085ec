"""One row of everything that happened with an account."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.operations import accounts, attachments, confidential, contacts, line, promises, visits
from kamdesk.operations.notes import change_note, take_back_note
from kamdesk.operations.undo import undo
from kamdesk.reads.timeline import Event, Kind, timeline
from tests.books import NOW, TODAY, only


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="海川建材", value_class="B", now=NOW), "account")


def kinds(book: Store, account: str) -> list[tuple[str, str]]:
    return [(event.kind, event.code) for event in timeline(book, account_id=account).events]


def only_event(book: Store, account: str, kind: Kind) -> Event:
    (event,) = [event for event in timeline(book, account_id=account).events if event.kind == kind]
    return event


def test_everything_is_there_newest_first(book: Store, account: str) -> None:
    who = only(
        contacts.add_contact(book, account_id=account, name="黄建平", title="采购", now=NOW), "contact"
    )
    with book.read() as connection:
        from kamdesk.db import tables as t

        post = connection.scalars(t.contact_post.select().with_only_columns(t.contact_post.c.id)).one()
    slot = only(
        line.add_slot(
            book, account_id=account, weekday=1, start=600, minutes=60, valid_from=date(2026, 9, 1), now=NOW
        ),
        "visit_slot",
    )
    report = visits.Report(
        visited_on=date(2026, 11, 17), arrived=605, outcome="order", points="返利按季结", met=(who,),
        order=visits.Taken(1_200_000, number="XS-1"),
    )  # fmt: skip
    visits.report_unplanned(book, account_id=account, report=report, now=NOW)
    visits.miss_visit(
        book, visit=visits.Occurrence(None, slot, date(2026, 11, 10)), reason="customer_absent", now=NOW
    )
    promise = only(
        promises.add_promise(book, account_id=account, what="补发 20 包", made_on=date(2026, 11, 3), now=NOW),
        "promise",
    )
    promises.settle_promise(book, promise_id=promise, state="kept", settled_on=date(2026, 11, 19), now=NOW)
    promises.add_note(book, account_id=account, text="店庆\n请区域经理", noted_on=date(2026, 11, 5), now=NOW)
    action = only(promises.add_action(book, what="发样品", account_id=account, now=NOW), "action")
    promises.finish_action(book, action_id=action, done_on=TODAY, now=NOW)
    attachments.attach(book, subject="account", subject_id=account, files=[("../报价.pdf", b"x")], now=NOW)
    contacts.change_post(book, post_id=post, support="opponent", now=NOW)
    accounts.change_account(book, account_id=account, value_class="A", now=NOW)
    other = only(accounts.add_account(book, name="海川分店", now=NOW), "account")
    accounts.join_accounts(book, account_id=other, into_id=account, now=NOW)
    contacts.change_job(book, post_id=post, last_day=date(2026, 11, 20), now=NOW)
    confidential.record_informant(book, contact_id=who, account_id=account, told="年底换供应商", now=NOW)

    found = timeline(book, account_id=account)
    assert [event.day for event in found.events] == sorted((e.day for e in found.events), reverse=True)
    assert sorted((event.kind.value, event.code) for event in found.events) == [
        ("account", "merged_into"),
        ("account", "value_class"),
        ("action", "done"),
        ("action", "open"),
        ("file", "account"),
        ("line", "begun"),
        ("missed", "missed"),
        ("note", ""),
        ("order", ""),
        ("person", "left"),
        ("person", "support"),
        ("promise", "kept"),
        ("promise", "made"),
        ("visit", "order"),
    ]
    assert not found.more
    assert "年底换供应商" not in repr(found)
    visit = only_event(book, account, Kind.VISIT)
    assert (visit.minute, visit.who, visit.detail) == (605, "黄建平", "返利按季结")
    assert only_event(book, account, Kind.FILE).title == "报价.pdf"


def test_what_was_taken_back_is_no_past(book: Store, account: str) -> None:
    change = accounts.change_account(book, account_id=account, value_class="A", now=NOW)
    assert kinds(book, account) == [("account", "value_class")]
    step = undo(book, operation_id=str(change.operation_id), now=NOW)
    assert kinds(book, account) == []
    undo(book, operation_id=str(step.operation_id), now=NOW)
    assert kinds(book, account) == [("account", "value_class")], "redone, it stands again"


def test_notes_are_changed_and_taken_back(book: Store, account: str) -> None:
    changes = promises.add_note(book, account_id=account, text="店庆", noted_on=TODAY, now=NOW)
    note = only(changes, "note")
    change_note(book, note_id=note, text=" 店庆改期 ", noted_on=date(2026, 11, 1), now=NOW)
    event = only_event(book, account, Kind.NOTE)
    assert (event.title, event.day) == ("店庆改期", date(2026, 11, 1))
    taken = take_back_note(book, note_id=note, now=NOW)
    assert kinds(book, account) == []
    undo(book, operation_id=str(taken.operation_id), now=NOW)
    assert kinds(book, account) == [("note", "")]


def test_it_is_bounded_and_the_newest_stay(book: Store, account: str) -> None:
    for number in range(7):
        day = TODAY - timedelta(days=number)
        promises.add_note(book, account_id=account, text=str(number), noted_on=day, now=NOW)
    found = timeline(book, account_id=account, limit=5)
    assert ([event.title for event in found.events], found.more) == (["0", "1", "2", "3", "4"], True)
    whole = timeline(book, account_id=account, limit=7)
    assert (len(whole.events), whole.more) == (7, False)
