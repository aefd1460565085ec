"""Promises, actions and notes: given, settled, written down."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.note import Note
from kamdesk.domain.promise import Action, Promise
from kamdesk.operations import accounts, contacts, promises
from kamdesk.operations.undo import undo
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown

DAY = timedelta(days=1)


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


def give(book: Store, account: str, **given: Any) -> str:
    fields = {"what": "补货", "made_on": TODAY, **given}
    return only(promises.add_promise(book, account_id=account, now=NOW, **fields), "promise")


def settle(book: Store, promise: str, state: str, **given: Any) -> Any:
    fields = {"settled_on": TODAY, **given}
    return promises.settle_promise(book, promise_id=promise, state=state, now=NOW, **fields)


def test_a_promise_is_open(book: Store, account: str) -> None:
    who = only(contacts.add_contact(book, account_id=account, name="陈", now=NOW), "contact")
    give(book, account, what=" 补货 ", due_on=TODAY, contact_id=who, by_whom="仓库", churn_risk=4)
    fields = ("what", "made_on", "due_on", "contact_id", "by_whom", "churn_risk", "state")
    assert shown(every(book, Promise), *fields) == [("补货", TODAY, TODAY, who, "仓库", 4, "open")]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"what": ""}, "what_empty"),
        ({"due_on": TODAY - DAY}, "due_before_made"),
        ({"contact_id": "nobody"}, "row_missing"),
        ({"visit_id": "nothing"}, "row_missing"),
    ],
)
def test_a_promise_that_breaks_a_rule(book: Store, account: str, given: dict[str, Any], code: str) -> None:
    with pytest.raises((RuleError, NotFound), match=code):
        give(book, account, **given)
    assert every(book, Promise) == []
    promise = give(book, account)
    with pytest.raises((RuleError, NotFound), match=code):
        promises.change_promise(book, promise_id=promise, now=NOW, **given)
    assert shown(every(book, Promise), "what", "due_on", "contact_id") == [("补货", None, None)]


def test_how_a_promise_ended_is_not_changed_by_the_way(book: Store, account: str) -> None:
    promise = give(book, account)
    for fields in ({"state": "kept"}, {"settled_on": TODAY}):
        with pytest.raises(AttributeError):
            promises.change_promise(book, promise_id=promise, now=NOW, **fields)


@pytest.mark.parametrize(("late", "state"), [(-1, "kept"), (0, "kept"), (1, "kept_late")])
def test_kept_after_its_day_it_is_kept_late(book: Store, account: str, late: int, state: str) -> None:
    promise = give(book, account, due_on=TODAY + 3 * DAY)
    settle(book, promise, "kept", settled_on=TODAY + (3 + late) * DAY)
    assert one(book, Promise).state == state


def test_without_a_day_it_is_never_late(book: Store, account: str) -> None:
    settle(book, give(book, account), "kept", settled_on=TODAY + 900 * DAY)
    assert one(book, Promise).state == "kept"


@pytest.mark.parametrize(
    ("state", "given", "code"),
    [
        ("broken", {}, "cause_open"),
        ("substituted", {}, "cause_open"),
        ("substituted", {"cause": "supply"}, "workaround_empty"),
        ("kept", {"settled_on": TODAY - DAY}, "settled_before_made"),
    ],
)
def test_an_end_that_says_too_little(
    book: Store, account: str, state: str, given: dict[str, Any], code: str
) -> None:
    promise = give(book, account)
    with pytest.raises(RuleError, match=code):
        settle(book, promise, state, **given)
    assert shown(every(book, Promise), "state", "settled_on") == [("open", None)]


def test_an_end_with_its_cause_and_open_again(book: Store, account: str) -> None:
    promise = give(book, account, expected_effect="x")
    settle(
        book,
        promise,
        "substituted",
        cause="supply",
        cause_text="缺货",
        workaround="换牌号",
        effect_seen="满意",
    )
    fields = ("state", "settled_on", "cause", "cause_text", "workaround", "effect_seen")
    assert shown(every(book, Promise), *fields) == [
        ("substituted", TODAY, "supply", "缺货", "换牌号", "满意")
    ]
    settle(book, promise, "open")
    assert shown(every(book, Promise), *fields) == [("open", None, None, None, None, "满意")]


def test_actions(book: Store, account: str) -> None:
    promises.add_action(book, what=" 报价 ", account_id=account, due_on=TODAY, owner="我", now=NOW)
    promises.add_action(book, what="盘点样品", now=NOW)
    first = one(book, Action, what="报价")
    promises.finish_action(book, action_id=first.id, done_on=TODAY, now=NOW)
    assert sorted(shown(every(book, Action), "what", "account_id", "state", "done_on"), key=str) == [
        ("报价", account, "done", TODAY),
        ("盘点样品", None, "open", None),
    ]
    with pytest.raises(RuleError, match="what_empty"):
        promises.add_action(book, what="", now=NOW)
    with pytest.raises(NotFound):
        promises.add_action(book, what="x", account_id="nobody", now=NOW)


def test_notes(book: Store, account: str) -> None:
    promises.add_note(book, account_id=account, text=" 换了仓库\n在后门 ", noted_on=TODAY - DAY, now=NOW)
    assert shown(every(book, Note), "text", "noted_on") == [("换了仓库\n在后门", TODAY - DAY)]
    with pytest.raises(RuleError, match="text_empty"):
        promises.add_note(book, account_id=account, text=" \n", noted_on=TODAY, now=NOW)
    for fields in ({"account_id": "nobody"}, {"contact_id": "nobody"}, {"visit_id": "nothing"}):
        with pytest.raises(NotFound):
            promises.add_note(book, text="x", noted_on=TODAY, now=NOW, **{"account_id": account, **fields})


def test_several_are_settled_in_one_step_and_one_undo_takes_it_back(book: Store, account: str) -> None:
    late = give(book, account, made_on=TODAY - 9 * DAY, due_on=TODAY - DAY)
    in_time = give(book, account, due_on=TODAY)
    changes = promises.settle_promises(
        book, promise_ids=(late, in_time), state="kept", settled_on=TODAY, now=NOW
    )
    assert [row.state for row in every(book, Promise)] == ["kept_late", "kept"]
    assert changes.of("promise") == {late, in_time}
    assert changes.operation_id is not None
    undo(book, operation_id=changes.operation_id, now=NOW)
    assert shown(every(book, Promise), "state", "settled_on") == [("open", None), ("open", None)]


def test_several_or_none(book: Store, account: str) -> None:
    first, later = give(book, account), give(book, account, made_on=TODAY + DAY)
    with pytest.raises(RuleError, match="settled_before_made"):
        promises.settle_promises(book, promise_ids=(first, later), state="kept", settled_on=TODAY, now=NOW)
    assert [row.state for row in every(book, Promise)] == ["open", "open"]


def test_another_due_day_needs_a_reason_and_an_open_promise(book: Store, account: str) -> None:
    promise = give(book, account, due_on=TODAY)
    to = {"due_on": TODAY + DAY, "asked_by": "us", "now": NOW}
    with pytest.raises(RuleError, match="due_reason_empty"):
        promises.move_due(book, promise_ids=[promise], reason="  ", **to)
    with pytest.raises(RuleError, match="due_before_made"):
        promises.move_due(book, promise_ids=[promise], reason="缺货", **{**to, "due_on": TODAY - DAY})
    assert one(book, Promise).due_on == TODAY
    moved = promises.move_due(book, promise_ids=[promise], reason="缺货", **to)
    assert moved.operation == "promise.due_us"
    assert one(book, Promise).due_on == TODAY + DAY
    settle(book, promise, "kept")
    with pytest.raises(RuleError, match="due_of_settled"):
        promises.move_due(book, promise_ids=[promise], reason="缺货", **to)
