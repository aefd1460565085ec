"""The passphrase of a book that is open: set, changed and taken away in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.key import Passphrase
from kamdesk.db.opening import check_book
from kamdesk.domain.errors import BookError
from kamdesk.qt.dialogs.change_passphrase import ChangePassphraseDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

FIRST, SECOND = "蓝色屋顶 Bridge 41 雨", "a second one 25"


def ask(qtbot: QtBot, window: MainWindow) -> ChangePassphraseDialog:
    window.actions_["passphrase"].trigger()
    settle(qtbot, window)
    return opened(ChangePassphraseDialog)


def give(qtbot: QtBot, window: MainWindow, new: str, old: str = "") -> ChangePassphraseDialog:
    dialog = ask(qtbot, window)
    dialog.old.setText(old)
    dialog.new.first.setText(new)
    dialog.new.again.setText(new)
    dialog.primary.click()
    settle(qtbot, window)
    return dialog


def opens_with(path: Path, text: str | None) -> bool:
    try:
        return check_book(path, Passphrase(text) if text else None) == []
    except BookError:
        return False


def test_set_changed_and_taken_away_while_it_is_open(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    give(qtbot, window, FIRST)
    assert "locked with the new passphrase" in window.notice.text()
    assert opens_with(filled.path, FIRST)
    assert not opens_with(filled.path, None)

    window.go("accounts")
    settle(qtbot, window)
    before = window.accounts.model.rowCount()
    assert before > 0

    give(qtbot, window, SECOND, FIRST)
    assert opens_with(filled.path, SECOND)
    assert not opens_with(filled.path, FIRST)

    window.notice._action.click()
    settle(qtbot, window)
    assert "Backed up" in window.notice.text()
    copies = sorted((filled.path.parent / "backups").glob("*.kam"))
    assert sorted(opens_with(copy, None) for copy in copies) == [False, True], (
        "the one made before is not locked"
    )

    dialog = ask(qtbot, window)
    dialog.old.setText(SECOND)
    dialog.away.setChecked(True)
    assert not dialog.new.isEnabled()
    assert "whoever has the file" in dialog._follows.text()
    dialog.primary.click()
    settle(qtbot, window)
    assert "without a passphrase" in window.notice.text()
    assert opens_with(filled.path, None)
    window.go("accounts")
    settle(qtbot, window)
    assert window.accounts.model.rowCount() == before


def test_what_was_done_before_can_still_be_undone(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    text = window.actions_["undo"].text()
    assert window.actions_["undo"].isEnabled()
    give(qtbot, window, FIRST)
    assert window.actions_["undo"].text() == text
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert window.actions_["redo"].isEnabled()


def test_a_wrong_one_changes_nothing_and_says_so(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    give(qtbot, window, FIRST)
    dialog = give(qtbot, window, SECOND, "something else")
    assert dialog.isVisible()
    assert "does not fit" in dialog.reason()
    assert dialog.old.hasFocus()
    assert dialog.new.first.text() == SECOND
    assert opens_with(filled.path, FIRST)
    dialog.old.setText(FIRST)
    dialog.primary.click()
    settle(qtbot, window)
    assert opens_with(filled.path, SECOND)


def test_what_is_not_given_twice_is_not_taken(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = ask(qtbot, window)
    assert dialog.old.isHidden()
    for first, again, said in (
        ("one", "", "not the same"),
        ("", "", "Type the new passphrase"),
        ("one", "two", "not the same"),
    ):
        dialog.new.first.setText(first)
        dialog.new.again.setText(again)
        dialog.primary.click()
        assert said in dialog.reason()
        assert opens_with(filled.path, None)


def test_what_follows_is_said_before(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.top.backup.click()
    settle(qtbot, window)
    window.book_card.passphrase.click()
    settle(qtbot, window)
    dialog = opened(ChangePassphraseDialog)
    assert "nobody can open it" in dialog._follows.text()
    assert str(filled.path.parent / "backups") in dialog._follows.text()
    window.actions_["chinese"].trigger()
    QApplication.processEvents()
    assert "打不开" in dialog._follows.text()
    dialog.reject()
    give(qtbot, window, FIRST)
    assert "原来的口令" in ask(qtbot, window)._follows.text()


def test_nothing_typed_is_kept_anywhere(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = ask(qtbot, window)
    dialog.new.first.setText(FIRST)
    dialog.reject()
    settle(qtbot, window)
    kept = [
        path
        for path in filled.path.parent.rglob("*")
        if path.is_file() and FIRST.encode() in path.read_bytes()
    ]
    assert kept == []
