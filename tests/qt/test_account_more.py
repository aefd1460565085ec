"""An account's hours, closed days and numbers, typed in its dialog; the line heeds them at once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.account import AccountDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, filled: Filled) -> AccountDialog:
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    return opened(AccountDialog)


def warned(qtbot: QtBot, window: MainWindow, filled: Filled) -> set[str]:
    """What the line says of the fixed visit on Thursday at 8:30."""
    window.go("line")
    settle(qtbot, window)
    stop = next(s for s in window.line._view.week.stops if s.account.id == filled.nanyu)
    return {warning.code.value for warning in stop.warnings}


def test_hours_typed_are_heeded_by_the_line_and_taken_back(
    qtbot: QtBot, window: MainWindow, filled: Filled, dialog: AccountDialog
) -> None:
    hours = dialog.more.hours
    hours.days[0].setText("9:00-12:00，13点至17点")
    hours.as_monday.click()
    assert hours.days[4].text() == hours.days[0].text()
    assert hours.days[5].text() == ""
    dialog.primary.click()
    settle(qtbot, window)
    assert "outside_hours" in warned(qtbot, window, filled)
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert "outside_hours" not in warned(qtbot, window, filled)


def test_a_day_left_empty_among_others_is_closed(
    qtbot: QtBot, window: MainWindow, filled: Filled, dialog: AccountDialog
) -> None:
    assert dialog.more.hours.days[3].placeholderText() == "8:30–17:30"
    dialog.more.hours.days[0].setText("9-12")
    assert dialog.more.hours.days[3].placeholderText() == "closed"
    dialog.primary.click()
    settle(qtbot, window)
    assert "closed_weekday" in warned(qtbot, window, filled)


def test_closed_days_are_heeded(
    qtbot: QtBot, window: MainWindow, filled: Filled, dialog: AccountDialog
) -> None:
    closed = dialog.more.closed
    closed.add.click()
    ((_, fields),) = [(row.texts(), row.fields) for row in closed._rows]
    assert [field.accessibleName() for field in fields] == ["first day", "last day", "reason"]
    fields[0].setText("11-26")
    fields[2].setText("盘点")
    dialog.primary.click()
    settle(qtbot, window)
    assert "customer_closed" in warned(qtbot, window, filled)
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert "customer_closed" not in warned(qtbot, window, filled)


def test_numbers_are_kept_and_another_accounts_is_refused(
    qtbot: QtBot, window: MainWindow, filled: Filled, dialog: AccountDialog
) -> None:
    dialog.more.codes.add.click()
    dialog.more.codes._rows[0].fields[1].setText("TZ-0042")
    dialog.primary.click()
    settle(qtbot, window)
    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    again = opened(AccountDialog)
    assert [texts for texts, _ in again.more.codes.rows()] == [("office list", "TZ-0042")]
    again.reject()
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    other = opened(AccountDialog)
    other.more.codes.add.click()
    other.more.codes._rows[0].fields[1].setText("tz-0042")
    other.primary.click()
    settle(qtbot, window)
    assert "南屿建材" in other.reason()
    other.reject()


def test_hours_that_cannot_be_are_said_in_place(dialog: AccountDialog) -> None:
    field = dialog.more.hours.days[2]
    for typed in ("9-25", "nine", "12:00-9:00", "9-12, 11-13"):
        field.setText(typed)
        dialog.primary.click()
        assert dialog.reason(), typed
        assert field.property("wrong"), typed
        assert field.text() == typed
        field.setText("")
        assert not field.property("wrong")


def test_days_that_cannot_be_are_said_in_place(dialog: AccountDialog) -> None:
    for first, last, reason, told in (
        ("", "", "盘点", "Nothing was saved"),
        ("31-31", "", "", "31-31” is no day"),
        ("2026-12-02", "2026-12-01", "", "Nothing was saved"),
    ):
        dialog.more.closed.set_rows([(first, last, reason)])
        dialog.primary.click()
        assert told in dialog.reason()
        assert dialog.isVisible()


def test_what_was_typed_is_kept_as_a_draft(
    qtbot: QtBot, window: MainWindow, filled: Filled, dialog: AccountDialog
) -> None:
    dialog.more.hours.days[0].setText("9-12")
    dialog.more.closed.set_rows([("2026-12-01", "", "盘点")])
    dialog.more.closed.edited.emit()
    dialog.reject()
    settle(qtbot, window)
    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    again = opened(AccountDialog)
    assert again.more.hours.is_empty()
    again.draft_bar.take.click()
    assert again.more.hours.days[0].text() == "9-12"
    assert [texts for texts, _ in again.more.closed.rows()] == [("2026-12-01", "", "盘点")]
    again.reject()
