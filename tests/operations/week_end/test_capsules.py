"""Who informs us reaches the rep's other laptop and nobody else; nothing tells whether there is any."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import remove_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.package.capsules import SIZES, open_capsule
from kamdesk.sync.package.lines import CapsuleLine, RowLine, StampLine
from kamdesk.sync.package.reading import open_package
from tests.books import NOW
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of, reps
from tests.sync.test_book import account


def informed(store: Store, told: str, count: int = 1) -> list[str]:
    place = account(store, f"客户{told}")
    ids = []
    for _ in range(count):
        with store.write("confidential.record", now=NOW) as tx:
            person = Contact(id=tx.new_id(), name="周敏")
            row = InformantAssignment(id=tx.new_id(), contact_id=person.id, account_id=place, told=told)
            tx.add(person, row)
        ids.append(row.id)
    return ids


def told(store: Store) -> list[str]:
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT told FROM informant_assignment ORDER BY told")
        return list(rows.scalars())


def capsules(store: Store, path: Path) -> list[CapsuleLine]:
    package = open_package(path, identity(store).keys.opening)
    return [line for line in package.lines() if isinstance(line, CapsuleLine)]


def test_it_reaches_the_other_laptop_by_way_of_the_office_that_can_not_read_it(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    informed(one, "标底")
    before = digest(one)
    hand(one, office, tmp_path, "内勤")
    assert told(office) == []
    with office.read() as connection:
        (content,) = connection.exec_driver_sql("SELECT content FROM sync_capsule").scalars()
    assert open_capsule(content, identity(office).keys.opening, [identity(one).card]) is None
    assert open_capsule(content, identity(two).keys.opening, [identity(office).card]) is None
    taken = give_back(office, two, tmp_path, "林岚")
    assert told(two) == ["标底"]
    assert "informant_assignment" not in {**taken.fresh, **taken.altered}
    assert digest(one) == before
    with two.write("confidential.record", now=NOW) as tx:
        tx.every(InformantAssignment)[0].told = "回扣"
    hand(two, office, tmp_path, "内勤")
    give_back(office, one, tmp_path, "林岚")
    assert told(one) == ["回扣"]
    for store in (one, two, office):
        store.close()


def test_no_count_tells_how_many_there_are(tmp_path: Path) -> None:
    counts = []
    for name, count in (("none", 0), ("some", 3)):
        one, two = laptops(tmp_path / name)
        informed(one, "标底", count)
        hand(one, two, tmp_path)
        account(one, "岩屿")
        path = tmp_path / f"{name}.kamweek"
        pack(one, order=Order(path, NOW, everything=True), to=("林岚/home",))
        taken = take_in(two, path=path, now=NOW)
        persons = taken.rows - count
        counts.append((persons, taken.known - count, sum(taken.fresh.values()), taken.changed))
        assert taken.known + sum(taken.fresh.values()) + taken.changed == taken.rows
        one.close()
        two.close()
    assert counts[0] == counts[1]


def test_no_line_tells_when_something_was_put_down(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    (row,) = informed(one, "标底")
    with one.write("confidential.record", now=NOW) as tx:
        tx.get(InformantAssignment, row).told = "报价"
    for _ in range(2):
        hand(one, two, tmp_path)
        for giver in (one, two):
            path = tmp_path / "week.kamweek"
            pack(giver, order=Order(path, NOW, everything=True), to=("内勤",))
            package = open_package(path, identity(office).keys.opening)
            lines = list(package.lines())
            stamped = {(each.origin, each.counter) for each in lines if isinstance(each, StampLine)}
            written = {each.base for each in lines if isinstance(each, RowLine)}
            assert stamped == written
        with two.write("confidential.record", now=NOW) as tx:
            tx.get(InformantAssignment, row).told = "价"
        hand(two, one, tmp_path)
    assert told(one) == told(two) == ["价"]
    for store in (one, two, office):
        store.close()


def test_a_package_looks_the_same_whether_there_is_any_or_not(tmp_path: Path) -> None:
    sizes = []
    for name, count in (("none", 0), ("some", 20)):
        one, two = laptops(tmp_path / name)
        if count:
            informed(one, "标底", count)
        path = tmp_path / f"{name}.kamweek"
        pack(one, order=Order(path, NOW))
        (capsule,) = capsules(two, path)
        sizes.append(len(capsule.content))
        one.close()
        two.close()
    assert all(0 < size - SIZES[0] < 1_000 for size in sizes), "what age adds varies by chance"


def test_a_colleague_gets_none_and_a_laptop_that_was_removed_none_that_is_new(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    informed(lin, "标底")
    path = tmp_path / "c.kamweek"
    pack(lin, order=Order(path, NOW), to=["秦川"])
    assert capsules(qin, path) == []
    one, two = laptops(tmp_path / "own")
    office = office_of(tmp_path / "own", one, two)
    remove_peer(one, name="林岚/home", now=NOW)
    informed(one, "标底")
    hand(one, office, tmp_path, "内勤")
    give_back(office, two, tmp_path, "林岚")
    assert told(two) == []
    for store in (lin, qin, one, two, office):
        store.close()


def test_rivals_about_who_informs_us_are_in_no_list(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    informed(one, "标底")
    hand(one, two, tmp_path)
    for store, words in ((one, "甲"), (two, "乙")):
        with store.write("confidential.record", now=NOW) as tx:
            tx.every(InformantAssignment)[0].told = words
    assert hand(one, two, tmp_path).conflicts == 0
    hand(two, one, tmp_path)
    assert told(one) == told(two)
    assert open_conflicts(one) == []
    (conflict,) = open_conflicts(one, confidential=True)
    assert {choice.value for choice in conflict.choices} == {"甲", "乙"}
    for store in (one, two):
        store.close()


@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_size_of_a_capsule_is_one_of_few(tmp_path: Path, count: int) -> None:
    one, two = laptops(tmp_path)
    if count:
        with one.write("confidential.record", now=NOW) as tx:
            person = Contact(id=tx.new_id(), name="周敏")
            tx.add(person)
        place = account(one, "岩屿")
        with one.write("confidential.record", now=NOW) as tx:
            tx.add(
                *(
                    InformantAssignment(
                        id=tx.new_id(), contact_id=person.id, account_id=place, told=f"标底{n}" * 5
                    )
                    for n in range(count)
                )
            )
    hand(one, two, tmp_path)
    assert len(told(two)) == count
    (capsule,) = capsules(two, tmp_path / "week.kamweek")
    assert any(0 < len(capsule.content) - size < 2_000 for size in SIZES)
    one.close()
    two.close()
