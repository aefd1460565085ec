"""The disk is full while a report is written: nothing typed is lost, what to do is said, and after that it is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from kamdesk.db.store import Store
from kamdesk.qt.main_window import MainWindow
from tests.qt import conftest
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

SENTENCE = "季结返利、样板两套、周四送货。"


BLOCK = bytes(4096)


class Disk(Protocol):
    longest: int
    """How often the sentence must be said, so that there is no room for it."""

    def fill(self) -> None: ...
    def free(self) -> None: ...


class Tmpfs:
    """A real one, of thirty-two megabytes."""

    longest = 12_000

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while file.write(BLOCK) == len(BLOCK):
                    pass
            except OSError:
                pass

    def free(self) -> None:
        self._ballast.unlink()


class Pages:
    """What SQLite says when it may have no more pages: the same as on a full disk."""

    longest = 3_000

    def __init__(self) -> None:
        self.full = False

    def watch(self, store: Store) -> Store:
        @event.listens_for(store.engine, "begin")
        def _begin(connection) -> None:
            most = 1 if self.full else 2**30
            connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

        return store

    def fill(self) -> None:
        self.full = True

    def free(self) -> None:
        self.full = False


@pytest.fixture(params=[pytest.param("tmpfs", marks=pytest.mark.long), "pages"])
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Disk, Filled]]:
    if request.param == "pages":
        pages, opened = Pages(), conftest._opened
        monkeypatch.setattr(conftest, "_opened", lambda *arguments: pages.watch(opened(*arguments)))
        yield pages, filled
        return
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(folder)]
    if (
        not hasattr(os, "geteuid")
        or os.geteuid() != 0
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("a file system of its own can't be mounted here")
    try:
        shutil.copy(filled.path, folder / "book.kam")
        yield Tmpfs(folder), replace(filled, path=folder / "book.kam")
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def write_report(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    window.line.grid.select(key)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    assert window.page() == "report"


def test_a_report_outlives_a_full_disk(
    qtbot: QtBot, open_window: Open, disk: tuple[Disk, Filled], tmp_path: Path
) -> None:
    room, filled = disk
    window = open_window(filled.path)
    write_report(qtbot, window, filled)
    page = window.report
    page.form.points.insertPlainText("说好的样板")
    page.keep_draft()
    settle(qtbot, window)
    QTest.keyClick(page.form.times.now, Qt.Key.Key_2)

    room.fill()
    page.form.points.insertPlainText(SENTENCE * room.longest)
    QTest.keyClick(page.form.points, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.page() == "report"
    for said in (page.error(), window.notice.text()):
        assert "disk is full" in said
        assert "what was saved before is safe" in said
        assert "Free some space" in said
    typed = page.form.points.toPlainText()
    assert typed == "说好的样板" + SENTENCE * room.longest

    window.go("line")
    settle(qtbot, window)
    assert next(
        b.state for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here
    )
    write_report(qtbot, window, filled)
    assert page.form.points.toPlainText() == typed, "what could not be kept is still here"
    assert page.form.outcomes.chosen() == "interested"

    room.free()
    page.keep_draft()
    settle(qtbot, window)
    QTest.keyClick(page.form.points, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.page() == "line"
    assert page.error() == ""
    blocks = window.line.grid.sheet().blocks
    assert next(b.state for b in blocks if b.account_id == filled.haichuan and b.here) == "done"
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert view.history.visits[0].points == typed


def test_what_was_kept_before_is_there_after_a_crash(
    qtbot: QtBot, open_window: Open, disk: tuple[Disk, Filled]
) -> None:
    room, filled = disk
    window = open_window(filled.path)
    write_report(qtbot, window, filled)
    window.report.form.points.insertPlainText("说好的样板")
    window.report.keep_draft()
    settle(qtbot, window)
    room.fill()
    window.report.form.points.insertPlainText(SENTENCE * room.longest)
    window.report.keep_draft()
    settle(qtbot, window)
    assert "disk is full" in window.notice.text()
    window.desk.runner.close()
    room.free()
    again = open_window(filled.path)
    again.go("line")
    settle(qtbot, again)
    write_report(qtbot, again, filled)
    assert again.report.form.points.toPlainText() == "说好的样板"
