"""The rows of a list before they go in: from doubt to doubt, and what is meant typed in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.exchange.records import Origin, Problem, Verdict
from kamdesk.exchange.source import RawRow
from kamdesk.exchange.spool import Spool
from kamdesk.qt.dialogs.import_lists import ROWS
from kamdesk.qt.dialogs.questions import QuestionsDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.list_problems import ListProblemsModel
from kamdesk.qt.models.list_rows import CELL, ListRowsModel, ListSheet
from kamdesk.qt.speech import Speech
from tests.qt.conftest import settle
from tests.qt.test_account_flow import opened
from tests.qt.test_import_flow import look, names

pytestmark = pytest.mark.opens("today")

LIST = """客户资料,,
客户名称,手机,城市
泽国卫浴,13800138000,台州
章安门窗,1.39E+10,台州
东港板材,12,台州
合计,3,
"""


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "客户.csv"
    path.write_text(LIST, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(path)], ""))
    return path


def test_each_doubt_stands_at_its_cell(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    dialog = look(qtbot, window)
    pane = dialog.rows
    for model in (pane.rows, pane.problems):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    dialog.overview.list.setFocus()
    QTest.keyClick(dialog.overview.list, Qt.Key.Key_Return)
    assert dialog.parts.choice() == ROWS
    assert pane.rows.rowCount() == 6
    assert [pane.rows.headerData(n, Qt.Orientation.Vertical) for n in range(6)] == list("123456")
    bad = pane.rows.index(3, 1)
    assert pane.table.currentIndex() == bad
    assert bad.data(CELL).state == "rejected"
    assert bad.data(CELL).sign
    assert "power of ten" in bad.data(Qt.ItemDataRole.ToolTipRole)
    assert bad.data(Qt.ItemDataRole.AccessibleTextRole).startswith("row 4, 手机: 1.39E+10: Not taken: ")
    assert pane.rows.index(5, 0).data(CELL).quiet, "a total is no record"
    assert not pane.rows.can_mend(pane.rows.index(5, 0))
    assert "章安门窗" in pane._where.text()
    QTest.keyClick(pane.table, Qt.Key.Key_F8)
    assert pane.table.currentIndex() == pane.rows.index(4, 1)
    QTest.keyClick(pane.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert pane.table.currentIndex() == bad
    assert pane._counted.text() == "1 of 2"
    pane.only.click()
    assert [pane.rows.number(row) for row in range(pane.rows.rowCount())] == [4, 5]
    assert pane.rows.number(pane.table.currentIndex().row()) == 4
    pane.kinds.setCurrentIndex(1)
    pane.kinds.activated.emit(1)
    assert pane.problems.rowCount() == 1
    assert pane.kinds.itemText(0) == "All that is doubted: 2"
    dialog.reject()


def test_what_is_meant_is_typed_at_the_cell(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    window.go("accounts")
    settle(qtbot, window)
    dialog = look(qtbot, window)
    dialog.go(ROWS)
    pane = dialog.rows
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.value.hasFocus()
    assert pane.value.selectedText() == "1.39E+10"
    pane.value.setText("13900139000")
    QTest.keyClick(pane.value, Qt.Key.Key_Return)
    assert pane.table.hasFocus()
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    index = pane.rows.index_of(4, 1)
    assert (index.data(), index.data(CELL).state) == ("13900139000", "mended")
    assert pane.problems.rowCount() == 1
    pane.table.setCurrentIndex(index)
    pane.back.click()
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    assert pane.problems.rowCount() == 2
    pane.table.setCurrentIndex(index := pane.rows.index_of(4, 1))
    pane.value.setText("13900139000")
    pane.use.click()
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    QTest.keyClick(pane.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    settle(qtbot, window)
    assert "章安门窗" in names(window)
    returned = next(chosen.parent.glob("*rejects*")).read_text("utf-8-sig")
    assert "东港板材" in returned
    assert "章安门窗" not in returned
    assert not dialog.overview.change.isVisible(), "it is in the book now"
    dialog.go(ROWS)
    assert pane.table.isVisible()
    assert not pane.value.isVisible()
    dialog.undo.click()
    settle(qtbot, window)
    assert "章安门窗" not in names(window)


def test_a_hundred_thousand_rows_are_read_as_they_are_shown(speech: Speech) -> None:
    rows = 100_000
    spool = Spool(lambda: (RawRow(n, (f"客户{n}", "1.39E+10", n)) for n in range(1, rows + 1)))
    spool.fill()
    asked: list[int] = []
    read = spool.row
    spool.row = lambda place: asked.append(place) or read(place)  # type: ignore[method-assign]
    problems = [
        Problem(Origin("a", "", n), "phones", "phone_scientific", Verdict.REJECTED, "手机", "1.39E+10", 1)
        for n in range(2, rows + 1)
    ]
    model = ListRowsModel(speech)
    model.show_sheet(ListSheet(spool, None, problems))
    listed = ListProblemsModel(speech)
    listed.set_problems(problems)
    assert (model.rowCount(QModelIndex()), listed.rowCount(QModelIndex())) == (rows, rows - 1)
    assert model.index(rows - 1, 0).data() == f"客户{rows}"
    assert model.index_of(70_000, 1).data(CELL).state == "rejected"
    model.only_doubtful(True)
    assert model.rowCount(QModelIndex()) == rows - 1
    assert len(set(asked)) < 200, "nobody looks at what is not shown"
    assert listed.kinds() == [("phone_scientific", rows - 1)]


def test_a_doubtful_cell_of_a_list_is_answered_later(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("客户名称\n泽国卫浴\n", "utf-8")
    for text in ("客户名称\n泽国卫浴\n", "客户名称,回款日期,回款金额\n泽国卫浴,2026-05-01,10-20万\n"):
        chosen.write_text(text, "utf-8")
        dialog = look(qtbot, window)
        dialog.take_in.click()
        qtbot.waitUntil(lambda dialog=dialog: dialog.stage() == "done", timeout=20_000)
        dialog.cancel.click()
        settle(qtbot, window)
    window.actions_["questions"].trigger()
    settle(qtbot, window)
    asked = opened(QuestionsDialog)
    assert [each.text() for each in asked.choices()] == ["回款金额 should be:", "Leave it out"]
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert asked.value.field.hasFocus()
    assert asked.value.text() == "10-20万"
    QTest.keyClick(asked.value.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "A range" in asked.value.wrong()
    asked.value.field.setText("15万")
    QTest.keyClick(asked.value.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert asked.entries.rowCount() == 0
    asked.undo.click()
    settle(qtbot, window)
    assert asked.entries.rowCount() == 1
    asked.accept()


def test_the_names_stay_in_sight_when_scrolled_sideways(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = [f"说明{number}" for number in range(20)]
    path = tmp_path / "宽.csv"
    rows = [["序号", "客户名称", "手机", *wide]]
    rows += [[str(n), f"第{n}建材有限公司", "12", *("很长的一段说明文字" for _ in wide)] for n in range(40)]
    path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(path)], ""))
    dialog = look(qtbot, window)
    dialog.parts.set_choice(ROWS)
    dialog.parts.picked.emit(ROWS)
    pane, names_ = dialog.rows, dialog.rows.table.names
    table = pane.table
    table.setCurrentIndex(pane.rows.index(1, 1))
    table.horizontalScrollBar().setValue(0)
    assert not names_.isVisible(), "it stands in its own place"
    table.setCurrentIndex(pane.rows.index(1, pane.rows.columnCount() - 1))
    assert names_.isVisible()
    assert [n for n in range(pane.rows.columnCount()) if not names_.isColumnHidden(n)] == [1]
    table.verticalScrollBar().setValue(200)
    assert names_.verticalScrollBar().value() == 200
    for row in (20, 30):
        spot = names_.visualRect(pane.rows.index(row, 1)).top()
        assert spot == table.visualRect(pane.rows.index(row, 1)).top(), "its rows stand beside theirs"
    middle = pane.rows.index(25, 8)
    table.horizontalScrollBar().setValue(table.horizontalHeader().sectionPosition(8) - 10)
    table.setCurrentIndex(middle)
    assert table.visualRect(middle).left() >= names_.width(), "nothing looked at lies under the names"
    pane.only.click()
    assert [n for n in range(pane.rows.columnCount()) if not names_.isColumnHidden(n)] == [1]
    dialog.reject()
