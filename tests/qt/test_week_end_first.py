"""The first package of a run: its step is in view, whatever the page was reading meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from tests.books import make_book
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.week_end_books import Meeting, meet

pytestmark = pytest.mark.opens("today")


@pytest.fixture(scope="session")
def met(template: Filled, tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    return meet(template, tmp_path_factory.mktemp("met") / "all")


@pytest.fixture
def meeting(met: Meeting, tmp_path: Path) -> Meeting:
    book = tmp_path / "book.kam"
    shutil.copy(met.book, book)
    return replace(met, book=book)


@pytest.fixture
def choose(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[MainWindow, Path], None]:
    """Take in by the menu; while the file is looked for the page has read what it shows."""

    def chosen(window: MainWindow, path: Path) -> None:
        def answer(*_: object) -> tuple[list[str], str]:
            settle(qtbot, window)
            return [str(path)], ""

        monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
        window.actions_["take_package"].trigger()
        settle(qtbot, window)

    return chosen


def test_the_first_package_is_seen_before_enter_takes_it_in(
    qtbot: QtBot, open_window: Open, meeting: Meeting, choose: Callable[[MainWindow, Path], None]
) -> None:
    window = open_window(meeting.book)
    choose(window, meeting.back)
    page = window.week_end
    assert (page.part(), page.take.stage()) == ("take", "looked")
    assert page.take.go.isVisible()
    assert window.focusWidget() is page.take.go
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.take.stage() == "done"


def test_what_is_wrong_with_the_first_package_is_seen_in_a_new_book(
    open_window: Open, meeting: Meeting, tmp_path: Path, choose: Callable[[MainWindow, Path], None]
) -> None:
    make_book(tmp_path / "new", rep="林岚").close()
    window = open_window(tmp_path / "new" / "book.kam")
    choose(window, meeting.stranger)
    page = window.week_end
    assert (page.part(), page.take.stage()) == ("take", "failed")
    assert page.take.isVisible()
    assert window.focusWidget().isVisible()


def test_a_package_looked_at_behind_another_step_takes_no_keys(
    qtbot: QtBot, open_window: Open, meeting: Meeting
) -> None:
    window = open_window(meeting.book, page="week_end")
    page = window.week_end
    window.lists.take_files([meeting.back])
    page.show_part("hand")
    settle(qtbot, window)
    assert (page.part(), page.take.stage()) == ("hand", "looked")
    assert window.focusWidget() is page.hand.go
    page.show_part("take")
    assert window.focusWidget() is page.take.go


@pytest.mark.parametrize("page", ["today", "accounts"])
def test_an_empty_book_offers_to_take_in_what_the_other_laptop_packed(
    qtbot: QtBot,
    open_window: Open,
    meeting: Meeting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
) -> None:
    make_book(tmp_path / "second", rep="林岚").close()
    window = open_window(next((tmp_path / "second").glob("*.kam")), page=page)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(meeting.secret)], ""))
    take = (window.today.plain if page == "today" else window.accounts.empty).third
    assert take.isVisible()
    assert "Take in a week package…" in take.text()
    take.click()
    settle(qtbot, window)
    assert (window.page(), window.week_end.part()) == ("week_end", "take")
    assert window.week_end.take.secret.hasFocus(), "the passphrase is asked for"
