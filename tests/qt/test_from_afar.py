"""What begins something new on the page of goals or of the market is chosen from any page, which it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.target import TargetDialog
from kamdesk.qt.from_afar import FROM_AFAR
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.recording.dialog import RecordDialog
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_goals_flow import act, save

pytestmark = pytest.mark.opens("today")


def opened(window: MainWindow) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def prospects(window: MainWindow) -> list[Any]:
    view = window.market.view()
    assert view is not None
    return list(view.prospects)


def test_its_page_comes_first_then_its_form_and_undo_takes_it_back(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    window = open_window(filled.path, "zh")
    window.go("accounts")
    settle(qtbot, window)
    window.actions_["add_prospect"].trigger()
    settle(qtbot, window)
    assert (window.page(), window.market.section()) == ("market", "prospects")
    (dialog,) = opened(window)
    assert isinstance(dialog, RecordDialog)
    assert dialog.kind == "prospect"
    dialog.form.editors["account_id"].set_value(filled.yuge)
    save(qtbot, window, dialog)
    assert window.notice.text() == "已登记潜在客户"
    assert [each.account_id for each in prospects(window)] == [filled.yuge]
    act(qtbot, window, "undo")
    assert prospects(window) == []


@pytest.mark.parametrize(("name", "begun"), [("set_target", "goals"), ("add_member", "own")])
def test_on_its_own_page_one_form_opens(qtbot: QtBot, window: MainWindow, name: str, begun: str) -> None:
    for page in ("today", FROM_AFAR[name][0]):
        window.go(page)
        settle(qtbot, window)
        assert window.actions_[name].isEnabled()
        window.actions_[name].trigger()
        settle(qtbot, window)
        assert window.page() == FROM_AFAR[name][0]
        (dialog,) = opened(window)
        assert isinstance(dialog, TargetDialog if begun == "goals" else RecordDialog)
        dialog.reject()
        settle(qtbot, window)


def test_a_promise_asks_for_its_account_where_none_is_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.go("settings")
    settle(qtbot, window)
    assert window.actions_["add_promise"].isEnabled()
    window.actions_["add_promise"].trigger()
    settle(qtbot, window)
    (dialog,) = opened(window)
    assert isinstance(dialog, PickAccountDialog)
    dialog.reject()


def test_each_menu_has_something_to_choose_on_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for page in ("today", "accounts", "settings"):
        window.go(page)
        settle(qtbot, window)
        assert all(window.actions_[name].isEnabled() for name in FROM_AFAR), page
        dead = [
            menu.title()
            for menu in (action.menu() for action in window.menuBar().actions())
            if menu is not None
            and not any(each.isEnabled() for each in menu.actions() if not each.isSeparator())
        ]
        assert dead == [], page
