"""Attachments: dropped, pasted, looked at, renamed, taken off, opened."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.domain.note import LARGEST
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.opened_files import OpenedFiles, runs
from kamdesk.qt.pages.account import files as module
from kamdesk.qt.pages.account.files import FilesSection
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def files(qtbot: QtBot, window: MainWindow, filled: Filled) -> FilesSection:
    window.open_account(filled.haichuan, "files")
    settle(qtbot, window)
    return window.account.files


def names(files: FilesSection) -> list[str]:
    assert files.whole is not None
    return [file.name for file in files.whole.sheet.files]


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def picture(path: Path) -> Path:
    image = QImage(32, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#3350C4"))
    assert image.save(str(path))
    return path


def test_files_dropped_are_kept_in_one_step(
    qtbot: QtBot, window: MainWindow, files: FilesSection, tmp_path: Path
) -> None:
    quotation = tmp_path / "报价单.pdf"
    quotation.write_bytes(b"%PDF-1.7 test")
    assert files.take(dropped(quotation, picture(tmp_path / "货架.png")))
    settle(qtbot, window)
    assert sorted(names(files)) == ["报价单.pdf", "货架.png"]
    for key in (file.id for file in files.whole.sheet.files if file.name == "货架.png"):  # type: ignore[union-attr]
        files.choose(key)
    settle(qtbot, window)
    assert files.picture.has_image()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert names(files) == []
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    assert len(names(files)) == 2


def test_a_picture_is_pasted(qtbot: QtBot, window: MainWindow, files: FilesSection) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#1A7340"))
    QGuiApplication.clipboard().setImage(image)
    assert files.paste()
    settle(qtbot, window)
    assert names(files) == ["Picture 2026-11-24 1700.png"]
    QGuiApplication.clipboard().setText("only words")
    assert not files.paste()


def test_what_is_too_large_is_refused_and_nothing_is_kept(
    qtbot: QtBot, window: MainWindow, files: FilesSection, tmp_path: Path
) -> None:
    small, large = tmp_path / "a.txt", tmp_path / "b.iso"
    small.write_text("a")
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    files.attach([small, large])
    settle(qtbot, window)
    assert names(files) == []
    assert "20 MB" in window.notice.text()


def test_renamed_and_taken_off_with_undo(
    qtbot: QtBot, window: MainWindow, files: FilesSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hello")
    files.attach([path])
    settle(qtbot, window)
    assert files.whole is not None
    monkeypatch.setattr(module.QInputDialog, "getText", lambda *_, **__: ("../合同", True))
    files._rename(files.whole.sheet.files[0])
    settle(qtbot, window)
    assert names(files) == ["合同.txt"]
    files._remove(files.whole.sheet.files[0])
    settle(qtbot, window)
    assert names(files) == []
    for left in (["合同.txt"], ["a.txt"], []):
        window.actions_["undo"].trigger()
        settle(qtbot, window)
        assert names(files) == left


def test_opened_in_a_folder_of_its_own_that_goes_with_the_book(
    qtbot: QtBot, window: MainWindow, files: FilesSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(module, "show_file", lambda path: shown.append(path) or True)
    path = tmp_path / "a.txt"
    path.write_text("hello")
    files.attach([path])
    settle(qtbot, window)
    assert files.whole is not None
    files.open_file(files.whole.sheet.files[0].id)
    settle(qtbot, window)
    assert [(p.name, p.read_text()) for p in shown] == [("a.txt", "hello")]
    folder = files.opened.folder()
    assert folder is not None
    assert folder.stat().st_mode & 0o077 == 0
    window.books.closed.emit()
    assert not folder.exists()


def test_programs_are_not_run() -> None:
    assert runs("setup.EXE")
    assert runs("a.pdf.lnk")
    assert not runs("报价单.pdf")


def test_two_of_one_name_do_not_meet(qapp: QApplication) -> None:
    opened = OpenedFiles()
    assert opened.place("a") != opened.place("a")
    opened.clear()


LEAVING = """
import os, sys
from kamdesk.qt.opened_files import OpenedFiles
opened = OpenedFiles()
place = opened.place("合同.pdf")
place.write_text("confidential")
print(place.parent.parent, flush=True)
if sys.argv[1] == "stay":
    sys.stdin.read()
os._exit(9)
"""


def test_what_a_killed_process_left_is_swept_and_what_another_has_open_is_not(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    here = os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}

    def start(how: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", LEAVING, how],
            env=here, text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    with start("stay") as living, start("go") as killed:
        assert living.stdout is not None
        assert killed.stdout is not None
        open_still, left = (Path(each.stdout.readline().strip()) for each in (living, killed))
        killed.wait(20)
        other = tmp_path / "kamdesk-opened-by-nobody.txt"
        other.write_text("a file is no folder of ours")
        mine = OpenedFiles()
        own = mine.place("a").parent.parent
        assert left.is_dir()
        mine.sweep()
        assert not left.exists()
        assert (open_still / "1" / "合同.pdf").read_text() == "confidential"
        assert own.is_dir()
        assert other.exists()
        mine.clear()
        assert not own.exists()
        living.kill()
    OpenedFiles().sweep()
    assert not open_still.exists()


def test_the_window_sweeps_when_it_starts(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[OpenedFiles] = []
    monkeypatch.setattr(OpenedFiles, "sweep", lambda self: swept.append(self))
    window = open_window()
    assert swept == [window.account.files.opened]


def test_with_a_promise_and_a_report(
    qtbot: QtBot, window: MainWindow, files: FilesSection, filled: Filled, tmp_path: Path
) -> None:
    path = tmp_path / "照片.txt"
    path.write_text("x")
    view = window.account.view()
    assert view is not None
    report = view.history.visits[0].report_id
    files.attach([path], "promise", filled.promise)
    files.attach([path], "visit_report", str(report))
    settle(qtbot, window)
    assert files.whole is not None
    assert {(f.subject, f.about) for f in files.whole.sheet.files} == {
        ("promise", "补发 20 包破损瓷砖胶"),
        ("visit_report", "2026-11-17"),
    }
