"""Stock typed in the report: what is clicked next gets the keys, and what was put right is red no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.stock import Column
from kamdesk.reads.visit_form import CountLine, ProductChoice
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

LEFT = Qt.MouseButton.LeftButton
PRODUCTS = [ProductChoice(f"p{n}", f"C{n}", "20 kg/袋", "袋", None) for n in range(3)]


@pytest.fixture
def report(qtbot: QtBot, window: MainWindow, filled: Filled) -> MainWindow:
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    window.line.grid.select(key)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    form = window.report.form
    form.stock.show_lines([CountLine(each, 300_000, None, 0) for each in PRODUCTS], [])
    form.outcomes.choose("interested")
    return window


def click(report: MainWindow, row: int, column: Column) -> None:
    table = report.report.form.stock.table
    rect = table.visualRect(table.model().index(row, column))
    QTest.mouseClick(table.viewport(), LEFT, pos=rect.center())


def type_(text: str) -> None:
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def enter() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def cell(report: MainWindow, row: int, column: Column) -> str:
    return report.report.form.stock.model.index(row, column).data()


def test_a_click_out_of_a_count_reaches_what_was_clicked(report: MainWindow) -> None:
    form = report.report.form
    click(report, 0, Column.COUNT)
    type_("280")
    QTest.mouseClick(form.promises.rows[0].what, LEFT, pos=QPoint(20, 10))
    assert cell(report, 0, Column.COUNT) == "280"
    assert QApplication.focusWidget() is form.promises.rows[0].what
    type_("12 sheets")
    assert form.promises.rows[0].what.text() == "12 sheets"
    assert [cell(report, row, Column.COUNT) for row in range(3)] == ["280", "", ""]
    assert form.outcomes.chosen() == "interested"


def test_a_click_into_another_cell_goes_on_there(report: MainWindow) -> None:
    click(report, 0, Column.COUNT)
    type_("280")
    click(report, 2, Column.ORDER)
    type_("15")
    enter()
    assert (cell(report, 0, Column.COUNT), cell(report, 2, Column.ORDER)) == ("280", "15")


def test_digits_in_the_table_choose_no_outcome(report: MainWindow) -> None:
    form = report.report.form
    click(report, 1, Column.PRODUCT)
    type_("1")
    assert form.outcomes.chosen() == "interested"
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    type_("2")
    enter()
    assert cell(report, 1, Column.COUNT) == "12"
    assert report.report.form.stock.table.currentIndex().row() == 2


def test_enter_goes_one_down_and_tab_one_to_the_right(report: MainWindow) -> None:
    table = report.report.form.stock.table
    click(report, 0, Column.COUNT)
    type_("5")
    enter()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, Column.COUNT)
    type_("6")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, Column.ORDER)
    type_("7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, Column.COUNT)
    assert [cell(report, row, Column.COUNT) for row in range(3)] == ["5", "6", ""]
    assert cell(report, 1, Column.ORDER) == "7"
    click(report, 0, Column.COUNT)
    type_("8")
    click(report, 1, Column.COUNT)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, Column.COUNT)


def test_esc_puts_a_count_back_and_stays_in_the_table(report: MainWindow) -> None:
    stock = report.report.form.stock
    click(report, 0, Column.COUNT)
    type_("28")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert cell(report, 0, Column.COUNT) == ""
    assert QApplication.focusWidget() is stock.table
    assert report.page() == "report"


def test_what_was_put_right_is_red_no_more(report: MainWindow) -> None:
    page = report.report
    click(report, 0, Column.COUNT)
    type_("x")
    page.save()
    assert "no number" in page.error()
    click(report, 1, Column.COUNT)
    type_("5")
    enter()
    assert "no number" in page.error(), "it is still there"
    click(report, 0, Column.COUNT)
    QApplication.focusWidget().setText("280")
    enter()
    assert page.error() == ""
