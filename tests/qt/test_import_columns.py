"""What a list's columns are taken as: shown where something must be said, changed, remembered, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.import_lists import COLUMNS, OVERVIEW, ImportDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.mapped_columns import CELL, CHOICES, LEFT_OUT, Column
from kamdesk.qt.widgets.fields import Combo
from tests.qt.conftest import settle
from tests.qt.test_import_flow import look, names

pytestmark = pytest.mark.opens("today")

AMOUNTS = "客户名称,代号,采购额\n" + "".join(f"泽国{n}号店,x{n},{20 + n}\n" for n in range(8))


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "客户2026-10.csv"
    path.write_text(AMOUNTS, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([str(path)], ""))
    return path


def said(qtbot: QtBot, dialog: ImportDialog, name: str, column: int, value: Any) -> None:
    model = dialog.columns.columns
    row = next(n for n in range(model.rowCount()) if model.column(n).name == name)
    assert value in [each for each, _ in model.index(row, column).data(CHOICES)]
    assert model.setData(model.index(row, column), value)
    assert dialog.stage() == "looking"
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)


def cell(dialog: ImportDialog, name: str, column: int) -> Any:
    model = dialog.columns.columns
    row = next(n for n in range(model.rowCount()) if model.column(n).name == name)
    return model.index(row, column).data(CELL)


def test_a_usual_list_needs_no_touch(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("客户名称,城市\n泽国卫浴,台州\n", "utf-8")
    dialog = look(qtbot, window)
    assert dialog.parts.choice() == OVERVIEW
    assert dialog.take_in.hasFocus()
    assert dialog.overview._columns_said.text() == "Columns: 2 of 2 known"
    QTest.keyClick(dialog.overview.change, Qt.Key.Key_Space)
    assert dialog.parts.choice() == COLUMNS
    assert dialog.columns.view.hasFocus()
    dialog.reject()


def test_unit_and_year_are_said_once_and_the_unit_is_remembered(
    qtbot: QtBot, window: MainWindow, chosen: Path
) -> None:
    window.go("accounts")
    settle(qtbot, window)
    dialog = look(qtbot, window)
    QAbstractItemModelTester(
        dialog.columns.columns, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    assert dialog.parts.choice() == COLUMNS, "something must be said"
    assert cell(dialog, "采购额", 4).state == "asked"
    assert cell(dialog, "代号", Column.FIELD).state == "unknown"
    assert cell(dialog, "采购额", Column.SAMPLES).text == "20; 21; 22"
    assert "8 cells wait" in dialog.columns._warned.text()
    said(qtbot, dialog, "采购额", 4, 2025)
    said(qtbot, dialog, "采购额", 3, 10_000)
    assert not dialog.columns._warning.isVisible()
    said(qtbot, dialog, "代号", Column.FIELD, "short_name")
    assert cell(dialog, "代号", Column.FIELD).text == "short name"
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    settle(qtbot, window)
    assert not dialog.decide.isVisible()
    assert "泽国3号店" in names(window)
    dialog.undo.click()
    settle(qtbot, window)
    assert "泽国3号店" not in names(window)
    chosen.with_name("别的.csv").write_text("采购额,客户名称,代号\n9,松门门窗,y\n", "utf-8")
    QFileDialog.getOpenFileNames = lambda *a: ([str(chosen.with_name("别的.csv"))], "")  # type: ignore[method-assign]
    again = look(qtbot, window)
    assert again.columns._told.text().startswith("Columns as last time, ")
    assert cell(again, "采购额", 3).text == "ten thousands (万)"
    assert cell(again, "代号", Column.FIELD).text == "short name"
    again.columns.forget.click()
    qtbot.waitUntil(
        lambda: not again.columns.forget.isVisible() and again.stage() == "looked", timeout=20_000
    )
    assert cell(again, "代号", Column.FIELD).state == "unknown"
    again.reject()


def test_what_is_not_known_is_shown_once(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("客户名称,代号\n泽国卫浴,x\n", "utf-8")
    dialog = look(qtbot, window)
    assert dialog.parts.choice() == COLUMNS
    assert dialog.columns.columns.index(1, Column.FIELD) == dialog.columns.view.currentIndex()
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    dialog.cancel.click()
    settle(qtbot, window)
    chosen.write_text("代号,客户名称\ny,松门门窗\n", "utf-8")
    again = look(qtbot, window)
    assert again.parts.choice() == OVERVIEW
    assert again.take_in.hasFocus()
    assert again.overview._columns_said.text().startswith("Columns as last time")
    again.reject()


def test_by_keys_alone(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    dialog = look(qtbot, window)
    view = dialog.columns.view
    assert view.hasFocus()
    assert view.currentIndex() == dialog.columns.columns.index(2, 4)
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor = view.indexWidget(view.currentIndex()) or view.findChild(Combo)
    assert isinstance(editor, Combo)
    qtbot.waitUntil(lambda: editor.view().isVisible())
    assert "采购额" in editor.accessibleName()
    QTest.keyClick(editor.view(), Qt.Key.Key_Down)
    QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.stage() == "looking")
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    assert cell(dialog, "采购额", 4).text.isdigit()
    assert cell(dialog, "采购额", 3).state == "asked"
    assert QApplication.focusWidget() is view
    dialog.reject()


def test_a_list_that_nobody_knows_is_said(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    chosen.write_text("甲,乙\n泽国卫浴,台州\n", "utf-8")
    window.go("accounts")
    settle(qtbot, window)
    dialog = look(qtbot, window)
    assert dialog.parts.choice() == COLUMNS
    assert dialog.columns.kind.hasFocus()
    assert not dialog.take_in.isEnabled()
    kind = dialog.columns.kind
    kind.setCurrentIndex(kind.findData("accounts"))
    kind.activated.emit(kind.currentIndex())
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    assert "Still needed: account name" in dialog.columns._warned.text()
    said(qtbot, dialog, "甲", Column.FIELD, "name")
    said(qtbot, dialog, "乙", Column.FIELD, LEFT_OUT)
    dialog.take_in.click()
    qtbot.waitUntil(lambda: dialog.stage() == "done", timeout=20_000)
    settle(qtbot, window)
    assert "泽国卫浴" in names(window)
    dialog.undo.click()
    settle(qtbot, window)


def test_a_sheet_is_left_out_and_taken_back(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    dialog = look(qtbot, window)
    kind = dialog.columns.kind
    for choice, columns in ((None, 3), ("accounts", 3)):
        kind.setCurrentIndex(kind.findData(choice) if choice else kind.count() - 1)
        kind.activated.emit(kind.currentIndex())
        qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
        assert dialog.columns.columns.rowCount() == columns
        assert dialog.take_in.isEnabled() is (choice is not None)
    dialog.columns.header.setValue(2)
    dialog.columns.header.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.stage() == "looked", timeout=20_000)
    assert dialog.columns.columns.column(0).title == "泽国0号店"
    dialog.reject()


def test_both_languages_say_it(qtbot: QtBot, open_window: Any, filled: Any, chosen: Path) -> None:
    window = open_window(filled.path, language="zh")
    dialog = look(qtbot, window)
    assert cell(dialog, "采购额", 4).text == "哪一年？"
    assert "8 格" in dialog.columns._warned.text()
    assert dialog.columns.kind.currentText() == "客户与联系人"
    dialog.reject()
