"""The book in the window: its passphrase, its card, its last steps, faults, and what happens to it from outside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.errors import BookError
from kamdesk.qt.dialogs.last_steps import LastSteps
from kamdesk.qt.dialogs.new_book import NewBookDialog
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.faults import details
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.secret import SecretField, strength
from tests.books import NOW
from tests.processes import Other
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

SECRET = "蓝色屋顶 Bridge 41 雨"


def ask_for_book(window: MainWindow) -> NewBookDialog:
    window.welcome._new.click()
    dialog = opened(NewBookDialog)
    dialog.form.rep_name.setText("林岚")
    return dialog


def test_a_new_book_may_be_locked(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    dialog = ask_for_book(window)
    dialog.secret.first.setText(SECRET)
    dialog.secret.again.setText(SECRET[:-1] + "雪")
    dialog.primary.click()
    assert "not the same" in dialog.reason()
    assert not (tmp_path / "new" / "book.kam").exists()
    dialog.secret.again.setText(SECRET)
    dialog.primary.click()
    settle(qtbot, window)
    assert window.page() == "today"
    window.top.backup.click()
    settle(qtbot, window)
    assert "locked with a passphrase" in window.book_card._facts.text()
    window.desk.runner.close()
    with pytest.raises(BookError) as caught:
        open_book(tmp_path / "new" / "book.kam", None, backups=tmp_path, now=NOW)
    assert caught.value.code == "book_locked"
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in kept if SECRET.encode() in path.read_bytes()] == []


def test_a_new_book_says_where_it_lies(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    dialog = ask_for_book(window)
    assert dialog.where.text() == str(tmp_path / "new" / "book.kam")
    there = tmp_path / "there.kam"
    there.write_bytes(b"mine")
    chosen = iter(["", str(there), str(tmp_path / "elsewhere" / "own")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (next(chosen), ""))
    dialog.choose.click()
    assert dialog.where.text() == str(tmp_path / "new" / "book.kam"), "given up, it stays"
    dialog.choose.click()
    dialog.primary.click()
    assert str(there) in dialog.reason()
    assert there.read_bytes() == b"mine"
    dialog.choose.click()
    assert dialog.where.text() == str(tmp_path / "elsewhere" / "own.kam")
    dialog.primary.click()
    settle(qtbot, window)
    assert (tmp_path / "elsewhere" / "own.kam").exists()
    assert not (tmp_path / "new" / "book.kam").exists()


def test_a_second_book_lies_beside_the_first(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.actions_["new_book"].trigger()
    dialog = opened(NewBookDialog)
    dialog.form.rep_name.setText("林/岚")
    assert dialog.where.text() == str(filled.path.with_name("林-岚.kam"))
    filled.path.with_name("林-岚.kam").write_bytes(b"")
    assert dialog.path() == filled.path.with_name("林-岚-2.kam")
    dialog.reject()


def test_a_passphrase_is_no_draft(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    dialog = ask_for_book(window)
    dialog.secret.first.setText(SECRET)
    dialog.reject()
    draft = (tmp_path / "new-book-draft.json").read_text("utf-8")
    assert "林岚" in draft
    assert SECRET not in draft


@pytest.mark.parametrize(
    ("text", "worth"), [("", 0), ("abc123", 0), ("aaaaaaaaaaaaaaaa", 0), ("mqkzvbtrwj", 1), (SECRET, 2)]
)
def test_strength(text: str, worth: int) -> None:
    assert strength(text) == worth


def test_caps_lock_is_guessed_from_what_comes(qtbot: QtBot) -> None:
    field = SecretField()
    qtbot.addWidget(field)
    told: list[bool] = []
    field.caps.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_A)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    for text, shift in (("A", Qt.KeyboardModifier.NoModifier), ("a", Qt.KeyboardModifier.ShiftModifier)):
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, shift, text))
    assert told[-2:] == [True, True]


def test_the_card_of_the_book(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for _ in range(2):
        window.actions_["back_up"].trigger()
        settle(qtbot, window)
    window.top.backup.click()
    settle(qtbot, window)
    card = window.book_card
    assert card.isVisible()
    assert str(window.books.state().path) == card._path.text()
    assert "not locked" in card._facts.text()
    assert len(card._copies.text().splitlines()) >= 2
    assert "24 Nov 17:00" in card._copies.text()
    assert "Book → Restore a backup" in card._back.text()
    before = len(list((tmp_path / "backups").glob("*.kam")))
    window.actions_["chinese"].trigger()
    QApplication.processEvents()
    assert card._title.text() == "这本客户簿"
    card.back_up.click()
    settle(qtbot, window)
    assert not card.isVisible()
    assert len(list((tmp_path / "backups").glob("*.kam"))) == before + 1


def test_a_book_without_a_copy_gets_one_as_it_is_opened_and_no_second_that_day(
    open_window: Open, filled: Filled, tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    shutil.rmtree(backups)
    for _ in range(2):
        window = open_window(filled.path)
        (copy,) = backups.iterdir()
        window.desk.runner.close()
        window.close()
    open_book(copy, None, backups=tmp_path / "none", now=NOW).close()


def test_an_older_step_is_undone_by_itself(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    from kamdesk.operations.accounts import change_account

    run = window.desk.runner.run
    run(change_account, account_id=filled.yanshi, name="砚石一")
    run(change_account, account_id=filled.yanshi, name="砚石二")
    run(change_account, account_id=filled.nanyu, city="温州市")
    settle(qtbot, window)
    window.actions_["last_steps"].trigger()
    settle(qtbot, window)
    dialog = opened(LastSteps)
    rows = dialog.steps.entries()
    assert [row.detail for row in rows[:3]] == ["南屿建材", "砚石二", "砚石二"]
    dialog.list.setCurrentIndex(dialog.steps.index(2, 0))
    assert not dialog.undo.isEnabled()
    assert "later" in dialog._why.text()
    dialog.list.setCurrentIndex(dialog.steps.index(1, 0))
    assert dialog.undo.isEnabled()
    dialog.undo.click()
    settle(qtbot, window)
    assert dialog.steps.entries()[1].chip == "undone"
    window.go("accounts")
    settle(qtbot, window)
    names = {row.name: row.city for row in window.accounts.model.rows()}
    assert "砚石一" in names
    assert names["南屿建材"] == "温州市"
    dialog.accept()


def test_a_fault_can_be_copied_without_a_word_of_a_customer(qtbot: QtBot, window: MainWindow) -> None:
    def falls(store: object) -> None:
        name = "海川建材 13905760001"
        raise RuntimeError(name)

    window.desk.runner.read(falls, done=lambda _: None)
    settle(qtbot, window)
    assert "What you saved is safe" in window.notice.text()
    assert "海川" not in window.notice.text()
    assert "RuntimeError" not in window.notice.text()
    window.notice._action.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError" in copied
    assert "test_book_desk.py" in copied
    assert "海川" not in copied
    assert "139" not in copied.replace("kamdesk", "")


def test_details_name_the_cause() -> None:
    def falls() -> None:
        try:
            raise KeyError("海川")
        except KeyError as error:
            raise ValueError("南屿") from error

    with pytest.raises(ValueError, match="南屿") as caught:
        falls()
    said = details(caught.value)
    assert "ValueError" in said
    assert "KeyError" in said
    assert "海川" not in said
    assert "南屿" not in said


def write_note(qtbot: QtBot, window: MainWindow, filled: Filled) -> NoteDialog:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["add_note"].trigger()
    settle(qtbot, window)
    dialog = opened(NoteDialog)
    dialog.form.text.setPlainText("写了很久的一段话")
    return dialog


def test_a_book_that_was_replaced_while_open(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = write_note(qtbot, window, filled)
    copy = filled.path.with_name("other.kam")
    shutil.copy(filled.path, copy)
    os.replace(copy, filled.path)
    dialog.primary.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert dialog.reason()
    assert "made a mistake" not in dialog.reason()
    assert dialog.form.text.toPlainText() == "写了很久的一段话"


def test_a_book_that_vanished_while_open(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = write_note(qtbot, window, filled)
    filled.path.rename(filled.path.with_name("moved.kam"))
    dialog.primary.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert dialog.reason()
    assert "made a mistake" not in dialog.reason()
    filled.path.with_name("moved.kam").rename(filled.path)
    dialog.primary.click()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert [note.text for note in view.history.notes] == ["写了很久的一段话"], "once the book is back"


HOLDER = """
import sys
from pathlib import Path
from tests.books import NOW
from kamdesk.db.opening import open_book
store = open_book(Path(sys.argv[1]), None, backups=Path(sys.argv[1]).parent, now=NOW)
store.hold()
print("held", flush=True)
sys.stdin.readline()
store.close()
print("closed", flush=True)
"""


def test_a_book_that_another_process_has_open(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    with Other(HOLDER, filled.path) as other:
        assert other.says() == "held"
        from kamdesk.bootstrap import make_shelf
        from kamdesk.places import find_places
        from kamdesk.settings import Settings

        shelf = make_shelf(filled.path, None, places=find_places(), settings=Settings("en"), ask=lambda: NOW)
        with pytest.raises(BookError) as caught:
            shelf.open_book(filled.path, None)
        assert caught.value.code == "book_in_use"
        other.tell()
        assert other.says() == "closed"
    shelf.open_book(filled.path, None).close()
