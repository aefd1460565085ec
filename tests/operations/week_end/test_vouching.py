"""What waits for writes that were lost with a disk comes in on a person's word, and all books are the same again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.operations.week_end.vouching import vouch
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account, change, sound, value

LATER = NOW + timedelta(minutes=5)


def lost_with_a_disk(folder: Path) -> tuple[Store, Store, Store, str]:
    """What Qin wrote stands in Lin's book alone: Qin's came back from an older backup before the office had it."""
    qin, lin = reps(folder, "秦川", "林岚")
    office = office_of(folder, qin, lin)
    meet(qin, lin)
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, office, folder, "内勤")
    give_back(office, qin, folder, "秦川")
    kept = back_up(qin, folder / "kept", now=NOW)
    change(qin, place, short_name="岩")
    hand(qin, lin, folder, "林岚")
    change(lin, place, city="绍兴")
    hand(lin, office, folder, "内勤")
    path = qin.path
    qin.close()
    restore(kept, path, now=LATER)
    return open_book(path, backups=folder / "backups", now=LATER), lin, office, place


def rounds(office: Store, folder: Path, *books: tuple[Store, str]) -> None:
    for _ in range(3):
        for store, rep in books:
            hand(store, office, folder, "内勤", now=LATER)
            give_back(office, store, folder, rep, now=LATER)


def test_it_waits_until_somebody_takes_it_in_as_it_was_told(tmp_path: Path) -> None:
    qin, lin, office, place = lost_with_a_disk(tmp_path)
    change(qin, place, district="越城")
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    (item,) = refusals(office)
    assert (item.waits, item.awaits) == (True, ("秦川",))
    assert value(office, place, "city") is None
    told = vouch(office, number=item.number, now=LATER)
    assert told.rows["account"] == {place}
    assert refusals(office) == ()
    with pytest.raises(NotFound):
        vouch(office, number=item.number, now=LATER)
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    for store, rep in ((qin, "秦川"), (lin, "林岚")):
        assert [value(store, place, name) for name in ("short_name", "city", "district")] == [
            "岩",
            "绍兴",
            "越城",
        ]
        assert open_conflicts(store) == []
        assert digest(store) == digest(office, rep)
    for store in (qin, lin, office):
        sound(store)


def test_it_waits_no_more_once_the_colleague_gave_it_back_to_its_writer(tmp_path: Path) -> None:
    qin, lin, office, place = lost_with_a_disk(tmp_path)
    hand(lin, qin, tmp_path, "秦川", now=LATER)
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    assert refusals(office) == ()
    assert value(office, place, "city") == "绍兴"
    assert digest(qin) == digest(office, "秦川")


def test_an_account_told_by_another_is_its_writers(tmp_path: Path) -> None:
    qin, lin = reps(tmp_path, "秦川", "林岚")
    office = office_of(tmp_path, qin, lin)
    meet(qin, lin)
    hand(qin, office, tmp_path, "内勤")
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    hand(lin, office, tmp_path, "内勤")
    (item,) = [each for each in refusals(office) if each.table == "account"]
    vouch(office, number=item.number, now=LATER)
    with office.read() as connection:
        owners = connection.exec_driver_sql("SELECT rep FROM sync_owner WHERE account = ?", (place,)).all()
    assert [row.rep for row in owners] == ["秦川"]


def test_an_account_of_whom_the_office_never_met_is_theirs_who_shared_it(tmp_path: Path) -> None:
    qin, lin = reps(tmp_path, "秦川", "林岚")
    office = office_of(tmp_path, lin)
    meet(qin, lin)
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    hand(lin, office, tmp_path, "内勤")
    while items := [each for each in refusals(office) if each.waits]:
        vouch(office, number=items[0].number, now=LATER)
    with office.read() as connection:
        owners = connection.exec_driver_sql("SELECT rep FROM sync_owner WHERE account = ?", (place,)).all()
    assert [row.rep for row in owners] == ["秦川"]
    meet(qin, office)
    rounds(office, tmp_path, (qin, "秦川"), (lin, "林岚"))
    assert (value(qin, place, "name"), value(lin, place, "name")) == ("岩屿", "岩屿")
    for store, rep in ((qin, "秦川"), (lin, "林岚")):
        assert digest(store) == digest(office, rep)
