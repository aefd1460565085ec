"""What may come in is told by what has come, not by the order in which it came."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.promises import add_note
from kamdesk.operations.week_end.refusals import accept, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account, change, sound, value

LATER = NOW + timedelta(minutes=5)


def shared_apart(folder: Path) -> tuple[Store, Store, Store, str]:
    """An account that the office knows; its rep shared it by a package that the office has not seen."""
    qin, lin = reps(folder, "秦川", "林岚")
    office = office_of(folder, qin, lin)
    meet(qin, lin)
    place = account(qin, "岩屿")
    hand(qin, office, folder, "内勤")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, folder, "林岚")
    return qin, lin, office, place


def note(store: Store, place: str, text: str) -> str:
    return only(add_note(store, account_id=place, text=text, noted_on=TODAY, now=LATER), "note")


def standing(store: Store, row: str) -> tuple[object, object]:
    with store.read() as connection:
        found = connection.exec_driver_sql("SELECT text, deleted_at FROM note WHERE id = ?", (row,)).first()
    return (found.text, found.deleted_at) if found else (None, None)


def test_a_colleague_whose_package_comes_first_waits_for_the_share(tmp_path: Path) -> None:
    qin, lin, office, place = shared_apart(tmp_path)
    written = note(lin, place, "先到的")
    hand(lin, office, tmp_path, "内勤")
    assert standing(office, written) == (None, None)
    waits = {each.table: each for each in refusals(office)}
    assert (waits["note"].reason, waits["note"].waits) == ("share", True)
    hand(qin, office, tmp_path, "内勤")
    assert refusals(office) == ()
    assert standing(office, written) == ("先到的", None)
    give_back(office, qin, tmp_path, "秦川")
    give_back(office, lin, tmp_path, "林岚")
    assert standing(qin, written) == standing(lin, written) == ("先到的", None)
    for store, rep in ((qin, "秦川"), (lin, "林岚")):
        assert digest(store) == digest(office, rep)
        sound(store)


def test_a_share_that_has_ended_lets_nothing_in(tmp_path: Path) -> None:
    qin, lin, office, place = shared_apart(tmp_path)
    end_sharing(qin, account_id=place, colleague="林岚", today=TODAY, now=LATER)
    written = note(lin, place, "收回之后")
    hand(lin, office, tmp_path, "内勤")
    hand(qin, office, tmp_path, "内勤")
    (item,) = refusals(office)
    assert (item.row, item.reason, item.waits) == (written, "territory", False)
    assert standing(office, written)[1] is not None
    accept(office, number=item.number, now=LATER)
    assert standing(office, written) == ("收回之后", None)


@pytest.mark.parametrize("owner_first", [True, False])
def test_a_row_that_comes_before_its_account_is_judged_with_it(tmp_path: Path, owner_first: bool) -> None:
    qin, lin = reps(tmp_path, "秦川", "林岚")
    office = office_of(tmp_path, qin, lin)
    meet(qin, lin)
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    end_sharing(qin, account_id=place, colleague="林岚", today=TODAY, now=NOW)
    written = note(lin, place, "收回之后")
    for store in (qin, lin) if owner_first else (lin, qin):
        hand(store, office, tmp_path, "内勤", now=LATER)
    (item,) = refusals(office)
    assert (item.rep, item.row, item.reason) == ("林岚", written, "territory")
    assert standing(office, written)[1] is not None
    assert [each.row for each in refusals(office)] == [written]
    hand(lin, office, tmp_path, "内勤", now=LATER)
    assert len(refusals(office)) == 1
    sound(office)


def test_an_office_put_back_forgets_no_share_while_it_is_told_of_it(tmp_path: Path) -> None:
    qin, lin, office, place = shared_apart(tmp_path)
    kept = back_up(office, tmp_path / "kept", now=NOW)

    def round_of(store: Store, rep: str) -> None:
        hand(store, office, tmp_path, "内勤", now=LATER)
        give_back(office, store, tmp_path, rep, now=LATER)

    round_of(qin, "秦川")
    written = note(lin, place, "共享期间")
    round_of(lin, "林岚")
    path = office.path
    office.close()
    restore(kept, path, now=LATER)
    office = open_book(path, backups=tmp_path / "backups", now=LATER)
    for _ in range(3):
        round_of(lin, "林岚")
        round_of(qin, "秦川")
    assert refusals(office) == ()
    for store in (qin, lin, office):
        assert standing(store, written) == ("共享期间", None)


def test_a_new_account_that_duties_forbid_is_its_senders_once_it_is_taken(tmp_path: Path) -> None:
    (lin,) = reps(tmp_path, "林岚")
    office = office_of(tmp_path, lin)
    member = only(record(office, table="team_member", now=NOW, name="林岚", since=TODAY), "team_member")
    record(office, table="member_duty", now=NOW, member_id=member, record="accounts", may_change=False)
    place = account(lin, "岩屿")
    written = note(lin, place, "新客户的记录")
    hand(lin, office, tmp_path)
    give_back(office, lin, tmp_path, "林岚")
    (item,) = [each for each in refusals(office) if each.table == "account"]
    accept(office, number=item.number, now=LATER)
    for _ in range(2):
        hand(lin, office, tmp_path, now=LATER)
        give_back(office, lin, tmp_path, "林岚", now=LATER)
    assert (value(lin, place, "name"), value(lin, place, "deleted_at")) == ("岩屿", None)
    assert standing(lin, written) == ("新客户的记录", None)
    assert digest(lin) == digest(office, "林岚")


@pytest.mark.parametrize("owner_first", [True, False])
def test_two_who_met_before_either_came_have_told_all_together(tmp_path: Path, owner_first: bool) -> None:
    """Each row tells of both their writes, so neither package has only its own rep's."""
    qin, lin, office, place = shared_apart(tmp_path)
    hand(qin, office, tmp_path, "内勤")
    change(qin, place, city="杭州")
    hand(qin, lin, tmp_path, "林岚")
    change(lin, place, short_name="岩")
    hand(lin, qin, tmp_path, "秦川")
    one, other = (qin, lin) if owner_first else (lin, qin)
    first = hand(one, office, tmp_path, "内勤")
    assert (first.refused, first.aside) == (0, 1)
    assert value(office, place, "city") is None
    second = hand(other, office, tmp_path, "内勤")
    assert (second.refused, second.aside) == (0, 0)
    assert refusals(office) == ()
    assert (value(office, place, "city"), value(office, place, "short_name")) == ("杭州", "岩")
    for store, rep in ((qin, "秦川"), (lin, "林岚")):
        give_back(office, store, tmp_path, rep)
        assert digest(store) == digest(office, rep)
