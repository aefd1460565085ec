"""Lists pasted from a spreadsheet, and files dragged onto the window: the same dialog; what is no list is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.import_lists import ImportDialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.questions import QuestionsDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.test_account_flow import opened
from tests.qt.test_import_flow import LIST

pytestmark = pytest.mark.opens("today")

NONE = (Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def looked(qtbot: QtBot) -> ImportDialog:
    dialog = opened(ImportDialog)
    qtbot.waitUntil(lambda: dialog.stage() != "looking", timeout=20_000)
    return dialog


def copied(html: str = "", text: str = "") -> None:
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def drag(window: MainWindow, *paths: Path) -> bool:
    """Drags files over the window and lets them go; whether they were welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target = window.windowHandle() or window
    enter = QDragEnterEvent(QPoint(400, 300), NONE[0], mime, NONE[1], NONE[2])
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(400, 300), NONE[0], mime, NONE[1], NONE[2]))
    return enter.isAccepted()


@pytest.fixture
def window(qtbot: QtBot, open_window, filled) -> MainWindow:
    return open_window(filled.path)


def test_cells_copied_in_a_spreadsheet_come_in_and_go_back(qtbot: QtBot, window: MainWindow) -> None:
    rows = [line.split(",") for line in LIST.strip().splitlines()]
    html = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    copied(f"<table>{html}</table>", "\n".join("\t".join(row) for row in rows))
    window.actions_["paste_list"].trigger()
    dialog = looked(qtbot)
    assert dialog.stage() == "looked"
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    dialog.undo.click()
    settle(qtbot, window)


def test_a_clipboard_without_a_list_is_told(qtbot: QtBot, window: MainWindow) -> None:
    copied(text="a word")
    window.actions_["paste_list"].trigger()
    assert window.notice.isVisible()


def test_several_files_at_once(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(LIST, "utf-8")
    second.write_text("客户名称,城市\n另一家,宁波\n", "utf-8")
    assert drag(window, first, second)
    dialog = looked(qtbot)
    assert dialog.stage() == "looked"
    dialog.reject()


def test_a_folder_is_refused_in_words(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert drag(window, tmp_path)
    assert window.notice.isVisible()
    assert QApplication.activeModalWidget() is None


def test_a_card_without_a_firm_is_given_to_an_account(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "people.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:周芳\nTEL;TYPE=CELL:13812345678\nEND:VCARD\n", "utf-8")
    assert drag(window, path)
    dialog = looked(qtbot)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    dialog.decide.click()
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert asked.entries.entries()[0].title == "周芳"
    assert [each.text() for each in asked.choices()] == [
        "It is an account…",
        "周芳 is a customer: a new account of that name",
        "Leave it out",
    ]
    asked.choices()[1].click()
    asked.answer.click()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    asked.undo.click()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 1
    asked.answer.click()
    picking = opened(PickAccountDialog)
    settle(qtbot, window)
    picking.filter.entered.emit()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    asked.undo.click()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 1
    asked.accept()


def test_what_is_no_file_is_left_to_others(qtbot: QtBot, window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("words")
    enter = QDragEnterEvent(QPoint(400, 300), NONE[0], mime, NONE[1], NONE[2])
    enter.ignore()
    assert not window.lists.drops.eventFilter(window, enter)
