"""What looks like an answer and is none: each question's condition, taken by itself."""

from __future__ import annotations

from collections import namedtuple
from datetime import date
from typing import Any

import pytest

from kamdesk.domain.questions import doing, market, promised, wants, winning
from kamdesk.domain.questions.answer import Found
from kamdesk.domain.questions.view import AccountView, BookView, Held, Person

TODAY, BEFORE, LONG_AGO = date(2026, 11, 25), date(2026, 11, 1), date(2026, 3, 1)
BASE = {"id": "a", "name": "甲", "today": TODAY, "status": "active", "is_key": True, "value_class": "A"}
LEFT = {"class_reason": None, "kind": None, "owner": None, "city": None}


def row(**fields: Any) -> Any:
    return namedtuple("Row", fields)(**fields)


def view(rows: dict[str, tuple[Any, ...]] | None = None, **fields: Any) -> AccountView:
    return AccountView(**BASE, **LEFT, rows=rows or {}, **fields)


def person(role: str) -> Person:
    return Person(
        "p", "朱仁贵", None, None, None, None, None, (Held("h", role, "confirmed", None, LONG_AGO),)
    )


def enough(found: Found | None) -> bool:
    return found is not None and not found.lacking


def test_a_role_is_as_fresh_as_its_evidence() -> None:
    found = wants.whom_to_see(view(people=(person("purchaser"),), proved={"h": BEFORE}))
    assert found is not None
    assert found.day == BEFORE


@pytest.mark.parametrize(("role", "answers"), [("decision_maker", True), ("purchaser", False)])
def test_who_decides_holds_that_role(role: str, answers: bool) -> None:
    assert enough(winning.who_decides(view(people=(person(role),)))) is answers


@pytest.mark.parametrize(("done_on", "answers"), [(BEFORE, True), (None, False)])
def test_an_event_that_was_kept_is_an_act_of_care(done_on: date | None, answers: bool) -> None:
    deed = row(id="d", known_on=BEFORE, touch="reason", what="培训")
    event = row(id="e", done_on=done_on, what="周年庆")
    found = winning.reason_and_feeling(view({"value_deed": (deed,), "care_event": (event,)}))
    assert enough(found) is answers


@pytest.mark.parametrize(("cause", "answers"), [("supply", True), (None, False)])
def test_a_broken_promise_needs_its_cause(cause: str | None, answers: bool) -> None:
    broken = row(
        id="p", state="broken", cause=cause, workaround=None, what="样品", made_on=LONG_AGO, due_on=BEFORE,
        settled_on=None,
    )  # fmt: skip
    assert enough(promised.kept_or_not(view(promises=(broken,)))) is answers


@pytest.mark.parametrize(("filed", "answers"), [(frozenset("r"), True), (frozenset(), False)])
def test_a_paper_counts_with_its_file(filed: frozenset[str], answers: bool) -> None:
    issue = row(
        id="r", known_on=BEFORE, paper="cost_saving", audience="customer", to_whom=None, contact_id=None
    )
    assert enough(doing.cost_saving_paper(view({"report_issue": (issue,)}, filed=filed))) is answers


@pytest.mark.parametrize(("confirmed", "answers"), [(BEFORE, True), (None, False), (date(2027, 1, 1), False)])
def test_a_policy_counts_once_it_is_confirmed(confirmed: date | None, answers: bool) -> None:
    policy = row(
        id="s",
        known_on=BEFORE,
        value_class="A",
        confirmed_on=confirmed,
        valid_from=BEFORE,
        visits=3,
        reports=1,
    )
    found = market.classes(BookView(TODAY, {"service_policy": (policy,)}, (view(),)))
    assert enough(found) is answers
