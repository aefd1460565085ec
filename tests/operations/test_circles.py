"""Accounts never lead to each other in a circle: no write closes one, and one that a book keeps hides nobody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.circles import LINKS, MERGED, PARENT
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.operations.accounts import change_account
from kamdesk.operations.bulk import move_units
from kamdesk.operations.merging import merge_accounts, unmerge_account
from kamdesk.operations.undo import last_done, undo
from kamdesk.operations.week_end.conflicts import open_conflicts, resolve
from kamdesk.operations.week_end.refusals import accept, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.account import account_page
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.questions.touched import touched_units
from kamdesk.reads.units import read_units
from kamdesk.sync.book.rows import flushing
from tests.books import NOW, TODAY
from tests.operations.week_end.books import hand, laptops
from tests.operations.week_end.test_borders import shared_office
from tests.sync.test_book import account

LATER = NOW + timedelta(minutes=5)


def lead(store: Store, link: str, row: str, there: str) -> None:
    """Written past every rule, as a book of an earlier version may have it."""
    with store.write_local() as connection, flushing(connection):
        connection.exec_driver_sql(f"UPDATE account SET {link} = ? WHERE id = ?", (there, row))


def held(store: Store, row: str, link: str) -> str | None:
    with store.read() as connection:
        return connection.exec_driver_sql(f"SELECT {link} FROM account WHERE id = ?", (row,)).scalar_one()


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("many", [1, 2, 3])
def test_whatever_leads_in_a_circle_every_reader_ends(book: Store, link: str, many: int) -> None:
    ids = sorted(account(book, name) for name in "甲乙丙"[:many])
    for row, there in zip(ids, [*ids[1:], ids[0]], strict=True):
        lead(book, link, row, there)
    with book.read() as connection:
        units = read_units(connection)
        assert {units.of(row) for row in ids} == ({ids[0]} if link == MERGED else set(ids))
        assert read_aliases(connection).ids(ids[0]) == (tuple(ids) if link == MERGED else (ids[0],))
    assert touched_units(book, Changes("test", "x", {"account": frozenset(ids)})) == set(ids)
    assert account_page(book, account_id=ids[-1], today=TODAY).id in ids
    account_rows(book, today=TODAY)
    share_account(book, account_id=ids[-1], colleague="秦川", since=TODAY, now=NOW)
    with book.read() as connection:
        shared = connection.exec_driver_sql("SELECT account_id FROM account_share").scalar_one()
    assert shared == (ids[0] if link == MERGED else ids[-1])


def test_a_book_that_keeps_a_circle_of_aliases_shows_them_again_once_opened(book: Store) -> None:
    first, second = sorted(account(book, name) for name in ("岩屿", "岩屿建材"))
    lead(book, MERGED, first, second)
    lead(book, MERGED, second, first)
    assert account_rows(book, today=TODAY) == ()
    path = book.path
    book.close()
    again = open_book(path, backups=path.parent, now=NOW)
    (row,) = account_rows(again, today=TODAY)
    assert (row.id, row.aliases) == (first, 1)
    with again.read() as connection:
        done = last_done(connection)
    assert done is not None
    assert done.name != "sync.part_circle"
    again.close()


def test_an_undo_that_would_close_a_circle_is_refused_in_words(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    first, second = account(one, "岩屿"), account(one, "岩屿建材")
    merge_accounts(one, keep_id=first, gone_id=second, fields={}, now=NOW)
    parted = unmerge_account(one, account_id=second, now=NOW)
    hand(one, two, tmp_path)
    merge_accounts(two, keep_id=second, gone_id=first, fields={}, now=NOW)
    hand(two, one, tmp_path)
    with pytest.raises(RuleError) as refused:
        undo(one, operation_id=str(parted.operation_id), now=LATER)
    assert (refused.value.code, refused.value.values) == (
        "merge_circle",
        {"name": "岩屿建材", "other": "岩屿"},
    )
    assert (held(one, first, MERGED), held(one, second, MERGED)) == (second, None)


def test_a_choice_that_would_close_a_circle_is_refused_in_words(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    top, unit, other = (account(one, name) for name in ("总公司", "分公司", "别家"))
    hand(one, two, tmp_path)
    change_account(two, account_id=unit, parent_id=top, now=NOW)
    change_account(one, account_id=unit, parent_id=other, now=LATER)
    change_account(one, account_id=top, parent_id=unit, now=LATER)
    hand(two, one, tmp_path)
    (found,) = open_conflicts(one)
    take = next(number for number, choice in enumerate(found.choices, 1) if choice.value == top)
    with pytest.raises(RuleError, match="tree_circle"):
        resolve(one, conflict_id=found.id, take=take, now=LATER)
    assert len(open_conflicts(one)) == 1
    move_units(one, account_ids=[top], parent_id=None, now=LATER)
    resolve(one, conflict_id=found.id, take=take, now=LATER)
    assert held(one, unit, PARENT) == top


def test_an_account_that_comes_back_closes_no_circle(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    top, unit = account(one, "总公司"), account(one, "分公司")
    hand(one, two, tmp_path)
    change_account(one, account_id=unit, parent_id=top, now=NOW)
    with one.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, unit))
    change_account(two, account_id=top, parent_id=unit, now=NOW)
    hand(two, one, tmp_path)
    with pytest.raises(RuleError, match="tree_circle"):
        undo(one, operation_id=str(tx.changes().operation_id), now=LATER)
    assert held(one, unit, "deleted_at") is not None


def test_a_refusal_accepted_after_all_closes_no_circle(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    own = account(qin, "下沙")
    hand(qin, office, tmp_path)
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY, now=NOW)
    hand(lin, office, tmp_path)
    change_account(qin, account_id=place, parent_id=own, now=LATER)
    assert hand(qin, office, tmp_path, now=LATER).refused == 1
    change_account(office, account_id=own, parent_id=place, now=LATER)
    (item,) = refusals(office)
    with pytest.raises(RuleError, match="tree_circle"):
        accept(office, number=item.number, now=LATER)
    assert refusals(office) == (item,)
    change_account(office, account_id=own, parent_id=None, now=LATER)
    accept(office, number=item.number, now=LATER)
    assert (held(office, place, PARENT), refusals(office)) == (own, ())
