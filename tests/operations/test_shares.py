"""Who supplies an account, put down by hand."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.accounts import add_account
from kamdesk.operations.shares import record_share
from tests.books import NOW, TODAY


def test_a_share_of_more_than_all_is_none(book: Store) -> None:
    account = next(iter(add_account(book, name="南屿建材", now=NOW).of("account")))
    with pytest.raises(RuleError, match="share_out_of_range"):
        record_share(book, account_id=account, supplier="甲", share=10_001, as_of=TODAY, now=NOW)
    record_share(book, account_id=account, supplier=" 甲 ", share=10_000, as_of=TODAY, category=" ", now=NOW)
    with book.read() as connection:
        row = connection.execute(select(t.supply_share)).one()
    assert (row.supplier, row.category, row.ours) == ("甲", None, False)
