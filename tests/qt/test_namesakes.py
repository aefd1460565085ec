"""Two firms of one name are told apart wherever one of them is to be chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.accounts import add_account
from kamdesk.qt.dialogs.move_units import MoveUnitsDialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.slot import SlotDialog
from kamdesk.qt.dialogs.unplanned import UnplannedDialog
from kamdesk.qt.main_window import MainWindow
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

NAME = "恒达建材"
PLACES = ("江南大道 1 号", "桐杨路 8 号")


@pytest.fixture
def window(open_window: Open, filled: Filled, qtbot: QtBot) -> MainWindow:
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    for place in PLACES:
        add_account(store, name=NAME, city="台州", address=place, now=NOW)
    store.close()
    made = open_window(filled.path, page="accounts")
    settle(qtbot, made)
    return made


def test_in_the_table(window: MainWindow) -> None:
    model = window.accounts.model
    rows = [place for place in range(model.rowCount()) if model.row_at(place).name == NAME]
    assert {model.apart(model.row_at(place)) for place in rows} == set(PLACES)
    said = {model.index(place, 0).data(Qt.ItemDataRole.ToolTipRole) for place in rows}
    assert said == {f"{NAME}·{place}" for place in PLACES}
    other = next(place for place in range(model.rowCount()) if model.row_at(place).name != NAME)
    assert model.index(other, 0).data(Qt.ItemDataRole.ToolTipRole) == model.row_at(other).name


def test_where_an_account_is_chosen(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.actions_["unplanned_visit"].trigger()
    settle(qtbot, window)
    unplanned = opened(UnplannedDialog)
    unplanned.account.setText(NAME)
    assert {row.detail for row in unplanned.model.entries()} == set(PLACES)
    unplanned.reject()

    picked: list[str] = []
    pick = PickAccountDialog(window.desk, window, picked.append)
    qtbot.addWidget(pick)
    settle(qtbot, window)
    pick.filter.setText(NAME)
    assert {row.detail for row in pick.list.model().entries()} == set(PLACES)

    window.accounts.table.choose(filled.haichuan, [filled.haichuan])
    window.actions_["move_units"].trigger()
    picker = opened(MoveUnitsDialog).form.picker
    picker.field.setText("hdjc")
    assert {picker.list.item(n).text() for n in range(picker.list.count())} == {
        f"{NAME}·{place}" for place in PLACES
    }


def test_a_fixed_visit_is_given_to_the_one_that_is_meant(qtbot: QtBot, window: MainWindow) -> None:
    window.go("line")
    settle(qtbot, window)
    window.line.placing.put_on_line()
    settle(qtbot, window)
    dialog = opened(SlotDialog)
    account = dialog.form.account
    before = account.chosen()
    assert before
    assert account.list.currentRow() == 0
    account.field.setText("hdjc")
    qtbot.keyClick(account.field, Qt.Key.Key_Down)
    chosen = account.list.currentItem().text()
    assert chosen in {f"{NAME}·{place}" for place in PLACES}
    dialog.form.start.set_minute(8 * 60)
    dialog.primary.click()
    settle(qtbot, window)
    (block,) = [each for each in window.line.grid.sheet().blocks if each.name == NAME]
    assert block.account_id not in ("", before)


def test_typing_that_fits_no_account_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.go("line")
    settle(qtbot, window)
    window.line.placing.put_on_line()
    settle(qtbot, window)
    dialog = opened(SlotDialog)
    dialog.form.account.field.setText("zzz")
    dialog.form.start.set_minute(8 * 60)
    dialog.primary.click()
    assert "No account" in dialog.reason()
    dialog.form.account.field.clear()
    assert dialog.form.account.chosen()


def test_in_the_search(qtbot: QtBot, window: MainWindow) -> None:
    window.search_desk.find()
    window.search_desk.field.setText(NAME)
    settle(qtbot, window)
    details = {line.detail for line in window.search_desk.popup.model.lines() if line.title == NAME}
    assert details == {f"台州{place}" for place in PLACES}
