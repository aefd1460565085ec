"""Papers saved from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names the file dialog was opened with; it answers ``paper``, without its ending."""
    names: list[str] = []

    def ask(parent: object, title: str, path: str, kinds: str) -> tuple[str, str]:
        names.append(Path(path).name)
        return str(tmp_path / "paper"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return names


def test_the_week_plan(qtbot: QtBot, window: MainWindow, tmp_path: Path, offered: list[str]) -> None:
    window.actions_["save_plan"].trigger()
    settle(qtbot, window)
    assert offered == ["Week plan 2026-W48.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert "paper.pdf" in window.notice.text()


def test_a_briefing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, filled: Filled, offered: list[str]
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.account.head._briefing.click()
    settle(qtbot, window)
    assert offered == ["Briefing 海川建材 2026-11-24.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_can_not_be_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "missing" / "deep" / "paper.pdf")
    (tmp_path / "missing").write_text("a file where a folder should be")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (target, ""))
    window.actions_["save_plan"].trigger()
    settle(qtbot, window)
    assert window.notice.isVisible()
    assert "Traceback" not in window.notice.text()


def test_no_place_no_paper(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: ("", ""))
    window.actions_["save_plan"].trigger()
    settle(qtbot, window)
    assert list(tmp_path.glob("*.pdf")) == []
