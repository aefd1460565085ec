"""What was found out stands in the account's one timeline, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.operations.accounts import add_account, join_accounts
from kamdesk.operations.knowledge.records import add_evidence, record, take_back
from kamdesk.operations.undo import undo
from kamdesk.reads.timeline import Event, Kind, timeline
from tests.books import NOW, TODAY, make_book, only
from tests.operations.knowledge import test_records as records

EARLIER = TODAY - timedelta(days=40)
BEFORE = EARLIER - timedelta(days=2)


@pytest.fixture
def book(tmp_path) -> Iterator[Store]:
    store = make_book(tmp_path)
    yield store
    store.close()


@pytest.fixture
def account(book: Store) -> str:
    return only(add_account(book, name="海川建材", now=NOW), "account")


there = records.there


def known(book: Store, account: str) -> list[Event]:
    return [event for event in timeline(book, account_id=account).events if event.kind == Kind.KNOWN]


OF_ACCOUNTS = [
    kind
    for kind in KINDS
    if "account_id" in t.metadata.tables[kind].c
    or any(
        f.part and f.link in KINDS and "account_id" in t.metadata.tables[f.link].c
        for f in described(KINDS[kind])
    )
]


@pytest.mark.parametrize("kind", OF_ACCOUNTS)
def test_every_kind_of_an_account_is_there_on_its_day(there: tuple[Store, dict[str, str]], kind: str) -> None:
    store, rows = there
    target = records.filled(store, dict(rows), "target")
    rows = rows | {"target": only(record(store, table="target", now=NOW, **target), "target")}
    values = records.filled(store, rows, kind) | {"known_on": EARLIER}
    own = KINDS[kind].tells_of
    if own:
        values[own] = BEFORE
    made = record(store, table=kind, now=NOW, **values)
    row = only(made, kind)
    found = known(store, rows["account"])
    if KINDS[kind].details:
        assert any(row in {part.id for part in event.parts} for event in found)
    else:
        (event,) = [event for event in found if event.key == f"{kind}@{row}"]
        assert event.day == (BEFORE if own else EARLIER)
    undo(store, operation_id=made.operation_id or "", now=NOW)
    assert row not in repr(known(store, rows["account"]))


def test_what_is_linked_to_has_its_name(book: Store, account: str) -> None:
    rival = only(record(book, table="competitor", name="立邦", now=NOW), "competitor")
    record(
        book, table="rival_reason", account_id=account, reason="price", competitor_id=rival, now=NOW
    )  # fmt: skip
    assert timeline(book, account_id=account).names[rival] == "立邦"


def test_it_goes_with_merged_accounts_and_taken_back_it_is_no_past(book: Store, account: str) -> None:
    other = only(add_account(book, name="海川分店", now=NOW), "account")
    need = only(record(book, table="need", account_id=other, what="三天内到货", now=NOW), "need")
    assert known(book, account) == []
    join_accounts(book, account_id=other, into_id=account, now=NOW)
    assert [event.key for event in known(book, account)] == [f"need@{need}"]
    add_evidence(book, table="need", record_id=need, said="老板说的", now=NOW)
    assert len(known(book, account)) == 1, "what a row rests on is no event of its own"
    take_back(book, table="need", record_id=need, now=NOW)
    assert known(book, account) == []


def test_what_was_looked_into_behind_the_lock_is_not_told(book: Store, account: str) -> None:
    with book.write("test.any", now=NOW) as tx:
        for question in ("W14", "H9"):
            tx.add(
                KINDS["checked"](
                    id=tx.new_id(), known_on=TODAY, question=question, outcome="none", account_id=account
                )
            )
    assert [event.known.get("question") for event in known(book, account) if event.known] == ["W14"]
