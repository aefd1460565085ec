"""A report that is taken back lies there as a draft; brought back, it settles that draft."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, line, visits
from kamdesk.operations.drafts import keep_draft
from kamdesk.operations.undo import undo
from kamdesk.operations.visits import NewPromise, Occurrence, Report, Taken
from kamdesk.reads.drafts import read_draft
from kamdesk.reads.open_drafts import FORM, OpenDraft
from kamdesk.reads.today import today_board
from tests.books import NOW, TODAY, only

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


@pytest.fixture
def due(book: Store, account: str) -> Occurrence:
    changes = line.add_slot(
        book, account_id=account, weekday=TODAY.weekday(), start=510, minutes=60,
        valid_from=TODAY - timedelta(days=21), now=NOW,
    )  # fmt: skip
    return Occurrence(slot_id=only(changes, "visit_slot"), due_on=TODAY)


def written(book: Store, account: str, **given: Any) -> Report:
    return Report(
        visited_on=TODAY, arrived=515, left=560, outcome="order", points="季结返利", rival_note="对手降价",
        next_step="带答复", next_due=TODAY + timedelta(days=3), companions=("老周", "小李"),
        promises=(NewPromise("两套样板", TODAY + timedelta(days=7)),), order=Taken(1840050, number="A-7"),
        **given,
    )  # fmt: skip


def open_drafts(book: Store) -> tuple[OpenDraft, ...]:
    return today_board(book, now=NOW).drafts


def content(book: Store, key: str) -> dict[str, Any]:
    draft = read_draft(book, form=FORM, subject=key)
    assert draft is not None
    return json.loads(draft.content)


def test_what_was_reported_goes_on_as_a_draft_and_back_again(
    book: Store, account: str, due: Occurrence
) -> None:
    person = only(contacts.add_contact(book, account_id=account, name="陈国梁", now=NOW), "contact")
    report = written(book, account, met=(person,))
    done = visits.report_visit(book, visit=due, report=report, now=NOW)
    assert open_drafts(book) == ()
    taken = undo(book, operation_id=done.operation_id, now=LATER)
    (draft,) = open_drafts(book)
    assert (draft.slot_id, draft.day, draft.arrived) == (due.slot_id, TODAY, "08:35")
    kept = content(book, draft.key)
    assert kept["points"] == "季结返利"
    assert kept["met"] == [person]
    assert kept["companions"] == "老周, 小李"
    assert (kept["amount"], kept["order_number"]) == ("18400.50", "A-7")
    assert [what for what, *_ in kept["promises"]] == ["两套样板"]
    again = undo(book, operation_id=taken.operation_id, now=LATER)
    assert open_drafts(book) == (), "the draft says no more than the report"
    undo(book, operation_id=again.operation_id, now=LATER)
    assert [one.key for one in open_drafts(book)] == [draft.key]


def test_an_empty_form_is_settled_by_the_report_brought_back(
    book: Store, account: str, due: Occurrence
) -> None:
    done = visits.report_visit(book, visit=due, report=written(book, account), now=NOW)
    taken = undo(book, operation_id=done.operation_id, now=LATER)
    (draft,) = open_drafts(book)
    at_the_door = json.dumps({"day": TODAY.isoformat(), "arrived": "09:10"})
    keep_draft(book, form=FORM, subject=draft.key, content=at_the_door, now=LATER)
    undo(book, operation_id=taken.operation_id, now=LATER)
    assert open_drafts(book) == ()


def test_a_draft_that_says_more_stays_and_is_found_by_the_visit(
    book: Store, account: str, due: Occurrence
) -> None:
    done = visits.report_visit(book, visit=due, report=written(book, account), now=NOW)
    taken = undo(book, operation_id=done.operation_id, now=LATER)
    (draft,) = open_drafts(book)
    more = json.dumps({**content(book, draft.key), "points": "另一句"})
    keep_draft(book, form=FORM, subject=draft.key, content=more, now=LATER)
    undo(book, operation_id=taken.operation_id, now=LATER)
    (stays,) = open_drafts(book)
    assert stays.visit_id is not None
    assert content(book, stays.visit_id)["points"] == "另一句"


def test_the_second_version_of_a_report_is_a_draft_over_the_first(
    book: Store, account: str, due: Occurrence
) -> None:
    visit = only(visits.report_visit(book, visit=due, report=written(book, account), now=NOW), "visit")
    second = Report(visited_on=TODAY, arrived=515, points="改过的", promises=(NewPromise("寄色卡"),))
    done = visits.report_visit(book, visit=Occurrence(visit), report=second, now=LATER)
    undo(book, operation_id=done.operation_id, now=LATER)
    kept = content(book, visit)
    assert kept["points"] == "改过的"
    assert [what for what, *_ in kept["promises"]] == ["寄色卡"]
    assert kept["base"]["points"] == "季结返利"


def test_an_unplanned_visit_taken_back_and_a_draft_there_already(book: Store, account: str) -> None:
    done = visits.report_unplanned(book, account_id=account, report=written(book, account), now=NOW)
    key = f"{account}@{TODAY.isoformat()}"
    keep_draft(book, form=FORM, subject=key, content=json.dumps({"points": "先写的"}), now=NOW)
    undo(book, operation_id=done.operation_id, now=LATER)
    assert content(book, key)["points"] == "季结返利\n先写的"
