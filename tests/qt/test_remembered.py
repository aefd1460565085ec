"""What is kept between two runs, and what follows at once: sections, looks, folders, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.last_steps import LastSteps
from kamdesk.qt.folders import folder_of
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def asked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the dialogs for files began; each is left without a choice."""
    began: list[str] = []

    def ask(parent: object, title: str, folder: str, kinds: str) -> tuple[str, str]:
        began.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    return began


def closed(window: MainWindow) -> str:
    """The layout file as the window leaves it."""
    window.keep_layout()
    return window.shelf().layout_file.read_text("utf-8")


def test_section_and_look_come_back(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    first = open_window(filled.path)
    first.line.look(2)
    first.open_account(filled.haichuan, "files")
    settle(qtbot, first)
    name = first.account.view().page.name  # type: ignore[union-attr]
    kept = closed(first)
    assert name not in kept
    assert filled.haichuan not in kept
    second = open_window(filled.path)
    second.go("line")
    settle(qtbot, second)
    assert second.line.to_keep() == {"look": 2}
    second.open_account(filled.haichuan)
    settle(qtbot, second)
    assert second.account.section() == "files"


def test_what_was_kept_may_be_nonsense(qtbot: QtBot, window: MainWindow) -> None:
    for wrong in (None, "", "nowhere", 9, "-1"):
        window.line.restore(wrong)
    assert window.line.to_keep() == {"look": 0}


def test_each_purpose_has_its_folder(
    open_window: Open, filled: Filled, tmp_path: Path, asked_at: list[str]
) -> None:
    for name in ("lists", "logos", "days"):
        (tmp_path / name).mkdir()
    first = open_window(filled.path)
    first.keep("import/folder", str(tmp_path / "lists"))
    first.settings.person.folder = str(tmp_path / "logos")
    first.settings.days_off.folder = str(tmp_path / "days")
    closed(first)
    second = open_window(filled.path)
    second.actions_["import_list"].trigger()
    second.settings.person._choose_logo()
    second.settings.days_off._choose()
    assert asked_at == [str(tmp_path / name) for name in ("lists", "logos", "days")]


def test_a_chosen_list_says_where_the_next_begins(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "a.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(chosen)], ""))
    monkeypatch.setattr(window.lists, "look_at", lambda files: None)
    window.actions_["import_list"].trigger()
    assert folder_of(window.kept("import/folder")) == tmp_path


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "gone") == folder_of(None) == folder_of("") == Path.home()


def test_a_dialog_follows_light_and_dark(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["last_steps"].trigger()
    dialog = opened(LastSteps)
    settle(qtbot, window)

    def ground() -> int:
        return dialog.grab().toImage().pixelColor(4, 4).lightness()

    assert ground() > 200
    window.actions_["dark"].trigger()
    assert ground() < 60
    window.actions_["light"].trigger()
    assert ground() > 200
    dialog.accept()


def test_the_system_turning_dark_is_followed(
    open_window: Open, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(filled.path, theme="system")
    scheme = Qt.ColorScheme.Light
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda self: scheme)

    def hints(turned: Qt.ColorScheme) -> None:
        nonlocal scheme
        scheme = turned
        QApplication.styleHints().colorSchemeChanged.emit(turned)

    hints(Qt.ColorScheme.Dark)
    assert window.desk.theme.mode == "dark"
    hints(Qt.ColorScheme.Light)
    assert window.desk.theme.mode == "light"
    window.looks.look("light")
    hints(Qt.ColorScheme.Dark)
    assert window.desk.theme.mode == "light", "a look that was chosen stays"
