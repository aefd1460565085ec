"""The accounts table paints its rows itself: what is on the screen after any scrolling is what it paints whole."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.jobs import AccountTable
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.accounts.page import AccountsPage
from kamdesk.reads.account_table import AccountRow
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

Key = Qt.Key
TODAY = date(2026, 11, 24)


@pytest.fixture
def page(qtbot: QtBot, open_window: Open, filled: Filled) -> AccountsPage:
    """Sixty accounts, more than are seen at once."""
    window: MainWindow = open_window(filled.path, page="accounts")
    settle(qtbot, window)
    rows = tuple(
        AccountRow(
            id=f"{n}", name=f"Account {n}", value_class="ABC"[n % 3], is_key=n % 4 == 0, city=f"{n % 7}"
        )
        for n in range(60)
    )
    window.accounts.model.set_rows(AccountTable(rows, tuple(row.name for row in rows)), TODAY)
    window.accounts.table.choose("0")
    QApplication.processEvents()
    return window.accounts


def on_screen(page: AccountsPage) -> QImage:
    """The table as the display has it, of which only a part was painted last."""
    QApplication.processEvents()
    port, window = page.table.viewport(), page.window()
    place = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
    return window.screen().grabWindow(window.winId()).toImage().copy(place)


def painted_whole(page: AccountsPage) -> QImage:
    page.table.viewport().repaint()
    return on_screen(page)


def test_what_scrolling_moves_is_what_would_be_painted(page: AccountsPage) -> None:
    bar = page.table.verticalScrollBar()
    assert bar.maximum() > 3 * page.table.rowHeight(0)
    seen = []
    for value in (7, 40, 33, 400, bar.maximum(), bar.maximum() - 5, 0):
        bar.setValue(value)
        after = on_screen(page)
        assert after == painted_whole(page), value
        seen.append(after)
    assert seen[0] != seen[1]


def test_a_key_paints_the_row_left_and_the_row_entered(page: AccountsPage) -> None:
    page.table.setFocus()
    before = painted_whole(page)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Up, Key.Key_End):
        QTest.keyClick(page.table, key)
        assert on_screen(page) == painted_whole(page), key
    assert on_screen(page) != before


def test_columns_are_painted_where_they_stand(page: AccountsPage) -> None:
    header, before = page.table.horizontalHeader(), painted_whole(page)
    header.moveSection(header.visualIndex(page.table.columns()[2]), 1)
    moved = on_screen(page)
    assert moved != before
    assert moved == painted_whole(page)
    page.table.set_shown(page.table.columns()[1], False)
    assert on_screen(page) != moved
