"""The last steps: in order, about whom, and why one can't be undone by itself."""

from __future__ import annotations

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.steps import last_steps
from kamdesk.operations.undo import undo
from tests.books import NOW, only


def test_what_the_list_says_is_what_undo_does(book: Store) -> None:
    first = only(add_account(book, name="海川建材", now=NOW), "account")
    change_account(book, account_id=first, city="台州市", now=NOW)
    change_account(book, account_id=first, city="温州市", now=NOW)
    other = add_account(book, name="南屿建材", now=NOW)
    undo(book, operation_id=other.operation_id, now=NOW)
    steps = last_steps(book)
    assert [step.name for step in steps] == ["account.add", "account.change", "account.change", "account.add"]
    assert [step.account for step in steps] == ["南屿建材", "海川建材", "海川建材", "海川建材"]
    assert [step.why_not for step in steps] == ["undo_done_already", None, "undo_touched", "undo_touched"]
    for step in steps:
        if step.why_not is None:
            continue
        with pytest.raises(RuleError) as caught:
            undo(book, operation_id=step.operation_id, now=NOW)
        assert caught.value.code == step.why_not
    undo(book, operation_id=steps[1].operation_id, now=NOW)
    assert [step.why_not for step in last_steps(book)][1:3] == ["undo_done_already", None]
