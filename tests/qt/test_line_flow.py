"""The line changed in the window: dragged, asked about, saved, its history told, undone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt import jobs
from kamdesk.qt.dialogs.slot import SlotDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.line.asked import rhythm_code
from kamdesk.qt.weekgrid.mime import to_mime
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled


def stop_key(window: MainWindow, account_id: str) -> str:
    return next(b.key for b in window.line.grid.sheet().blocks if b.account_id == account_id and b.here)


def place(window: MainWindow, key: str) -> tuple[int, int, int]:
    block = window.line.grid.sheet().block(key)
    assert block is not None
    return block.day, block.start, block.minutes


def drag(window: MainWindow, key: str, day: int, start: int) -> None:
    """Takes a stop by its upper part and drops it so that it begins at ``start``."""
    grid = window.line.grid
    block = grid.sheet().block(key)
    assert block is not None
    geometry = grid.geometry_now()
    rect = grid.rect_of(key)
    begin = QPoint(int(rect.center().x()), int(rect.top()) + 8)
    end = QPoint(
        int(geometry.x(day) + geometry.day_width / 2),
        begin.y() + int((start - block.start) * geometry.minute),
    )
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 6):
        QTest.mouseMove(grid, begin + (end - begin) * step / 5)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_a_stop_is_dragged_and_the_customer_asked(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    drag(window, stop_key(window, filled.nanyu), 4, 11 * 60)
    settle(qtbot, window)
    ask = window.line.flow.ask
    assert ask.isVisible()
    lifted = window.line.grid.lifted()
    assert lifted is not None
    assert (lifted.block.day, lifted.block.start) == (4, 11 * 60)
    ask.apply.click()
    assert ask.isVisible(), "nobody has been said to have asked"
    assert place(window, stop_key(window, filled.nanyu)) == (3, 8 * 60 + 30, 60)

    ask._customer.radio.setChecked(True)
    ask._words.setText("早上要发货")
    ask._contact.setFocus()
    QTest.keyClick(ask._contact, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not ask.isVisible()
    assert place(window, stop_key(window, filled.nanyu)) == (4, 11 * 60, 60)
    assert "26 Nov" in window.notice.text()

    events: list[tuple] = []
    window.desk.runner.read(
        jobs.slot_history, done=events.append, account_id=filled.nanyu, today=window.desk.today()
    )
    settle(qtbot, window)
    change = events[0][0]
    assert (change.asked_by, change.contact, change.reason) == ("customer", "郑海潮", "早上要发货")
    assert change.on == date(2026, 11, 26)

    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert place(window, stop_key(window, filled.nanyu)) == (3, 8 * 60 + 30, 60)
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    assert place(window, stop_key(window, filled.nanyu)) == (4, 11 * 60, 60)


def test_what_we_asked_for_needs_a_reason(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    drag(window, stop_key(window, filled.nanyu), 3, 10 * 60)
    settle(qtbot, window)
    ask = window.line.flow.ask
    QTest.keyClick(ask, Qt.Key.Key_Return)
    assert "who asked" in ask._error.text()
    QTest.keyClick(ask._customer.radio, Qt.Key.Key_Down)
    assert ask._us.radio.isChecked(), "the first arrow chooses"
    assert ask._error.isHidden(), "what was said is answered"
    ask.apply.click()
    assert ask._reason.property("wrong")
    assert "reason" in ask._error.text()
    ask._reason.setText("与路桥一天走")
    ask.apply.click()
    settle(qtbot, window)
    key = stop_key(window, filled.nanyu)
    assert place(window, key)[1] == 10 * 60
    assert window.line.grid.selected() == key, "what was moved stays in the hand"


def test_escape_puts_the_stop_back(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    key = stop_key(window, filled.nanyu)
    drag(window, key, 2, 9 * 60)
    settle(qtbot, window)
    QTest.keyClick(window.line.flow.ask, Qt.Key.Key_Escape)
    assert not window.line.flow.ask.isVisible()
    assert window.line.grid.lifted() is None
    assert place(window, key) == (3, 8 * 60 + 30, 60)
    assert not window.actions_["redo"].isEnabled()


def test_while_a_stop_is_carried_its_keys_are_told(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    legend = window.line._legend
    assert not legend.hint()
    for look, view in ((0, window.line.grid), (1, window.line.cycle_view)):
        window.line.look(look)
        settle(qtbot, window)
        view.select(stop_key(window, filled.nanyu))
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert "Enter" in legend.accessibleDescription(), look
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert not legend.hint()


def test_one_visit_is_moved_and_the_slot_stays(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    drag(window, stop_key(window, filled.nanyu), 4, 9 * 60)
    settle(qtbot, window)
    ask = window.line.flow.ask
    ask._scope._group.button(1).click()
    ask._customer.radio.setChecked(True)
    ask.apply.click()
    settle(qtbot, window)
    days = {b.day: b.state for b in window.line.grid.sheet().blocks if b.account_id == filled.nanyu}
    assert days == {3: "rescheduled", 4: "planned"}
    window.week.step(1)
    settle(qtbot, window)
    assert place(window, stop_key(window, filled.nanyu)) == (3, 8 * 60 + 30, 60)


def test_another_place_typed_into_the_question(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.notice.tell("a visit has its new time")
    window.line.grid.select(stop_key(window, filled.nanyu))
    window.actions_["move_slot"].trigger()
    settle(qtbot, window)
    ask = window.line.flow.ask
    assert ask.isVisible()
    assert not window.notice.isVisible(), "it would lie over the answers"
    ask._start.setFocus()
    ask._start.selectAll()
    QTest.keyClicks(ask._start, "1345")
    QTest.keyClick(ask._start, Qt.Key.Key_Tab)
    settle(qtbot, window)
    lifted = window.line.grid.lifted()
    assert lifted is not None
    assert lifted.block.start == 13 * 60 + 45
    ask._rhythm.choose(rhythm_code(2, 0))
    ask._rhythm.activated.emit(1)
    settle(qtbot, window)
    ask._customer.radio.setChecked(True)
    ask.apply.click()
    settle(qtbot, window)
    block = window.line.grid.sheet().block(stop_key(window, filled.nanyu))
    assert block is not None
    assert (block.start, block.weeks) == (13 * 60 + 45, "1010")


def test_a_stop_is_taken_off_the_line(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.line.grid.select(stop_key(window, filled.nanyu))
    window.actions_["end_slot"].trigger()
    settle(qtbot, window)
    ask = window.line.flow.ask
    ask._us.radio.setChecked(True)
    ask._reason.setText("店关了")
    ask.apply.click()
    settle(qtbot, window)
    assert not [b for b in window.line.grid.sheet().blocks if b.account_id == filled.nanyu]
    assert filled.nanyu in {entry.key for entry in window.line.beside.tray._entries.entries()}
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert stop_key(window, filled.nanyu)


def test_an_account_is_dropped_onto_the_week(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    tray = window.line.beside.tray
    tray.choose(filled.yanshi)
    entry = next(e for e in tray._entries.entries() if e.key == filled.yanshi)
    assert entry.stop is not None
    grid, data = window.line.grid, to_mime(entry.stop)
    geometry = grid.geometry_now()
    point = QPoint(int(geometry.x(2) + 30), int(geometry.y(13 * 60 + 30)) + 9)
    drop_on(grid, data, point)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SlotDialog) and w.isVisible())
    assert dialog.form.weekday.currentData() == 2
    assert dialog.form.start.minute() == 13 * 60 + 30
    picker = dialog.form.account
    assert picker.field.text() == picker.called() == entry.title, "who was carried stands there"
    dialog.form.rhythm.choose(2)
    dialog.primary.click()
    settle(qtbot, window)
    block = window.line.grid.sheet().block(stop_key(window, filled.yanshi))
    assert block is not None
    assert (block.day, block.start, block.weeks) == (2, 13 * 60 + 30, "1010")
    said = window.notice.text()
    assert entry.title in said, "who was put where is told"
    assert "13:30" in said
    assert filled.yanshi not in {e.key for e in tray._entries.entries()}
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert filled.yanshi in {e.key for e in tray._entries.entries()}


def drop_on(grid, data, point: QPoint) -> None:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(point, copy, data, left, none),
        QDragMoveEvent(point, copy, data, left, none),
        QDropEvent(point.toPointF(), copy, data, left, none),
    ):
        QApplication.sendEvent(grid, event)


def test_the_card_of_a_stop(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    key = stop_key(window, filled.haichuan)
    window.line.grid.setFocus()
    window.line.grid.select(key)
    QTest.keyClick(window.line.grid, Qt.Key.Key_Return)
    settle(qtbot, window)
    card = window.line.opening.card
    assert card.isVisible()
    assert card._name.text() == "海川建材"
    assert card.report.isEnabled()
    card._account.click()
    settle(qtbot, window)
    assert window.page() == "account"
    window.go_back()
    settle(qtbot, window)
    assert window.page() == "line"


def test_warned_stops_are_stepped_through(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    view = window.line.view()
    assert view is not None
    warned = [stop.key for stop in view.week.stops if stop.warnings and stop.state == "planned"]
    window.line.step()
    if warned:
        assert window.line.grid.selected() == warned[0]


def test_weeks(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    assert window.top.week.text() == "Week 48"
    window.actions_["week_after"].trigger()
    settle(qtbot, window)
    assert window.top.week.text() == "Week 49"
    assert window.line.grid.sheet().now is None
    window.actions_["this_week"].trigger()
    settle(qtbot, window)
    assert window.line.grid.sheet().now == (1, 17 * 60)


def test_the_click_that_closes_a_card_chooses_the_next_stop(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    line = window.line
    line.opening.open_stop(stop_key(window, filled.nanyu))
    settle(qtbot, window)
    assert line.opening.card.isVisible()
    other = stop_key(window, filled.haichuan)
    point = line.grid.rect_of(other).center().toPoint()
    assert line.childAt(line.grid.mapTo(line, point)) is line.grid, (
        "nothing lies between the mouse and the grid"
    )
    QTest.mouseClick(line.grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert not line.opening.card.isVisible()
    assert line.grid.selected() == other


def test_a_click_beside_the_question_loses_nothing_typed(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    key = stop_key(window, filled.nanyu)
    drag(window, key, 2, 9 * 60)
    settle(qtbot, window)
    ask, grid = window.line.flow.ask, window.line.grid
    corner = QPoint(3, grid.height() - 3)
    ask._us.radio.setChecked(True)
    ask._reason.setText("与路桥一天走")
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert ask.isVisible()
    assert ask._reason.text() == "与路桥一天走"
    assert grid.lifted() is not None
    ask._reason.clear()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert not ask.isVisible()
    assert grid.lifted() is None
