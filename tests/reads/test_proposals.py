"""The place proposed for an account that waits: what can't be driven in a day, and what can't be said of the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.operations.book import change_rep
from kamdesk.reads.proposals import propose_places
from kamdesk.reads.rep import rep_card
from tests.books import NOW, TODAY, make_book
from tests.qt.line_books import account

MONDAY = TODAY.replace(day=23)


@pytest.mark.parametrize("home", [True, False])
def test_too_far_for_a_day_is_said_and_no_way_without_a_start(tmp_path: Path, home: bool) -> None:
    store = make_book(tmp_path)
    if home:
        change_rep(store, rep_id=rep_card(store).id, now=NOW, home_latitude=28.6, home_longitude=121.4)
    near, far, nowhere = account(store, "近", 0.1), account(store, "远", 15.0), account(store, "无", None)
    found = propose_places(store, account_ids=[near, far, nowhere], monday=MONDAY, now=NOW)
    store.close()
    assert nowhere not in found
    best = found[near]
    assert best is not None
    if home:
        assert best.kilometres is not None
        assert best.kilometres > 10
        assert found[far] is None
    else:
        assert best.kilometres is None
        assert found[far] is not None, "from where it is too far is not known"
