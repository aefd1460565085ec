"""Every kind is recorded, amended, taken back and undone in one way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.checks import clean
from kamdesk.domain.knowledge.described import As, Described, described
from kamdesk.operations.accounts import add_account
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.knowledge.checking import check_question
from kamdesk.operations.knowledge.handing_over import hand_over
from kamdesk.operations.knowledge.records import add_evidence, amend, record, take_back
from kamdesk.operations.promises import add_note, add_promise
from kamdesk.operations.undo import undo
from kamdesk.words import LANGUAGES, Words
from tests.books import NOW, TODAY, make_book, only
from tests.operations.looking import every, one

SPECIAL: dict[str, dict[str, Any]] = {
    "target": {"metric": "revenue", "amount": 5, "quantity": None, "unit": None},
    "rule_criterion": {"criterion": "orders", "amount": None, "currency": None},
    "evidence": {"subject": "need"},
    "checked": {"question": "W14"},
    "care_event": {"calendar": "solar", "year": 2026, "month": 2, "day_of_month": 28},
}


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[str, str]]]:
    """A book with one row of each table that a link may lead to."""
    store = make_book(tmp_path_factory.mktemp("book"))
    account = only(add_account(store, name="台州青石贸易有限公司", now=NOW), "account")
    rows = {
        "account": account,
        "contact": only(add_contact(store, account_id=account, name="李国强", now=NOW), "contact"),
        "note": only(add_note(store, account_id=account, text="说好了", noted_on=TODAY, now=NOW), "note"),
        "promise": only(
            add_promise(store, account_id=account, what="补样品", made_on=TODAY, now=NOW), "promise"
        ),
    }
    with store.read() as connection:
        rows["rep"] = connection.scalar(select(t.rep.c.id)) or ""
    with store.write("import.lists", now=NOW) as tx:
        for table, values in {
            "product": {"name": "P.O 42.5"},
            "order": {"account_id": account, "ordered_on": TODAY},
            "visit": {
                "account_id": account,
                "rep_id": rows["rep"],
                "zone": "Asia/Shanghai",
                "planned_date": TODAY,
            },
            "attachment": {"subject": "account", "subject_id": account, "name": "a.pdf", "sha256": "0"},
        }.items():
            rows[table] = tx.new_id()
            tx.add(BY_TABLE[table](id=rows[table], **values))
    yield store, rows
    store.close()


def filled(store: Store, rows: dict[str, str], table: str, *, all_fields: bool = True) -> dict[str, Any]:
    """Values for a record of the kind; what it links to is recorded first."""
    values = {
        field.name: _value(store, rows, table, field)
        for field in described(KINDS[table])
        if (all_fields or field.needed) and field.name not in ("known_on", "recorded_by", "parent_id")
    }
    special = SPECIAL.get(table, {})
    return {
        name: value for name, value in (values | special).items() if all_fields or name in values or value
    }


def _value(store: Store, rows: dict[str, str], table: str, field: Described) -> Any:
    match field.shape:
        case As.LINK if field.link in KINDS and field.link not in rows:
            values = filled(store, rows, field.link, all_fields=False)
            rows[field.link] = only(record(store, table=field.link, now=NOW, **values), field.link)
            return rows[field.link]
        case As.LINK:
            return rows[field.link or ""]
        case As.CHOICE:
            return field.codes[0]
        case As.DAY:
            return TODAY
        case As.FLAG:
            return True
        case As.NUMBER:
            return field.low if field.low is not None else 1
        case As.TEXT | As.WORDS:
            return rows["account"] if field.name == "subject_id" else "青石"
        case _:
            return 1_000


@pytest.mark.parametrize("table", KINDS)
def test_recorded_amended_taken_back_and_each_undone(there: tuple[Store, dict[str, str]], table: str) -> None:
    store, rows = there
    values = filled(store, dict(rows), table)
    made = record(store, table=table, now=NOW, **values)
    row_id = only(made, table)
    row = one(store, KINDS[table], id=row_id)
    assert {name: getattr(row, name) for name in values} == values
    assert (row.known_on, row.recorded_by) == (TODAY, rows["rep"])
    for language in LANGUAGES:
        assert Words(language).text(f"operation.{made.operation}")

    back = take_back(store, table=table, record_id=row_id, now=NOW)
    assert every(store, KINDS[table], id=row_id) == []
    undo(store, operation_id=back.operation_id or "", now=NOW)
    assert one(store, KINDS[table], id=row_id).known_on == TODAY
    earlier = TODAY - timedelta(days=3)
    changed = amend(store, table=table, record_id=row_id, now=NOW, known_on=earlier)
    assert one(store, KINDS[table], id=row_id).known_on == earlier
    undo(store, operation_id=changed.operation_id or "", now=NOW)
    assert one(store, KINDS[table], id=row_id).known_on == TODAY
    undo(store, operation_id=made.operation_id or "", now=NOW)
    assert every(store, KINDS[table], id=row_id) == []


@pytest.mark.parametrize("table", KINDS)
def test_what_is_needed_is_asked_for_and_nothing_is_written(
    there: tuple[Store, dict[str, str]], table: str
) -> None:
    store, rows = there
    values = filled(store, dict(rows), table)
    before = len(every(store, KINDS[table]))
    seen: set[As | None] = set()
    for field in described(KINDS[table]):
        if field.shape in seen and not field.needed:
            continue
        seen.add(field.shape)
        if field.needed and field.name != "known_on":
            with pytest.raises(RuleError) as told:
                record(store, table=table, now=NOW, **{**values, field.name: None})
            assert told.value.code == "field_needed"
        if field.shape is As.CHOICE:
            with pytest.raises(RuleError) as told:
                record(store, table=table, now=NOW, **{**values, field.name: "teleported"})
            assert told.value.code == "field_choice"
        if field.link:
            with pytest.raises(NotFound):
                record(store, table=table, now=NOW, **{**values, field.name: "nowhere"})
    with pytest.raises(RuleError) as told:
        record(store, table=table, now=NOW, **{**values, "known_on": TODAY + timedelta(days=1)})
    assert told.value.code == "known_ahead"
    assert len(every(store, KINDS[table])) == before


def test_a_record_comes_with_its_parts_and_evidence_and_goes_with_them(
    there: tuple[Store, dict[str, str]],
) -> None:
    store, _ = there
    criteria = [{"criterion": "orders", "quantity": 12_000, "unit": "次"}]
    made = record(
        store,
        table="key_rule",
        now=NOW,
        valid_from=TODAY,
        parts={"rule_criterion": criteria},
        evidence=[{"said": "销售会上定的"}],
    )
    assert {table: len(ids) for table, ids in made.rows.items()} == {
        "key_rule": 1,
        "rule_criterion": 1,
        "evidence": 1,
    }
    row_id = only(made, "key_rule")
    amend(store, table="key_rule", record_id=row_id, now=NOW, parts={"rule_criterion": criteria * 2})
    assert len(every(store, KINDS["rule_criterion"], rule_id=row_id)) == 2
    gone = take_back(store, table="key_rule", record_id=row_id, now=NOW)
    assert every(store, KINDS["rule_criterion"], rule_id=row_id) == []
    assert every(store, KINDS["evidence"], subject_id=row_id) == []
    undo(store, operation_id=gone.operation_id or "", now=NOW)
    assert len(every(store, KINDS["rule_criterion"], rule_id=row_id)) == 2


def test_what_others_rest_on_is_not_taken_back(there: tuple[Store, dict[str, str]]) -> None:
    store, rows = there
    rival = only(record(store, table="competitor", now=NOW, name="江鼎"), "competitor")
    record(
        store, table="rival_reason", now=NOW, account_id=rows["account"], reason="price", competitor_id=rival
    )
    with pytest.raises(RuleError) as told:
        take_back(store, table="competitor", record_id=rival, now=NOW)
    assert told.value.code == "record_needed"


@pytest.mark.parametrize(
    ("table", "fields", "code"),
    [
        ("target", {"metric": "revenue", "quantity": 1_000}, "money_wanted"),
        ("target", {"metric": "visits", "amount": 1_000}, "number_wanted"),
        ("intended_term", {}, "intended_empty"),
        ("need", {"what": "x", "importance": 6}, "field_bounds"),
        ("exit_decision", {"decision": "give_up"}, "field_needed"),
        ("care_event", {"what": "x", "kind": "opening", "month": 2, "day_of_month": 30}, "no_such_day"),
        (
            "terms",
            {"what": "x", "kind": "price", "since": TODAY, "until": date(2026, 1, 1)},
            "days_backwards",
        ),
        ("prospect", {"qualified": "no"}, "field_needed"),
    ],
)
def test_what_fields_say_together_is_checked(
    there: tuple[Store, dict[str, str]], table: str, fields: dict[str, Any], code: str
) -> None:
    store, rows = there
    days = {"first_day": TODAY, "last_day": TODAY} if table == "target" else {"account_id": rows["account"]}
    with pytest.raises(RuleError) as told:
        record(store, table=table, now=NOW, **days, **fields)
    assert told.value.code == code


def test_a_check_answers_only_what_it_can(there: tuple[Store, dict[str, str]]) -> None:
    store, rows = there
    account = rows["account"]
    for question, given, code in (
        ("H9", {"account_id": account, "outcome": "none"}, "question_unknown"),
        ("H9", {"account_id": account, "outcome": "not_applicable", "reason": "x"}, "question_unknown"),
        ("W2", {"account_id": account, "outcome": "none"}, "question_needs_record"),
        ("W14", {"outcome": "none"}, "question_scope"),
        ("G1", {"account_id": account, "outcome": "not_applicable", "reason": "x"}, "question_scope"),
        ("W2", {"account_id": account, "outcome": "not_applicable"}, "field_needed"),
    ):
        with pytest.raises(RuleError) as told:
            check_question(store, question=question, now=NOW, **given)
        assert told.value.code == code


def test_no_evidence_is_kept_with_what_is_confidential(there: tuple[Store, dict[str, str]]) -> None:
    store, _ = there
    with pytest.raises(ValueError, match="no evidence"):
        add_evidence(store, table="informant_assignment", record_id="x", now=NOW, said="x")


def test_accounts_pass_to_another_with_all_that_is_known(there: tuple[Store, dict[str, str]]) -> None:
    store, _ = there
    account = only(add_account(store, name="临海恒丰", now=NOW), "account")
    owner = {"name": "林岚", "function": "sales", "part": "owner", "since": date(2024, 3, 1)}
    first = only(record(store, table="account_team", now=NOW, account_id=account, **owner), "account_team")
    given = hand_over(
        store,
        account_ids=[account],
        given_by="林岚",
        taken_by="陈涛",
        reason="transfer",
        handed_on=TODAY,
        now=NOW,
    )
    team = {row.name: row for row in every(store, KINDS["account_team"], account_id=account)}
    assert team["林岚"].until == TODAY - timedelta(days=1)
    assert (team["陈涛"].since, team["陈涛"].until) == (TODAY, None)
    undo(store, operation_id=given.operation_id or "", now=NOW)
    assert one(store, KINDS["account_team"], account_id=account).id == first
    assert one(store, KINDS["account_team"], id=first).until is None


def test_a_value_of_another_type_is_a_fault_of_the_program() -> None:
    fields = {field.name: field for field in described(KINDS["need"])}
    for name, value in (("importance", "5"), ("importance", True), ("known_on", NOW), ("what", 5)):
        with pytest.raises(TypeError):
            clean("need", fields[name], value)
