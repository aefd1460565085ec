"""The four weeks of the cycle: what falls where, a stop carried to another week, a day that leads to its week."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def cycle(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.actions_["line_cycle"].trigger()
    settle(qtbot, window)
    return window


def keys(window: MainWindow, account_id: str) -> list[tuple[int, int, str]]:
    return [
        (stop.week, stop.block.day, stop.block.key)
        for stop in window.line.cycle_view.sheet().stops()
        if stop.block.account_id == account_id
    ]


def key_in(window: MainWindow, account_id: str, week: int) -> str:
    return next(key for at, _, key in keys(window, account_id) if at == week)


def test_each_week_shows_what_falls_into_it(cycle: MainWindow, filled: Filled) -> None:
    sheet = cycle.line.cycle_view.sheet()
    assert len(sheet.weeks) == 4
    assert [week.monday for week in sheet.weeks].count(cycle.week.monday) == 1
    assert [week.shown for week in sheet.weeks].count(True) == 1
    assert {week for week, _, _ in keys(cycle, filled.nanyu)} == {0, 1, 2, 3}
    assert {(week, day) for week, day, _ in keys(cycle, filled.yuge)} == {(0, 3), (2, 3), (1, 4), (3, 4)}
    loaded = [day.load[0] for week in sheet.weeks for day in week.days if day.load]
    assert loaded


def current(window: MainWindow) -> int:
    return next(n for n, week in enumerate(window.line.cycle_view.sheet().weeks) if week.shown)


def test_keys_carry_a_stop_to_the_next_week_and_the_customer_is_asked(
    qtbot: QtBot, cycle: MainWindow, filled: Filled
) -> None:
    view, ask = cycle.line.cycle_view, cycle.line.flow.ask
    week = current(cycle)
    if week == 3:
        cycle.week.step(1)
        settle(qtbot, cycle)
        week = current(cycle)
    target = 1 if week == 0 else week + 1
    source = target - 1
    begins = {stop.key: stop for w in cycle.line.cycle().weeks for stop in w.stops}  # type: ignore[union-attr]
    key = next(k for at, _, k in keys(cycle, filled.yuge) if at == source)
    was = begins[key].slot
    assert was is not None
    view.select(key)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Down, NONE)
    assert view.held() is not None
    assert view.held()[1] == (target, begins[key].date.weekday())  # type: ignore[index]
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, cycle)
    assert ask.isVisible()
    QTest.keyClick(ask, Qt.Key.Key_Escape)
    assert view.held() is None
    assert not ask.isVisible()

    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, cycle)
    ask._customer.radio.setChecked(True)
    assert ask._told.isChecked(), "who asked for a time knows it"
    ask.apply.click()
    settle(qtbot, cycle)
    weeks = {at for at, day, _ in keys(cycle, filled.yuge) if day == was.weekday}
    assert target in weeks
    cycle.actions_["undo"].trigger()
    settle(qtbot, cycle)
    assert {(at, day) for at, day, _ in keys(cycle, filled.yuge)} == {(0, 3), (2, 3), (1, 4), (3, 4)}


def test_a_weekly_stop_is_not_carried_to_a_week_it_has_already(
    qtbot: QtBot, cycle: MainWindow, filled: Filled
) -> None:
    week = current(cycle)
    if week == 3:
        pytest.skip("the last week of the cycle has none after it")
    key = key_in(cycle, filled.nanyu, week)
    cycle.line.flow.carried(key, week + 1, 3)
    settle(qtbot, cycle)
    assert not cycle.line.flow.ask.isVisible()
    assert "anyway" in cycle.notice.text()
    assert cycle.line.cycle_view.held() is None


def test_a_past_week_is_left_as_it_was(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.week.step(-1)
    settle(qtbot, window)
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.nanyu and b.here)
    window.line.grid.select(key)
    QTest.keyClick(window.line.grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(window.line.grid, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not window.line.flow.ask.isVisible()
    assert window.line.grid.lifted() is None
    assert "passed" in window.notice.text()


def test_a_click_on_a_day_goes_to_its_week(qtbot: QtBot, cycle: MainWindow) -> None:
    view = cycle.line.cycle_view
    number = 0 if current(cycle) else 1
    day = view.sheet().weeks[number].days[2].date
    cell = view.cell_rect((number, 2))
    QTest.mouseClick(view, LEFT, NONE, QPoint(int(cell.center().x()), int(cell.bottom()) - 4))
    settle(qtbot, cycle)
    assert cycle.line.grid.isVisible()
    assert cycle.week.monday == cycle.line.monday == date.fromordinal(day.toordinal() - day.weekday())
    assert cycle.line.view().week.monday == cycle.week.monday  # type: ignore[union-attr]


def test_a_stop_is_dragged_to_another_day(qtbot: QtBot, cycle: MainWindow, filled: Filled) -> None:
    view = cycle.line.cycle_view
    week = current(cycle)
    key = key_in(cycle, filled.nanyu, week)
    begin = view.rect_of(key).center().toPoint()
    end = view.cell_rect((week, 4)).center().toPoint()
    QTest.mousePress(view, LEFT, NONE, begin)
    for step in range(1, 5):
        QTest.mouseMove(view, begin + (end - begin) * step / 4)
    QTest.mouseRelease(view, LEFT, NONE, end)
    settle(qtbot, cycle)
    ask = cycle.line.flow.ask
    assert ask.isVisible()
    ask._us.radio.setChecked(True)
    ask._reason.setText("与路桥一天走")
    QTest.keyClick(ask, Qt.Key.Key_Return)
    settle(qtbot, cycle)
    assert {day for at, day, _ in keys(cycle, filled.nanyu) if at == week} == {4}
    assert "F8" in cycle.line.beside._step.text()


def test_enter_opens_the_stop_in_its_week(qtbot: QtBot, cycle: MainWindow, filled: Filled) -> None:
    view = cycle.line.cycle_view
    view.select(key_in(cycle, filled.nanyu, 0))
    view.setFocus()
    assert "Week 1" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, cycle)
    assert cycle.line.grid.isVisible()
    assert cycle.line.opening.card.isVisible()
    assert cycle.week.monday == cycle.line.monday
