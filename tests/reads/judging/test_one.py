"""What is reckoned of one account is what is reckoned of it among all."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kamdesk.operations.accounts import change_account
from kamdesk.reads.judging.relationships import judgings
from tests.books import NOW, make_book
from tests.reads.questions.recorders import RECORDERS, begin
from tests.reads.test_selling import sold_at_random


def test_one_is_judged_as_among_all(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store:
        first = begin(store)
        site = replace(begin(store), rival=first.rival, item=first.item)
        sold_at_random(store, 1, lists=True, of_products=False)
        for question, recorder in RECORDERS.items():
            if question not in ("W5", "G1", "G2", "G3", "G4", "G5"):
                for ids in (first, site):
                    list(recorder(store, ids))
        change_account(store, account_id=site.account, parent_id=first.account, level="site", now=NOW)
        every = judgings(store, now=NOW)
        assert len(every) > 4
        for each in every:
            assert judgings(store, now=NOW, account_id=each.unit.id) == (each,)
        whole = next(each for each in every if each.unit.id == first.account)
        assert len(whole.relationship.terms) == 2
        assert judgings(store, now=NOW, account_id=site.account) == (whole,)
