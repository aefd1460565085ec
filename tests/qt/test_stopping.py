"""Long jobs in the window: how far they are, and stopped without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from kamdesk.qt import runner
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import Open, settle

pytestmark = pytest.mark.opens("today")


def test_a_demo_book_that_is_stopped_leads_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = window.books.state().path
    window.books.open_demo()
    assert window.welcome.state() == "making"
    assert window.welcome.stop.isVisible()
    window.desk.runner.progressed.connect(lambda ticket, done, total: window.welcome.stop.click())
    qtbot.waitUntil(window.desk.runner.is_open, timeout=60_000)
    settle(qtbot, window)
    assert "Nothing was changed" in window.notice.text()
    assert window.books.state().path == before
    assert window.page() != "welcome"
    assert not (tmp_path / "demo.kam").exists()


def test_a_demo_book_stopped_on_the_first_run_leads_to_the_beginning(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    window.welcome._demo.click()
    window.desk.runner.progressed.connect(lambda ticket, done, total: window.teller.stop())
    settle(qtbot, window)
    assert (window.page(), window.welcome.state()) == ("welcome", "first")
    assert not (tmp_path / "demo.kam").exists()


def test_a_backup_that_is_stopped_leaves_no_copy(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamdesk.db.copying.PAGES", 8)
    folder = tmp_path / "backups"
    made = sorted(folder.glob("*"))
    window.desk.runner.progressed.connect(lambda ticket, done, total: window.teller.stop())
    window.actions_["back_up"].trigger()
    settle(qtbot, window)
    assert "Nothing was changed" in window.notice.text()
    assert sorted(folder.glob("*")) == made


def test_the_bar_tells_a_slow_job_and_offers_to_stop_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "SLOW_MS", 0)
    window.desk.runner._timer.setInterval(0)
    seen: list[tuple[bool, bool, int, int]] = []
    bar = window.top.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)

    def waits(store: object, progress) -> None:
        progress(3, 4)
        while True:
            progress.check()

    def look(ticket: object, done: int, total: int) -> None:
        qtbot.waitUntil(window.top.stop.isVisible, timeout=5_000)
        window.top.set_progress(done, total)
        seen.append((window.top.stop.isVisible(), bar.isVisible(), bar.value(), bar.maximum()))
        window.top.stop.click()

    window.desk.runner.progressed.connect(look)
    window.desk.runner.read(waits, done=lambda _: None, label="Waiting", stoppable=True)
    settle(qtbot, window)
    assert seen == [(True, True, 3, 4)]
    assert not window.top.stop.isVisible()
    assert "Waiting" in window.notice.text()
