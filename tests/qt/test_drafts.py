"""What is typed into a dialog is lost neither by Esc, nor by a power cut, nor by a book that can't be made."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import kamdesk.qt
from kamdesk.db.opening import open_book
from kamdesk.qt.dialogs.contents import fields, gist, set_value, value
from kamdesk.qt.dialogs.drafts import FileShelf
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.new_book import NewBookDialog
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.reads.drafts import read_draft
from tests.books import NOW
from tests.processes import Other
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

DEEDS = ("edit_account", "add_account", "add_contact", "add_promise", "add_note", "add_slot", "settle")


def open_form(qtbot: QtBot, window: MainWindow, filled: Filled, deed: str) -> FormDialog:
    if deed == "settle":
        window.account.asked.emit("open_promises", filled.promise)
    else:
        window.actions_[deed].trigger()
    settle(qtbot, window)
    return opened(FormDialog)


@pytest.fixture
def account(qtbot: QtBot, window: MainWindow, filled: Filled) -> MainWindow:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    return window


def fill_all(dialog: FormDialog) -> dict[str, object]:
    """Something else in every field than what stands there."""
    assert dialog.drafts is not None
    for number, (name, field) in enumerate(fields(dialog._inside).items()):
        if name == "phones":
            field.set_draft_value([["0576-8853611", "801", "direct"], ["", "12", "office"]])  # type: ignore[attr-defined]
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(field.count() - 1 - field.currentIndex() if field.count() > 1 else 0)
        elif isinstance(field, QLineEdit | QPlainTextEdit):
            set_value(field, f"还没写完 {number}")
        elif isinstance(field, QWidget) and not value(field):
            set_value(field, True)
    return dialog.drafts.changed()


def test_esc_keeps_all_that_was_typed(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    for deed in DEEDS:
        dialog = open_form(qtbot, account, filled, deed)
        assert dialog.draft_bar.isHidden()
        typed = fill_all(dialog)
        assert len(typed) >= 3
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        settle(qtbot, account)
        assert "is kept" in account.notice.text()
        assert dialog.windowTitle() in account.notice.text()

        again = open_form(qtbot, account, filled, deed)
        assert again is not dialog
        assert again.draft_bar.isVisible()
        assert "11-24 17:00" in again.draft_bar._said.text()
        assert again.drafts.changed() == {}
        again.draft_bar.take.click()
        settle(qtbot, account)
        assert again.drafts.changed() == typed
        assert again.draft_bar.isHidden()
        again.reject()
        settle(qtbot, account)

        third = open_form(qtbot, account, filled, deed)
        third.draft_bar.drop.click()
        settle(qtbot, account)
        assert third.draft_bar.isHidden()
        third.reject()
        settle(qtbot, account)
        last = open_form(qtbot, account, filled, deed)
        assert last.draft_bar.isHidden(), deed
        last.reject()
        settle(qtbot, account)


def test_the_way_back_is_in_the_notice(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    dialog = open_form(qtbot, account, filled, "add_note")
    dialog.form.text.setPlainText("老板要去看样板间")
    dialog.cancel.click()
    account.notice._action.click()
    settle(qtbot, account)
    assert dialog.isVisible()
    assert dialog.form.text.toPlainText() == "老板要去看样板间"
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert [note.text for note in view.history.notes] == ["老板要去看样板间"]
    assert open_form(qtbot, account, filled, "add_note").draft_bar.isHidden(), "saved is no draft"


def test_nothing_typed_is_nothing_said(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    account.notice.hide()
    dialog = open_form(qtbot, account, filled, "add_note")
    dialog.form.text.setPlainText("x")
    dialog.form.text.setPlainText("")
    dialog.reject()
    settle(qtbot, account)
    assert account.notice.isHidden()


def test_a_draft_is_of_one_account(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    dialog = open_form(qtbot, account, filled, "add_note")
    dialog.form.text.setPlainText("海川的事")
    dialog.reject()
    account.open_account(filled.nanyu)
    settle(qtbot, account)
    assert open_form(qtbot, account, filled, "add_note").draft_bar.isHidden()


def test_an_offer_passed_over_is_not_lost(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    for text in ("第一条", "第二条"):
        dialog = open_form(qtbot, account, filled, "add_note")
        dialog.form.text.setPlainText(text)
        dialog.reject()
        settle(qtbot, account)
    dialog = open_form(qtbot, account, filled, "add_note")
    assert dialog.draft_bar._gist.text() == "第二条"
    dialog.draft_bar.drop.click()
    assert dialog.draft_bar._gist.text() == "第一条"
    dialog.form.text.setPlainText("第三条")
    dialog.primary.click()
    settle(qtbot, account)
    dialog = open_form(qtbot, account, filled, "add_note")
    assert dialog.draft_bar._gist.text() == "第一条", "saving another leaves it"


def test_taking_a_draft_leaves_other_fields_as_the_book_has_them(
    qtbot: QtBot, account: MainWindow, filled: Filled
) -> None:
    dialog = open_form(qtbot, account, filled, "edit_account")
    dialog.form.city.setText("温州市")
    dialog.reject()
    account.desk.runner.run(_renamed, account_id=filled.haichuan)
    settle(qtbot, account)
    dialog = open_form(qtbot, account, filled, "edit_account")
    dialog.draft_bar.take.click()
    assert (dialog.form.name.text(), dialog.form.city.text()) == ("海川新名", "温州市")


def _renamed(store, *, account_id: str, now):
    from kamdesk.operations.accounts import change_account

    return change_account(store, account_id=account_id, name="海川新名", now=now)


def test_another_book_takes_no_dialog_of_the_one_before(
    qtbot: QtBot, account: MainWindow, filled: Filled
) -> None:
    dialog = open_form(qtbot, account, filled, "add_note")
    dialog.form.text.setPlainText("旧账本的事")
    dialog.reject()
    account.books.open_demo()
    settle(qtbot, account)
    account.dialogs.take_up_again()
    assert [w for w in account.findChildren(FormDialog) if w.isVisible()] == []


def test_the_state_of_the_draft_is_said(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    dialog = open_form(qtbot, account, filled, "add_note")
    dialog.form.text.setPlainText("x")
    with qtbot.waitSignal(dialog.drafts.kept):
        pass
    assert dialog.draft_bar.state.text() == "draft kept at 17:00"
    account.actions_["chinese"].trigger()
    QApplication.processEvents()
    assert dialog.draft_bar.state.text() == "草稿已保存，17:00"


MID_TYPING = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.books import NOW
from tests.qt.conftest import _demo, _made, _opened
from kamdesk.assets import folder
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.shelf import Shelf
from kamdesk.settings import Settings

book, account_id = Path(sys.argv[1]), sys.argv[2]
here = book.parent
shelf = Shelf(_opened, _made, _demo, book, here / "demo.kam", here, here / "b", Settings("en"), repr, here / "w.ini")
app = make_app()
window = make_window(app, shelf, folder("resources"), lambda: NOW)
window.show()
window.books.start()

def type_it():
    window.desk.runner.idle.disconnect(type_it)
    window.open_account(account_id)
    window.desk.runner.idle.connect(ask)

def ask():
    window.desk.runner.idle.disconnect(ask)
    window.actions_["add_note"].trigger()
    window.desk.runner.idle.connect(write)

def write():
    dialogs = [w for w in app.topLevelWidgets() if isinstance(w, NoteDialog)]
    if not dialogs:
        return
    window.desk.runner.idle.disconnect(write)
    (dialog,) = dialogs
    dialog.drafts.kept.connect(lambda: print("kept", flush=True))
    dialog.form.text.setPlainText("half a sentence about")

window.desk.runner.idle.connect(type_it)
app.exec()
"""


def test_killed_while_typing(
    qtbot: QtBot, open_window: Open, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with Other(MID_TYPING, filled.path, filled.haichuan) as other:
        assert other.says() == "kept"
        other.kill()
    window = open_window(filled.path)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["add_note"].trigger()
    settle(qtbot, window)
    dialog = opened(NoteDialog)
    assert dialog.draft_bar._gist.text() == "half a sentence about"
    dialog.draft_bar.take.click()
    assert dialog.form.text.toPlainText() == "half a sentence about"


def test_a_new_book_that_was_not_made_keeps_whose_it_was_to_be(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    window.welcome._new.click()
    dialog = opened(NewBookDialog)
    dialog.form.rep_name.setText("林岚")
    dialog.form.company.setText("岩屿建材")
    (tmp_path / "new").write_text("a file where the folder should be")
    dialog.primary.click()
    settle(qtbot, window)
    assert window.welcome.state() == "error"
    (tmp_path / "new").unlink()
    window.welcome._new.click()
    dialog = opened(NewBookDialog)
    dialog.draft_bar.take.click()
    assert dialog.form.rep_name.text() == "林岚"
    dialog.primary.click()
    settle(qtbot, window)
    assert window.top.place.text() == "林岚"
    assert not (tmp_path / "new-book-draft.json").exists()


def test_a_file_that_is_no_draft_is_passed_over(tmp_path: Path) -> None:
    got: list[str | None] = []
    FileShelf(tmp_path / "none.json").read(got.append)
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    FileShelf(tmp_path / "bad.json").read(got.append)
    assert got == [None, None]


def test_a_password_is_kept_nowhere(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    secret, plain = QLineEdit(top), QLineEdit(top)
    secret.setObjectName("secret")
    plain.setObjectName("plain")
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    assert list(fields(top)) == ["plain"]


def test_the_gist_is_the_longest_text() -> None:
    assert gist({"a": "短", "b": "长一些\n的话", "c": True, "d": 12345678}) == "长一些 的话"
    assert gist({"a": True}) == ""


def test_every_form_says_what_it_is_about_and_names_its_fields(
    qtbot: QtBot, account: MainWindow, filled: Filled
) -> None:
    for module in pkgutil.walk_packages(kamdesk.qt.__path__, "kamdesk.qt."):
        importlib.import_module(module.name)
    kinds = FormDialog.__subclasses__()
    undrafted = {kind.__name__ for kind in kinds if not kind.drafted}
    confidential = {"InformantDialog", "ShareInformantDialog", "UnlockDialog", "ChangePassphraseDialog"}
    assert undrafted == confidential, "what is confidential lies in no draft"
    assert [kind.__name__ for kind in kinds if kind.drafted and "subject" not in vars(kind)] == []
    for deed in DEEDS:
        dialog = open_form(qtbot, account, filled, deed)
        assert [name for name in fields(dialog._inside) if name[-1].isdigit()] == [], deed
        dialog.reject()


def test_drafts_are_local_and_undone_with_nothing(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    before = account.actions_["undo"].text()
    dialog = open_form(qtbot, account, filled, "settle")
    assert isinstance(dialog, SettleDialog)
    dialog.form.effect_seen.setText("满意")
    dialog.reject()
    settle(qtbot, account)
    assert account.actions_["undo"].text() == before
    account.desk.runner.close()
    store = open_book(filled.path, None, backups=filled.path.parent, now=NOW)
    kept = read_draft(store, form="SettleDialog", subject=filled.promise)
    store.close()
    assert kept is not None
    assert "满意" in kept.content
