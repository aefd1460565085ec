"""The keys of the own card in the window: where they lie, moved and made anew, and what is said where that fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.own_keys import OwnKeysDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.sync.package.keys import read_card
from tests.keyrings import Clinging, InMemory, Locked, Silent, in_use
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_week_end import dialog, texts

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def window(qtbot: QtBot, open_window: Open, filled: Filled) -> MainWindow:
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    return window


def asked(window: MainWindow) -> OwnKeysDialog:
    window.week_end.circle.own.keys.click()
    return dialog(OwnKeysDialog)


def gone() -> bool:
    tops = QApplication.topLevelWidgets()
    return not any(isinstance(each, OwnKeysDialog) and each.isVisible() for each in tops)


def press(qtbot: QtBot, window: MainWindow, button) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, window)


def test_moved_into_the_keyring_renamed_and_back_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    own = window.week_end.circle.own
    check = own.check.text()
    assert "My keys lie in this book" in texts(own)
    with in_use(InMemory()) as ring:
        shown = asked(window)
        assert "no longer writes in your name" in texts(shown)
        assert "needs new keys" in texts(shown)
        assert ring.calls == 0
        press(qtbot, window, shown.go)
        assert gone()
        assert "from now on" in window.notice.text()
        assert "My keys lie in the system's keyring" in texts(own)
        assert len(ring.kept) == 1
        ring.calls = 0
        window.go("today")
        window.go("week_end")
        settle(qtbot, window)
        assert ring.calls == 0, "to show the card no keyring is asked"
        own.device.setFocus()
        own.device.setText("Werkbank")
        QTest.keyClick(own.device, Qt.Key.Key_Return)
        settle(qtbot, window)
        circle = window.week_end.circle.circle()
        assert read_card(circle.text).device == "Werkbank"
        assert ring.calls == 1
        with in_use(Locked()):
            own.device.setText("Surface")
            QTest.keyClick(own.device, Qt.Key.Key_Return)
            settle(qtbot, window)
            assert "locked" in window.notice.text()
            assert own.device.text() == "Surface", "what was typed stays"
            assert window.week_end.circle.circle().card.device == "Werkbank"
        shown = asked(window)
        assert "before you change the computer" in texts(shown)
        press(qtbot, window, shown.go)
        assert ring.kept == {}
    assert "My keys lie in this book" in texts(own)
    assert own.check.text() == check


def test_what_the_keyring_refuses_is_said_in_the_dialog(qtbot: QtBot, window: MainWindow) -> None:
    shown = asked(window)
    press(qtbot, window, shown.go)
    assert "no keyring that keeps secrets safe" in texts(shown)
    with in_use(Locked()):
        press(qtbot, window, shown.go)
    assert "Unlock it and try again" in texts(shown)
    with in_use(Clinging()):
        press(qtbot, window, shown.go)
        assert gone()
        shown = asked(window)
        press(qtbot, window, shown.go)
        assert "could not be deleted" in texts(shown)
        assert "Your keys lie in this book" in texts(shown)
        shown.cancel.click()
    assert "My keys lie in this book" in texts(window.week_end.circle.own), "as the book has it now"


def test_a_package_waits_for_the_keyring_to_be_unlocked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = window.week_end
    with in_use(InMemory()) as ring:
        press(qtbot, window, asked(window).go)
        page.show_part("hand")
        settle(qtbot, window)
        with in_use(Locked()):
            page.hand.pack()
            settle(qtbot, window)
            assert "Unlock it and try again" in texts(page.hand)
            assert list(tmp_path.glob("*.kamweek")) == []
        ring.calls = 0
        page.hand.pack()
        settle(qtbot, window)
        assert (ring.calls, len(list(tmp_path.glob("*.kamweek")))) == (1, 1)


def test_while_the_keyring_is_asked_the_window_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    shown = asked(window)
    with in_use(Silent()) as ring:
        shown.go.click()
        qtbot.waitUntil(lambda: ring.asks)
        assert "a window of its own" in texts(shown)
        assert not shown.go.isEnabled()
        shown.reject()
        assert shown.isVisible(), "what was begun comes to its end"
        ring.asked.set()
        settle(qtbot, window)
    assert gone()


def test_new_keys_are_asked_for_twice(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    own = window.week_end.circle.own
    check = own.check.text()
    shown = asked(window)
    press(qtbot, window, shown.new)
    assert "given up" in texts(shown)
    assert not shown.go.isEnabled()
    press(qtbot, window, shown.back)
    assert "Your keys lie in this book" in texts(shown)
    press(qtbot, window, shown.new)
    assert not shown.understood.isChecked()
    press(qtbot, window, shown.understood)
    press(qtbot, window, shown.go)
    assert own.check.text() != check
    assert "new card" in window.notice.text()


def test_an_old_entry_that_the_keyring_keeps_is_told_once_the_keys_are_new(
    qtbot: QtBot, window: MainWindow
) -> None:
    own = window.week_end.circle.own
    with in_use(Clinging()):
        shown = asked(window)
        press(qtbot, window, shown.go)
        check = own.check.text()
        shown = asked(window)
        for button in (shown.new, shown.understood, shown.go):
            press(qtbot, window, button)
        settle(qtbot, window)
    assert own.check.text() != check
    assert "Delete the entry" in window.notice.text()


def test_a_name_that_is_too_long_is_said_at_its_field(qtbot: QtBot, window: MainWindow) -> None:
    own = window.week_end.circle.own
    own.device.setFocus()
    own.device.setText("林" * 81)
    QTest.keyClick(own.device, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "80" in own.device.accessibleDescription()
    assert own.device.property("wrong")
