"""What is judged later than it came is judged as though it had come in order, and every book hears of the outcome."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.promises import add_note, add_promise
from kamdesk.operations.reporting import Report
from kamdesk.operations.visits import amend_report, report_unplanned
from kamdesk.operations.week_end.refusals import dismiss, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account, change, sound, value

LATER = NOW + timedelta(hours=8)


def three(folder: Path) -> tuple[Store, Store, Store]:
    qin, lin = reps(folder, "秦川", "林岚")
    meet(qin, lin)
    return qin, lin, office_of(folder, qin, lin)


def rounds(office: Store, folder: Path, *stores: Store, times: int = 2) -> None:
    for _ in range(times):
        for store in stores:
            hand(store, office, folder, "内勤", now=LATER)
            give_back(office, store, folder, name_of(store), now=LATER)


def name_of(store: Store) -> str:
    return store.path.parent.name


def agree(office: Store, *stores: Store) -> None:
    for store in stores:
        assert digest(store) == digest(office, name_of(store), LATER.date())
        sound(store)
    sound(office)


def note(store: Store, place: str, text: str) -> str:
    return only(add_note(store, account_id=place, text=text, noted_on=TODAY, now=NOW), "note")


def text_of(store: Store, row: str) -> str | None:
    with store.read() as connection:
        return connection.exec_driver_sql(
            "SELECT text FROM note WHERE id = ? AND deleted_at IS NULL", (row,)
        ).scalar()


def put_back(office: Store, kept: Path) -> Store:
    path = office.path
    office.close()
    restore(kept, path, now=LATER)
    return open_book(path, backups=path.parent / "backups", now=LATER)


def test_ones_own_row_that_came_before_its_account_stands(tmp_path: Path) -> None:
    """An office put back to before an account: what is written on it comes a package sooner than the account."""
    _, lin, office = three(tmp_path)
    kept = back_up(office, tmp_path / "kept", now=NOW)
    place = account(lin, "岩屿")
    rounds(office, tmp_path, lin)
    office = put_back(office, kept)
    written = note(lin, place, "自己的")
    rounds(office, tmp_path, lin, times=3)
    assert refusals(office) == ()
    assert text_of(office, written) == text_of(lin, written) == "自己的"
    agree(office, lin)


@pytest.mark.parametrize("owner_first", [True, False])
def test_a_share_that_came_before_its_account_counts_once_that_is_here(
    tmp_path: Path, owner_first: bool
) -> None:
    qin, lin, office = three(tmp_path)
    rounds(office, tmp_path, qin, lin, times=1)
    kept = back_up(office, tmp_path / "kept", now=NOW)
    place = account(qin, "岩屿")
    rounds(office, tmp_path, qin, times=1)
    office = put_back(office, kept)
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    written = note(lin, place, "共享期间")
    both = (qin, lin) if owner_first else (lin, qin)
    for store in both:
        hand(store, office, tmp_path, "内勤")
    rounds(office, tmp_path, *both, times=3)
    assert refusals(office) == ()
    for store in (qin, lin, office):
        assert text_of(store, written) == "共享期间"
    agree(office, qin, lin)


def test_anothers_row_that_waits_for_its_account_is_changed_by_nobody_else(tmp_path: Path) -> None:
    qin, lin, office = three(tmp_path)
    rounds(office, tmp_path, qin, lin, times=1)
    kept = back_up(office, tmp_path / "kept", now=NOW)
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    rounds(office, tmp_path, qin, times=1)
    office = put_back(office, kept)
    report = Report(TODAY, arrived=600, left=660, outcome="ok", points="秦川的")
    visit = only(report_unplanned(qin, account_id=place, report=report, now=LATER), "visit")
    hand(qin, lin, tmp_path, "林岚", now=LATER)
    end_sharing(qin, account_id=place, colleague="林岚", today=TODAY, now=LATER)
    theirs = Report(TODAY, arrived=600, left=660, outcome="ok", points="林岚改的")
    amend_report(lin, visit_id=visit, report=theirs, note="改", now=LATER)
    for store in (qin, lin):
        hand(store, office, tmp_path, "内勤", now=LATER)
    rounds(office, tmp_path, qin, lin, times=3)
    assert {item.table for item in refusals(office)} == {"visit_report", "report_amendment"}
    for store in (qin, office):
        with store.read() as connection:
            found = connection.exec_driver_sql("SELECT points FROM visit_report WHERE deleted_at IS NULL")
            assert found.scalars().all() == ["秦川的"]
    agree(office, qin)


@pytest.mark.parametrize("owner_first", [True, False])
def test_an_account_told_by_two_is_whose_it_was(tmp_path: Path, owner_first: bool) -> None:
    qin, lin, office = three(tmp_path)
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    change(lin, place, city="杭州")
    hand(lin, qin, tmp_path, "秦川")
    for store in (qin, lin) if owner_first else (lin, qin):
        hand(store, office, tmp_path, "内勤")
    rounds(office, tmp_path, qin, lin)
    assert refusals(office) == ()
    end_sharing(qin, account_id=place, colleague="林岚", today=LATER.date(), now=LATER)
    rounds(office, tmp_path, qin, lin)
    assert (value(qin, place, "city"), value(lin, place, "city")) == ("杭州", None)
    agree(office, qin, lin)


def forbidden(office: Store, what: str) -> None:
    member = only(record(office, table="team_member", now=NOW, name="林岚", since=TODAY), "team_member")
    record(office, table="member_duty", now=NOW, member_id=member, record=what, may_change=False)


def waits_for(qin: Store, lin: Store, office: Store, folder: Path) -> str:
    """A change of Lin's on a shared account that tells of one of Qin's, which the office has not seen; Lin knows that
    the office has it.
    """
    place = account(qin, "岩屿")
    share_account(qin, account_id=place, colleague="林岚", since=TODAY, now=NOW)
    rounds(office, folder, qin, lin)
    change(qin, place, district="西湖")
    hand(qin, lin, folder, "林岚")
    change(lin, place, city="杭州")
    rounds(office, folder, lin)
    assert [item.reason for item in refusals(office)] == ["replica"]
    return place


def test_what_duties_forbid_is_overruled_though_it_waited(tmp_path: Path) -> None:
    qin, lin, office = three(tmp_path)
    forbidden(office, "accounts")
    place = waits_for(qin, lin, office, tmp_path)
    rounds(office, tmp_path, qin, lin)
    (item,) = refusals(office)
    assert (item.reason, item.waits, item.theirs["city"]) == ("duty", False, "杭州")
    for store in (qin, lin, office):
        assert (value(store, place, "city"), value(store, place, "district")) == (None, "西湖")
    agree(office, qin, lin)


def test_what_one_may_not_write_keeps_nothing_of_the_other_out(tmp_path: Path) -> None:
    """Two who met before either came: the one's change may stand, the other's may not."""
    qin, lin, office = three(tmp_path)
    forbidden(office, "accounts")
    place = waits_for(qin, lin, office, tmp_path)
    hand(lin, qin, tmp_path, "秦川")
    rounds(office, tmp_path, qin, lin)
    assert [(item.rep, item.reason, item.waits) for item in refusals(office)] == [("林岚", "duty", False)]
    for store in (qin, lin, office):
        assert (value(store, place, "city"), value(store, place, "district")) == (None, "西湖")
    agree(office, qin, lin)


def test_what_waits_is_decided_though_somebody_laid_it_to_rest(tmp_path: Path) -> None:
    qin, lin, office = three(tmp_path)
    place = waits_for(qin, lin, office, tmp_path)
    (item,) = refusals(office)
    dismiss(office, number=item.number, now=NOW)
    assert refusals(office) == ()
    rounds(office, tmp_path, qin, lin)
    for store in (qin, lin, office):
        assert (value(store, place, "city"), value(store, place, "district")) == ("杭州", "西湖")
    agree(office, qin, lin)


def test_what_may_not_be_written_holds_no_package_up_while_its_account_is_missing(tmp_path: Path) -> None:
    _, lin, office = three(tmp_path)
    forbidden(office, "promises")
    kept = back_up(office, tmp_path / "kept", now=NOW)
    place = account(lin, "岩屿")
    rounds(office, tmp_path, lin)
    office = put_back(office, kept)
    made = add_promise(lin, account_id=place, what="送样", made_on=TODAY, now=NOW)
    rounds(office, tmp_path, lin, times=3)
    assert [(item.reason, item.theirs["what"]) for item in refusals(office)] == [("duty", "送样")]
    with lin.read() as connection:
        sql = "SELECT deleted_at FROM promise WHERE id = ?"
        assert connection.exec_driver_sql(sql, (only(made, "promise"),)).scalar() is not None
    agree(office, lin)
