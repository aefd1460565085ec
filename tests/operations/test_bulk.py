"""Many accounts changed at once: all or none, and one undo."""

from datetime import date

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.accounts import add_account, set_tags
from kamdesk.operations.bulk import change_many, move_units
from kamdesk.operations.line import add_slot
from kamdesk.operations.undo import last_done, undo
from kamdesk.reads.account_table import AccountRow, account_rows
from tests.books import NOW, TODAY, only


@pytest.fixture
def three(book: Store) -> list[str]:
    return [only(add_account(book, name=name, now=NOW), "account") for name in ("甲", "乙", "丙")]


def rows(book: Store) -> dict[str, AccountRow]:
    return {row.id: row for row in account_rows(book, today=TODAY)}


def test_one_undo_takes_back_fields_and_tags_of_all(book: Store, three: list[str]) -> None:
    set_tags(book, account_id=three[0], tags=["老客户", "试用"], now=NOW)
    before = rows(book)
    changes = change_many(
        book,
        account_ids=three[:2],
        fields={"value_class": "B", "is_key": True, "class_reason": "年采购过百万", "city": "台州市"},
        add_tags=["重点", "老客户"],
        remove_tags=["试用"],
        now=NOW,
    )
    after = rows(book)
    assert [(after[a].value_class, after[a].is_key, after[a].city) for a in three] == [
        ("B", True, "台州市"),
        ("B", True, "台州市"),
        (None, None, None),
    ]
    assert [set(after[a].tags) for a in three] == [{"老客户", "重点"}, {"老客户", "重点"}, set()]
    with book.read() as connection:
        step = last_done(connection)
    assert step is not None
    assert (step.name, step.summary) == ("account.change_many", "2")
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert rows(book) == before


def test_leaving_active_ends_the_slots_with_the_reason_or_nothing_at_all(
    book: Store, three: list[str]
) -> None:
    for account in three:
        add_slot(
            book, account_id=account, weekday=3, start=540, minutes=60, valid_from=date(2026, 9, 7), now=NOW
        )
    before = rows(book)
    with pytest.raises(RuleError, match="status_needs_reason"):
        change_many(book, account_ids=three, fields={"status": "inactive"}, now=NOW)
    assert rows(book) == before
    changes = change_many(
        book, account_ids=three[:2], fields={"status": "lost", "status_reason": "换了供应商"}, now=NOW
    )
    assert [rows(book)[a].slots for a in three] == [0, 0, 1]
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert rows(book) == before


def test_key_or_ordinary_needs_its_reason(book: Store, three: list[str]) -> None:
    with pytest.raises(RuleError, match="key_needs_reason"):
        change_many(book, account_ids=three, fields={"is_key": False}, now=NOW)
    assert not change_many(book, account_ids=three, fields={"is_key": None}, now=NOW)


def test_what_does_not_exist_is_refused_whole(book: Store, three: list[str]) -> None:
    with pytest.raises(NotFound):
        change_many(book, account_ids=[*three, "nobody"], fields={"city": "台州市"}, now=NOW)
    with pytest.raises(NotFound):
        change_many(book, account_ids=three, fields={"owner_id": "nobody"}, now=NOW)
    with pytest.raises(AttributeError):
        change_many(book, account_ids=three, fields={"name": "一样"}, now=NOW)
    assert {row.city for row in rows(book).values()} == {None}


def test_units_move_and_never_in_a_circle(book: Store, three: list[str]) -> None:
    group, company, site = three
    move_units(book, account_ids=[company], parent_id=group, now=NOW)
    changes = move_units(book, account_ids=[site], parent_id=company, now=NOW)
    assert rows(book)[site].parent_id == company
    for ids, parent in (([group], site), ([group], group), ([group, company], site)):
        with pytest.raises(RuleError, match="parent_circle"):
            move_units(book, account_ids=ids, parent_id=parent, now=NOW)
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert rows(book)[site].parent_id is None
    move_units(book, account_ids=[company], parent_id=None, now=NOW)
    assert {row.parent_id for row in rows(book).values()} == {None}
