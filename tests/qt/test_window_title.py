"""The title tells what is in view and whose book it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import RAIL
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled


@pytest.mark.opens("today")
def test_each_page_is_named_in_the_title_with_the_book(
    qtbot: QtBot, open_window: Open, filled: Filled, qapp: QApplication
) -> None:
    window = open_window(filled.path)
    owner = window.books.state().rep
    seen = set()
    for name in RAIL:
        window.go(name)
        settle(qtbot, window)
        page, book, program = window.windowTitle().split(" — ")
        assert (book, program) == (f"{owner}'s book", "kamdesk")
        assert page.startswith(window.rail.button(name).accessibleName())
        seen.add(page)
    assert len(seen) == len(RAIL)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    account = window.account.view().page.name
    assert window.windowTitle() == f"{account} — {owner}'s book — kamdesk"
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    assert window.windowTitle().startswith(f"Report: {account} — ")
    window.go("line")
    window.week.step(1)
    settle(qtbot, window)
    assert window.windowTitle().startswith("Line·Week 49 — ")
    window.desk.speech.set_language("zh", qapp)
    settle(qtbot, window)
    assert window.windowTitle() == f"线路·第49周 — {owner}的客户簿 — kamdesk"
    window.desk.speech.set_language("en", qapp)


@pytest.mark.opens("today")
def test_without_a_book_it_is_the_program_and_the_demo_says_so(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(None)
    assert window.windowTitle() == "kamdesk"
    window.books.open_demo()
    qtbot.waitUntil(lambda: window.page() != "welcome", timeout=20_000)
    settle(qtbot, window)
    assert window.windowTitle() == "Today — Demo book — kamdesk"
