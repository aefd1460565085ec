"""A package with every kind of record that answers questions: both ends are the same, there and back."""

from __future__ import annotations

from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.operations.knowledge.records import amend, record
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, make_book, only
from tests.operations.knowledge.test_records import filled, there  # noqa: F401 (a fixture)
from tests.operations.looking import one
from tests.operations.week_end.books import give_back, hand, meet, office_of
from tests.sync.test_book import content, sound


def test_every_kind_comes_whole_and_unchanged(
    there: tuple[Store, dict[str, str]],  # noqa: F811
    tmp_path: Path,
) -> None:
    store, rows = there
    made = {
        table: only(record(store, table=table, now=NOW, **filled(store, dict(rows), table)), table)
        for table in KINDS
    }
    identity(store, rep="林岚", device="laptop")
    other = make_book(tmp_path / "two", rep="林岚")
    identity(other, rep="林岚", device="home")
    meet(store, other)
    office = office_of(tmp_path, store, other)
    target = tmp_path / "week.kamweek"
    packed = pack(store, order=Order(target, NOW))
    assert packed.rows >= len(KINDS)
    for receiver in (other, office):
        taken = take_in(receiver, path=target, now=NOW)
        assert taken.fresh.keys() >= KINDS.keys()
        for table, row in made.items():
            assert one(receiver, KINDS[table], id=row).known_on == TODAY
        sound(receiver)
    assert digest(office, "林岚") == digest(store)
    hand(other, store, tmp_path)
    assert digest(other) == digest(store)
    assert content(other) == content(store)
    for table, row in made.items():
        amend(other, table=table, record_id=row, now=NOW, known_on=TODAY.replace(day=1))
    hand(other, office, tmp_path)
    give_back(office, store, tmp_path, "林岚")
    for table, row in made.items():
        assert one(store, KINDS[table], id=row).known_on == TODAY.replace(day=1)
    assert digest(office, "林岚") == digest(store) == digest(other)
