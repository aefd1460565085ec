"""From section to section by keys, whatever has them; Insert records one more of what a section lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.chart.plan import GAP, LOCK
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.account.people import MATRIX, TEAM
from kamdesk.qt.recording.listing import KnownList
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")

CONTROL = Qt.KeyboardModifier.ControlModifier


def holders(section: QWidget) -> list[QWidget]:
    """Everything in a section that can have the keys."""
    return [
        each
        for each in section.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible() and each.isEnabled()
    ]


def test_no_list_keeps_the_keys_that_lead_to_the_next_section(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    account = window.account
    names = list(account._sections)
    lists = 0
    for name in names:
        account.show_section(name)
        for held in holders(account._sections[name]):
            account.show_section(name)
            held.setFocus()
            lists += isinstance(held, KnownList)
            QTest.keyClick(held, Qt.Key.Key_PageDown, CONTROL)
            assert account.section() == names[(names.index(name) + 1) % len(names)], (name, held)
    assert lists >= 4
    QTest.keyClick(account, Qt.Key.Key_PageUp, CONTROL)
    assert account.section() == names[-1]


@pytest.mark.parametrize("page", ["settings", "market"])
def test_the_sections_of_other_pages_are_stepped_through_too(
    qtbot: QtBot, window: MainWindow, page: str
) -> None:
    window.go(page)
    settle(qtbot, window)
    shown = getattr(window, page)
    first = shown.section()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
    assert shown.section() != first
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_PageUp, CONTROL)
    assert shown.section() == first


def test_insert_records_one_more_in_every_list(
    qtbot: QtBot, window: MainWindow, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    account, asked = window.account, []
    account.asked.disconnect()
    account.asked.connect(lambda name, key: asked.append((name, key)))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: asked.append(("files", "")) or ([], ""))

    def insert(section: str, before: str = "") -> tuple[str, str]:
        account.show_section(section, before)
        account.focus_list()
        asked.clear()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Insert)
        (only,) = asked
        return only

    assert insert("promises") == ("add_promise", "")
    assert insert("line") == ("add_slot", "")
    assert insert("history") == ("add_note", "")
    assert insert("files") == ("files", "")
    assert insert("people") == ("add_contact", "")
    account.people.look(MATRIX)
    assert insert("people") == ("add_contact", "")
    account.people.look(TEAM)
    assert insert("people")[0] == "record"
    account.people.look(0)
    gap = next(key for key in account.people.chart.nodes() if key.startswith(GAP))
    assert insert("people", gap) == ("add_contact", gap.removeprefix(GAP))
    assert insert("people", LOCK) == ("unlock", "")


def test_insert_behind_the_open_lock_records_an_informant(
    qtbot: QtBot, window: MainWindow, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_account(filled.haichuan, "people")
    settle(qtbot, window)
    account, asked = window.account, []
    account.asked.disconnect()
    account.asked.connect(lambda name, key: asked.append(name))
    account.people.choose(LOCK)
    monkeypatch.setattr(window.desk.secrecy, "is_open", lambda: True)
    account.people.secret.retranslate()
    for held in (account.people.chart, account.people.secret.add):
        held.setFocus()
        QTest.keyClick(held, Qt.Key.Key_Insert)
    assert asked == ["add_informant", "add_informant"]
