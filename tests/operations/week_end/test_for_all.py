"""What the office writes for everyone reaches each rep and stays the office's; duties that the office set hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.operations.knowledge.records import amend, record
from kamdesk.operations.promises import add_note
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, office_of, reps
from tests.operations.week_end.test_borders import LATER, shut
from tests.sync.test_book import account, change, value


def three(folder: Path) -> tuple[Store, Store, Store]:
    lin, qin = reps(folder, "林岚", "秦川")
    office = office_of(folder, lin, qin)
    to_office(folder, office, lin, qin)
    return lin, qin, office


def to_office(folder: Path, office: Store, *stores: Store) -> None:
    for store in stores:
        hand(store, office, folder, now=LATER)


def from_office(folder: Path, office: Store, lin: Store, qin: Store) -> None:
    for store, rep in ((lin, "林岚"), (qin, "秦川")):
        give_back(office, store, folder, rep, now=LATER)
        assert digest(store) == digest(office, rep, LATER.date())


def rivals(store: Store) -> dict[str, str | None]:
    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, strengths FROM competitor WHERE deleted_at IS NULL ORDER BY name"
        )
        return {row.name: row.strengths for row in rows}


def rival(store: Store, name: str, **more: object) -> str:
    return only(record(store, table="competitor", now=NOW, name=name, **more), "competitor")


def test_what_the_office_writes_reaches_each_rep_and_what_a_rep_writes_does_not(tmp_path: Path) -> None:
    lin, qin, office = three(tmp_path)
    rival(office, "青石", strengths="便宜")
    rival(lin, "本地小厂")
    to_office(tmp_path, office, lin, qin)
    from_office(tmp_path, office, lin, qin)
    assert rivals(lin) == {"青石": "便宜", "本地小厂": None}
    assert rivals(qin) == {"青石": "便宜"}
    shut(lin, qin, office)


def test_a_rep_does_not_change_what_the_office_wrote_for_all(tmp_path: Path) -> None:
    lin, qin, office = three(tmp_path)
    one = rival(office, "青石", strengths="便宜")
    from_office(tmp_path, office, lin, qin)
    amend(qin, table="competitor", record_id=one, now=LATER, strengths="不便宜")
    to_office(tmp_path, office, qin)
    (item,) = refusals(office)
    assert (item.rep, item.reason, item.theirs["strengths"]) == ("秦川", "rights", "不便宜")
    from_office(tmp_path, office, lin, qin)
    assert rivals(lin) == rivals(qin) == rivals(office) == {"青石": "便宜"}
    shut(lin, qin, office)


def test_it_stays_when_the_account_that_led_to_it_leaves(tmp_path: Path) -> None:
    lin, qin, office = three(tmp_path)
    one = rival(office, "青石")
    place = account(lin, "岩屿")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    to_office(tmp_path, office, lin, qin)
    from_office(tmp_path, office, lin, qin)
    record(lin, table="rival_reason", now=NOW, account_id=place, competitor_id=one, reason="price")
    to_office(tmp_path, office, lin)
    from_office(tmp_path, office, lin, qin)
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY, now=NOW)
    to_office(tmp_path, office, lin)
    from_office(tmp_path, office, lin, qin)
    assert value(qin, place, "name") is None
    assert rivals(qin) == {"青石": None}
    shut(lin, qin, office)


def test_what_a_customers_person_said_stays_with_the_customer(tmp_path: Path) -> None:
    from kamdesk.domain.contact import Contact

    lin, qin, office = three(tmp_path)
    with office.write("test.person", now=NOW) as tx:
        person = Contact(id=tx.new_id(), name="周敏")
        tx.add(person)
    rival(office, "青石", said_by=person.id)
    from_office(tmp_path, office, lin, qin)
    assert rivals(lin) == rivals(qin) == {}
    shut(lin, qin, office)


@pytest.mark.parametrize(
    ("kind", "may", "refused"),
    [
        ("all", False, {"account", "note"}),
        ("accounts", False, {"account"}),
        ("contacts", False, set()),
        ("all", True, set()),
    ],
)
def test_duties_that_the_office_set_are_kept_to(
    tmp_path: Path, kind: str, may: bool, refused: set[str]
) -> None:
    lin, qin, office = three(tmp_path)
    place, other = account(lin, "岩屿", city="杭州"), account(lin, "溪口", city="宁波")
    to_office(tmp_path, office, lin)
    member = only(record(office, table="team_member", now=NOW, name="林岚", since=TODAY), "team_member")
    record(
        office, table="member_duty", now=NOW, member_id=member, account_id=place, record=kind, may_change=may
    )
    for row in (place, other):
        change(lin, row, city="温州")
        add_note(lin, account_id=row, text="去过", noted_on=TODAY, now=NOW)
    to_office(tmp_path, office, lin)
    assert {item.table for item in refusals(office)} == refused
    assert all(item.reason == "duty" for item in refusals(office))
    assert value(office, place, "city") == ("杭州" if "account" in refused else "温州")
    assert value(office, other, "city") == "温州"
    from_office(tmp_path, office, lin, qin)
    assert value(lin, place, "city") == value(office, place, "city")
    shut(lin, qin, office)


def test_a_duty_that_a_rep_wrote_binds_nobody(tmp_path: Path) -> None:
    lin, qin, office = three(tmp_path)
    place = account(lin, "岩屿", city="杭州")
    member = only(record(lin, table="team_member", now=NOW, name="林岚", since=TODAY), "team_member")
    record(
        lin, table="member_duty", now=NOW, member_id=member, account_id=place, record="all", may_change=False
    )
    to_office(tmp_path, office, lin)
    change(lin, place, city="温州")
    to_office(tmp_path, office, lin)
    assert refusals(office) == ()
    assert value(office, place, "city") == "温州"
    shut(lin, qin, office)
