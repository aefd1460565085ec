"""Leave and substitute, the line's history, what is to be looked at, several fixed visits of one account."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt import jobs
from kamdesk.qt.dialogs.leave import LeaveDialog
from kamdesk.qt.dialogs.line_history import BY_CUSTOMER, BY_US, LineHistoryDialog
from kamdesk.qt.dialogs.slot import SlotDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

THURSDAY = date(2026, 11, 26)


def open_dialog(kind: type) -> Any:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def leave_dialog(qtbot: QtBot, window: MainWindow) -> LeaveDialog:
    window.actions_["leave"].trigger()
    settle(qtbot, window)
    return open_dialog(LeaveDialog)


def record(qtbot: QtBot, window: MainWindow) -> None:
    dialog = leave_dialog(qtbot, window)
    dialog.form.first_day.set_day(THURSDAY)
    dialog.form.last_day.set_day(THURSDAY)
    dialog.form.substitute.setText("钱文 13800000000")
    dialog._ask_who()
    settle(qtbot, window)
    assert "be told" in dialog._tell_title.text()
    dialog.primary.click()
    settle(qtbot, window)


def test_leave_is_recorded_shown_and_undone(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    record(qtbot, window)
    assert "南屿建材" in window.notice.text(), "who is to be told is named"
    head = window.line.grid.sheet().days[3]
    assert head.off
    assert "钱文" in head.note
    block = next(b for b in window.line.grid.sheet().blocks if b.account_id == filled.nanyu and b.here)
    assert "钱文" in block.warning
    assert "钱文 13800000000" in block.spoken
    window.actions_["line_cycle"].trigger()
    settle(qtbot, window)
    sheet = window.line.cycle_view.sheet()
    day = next(d for week in sheet.weeks for d in week.days if d.date == THURSDAY)
    assert day.off
    assert "钱文" in day.note
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert not window.line.grid.sheet().days[3].off


def test_leave_is_changed_refused_and_taken_back(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    record(qtbot, window)
    dialog = leave_dialog(qtbot, window)
    dialog._list.choose("new")
    dialog.form.first_day.set_day(THURSDAY)
    dialog.form.last_day.set_day(THURSDAY)
    dialog.primary.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert "is recorded already" in dialog.reason()

    leave = dialog._leaves[0]
    dialog._list.choose(leave.id)
    assert dialog._current is None, "nothing typed is lost by a look at another leave"
    assert "not saved yet" in dialog.reason()
    for field in (dialog.form.first_day, dialog.form.last_day):
        field.set_day(window.desk.today())
    dialog._list.choose(leave.id)
    assert dialog.form.substitute.text() == "钱文 13800000000"
    dialog.form.reason.setText("培训")
    dialog.primary.click()
    settle(qtbot, window)
    view = window.line.view()
    assert view is not None
    assert view.week.days[3].leave == "培训"

    window.line.grid.select(next(s.key for s in view.week.stops if s.date == THURSDAY))
    again = leave_dialog(qtbot, window)
    assert again.form.reason.text() == "培训", "the leave of the chosen day is opened"
    again._remove.click()
    settle(qtbot, window)
    assert window.line.view().week.days[3].leave is None  # type: ignore[union-attr]


def test_the_history_of_the_line(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    for asked_by, start in (("us", 540), ("customer", 570)):
        slot = next(
            s.slot.id for s in window.line.view().week.stops if s.account.id == filled.nanyu and s.slot  # type: ignore[union-attr]
        )  # fmt: skip
        window.desk.runner.run(
            jobs.move_slot, slot_id=slot, asked_by=asked_by, asked_on=window.desk.today(), start=start,
            effective_from=THURSDAY, reason="与路桥一天走",
        )  # fmt: skip
        settle(qtbot, window)
    window.actions_["line_history"].trigger()
    settle(qtbot, window)
    dialog = open_dialog(LineHistoryDialog)
    changes = [each for each in dialog.shown() if each.event.asked_by]
    assert [each.event.asked_by for each in changes].count("us") == 1
    assert "1 exception" in dialog._counts.text()
    dialog.filter("", BY_US)
    assert [each.exception for each in dialog.shown()] == [True]
    dialog.filter("", BY_CUSTOMER)
    assert [each.event.asked_by for each in dialog.shown()] == ["customer"]
    dialog.filter("南屿 路桥")
    assert {each.account.id for each in dialog.shown()} == {filled.nanyu}
    dialog.filter("nobody")
    assert dialog.shown() == ()
    assert dialog._none.isVisible()
    dialog.filter("南屿")
    dialog._open.click()
    settle(qtbot, window)
    assert window.page() == "account"


def test_the_keys_step_through_what_is_to_be_looked_at(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    record(qtbot, window)
    warned = [stop.key for stop in window.line.looks.warned()]
    assert len(warned) >= 2
    window.line.grid.select("")
    seen = []
    for _ in warned:
        window.actions_["next_warning"].trigger()
        seen.append(window.line.grid.selected())
    assert seen == warned
    window.actions_["previous_warning"].trigger()
    assert window.line.grid.selected() == warned[-2]


def test_a_second_fixed_visit_is_as_easy_as_the_first(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    line = window.line
    view = line.view()
    assert view is not None
    first = next(s for s in view.week.stops if s.account.id == filled.haichuan and s.slot)
    line.opening.open_stop(first.key)
    settle(qtbot, window)
    assert not line.opening.card._slots_title.isVisible(), "one slot needs no list"
    line.opening.card._add.click()
    dialog = open_dialog(SlotDialog)
    assert dialog.form.account.chosen() == filled.haichuan
    dialog.form.weekday.choose(3)
    dialog.form.start.set_minute(16 * 60)
    dialog.form.rhythm.choose(4)
    dialog.form.valid_from.set_day(THURSDAY)
    dialog.primary.click()
    settle(qtbot, window)
    mine = [b for b in line.grid.sheet().blocks if b.account_id == filled.haichuan]
    assert {b.day for b in mine} == {1, 3}
    line.opening.open_stop(next(b.key for b in mine if b.day == 3))
    settle(qtbot, window)
    assert "2 fixed visits" in line.opening.card._slots_title.text()
    line.opening.card._go(first.slot.id, first.date)  # type: ignore[union-attr]
    settle(qtbot, window)
    assert line.stop(line.chosen()).date.weekday() == 1  # type: ignore[union-attr]
    line.grid.select(next(b.key for b in mine if b.day == 3))
    window.actions_["end_slot"].trigger()
    settle(qtbot, window)
    line.flow.ask._customer.radio.setChecked(True)
    line.flow.ask.apply.click()
    settle(qtbot, window)
    left = {b.day for b in line.grid.sheet().blocks if b.account_id == filled.haichuan}
    assert left == {1}, "each is ended on its own"


def test_a_place_is_proposed_and_taken_with_enter(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    line = window.line
    line.grid.select(next(b.key for b in line.grid.sheet().blocks if b.account_id == filled.nanyu and b.here))
    window.actions_["end_slot"].trigger()
    settle(qtbot, window)
    line.flow.ask._customer.radio.setChecked(True)
    line.flow.ask.apply.click()
    settle(qtbot, window)
    tray = line.beside.tray
    tray.choose(filled.nanyu)
    best, best_found = line.proposal_of(filled.nanyu), line.beside._proposed[filled.nanyu]
    assert best is not None
    entry = next(e for e in tray._entries.entries() if e.key == filled.nanyu)
    assert entry.chip
    assert "km" not in entry.chip, "from where the day begins is not known"
    assert line.proposal_of(filled.yanshi) is None, "without coordinates nothing can be said"
    line.beside.show_proposals({filled.nanyu: None})
    entry = next(e for e in tray._entries.entries() if e.key == filled.nanyu)
    assert entry.chip == "not reachable in a day"
    assert line.proposal_of(filled.nanyu) is None
    line.beside.show_proposals({filled.nanyu: best_found})
    tray.choose(filled.nanyu)
    tray.setFocus()
    QTest.keyClick(tray, Qt.Key.Key_Return)
    dialog = open_dialog(SlotDialog)
    assert (dialog.form.weekday.currentData(), dialog.form.start.minute()) == (best.weekday, best.start)
    dialog.primary.click()
    settle(qtbot, window)
    window.week.step(1)
    settle(qtbot, window)
    block = next(b for b in line.grid.sheet().blocks if b.account_id == filled.nanyu)
    assert (block.day, block.start) == (best.weekday, best.start)
    assert not block.warning


def test_what_was_told_to_the_customer_is_reminded_of(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.desk.runner.run(
        jobs.move_slot, slot_id=filled.nanyu_slot, asked_by="customer", asked_on=window.desk.today(),
        effective_from=THURSDAY, start=540, promised=True,
    )  # fmt: skip
    settle(qtbot, window)
    line, ask = window.line, window.line.flow.ask
    key = next(b.key for b in line.grid.sheet().blocks if b.account_id == filled.nanyu and b.here)
    assert line.stop(key).slot.promised  # type: ignore[union-attr]
    line.flow.dragged(key, 3, 600, 60)
    settle(qtbot, window)
    ask._us.radio.setChecked(True)
    QApplication.processEvents()
    said = [w.text() for w in ask.findChildren(type(ask._error)) if "was told" in w.text() and w.isVisible()]
    assert said
    ask._reason.setText("并线")
    ask.apply.click()
    settle(qtbot, window)
    key = next(b.key for b in line.grid.sheet().blocks if b.account_id == filled.nanyu and b.here)
    assert not line.stop(key).slot.promised, "they were not told the new time"  # type: ignore[union-attr]
