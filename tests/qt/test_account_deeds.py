"""What is done with rows of the accounts table: changed together, moved, merged, copied, written to a workbook."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.accounts import change_account, join_accounts
from kamdesk.operations.merging import merge_accounts
from kamdesk.qt.dialogs.account import AccountDialog
from kamdesk.qt.dialogs.change_many import ChangeManyDialog
from kamdesk.qt.dialogs.duplicates import DuplicatesDialog
from kamdesk.qt.dialogs.merge import MergeDialog
from kamdesk.qt.dialogs.merge_choice import preferred
from kamdesk.qt.dialogs.move_units import MoveUnitsDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.pages.accounts.page import AccountsPage
from kamdesk.qt.pages.accounts.row_menu import RowMenu
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened
from tests.qt.test_accounts_page import names

pytestmark = pytest.mark.opens("today")

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> AccountsPage:
    window.go("accounts")
    settle(qtbot, window)
    return window.accounts


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)


def add(qtbot: QtBot, window: MainWindow, name: str, **fields: object) -> None:
    from kamdesk.qt import jobs

    window.desk.runner.run(jobs.save_account, fields={"name": name, **fields}, phones=[], tags=[])
    settle(qtbot, window)


def test_several_accounts_change_together_with_a_preview_and_one_undo(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.table.choose(filled.haichuan, [filled.haichuan, filled.nanyu, filled.yuge])
    window.actions_["change_many"].trigger()
    dialog = opened(ChangeManyDialog)
    assert not dialog.primary.isEnabled()
    dialog.form.combos["value_class"].choose("A")
    dialog.form.texts["add_tags"].setText("年底回访")
    assert dialog.preview().startswith("3 of 3")
    dialog.form.texts["add_tags"].clear()
    assert dialog.preview().startswith("2 of 3")
    dialog.form.combos["status"].choose("inactive")
    assert "4 fixed visits end" in dialog.preview()
    dialog.primary.click()
    assert "reason" in dialog.reason()
    dialog.form.texts["status_reason"].setText("停业")
    dialog.primary.click()
    settle(qtbot, window)
    rows = {row.id: row for row in page.model.rows()}
    assert {rows[a].status for a in (filled.haichuan, filled.nanyu, filled.yuge)} == {"inactive"}
    assert rows[filled.nanyu].next_visit is None
    assert page.table.selected_number() == 3
    undo(qtbot, window)
    rows = {row.id: row for row in page.model.rows()}
    assert (rows[filled.nanyu].status, rows[filled.nanyu].value_class) == ("active", "B")
    assert rows[filled.nanyu].next_visit is not None


def test_a_unit_goes_under_another_and_opens_and_closes_by_keys(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.select(filled.nanyu)
    window.actions_["move_units"].trigger()
    dialog = opened(MoveUnitsDialog)
    listed = dialog.form.picker.list
    offered = [listed.item(place).text() for place in range(1, listed.count())]
    assert offered == ["海川建材", "砚石陶瓷", "渔歌五金"], "as they are read aloud"
    dialog.form.picker.field.setText("zzz")
    dialog.primary.click()
    assert dialog.reason()
    dialog.form.picker.field.setText("hcjc")
    dialog.primary.click()
    settle(qtbot, window)
    window.actions_["units_tree"].trigger()
    assert page.model.is_tree()
    assert page.tree.isChecked()
    page.select(filled.haichuan)
    QTest.keyClick(page.table, Key.Key_Left)
    assert "南屿建材" not in names(page)
    QTest.keyClick(page.table, Key.Key_Right)
    page.select(filled.nanyu)
    QTest.keyClick(page.table, Key.Key_Left)
    assert page.table.account() == filled.haichuan
    undo(qtbot, window)
    assert {row.parent_id for row in page.model.rows()} == {None}


def test_duplicates_are_compared_merged_undone_and_taken_apart_later(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    add(qtbot, window, "海川建材有限公司", city="台州市", kind="经销商")
    assert page.merge.text().endswith("2")
    window.actions_["find_duplicates"].trigger()
    settle(qtbot, window)
    dialog = opened(DuplicatesDialog)
    QTest.keyClick(dialog.list, Key.Key_Return)
    settle(qtbot, window)
    merge = opened(MergeDialog)
    assert merge.kept() == 0
    assert merge.chosen()["name"] == "海川建材有限公司"
    assert merge.chosen()["kind"] == "经销商"
    assert "nothing but its card" in merge.moves()
    merge.choose("name", 0)
    merge.merge.click()
    settle(qtbot, window)
    assert len(dialog.pairs()) == 1
    dialog.reject()
    row = next(row for row in page.model.rows() if row.id == filled.haichuan)
    assert (row.name, row.aliases, len(page.model.rows())) == ("海川建材", 1, 4)
    page.select(filled.haichuan)
    menu = RowMenu(window)
    settle(qtbot, window)
    menu._apart.actions()[0].trigger()
    settle(qtbot, window)
    assert len(page.model.rows()) == 5
    undo(qtbot, window)
    assert len(page.model.rows()) == 4
    menu.close()


@pytest.mark.parametrize("since", [False, True])
def test_taking_a_merge_apart_tells_what_stays_as_it_was_written_since(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled, since: bool
) -> None:
    add(qtbot, window, "海川建材有限公司")
    gone = next(row.id for row in page.model.rows() if row.name == "海川建材有限公司")
    run, keep = window.desk.runner.run, filled.haichuan
    run(merge_accounts, keep_id=keep, gone_id=gone, fields={"city": "温州市"})
    settle(qtbot, window)
    if since:
        run(change_account, account_id=keep, city="杭州市")
        settle(qtbot, window)
    told: list[str] = []
    page.acts.told.connect(told.append)
    page.acts.part(gone, "海川建材有限公司")
    settle(qtbot, window)
    (said,) = told
    assert said.endswith("stays") is since
    (row,) = (row for row in page.model.rows() if row.id == keep)
    assert (row.city == "杭州市") is since


def test_two_that_are_not_the_same_are_not_asked_about_again(
    qtbot: QtBot, window: MainWindow, page: AccountsPage
) -> None:
    window.actions_["find_duplicates"].trigger()
    settle(qtbot, window)
    dialog = opened(DuplicatesDialog)
    (pair,) = dialog.pairs()
    assert pair.reasons == ("phone",)
    QTest.keyClick(dialog.list, Key.Key_Delete)
    settle(qtbot, window)
    assert dialog.pairs() == []
    dialog.back.click()
    settle(qtbot, window)
    assert dialog.pairs() == [pair]
    dialog.refuse.click()
    settle(qtbot, window)
    dialog.reject()
    settle(qtbot, window)
    assert page.merge.text() == "Duplicates"


def test_whoever_is_added_again_is_asked_about_first(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    window.actions_["add_account"].trigger()
    dialog = opened(AccountDialog)
    dialog.form.name.setText("海川建材（有限公司）")
    dialog.primary.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert "海川建材" in dialog.known()
    assert len(page.model.rows()) == 4
    dialog.primary.click()
    settle(qtbot, window)
    assert window.page() == "account"
    undo(qtbot, window)
    window.actions_["add_account"].trigger()
    dialog = opened(AccountDialog)
    dialog.form.name.setText("海川建材")
    dialog.primary.click()
    settle(qtbot, window)
    dialog.open_known.click()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert view.page.id == filled.haichuan


def test_the_side_that_says_more_is_preferred_with_its_reason() -> None:
    assert preferred(["", "经销商"], 0) == (1, "only")
    assert preferred(["恒邦建材有限公司", "恒邦建材"], 1) == (0, "longer")
    assert preferred(["台州市", "温州市"], 1) == (1, "kept")


def test_rows_are_copied_as_a_table_that_computes_nothing(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    add(qtbot, window, "=1+1", value_class="C")
    page.table.selectAll()
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert len(lines) == 6
    assert lines[0].startswith("Account\tClass\tKey account\tStage\tContact")
    assert [line for line in lines if line.startswith("'=1+1\t")]
    assert "2026-11-17" in data.text()
    assert data.html().count("<tr>") == 6
    assert "5 copied" in page.foot.done()
    copied = data.text()
    page.acts.let_go()
    assert QGuiApplication.clipboard().text() == copied
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_what_is_shown_becomes_a_workbook_with_real_dates(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, tmp_path: Path
) -> None:
    page.table.sortByColumn(Column.LAST, Qt.SortOrder.DescendingOrder)
    page.filter.setText("jc")
    path = tmp_path / "out.xlsx"
    page.acts.write(path)
    settle(qtbot, window)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    found = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    assert [line[0] for line in found] == ["海川建材", "南屿建材"]
    assert found[0][heads.index("Last visit")] == datetime(2026, 11, 17)
    assert "informant" not in str(found)
    assert str(path) in window.notice.text()


def test_a_workbook_that_is_stopped_or_can_not_be_written_leaves_nothing(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, tmp_path: Path
) -> None:
    page.acts.write(tmp_path / "nowhere" / "out.xlsx")
    settle(qtbot, window)
    assert "out.xlsx" in window.notice.text() or "nowhere" in window.notice.text()
    window.notice.hide()
    page.acts.write(tmp_path / "out.xlsx")
    page.foot.stop.click()
    settle(qtbot, window)
    assert page.foot.done() or (tmp_path / "out.xlsx").exists()


def test_actions_of_the_table_are_possible_on_its_page_only(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.select(filled.nanyu)
    assert window.actions_["change_many"].isEnabled()
    assert not window.actions_["merge_chosen"].isEnabled()
    page.table.choose(filled.nanyu, [filled.nanyu, filled.yuge])
    assert window.actions_["merge_chosen"].isEnabled()
    window.go("line")
    settle(qtbot, window)
    assert not window.actions_["copy_rows"].isEnabled()
    QApplication.processEvents()


def test_a_merge_is_taken_apart_from_the_account_itself(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    store = open_book(filled.path, backups=filled.path.parent, now=NOW)
    join_accounts(store, account_id=filled.yuge, into_id=filled.haichuan, now=NOW)
    store.close()
    window = open_window(filled.path)
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    head = window.account.head
    assert not head.apart.menuAction().isVisible()
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    assert head.apart.menuAction().isVisible()
    assert head.apart.menuAction() in head.menu.actions()
    (action,) = head.apart.actions()
    assert action.text() == "渔歌五金"
    action.trigger()
    settle(qtbot, window)
    assert "渔歌五金" in window.notice.text()
    assert not head.apart.menuAction().isVisible()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert head.apart.menuAction().isVisible()
