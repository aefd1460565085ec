"""The accounts page: narrowed by typing, chips and views; columns kept; rows marked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.view_name import ViewNameDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.account_columns import STANDARD, Column
from kamdesk.qt.models.account_filter import BUILT_IN, Condition, Kind, days_said
from kamdesk.qt.pages.accounts.page import AccountsPage
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> AccountsPage:
    window.go("accounts")
    settle(qtbot, window)
    return window.accounts


def names(page: AccountsPage) -> list[str]:
    return [page.model.row_at(place).name for place in range(page.model.rowCount())]


def menu_action(page: AccountsPage, name: str) -> None:
    page.tabs._fill_menu()
    action = next(action for action in page.tabs.menu().actions() if action.objectName() == name)
    assert action.isEnabled()
    action.trigger()


def save_as(qtbot: QtBot, window: MainWindow, name: str) -> None:
    menu_action(window.accounts, "save_as")
    dialog = opened(ViewNameDialog)
    dialog.form.name.setText(name)
    dialog.primary.click()
    settle(qtbot, window)


def test_a_condition_is_added_changed_and_taken_away_by_keys_alone(page: AccountsPage) -> None:
    page.chips._fill_menu()
    page.chips.menu().actions()[0].trigger()
    popup = page.chips.popup()
    assert popup is not None
    assert popup.list.item(0).text().startswith("A")
    popup.list.setCurrentRow(1)
    QTest.keyClick(popup.list, Key.Key_Space)
    assert names(page) == ["南屿建材"]
    popup.list.setCurrentRow(0)
    QTest.keyClick(popup.list, Key.Key_Space)
    QTest.keyClick(popup.list, Key.Key_Return)
    assert len(names(page)) == 3
    assert page.chips.chips()[0].text() == "Class: A, B"
    page.filter.setText("川建")
    assert names(page) == ["海川建材"]
    QTest.keyClick(page.filter, Key.Key_Backspace)
    QTest.keyClick(page.filter, Key.Key_Backspace)
    assert len(page.chips.chips()) == 1
    QTest.keyClick(page.filter, Key.Key_Backspace)
    assert page.chips.conditions() == ()
    assert len(names(page)) == 4


def test_any_number_of_days_or_weeks_is_taken_right_at_the_chip(page: AccountsPage) -> None:
    page.chips.add_condition(Kind.UNSEEN)
    popup, chip = page.chips.popup(), page.chips.chips()[0]
    assert popup is not None
    assert 0 < popup.y() - chip.mapToGlobal(chip.rect().bottomLeft()).y() < 12
    assert chip.height() == chip.sizeHint().height()
    popup.field.setText("soon")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert popup.field.property("wrong")
    popup.field.setText("6 周")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert page.chips.conditions() == (Condition(Kind.UNSEEN, ("42",)),)
    assert chip.text() == "Not visited for: over 42 days"
    QTest.keyClick(popup.list, Key.Key_Return)
    page.chips.open_values(0)
    again = page.chips.popup()
    assert again is not None
    ticked = [again.list.item(place).text() for place in range(again.list.count())]
    assert any(text.startswith("over 42 days   ") for text in ticked)
    again.close()


@pytest.mark.parametrize(
    ("typed", "days"),
    [("42", "42"), ("６周", "42"), ("6 weeks", "42"), ("10天", "10"), ("0", None), ("x", None)],
)
def test_days_and_weeks_are_read(typed: str, days: str | None) -> None:
    assert days_said(typed) == days


def test_a_condition_without_a_value_goes_when_its_list_is_closed(page: AccountsPage) -> None:
    page.chips.add_condition(Kind.REGION)
    popup = page.chips.popup()
    assert popup is not None
    popup.close()
    assert page.chips.conditions() == ()
    page.chips.set_conditions([Condition(Kind.STATUS, ("active",))])
    QTest.keyClick(page.chips.chips()[0], Key.Key_Delete)
    assert page.chips.conditions() == ()


def test_built_in_views_count_and_show_their_conditions_as_chips(page: AccountsPage) -> None:
    for view in BUILT_IN:
        page.tabs.button(view.name).click()
        assert page.chips.conditions() == view.conditions
        said = page.tabs.button(view.name).accessibleName()
        assert said.endswith(f", {page.model.rowCount()}")
    assert not page.viewing.changed()
    page.chips.remove_last()
    assert page.viewing.changed()
    assert "changed" in page.tabs.button("no_slot").accessibleName()


def test_a_view_of_ones_own_keeps_filter_columns_and_order_and_each_step_is_undone(
    qtbot: QtBot, window: MainWindow, page: AccountsPage
) -> None:
    page.chips.set_conditions([Condition(Kind.CLASS, ("A",))])
    page.narrow()
    page.table.set_shown(Column.TAGS, True)
    page.table.sortByColumn(Column.PURCHASES, Qt.SortOrder.DescendingOrder)
    save_as(qtbot, window, "A 类")
    (view,) = page.viewing.own()
    assert page.viewing.current() == view
    assert not page.viewing.changed()
    page.tabs.button("all").click()
    page.table.apply(None)
    assert Column.TAGS not in page.table.columns()
    page.tabs.button(view.id).click()
    assert Column.TAGS in page.table.columns()
    assert page.table.horizontalHeader().sortIndicatorSection() == Column.PURCHASES
    assert set(names(page)) == {"海川建材", "砚石陶瓷"}
    page.filter.setText("hc")
    assert page.viewing.changed()
    menu_action(page, "save")
    settle(qtbot, window)
    assert page.viewing.own()[0].text == "hc"
    menu_action(page, "rename")
    dialog = opened(ViewNameDialog)
    dialog.form.name.setText("海川")
    dialog.primary.click()
    settle(qtbot, window)
    assert page.viewing.own()[0].name == "海川"
    menu_action(page, "remove")
    settle(qtbot, window)
    assert page.viewing.own() == []
    assert page.viewing.current() == BUILT_IN[0]
    for expected in ("海川", "A 类", "A 类"):
        window.actions_["undo"].trigger()
        settle(qtbot, window)
        assert page.viewing.own()[0].name == expected
    assert page.viewing.own()[0].text == ""


def test_views_of_ones_own_are_put_in_order_and_two_of_one_name_are_refused(
    qtbot: QtBot, window: MainWindow, page: AccountsPage
) -> None:
    save_as(qtbot, window, "一")
    save_as(qtbot, window, "二")
    assert [view.name for view in page.viewing.own()] == ["一", "二"]
    menu_action(page, "left")
    settle(qtbot, window)
    assert [view.name for view in page.viewing.own()] == ["二", "一"]
    menu_action(page, "save_as")
    dialog = opened(ViewNameDialog)
    dialog.form.name.setText("一")
    dialog.primary.click()
    settle(qtbot, window)
    assert "一" in dialog.reason()
    dialog.reject()


def test_views_that_do_not_fit_are_in_the_menu_and_the_current_one_is_in_sight(
    qtbot: QtBot, window: MainWindow, page: AccountsPage
) -> None:
    page.tabs.resize(420, 36)
    beyond = page.tabs.beyond()
    assert beyond
    assert "all" not in beyond
    page.tabs._fill_menu()
    page.tabs.menu().actions()[len(beyond) - 1].trigger()
    assert page.viewing.current().name == beyond[-1]
    page.tabs.resize(420, 36)
    assert beyond[-1] not in page.tabs.beyond()
    assert page.tabs.button(beyond[-1]).isVisible()


def test_columns_are_chosen_and_kept_for_the_next_run(
    qtbot: QtBot, open_window: Open, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    assert page.table.columns() == list(STANDARD)
    page.columns_menu._fill()
    for action in page.columns_menu.actions():
        if action.data() in (int(Column.CONTACT), int(Column.PLACE)):
            action.trigger()
    page.table.setColumnWidth(Column.NEXT, 133)
    assert Column.CONTACT not in page.table.columns()
    window.keep_layout()
    again = open_window(filled.path, page="accounts")
    assert Column.CONTACT not in again.accounts.table.columns()
    assert Column.PLACE in again.accounts.table.columns()
    assert again.accounts.table.columnWidth(Column.NEXT) == 133
    again.accounts.columns_menu._standard()
    standard = [column for column, _ in again.accounts.table.standard().columns]
    assert again.accounts.table.columns() == standard


def test_space_marks_rows_and_the_foot_says_how_many(page: AccountsPage) -> None:
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Key.Key_Down)
    assert page.foot.chosen() == ""
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.foot.chosen() == "2 selected"
    QTest.keyClick(page.table, Key.Key_Space)
    QTest.keyClick(page.table, Key.Key_Space)
    assert page.table.selected_number() == 2
    page.table.selectAll()
    chosen = [row.id for row in page.table.selected()]
    assert len(chosen) == 4
    page.filter.setText("jc")
    assert {row.name for row in page.table.selected()} == {"海川建材", "南屿建材"}


def test_rows_apart_are_marked_with_keys_alone(page: AccountsPage) -> None:
    table = page.table
    table.setFocus()
    table.selectRow(0)
    first = page.table.account()
    QTest.keyClick(table, Key.Key_Space)
    assert [row.id for row in table.selected()] == [first], "the row that was only current is marked"
    QTest.keyClick(table, Key.Key_Down)
    third = table.account()
    QTest.keyClick(table, Key.Key_Space)
    assert [row.id for row in table.selected()] == [first, third]
    QTest.keyClick(table, Key.Key_Up)
    QTest.keyClick(table, Key.Key_Space)
    assert [row.id for row in table.selected()] == [first]
    QTest.keyClick(table, Key.Key_Escape)
    assert [row.id for row in table.selected()] == [table.account()]
    QTest.keyClick(table, Key.Key_Up)
    assert [row.id for row in table.selected()] == [table.account()], "the arrows select again"


def test_v_begins_a_visit_and_slash_goes_to_the_filter(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Slash)
    assert page.filter.hasFocus()
    page.select(filled.yuge)
    QTest.keyClick(page.table, Key.Key_V)
    settle(qtbot, window)
    assert window.page() == "report"


def test_the_filter_of_one_book_does_not_outlive_it(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled, tmp_path: Path
) -> None:
    page.tabs.button("key").click()
    page.filter.setText("hc")
    other = tmp_path / "other.kam"
    shutil.copy(filled.path, other)
    window.books.open_book(other)
    settle(qtbot, window)
    window.go("accounts")
    settle(qtbot, window)
    assert page.filter.text() == ""
    assert page.chips.conditions() == ()
    assert page.viewing.current() == BUILT_IN[0]
    assert len(names(page)) == 4


def test_totals_follow_the_filter_and_nothing_found_offers_to_show_all(page: AccountsPage) -> None:
    assert "4 without orders" in page.foot.total()
    page.filter.setText("nothing like it")
    assert page._nothing.isVisible()
    page._nothing.first.click()
    QApplication.processEvents()
    assert len(names(page)) == 4
