"""Migrations: an older book comes up whole, or stays what it was."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, select

from kamdesk.db import backup, inspection, migrating, opening
from kamdesk.db import tables as t
from kamdesk.db.backup import back_up, restore
from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.index import dependents
from kamdesk.db.inspection import APPLICATION_ID, SCHEMA
from kamdesk.db.key import RawKey, Secret
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.domain.debt import Receivable
from kamdesk.domain.errors import BookError
from kamdesk.domain.trade import SalesHistory
from kamdesk.operations.accounts import add_account
from kamdesk.operations.book import set_up
from kamdesk.operations.undo import undo
from tests.books import NOW, make_book

settle = migrating.settle
KEY = RawKey(bytes(range(32)))
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
    {body}
"""
GOOD = 'op.add_column("account", sa.Column("nickname", sa.Text())); op.execute("UPDATE account SET nickname = name")'
BAD = 'op.add_column("account", sa.Column("nickname", sa.Text())); op.execute("UPDATE nowhere SET x = 1")'
UNSOUND = "op.execute(\"UPDATE account SET parent_id = 'nowhere'\")"


class Newer:
    """The program as it will be: one migration more than it has."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = folder / "100% newer"
        self._patch = monkeypatch
        shutil.copytree(migrating.STEPS, self.steps)

    def add(self, body: str) -> None:
        step = STEP.format(revision=f"{SCHEMA + 1:04}", down=f"{SCHEMA:04}", body=body)
        (self.steps / "versions" / f"{SCHEMA + 1:04}_next.py").write_text(step)
        self._patch.setattr(migrating, "STEPS", self.steps)
        for module in (inspection, migrating, opening, backup):
            self._patch.setattr(module, "SCHEMA", SCHEMA + 1)


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newer:
    return Newer(tmp_path, monkeypatch)


@pytest.fixture(params=[None, KEY], ids=["open", "encrypted"])
def secret(request: pytest.FixtureRequest) -> Secret:
    return request.param


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "books"


def old_book(folder: Path, secret: Secret) -> Path:
    store = new_book(folder / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    add_account(store, name="岩屿", now=NOW)
    store.close()
    return store.path


def look(path: Path, secret: Secret, sql: str) -> Any:
    key = f"PRAGMA key = \"x'{KEY.key.hex()}'\"" if secret else None
    with closing(connect(path, key, pragmas=(), read_only=True)) as connection:
        return connection.execute(sql).fetchall()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_steps_make_the_very_tables_of_the_program(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    store.close()
    engine = create_engine("sqlite://", module=driver, creator=lambda: connect(store.path, None))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                # FTS5's own tables are no tables of SQLAlchemy's.
                "include_name": lambda name, kind, parents: (
                    kind != "table" or not name.startswith("search_term")
                ),
            },
        )
        assert compare_metadata(context, t.metadata) == []
    engine.dispose()


def test_a_new_book_is_what_the_steps_make_of_nothing(tmp_path: Path) -> None:
    made = {"at once": migrating.lay_out, "step by step": migrating.upgrade}
    found = []
    for name, make in made.items():
        path = tmp_path / name
        path.touch()
        make(path, None)
        with closing(connect(path, None)) as book:
            tables = book.execute(
                "SELECT type, name, tbl_name, rtrim(sql, char(10)) FROM sqlite_master ORDER BY name"
            ).fetchall()
            rows = {
                row[1]: book.execute(f'SELECT * FROM "{row[1]}"').fetchall()
                for row in tables
                if row[0] == "table"
            }
            marks = [book.execute(f"PRAGMA {mark}").fetchone() for mark in ("application_id", "user_version")]
        found.append((tables, rows, marks))
    assert found[0] == found[1]
    assert found[0][1]["alembic_version"] == [(f"{SCHEMA:04}",)]


def test_links_are_checked_at_the_end_of_a_write_only(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    with store.read() as connection:
        for name, table in t.metadata.tables.items():
            found = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').fetchall()
            assert len(found) == len(table.foreign_keys)
        sql = connection.exec_driver_sql("SELECT group_concat(sql) FROM sqlite_master").scalar() or ""
    assert sql.count("REFERENCES") == sql.count("DEFERRABLE INITIALLY DEFERRED")
    store.close()


def test_an_older_book_comes_up_with_all_it_holds(folder: Path, newer: Newer, secret: Secret) -> None:
    path = old_book(folder, secret)
    before = look(path, secret, "SELECT * FROM change ORDER BY counter")
    newer.add(GOOD)
    store = open_book(path, secret, backups=folder / "backups", now=NOW)
    add_account(store, name="new", now=NOW)
    store.close()
    assert look(path, secret, "SELECT nickname FROM account WHERE name = '岩屿'") == [("岩屿",)]
    assert look(path, secret, "SELECT * FROM change ORDER BY counter")[: len(before)] == before
    assert look(path, secret, "PRAGMA user_version") == [(SCHEMA + 1,)]
    assert check_book(path, secret) == []
    assert names(folder) == ["backups", "book.kam", "book.kam.lock"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().startswith(b"SQLite format 3") == (secret is None)


def test_the_book_as_it_was_is_kept(folder: Path, newer: Newer, secret: Secret) -> None:
    path = old_book(folder, secret)
    before = look(path, secret, "SELECT * FROM change")
    newer.add(GOOD)
    open_book(path, secret, backups=folder / "backups", now=NOW).close()
    assert names(folder / "backups") == [f"book-schema{SCHEMA}-20261124T090000Z.kam"]
    kept = folder / "backups" / f"book-schema{SCHEMA}-20261124T090000Z.kam"
    assert look(kept, secret, "PRAGMA user_version") == [(SCHEMA,)]
    assert look(kept, secret, "SELECT * FROM change") == before
    assert look(kept, secret, "PRAGMA integrity_check") == [("ok",)]
    assert kept.read_bytes().startswith(b"SQLite format 3") == (secret is None)


@pytest.mark.parametrize(("body", "fault"), [(BAD, "nowhere"), (UNSOUND, "account")])
def test_a_step_that_fails_leaves_the_old_book(
    folder: Path, newer: Newer, secret: Secret, body: str, fault: str
) -> None:
    path = old_book(folder, secret)
    before = path.read_bytes()
    newer.add(body)
    with pytest.raises(BookError) as told:
        open_book(path, secret, backups=folder / "backups", now=NOW)
    assert told.value.code == "migration_failed"
    assert fault in str(told.value.values["fault"])
    assert Path(str(told.value.values["backup"])).exists()
    assert path.read_bytes() == before
    assert names(folder) == ["backups", "book.kam", "book.kam.lock"]


def no_room(*_: object, **__: object) -> None:
    raise driver.OperationalError("database or disk is full")


@pytest.mark.parametrize("step", ["log_ahead", "verify", "settle"])
def test_no_room_at_its_last_steps_is_told_as_that_and_leaves_the_old_book(
    folder: Path, newer: Newer, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = old_book(folder, None)
    before = path.read_bytes()
    newer.add(GOOD)
    monkeypatch.setattr(migrating, step, no_room)
    with pytest.raises(BookError) as told:
        open_book(path, backups=folder / "backups", now=NOW)
    assert told.value.code == "disk_full"
    assert path.read_bytes() == before
    assert [each for each in names(folder) if "migrating" in each] == []


def test_a_book_left_unclean_comes_up_with_what_its_log_holds(folder: Path, newer: Newer) -> None:
    store = new_book(folder / "living.kam", now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    add_account(store, name="in the log only", now=NOW)
    for companion in ("", "-wal"):
        shutil.copy(f"{store.path}{companion}", f"{folder / 'book.kam'}{companion}")
    store.close()
    newer.add(GOOD)
    open_book(folder / "book.kam", backups=folder / "backups", now=NOW).close()
    assert look(folder / "book.kam", None, "SELECT nickname FROM account") == [("in the log only",)]


def test_a_book_another_process_reads_is_not_replaced(
    folder: Path, newer: Newer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_book(folder, None)
    newer.add(GOOD)
    monkeypatch.setattr(migrating, "settle", lambda path, key: settle(path, key, seconds=0.1))
    with closing(connect(path, None)) as reader:
        assert reader.execute("SELECT count(*) FROM account").fetchone() == (1,)
        with pytest.raises(BookError) as told:
            open_book(path, backups=folder / "backups", now=NOW)
        assert told.value.code == "book_busy"
        assert reader.execute("SELECT count(*) FROM account").fetchone() == (1,)
    open_book(path, backups=folder / "backups", now=NOW).close()
    assert look(path, None, "PRAGMA user_version") == [(SCHEMA + 1,)]


def test_a_book_from_before_the_first_step_comes_up(folder: Path) -> None:
    """The first step itself, run on a book that has nothing but its header."""
    folder.mkdir()
    path = folder / "book.kam"
    with closing(driver.connect(str(path))) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 0")
        connection.execute("VACUUM")
    open_book(path, backups=folder / "backups", now=NOW).close()
    assert check_book(path) == []
    assert look(path, None, "SELECT count(*) FROM account") == [(0,)]


def test_a_book_of_version_3_keeps_its_sales_and_gets_the_tables_of_the_lists(
    folder: Path, newer: Newer, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made by the steps up to 0003, filled as version 3 filled it; then brought up by this program."""
    with monkeypatch.context() as then:
        for step in (newer.steps / "versions").glob("[0-9]*_*.py"):
            if step.name[:4] > "0003":
                step.unlink()
        then.setattr(migrating, "STEPS", newer.steps)
        then.setattr(migrating, "lay_out", migrating.upgrade)
        then.setattr(dependents, "known_of_accounts", lambda *_: set())
        for module in (inspection, migrating, opening, backup):
            then.setattr(module, "SCHEMA", 3)
        path = old_book(folder, secret)
        key = f"PRAGMA key = \"x'{KEY.key.hex()}'\"" if secret else None
        with closing(connect(path, key, pragmas=())) as connection:
            assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'receivable'").fetchall()
            connection.execute(
                "INSERT INTO sales_history SELECT 'sale', recorded_at, NULL, id, '2024-01-01', '2024-12-31',"
                " 1250000, 'CNY', 1 FROM account"
            )
            connection.commit()
    before = look(path, secret, "SELECT * FROM change ORDER BY counter")
    store = open_book(path, secret, backups=folder / "backups", now=NOW)
    with store.read() as connection:
        (sale,) = connection.execute(select(t.sales_history)).all()
        assert (sale.first_day, sale.amount, sale.tax_included, sale.product_id) == (
            date(2024, 1, 1),
            1_250_000,
            True,
            None,
        )
        assert connection.execute(select(t.receivable)).all() == []
        account = sale.account_id
    with store.write("test.owe", now=NOW) as tx:
        tx.add(Receivable(id=tx.new_id(), account_id=account, open_amount=5_000, as_of=date(2026, 10, 31)))
        tx.get(SalesHistory, "sale").amount = 1_300_000
    undo(store, operation_id=tx.changes().operation_id or "", now=NOW)
    store.close()
    assert look(path, secret, "SELECT amount FROM sales_history") == [(1_250_000,)]
    assert look(path, secret, "SELECT count(*) FROM receivable WHERE deleted_at IS NULL") == [(0,)]
    assert look(path, secret, "SELECT * FROM change ORDER BY counter")[: len(before)] == before
    assert look(path, secret, "PRAGMA foreign_key_check") == []
    assert check_book(path, secret) == []
    assert names(folder / "backups") == ["book-schema3-20261124T090000Z.kam"]


def test_an_older_backup_comes_up_as_it_is_restored(folder: Path, newer: Newer, secret: Secret) -> None:
    path = old_book(folder, secret)
    store = open_book(path, secret, backups=folder / "backups", now=NOW)
    copy = back_up(store, folder / "backups", now=NOW)
    store.close()
    newer.add(GOOD)
    restore(copy, folder / "back.kam", secret, now=NOW)
    assert look(folder / "back.kam", secret, "SELECT nickname FROM account") == [("岩屿",)]
    assert look(copy, secret, "PRAGMA user_version") == [(SCHEMA,)]
    newer.add(BAD)
    with pytest.raises(BookError) as told:
        restore(copy, folder / "other.kam", secret, now=NOW)
    assert told.value.code == "backup_unsound"
    assert not (folder / "other.kam").exists()


def test_the_books_open_links_survive_the_steps(folder: Path, newer: Newer) -> None:
    path = old_book(folder, None)
    newer.add(GOOD)
    store = open_book(path, backups=folder / "backups", now=NOW)
    with store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert connection.scalar(select(t.rep.c.name)) == "林岚"
    store.close()
