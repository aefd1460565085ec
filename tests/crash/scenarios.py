"""What a process does while it is killed, and what must hold of the book afterwards, whenever that was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kamdesk.db import backup, inspection, migrating, opening
from kamdesk.db import tables as t
from kamdesk.db.backup import back_up, restore
from kamdesk.db.inspection import SCHEMA
from kamdesk.db.key import RawKey
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.db.store import Store
from kamdesk.operations import accounts, line, visits
from kamdesk.operations.book import set_up
from kamdesk.operations.importing import import_files
from kamdesk.operations.undo import undo
from tests.books import NOW, TODAY, only
from tests.operations.replay import Rows, check_log, content

KEY = RawKey(bytes(range(32)))
FIRST = date(2026, 8, 4)
REPORTS = 6
LISTED = 150
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
    op.add_column("account", sa.Column("nickname", sa.Text()))
    op.execute("UPDATE account SET nickname = name")
"""

Confirm = Callable[[str], None]


@dataclass(frozen=True)
class Scenario:
    """``prepare`` lays out a folder, ``act`` works in it and confirms what it was told is done, ``judge`` looks."""

    prepare: Callable[[Path], None]
    act: Callable[[Path, Confirm], None]
    judge: Callable[[Path, list[str]], None]


def opened(folder: Path, name: str = "book.kam", secret: RawKey | None = None) -> Store:
    return open_book(folder / name, secret, backups=folder / "backups", now=NOW)


def seen(store: Store) -> Rows:
    with store.read() as connection:
        return content(connection)


def sound(folder: Path, name: str = "book.kam", secret: RawKey | None = None) -> Rows:
    """Opens the book as the program does, checks it whole, and gives what it holds."""
    with closing(opened(folder, name, secret)) as store:
        with store.read() as connection:
            check_log(connection)
        held = seen(store)
    assert check_book(folder / name, secret) == []
    remains = {entry.name for entry in folder.iterdir() if entry.name.startswith(f"{name}.")} - {
        f"{name}.lock"
    }
    assert not remains, remains
    return held


# reports of visits, one undone


def make_line(folder: Path, secret: RawKey | None = None) -> None:
    store = new_book(folder / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    account = only(accounts.add_account(store, name="岩屿建材", now=NOW), "account")
    line.add_slot(store, account_id=account, weekday=1, start=510, minutes=60, valid_from=FIRST, now=NOW)
    store.close()


def report(folder: Path, confirm: Confirm, secret: RawKey | None = None) -> None:
    with closing(opened(folder, secret=secret)) as store:
        with store.read() as connection:
            slot = str(connection.scalar(select(t.visit_slot.c.id)))
        for number in range(REPORTS):
            day = FIRST + timedelta(weeks=number)
            written = visits.Report(
                visited_on=day,
                outcome="order",
                promises=[visits.NewPromise("补货", day), visits.NewPromise("样品")],
                order=visits.Taken(1000 * number),
                companions=["王"],
            )
            due = visits.Occurrence(slot_id=slot, due_on=day)
            changes = visits.report_visit(store, visit=due, report=written, now=NOW)
            confirm(f"report {number}")
            if number == 2:
                undo(store, operation_id=str(changes.operation_id), now=NOW)
                confirm("undo")


def judge_reports(folder: Path, confirmed: list[str], secret: RawKey | None = None) -> None:
    held = sound(folder, secret=secret)
    steps = [f"report {number}" for number in range(REPORTS)]
    steps.insert(3, "undo")
    assert confirmed == steps[: len(confirmed)]
    expected = []
    for done in (len(confirmed), len(confirmed) + 1):
        whole = len([step for step in steps[:done] if step != "undo"]) - ("undo" in steps[:done])
        expected.append({"visit": whole, "visit_report": whole, "promise": 2 * whole, "order": whole})
    found = {name: len(held[name]) for name in ("visit", "visit_report", "promise", "order")}
    assert found in expected, (found, expected)


# a list from the office


def make_list(folder: Path) -> None:
    make_line(folder)
    rows = [f"C{number:03},客户 {number},温岭,1380000{number:04}" for number in range(LISTED)]
    (folder / "list.csv").write_text("\n".join(["客户编码,客户名称,城市,电话", *rows]), "utf-8")


def bring_in(folder: Path, confirm: Confirm) -> None:
    with closing(opened(folder)) as store:
        report = import_files(store, files=[folder / "list.csv"], backups=folder / "backups", now=NOW)
        confirm(str(report.counts["accounts"].created))


def judge_import(folder: Path, confirmed: list[str]) -> None:
    held = sound(folder)
    came = len(held["account"]) - 1
    assert confirmed in ([], [str(LISTED)])
    assert came in ((LISTED,) if confirmed else (0, LISTED)), came
    assert len(held["account_code"]) == came
    with closing(opened(folder)) as store, store.read() as connection:
        files = connection.execute(select(t.import_file)).all()
        assert len(files) == (1 if came else 0)
    judge_copies(folder)


def judge_copies(folder: Path) -> list[Path]:
    """Every whole copy is sound and opens; returns them."""
    copies = list((folder / "backups").glob("book-*Z*.kam")) if (folder / "backups").exists() else []
    for copy in copies:
        assert check_book(copy) == []
    return copies


# a backup


def make_copies(folder: Path) -> None:
    """A book with as many copies as are kept, so that each new one thins an older one."""
    make_line(folder)
    with closing(opened(folder)) as store:
        first = back_up(store, folder / "backups", now=NOW)
    for step in range(1, backup.RECENT):
        stamp = f"{NOW + timedelta(minutes=step):{backup.STAMP}}"
        shutil.copy(first, first.with_name(first.name.replace(f"{NOW:{backup.STAMP}}", stamp)))


def copy(folder: Path, confirm: Confirm) -> None:
    with closing(opened(folder)) as store:
        for step in range(2):
            confirm(back_up(store, folder / "backups", now=NOW + timedelta(hours=1 + step)).name)


def judge_backup(folder: Path, confirmed: list[str]) -> None:
    held = sound(folder)
    copies = judge_copies(folder)
    assert backup.RECENT <= len(copies) <= backup.RECENT + 1
    assert set(confirmed) <= {path.name for path in copies}
    with closing(open_book(max(copies), backups=folder, now=NOW)) as store:
        assert seen(store) == held


# a restore


def make_backup(folder: Path) -> None:
    """A backup, and a book that went on since: its last account stands in the log beside it only."""
    make_line(folder)
    with closing(opened(folder)) as store:
        back_up(store, folder / "backups", now=NOW).rename(folder / "copy.kam")
    living = folder / "living"
    living.mkdir()
    shutil.copy(folder / "book.kam", living)
    with closing(opened(living)) as store:
        accounts.add_account(store, name="since", now=NOW)
        for companion in ("", "-wal"):
            shutil.copy(f"{store.path}{companion}", f"{folder / 'book.kam'}{companion}")
    shutil.rmtree(living)


def bring_back(folder: Path, confirm: Confirm) -> None:
    restore(folder / "copy.kam", folder / "book.kam", now=NOW)
    confirm("restored")


def judge_restore(folder: Path, confirmed: list[str]) -> None:
    names = {row["name"] for row in sound(folder)["account"].values()}
    assert names in ([{"岩屿建材"}] if confirmed else [{"岩屿建材"}, {"岩屿建材", "since"}])
    if names == {"岩屿建材"}:
        (aside,) = folder.glob("book-before-restore-*.kam")
        assert "since" in {row["name"] for row in sound(folder, aside.name)["account"].values()}
    assert check_book(folder / "copy.kam") == []


# a migration


def make_old(folder: Path) -> None:
    make_backup(folder)
    steps = folder / "steps"
    shutil.copytree(migrating.STEPS, steps)
    (steps / "versions" / "0999_next.py").write_text(
        STEP.format(revision=f"{SCHEMA + 1:04}", down=f"{SCHEMA:04}")
    )


def be_newer(folder: Path) -> None:
    """This process is the program as it will be: it knows one migration more."""
    changed: Any
    migrating.STEPS = folder / "steps"
    for changed in (inspection, migrating, opening, backup):
        changed.SCHEMA = SCHEMA + 1


def migrate(folder: Path, confirm: Confirm) -> None:
    be_newer(folder)
    with closing(opened(folder)) as store, store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account WHERE nickname = name").scalar() == 2
        confirm("migrated")


def judge_migration(folder: Path, confirmed: list[str]) -> None:
    """Whichever it is, the older program or the newer one finds a whole book."""
    with closing(inspection.open_as_it_is(folder / "book.kam", None)) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
    assert schema in ((SCHEMA + 1,) if confirmed else (SCHEMA, SCHEMA + 1))
    if schema == SCHEMA:
        assert len(content_before(folder)["account"]) == 2
    migrate(folder, lambda said: None)
    assert len(sound(folder)["account"]) == 2


def content_before(folder: Path) -> Rows:
    """What the older program sees, in a copy, which it may bring into order."""
    other = folder / "older"
    other.mkdir()
    for companion in ("", "-wal"):
        if Path(f"{folder / 'book.kam'}{companion}").exists():
            shutil.copy(f"{folder / 'book.kam'}{companion}", other)
    with closing(opened(other)) as store:
        return seen(store)


# a new book


def make_nothing(folder: Path) -> None:
    folder.mkdir(exist_ok=True)


def make_new(folder: Path, confirm: Confirm) -> None:
    with closing(new_book(folder / "book.kam", now=NOW)) as store:
        confirm("made")
        set_up(store, rep_name="林岚", now=NOW)
        confirm("set up")


def judge_new(folder: Path, confirmed: list[str]) -> None:
    if not (folder / "book.kam").exists():
        assert confirmed == []
        make_new(folder, lambda said: None)
    held = sound(folder)
    assert len(held["rep"]) in ((1,) if "set up" in confirmed else (0, 1))
    assert len(held["working_hours"]) == 5 * len(held["rep"])


SCENARIOS = {
    "report": Scenario(make_line, report, judge_reports),
    "report, encrypted": Scenario(
        lambda folder: make_line(folder, KEY),
        lambda folder, confirm: report(folder, confirm, KEY),
        lambda folder, confirmed: judge_reports(folder, confirmed, KEY),
    ),
    "import": Scenario(make_list, bring_in, judge_import),
    "backup": Scenario(make_copies, copy, judge_backup),
    "restore": Scenario(make_backup, bring_back, judge_restore),
    "migration": Scenario(make_old, migrate, judge_migration),
    "new book": Scenario(make_nothing, make_new, judge_new),
}
assert FIRST + timedelta(weeks=REPORTS) <= TODAY
