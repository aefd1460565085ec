"""Two real books: what one recorded comes into the other, both ways, and is the same."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select, text

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountTag
from kamdesk.domain.contact import Contact
from kamdesk.domain.rep import Rep
from kamdesk.sync.book.absorbing import SEQUENCE, absorb, current, remember
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.packing import rows_above, stamps_above
from kamdesk.sync.book.rows import Effect
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import CHUNK, Origins, known
from tests.books import NOW, make_book

Rows = list[tuple[str, list[Told]]]


def told(store: Store, since: int = 0) -> tuple[Rows, list[object]]:
    with store.write_local() as connection:
        absorb(connection)
        origins = Origins(connection)
        rows: dict[str, list[Told]] = {}
        for table, row, state in rows_above(connection, origins, since):
            rows.setdefault(table, []).append(Told(row, state.state))
        return list(rows.items()), list(stamps_above(connection, origins, since))


def take(store: Store, package: tuple[Rows, list[object]]) -> Effect:
    with store.write_local() as connection:
        sequence = absorb(connection) + 1
        taking = Taking(connection, sequence=sequence, via=None)
        for (replica, counter), (clock, user) in package[1]:  # type: ignore[misc]
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_stamp VALUES (?, ?, ?, ?, ?)",
                (taking.origins.number(replica), counter, clock, user, sequence),
            )
        for table, rows in package[0]:
            taking.rows(table, rows)
        remember(connection, SEQUENCE, sequence)
        return taking.finish()


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as connection:
        return {
            name: [
                tuple(row) for row in connection.execute(select(t.metadata.tables[name]).order_by(text("id")))
            ]
            for name in shapes()
            if name not in CONFIDENTIAL
        }


def sound(store: Store) -> None:
    """The book's links lead somewhere, and each row's state says what its table holds."""
    with store.write_local() as connection:
        absorb(connection)
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert current(connection) > 0
        origins = Origins(connection)
        for name, shape in shapes().items():
            ids = [row[0] for row in connection.exec_driver_sql(f'SELECT id FROM "{name}"')]
            for begin in range(0, len(ids), CHUNK):
                some = ids[begin : begin + CHUNK]
                assert set(known(connection, origins, name, shape, some)) == set(some)


def pair(tmp_path: Path) -> tuple[Store, Store]:
    return make_book(tmp_path / "one"), make_book(tmp_path / "two")


def account(store: Store, name: str, **more: object) -> str:
    with store.write("test.account", now=NOW) as tx:
        row = Account(id=tx.new_id(), name=name, level="company", status="active", **more)  # type: ignore[arg-type]
        tx.add(row)
    return row.id


def change(store: Store, row: str, **values: object) -> None:
    with store.write("test.change", now=NOW) as tx:
        for name, value in values.items():
            setattr(tx.get(Account, row), name, value)


def value(store: Store, row: str, field: str) -> object:
    with store.read() as connection:
        return connection.scalar(select(t.account.c[field]).where(t.account.c.id == row))


def test_a_book_comes_whole_into_another(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    company = account(one, "岩屿建材", latitude=30.5, is_key=True)
    with one.write("test.contact", now=NOW) as tx:
        tx.add(
            Contact(id=tx.new_id(), name="周敏"),
            AccountTag(id=tx.new_id(), account_id=company, tag="水泥", rank=0),
        )
    effect = take(two, told(one))
    assert effect.fresh["account"] == {company}
    assert take(two, told(one)).written == {}
    take(one, told(two))
    assert content(one) == content(two)
    for store in (one, two):
        sound(store)
        store.close()


def test_edits_of_different_fields_are_both_kept_and_of_one_field_asked(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    row = account(one, "岩屿", city="杭州")
    take(two, told(one))
    change(one, row, city="宁波", name="岩屿建材")
    change(two, row, address="文一路 1 号", name="岩屿公司")
    take(two, told(one))
    effect = take(one, told(two))
    assert effect.conflicting == {("account", row)}
    assert (value(one, row, "city"), value(one, row, "address")) == ("宁波", "文一路 1 号")
    assert content(one) == content(two)
    change(one, row, name="岩屿集团")
    assert take(two, told(one)).conflicting == set()
    assert value(two, row, "name") == "岩屿集团"
    assert content(one) == content(two)
    for store in (one, two):
        sound(store)
        store.close()


def test_a_row_taken_back_here_and_changed_there_stays_in_sight(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    row = account(one, "岩屿")
    take(two, told(one))
    with one.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, row))
    change(two, row, city="杭州")
    take(two, told(one))
    take(one, told(two))
    assert value(one, row, "deleted_at") is value(two, row, "deleted_at") is None
    with two.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, row))
    assert take(one, told(two)).conflicting == set()
    assert value(one, row, "deleted_at") == NOW
    assert content(one) == content(two)
    for store in (one, two):
        store.close()


def test_what_belongs_to_a_row_that_has_not_come_waits_for_it(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    parent = account(one, "集团")
    child = account(one, "分公司", parent_id=parent)
    with one.write("test.contact", now=NOW) as tx:
        person = AccountTag(id=tx.new_id(), account_id=child, tag="水泥", rank=0)
        tx.add(person)
    rows, stamps = told(one)
    only = {"account": [child], "account_tag": [person.id]}
    some = [(table, [each for each in every if each.row in only.get(table, [])]) for table, every in rows]
    late = [
        (table, [each for each in every if table != "account" or each.row == parent]) for table, every in rows
    ]
    take(two, ([(table, every) for table, every in some if table == "account_tag"], stamps))
    assert content(two)["account_tag"] == []
    sound(two)
    take(two, (some, stamps))
    assert value(two, child, "parent_id") is None
    assert len(content(two)["account_tag"]) == 1
    change(two, child, city="杭州")
    take(two, (late, stamps))
    assert value(two, child, "parent_id") == parent
    take(one, told(two))
    assert content(one) == content(two)
    for store in (one, two):
        sound(store)
        store.close()


def test_what_waits_and_comes_changed_still_waits(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    parent = account(one, "集团")
    with one.write("test.contact", now=NOW) as tx:
        tag = AccountTag(id=tx.new_id(), account_id=parent, tag="水泥", rank=0)
        tx.add(tag)
    for said in ("水泥", "砖", "瓦"):
        with one.write("test.contact", now=NOW) as tx:
            tx.get(AccountTag, tag.id).tag = said
        rows, stamps = told(one)
        take(two, ([(table, every) for table, every in rows if table == "account_tag"], stamps))
        sound(two)
        assert content(two)["account_tag"] == []
        (passed,) = dict(told(two)[0])["account_tag"]
        assert passed.state.values["tag"] == said
    take(two, told(one))
    take(one, told(two))
    assert content(two) == content(one)
    sound(two)
    for store in (one, two):
        store.close()


def test_a_field_and_a_table_of_a_newer_version_are_kept_and_passed_on(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    row = account(one, "岩屿")
    rows, stamps = told(one)
    newer = [
        (
            table,
            [
                Told(e.row, type(e.state)(e.state.vector, e.state.base, {**e.state.values, "mood": "好"}, {}))
                for e in every
            ],
        )
        for table, every in rows
    ]
    newer.append(("weather", [Told("w1", type(rows[0][1][0].state)({"z": 1}, ("z", 1), {"rain": True}, {}))]))
    take(two, (newer, stamps))
    change(two, row, city="杭州")
    passed = dict(told(two)[0])
    (again,) = [each for each in passed["account"] if each.row == row]
    assert again.state.values["mood"] == "好"
    assert passed["weather"][0].state.values == {"rain": True}
    assert value(two, row, "name") == "岩屿"
    sound(two)
    one.close()
    two.close()


def test_a_row_that_does_not_fit_is_kept_aside(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    row = account(one, "岩屿")
    rows, stamps = told(one)
    for _, every in rows:
        for each in every:
            if each.row == row:
                each.state.values = {**each.state.values, "latitude": "north"}
    take(two, (rows, stamps))
    assert value(two, row, "name") is None
    sound(two)
    one.close()
    two.close()


def test_the_rep_of_a_book_is_its_own(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    take(two, told(one))
    assert len(content(two)["rep"]) == 2
    with two.write("test.rep", now=NOW) as tx:
        assert len(tx.every(Rep)) == 2
    one.close()
    two.close()
