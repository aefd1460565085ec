"""A list taken in through the window: looked at, carried out, told, undone, stopped."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.db import transaction
from kamdesk.db.opening import open_book
from kamdesk.domain import changes
from kamdesk.qt import jobs
from kamdesk.qt.dialogs.import_lists import ImportDialog
from kamdesk.qt.dialogs.questions import QuestionsDialog
from kamdesk.qt.jobs.search import SearchView
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.today.entry import LineButton
from tests.books import NOW
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

LIST = """客户名称,联系人,手机,城市,类别
泽国卫浴,王建,13800138000,台州,B
章安门窗,李芳,13900139000,台州,C
东港板材,陈伟,1.3912E+10,台州,B
"""


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "客户.csv"
    path.write_text(LIST, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(path)], ""))
    return path


def look(qtbot: QtBot, window: MainWindow) -> ImportDialog:
    window.actions_["import_list"].trigger()
    dialog = opened(ImportDialog)
    qtbot.waitUntil(lambda: dialog.stage() != "looking", timeout=20_000)
    return dialog


def names(window: MainWindow) -> set[str]:
    return {row.name for row in window.accounts.model.rows()}


def test_looking_writes_nothing(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    window.go("accounts")
    settle(qtbot, window)
    dialog = look(qtbot, window)
    assert dialog.stage() == "looked"
    assert dialog.take_in.isEnabled()
    assert dialog.counts.index(0, 1).data() == "3"
    assert any("1.3912E+10" in entry.title for entry in dialog.problems.entries())
    dialog.cancel.click()
    settle(qtbot, window)
    assert "泽国卫浴" not in names(window)
    assert list(chosen.parent.glob("*rejects*")) == []


def test_taken_in_and_undone(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    window.go("accounts")
    settle(qtbot, window)
    dialog = look(qtbot, window)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    settle(qtbot, window)
    assert {"泽国卫浴", "章安门窗", "东港板材"} <= names(window)
    assert "import of lists" in window.actions_["undo"].text()
    assert dialog.undo.isVisible()
    dialog.undo.click()
    settle(qtbot, window)
    assert "泽国卫浴" not in names(window)


def test_the_same_list_twice_has_nothing_to_take_in(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    dialog = look(qtbot, window)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    dialog.cancel.click()
    settle(qtbot, window)
    again = look(qtbot, window)
    assert {again.counts.index(0, column).data() for column in (1, 2)} == {"–"}
    again.reject()


def test_questions_are_answered_and_taken_back(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("客户名称,城市\n泽国卫浴有限公司,台州\n", "utf-8")
    look(qtbot, window).take_in.click()
    dialog = opened(ImportDialog)
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    assert not dialog.decide.isVisible()
    dialog.cancel.click()
    settle(qtbot, window)
    before = window.actions_["questions"].text()
    chosen.write_text("客户名称,城市\n泽国卫浴,台州\n", "utf-8")
    again = look(qtbot, window)
    again.take_in.click()
    qtbot.waitUntil(lambda: again.stage() == "done", timeout=20_000)
    assert again.decide.hasFocus()
    QTest.keyClick(again.decide, Qt.Key.Key_Return)
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert asked.entries.rowCount() == 1
    assert "客户.csv" in asked.entries.entries()[0].detail
    assert [each.text() for each in asked.choices()] == [
        "It is 泽国卫浴有限公司",
        "It is another account…",
        "It is a new account",
        "Leave it out",
    ]
    assert asked.choices()[0].isChecked()
    assert "泽国卫浴有限公司" in asked._says.text()
    assert asked.list.viewport().rect().contains(asked.list.visualRect(asked.list.currentIndex()))
    assert window.actions_["questions"].text() == f"{before} 1"
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert asked.choices()[2].isChecked()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    assert asked.list.hasFocus()
    assert window.actions_["questions"].text() == before
    asked.undo.click()
    settle(qtbot, window)
    assert (asked.entries.rowCount(), window.actions_["questions"].text()) == (1, f"{before} 1")
    asked.choices()[3].click()
    asked.answer.click()
    settle(qtbot, window)
    assert asked.entries.entries()[0].chip == "left out"
    assert window.actions_["questions"].text() == before
    asked.answer.click()
    settle(qtbot, window)
    assert asked.entries.entries()[0].chip == ""
    asked.accept()
    window.go("today")
    settle(qtbot, window)
    lines = window.today.cards.follow_up.lines
    told = next(line for line in lines.findChildren(LineButton) if line.line.deed == "questions")
    assert told.line.title == "1 question of your lists to decide"
    told.click()
    settle(qtbot, window)
    opened(QuestionsDialog).choices()[2].click()
    opened(QuestionsDialog).answer.click()
    settle(qtbot, window)
    opened(QuestionsDialog).accept()
    settle(qtbot, window)
    assert "questions" not in [line.line.deed for line in lines.findChildren(LineButton)]


def test_an_account_that_lies_elsewhere_is_not_proposed(
    qtbot: QtBot, window: MainWindow, chosen: Path
) -> None:
    for text in ("泽国卫浴有限公司,台州,解放路9号,李四\n", "泽国卫浴,台州,人民路1号,张三\n"):
        chosen.write_text(f"客户名称,城市,地址,联系人\n{text}", "utf-8")
        dialog = look(qtbot, window)
        dialog.take_in.click()
        qtbot.waitUntil(lambda dialog=dialog: dialog.stage() == "done", timeout=20_000)
        dialog.cancel.click()
        settle(qtbot, window)
    window.actions_["questions"].trigger()
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert [each.text() for each in asked.choices() if each.isChecked()] == ["It is a new account"]
    assert "解放路9号" in asked._says.text()
    assert "李四" in asked._says.text()


def test_a_doubtful_cell_is_answered_with_the_value(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("客户名称,联系人,生日\n泽国卫浴,王建,3/4/1985\n", "utf-8")
    dialog = look(qtbot, window)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    QTest.keyClick(dialog.decide, Qt.Key.Key_Return)
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert [each.text() for each in asked.choices()] == ["The right value is:", "Leave it out"]
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert asked.value.field.hasFocus()
    assert asked.value.text() == "3/4/1985"
    for typed in ("5/6/1986", "", "springtime"):
        asked.value.field.setText(typed)
        QTest.keyClick(asked.value.field, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert "The book is unchanged" in asked.value.wrong()
        assert asked.value.text() == typed
        assert asked.value.field.property("wrong")
    asked.value.field.setText("1985-03-04")
    asked.value.field.textEdited.emit("1985-03-04")
    assert asked.value.wrong() == ""
    QTest.keyClick(asked.value.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    assert "1985-03-04" in asked._told.text()
    asked.undo.click()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 1
    asked.choices()[1].click()
    assert not asked.value.isVisible()
    asked.accept()


def test_an_amount_out_of_proportion_is_answered_without_typing(
    qtbot: QtBot, window: MainWindow, chosen: Path, filled: Filled
) -> None:
    rows = "".join(f"第{number}门市,{100 + number}\n" for number in range(12))
    chosen.write_text(f"客户名称,2025年销售额(万元)\n{rows}泽国卫浴,4970000\n", "utf-8")
    dialog = look(qtbot, window)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    QTest.keyClick(dialog.decide, Qt.Key.Key_Return)
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert [each.text() for each in asked.choices()] == [
        "It is 4970000元", "It is 4970000万元", "The right value is:", "Leave it out",
    ]  # fmt: skip
    assert not asked.value.isVisible()
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    QTest.keyClick(asked.choices()[0], Qt.Key.Key_Return)
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    asked.accept()
    store = open_book(filled.path, None, backups=filled.path.parent / "b", now=NOW)
    with closing(store), store.read() as book:
        amounts = book.exec_driver_sql("SELECT amount FROM sales_history ORDER BY amount").scalars().all()
    assert amounts[-1] == 497_000_000


def test_a_file_that_is_no_list(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_bytes(b"PK\x03\x04 broken")
    dialog = look(qtbot, window)
    assert dialog.stage() == "failed"
    assert "Nothing was imported" in dialog._error.text()
    dialog.cancel.click()


def test_stopped_while_looking(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    rows = "".join(f"客户{n},王{n},1380013{n:04d},台州,B\n" for n in range(3000))
    chosen.write_text(LIST + rows, "utf-8")
    window.actions_["import_list"].trigger()
    dialog = opened(ImportDialog)
    dialog.reject()
    assert dialog.stage() == "looking", "it ends when the step has stopped"
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        pass
    settle(qtbot, window)


def test_every_kind_that_is_counted_is_in_sight(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(__file__).parents[1] / "exchange" / "data" / "zh" / "kehu_gb18030.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(path)], ""))
    dialog = look(qtbot, window)
    last = dialog.counts.index(dialog.counts.rowCount() - 1, 0)
    assert dialog.counts.rowCount() > 7
    dialog.go(0)
    assert dialog.overview.table.viewport().rect().contains(dialog.overview.table.visualRect(last))


def test_a_large_list_is_searchable_once_the_window_has_read_it(
    qtbot: QtBot, window: MainWindow, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "MANY", 3)
    monkeypatch.setattr(changes, "MANY", 3)
    look(qtbot, window).take_in.click()
    dialog = opened(ImportDialog)
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    dialog.reject()
    found: list[SearchView] = []

    def ask() -> bool:
        window.desk.runner.read(jobs.search, done=found.append, typed="泽国卫浴", commands=())
        settle(qtbot, window)
        return found[-1].found.index.ready

    qtbot.waitUntil(ask, timeout=20_000)
    hits = [hit for group in found[-1].found.groups for hit in group.hits]
    assert hits[0].title.text == "泽国卫浴"
