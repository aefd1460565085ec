"""The timeline in the window: by month, by kind, by typing; Enter opens the thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.account.history import HistorySection
from kamdesk.qt.pages.account.telling import key_of
from kamdesk.qt.recording.dialog import RecordDialog
from tests.books import TODAY
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


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


def test_what_was_found_out_is_one_group_and_opens(
    qtbot: QtBot, window: MainWindow, history: HistorySection, filled: Filled
) -> None:
    chip = history.chips["known"]
    assert chip.isHidden(), "nothing was found out yet"
    for table, fields in (
        ("need", {"what": "三天内到货", "kind": "delivery"}),
        ("stage_assessment", {"stage": "initial"}),
        ("checked", {"question": "W14", "outcome": "none", "reason": "问过采购"}),
    ):
        given = {"known_on": TODAY, "account_id": filled.haichuan, **fields}
        window.desk.runner.run(jobs.record, kind=table, fields=given)
        settle(qtbot, window)
    assert not chip.isHidden()
    chip.click()
    assert {event.kind for event in history.shown()} == {"known"}
    assert len(history.shown()) == 3
    model = history.view.model()
    assert isinstance(model, EntriesModel)
    titles = {entry.title: entry for entry in model.entries()}
    assert "Need" in titles["三天内到货"].quiet
    assert "delivery" in titles["三天内到货"].detail.lower()
    history.typed.setText("stnd")
    assert [event.known.kind for event in history.shown() if event.known] == ["need"]
    history.view.choose(titles["三天内到货"].key)
    assert not history.pane.isHidden()
    QTest.keyClick(history.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    form = opened(RecordDialog)
    assert form.form.editors["what"].value() == "三天内到货"
    form.reject()
    history.typed.clear()
    (check,) = [event for event in history.shown() if event.known and event.known.kind == "checked"]
    history.view.choose(key_of(check))
    QTest.keyClick(history.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.account.section() == "questions"
