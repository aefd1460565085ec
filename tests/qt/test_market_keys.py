"""What if, who stands near the line, the map of value and stage: reached and done by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.rule import RuleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.market.page import MarketPage
from kamdesk.qt.pages.market.rule_section import Side
from tests.qt.conftest import settle
from tests.qt.test_market_flow import confirm, dialog_of, names, page  # noqa: F401

pytestmark = pytest.mark.opens("today")

MOST = 60


def tab_to(qtbot: QtBot, window: MainWindow, wanted: QWidget) -> None:
    """Presses Tab until the field has the keys."""
    for _ in range(MOST):
        if window.focusWidget() is wanted:
            return
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab never comes to {wanted.objectName() or wanted}")


def test_a_rule_is_tried_and_saved_by_keys_alone(
    qtbot: QtBot,
    window: MainWindow,
    page: MarketPage,  # noqa: F811
) -> None:
    confirm(qtbot, window)
    page.tabs["rule"].setFocus()
    before = names(page)
    moving = page.rule.sides[Side.MOVING]
    minimum = page.rule.card.editor.rows[0].minimum
    tab_to(qtbot, window, minimum)
    minimum.selectAll()
    with qtbot.waitSignal(page.rule.card.editor.changed, timeout=5000):
        qtbot.keyClicks(minimum, "99999")
    settle(qtbot, window)
    moves = page.rule.moves()
    assert moves is not None
    assert moves.drops_out
    tab_to(qtbot, window, moving)
    qtbot.keyClick(moving, Qt.Key.Key_Space)
    assert len(names(page)) == len(moves.comes_in) + len(moves.drops_out)
    near = page.rule.sides[Side.NEAR]
    near.setFocus()
    qtbot.keyClick(near, Qt.Key.Key_Space)
    assert all(name in before for name in names(page))
    page.rule.sides[Side.ALL].click()
    tab_to(qtbot, window, page.rule.table)
    qtbot.keyClick(page.rule.table, Qt.Key.Key_Home)
    assert page.rule.table.currentIndex().row() == 0
    tab_to(qtbot, window, page.rule.card.confirm)
    qtbot.keyClick(page.rule.card.confirm, Qt.Key.Key_Space)
    settle(qtbot, window)
    form = dialog_of(RuleDialog)
    assert form.confirmed_by.text() == "林岚"
    qtbot.keyClick(form.confirmed_by, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert "林岚" in page.rule.card.said.text()
    tab_to(qtbot, window, page.rule.table)
    qtbot.keyClick(page.rule.table, Qt.Key.Key_Home)
    qtbot.keyClick(page.rule.table, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"


def test_the_map_is_reached_by_keys(
    qtbot: QtBot,
    window: MainWindow,
    page: MarketPage,  # noqa: F811
) -> None:
    page.tabs["rule"].setFocus()
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    if page.section() != "map":
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert page.section() == "map"
    tab_to(qtbot, window, page.map.map)
    qtbot.keyClick(page.map.map, Qt.Key.Key_End)
    qtbot.keyClick(page.map.map, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"
