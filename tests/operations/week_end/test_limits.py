"""What goes to one who looks after a part, what comes in from there, what leaves: nothing of another account."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.promise import Action
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.contacts import add_contact, change_contact, set_contact_phones
from kamdesk.operations.goals import set_target
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.promises import add_action, add_note, add_promise
from kamdesk.operations.reporting import Report
from kamdesk.operations.visits import report_unplanned
from kamdesk.operations.week_end import packing
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.package.lines import RowLine
from kamdesk.sync.package.reading import open_package
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps
from tests.sync.test_book import account

YEAR = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}
LATER = NOW + timedelta(minutes=5)


def two_accounts(folder: Path) -> tuple[Store, Store, str, str]:
    """秦's book with an account shared with 林 and one that is not; 林's own."""
    qin, lin = reps(folder, "秦", "林")
    meet(qin, lin)
    shared, alone = account(qin, "共享"), account(qin, "独家")
    share_account(qin, account_id=shared, colleague="林", since=TODAY, now=NOW)
    return qin, lin, shared, alone


def target(store: Store) -> str:
    made = set_target(store, metric="revenue", now=NOW, known_on=TODAY, amount=100, currency="CNY", **YEAR)
    return only(made, "target")


def cause(store: Store, of: str, place: str, said: str) -> str:
    made = record(
        store, table="target_cause", now=NOW, target_id=of, account_id=place,
        cause="price", amount=-50, currency="CNY", said=said, **YEAR,
    )  # fmt: skip
    return only(made, "target_cause")


def told(sender: Store, receiver: Store, folder: Path, to: str) -> set[tuple[str, str]]:
    """The rows that stand in the file itself."""
    path = folder / "looked.kamweek"
    pack(sender, order=Order(path, NOW, everything=True), to=[to])
    package = open_package(path, identity(receiver).keys.opening)
    return {
        (package.header.tables[line.table][0], line.row)
        for line in package.lines()
        if isinstance(line, RowLine)
    }


def value(store: Store, row: str, field: str, table: str = "account") -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(f'SELECT "{field}" FROM "{table}" WHERE id = ?', (row,)).scalar()


def count(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar() or 0)


def test_an_action_goes_without_the_target_it_serves(tmp_path: Path) -> None:
    qin, lin, shared, alone = two_accounts(tmp_path)
    goal = target(qin)
    cause(qin, goal, alone, "输给了对手")
    made = add_action(qin, what="拜访", now=NOW, account_id=shared, target_id=goal, due_on=TODAY)
    action = only(made, "action")
    rows = told(qin, lin, tmp_path, "林")
    assert ("action", action) in rows
    assert not {table for table, _ in rows} & {"target", "target_cause"}
    assert ("account", alone) not in rows
    taken = hand(qin, lin, tmp_path, "林")
    assert (taken.waiting, taken.refused) == (0, 0)
    assert value(lin, action, "target_id", "action") is None
    with lin.write("test.change", now=LATER) as tx:
        tx.get(Action, action).what = "再拜访"
    assert hand(lin, qin, tmp_path, "秦").refused == 0
    assert value(qin, action, "what", "action") == "再拜访"
    assert value(qin, action, "target_id", "action") == goal
    assert hand(qin, lin, tmp_path, "林").changed == 0


def test_of_the_causes_of_a_target_those_of_the_shared_account_go(tmp_path: Path) -> None:
    qin, lin, shared, alone = two_accounts(tmp_path)
    office = office_of(tmp_path, qin, lin)
    goal = target(qin)
    own, secret = cause(qin, goal, shared, "付款慢"), cause(qin, goal, alone, "输给了对手")
    rows = told(qin, lin, tmp_path, "林")
    assert ("target_cause", own) in rows
    assert ("target", goal) in rows
    assert ("target_cause", secret) not in rows
    for store in (qin, lin):
        hand(store, office, tmp_path)
    give_back(office, lin, tmp_path, "林")
    assert (count(lin, "target_cause"), count(lin, "account")) == (1, 1)
    assert digest(lin) == digest(office, "林", TODAY)


def test_what_was_heard_elsewhere_is_quoted_without_the_visit(tmp_path: Path) -> None:
    qin, lin, shared, alone = two_accounts(tmp_path)
    report = Report(TODAY, arrived=600, left=640, outcome="ok", points="独家的机密")
    visit = only(report_unplanned(qin, account_id=alone, report=report, now=LATER), "visit")
    need = record(qin, table="need", now=NOW, account_id=shared, what="价格", evidence=[{"visit_id": visit}])
    rows = told(qin, lin, tmp_path, "林")
    assert ("need", only(need, "need")) in rows
    assert not {table for table, _ in rows} & {"visit", "visit_report"}
    assert ("account", alone) not in rows
    assert hand(qin, lin, tmp_path, "林").waiting == 0
    assert count(lin, "evidence") == 1


def test_a_person_of_another_account_is_not_told_for_being_named(tmp_path: Path) -> None:
    qin, lin, shared, alone = two_accounts(tmp_path)
    elsewhere = only(add_contact(qin, account_id=alone, name="外人", now=NOW), "contact")
    there = only(add_contact(qin, account_id=shared, name="内人", now=NOW), "contact")
    for person in (elsewhere, there):
        add_promise(qin, account_id=shared, what="样册", made_on=TODAY, now=NOW, contact_id=person)
    people = {row for table, row in told(qin, lin, tmp_path, "林") if table == "contact"}
    assert people == {there}
    report = Report(TODAY, arrived=600, left=640, outcome="ok", met=(elsewhere,))
    report_unplanned(qin, account_id=shared, report=report, now=LATER)
    people = {row for table, row in told(qin, lin, tmp_path, "林") if table == "contact"}
    assert people == {there, elsewhere}


def test_of_a_colleagues_whole_book_what_hangs_on_shared_accounts_comes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one sealed with a passphrase holds it."""
    qin, lin = reps(tmp_path, "秦", "林")
    meet(qin, lin)
    monkeypatch.setattr(packing, "_trusted", lambda _: True)
    shared, alone = account(qin, "共享"), account(qin, "独家")
    share_account(qin, account_id=shared, colleague="林", since=TODAY, now=NOW)
    there = only(add_contact(qin, account_id=shared, name="内人", now=NOW), "contact")
    for place, person in ((alone, "外人"), (shared, "内人二")):
        add_contact(qin, account_id=place, name=person, now=NOW, phones=[("139", None, "mobile")])
    target(qin)
    path = tmp_path / "open.kamweek"
    pack(qin, order=Order(path, NOW), to=["林"])
    taken = take_in(lin, path=path, now=NOW)
    assert (count(lin, "account"), count(lin, "contact"), count(lin, "contact_phone")) == (1, 2, 1)
    assert count(lin, "target") == 0
    assert taken.refused >= 4
    assert value(lin, there, "name", "contact") == "内人"


def below_a_shared_group(folder: Path) -> tuple[Store, Store, Store, str, str]:
    qin, lin = reps(folder, "秦", "林")
    office = office_of(folder, qin, lin)
    group = only(add_account(qin, name="集团", now=NOW), "account")
    add_note(qin, account_id=group, text="秦的笔记", noted_on=TODAY, now=NOW)
    share_account(qin, account_id=group, colleague="林", since=TODAY, now=NOW)
    hand(qin, office, folder)
    give_back(office, lin, folder, "林")
    own = only(add_account(lin, name="分店", now=NOW, parent_id=group), "account")
    hand(lin, office, folder)
    give_back(office, lin, folder, "林")
    return qin, lin, office, group, own


def test_a_group_that_leaves_is_led_to_again_once_it_is_back(tmp_path: Path) -> None:
    qin, lin, office, group, own = below_a_shared_group(tmp_path)
    end_sharing(qin, account_id=group, colleague="林", today=TODAY, now=LATER)
    hand(qin, office, tmp_path)
    assert give_back(office, lin, tmp_path, "林", now=LATER).evicted == 1
    assert (count(lin, "note"), value(lin, own, "parent_id")) == (0, None)
    assert digest(lin) == digest(office, "林", TODAY)
    change_account(lin, account_id=own, city="宁波", now=LATER)
    hand(lin, office, tmp_path, now=LATER)
    assert (value(office, own, "parent_id"), value(office, own, "city")) == (group, "宁波")
    share_account(qin, account_id=group, colleague="林", since=TODAY, now=LATER)
    hand(qin, office, tmp_path, now=LATER)
    give_back(office, lin, tmp_path, "林", now=LATER)
    assert (count(lin, "note"), value(lin, own, "parent_id")) == (1, group)
    assert digest(lin) == digest(office, "林", TODAY)


def test_an_account_stays_while_what_was_written_of_its_people_is_not_acknowledged(tmp_path: Path) -> None:
    qin, lin = reps(tmp_path, "秦", "林")
    office = office_of(tmp_path, qin, lin)
    shared = account(qin, "共享")
    person = only(add_contact(qin, account_id=shared, name="王", now=NOW), "contact")
    share_account(qin, account_id=shared, colleague="林", since=TODAY, now=NOW)
    hand(qin, office, tmp_path)
    give_back(office, lin, tmp_path, "林")
    hand(lin, office, tmp_path)
    change_contact(lin, contact_id=person, name="王总", now=LATER)
    end_sharing(qin, account_id=shared, colleague="林", today=TODAY, now=LATER)
    hand(qin, office, tmp_path, now=LATER)
    taken = give_back(office, lin, tmp_path, "林", now=LATER)
    assert (taken.evicted, taken.staying) == (0, 1)
    assert value(lin, person, "name", "contact") == "王总"


def test_nobody_takes_a_reps_own_account_away_by_sharing_it_back(tmp_path: Path) -> None:
    qin, lin, shared, _ = two_accounts(tmp_path)
    hand(qin, lin, tmp_path, "林")
    share_account(lin, account_id=shared, colleague="秦", since=TODAY, now=LATER)
    hand(lin, qin, tmp_path, "秦")
    end_sharing(qin, account_id=shared, colleague="林", today=TODAY, now=LATER)
    change_account(lin, account_id=shared, city="越界", now=LATER)
    taken = hand(lin, qin, tmp_path, "秦", now=LATER)
    assert (taken.evicted, taken.refused) == (0, 1)
    assert (value(qin, shared, "name"), value(qin, shared, "city")) == ("共享", None)
    assert hand(qin, lin, tmp_path, "林", now=LATER).evicted == 1
    assert hand(lin, qin, tmp_path, "秦", now=LATER).evicted == 0
    assert value(qin, shared, "name") == "共享"


@pytest.mark.parametrize("by_office", [True, False])
def test_where_an_office_says_what_is_whose_its_word_is_waited_for(tmp_path: Path, by_office: bool) -> None:
    qin, lin, shared, _ = two_accounts(tmp_path)
    office = office_of(tmp_path, qin, lin)
    if by_office:
        hand(qin, office, tmp_path)
        give_back(office, lin, tmp_path, "林")
    hand(qin, lin, tmp_path, "林")
    hand(lin, qin, tmp_path, "秦")
    end_sharing(qin, account_id=shared, colleague="林", today=TODAY, now=LATER)
    taken = hand(qin, lin, tmp_path, "林", now=LATER)
    assert taken.evicted == (0 if by_office else 1)
    if by_office:
        hand(qin, office, tmp_path, now=LATER)
        hand(lin, office, tmp_path, now=LATER)
        assert give_back(office, lin, tmp_path, "林", now=LATER).evicted == 1
    assert count(lin, "account") == 0


@pytest.mark.parametrize("of_account", [True, False])
def test_who_may_not_change_people_changes_none(tmp_path: Path, of_account: bool) -> None:
    (rep,) = reps(tmp_path, "秦")
    office = office_of(tmp_path, rep)
    place = account(rep, "岩屿")
    person = only(add_contact(rep, account_id=place, name="王", now=NOW), "contact")
    hand(rep, office, tmp_path)
    member = only(record(office, table="team_member", now=NOW, name="秦", since=TODAY), "team_member")
    record(
        office, table="member_duty", now=NOW, member_id=member, record="contacts", may_change=False,
        account_id=place if of_account else None,
    )  # fmt: skip
    change_contact(rep, contact_id=person, name="王总", now=LATER)
    set_contact_phones(rep, contact_id=person, phones=[("139", None, "mobile")], now=LATER)
    change_account(rep, account_id=place, city="宁波", now=LATER)
    assert hand(rep, office, tmp_path, now=LATER).refused == 2
    assert value(office, person, "name", "contact") == "王"
    assert value(office, place, "city") == "宁波"
