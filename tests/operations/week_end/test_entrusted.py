"""What a rep shares of who informs us reaches the manager named, is taken back there, and tells nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.confidential import change_informant, end_informant
from kamdesk.operations.entrusting import end_informant_share, share_informant
from kamdesk.operations.steps import last_steps
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.entrusted import take_entrusted
from kamdesk.operations.week_end.identity import Identity, identity, make_known
from kamdesk.operations.week_end.packing import Order, pack, pack_for_rep
from kamdesk.operations.week_end.peers import peer_of, remove_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.reads.entrusted import entrusted, known_readers
from kamdesk.reads.export.shape import KEPT_BACK
from kamdesk.sync.book.states import Origins
from kamdesk.sync.package.capsules import ENTRUSTED_SIZES, make_entrusted, open_entrusted
from kamdesk.sync.package.lines import EntrustedBody, EntrustedLine, EntrustedRow
from kamdesk.sync.package.reading import open_package
from tests.books import NOW, make_book
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of
from tests.sync.test_book import account

MANAGER = "王总"


@dataclass
class World:
    """Two laptops of a rep, the office, a manager; each knows whom it has to."""

    folder: Path
    one: Store
    two: Store
    office: Store
    manager: Store

    def week(self, rep: Store | None = None) -> None:
        """A package of the rep's to the office, the manager's back."""
        hand(rep or self.one, self.office, self.folder, "内勤")
        self.back()

    def back(self) -> None:
        give_back(self.office, self.manager, self.folder, MANAGER)

    def told(self) -> list[str | None]:
        return [each.told for each in entrusted(self.manager)]

    def close(self) -> None:
        for store in (self.one, self.two, self.office, self.manager):
            store.close()


def manager_of(folder: Path, name: str = MANAGER) -> Store:
    store = make_book(folder / name, rep=name)
    identity(store, rep=name, device="desk", role="manager")
    return store


@pytest.fixture
def world(tmp_path: Path):
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    manager = manager_of(tmp_path)
    for store in (one, two, office):
        meet(store, manager)
    found = World(tmp_path, one, two, office, manager)
    yield found
    found.close()


def managers_of(store: Store) -> tuple[str, ...]:
    return tuple(each.name for each in known_readers(store) if each.role == "manager")


def informed(store: Store, told: str, count: int = 1) -> list[str]:
    place = account(store, "岩屿实业")
    ids = []
    for number in range(count):
        with store.write("confidential.record", now=NOW) as tx:
            person = Contact(id=tx.new_id(), name=f"周敏{number}")
            row = InformantAssignment(
                id=tx.new_id(), contact_id=person.id, account_id=place, told=told, last_heard=date(2026, 3, 2)
            )
            tx.add(person, row)
        ids.append(row.id)
    return ids


def lines(store: Store, path: Path) -> list[EntrustedLine]:
    package = open_package(path, identity(store).keys.opening)
    return [line for line in package.lines() if isinstance(line, EntrustedLine)]


def shares(store: Store) -> list[str]:
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM informant_share WHERE deleted_at IS NULL")
        return list(rows.scalars())


def test_what_is_shared_is_read_amended_and_taken_back_by_way_of_the_office(world: World) -> None:
    shown, kept = informed(world.one, "标底", 2)
    before = digest(world.one)
    share_informant(world.one, assignment_id=shown, manager=MANAGER, now=NOW)
    assert digest(world.one) == before
    world.week()
    (known,) = entrusted(world.manager)
    assert (known.rep, known.account, known.contact) == ("林岚", "岩屿实业", "周敏0")
    assert (known.told, known.last_heard, known.until) == ("标底", date(2026, 3, 2), None)
    assert entrusted(world.office) == ()
    change_informant(world.one, assignment_id=shown, told="标底九百万", last_heard=None, now=NOW)
    change_informant(world.one, assignment_id=kept, told="不给看", last_heard=None, now=NOW)
    world.week()
    assert world.told() == ["标底九百万"]
    (share,) = shares(world.one)
    end_informant_share(world.one, share_id=share, now=NOW)
    world.week()
    assert world.told() == []
    share_informant(world.one, assignment_id=shown, manager=MANAGER, now=NOW)
    world.week()
    assert world.told() == ["标底九百万"]


def test_sharing_and_taking_back_are_undone(world: World) -> None:
    (row,) = informed(world.one, "标底")
    done = share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    undo(world.one, operation_id=done.operation_id, now=NOW)
    assert shares(world.one) == []
    world.week()
    assert world.told() == []
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    (share,) = shares(world.one)
    done = end_informant_share(world.one, share_id=share, now=NOW)
    undo(world.one, operation_id=done.operation_id, now=NOW)
    world.week()
    assert world.told() == ["标底"]


def test_packages_lost_late_and_twice_end_at_what_was_told_last(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    late = world.folder / "late.kamweek"
    pack(world.one, order=Order(late, NOW), to=["内勤"])
    lost = world.folder / "lost.kamweek"
    change_informant(world.one, assignment_id=row, told="丢了的", last_heard=None, now=NOW)
    pack(world.one, order=Order(lost, NOW), to=["内勤"])
    end_informant_share(world.one, share_id=shares(world.one)[0], now=NOW)
    world.week()
    take_in(world.office, path=late, now=NOW)
    world.back()
    assert world.told() == []
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    first = world.folder / "first.kamweek"
    hand(world.one, world.office, world.folder, "内勤")
    pack_for_rep(world.office, rep=MANAGER, order=Order(first, NOW))
    change_informant(world.one, assignment_id=row, told="新的", last_heard=None, now=NOW)
    world.week()
    take_in(world.manager, path=first, now=NOW)
    assert world.told() == ["新的"]


def test_the_later_of_two_laptops_counts_and_of_neither_that_it_is_taken_back(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    world.week()
    world.week(world.two)
    assert world.told() == ["标底"], "the other laptop has not heard of it yet, which is no taking back"
    give_back(world.office, world.two, world.folder, "林岚")
    end_informant_share(world.two, share_id=shares(world.two)[0], now=NOW)
    change_informant(world.one, assignment_id=row, told="同时", last_heard=None, now=NOW)
    world.week(world.two)
    world.week(world.one)
    assert world.told() == []
    share_informant(world.two, assignment_id=row, manager=MANAGER, now=NOW)
    world.week(world.two)
    assert len(world.told()) == 1


def test_a_manager_met_directly_gets_it_and_a_colleague_nothing(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    hand(world.one, world.manager, world.folder, MANAGER)
    assert world.told() == ["标底"]
    colleague = make_book(world.folder / "秦川", rep="秦川")
    identity(colleague, rep="秦川", device="laptop")
    meet(world.one, colleague)
    path = world.folder / "c.kamweek"
    pack(world.one, order=Order(path, NOW), to=["秦川"])
    (line,) = lines(colleague, path)
    opened = open_entrusted(line.content, identity(colleague).keys.opening)
    assert opened is not None
    assert opened[1].rows == []
    colleague.close()


def test_another_manager_gets_none_of_it(world: World) -> None:
    other = manager_of(world.folder, "赵总")
    for store in (world.one, world.office):
        meet(store, other)
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    world.week()
    give_back(world.office, other, world.folder, "赵总")
    assert entrusted(other) == ()
    path = world.folder / "back.kamweek"
    assert [line.manager for line in lines(other, path)] == ["赵总"]
    assert managers_of(world.one) == (MANAGER, "赵总")
    other.close()


@pytest.mark.parametrize("count", [0, 5])
def test_the_office_sees_the_same_block_whether_anything_is_shared_or_not(world: World, count: int) -> None:
    for row in informed(world.one, "很长的一段话" * 300, 5)[:count]:
        share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    hand(world.one, world.office, world.folder, "内勤")
    (line,) = lines(world.office, world.folder / "week.kamweek")
    assert 0 < len(line.content) - ENTRUSTED_SIZES[0] < 1_000, "what age adds varies by chance"
    for store in (world.office, world.one, world.two):
        assert open_entrusted(line.content, identity(store).keys.opening) is None
    opened = open_entrusted(line.content, identity(world.manager).keys.opening)
    assert opened is not None
    assert len(opened[1].rows) == count


def test_no_row_in_the_open_names_what_is_shared(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    taken = hand(world.one, world.office, world.folder, "内勤")
    assert "informant_share" not in {**taken.fresh, **taken.altered}
    package = open_package(world.folder / "week.kamweek", identity(world.office).keys.opening)
    assert not {"informant_share", "informant_assignment"} & {name for name, _ in package.header.tables}
    give_back(world.office, world.two, world.folder, "林岚")
    assert len(shares(world.two)) == 1, "the rep's other laptop knows what is shared"


def test_who_is_no_manager_here_or_has_it_already_is_refused(world: World) -> None:
    (row,) = informed(world.one, "标底")
    with pytest.raises(NotFound, match="manager_missing"):
        share_informant(world.one, assignment_id=row, manager="内勤", now=NOW)
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    with pytest.raises(RuleError, match="informant_shared"):
        share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    remove_peer(world.one, name=MANAGER, now=NOW)
    assert managers_of(world.one) == ()
    path = world.folder / "w.kamweek"
    pack(world.one, order=Order(path, NOW), to=["内勤"])
    assert lines(world.office, path) == []


def test_a_manager_of_the_same_name_as_the_rep_is_no_laptop_of_the_reps(tmp_path: Path) -> None:
    one, _two = laptops(tmp_path)
    namesake = manager_of(tmp_path, "林岚")
    meet(one, namesake)
    assert managers_of(one) == ("林岚",)
    path = tmp_path / "w.kamweek"
    assert "林岚/desk" not in pack(one, order=Order(path, NOW)).to
    for store in (one, _two, namesake):
        store.close()


def test_what_is_shared_goes_with_an_ended_entry_and_ends_with_one_taken_back(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    end_informant(world.one, assignment_id=row, now=NOW, last_day=date(2026, 3, 3))
    world.week()
    assert [each.until for each in entrusted(world.manager)] == [date(2026, 3, 3)]
    with world.one.write("confidential.record", now=NOW) as tx:
        tx.take_back(tx.get(InformantAssignment, row))
    world.week()
    assert world.told() == []


def forged(
    world: World, rows: list[EntrustedRow], *, replica: str, by: Identity, number: int = 10**6
) -> bytes:
    body = EntrustedBody(replica=replica, number=number, rows=rows)
    return make_entrusted(body, by.keys, by.card, [identity(world.manager).card.recipient])


def take(world: World, line: EntrustedLine, *, at: Store, sender: Store) -> None:
    with at.write_local() as connection:
        peer = peer_of(connection, identity_of(sender).card.key)
        assert peer is not None
        take_entrusted(connection, Origins(connection), line, make_known(connection), peer)


def identity_of(store: Store) -> Identity:
    with store.write_local() as connection:
        return make_known(connection)


def test_nobody_speaks_for_another_rep_s_replica(world: World) -> None:
    """A colleague who knows the manager's card, and the replica and the number to come, puts nothing in."""
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    world.week()
    colleague = make_book(world.folder / "秦川", rep="秦川")
    identity(colleague, rep="秦川", device="laptop")
    meet(colleague, world.office, world.manager)
    (line,) = lines(world.manager, world.folder / "back.kamweek")
    lie = EntrustedRow(id="x", vector={line.replica: 10**6}, shared=True, contact="某人", told="假话")
    for rep in ("林岚", "秦川"):
        content = forged(world, [lie], replica=line.replica, by=identity_of(colleague))
        put_in = EntrustedLine(line.replica, 10**6, rep, MANAGER, content)
        take(world, put_in, at=world.office, sender=colleague)
        take(world, put_in, at=world.manager, sender=colleague)
        assert world.told() == ["标底"]
        take(world, put_in, at=world.manager, sender=world.office)
        assert world.told() == ["标底"], "once a replica has signed only the same key speaks for it"
    world.back()
    assert world.told() == ["标底"]
    mine = identity_of(world.one)
    other = forged(world, [lie], replica="another", by=mine)
    take(
        world,
        EntrustedLine(line.replica, 10**6, "林岚", MANAGER, other),
        at=world.manager,
        sender=world.office,
    )
    take(
        world,
        EntrustedLine(line.replica, 10**6, "林岚", MANAGER, b"age"),
        at=world.manager,
        sender=world.office,
    )
    assert world.told() == ["标底"]
    take(
        world,
        EntrustedLine(line.replica, 10**6, "林岚", "赵总", other),
        at=world.manager,
        sender=world.office,
    )
    assert len(stored(world.manager)) == 1
    take(
        world, EntrustedLine(line.replica, 10**6, "林岚", "nobody", other), at=world.office, sender=world.one
    )
    assert {manager for manager, _ in stored(world.office)} == {MANAGER}
    colleague.close()


def stored(store: Store) -> list[tuple[str, str]]:
    with store.read() as connection:
        return list(map(tuple, connection.exec_driver_sql("SELECT manager, rep FROM sync_entrusted")))


def test_nothing_else_in_the_book_tells(world: World) -> None:
    (row,) = informed(world.one, "标底")
    before = [step.operation_id for step in last_steps(world.one)]
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    end_informant_share(world.one, share_id=shares(world.one)[0], now=NOW)
    assert [step.operation_id for step in last_steps(world.one)] == before
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    world.week()
    with world.manager.read() as connection:
        every = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
        whole = {table: connection.exec_driver_sql(f'SELECT * FROM "{table}"').all() for table in every}
    holding = [table for table, rows in whole.items() if "标底" in str(rows)]
    assert holding == [], "the manager's book keeps it sealed and opens it to be read"
    assert "informant_share" in KEPT_BACK


def test_what_left_with_its_account_is_shared_no_more_until_it_comes_back(world: World) -> None:
    (row,) = informed(world.one, "标底")
    share_informant(world.one, assignment_id=row, manager=MANAGER, now=NOW)
    world.week()
    give_back(world.office, world.one, world.folder, "林岚")
    world.week()
    give_back(world.office, world.one, world.folder, "林岚")
    with world.office.write_local() as connection:
        kept = connection.exec_driver_sql("SELECT rep, account FROM sync_owner").all()
        connection.exec_driver_sql("DELETE FROM sync_owner")
    assert give_back(world.office, world.one, world.folder, "林岚").evicted == 1
    assert shares(world.one) == []
    with world.office.write_local() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sync_owner (rep, account) VALUES (?, ?)", [tuple(row) for row in kept]
        )
    give_back(world.office, world.one, world.folder, "林岚")
    assert len(shares(world.one)) == 1
    world.week()
    assert world.told() == ["标底"]
