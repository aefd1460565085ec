"""An office's book in the window: what waits for somebody's package is taken in only on the user's word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.operations.week_end.sharing import share_account
from kamdesk.qt.dialogs.vouch import VouchDialog
from tests.books import NOW, TODAY
from tests.operations.week_end.books import hand, meet, office_of, reps
from tests.qt.conftest import Open, settle
from tests.sync.test_book import account, change

pytestmark = pytest.mark.opens("today")


def test_it_is_taken_in_as_it_was_told(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    qin, lin = reps(tmp_path, "Qin", "Lin")
    office = office_of(tmp_path, qin, lin)
    meet(qin, lin)
    place = account(qin, "Yanyu")
    share_account(qin, account_id=place, colleague="Lin", since=TODAY, now=NOW)
    hand(qin, office, tmp_path, "内勤")
    change(qin, place, short_name="Y")
    hand(qin, lin, tmp_path, "Lin")
    change(lin, place, city="Hangzhou")
    hand(lin, office, tmp_path, "内勤")
    for store in (qin, lin, office):
        store.close()
    window = open_window(office.path, page="week_end")
    page = window.week_end
    page.show_part("waiting")
    settle(qtbot, window)
    panel = page.waiting
    panel.list.choose(f"refused:{panel._refused[0].number}")
    said = panel.model.entries()[1]
    assert (panel.model.entries()[0].title, said.icon) == (
        "Something of another rep's has to come first",
        "clock",
    )
    assert "Qin wrote in it; it comes with their own package" in said.detail
    assert panel.accept.text() == "Take it in as it was told…"
    panel.accept.click()
    (asked,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, VouchDialog)]
    said = asked.words()
    assert (said.question, "Qin" in said.meaning) == ("Take it in as Lin tells it?", True)
    asked.go.click()
    settle(qtbot, window)
    assert panel.count() == 0
