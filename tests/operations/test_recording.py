"""What was found out is recorded in one step, amended, taken back; undo brings each of them back whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations import accounts
from kamdesk.operations.knowledge.records import take_back
from kamdesk.operations.recording import (
    Ground,
    amend_whole,
    mark_service,
    record_whole,
)
from kamdesk.operations.undo import undo
from kamdesk.reads.known import account_known
from kamdesk.reads.record_subject import record_subject
from tests.books import NOW, TODAY, only


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="海川建材", now=NOW), "account")


def record(book: Store, kind: str, account_id: str, **more: Any) -> Any:
    about = {"account_id": account_id} if account_id else {}
    fields = {**about, "known_on": TODAY, **more.pop("fields")}
    return record_whole(book, kind=kind, fields=fields, now=NOW, **more)


def test_a_stage_is_recorded_with_its_signs_and_goes_with_them(book: Store, account: str) -> None:
    parts = [
        ("stage_sign", {"sign": "trust", "seen": True}),
        ("stage_sign", {"sign": "several_posts", "seen": False}),
    ]
    changes = record(book, "stage_assessment", account, fields={"stage": "intermediate"}, parts=parts)
    stage = only(changes, "stage_assessment")
    found = account_known(book, account_id=account)
    assert {row.get("sign") for row in found.parts[stage]} == {"trust", "several_posts"}
    assert found.of("stage_assessment")[0].get("recorded_by")

    taken = take_back(book, table="stage_assessment", record_id=stage, now=NOW)
    assert not account_known(book, account_id=account).parts
    undo(book, operation_id=taken.operation_id, now=NOW)  # type: ignore[arg-type]
    assert len(account_known(book, account_id=account).parts[stage]) == 2


def test_a_file_is_kept_with_the_account_and_a_paper_with_itself(book: Store, account: str) -> None:
    file = Ground(file=("合同.pdf", b"%PDF signed"))
    need = only(record(book, "need", account, fields={"what": "账期"}, grounds=[file]), "need")
    (ground,) = account_known(book, account_id=account).grounds[need]
    assert (ground.table, ground.text) == ("attachment", "合同.pdf")
    subject = record_subject(book, kind="need", row_id=need, account_id=None, tables=["attachment"])
    offered = subject.links["attachment"]
    assert subject.grounds == (ground,)
    assert [choice.name for choice in offered] == ["合同.pdf"]


def test_amending_sets_fields_and_a_stranger_is_refused(book: Store, account: str) -> None:
    need = only(record(book, "need", account, fields={"what": "账期"}), "need")
    amend_whole(book, kind="need", row_id=need, fields={"importance": 5}, named={"said_by": "陈总"}, now=NOW)
    found = account_known(book, account_id=account)
    assert found.of("need")[0].get("importance") == 5
    assert found.names[found.of("need")[0].get("said_by")] == "陈总"
    with pytest.raises(NotFound):
        record(book, "benefit_valuation", "", fields={"benefit_id": "nobody", "score": 3})
    with pytest.raises(RuleError):
        record(book, "rival_reason", account, fields={"reason": "price"}, named={"competitor_id": "  "})


def test_a_cell_of_the_matrix_is_put_right_on_its_day_and_followed_on_another(
    book: Store, account: str
) -> None:
    item = only(
        record_whole(book, kind="service_item", fields={"name": "破损换货", "known_on": TODAY}, now=NOW),
        "service_item",
    )

    def mark(day: date, **fields: Any) -> None:
        mark_service(
            book, account_id=account, item_id=item, competitor_id=None, fields=fields, today=day, now=NOW
        )

    mark(date(2026, 11, 1), given="yes")
    mark(TODAY, rating=4)
    mark(TODAY, wanted=True)
    marks = account_known(book, account_id=account).of("service_mark")
    assert [(m.get("known_on"), m.get("given"), m.get("rating"), m.get("wanted")) for m in marks] == [
        (TODAY, "yes", 4, True),
        (date(2026, 11, 1), "yes", None, None),
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"what": "  "}, "field_needed"),
        ({"what": "账期", "importance": 6}, "field_bounds"),
        ({"what": "账期", "kind": "moon"}, "field_choice"),
    ],
)
def test_what_no_form_would_give_is_refused(
    book: Store, account: str, fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        record(book, "need", account, fields=fields)
    assert refused.value.code == code
    assert not account_known(book, account_id=account).of("need")
