"""A backup restored in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book
from kamdesk.operations.accounts import change_account
from kamdesk.operations.book import set_up
from kamdesk.qt.dialogs.restore import RestoreDialog
from kamdesk.qt.main_window import MainWindow
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


def ask(qtbot: QtBot, window: MainWindow) -> RestoreDialog:
    window.actions_["restore"].trigger()
    settle(qtbot, window)
    return opened(RestoreDialog)


def names(qtbot: QtBot, window: MainWindow) -> set[str]:
    window.go("accounts")
    settle(qtbot, window)
    return {row.name for row in window.accounts.model.rows()}


def test_a_backup_takes_the_books_place(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.actions_["back_up"].trigger()
    settle(qtbot, window)
    window.desk.runner.run(change_account, account_id=filled.yanshi, name="改过的名字")
    settle(qtbot, window)
    assert "改过的名字" in names(qtbot, window)
    dialog = ask(qtbot, window)
    QAbstractItemModelTester(dialog.backups, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = dialog.backups.entries()[0]
    assert "accounts" in first.detail
    assert first.side.endswith((" KB", " MB"))
    assert "before-restore" in dialog._sentence.text()
    dialog.primary.click()
    settle(qtbot, window)
    assert window.desk.runner.is_open()
    kept = list(filled.path.parent.glob(f"{filled.path.stem}-before-restore-*.kam"))
    assert len(kept) == 1
    assert "Restored from" in window.notice.text()
    assert str(kept[0]) in window.notice.text()
    assert "改过的名字" not in names(qtbot, window)
    dialog = ask(qtbot, window)
    dialog.list.choose(str(kept[0]))
    dialog.primary.click()
    settle(qtbot, window)
    assert "改过的名字" in names(qtbot, window), "what was put aside is brought back in the same way"


def test_a_file_with_another_passphrase(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "old.kam"
    store = new_book(other, Passphrase("open sesame"), now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    store.close()
    dialog = ask(qtbot, window)
    dialog.choose_file(other)
    settle(qtbot, window)
    assert dialog.secret.isVisible()
    for typed, said in (("", "first"), ("wrong", "does not open")):
        dialog.secret.setText(typed)
        dialog.primary.click()
        settle(qtbot, window)
        assert said in dialog._why.text()
        assert dialog.isVisible()
        assert window.desk.runner.is_open(), "the book stays open until the backup is known to fit"
    dialog.secret.setText("open sesame")
    dialog.primary.click()
    settle(qtbot, window)
    assert "old.kam" in window.notice.text()
    assert window.top.place.text() == "林岚"


@pytest.mark.parametrize("content", [b"", b"no book at all"])
def test_what_is_no_backup_changes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, filled: Filled, content: bytes
) -> None:
    letter = tmp_path / "letter.kam"
    letter.write_bytes(content)
    dialog = ask(qtbot, window)
    dialog.choose_file(letter)
    settle(qtbot, window)
    assert not dialog.primary.isEnabled()
    assert "letter.kam" in dialog._why.text()
    dialog.reject()
    assert window.desk.runner.is_open()
    assert not list(filled.path.parent.glob("*before-restore*"))


def test_a_book_that_does_not_open_is_brought_back(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    window = open_window(filled.path)
    window.actions_["back_up"].trigger()
    settle(qtbot, window)
    window.desk.runner.close()
    filled.path.write_bytes(filled.path.read_bytes()[:3000])
    again = open_window(filled.path, "zh")
    assert again.welcome.state() == "error"
    assert again.actions_["restore"].isEnabled()
    dialog = ask(qtbot, again)
    assert dialog.windowTitle() == "恢复备份"
    dialog.primary.click()
    settle(qtbot, again)
    assert again.desk.runner.is_open()
    assert again.notice.text().startswith("已从备份恢复")
