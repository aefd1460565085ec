"""Tab goes as the eye does, also through what was built after the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.contact import ContactDialog
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

Key = Qt.Key


def tab(times: int = 1, key: Qt.Key = Key.Key_Tab) -> QWidget:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
    found = QApplication.focusWidget()
    assert found is not None
    return found


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def follows(before: QRect, after: QRect) -> bool:
    """Further right in the same row, or in a later one."""
    if (
        after.top() < before.center().y() < after.bottom()
        or before.top() < after.center().y() < before.bottom()
    ):
        return after.left() > before.left()
    return after.top() > before.top()


@pytest.mark.opens("today")
def test_every_form_is_gone_through_as_it_is_read(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    for deed in ("edit_account", "add_contact", "add_promise", "add_note", "add_slot"):
        window.actions_[deed].trigger()
        settle(qtbot, window)
        dialog = opened(FormDialog)
        room = dialog.screen().availableGeometry().height() - 80
        assert dialog._scroll.verticalScrollBar().maximum() == 0 or dialog.height() == room, deed
        at, seen = QApplication.focusWidget(), 0
        while at is not dialog.cancel:
            following, seen = tab(), seen + 1
            assert follows(place(at), place(following)), (at.accessibleName(), following.accessibleName())
            at = following
        assert seen > 2
        dialog.reject()
        settle(qtbot, window)


def test_a_number_that_is_added_has_its_place(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    window.actions_["add_contact"].trigger()
    settle(qtbot, window)
    dialog = opened(ContactDialog)
    dialog.form.department.setFocus()
    first = tab()
    assert first.accessibleName() == "Telephone number"
    tab(4)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    settle(qtbot, window)
    second = QApplication.focusWidget()
    assert second is not first
    assert second.accessibleName() == "Telephone number"
    assert tab().accessibleName() == "Extension"
    assert tab(4) is dialog.form.wechat
    dialog.reject()


def test_from_whom_we_met_to_what_was_said(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    window.line.grid.select(key)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    form = window.report.form
    form.met.focus_first()
    people = list(form.met._people.values())
    assert tab(len(people)) is form.met._somebody
    assert tab() is form.points
    assert tab(key=Key.Key_Backtab) is form.met._somebody
    form.promises.rows[0].due.setFocus()
    form.promises.rows[0].what.setText("寄样板")
    settle(qtbot, window)
    assert tab() is form.next_step
    assert len(form.promises.rows) == 1
    assert tab(key=Key.Key_Backtab) is form.promises.rows[0].due
    assert tab(key=Key.Key_Return) is form.promises.rows[1].what
    assert tab(key=Key.Key_Return) is form.promises.rows[1].what
    assert len(form.promises.rows) == 2, "an empty row is enough"
    form.promises.rows[1].what.setText("寄色卡")
    assert [tab() for _ in range(3)] == [
        form.promises.rows[1].to,
        form.promises.rows[1].due,
        form.next_step,
    ]
    form.promises.more.click()
    assert QApplication.focusWidget() is form.promises.rows[2].what
