"""Network folders are known by the table of mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db import network
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.domain.errors import BookError
from tests.books import NOW, make_book

MOUNTS = (
    "/dev/sda1 / ext4 rw,relatime 0 0\n"
    "proc /proc proc rw 0 0\n"
    "server:/home /home nfs4 rw 0 0\n"
    "/dev/sdb1 /home/lin/local ext4 rw 0 0\n"
    "//server/share /mnt/with\\040space cifs rw 0 0\n"
    "//server/共享 /mnt/共享\\040盘 smb3 rw 0 0\n"
    "lin@server: /mnt/far fuse.sshfs rw 0 0\n"
    "C:\\134 /mnt/c 9p rw 0 0\n"
    "/dev/sdc1 /mnt/stick\\134tab\\011x vfat rw 0 0\n"
    "broken\n"
    "server:/over /mnt/over nfs rw 0 0\n"
    "/dev/sdd1 /mnt/over ext4 rw 0 0\n"
)


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, "utf-8")
    return table


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", "ext4"),
        ("/var/lib", "ext4"),
        ("/home", "nfs4"),
        ("/home/lin", "nfs4"),
        ("/home/lin/local/x", "ext4"),
        ("/homework", "ext4"),
        ("/mnt/with space/deep/er", "cifs"),
        ("/mnt/共享 盘", "smb3"),
        ("/mnt/far", "fuse.sshfs"),
        ("/mnt/c/Users", "9p"),
        ("/mnt/stick\\tab\tx", "vfat"),
        ("/mnt/over", "ext4"),
    ],
)
def test_the_innermost_and_last_mount_counts(mounts: Path, folder: str, kind: str) -> None:
    assert network.file_system(Path(folder), mounts) == kind


def test_a_system_without_such_a_table_says_nothing(tmp_path: Path) -> None:
    assert network.file_system(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_a_book_on_a_network_share_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    book = make_book(tmp_path)
    book.close()
    monkeypatch.setattr(network, "file_system", lambda folder: kind)
    attempts = (
        lambda: open_book(book.path, backups=tmp_path, now=NOW),
        lambda: new_book(tmp_path / "new.kam", now=NOW),
        lambda: check_book(book.path),
    )
    for attempt in attempts:
        with pytest.raises(BookError) as told:
            attempt()
        assert told.value.code == "book_on_network"


def test_a_link_into_a_share_does_not_hide_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tmp_path / "share"
    make_book(real).close()
    (tmp_path / "link").symlink_to(real)
    monkeypatch.setattr(network, "file_system", lambda folder: "nfs" if folder == real else "ext4")
    with pytest.raises(BookError) as told:
        check_book(tmp_path / "link" / "book.kam")
    assert told.value.code == "book_on_network"
