"""Backups: whole, verified, thinned as they age; and the way back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from kamdesk.db import backup as module
from kamdesk.db import tables as t
from kamdesk.db.backup import DAYS, RECENT, STAMP, WEEKS, back_up, restore, thin
from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.key import Passphrase, RawKey, Secret
from kamdesk.db.migrating import verify
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError
from kamdesk.operations.accounts import add_account
from kamdesk.operations.book import set_up
from tests.books import NOW

KEY = RawKey(bytes(range(32)))
LATER = NOW + timedelta(hours=1)
Content = dict[str, list[Any]]


@pytest.fixture(params=[None, KEY], ids=["open", "encrypted"])
def secret(request: pytest.FixtureRequest) -> Secret:
    return request.param


@pytest.fixture
def book(tmp_path: Path, secret: Secret) -> Iterator[Store]:
    store = new_book(tmp_path / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    add_account(store, name="岩屿", now=NOW)
    yield store
    store.close()


OF_THE_FILE = ("book", "replica")
"""Where a file lies, and that it is another one, is noticed as it is opened."""


def content(store: Store, leave_out: tuple[str, ...] = (), *, whole: bool = False) -> Content:
    with store.read() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for name, table in t.metadata.tables.items()
            if name not in leave_out and (whole or name not in OF_THE_FILE)
        }


def opened(path: Path, secret: Secret) -> Store:
    return open_book(path, secret, backups=path.parent / "migrated", now=LATER)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


# making one


def test_a_backup_is_one_sound_private_file_with_all_of_the_book(
    book: Store, tmp_path: Path, secret: Secret
) -> None:
    before = content(book)
    copy = back_up(book, tmp_path / "deep" / "er", now=NOW)
    assert [copy.name] == names(tmp_path / "deep" / "er")
    assert check_book(copy, secret) == []
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.read_bytes().startswith(b"SQLite format 3") == (secret is None)
    assert [copy.name] == names(tmp_path / "deep" / "er")
    there = opened(copy, secret)
    assert content(there) == before
    there.close()


def test_a_backup_holds_what_was_there_when_it_began(book: Store, tmp_path: Path, secret: Secret) -> None:
    before = content(book)
    with book.write("test", now=NOW) as tx:
        connection = tx.connection
        connection.execute(t.book.insert().values(name="a", value="b"))
        copy = back_up_beside(book, tmp_path / "backups")
        raise_nothing = connection
    assert raise_nothing is not None
    there = opened(copy, secret)
    assert content(there) == before
    there.close()


def back_up_beside(book: Store, folder: Path) -> Path:
    """As another process would: its own store on the same file."""
    beside = Store(path=book.path, engine=module_engine(book), key=book.key)
    try:
        return back_up(beside, folder, now=NOW)
    finally:
        beside.engine.dispose()


def module_engine(book: Store) -> Any:
    from kamdesk.db.engine import make_engine

    return make_engine(book.path, book.key)


def test_the_name_says_which_book_and_when_in_utc(book: Store, tmp_path: Path) -> None:
    china = datetime(2026, 11, 24, 17, 0, tzinfo=timezone(timedelta(hours=8)))
    first, second = (back_up(book, tmp_path / "backups", now=china) for _ in range(2))
    with book.read() as connection:
        lineage = str(connection.scalar(select(t.replica.c.id)))[-6:]
    assert first.name == f"book-{lineage}-20261124T090000Z.kam"
    assert second.name == f"book-{lineage}-20261124T090000Z-2.kam"


def test_a_copy_that_is_not_sound_is_not_kept(
    book: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(source: Path, target: Path, *rest: object) -> None:
        target.parent.mkdir()
        shutil.copy(copy, target)
        with target.open("r+b") as file:
            file.seek(3 * 4096)
            file.write(bytes(4096))

    copy = back_up(book, tmp_path / "good", now=NOW)
    monkeypatch.setattr(module, "copy_book", spoil)
    with pytest.raises(BookError) as told:
        back_up(book, tmp_path / "backups", now=NOW)
    assert told.value.code == "backup_unsound"
    assert names(tmp_path / "backups") == []


def test_a_folder_that_cannot_be_one(book: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BookError) as told:
        back_up(book, tmp_path / "file" / "backups", now=NOW)
    assert told.value.code == "copy_failed"
    assert (tmp_path / "file").read_text() == "mine"


def test_a_book_damaged_inside_is_told_as_damaged(book: Store, tmp_path: Path, secret: Secret) -> None:
    if secret is None:
        pytest.skip("pages of an open book are copied as they are; the copy is found unsound")
    book.engine.dispose()
    with book.path.open("r+b") as file:
        file.seek(9 * 4096)
        file.write(os.urandom(4096))
    with pytest.raises(BookError) as told:
        back_up(book, tmp_path / "backups", now=NOW)
    assert told.value.code in ("book_damaged", "backup_unsound")
    assert names(tmp_path / "backups") == []


# disk full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes: an empty book takes one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0 or os.system(f"mount -t tmpfs -o size=3m tmpfs {folder} 2>/dev/null"):
        pytest.skip("needs the right to mount")
    yield folder
    os.system(f"umount -l {folder}")


def grown(book: Store) -> Store:
    for number in range(60):
        add_account(book, name=f"{number}", address="x" * 60_000, now=NOW)
    return book


def test_a_full_disk_leaves_the_book_and_no_half_backup(book: Store, small_disk: Path) -> None:
    before = content(grown(book))
    with pytest.raises(BookError) as told:
        back_up(book, small_disk, now=NOW)
    assert told.value.code == "disk_full"
    assert names(small_disk) == []
    assert content(book) == before


def test_a_full_disk_refuses_the_restore_and_keeps_the_book(
    book: Store, small_disk: Path, tmp_path: Path, secret: Secret
) -> None:
    target = small_disk / "book.kam"
    present = new_book(target, secret, now=NOW)
    set_up(present, rep_name="林岚", now=NOW)
    present.close()
    before = target.read_bytes()
    copy = back_up(grown(book), tmp_path / "backups", now=NOW)
    with pytest.raises(BookError) as told:
        restore(copy, target, secret, now=NOW)
    assert told.value.code == "disk_full"
    assert target.read_bytes() == before
    assert names(small_disk) == ["book.kam", "book.kam.lock"]


def no_room(*_: object, **__: object) -> None:
    raise driver.OperationalError("database or disk is full")


def no_room_to_commit(*_: object, **__: object) -> None:
    raise OperationalError("COMMIT", {}, driver.OperationalError("database or disk is full"))


@pytest.mark.parametrize(
    ("step", "fails"),
    [
        ("verify", no_room),
        ("incarnate", no_room_to_commit),
        ("log_ahead", no_room),
        ("put_in_place", no_room),
    ],
)
def test_no_room_at_any_step_of_a_restore_is_told_as_that(
    book: Store, tmp_path: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch, step: str, fails: Any
) -> None:
    copy = back_up(book, tmp_path / "copies", now=NOW)
    add_account(book, name="since", now=NOW)
    before = content(book)
    book.close()
    monkeypatch.setattr(module, step, fails)
    with pytest.raises(BookError) as told:
        restore(copy, book.path, secret, now=NOW)
    assert told.value.code == "disk_full"
    assert [each for each in names(book.path.parent) if "restoring" in each] == []
    with closing(opened(book.path, secret)) as store:
        assert content(store) == before


def test_a_full_disk_stops_a_write_and_keeps_what_was_saved(small_disk: Path, secret: Secret) -> None:
    store = new_book(small_disk / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    confirmed: list[str] = []

    def fill() -> None:
        for number in range(300):
            add_account(store, name=f"{number}", address="x" * 20_000, now=NOW)
            confirmed.append(f"{number}")

    with pytest.raises(BookError) as told:
        fill()
    assert told.value.code == "disk_full"
    with store.read() as connection:
        assert list(connection.scalars(select(t.account.c.name))) == confirmed
    store.close()
    assert check_book(store.path, secret) == []


def test_a_full_disk_makes_no_half_book(small_disk: Path, secret: Secret) -> None:
    (small_disk / "ballast").write_bytes(bytes(2_900_000))
    with pytest.raises(BookError) as told:
        new_book(small_disk / "book.kam", secret, now=NOW)
    assert told.value.code == "disk_full"
    assert set(names(small_disk)) <= {"ballast", "book.kam.lock"}


# restoring


def test_what_was_there_is_back_and_the_present_book_is_kept(
    book: Store, tmp_path: Path, secret: Secret
) -> None:
    before = content(book, leave_out=("replica",))
    copy = back_up(book, tmp_path / "backups", now=NOW)
    add_account(book, name="after the backup", now=NOW)
    present = content(book)
    book.close()
    aside = restore(copy, book.path, secret, now=LATER)
    assert aside is not None
    assert aside.name == "book-before-restore-20261124T100000Z.kam"
    back = opened(book.path, secret)
    assert content(back, leave_out=("replica",)) == before
    back.close()
    kept = opened(aside, secret)
    assert content(kept) == present
    kept.close()
    for path in (book.path, aside):
        assert path.stat().st_mode & 0o777 == 0o600
        assert check_book(path, secret) == []


def test_a_restored_book_is_a_replica_of_its_own_and_counts_on(
    book: Store, tmp_path: Path, secret: Secret
) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    before = content(book, whole=True)
    book.close()
    for _ in range(2):
        restore(copy, book.path, secret, now=LATER)
    back = opened(book.path, secret)
    add_account(back, name="x", now=LATER)
    after = content(back, whole=True)
    assert after["replica"][:1] == before["replica"]
    assert len(after["replica"]) == 2
    assert len({row[1] for row in after["replica"]}) == 2
    assert after["operation"][-1][4] == after["replica"][-1][0]
    assert after["change"][: len(before["change"])] == before["change"]
    back.close()


def test_a_backup_comes_up_where_no_book_is(book: Store, tmp_path: Path, secret: Secret) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    assert restore(copy, tmp_path / "new" / "place.kam", secret, now=NOW) is None
    assert check_book(tmp_path / "new" / "place.kam", secret) == []
    assert names(tmp_path / "new") == ["place.kam", "place.kam.lock"]


def test_a_log_left_from_a_book_that_is_gone_is_not_taken_for_the_restored_ones(
    book: Store, tmp_path: Path, secret: Secret
) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    add_account(book, name="after the backup", now=NOW)
    orphan = Path(f"{tmp_path / 'gone.kam'}-wal")
    shutil.copy(f"{book.path}-wal", orphan)
    restore(copy, tmp_path / "gone.kam", secret, now=NOW)
    assert not orphan.exists()
    back = opened(tmp_path / "gone.kam", secret)
    assert len(content(back)["account"]) == 1
    back.close()


def test_what_only_the_log_holds_is_kept_aside_too(book: Store, tmp_path: Path, secret: Secret) -> None:
    """The present book was left unclean: its last writes are in the log beside it."""
    copy = back_up(book, tmp_path / "backups", now=NOW)
    add_account(book, name="in the log only", now=NOW)
    place = tmp_path / "killed.kam"
    for companion in ("", "-wal"):
        shutil.copy(f"{book.path}{companion}", f"{place}{companion}")
    aside = restore(copy, place, secret, now=NOW)
    assert aside is not None
    kept = opened(aside, secret)
    assert "in the log only" in [row[3] for row in content(kept)["account"]]
    kept.close()
    assert check_book(place, secret) == []


@pytest.mark.parametrize("spoil", ["cut", "noise", "empty", "other key"])
def test_a_present_book_that_cannot_be_opened_is_kept_byte_by_byte(
    book: Store, tmp_path: Path, secret: Secret, spoil: str
) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    place = tmp_path / "spoilt.kam"
    if spoil == "other key":
        new_book(place, Passphrase("another"), now=NOW).close()
    else:
        bytes_of = {"cut": copy.read_bytes()[:5000], "noise": os.urandom(9000), "empty": b""}
        place.write_bytes(bytes_of[spoil])
        Path(f"{place}-wal").write_bytes(b"a log of its own")
    before = place.read_bytes()
    aside = restore(copy, place, secret, now=NOW)
    assert aside is not None
    assert aside.read_bytes() == before
    if spoil != "other key":
        assert Path(f"{aside}-wal").read_bytes() == b"a log of its own"
        assert not Path(f"{place}-wal").exists()
    assert check_book(place, secret) == []


@pytest.mark.parametrize("spoil", ["cut", "noise inside", "picture", "missing"])
def test_what_is_no_sound_backup_is_refused_and_the_book_stays(
    book: Store, tmp_path: Path, secret: Secret, spoil: str
) -> None:
    copy = back_up(grown(book), tmp_path / "backups", now=NOW)
    book.close()
    whole = copy.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    spoilt = {
        "cut": whole[: len(whole) // 3 - 7],
        "noise inside": whole[:middle] + os.urandom(4096) + whole[middle + 4096 :],
        "picture": b"\x89PNG\r\n\x1a\n" + os.urandom(9000),
    }
    if spoil == "missing":
        copy.unlink()
    else:
        copy.write_bytes(spoilt[spoil])
    before, beside = book.path.read_bytes(), names(tmp_path)
    with pytest.raises(BookError) as told:
        restore(copy, book.path, secret, now=NOW)
    expected = {"cut": "book_cut_short", "noise inside": "backup_unsound", "picture": "book_foreign"}
    assert told.value.code == expected.get(spoil, "book_missing")
    assert book.path.read_bytes() == before
    assert names(tmp_path) == beside


def test_a_backup_with_the_wrong_key_is_refused(book: Store, tmp_path: Path, secret: Secret) -> None:
    if secret is None:
        pytest.skip("an open backup has no key")
    copy = back_up(book, tmp_path / "backups", now=NOW)
    book.close()
    for given_secret, code in ((None, "book_locked"), (RawKey(b"x" * 32), "book_wrong_key")):
        with pytest.raises(BookError) as told:
            restore(copy, book.path, given_secret, now=NOW)
        assert told.value.code == code


def test_a_book_open_in_a_window_is_not_replaced(book: Store, tmp_path: Path, secret: Secret) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    book.hold()
    with pytest.raises(BookError) as told:
        restore(copy, book.path, secret, now=NOW)
    assert told.value.code == "book_in_use"
    add_account(book, name="still mine", now=NOW)


def test_a_book_being_read_is_not_replaced(
    book: Store, tmp_path: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up(book, tmp_path / "backups", now=NOW)
    monkeypatch.setattr(module, "settle", lambda path, key: settle(path, key, seconds=0.1))
    with book.read() as connection:
        connection.scalar(select(t.rep.c.id))
        with pytest.raises(BookError) as told:
            restore(copy, book.path, secret, now=NOW)
        assert told.value.code == "book_busy"
    assert "book.kam.restoring" not in names(tmp_path)
    add_account(book, name="still mine", now=NOW)


settle = module.settle


def test_the_book_itself_is_no_backup_of_itself(book: Store, tmp_path: Path, secret: Secret) -> None:
    book.close()
    (tmp_path / "link.kam").symlink_to(book.path)
    for way in (book.path, tmp_path / "link.kam"):
        with pytest.raises(BookError) as told:
            restore(way, book.path, secret, now=NOW)
        assert told.value.code == "backup_is_book"


def test_an_encrypted_book_goes_back_to_an_open_backup_and_forth(tmp_path: Path) -> None:
    plain = new_book(tmp_path / "plain.kam", now=NOW)
    locked = new_book(tmp_path / "locked.kam", Passphrase("海堤"), now=NOW)
    plain_copy, locked_copy = (back_up(store, tmp_path / "backups", now=NOW) for store in (plain, locked))
    plain.close()
    locked.close()
    restore(plain_copy, locked.path, Passphrase("海堤"), now=NOW)
    assert check_book(locked.path) == []
    restore(locked_copy, plain.path, Passphrase("海堤"), now=NOW)
    with pytest.raises(BookError):
        check_book(plain.path)
    assert check_book(plain.path, Passphrase("海堤")) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs the right to mount")
def test_a_backup_on_a_medium_that_cannot_be_written(book: Store, tmp_path: Path, secret: Secret) -> None:
    stick = tmp_path / "stick"
    copy = back_up(book, stick, now=NOW)
    if os.system(f"mount --bind {stick} {stick} 2>/dev/null && mount -o remount,bind,ro {stick} 2>/dev/null"):
        pytest.skip("needs the right to mount")
    try:
        restore(copy, tmp_path / "back.kam", secret, now=NOW)
        assert check_book(copy, secret) == []
    finally:
        os.system(f"umount {stick}")
    assert check_book(tmp_path / "back.kam", secret) == []


# thinning


def named(
    folder: Path, moments: list[datetime], begins: str = "book-abc123", suffix: str = ".kam"
) -> dict[str, datetime]:
    folder.mkdir(exist_ok=True)
    made = {f"{begins}-{moment:{STAMP}}{suffix}": moment for moment in moments}
    for name in made:
        (folder / name).touch()
    return made


moments = st.lists(
    st.integers(-3 * 24 * 60, 200 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=60,
    unique=True,
)


@given(moments=moments)
def test_what_thinning_keeps(tmp_path_factory: pytest.TempPathFactory, moments: list[datetime]) -> None:
    folder = tmp_path_factory.mktemp("thin")
    made = named(folder, moments)
    removed = {path.name for path in thin(folder, "book-abc123", ".kam", now=NOW)}
    kept = {name: moment for name, moment in made.items() if name not in removed}
    assert set(names(folder)) == set(kept)
    newest = sorted(made.values(), reverse=True)
    assert set(newest[:RECENT]) <= set(kept.values())
    days = {moment.date() for moment in made.values() if NOW - moment <= timedelta(days=DAYS)}
    for day in days:
        latest = max(moment for moment in made.values() if moment.date() == day)
        assert latest in kept.values()
    weeks = {moment.isocalendar()[:2] for moment in made.values() if NOW - moment <= timedelta(weeks=WEEKS)}
    for week in weeks:
        latest = max(moment for moment in made.values() if moment.isocalendar()[:2] == week)
        assert latest in kept.values()
    assert len(kept) <= RECENT + DAYS + 1 + WEEKS + 1 + 4
    assert thin(folder, "book-abc123", ".kam", now=NOW) == []


FOREIGN = [
    "book-abc123-20200101T000000Z mine.kam",
    "book-abc123-20200101T000000Z.kam.txt",
    "book-abc123-20200101T000000Z.pdf",
    "book-abc123-20201340T000000Z.kam",
    "book-abc123-20200101T000000.kam",
    "my book-abc123-20200101T000000Z.kam",
    "book-def456-20200101T000000Z.kam",
    "book-2-abc123-20200101T000000Z.kam",
    "book.kam",
    "book-before-restore-20200101T000000Z.kam",
    "book-schema1-20200101T000000Z.kam",
    "客户.xlsx",
]


def test_files_of_other_names_are_never_touched(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = named(folder, [NOW - timedelta(minutes=step) for step in range(40)])
    for name in FOREIGN:
        (folder / name).touch()
    (folder / "book-abc123-20190101T000000Z.kam-folder").mkdir()
    removed = thin(folder, "book-abc123", ".kam", now=NOW)
    assert len(made) - len(removed) == RECENT
    assert set(FOREIGN) <= set(names(folder))


def test_names_with_signs_of_patterns_thin_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    moments = [NOW - timedelta(minutes=step) for step in range(12)]
    named(folder, moments, begins="[a]*?.+-abc123")
    other = named(folder, moments, begins="a-abc123")
    assert len(thin(folder, "[a]*?.+-abc123", ".kam", now=NOW)) == 2
    assert set(other) <= set(names(folder))


def test_copies_of_one_second_are_told_apart_by_their_number(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    stem = f"book-abc123-{NOW:{STAMP}}"
    for number in range(1, 13):
        (folder / (f"{stem}.kam" if number == 1 else f"{stem}-{number}.kam")).touch()
    removed = {path.name for path in thin(folder, "book-abc123", ".kam", now=NOW)}
    assert removed == {f"{stem}.kam", f"{stem}-2.kam"}


def test_the_copy_just_made_is_kept_though_the_clock_was_ahead_before(book: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(RECENT + 2):
        back_up(book, folder, now=NOW + timedelta(days=4000 + day))
    assert back_up(book, folder, now=NOW).exists()
    assert back_up(book, folder, now=NOW - timedelta(days=365)).exists()


def test_two_books_of_one_name_keep_their_own_copies(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first, second = (new_book(tmp_path / name / "book.kam", now=NOW) for name in ("a", "b"))
    mine = back_up(first, folder, now=NOW - timedelta(days=400))
    for step in range(RECENT + 2):
        back_up(second, folder, now=NOW + timedelta(minutes=step))
    assert mine.exists()
    first.close()
    second.close()


def test_parts_of_a_backup_that_was_broken_off_go_after_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    old, new = NOW - timedelta(days=2), NOW - timedelta(hours=2)
    named(folder, [old, new], suffix=".kam.part")
    (folder / f"book-abc123-{old:{STAMP}}.kam.part-journal").touch()
    thin(folder, "book-abc123", ".kam", now=NOW)
    assert names(folder) == [f"book-abc123-{new:{STAMP}}.kam.part"]


def test_verifying_finds_a_broken_link(book: Store, tmp_path: Path) -> None:
    book.engine.dispose()
    with closing(connect(book.path, book.key, pragmas=())) as connection:
        connection.execute("UPDATE account SET parent_id = 'nowhere'")
    assert any("account" in fault for fault in verify(book.path, book.key))


def test_stamps_are_read_as_they_are_written() -> None:
    assert module._made(f"{NOW:{STAMP}}") == NOW.astimezone(UTC)
    assert module._made("20261340T000000Z") is None
