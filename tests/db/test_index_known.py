"""What was found out is searched, whatever its kind; a book indexed before that gets this alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.db.index import building
from kamdesk.db.index.known import TEXTS
from kamdesk.db.index.writing import BEFORE_KNOWN, STATE
from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, described
from kamdesk.domain.knowledge.evidence import SECRET
from kamdesk.domain.questions.table import QUESTIONS
from kamdesk.operations.accounts import add_account, change_account, join_accounts
from kamdesk.operations.indexing import build_piece
from kamdesk.operations.knowledge.records import add_evidence, amend, record, take_back
from kamdesk.operations.undo import undo
from kamdesk.reads.found import Hit
from kamdesk.reads.search import search, search_kind
from tests.books import NOW, TODAY, make_book, only
from tests.db.index_check import assert_index_is_true, indexed
from tests.operations.knowledge import test_records as records

there = records.there


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Store]:
    store = make_book(tmp_path)
    yield store
    store.close()


@pytest.fixture
def account(book: Store) -> str:
    return only(add_account(book, name="海川建材", now=NOW), "account")


def found(store: Store, typed: str) -> tuple[Hit, ...]:
    return search_kind(store, typed=typed, kind="known").hits


def test_every_text_that_is_read_is_searched() -> None:
    codes = {"currency", "unit", "question", "subject", "subject_id"}
    for kind, shape in KINDS.items():
        texts = {f.name for f in described(shape) if f.shape in (As.TEXT, As.WORDS) and f.name not in codes}
        assert {name for name, _ in TEXTS.get(kind, ())} == texts
    assert {question.id for question in QUESTIONS if question.secret} == SECRET


@pytest.mark.parametrize("kind", TEXTS)
def test_each_is_found_by_a_character_as_long_as_it_stands(
    there: tuple[Store, dict[str, str]], kind: str
) -> None:
    store, rows = there
    values = records.filled(store, dict(rows), kind)
    texts = [name for name, _ in TEXTS[kind]]
    if kind == "evidence":
        need = records.filled(store, dict(rows), "need")
        values["subject_id"] = only(record(store, table="need", now=NOW, **need), "need")
    for place, name in enumerate(texts):
        values[name] = f"{'甲乙丙丁戊己庚'[place]}骉麤"
    made = record(store, table=kind, now=NOW, **values)
    key = f"{kind}@{only(made, kind)}"
    for place in range(len(texts)):
        assert key in {hit.id for hit in found(store, f"{'甲乙丙丁戊己庚'[place]}骉")}
    (hit,) = [hit for hit in found(store, "骉") if hit.id == key]
    assert hit.opens == (
        f"need@{values['subject_id']}" if kind == "evidence" else "checked@W14" if kind == "checked" else key
    )
    undo(store, operation_id=made.operation_id or "", now=NOW)
    assert key not in {hit.id for hit in found(store, "骉")}


def test_it_is_found_by_sound_and_by_its_account_and_follows_both(book: Store, account: str) -> None:
    need = only(record(book, table="need", account_id=account, what="旺季三天到货", now=NOW), "need")
    add_evidence(book, table="need", record_id=need, said="老板亲口说", now=NOW)
    for typed in ("旺", "wjst", "wangji", "海川 到货", "hc daohuo"):
        assert [hit.id for hit in found(book, typed)] == [f"need@{need}"], typed
    (proof,) = found(book, "亲口")
    assert (proof.opens, proof.account_id) == (f"need@{need}", account)
    change_account(book, account_id=account, name="南屿建材", now=NOW)
    assert not found(book, "海川 到货")
    other = only(add_account(book, name="北山", now=NOW), "account")
    join_accounts(book, account_id=account, into_id=other, now=NOW)
    assert [hit.account_id for hit in found(book, "北山 到货")] == [other]
    assert [hit.account_id for hit in found(book, "北山 亲口")] == [other]
    amend(book, table="need", record_id=need, what="淡季", now=NOW)
    assert not found(book, "旺季")
    gone = take_back(book, table="need", record_id=need, now=NOW)
    assert not found(book, "淡季")
    assert not found(book, "亲口")
    undo(book, operation_id=gone.operation_id or "", now=NOW)
    assert [len(found(book, typed)) for typed in ("北山 淡季", "北山 亲口")] == [1, 1]
    assert_index_is_true(book)


def test_a_part_goes_with_what_it_is_a_part_of(book: Store, account: str) -> None:
    benefit = only(
        record(book, table="benefit", account_id=account, what="优先供货", kind="priority_supply", now=NOW),
        "benefit",
    )
    view = only(
        record(book, table="benefit_valuation", benefit_id=benefit, score=5, said="最看重", now=NOW),
        "benefit_valuation",
    )
    add_evidence(book, table="benefit_valuation", record_id=view, said="饭桌上说的", now=NOW)
    change_account(book, account_id=account, name="南屿建材", now=NOW)
    for typed in ("南屿 看重", "南屿 饭桌"):
        assert [hit.account_id for hit in found(book, typed)] == [account], typed
    with book.write("test.any", now=NOW) as tx:
        tx.take_back(tx.get(KINDS["benefit"], benefit))
    assert not found(book, "看重")
    assert not found(book, "饭桌")
    assert_index_is_true(book)


def test_what_lies_behind_the_lock_is_not_in_the_index(book: Store, account: str) -> None:
    with book.write("test.any", now=NOW) as tx:
        for question in ("W14", "H9"):
            shape = KINDS["checked"]
            tx.add(
                shape(
                    id=tx.new_id(), known_on=TODAY, question=question, outcome="none", account_id=account,
                    reason=f"问过 {question}",
                )
            )  # fmt: skip
    assert [hit.opens for hit in found(book, "问过")] == ["checked@W14"]
    assert_index_is_true(book)


def test_a_book_indexed_before_gets_what_was_found_out_alone(
    book: Store, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "PIECE", 2)
    for number in range(5):
        record(book, table="need", account_id=account, what=f"到货 {number}", now=NOW)
    rival = only(record(book, table="competitor", name="立邦", now=NOW), "competitor")
    whole = indexed(book)
    with book.write_local() as connection:
        connection.exec_driver_sql("DELETE FROM search_term WHERE rowid IN"
                                   " (SELECT number FROM search_doc WHERE length(record) > 16)")  # fmt: skip
        connection.exec_driver_sql("DELETE FROM search_doc WHERE length(record) > 16")
        connection.exec_driver_sql("UPDATE book SET value = ? WHERE name = ?", (BEFORE_KNOWN, STATE))
    before = search(book, typed="海川")
    assert not before.index.ready
    assert before.groups, "what was indexed is found all the while"
    pieces = 1
    while not build_piece(book).ready:
        pieces += 1
    assert pieces == 4
    assert [hit.id for hit in found(book, "立邦")] == [f"competitor@{rival}"]
    assert indexed(book) == whole
    assert_index_is_true(book)
