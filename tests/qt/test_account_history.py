"""The timeline in the window: by month, by kind, by typing; Enter opens the thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.account.history import HistorySection
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened


@pytest.fixture
def history(qtbot: QtBot, window: MainWindow, filled: Filled) -> HistorySection:
    window.open_account(filled.haichuan, "history")
    settle(qtbot, window)
    return window.account.history


def test_months_head_the_events_and_cannot_be_chosen(history: HistorySection) -> None:
    model = history.view.model()
    assert isinstance(model, EntriesModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    entries = model.entries()
    assert entries[0].heading
    assert "2026" in entries[0].title
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert history.view.key() == entries[1].key
    days = [event.day for event in history.shown()]
    assert days == sorted(days, reverse=True)


def test_chips_and_typing_filter(qtbot: QtBot, history: HistorySection) -> None:
    whole = len(history.shown())
    history.chips["promise"].click()
    assert {event.kind for event in history.shown()} == {"promise"}
    history.chips["visit"].click()
    assert {event.kind for event in history.shown()} == {"promise", "visit"}
    for kind in ("promise", "visit"):
        history.chips[kind].click()
    assert len(history.shown()) == whole
    QTest.keyClick(history.view, "b")
    QTest.keyClicks(history.typed, "f20")
    assert history.typed.text() == "bf20"
    assert [event.kind for event in history.shown()] == ["promise"], "initials of the pinyin count"
    QTest.keyClick(history.typed, Qt.Key.Key_Down)
    assert history.view.hasFocus()
    history.typed.setText("nothing like it")
    assert history.shown() == []
    assert history._stack.currentWidget() is history._none


def test_enter_opens_the_thing(qtbot: QtBot, window: MainWindow, history: HistorySection) -> None:
    history.chips["promise"].click()
    history.view.setFocus()
    QTest.keyClick(history.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    opened(SettleDialog).reject()
    history.chips["promise"].click()
    history.chips["visit"].click()
    QTest.keyClick(history.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "report"


def test_the_section_is_remembered(
    qtbot: QtBot, window: MainWindow, history: HistorySection, filled: Filled
) -> None:
    assert window.account.to_keep() == {"section": "history"}
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    assert window.account.section() == "history"
    assert history.shown() == [] or all(event.title != "补发 20 包破损瓷砖胶" for event in history.shown())
