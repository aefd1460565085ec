"""An account in the window: added, changed, its people, promises and notes, each with its undo."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.promise import PromiseState
from kamdesk.qt.dialogs.account import AccountDialog
from kamdesk.qt.dialogs.contact import ContactDialog
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.dialogs.pick_town import PickTownDialog
from kamdesk.qt.dialogs.promise import PromiseDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.dialogs.slot import SlotDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.account.listed import ListedSection
from kamdesk.qt.pages.line.map_sketch import map_stop
from kamdesk.reads.account import AccountPage
from kamdesk.reads.stops import read_accounts
from tests.books import NOW
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")

Kind = TypeVar("Kind", bound=QDialog)


def opened(kind: type[Kind]) -> Kind:
    """The dialog of this kind that is on screen."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


@pytest.fixture
def account(qtbot: QtBot, window: MainWindow, filled: Filled) -> MainWindow:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    return window


def test_a_new_account_is_opened_once_it_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    window.go("accounts")
    settle(qtbot, window)
    window.actions_["add_account"].trigger()
    dialog = opened(AccountDialog)
    dialog.primary.click()
    assert "name" in dialog.reason()
    form = dialog.form
    form.name.setText("泽国卫浴")
    form.value_class.choose("B")
    form.city.setText("台州市")
    form.place.setText("28.37, 121.28")
    form.tags.setText("经销商，卫浴")
    form.phones._rows[0].number.setText("0576-86441122")
    form.phones._rows[0].extension.setText("801")
    dialog.primary.click()
    assert "Which map" in dialog.reason(), "Chinese maps shift their coordinates: it is asked which"
    form.datum.choose("wgs84")
    dialog.primary.click()
    settle(qtbot, window)
    view = window.account.view()
    assert window.page() == "account"
    assert view is not None
    page = view.page
    assert (page.name, page.value_class, page.city, page.tags) == (
        "泽国卫浴",
        "B",
        "台州市",
        ("经销商", "卫浴"),
    )
    assert (page.latitude, page.longitude) == (28.37, 121.28)
    assert [(p.number, p.extension, p.kind) for p in page.phones] == [("0576-86441122", "801", "office")]
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    window.go("accounts")
    settle(qtbot, window)
    assert "泽国卫浴" not in {row.name for row in window.accounts.model.rows()}


def test_an_account_is_changed_in_one_step(qtbot: QtBot, account: MainWindow) -> None:
    account.actions_["edit_account"].trigger()
    settle(qtbot, account)
    dialog = opened(AccountDialog)
    assert dialog.form.name.text() == "海川建材"
    dialog.form.name.setText("海川建材有限公司")
    dialog.form.phones._rows[0].number.setText("0576-88536114")
    dialog.form.visit_minutes.setText("soon")
    dialog.primary.click()
    assert dialog.form.visit_minutes.property("wrong")
    dialog.form.visit_minutes.setText("45")
    dialog.primary.click()
    settle(qtbot, account)
    assert account.account.head._name.text() == "海川建材有限公司"
    account.actions_["undo"].trigger()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert (view.page.name, view.page.phones, view.page.visit_minutes) == ("海川建材", (), None)
    assert (view.page.latitude, view.page.longitude) == (28.66, 121.42)


def test_a_status_without_its_reason_is_refused_and_nothing_typed_is_lost(
    qtbot: QtBot, account: MainWindow
) -> None:
    account.actions_["edit_account"].trigger()
    settle(qtbot, account)
    dialog = opened(AccountDialog)
    dialog.form.status.choose("lost")
    dialog.form.short_name.setText("海川")
    dialog.primary.click()
    settle(qtbot, account)
    assert "reason" in dialog.reason()
    assert dialog.form.short_name.text() == "海川"
    dialog.form.status_reason.setText("转向竞品")
    QTest.keyClick(dialog.form.status_reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert view.page.status == "lost"
    assert [slot.valid_to for slot in view.page.slots] == [account.desk.today()], "its slots end with it"


def test_all_that_is_wrong_with_a_contact_is_said_at_once(qtbot: QtBot, account: MainWindow) -> None:
    account.actions_["add_contact"].trigger()
    settle(qtbot, account)
    dialog = opened(ContactDialog)
    form, number = dialog.form, dialog.form.phones._rows[0].number
    number.setText("ask him")
    form.birthday.setText("soon")
    dialog.primary.click()
    assert [bool(field.property("wrong")) for field in (form.name, number, form.birthday)] == [True] * 3
    assert dialog.focusWidget() is form.name
    assert len(dialog.reason().splitlines()) == 3
    form.name.setText("黄建平")
    assert len(dialog.reason().splitlines()) == 2
    form.birthday.setText("11-25")
    dialog.primary.click()
    assert dialog.focusWidget() is number
    assert "ask him" in dialog.reason()
    number.setText("0576-88536114")
    assert dialog.reason() == ""
    dialog.primary.click()
    settle(qtbot, account)
    assert "黄建平" in {person.name for person in account.account.view().page.people}


def test_an_account_stands_under_the_accounts_wherever_it_was_entered_from(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.go("today")
    settle(qtbot, window)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    assert window.rail.button("accounts").isChecked()
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert window.rail.button("today").isChecked()


def test_a_contact_with_roles(qtbot: QtBot, account: MainWindow) -> None:
    account.actions_["add_contact"].trigger()
    settle(qtbot, account)
    dialog = opened(ContactDialog)
    form = dialog.form
    form.name.setText("黄建平")
    form.title.setText("采购经理")
    form.support.choose("non_supporter")
    form.birthday.setText("11-25")
    dialog._standings["purchaser"].choose("confirmed")
    dialog._standings["influencer"].choose("assumed")
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    person = next(p for p in view.page.people if p.name == "黄建平")
    assert {r.role: r.standing for r in person.roles} == {"purchaser": "confirmed", "influencer": "assumed"}
    assert (person.support, person.birth_month, person.birth_year) == ("non_supporter", 11, None)

    account.account.asked.emit("open_people", person.id)
    settle(qtbot, account)
    dialog = opened(ContactDialog)
    assert dialog._standings["influencer"].currentData() == "assumed"
    dialog._standings["influencer"].choose(None)
    dialog.form.birthday.setText("soon")
    dialog.primary.click()
    assert dialog.form.birthday.property("wrong")
    dialog.form.birthday.setText("农历1978年八月初三")
    dialog.form.birthday.editingFinished.emit()
    assert dialog.form.birth_calendar.currentData() == "lunar"
    assert (dialog._birthday()["birth_month"], dialog._birthday()["birth_day"]) == (8, 3)
    dialog.form.birthday.setText("八月十五")
    assert dialog._birthday()["birth_calendar"] == "lunar"
    dialog.form.birth_calendar.choose("solar")
    assert dialog._birthday()["birth_calendar"] == "solar"
    dialog.form.birthday.setText("闰四月初八")
    assert dialog._birthday()["birth_leap"] is True
    dialog.form.birthday.setText("1978-11-25")
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    person = next(p for p in view.page.people if p.name == "黄建平")
    assert ([r.role for r in person.roles if r.until is None], person.birth_year) == (["purchaser"], 1978)
    for _ in range(2):
        account.actions_["undo"].trigger()
        settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert {p.name for p in view.page.people} == {"陈国梁"}


def test_a_promise_is_recorded(qtbot: QtBot, account: MainWindow) -> None:
    account.actions_["add_promise"].trigger()
    settle(qtbot, account)
    dialog = opened(PromiseDialog)
    dialog.primary.click()
    assert dialog.reason()
    dialog.form.what.setPlainText("两套样板间防水方案")
    dialog.form.due_on.setText("+7")
    dialog.form.contact.setCurrentIndex(1)
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    promise = next(p for p in view.history.promises if p.what == "两套样板间防水方案")
    assert (str(promise.due_on), promise.contact) == ("2026-12-01", "陈国梁")


def test_a_broken_promise_needs_its_cause(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    account.account.show_section("promises")
    account.account.asked.emit("open_promises", filled.promise)
    settle(qtbot, account)
    dialog = opened(SettleDialog)
    assert dialog.state() is PromiseState.KEPT_LATE, "it is overdue"
    dialog.choose(PromiseState.BROKEN)
    dialog.primary.click()
    assert dialog.form.cause.property("wrong")
    dialog.form.cause.choose("supply")
    dialog.form.cause_text.setText("工厂停线")
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    promise = view.history.promises[0]
    assert (promise.state, promise.cause, promise.cause_text) == ("broken", "supply", "工厂停线")
    account.actions_["undo"].trigger()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert view.history.promises[0].state == "open"


def test_not_kept_opens_with_broken_chosen(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    account.account.show_section("promises")
    account.account.asked.emit("break_promise", filled.promise)
    settle(qtbot, account)
    assert opened(SettleDialog).state() is PromiseState.BROKEN


def test_a_substitute_needs_its_way(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    account.account.asked.emit("open_promises", filled.promise)
    settle(qtbot, account)
    dialog = opened(SettleDialog)
    assert dialog.form.workaround.isHidden()
    dialog.choose(PromiseState.SUBSTITUTED)
    assert not dialog.form.workaround.isHidden()
    dialog.form.cause.choose("transport")
    dialog.primary.click()
    assert dialog.form.workaround.property("wrong")
    dialog.form.workaround.setText("先从沐川调 20 包")
    dialog.primary.click()
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert view.history.promises[0].workaround == "先从沐川调 20 包"


def test_kept_is_one_press(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    account.account.show_section("promises")
    account.account.asked.emit("keep_promise", filled.promise)
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert view.history.promises[0].state == "kept_late"
    account.account.asked.emit("reopen_promise", filled.promise)
    settle(qtbot, account)
    view = account.account.view()
    assert view is not None
    assert view.history.promises[0].state == "open"


def test_a_note(qtbot: QtBot, account: MainWindow) -> None:
    account.actions_["add_note"].trigger()
    settle(qtbot, account)
    dialog = opened(NoteDialog)
    dialog.primary.click()
    assert dialog.reason()
    assert dialog.form.text.property("wrong")
    dialog.form.text.setPlainText("店庆 11-26，想请区域经理")
    assert not dialog.reason(), "it is wrong no longer"
    assert not dialog.form.text.property("wrong")
    QTest.keyClick(dialog.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, account)
    page = account.account
    page.show_section("notes")
    settle(qtbot, account)
    assert page.section() == "history"

    def notes() -> list[str]:
        return [event.title for event in page.history.shown() if event.kind == "note"]

    assert notes() == ["店庆 11-26，想请区域经理"]
    view = page.view()
    assert view is not None
    page.asked.emit("edit_note", view.history.notes[0].id)
    settle(qtbot, account)
    dialog = opened(NoteDialog)
    assert dialog.form.text.toPlainText() == "店庆 11-26，想请区域经理"
    dialog.form.text.setPlainText("店庆改到 12-03")
    dialog.primary.click()
    settle(qtbot, account)
    assert notes() == ["店庆改到 12-03"]
    page.asked.emit("take_back_note", view.history.notes[0].id)
    settle(qtbot, account)
    assert notes() == []
    for left in (["店庆改到 12-03"], ["店庆 11-26，想请区域经理"], []):
        account.actions_["undo"].trigger()
        settle(qtbot, account)
        assert notes() == left


def test_put_on_the_line_from_the_account(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.yanshi, "line")
    settle(qtbot, window)
    window.actions_["add_slot"].trigger()
    settle(qtbot, window)
    dialog = opened(SlotDialog)
    dialog.primary.click()
    assert dialog.form.start.property("wrong")
    dialog.form.start.setText("930")
    dialog.form.weekday.choose(2)
    dialog.primary.click()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    (slot,) = view.page.slots
    assert (slot.weekday, slot.start, slot.minutes) == (2, 570, 60)
    window.account.asked.emit("move_slot", slot.id)
    settle(qtbot, window)
    assert window.page() == "line"
    assert window.line.flow.ask.isVisible()


def test_sections_and_details(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    page = account.account
    for name, section in page._sections.items():
        page.nav.buttons[name].click()
        settle(qtbot, account)
        assert page.section() == name
        assert section.isVisible()
    assert account.account.head._kept.value.text() == "0%"
    page.show_section("promises")
    promises = page._sections["promises"]
    assert isinstance(promises, ListedSection)
    assert promises.pane.isVisible()
    assert promises.view.key() == filled.promise
    page.show_section("people")
    page.focus_list()
    QTest.keyClick(page.people.chart, Qt.Key.Key_Return)
    settle(qtbot, account)
    opened(ContactDialog).reject()


def test_the_table_filters_and_opens(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.actions_["find"].trigger()
    settle(qtbot, window)
    assert window.page() == "accounts"
    QTest.keyClicks(window.accounts.filter, "nyjc")
    assert window.accounts.table.account() == filled.nanyu
    QTest.keyClick(window.accounts.filter, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (window.page(), window.account.account_id()) == ("account", filled.nanyu)
    window.actions_["back"].trigger()
    settle(qtbot, window)
    assert window.accounts.table.account() == filled.nanyu, "the row is still chosen"
    window.accounts.filter.setFocus()
    QTest.keyClick(window.accounts.filter, Qt.Key.Key_Escape)
    assert window.accounts.model.rowCount() == 4
    window.accounts.table.setFocus()
    QTest.keyClicks(window.accounts.table, "zzz")
    assert window.accounts.filter.text() == "zzz"
    assert window.accounts._nothing.isVisible()
    window.accounts._nothing.first.click()
    assert window.accounts.model.rowCount() == 4


def test_coordinates_of_a_chinese_map_and_a_town(qtbot: QtBot, account: MainWindow, filled: Filled) -> None:
    window = account
    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    dialog = opened(AccountDialog)
    form = dialog.form
    form.place.clear()
    QTest.keyClicks(form.place, "28.3725, 121.3853")
    assert form.datum.currentData() is None, "other coordinates are of no map yet"
    form.datum.choose("bd09")
    dialog.primary.click()
    settle(qtbot, window)

    def page() -> AccountPage:
        view = window.account.view()
        assert view is not None
        return view.page

    exact = page().latitude, page().longitude, page().datum
    assert exact[2] == "bd09"
    assert exact[0] == pytest.approx(28.3725 - 0.0035, abs=0.004)
    assert exact[0] != 28.3725, "kept as WGS-84"

    window.actions_["edit_account"].trigger()
    settle(qtbot, window)
    dialog = opened(AccountDialog)
    dialog.form.district.setText("没有这个区")
    dialog.form.city.setText("温岭市")
    dialog.town.click()
    settle(qtbot, window)
    towns = opened(PickTownDialog)
    assert "GeoNames" in towns.findChild(QLabel, "source").text()
    assert towns.filter.text() == "温岭市", "the district is no town of the list: the city is"
    assert towns.list.key()
    towns.filter.setText("wenling")
    QTest.keyClick(towns.filter, Qt.Key.Key_Return)
    assert dialog.form.datum.currentData() == "town"
    dialog.primary.click()
    settle(qtbot, window)
    assert (page().latitude, page().longitude, page().datum) == (28.3752, 121.3842, "town")
    store = open_book(filled.path, None, backups=filled.path.parent / "towns", now=NOW)
    with store.read() as connection:
        row = read_accounts(connection, [page().id])[page().id]
    store.close()
    assert row.place is None, "no way is reckoned with the middle of a town"
    spot = map_stop(row)
    assert spot is not None
    assert spot.approximate
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert (page().latitude, page().longitude, page().datum) == exact
