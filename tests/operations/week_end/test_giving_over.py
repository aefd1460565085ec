"""An office gives an account to another rep: it comes into the one's book and leaves the other's, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.merging import merge_accounts
from kamdesk.operations.promises import add_note
from kamdesk.operations.week_end.giving_over import give_over
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY
from tests.operations.week_end.books import give_back, hand, office_of, reps
from tests.sync.test_book import account, sound, value

LATER = NOW + timedelta(days=7)


def test_it_goes_with_all_below_it_and_what_was_not_handed_in_is_kept(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    office = office_of(tmp_path, lin, qin)
    company, other = account(lin, "岩屿建材"), account(lin, "下沙五金")
    site, alias = account(lin, "岩屿仓库", parent_id=company), account(lin, "岩屿（旧）")
    merge_accounts(lin, keep_id=company, gone_id=alias, fields={}, now=NOW)
    for store, rep in ((lin, "林岚"), (qin, "秦川")):
        hand(store, office, tmp_path)
        give_back(office, store, tmp_path, rep)
    made = give_over(office, account_id=company, rep="秦川", day=LATER.date(), now=LATER)
    assert len(made.rows["handover"]) == 2
    add_note(lin, account_id=company, text="还没交", noted_on=TODAY, now=LATER)
    assert give_back(office, lin, tmp_path, "林岚", now=LATER).staying > 0
    hand(lin, office, tmp_path, now=LATER)
    assert [each.theirs["text"] for each in refusals(office)] == ["还没交"]
    for store, rep in ((lin, "林岚"), (qin, "秦川")):
        give_back(office, store, tmp_path, rep, now=LATER)
        hand(store, office, tmp_path, now=LATER)
        assert digest(store) == digest(office, rep, LATER.date())
        sound(store)
    assert [value(qin, row, "name") for row in (company, site, alias)] == [
        "岩屿建材",
        "岩屿仓库",
        "岩屿（旧）",
    ]
    assert [value(lin, row, "name") for row in (company, site, alias, other)] == [
        None,
        None,
        None,
        "下沙五金",
    ]


def test_only_an_office_gives_and_only_to_who_is_enrolled(tmp_path: Path) -> None:
    (lin,) = reps(tmp_path, "林岚")
    office = office_of(tmp_path, lin)
    place = account(lin, "岩屿")
    hand(lin, office, tmp_path)
    with pytest.raises(RuleError) as told:
        give_over(lin, account_id=place, rep="林岚", day=TODAY, now=NOW)
    assert told.value.code == "give_no_office"
    with pytest.raises(NotFound):
        give_over(office, account_id=place, rep="没有这个人", day=TODAY, now=NOW)
    give_back(office, lin, tmp_path, "林岚")
    assert value(lin, place, "name") == "岩屿"
