"""A day that can't be driven: its visits are made up for, in part, and taken back; a road that takes longer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.line import Leave
from kamdesk.domain.visit import Visit
from kamdesk.qt.dialogs.line_proposal import LineProposalDialog
from kamdesk.qt.dialogs.line_repair import ROAD, LineRepairDialog
from kamdesk.qt.main_window import MainWindow
from tests.books import NOW, TODAY
from tests.operations.looking import every
from tests.qt.conftest import Open, settle
from tests.qt.line_books import line_book, standing
from tests.qt.test_dialogs_fit import SCREEN, faults


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return line_book(tmp_path)


def opened(qtbot: QtBot, window: MainWindow, kind: type = LineRepairDialog) -> LineRepairDialog:
    window.actions_["repair_line"].trigger()
    settle(qtbot, window)
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def moved(book: Path) -> list[Visit]:
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    found = every(store, Visit)
    store.close()
    return found


def lose(qtbot: QtBot, window: MainWindow, dialog: LineRepairDialog, days: int) -> None:
    """The days from tomorrow on."""
    dialog.first_day.setText((TODAY + timedelta(days=1)).isoformat())
    dialog.last_day.setText((TODAY + timedelta(days=days)).isoformat())
    dialog.last_day.editingFinished.emit()
    settle(qtbot, window)


def test_a_lost_day_is_made_up_for_in_one_step(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    line = standing(book)
    dialog = opened(qtbot, window)
    lose(qtbot, window, dialog, 2)
    table = dialog.list.table
    assert {table.item(n, 0).text() for n in range(table.rowCount())} == {"南桥陶瓷", "无名仓库"}
    assert "Could I come on" in dialog.list.sentences()
    assert moved(book) == [], "nothing is written by looking"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "Say why" in dialog.said.text()
    dialog.accept_.click()
    assert dialog.reason.property("wrong")
    dialog.reason.setText("ill")
    assert not dialog.reason.property("wrong")
    dialog.leave.setChecked(True)
    chosen = len(dialog.list.chosen())
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    put_off = [each for each in moved(book) if each.state == "rescheduled"]
    assert len(put_off) == chosen > 0
    assert {each.reason_text for each in put_off} == {"ill"}
    assert standing(book) == line, "the line itself stays"
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    assert [(each.first_day, each.reason) for each in every(store, Leave)] == [
        (TODAY + timedelta(days=1), "ill")
    ]
    store.close()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert moved(book) == []


def test_who_can_be_reached_is_left_out(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    lose(qtbot, window, dialog, 3)
    dialog.list.none.click()
    assert not dialog.accept_.isEnabled()
    item = dialog.list.table.item(0, 0)
    item.setCheckState(Qt.CheckState.Checked)
    dialog.reason.setText("road closed")
    dialog.accept_.click()
    settle(qtbot, window)
    assert sum(each.state == "rescheduled" for each in moved(book)) == 1


def test_days_without_a_visit(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    dialog.first_day.setText((TODAY - timedelta(days=1)).isoformat())
    dialog.first_day.editingFinished.emit()
    assert dialog.first_day.property("wrong"), "what is past is recorded as missed"
    saturday = TODAY + timedelta(days=5 - TODAY.weekday())
    for field in (dialog.first_day, dialog.last_day):
        field.setText(saturday.isoformat())
    dialog.last_day.editingFinished.emit()
    settle(qtbot, window)
    assert dialog.empty.heading.text() == "No visit is planned on these days"


def test_a_road_that_takes_longer_is_planned_around(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    dialog.what.set_choice(ROAD)
    dialog.what.picked.emit(ROAD)
    road = dialog.road
    road.two.setCurrentText("西岭五金")
    road.minutes.setValue(90)
    road.plan.click()
    settle(qtbot, window)
    shown = next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, LineProposalDialog) and each.isVisible()
    )
    shown.bar.seconds.setValue(1)
    shown.begin()
    shown.bar.stop.click()
    settle(qtbot, window)
    assert shown.stage() == "found"
    longer = shown._found.proposal.settled.problem.minutes_between  # type: ignore[union-attr]
    assert any(minutes > 90 for minutes in longer.values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_of_it_fits(qtbot: QtBot, open_window: Open, book: Path, language: str) -> None:
    window = open_window(book, language)
    dialog = opened(qtbot, window)
    lose(qtbot, window, dialog, 3)
    dialog.resize(*SCREEN)
    QApplication.processEvents()
    assert faults(dialog, False) == []
