"""Of who informs us the colleague who takes an account over gets what was ticked, and nobody else learns of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.confidential import change_informant, end_informant, record_informant
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.entrusting import end_informant_share, share_informant, take_over_informant
from kamdesk.operations.knowledge.handing_over import hand_over
from kamdesk.operations.steps import last_steps
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import Reader, readers_in, remove_peer
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.reads.confidential import informants, informants_of
from kamdesk.reads.digest import digest
from kamdesk.reads.entrusted import entrusted, readers
from kamdesk.sync.package.capsules import SIZES, open_entrusted
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of, reps
from tests.operations.week_end.test_entrusted import lines, manager_of, shares
from tests.sync.test_book import account

QIN = "秦川"


@dataclass
class World:
    """Two laptops of a rep, a colleague, the office; an account with three who inform the rep."""

    folder: Path
    one: Store
    two: Store
    qin: Store
    office: Store
    place: str = ""
    people: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    def week(self, rep: Store | None = None) -> None:
        """A package of the rep's to the office, the colleague's back."""
        hand(rep or self.one, self.office, self.folder, "内勤")
        give_back(self.office, self.qin, self.folder, QIN)

    def told(self) -> list[str | None]:
        return [each.told for each in entrusted(self.qin)]

    def give(self, *entries: str, taken_by: str = QIN) -> Changes:
        return hand_over(
            self.one,
            account_ids=[self.place],
            given_by="林岚",
            taken_by=taken_by,
            reason="region",
            handed_on=TODAY,
            now=NOW,
            entries=entries,
        )


@pytest.fixture
def world(tmp_path: Path):
    one, two = laptops(tmp_path)
    (qin,) = reps(tmp_path, QIN)
    office = office_of(tmp_path, one, two, qin)
    meet(one, qin)
    meet(two, qin)
    found = World(tmp_path, one, two, qin, office)
    found.place = account(one, "岩屿实业")
    found.people = tuple(
        only(add_contact(one, name=name, account_id=found.place, now=NOW), "contact")
        for name in ("周敏", "吴江", "郑海")
    )
    found.entries = tuple(
        only(
            record_informant(
                one,
                contact_id=person,
                account_id=found.place,
                told=f"标底{number}",
                last_heard=date(2026, 3, 2),
                now=NOW,
            ),
            "informant_assignment",
        )
        for number, person in enumerate(found.people)
    )
    yield found
    for store in (one, two, qin, office):
        store.close()


def test_the_colleague_gets_exactly_what_was_ticked_and_takes_it_over(world: World) -> None:
    before = digest(world.one)
    world.give(*world.entries[:2])
    share_account(world.one, account_id=world.place, colleague=QIN, since=TODAY, now=NOW)
    world.week()
    first, second = entrusted(world.qin)
    assert [(each.rep, each.account, each.told) for each in (first, second)] == [
        ("林岚", "岩屿实业", "标底1"),
        ("林岚", "岩屿实业", "标底0"),
    ]
    assert (second.contact, second.last_heard, second.mine) == ("周敏", date(2026, 3, 2), False)
    assert entrusted(world.office) == ()
    took = take_over_informant(world.qin, rep="林岚", share_id=second.id, now=NOW)
    (mine,) = informants(world.qin, account_id=world.place)
    assert (mine.contact_id, mine.told, mine.last_heard, mine.told_by, mine.shared) == (
        world.people[0],
        "标底0",
        date(2026, 3, 2),
        "林岚",
        (),
    )
    assert [each.mine for each in entrusted(world.qin)] == [False, True]
    with pytest.raises(RuleError, match="informant_there"):
        take_over_informant(world.qin, rep="林岚", share_id=second.id, now=NOW)
    undo(world.qin, operation_id=took.operation_id, now=NOW)
    assert informants(world.qin, account_id=world.place) == ()
    assert [each.mine for each in entrusted(world.qin)] == [False, False]
    assert digest(world.one) != before, "the hand-over itself is no secret"


def test_what_is_taken_back_vanishes_unless_it_was_taken_over(world: World) -> None:
    done = world.give(*world.entries)
    share_account(world.one, account_id=world.place, colleague=QIN, since=TODAY, now=NOW)
    world.week()
    kept = next(each for each in entrusted(world.qin) if each.told == "标底0")
    take_over_informant(world.qin, rep="林岚", share_id=kept.id, now=NOW)
    (share,) = (each.shared[0].id for each in informants(world.one, account_id=world.place)[1:2])
    end_informant_share(world.one, share_id=share, now=NOW)
    world.week()
    assert len(world.told()) == 2
    undo(world.one, operation_id=done.operation_id, now=NOW)
    assert shares(world.one) == []
    world.week()
    assert world.told() == []
    assert [each.told for each in informants(world.qin, account_id=world.place)] == ["标底0"]
    with pytest.raises(NotFound, match="entrusted_missing"):
        take_over_informant(world.qin, rep="林岚", share_id=kept.id, now=NOW)


def test_undo_of_a_hand_over_is_the_same_whether_anything_went_along(world: World) -> None:
    """Also where what went along was taken back since: refusing would tell that there was something."""
    done = world.give(world.entries[0])
    assert last_steps(world.one)[0].operation_id == done.operation_id
    end_informant_share(world.one, share_id=shares(world.one)[0], now=NOW)
    assert last_steps(world.one)[0].why_not is None
    hand(world.one, world.office, world.folder, "内勤")
    assert last_steps(world.one)[0].why_not is None
    taken_back = undo(world.one, operation_id=done.operation_id, now=NOW)
    assert shares(world.one) == []
    undo(world.one, operation_id=taken_back.operation_id, now=NOW)
    assert shares(world.one) == [], "what was taken back by hand stays so"
    again = world.give(world.entries[0], world.entries[1])
    taken_back = undo(world.one, operation_id=again.operation_id, now=NOW)
    undo(world.one, operation_id=taken_back.operation_id, now=NOW)
    assert len(shares(world.one)) == 2, "redo brings them along again"


@pytest.mark.parametrize("count", [0, 3])
def test_a_package_tells_nothing_of_it_by_its_size_or_its_rows(world: World, count: int) -> None:
    world.give(*world.entries[:count])
    path = world.folder / "w.kamweek"
    pack(world.one, order=Order(path, NOW), to=["内勤"])
    (line,) = lines(world.office, path)
    assert (line.manager, line.role) == (QIN, "rep")
    assert 0 < len(line.content) - SIZES[0] < 1_000, "what age adds varies by chance"
    for store in (world.office, world.one, world.two):
        assert open_entrusted(line.content, identity(store).keys.opening) is None
    opened = open_entrusted(line.content, identity(world.qin).keys.opening)
    assert opened is not None
    assert len(opened[1].rows) == count


def test_nobody_takes_along_what_the_book_can_not_seal(world: World) -> None:
    for name in ("陈涛", "内勤", "林岚"):
        with pytest.raises(NotFound, match="reader_missing"):
            world.give(world.entries[0], taken_by=name)
    world.give(taken_by="陈涛")
    remove_peer(world.one, name=QIN, now=NOW)
    with pytest.raises(NotFound, match="reader_missing"):
        world.give(world.entries[0])
    path = world.folder / "w.kamweek"
    pack(world.one, order=Order(path, NOW), to=["内勤"])
    assert lines(world.office, path) == []
    assert shares(world.one) == []


def test_the_rep_s_other_laptop_knows_and_takes_back(world: World) -> None:
    world.give(world.entries[0])
    share_account(world.one, account_id=world.place, colleague=QIN, since=TODAY, now=NOW)
    hand(world.one, world.two, world.folder, "林岚/home")
    (entry, *_) = informants(world.two, account_id=world.place)
    assert [(each.manager, each.handed) for each in entry.shared] == [(QIN, True)]
    world.week()
    world.week(world.two)
    assert world.told() == ["标底0"]
    change_informant(world.two, assignment_id=world.entries[0], told="标底改了", last_heard=None, now=NOW)
    world.week(world.two)
    assert world.told() == ["标底改了"]
    end_informant_share(world.two, share_id=entry.shared[0].id, now=NOW)
    world.week(world.two)
    assert world.told() == []


def test_met_directly_and_another_colleague_gets_nothing(world: World) -> None:
    (chen,) = reps(world.folder, "陈涛")
    meet(world.one, chen)
    meet(world.office, chen)
    world.give(world.entries[0])
    hand(world.one, world.qin, world.folder, QIN)
    hand(world.one, chen, world.folder, "陈涛")
    assert world.told() == ["标底0"]
    world.week()
    give_back(world.office, chen, world.folder, "陈涛")
    assert entrusted(chen) == ()
    assert [line.manager for line in lines(chen, world.folder / "back.kamweek")] == ["陈涛"]
    chen.close()


def test_a_manager_of_the_colleague_s_name_reads_nothing_of_it_and_neither_the_other_way(
    world: World,
) -> None:
    boss = manager_of(world.folder / "boss", QIN)
    for store in (world.one, world.office):
        meet(store, boss)
    with world.one.read() as connection:
        assert readers_in(connection) == [Reader(QIN, "manager"), Reader(QIN, "rep")]
    world.give(world.entries[0])
    share_informant(world.one, assignment_id=world.entries[1], manager=QIN, now=NOW)
    hand(world.one, world.office, world.folder, "内勤")
    path = world.folder / "week.kamweek"
    assert [line.role for line in lines(world.office, path)] == ["rep", "manager"]
    with world.office.read() as connection:
        stored = connection.exec_driver_sql("SELECT role FROM sync_entrusted ORDER BY role").scalars().all()
    assert stored == ["manager", "rep"]
    give_back(world.office, world.qin, world.folder, QIN)
    give_back(world.office, boss, world.folder, QIN)
    assert world.told() == ["标底0"]
    assert [each.told for each in entrusted(boss)] == ["标底1"]
    boss.close()


def test_an_account_taken_over_by_a_manager_goes_to_the_manager_s_keys(world: World) -> None:
    boss = manager_of(world.folder, "王总")
    for store in (world.one, world.office):
        meet(store, boss)
    world.give(world.entries[0], taken_by="王总")
    hand(world.one, world.office, world.folder, "内勤")
    give_back(world.office, boss, world.folder, "王总")
    assert [each.told for each in entrusted(boss)] == ["标底0"]
    boss.close()


def test_without_the_account_it_is_read_and_taken_over_once_that_has_come(world: World) -> None:
    end_informant(world.one, assignment_id=world.entries[0], last_day=date(2026, 5, 1), now=NOW)
    world.give(world.entries[0])
    world.week()
    (entry,) = entrusted(world.qin)
    assert (entry.account, entry.contact, entry.account_id) == ("岩屿实业", "周敏", None)
    with pytest.raises(RuleError, match="entrusted_apart"):
        take_over_informant(world.qin, rep="林岚", share_id=entry.id, now=NOW)
    share_account(world.one, account_id=world.place, colleague=QIN, since=TODAY, now=NOW)
    world.week()
    take_over_informant(world.qin, rep="林岚", share_id=entry.id, now=NOW)
    assert [each.until for each in informants(world.qin, account_id=world.place)] == [date(2026, 5, 1)]


def test_it_is_not_lost_when_the_account_leaves_the_giver_s_book_first(world: World) -> None:
    """The office gives the account to the colleague and takes it from the rep, whose next package comes first."""
    world.give(world.entries[0], world.entries[1])
    hand(world.one, world.office, world.folder, "内勤")
    give_back(world.office, world.one, world.folder, "林岚")
    hand(world.one, world.office, world.folder, "内勤")
    with world.office.write_local() as connection:
        connection.exec_driver_sql("UPDATE sync_owner SET rep = ?", (QIN,))
    assert give_back(world.office, world.one, world.folder, "林岚").evicted == 1
    assert informants_of(world.one, account_ids=[world.place]) == {world.place: ()}
    world.week()
    found = {each.told: each for each in entrusted(world.qin)}
    assert set(found) == {"标底0", "标底1"}
    assert (found["标底0"].account, found["标底0"].contact) == ("岩屿实业", "周敏")
    take_over_informant(world.qin, rep="林岚", share_id=found["标底0"].id, now=NOW)
    assert [each.told for each in informants(world.qin, account_id=world.place)] == ["标底0"]


def test_who_can_be_given_an_entry_later_is_who_took_the_account_over(world: World) -> None:
    assert readers(world.one, account_id=world.place) == ()
    world.give()
    assert readers(world.one, account_id=world.place) == (Reader(QIN, "rep"),)
    share_informant(world.one, assignment_id=world.entries[2], manager=QIN, role="rep", now=NOW)
    with pytest.raises(RuleError, match="informant_shared"):
        share_informant(world.one, assignment_id=world.entries[2], manager=QIN, role="rep", now=NOW)
    with pytest.raises(NotFound, match="reader_missing"):
        share_informant(world.one, assignment_id=world.entries[2], manager="陈涛", role="rep", now=NOW)
    world.week()
    assert world.told() == ["标底2"]


def test_what_came_is_kept_sealed(world: World) -> None:
    world.give(world.entries[0])
    world.week()
    assert world.told() == ["标底0"]
    for store in (world.qin, world.office):
        with store.read() as connection:
            every = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            whole = {
                name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                for name in every.scalars().all()
            }
        assert [name for name, rows in whole.items() if "标底" in str(rows)] == []
