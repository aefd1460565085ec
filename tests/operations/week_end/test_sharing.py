"""An account that a colleague looks after too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.promises import add_note
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.digest import digest
from kamdesk.reads.sharing import shares
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account, value


def test_sharing_is_listed_changed_ended_and_undone(tmp_path: Path) -> None:
    (store,) = reps(tmp_path, "林岚")
    place = account(store, "岩屿")
    later = TODAY + timedelta(days=7)
    begun = share_account(store, account_id=place, colleague=" 秦川 ", since=later, now=NOW, purpose="代访")
    (share,) = shares(store, today=TODAY)
    assert (share.account, share.colleague, share.shared_by, share.purpose) == (
        "岩屿",
        "秦川",
        "林岚",
        "代访",
    )
    assert not share.begun
    share_account(store, account_id=place, colleague="秦川", since=TODAY, until=later, now=NOW)
    (share,) = shares(store, today=TODAY, account_id=place)
    assert (share.begun, share.since, share.until, share.purpose) == (True, TODAY, later, None)
    ended = end_sharing(store, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    assert shares(store, today=TODAY + timedelta(days=1)) == ()
    assert len(shares(store, today=TODAY)) == 1
    undo(store, operation_id=ended.operation_id or "", now=NOW)
    assert shares(store, today=later)
    with pytest.raises(RuleError):
        undo(store, operation_id=begun.operation_id or "", now=NOW)
    end_sharing(store, account_id=place, colleague="秦川", today=TODAY, now=NOW)
    assert shares(store, today=TODAY) == ()
    again = share_account(store, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    undo(store, operation_id=again.operation_id or "", now=NOW)
    assert shares(store, today=TODAY) == ()
    store.close()


def test_what_can_not_be_shared_is_said(tmp_path: Path) -> None:
    (store,) = reps(tmp_path, "林岚")
    office = office_of(tmp_path, store)
    place = account(store, "岩屿")
    for name, until, code in (
        ("林岚", None, "share_self"),
        ("  ", None, "name_empty"),
        ("内勤", None, "share_office"),
        ("川" * 81, None, "identity_name"),
        ("秦川", TODAY - timedelta(days=1), "share_days"),
    ):
        with pytest.raises(RuleError) as told:
            share_account(store, account_id=place, colleague=name, since=TODAY, until=until, now=NOW)
        assert told.value.code == code
    with pytest.raises(NotFound) as missing:
        end_sharing(store, account_id=place, colleague="秦川", today=TODAY, now=NOW)
    assert missing.value.code == "share_missing"
    for each in (store, office):
        each.close()


def test_a_colleague_gets_what_is_shared_and_gives_back_what_is_written(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    shared, kept = account(lin, "岩屿"), account(lin, "文一")
    note = only(add_note(lin, account_id=shared, text="老板喜欢上午", noted_on=TODAY, now=NOW), "note")
    share_account(lin, account_id=shared, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    assert value(qin, shared, "name") == "岩屿"
    assert value(qin, kept, "name") is None
    with qin.read() as connection:
        assert connection.exec_driver_sql("SELECT text FROM note WHERE id = ?", (note,)).scalar()
    own = account(qin, "下沙")
    add_note(qin, account_id=shared, text="周四去过", noted_on=TODAY, now=NOW)
    hand(qin, lin, tmp_path, "林岚")
    with lin.read() as connection:
        texts = set(connection.exec_driver_sql("SELECT text FROM note").scalars())
    assert texts == {"老板喜欢上午", "周四去过"}
    assert value(lin, own, "name") is None
    for each in (lin, qin):
        each.close()


def test_the_office_passes_on_what_is_shared(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    office = office_of(tmp_path, lin, qin)
    shared, kept = account(lin, "岩屿"), account(lin, "文一")
    share_account(lin, account_id=shared, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, office, tmp_path)
    hand(qin, office, tmp_path)
    give_back(office, qin, tmp_path, "秦川")
    assert (value(qin, shared, "name"), value(qin, kept, "name")) == ("岩屿", None)
    add_note(qin, account_id=shared, text="周四去过", noted_on=TODAY, now=NOW)
    hand(qin, office, tmp_path)
    give_back(office, lin, tmp_path, "林岚")
    with lin.read() as connection:
        assert connection.exec_driver_sql("SELECT text FROM note").scalar() == "周四去过"
    assert digest(lin) == digest(office, "林岚", TODAY)
    give_back(office, qin, tmp_path, "秦川")
    assert digest(qin) == digest(office, "秦川", TODAY)
    with office.read() as connection:
        owners = set(connection.exec_driver_sql("SELECT rep, account FROM sync_owner"))
    assert {tuple(each) for each in owners} == {("林岚", shared), ("林岚", kept)}
    for each in (lin, qin, office):
        each.close()


def test_a_share_begins_with_the_reps_day_not_with_that_of_greenwich(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place = account(lin, "岩屿")
    early = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    tomorrow = TODAY + timedelta(days=1)
    share_account(lin, account_id=place, colleague="秦川", since=tomorrow, now=early)
    taken = hand(lin, qin, tmp_path, "秦川", now=early)
    assert taken.fresh["account"] == 1
    for store in (lin, qin):
        store.close()
