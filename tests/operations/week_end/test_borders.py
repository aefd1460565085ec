"""Nothing comes in from where it doesn't belong, and what is refused is shown; accounts leave a book and come back."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.db.reached import mark
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import VisitSlot
from kamdesk.operations.accounts import join_accounts
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.line import add_slot
from kamdesk.operations.promises import add_note
from kamdesk.operations.reporting import Report
from kamdesk.operations.undo import last_done, undo
from kamdesk.operations.visits import report_unplanned
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.forks import Fork
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack, pack_for_rep
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.refusals import accept, dismiss, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.package.lines import RowLine, StampLine
from kamdesk.sync.package.reading import open_package
from kamdesk.words import Words
from tests.books import NOW, TODAY, only
from tests.db.index_check import assert_index_is_true
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of, reps
from tests.sync.test_book import account, change, sound, value

LATER = NOW + timedelta(days=7)


def shared_office(folder: Path) -> tuple[Store, Store, Store, str]:
    """Two reps who share an account by way of an office; all have seen the same."""
    lin, qin = reps(folder, "林岚", "秦川")
    office = office_of(folder, lin, qin)
    place = account(lin, "岩屿", city="杭州")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, office, folder)
    hand(qin, office, folder)
    give_back(office, qin, folder, "秦川")
    give_back(office, lin, folder, "林岚")
    return lin, qin, office, place


def shut(*stores: Store) -> None:
    for store in stores:
        sound(store)
        store.close()


def notes(store: Store) -> set[str]:
    with store.read() as connection:
        return set(connection.exec_driver_sql("SELECT text FROM note WHERE deleted_at IS NULL").scalars())


def test_an_account_shared_no_more_leaves_once_what_was_written_is_acknowledged(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    own = account(qin, "下沙")
    written = add_note(qin, account_id=place, text="先前写的", noted_on=TODAY, now=NOW)
    hand(qin, office, tmp_path, now=NOW)
    add_note(qin, account_id=place, text="还没交", noted_on=TODAY, now=NOW)
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    hand(lin, office, tmp_path, now=NOW)
    taken = give_back(office, qin, tmp_path, "秦川", now=LATER)
    assert (taken.evicted, taken.staying) == (0, 1)
    assert "还没交" in notes(qin)
    refused = hand(qin, office, tmp_path, now=LATER)
    assert refused.refused == 1
    (item,) = refusals(office)
    assert (item.rep, item.reason, item.theirs["text"]) == ("秦川", "territory", "还没交")
    taken = give_back(office, qin, tmp_path, "秦川", now=LATER)
    assert (taken.evicted, taken.staying) == (1, 0)
    assert value(qin, place, "name") is None
    assert value(qin, own, "name") == "下沙"
    assert notes(qin) == set()
    assert place not in assert_index_is_true(qin)
    with pytest.raises(RuleError) as told:
        undo(qin, operation_id=written.operation_id or "", now=LATER)
    assert told.value.code == "undo_touched"
    assert digest(qin) == digest(office, "秦川", LATER.date())
    accept(office, number=item.number, now=LATER)
    assert notes(office) == {"先前写的", "还没交"}
    share_account(lin, account_id=place, colleague="秦川", since=LATER.date(), now=LATER)
    hand(lin, office, tmp_path, now=LATER)
    give_back(office, qin, tmp_path, "秦川", now=LATER)
    assert value(qin, place, "city") == "杭州"
    assert notes(qin) == {"先前写的", "还没交"}
    assert digest(qin) == digest(office, "秦川", LATER.date())
    shut(lin, qin, office)


def test_a_package_that_comes_late_sends_no_account_away(tmp_path: Path) -> None:
    (lin,) = reps(tmp_path, "林岚")
    office = office_of(tmp_path, lin)
    late = tmp_path / "late.kamweek"
    pack_for_rep(office, rep="林岚", order=Order(late, NOW))
    place = account(lin, "岩屿")
    hand(lin, office, tmp_path)
    give_back(office, lin, tmp_path, "林岚")
    assert take_in(lin, path=late, now=LATER).evicted == 0
    assert value(lin, place, "name") == "岩屿"
    shut(lin, office)


def test_between_colleagues_an_account_leaves_too(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place, own = account(lin, "岩屿"), account(qin, "下沙")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    assert hand(lin, qin, tmp_path, "秦川", now=LATER).evicted == 1
    assert (value(qin, place, "name"), value(qin, own, "name")) == (None, "下沙")
    shut(lin, qin)


def test_what_it_was_merged_into_is_ranked_by_its_own_visits_once_it_left(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place, own = account(lin, "岩屿"), account(qin, "下沙")
    alone = assert_index_is_true(qin)[own]
    report_unplanned(lin, account_id=place, report=Report(TODAY, outcome="ok"), now=NOW)
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    join_accounts(qin, account_id=place, into_id=own, now=NOW)
    assert assert_index_is_true(qin)[own] != alone
    hand(qin, lin, tmp_path, "林岚")
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    assert hand(lin, qin, tmp_path, "秦川", now=LATER).evicted == 1
    assert assert_index_is_true(qin)[own] == alone
    shut(lin, qin)


def test_who_informs_us_waits_for_the_account_to_come_back(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    with qin.write("test.informant", now=NOW) as tx:
        person = Contact(id=tx.new_id(), name="周敏")
        tx.add(
            person, InformantAssignment(id=tx.new_id(), contact_id=person.id, account_id=place, told="标底")
        )
    hand(qin, office, tmp_path)
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    hand(lin, office, tmp_path)
    assert give_back(office, qin, tmp_path, "秦川", now=LATER).evicted == 1
    with qin.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM informant_assignment").scalar() == 0
    share_account(lin, account_id=place, colleague="秦川", since=LATER.date(), now=LATER)
    hand(lin, office, tmp_path, now=LATER)
    give_back(office, qin, tmp_path, "秦川", now=LATER)
    with qin.read() as connection:
        assert connection.exec_driver_sql("SELECT told FROM informant_assignment").scalar() == "标底"
    shut(lin, qin, office)


def test_what_is_not_the_senders_is_overruled_by_the_office_and_shown(tmp_path: Path) -> None:
    """A rep whose book has rows of another's account, however they came there, can't change them at the office."""
    lin, qin, office, place = shared_office(tmp_path)
    slot = only(
        add_slot(lin, account_id=place, weekday=1, start=600, minutes=30, valid_from=TODAY, now=NOW),
        "visit_slot",
    )
    hand(lin, office, tmp_path)
    give_back(office, qin, tmp_path, "秦川")
    with qin.write("test.slot", now=NOW) as tx:
        tx.get(VisitSlot, slot).start = 840
    share_account(qin, account_id=place, colleague="赵宁", since=TODAY, now=NOW)
    change(qin, place, city="宁波")
    taken = hand(qin, office, tmp_path)
    assert taken.refused == 2
    assert value(office, place, "city") == "宁波"
    with office.read() as connection:
        assert connection.exec_driver_sql("SELECT start FROM visit_slot").scalar() == 600
        shares = connection.exec_driver_sql("SELECT colleague FROM account_share WHERE deleted_at IS NULL")
        assert shares.scalars().all() == ["秦川"]
    found = {item.table: item for item in refusals(office)}
    assert (found["visit_slot"].theirs, found["visit_slot"].ours) == ({"start": 840}, {"start": 600})
    assert (found["visit_slot"].reason, found["account_share"].reason) == ("territory", "rights")
    assert found["account_share"].theirs["colleague"] == "赵宁"
    give_back(office, qin, tmp_path, "秦川")
    with qin.read() as connection:
        assert connection.exec_driver_sql("SELECT start FROM visit_slot").scalar() == 600
    assert digest(qin) == digest(office, "秦川", TODAY)
    taken = hand(qin, office, tmp_path)
    assert taken.refused == 0
    dismiss(office, number=found["account_share"].number, now=NOW)
    accepted = accept(office, number=found["visit_slot"].number, now=NOW)
    assert refusals(office) == ()
    give_back(office, lin, tmp_path, "林岚")
    with lin.read() as connection:
        assert connection.exec_driver_sql("SELECT start FROM visit_slot").scalar() == 840
    undo(office, operation_id=accepted.operation_id or "", now=NOW)
    for number in (found["account_share"].number, 99):
        with pytest.raises(NotFound):
            dismiss(office, number=number, now=NOW)
        with pytest.raises(NotFound):
            accept(office, number=number, now=NOW)
    shut(lin, qin, office)


def test_anothers_write_waits_for_its_writer(tmp_path: Path) -> None:
    """What a colleague passes on is neither believed nor lost: it comes in with its writer's own package."""
    lin, qin, office, place = shared_office(tmp_path)
    meet(lin, qin)
    change(lin, place, city="宁波")
    hand(lin, qin, tmp_path, "秦川")
    change(qin, place, city="绍兴")
    add_note(qin, account_id=place, text="去过", noted_on=TODAY, now=NOW)
    taken = hand(qin, office, tmp_path)
    assert (taken.refused, taken.aside) == (0, 1)
    (item,) = refusals(office)
    assert (item.reason, item.waits, item.awaits) == ("replica", True, ("林岚",))
    assert item.theirs["city"] == "绍兴"
    assert value(office, place, "city") == "杭州"
    assert notes(office) == {"去过"}
    with pytest.raises(RuleError) as told:
        accept(office, number=item.number, now=NOW)
    assert told.value.code == "refusal_waits"
    hand(lin, office, tmp_path)
    assert refusals(office) == ()
    assert value(office, place, "city") == "绍兴"
    give_back(office, lin, tmp_path, "林岚")
    assert value(lin, place, "city") == "绍兴"
    assert digest(lin) == digest(office, "林岚", TODAY)
    shut(lin, qin, office)


def test_a_colleague_can_not_reach_into_ones_own_accounts(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place, kept = account(lin, "岩屿"), account(lin, "文一", city="杭州")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    share_account(lin, account_id=kept, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    end_sharing(lin, account_id=kept, colleague="秦川", today=TODAY, now=NOW)
    change(qin, kept, city="宁波")
    own = account(qin, "下沙")
    share_account(qin, account_id=own, colleague="林岚", since=TODAY, now=NOW)
    taken = hand(qin, lin, tmp_path, "林岚")
    assert taken.refused == 1
    assert (value(lin, kept, "city"), value(lin, own, "name")) == ("杭州", "下沙")
    (item,) = refusals(lin)
    assert (item.table, item.theirs) == ("account", {"city": "宁波"})
    shut(lin, qin)


def test_a_book_that_forked_is_noticed(tmp_path: Path) -> None:
    """Two copies that write under one replica id, as a machine put back to an earlier state would: with the mark that
    the file had then.
    """
    one, two = laptops(tmp_path)
    account(one, "甲")
    one.close()
    copy = tmp_path / "copy.kam"
    shutil.copy(one.path, copy)
    one = open_book(one.path, backups=tmp_path / "b", now=NOW)
    account(one, "乙")
    hand(one, two, tmp_path)
    again = tmp_path / "again.kamweek"
    pack(one, order=Order(again, LATER))
    take_in(two, path=again, now=NOW)
    one.close()
    one.path.write_bytes(copy.read_bytes())
    mark(one.path, (0, 0))
    one = open_book(one.path, backups=tmp_path / "b", now=LATER)
    account(one, "丙")
    before = digest(two)
    forked = tmp_path / "forked.kamweek"
    pack(one, order=Order(forked, LATER, everything=True))
    with pytest.raises(Fork) as told:
        take_in(two, path=forked, now=LATER)
    assert told.value.code == "package_fork"
    assert "林岚/office" in Words("zh").text("error.package_fork", **told.value.values)
    assert digest(two) == before
    assert forked.exists()
    with two.read() as connection:
        logged = (
            connection.exec_driver_sql("SELECT name FROM sync_package WHERE direction = 'fork'")
            .scalars()
            .all()
        )
    assert logged == ["forked.kamweek"]
    one.close()
    two.close()


def test_a_package_made_again_is_no_fork(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "甲")
    for name in ("lost", "again"):
        pack(one, order=Order(tmp_path / name, NOW, week="2026-W48" if name == "again" else None))
        take_in(two, path=tmp_path / name, now=NOW)
    with two.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_range").scalar() == 1
    one.close()
    two.close()


def test_a_rep_who_takes_another_name_stays_the_same(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    card = identity(lin, rep="林岚（杭州）").card
    add_peer(office, card=card, now=NOW)
    change(lin, place, city="宁波")
    assert hand(lin, office, tmp_path).refused == 0
    assert value(office, place, "city") == "宁波"
    give_back(office, lin, tmp_path, "林岚（杭州）")
    assert digest(lin) == digest(office, "林岚（杭州）", TODAY)
    shut(lin, qin, office)


def named(store: Store) -> set[str]:
    with store.read() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM account").scalars())


def test_an_account_new_to_the_office_becomes_its_senders(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    with lin.write("test.site", now=NOW) as tx:
        tx.add(Account(id=tx.new_id(), name="岩屿仓库", level="site", status="active", parent_id=place))  # type: ignore[arg-type]
    hand(lin, office, tmp_path)
    give_back(office, qin, tmp_path, "秦川")
    assert named(office) == {"岩屿", "岩屿仓库"}
    assert named(qin) == {"岩屿"}
    shut(lin, qin, office)


def test_a_rep_hears_of_nobody_behind_what_is_not_looked_after(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    alone = account(lin, "独家")
    theirs = account(qin, "秦家")
    for store in (lin, qin):
        hand(store, office, tmp_path)
    change(lin, alone, city="宁波")
    hand(lin, office, tmp_path)
    sent = tmp_path / "sent"
    pack_for_rep(office, rep="秦川", order=Order(sent, NOW, everything=True))
    package = open_package(sent, identity(qin).keys.opening)
    lines = list(package.lines())
    rows = [line for line in lines if isinstance(line, RowLine)]
    ids = {line.row for line in rows}
    assert {place, theirs} <= ids
    assert alone not in ids
    told = {(line.origin, line.counter) for line in lines if isinstance(line, StampLine)}
    writes = {line.base for line in rows}
    writes |= {(one[0], one[1]) for line in rows for many in (line.exceptions or {}).values() for one in many}
    assert told == writes
    assert {each for line in rows for each in line.vector[::2]} == set(range(len(package.header.origins)))
    shut(lin, qin, office)


def test_what_is_shared_with_a_rep_stays_so_under_another_name(tmp_path: Path) -> None:
    lin, qin, office, place = shared_office(tmp_path)
    member = only(record(office, table="team_member", now=NOW, name="秦川", since=TODAY), "team_member")
    back = account(qin, "下沙")
    share_account(qin, account_id=back, colleague="林岚", since=TODAY, now=NOW)
    hand(qin, office, tmp_path)
    identity(qin, rep="秦大川")
    for store in (office, lin):
        add_peer(store, card=identity(qin).card, now=LATER)
    with office.read() as connection:
        assert last_done(connection).name != "sync.rename"
        named = connection.exec_driver_sql("SELECT name FROM team_member WHERE id = ?", (member,)).scalar()
    assert named == "秦大川"
    for _ in range(2):
        for store, rep in ((lin, "林岚"), (qin, "秦大川")):
            hand(store, office, tmp_path, "内勤", now=LATER)
            give_back(office, store, tmp_path, rep, now=LATER)
    for store, rep in ((lin, "林岚"), (qin, "秦大川")):
        assert (value(store, place, "name"), value(store, back, "name")) == ("岩屿", "下沙")
        assert digest(store) == digest(office, rep, LATER.date())
        assert open_conflicts(store) == []
        with store.read() as connection:
            shared = connection.exec_driver_sql("SELECT colleague, shared_by FROM account_share").all()
        assert set(map(tuple, shared)) == {("秦大川", "林岚"), ("林岚", "秦大川")}
    assert refusals(office) == ()
    shut(lin, qin, office)
