"""The page of promises: groups, filter, what is done to one or to several, causes and rate; every deed undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kamdesk.domain.promise import PromiseState
from kamdesk.qt.dialogs.due import DueDialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.promise import PromiseDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.promises import Column, Heading
from kamdesk.qt.pages.promises.page import PromisesPage
from tests.books import NOW, TODAY
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

DAYS = {"砂浆样品": 2, "请总工到场": 9, "换展架": None}


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, filled: Filled) -> PromisesPage:
    """Four open promises: one overdue with 海川建材, three with 南屿建材."""
    from datetime import timedelta

    from kamdesk.operations.promises import add_promise

    def add(store, *, what, days, now):
        due = None if days is None else TODAY + timedelta(days=days)
        return add_promise(
            store, account_id=filled.nanyu, what=what, made_on=TODAY, due_on=due, churn_risk=4, now=now
        )

    for what, days in DAYS.items():
        window.desk.runner.run(add, what=what, days=days)
    window.go("promises")
    settle(qtbot, window)
    return window.promises


def whats(page: PromisesPage) -> list[str]:
    return [row.what for row in page.list.model.shown()]


def headings(page: PromisesPage) -> list[Heading]:
    model = page.list.model
    lines = [model.line_at(place) for place in range(model.rowCount())]
    return [line for line in lines if isinstance(line, Heading)]


def choose(page: PromisesPage, *names: str) -> None:
    table, model = page.list.table, page.list.model
    table.clearSelection()
    for row in model.shown():
        if row.what in names:
            place = model.place_of(row.id)
            assert place is not None
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            table.selectionModel().setCurrentIndex(model.index(place, 0), flags)
    QApplication.processEvents()


def states(page: PromisesPage) -> dict[str, str]:
    return {row.what: row.state for row in page.list.model.rows()}


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)


def said(page: PromisesPage) -> str:
    return "\n".join(each.text() for each in page.beside.detail.findChildren(QLabel))


def test_it_begins_with_what_is_overdue(page: PromisesPage, window: MainWindow) -> None:
    assert page.list.view() == "overdue"
    assert whats(page) == ["补发 20 包破损瓷砖胶"]
    assert window.rail.button("promises")._count == 1
    counts = {
        view: page.list.model.count(view) for view in ("overdue", "this_week", "later", "undated", "all")
    }
    assert counts == {"overdue": 1, "this_week": 1, "later": 1, "undated": 1, "all": 4}
    assert page._sub.text() == "4 open·1 overdue"


def test_the_model_is_sound(page: PromisesPage, qtmodeltester: ModelTester) -> None:
    page.list.show_all()
    qtmodeltester.check(page.list.model, force_py=True)
    qtmodeltester.check(page.beside.causes.model, force_py=True)
    qtmodeltester.check(page.beside.rates.model, force_py=True)


def test_groups_by_day_and_by_account(page: PromisesPage) -> None:
    page.list.show_all()
    assert [line.text for line in headings(page)] == ["20 Nov Fri", "26 Nov Thu", "3 Dec Thu", "No due day"]
    page.list.grouping._group.button(0).click()
    assert [line.text for line in headings(page)] == ["海川建材", "南屿建材"], "the most pressing first"
    assert [line.count for line in headings(page)] == [1, 3]


def test_the_grouping_is_kept(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    page.list.grouping._group.button(0).click()
    assert str(window.kept("promises/by_account")).lower() == "true"


def test_typing_filters_and_keys_walk(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    page.list.show_all()
    table = page.list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Slash)
    assert page.list.filter.hasFocus()
    QTest.keyClicks(page.list.filter, "nyjc")
    assert set(whats(page)) == set(DAYS)
    QTest.keyClick(page.list.filter, Qt.Key.Key_Down)
    assert table.hasFocus()
    first = page.promises()[0].what
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [row.what for row in page.promises()] != [first]
    assert page.list._shown.text() == "3 / 4"
    page.list.filter.setText("nothing of the kind")
    assert page.list._nothing.isVisible()
    page.list._nothing.first.setFocus()
    QTest.keyClick(page.list._nothing.first, Qt.Key.Key_Slash)
    assert page.list.filter.hasFocus(), "also where no list is left"
    page.list._nothing.first.click()
    assert len(whats(page)) == 4


def test_k_keeps_and_undo_takes_it_back(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_K)
    settle(qtbot, window)
    assert states(page)["补发 20 包破损瓷砖胶"] == "kept_late", "its day was over"
    assert window.rail.button("promises")._count == 0
    assert window.notice.text().startswith("Kept late: 补发 20 包破损瓷砖胶")
    undo(qtbot, window)
    assert states(page)["补发 20 包破损瓷砖胶"] == "open"
    assert window.rail.button("promises")._count == 1


def test_letters_in_the_filter_are_no_commands(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    page.list.find()
    QTest.keyClicks(page.list.filter, "kb")
    settle(qtbot, window)
    assert page.list.filter.text() == "kb"
    assert set(states(page).values()) == {"open"}


def test_several_are_kept_in_one_step(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    page.list.show_all()
    choose(page, *DAYS)
    assert len(page.promises()) == 3
    assert "3 promises chosen" in said(page)
    page.asked.emit("keep_promise")
    settle(qtbot, window)
    assert sorted(states(page).values()) == ["kept", "kept", "kept", "open"]
    undo(qtbot, window)
    assert set(states(page).values()) == {"open"}


def test_broken_with_its_cause_and_open_again(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    window.actions_["break_promise"].trigger()
    dialog = opened(SettleDialog)
    assert dialog.state() is PromiseState.BROKEN
    assert dialog.focusWidget() is dialog.form.cause, "what is to be said comes first"
    dialog.primary.click()
    assert dialog.reason(), "its cause must be said"
    dialog.form.cause.choose("supply")
    dialog.form.cause_text.setText("厂里断货")
    dialog.primary.click()
    settle(qtbot, window)
    page.list.show_view("broken")
    settle(qtbot, window)
    assert "厂里断货" in said(page)
    assert not window.actions_["keep_promise"].isEnabled()
    window.actions_["reopen_promise"].trigger()
    settle(qtbot, window)
    assert set(states(page).values()) == {"open"}
    undo(qtbot, window)
    assert "broken" in states(page).values()
    undo(qtbot, window)
    assert set(states(page).values()) == {"open"}


def test_other_ends(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    for action, state in (("substitute_promise", "substituted"), ("withdraw_promise", "withdrawn")):
        window.actions_[action].trigger()
        dialog = opened(SettleDialog)
        dialog.form.cause.choose("transport")
        dialog.form.workaround.setText("先借 20 包")
        dialog.primary.click()
        settle(qtbot, window)
        assert state in states(page).values()
        undo(qtbot, window)
        assert set(states(page).values()) == {"open"}


def test_another_due_day_keeps_the_first_in_sight(
    qtbot: QtBot, page: PromisesPage, window: MainWindow
) -> None:
    window.actions_["move_due"].trigger()
    dialog = opened(DueDialog)
    dialog.form.due_on.setText("+7")
    dialog.primary.click()
    assert "who wanted" in dialog.reason()
    dialog.form.asked_by.choose("us")
    dialog.primary.click()
    assert "reason" in dialog.reason()
    assert dialog.form.due_on.text() == "+7", "nothing typed is lost"
    dialog.form.reason.setText("工厂检修")
    dialog.primary.click()
    settle(qtbot, window)
    page.list.show_all()
    choose(page, "补发 20 包破损瓷砖胶")
    settle(qtbot, window)
    assert "first promised for 20 Nov" in said(page)
    assert "工厂检修" in said(page)
    assert "due 2026-11-20 → 2026-12-01" in said(page)
    undo(qtbot, window)
    assert page.list.model.count("overdue") == 1


def test_the_card_of_a_promise_leaves_its_due_day(
    qtbot: QtBot, page: PromisesPage, window: MainWindow
) -> None:
    window.actions_["edit_promise"].trigger()
    settle(qtbot, window)
    dialog = opened(PromiseDialog)
    assert not dialog.form.due_on.isEnabled()
    dialog.form.what.setPlainText("补发 21 包破损瓷砖胶")
    dialog.primary.click()
    settle(qtbot, window)
    assert "补发 21 包破损瓷砖胶" in states(page)
    assert page.list.model.count("overdue") == 1
    undo(qtbot, window)
    assert "补发 20 包破损瓷砖胶" in states(page)


def test_a_new_promise_finds_its_account_by_typing(
    qtbot: QtBot, page: PromisesPage, window: MainWindow
) -> None:
    window.actions_["add_promise"].trigger()
    pick = opened(PickAccountDialog)
    settle(qtbot, window)
    QTest.keyClicks(pick.filter, "ygwj")
    QTest.keyClick(pick.filter, Qt.Key.Key_Return)
    settle(qtbot, window)
    dialog = opened(PromiseDialog)
    dialog.form.what.setPlainText("送样板")
    dialog.primary.click()
    settle(qtbot, window)
    assert {row.what: row.account for row in page.list.model.rows()}["送样板"] == "渔歌五金"
    undo(qtbot, window)
    assert "送样板" not in states(page)


def test_a_bar_narrows_the_list(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    from kamdesk.operations.promises import settle_promise

    def end(store, *, promise_id, cause, now):
        return settle_promise(
            store, promise_id=promise_id, state="broken", settled_on=TODAY, cause=cause, now=now
        )

    rows = page.list.model.rows()
    for row, cause in zip(rows, ("supply", "supply", "transport"), strict=False):
        window.desk.runner.run(end, promise_id=row.id, cause=cause)
    settle(qtbot, window)
    page.beside.show_part(1)
    page.resize(1280, 640)
    QApplication.processEvents()
    causes = page.beside.causes
    assert [(r.cause, r.count) for r in causes.model.rows()] == [("supply", 2), ("transport", 1)]
    assert "Supply 2" in causes.chart.accessibleName()
    QTest.mouseClick(causes.chart, Qt.MouseButton.LeftButton, pos=causes.chart.bar_rect(0).center().toPoint())
    assert sorted(row.cause or "" for row in page.list.model.shown()) == ["supply", "supply"]
    assert page.list._narrowed.text() == "Supply"
    causes.chart.setFocus()
    QTest.keyClick(causes.chart, Qt.Key.Key_Right)
    QTest.keyClick(causes.chart, Qt.Key.Key_Return)
    assert [row.cause for row in page.list.model.shown()] == ["transport"]
    page.list._narrowed.click()
    assert len(whats(page)) == 4


def test_the_rate_says_how_it_is_counted(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    rates = page.beside.rates
    assert rates._rate.text() == "0%"
    assert rates._counts.text() == "0 ÷ 1"
    assert "kept ÷" in rates._formula.text()
    assert rates.model.index(0, 0).data() == "海川建材"
    assert [rates.model.index(1, c).data() for c in range(4)] == ["南屿建材", "0", "0", "—"]
    rates.table.picked.emit(1)
    assert set(whats(page)) == set(DAYS)


def test_the_list_is_copied_as_a_table(page: PromisesPage, window: MainWindow) -> None:
    page.list.show_all()
    window.actions_["copy_promises"].trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[0].split("\t")[:2] == ["Promise", "Account"]
    assert lines[1].split("\t") == ["补发 20 包破损瓷砖胶", "海川建材", "", "2 Nov", "20 Nov 4 days overdue", ""]
    choose(page, "换展架", "砂浆样品")
    assert page.list.table.copy() == 2


def test_an_empty_book_says_what_to_do_first(qtbot: QtBot, open_window: Open, tmp_path) -> None:
    from kamdesk.db.opening import new_book
    from kamdesk.operations.book import set_up

    store = new_book(tmp_path / "empty.kam", now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    store.close()
    window = open_window(tmp_path / "empty.kam", page="promises")
    assert window.promises._empty.isVisible()
    assert not window.promises._copy.isVisible(), "there is nothing to copy"
    window.promises._empty.first.click()
    settle(qtbot, window)
    asked = opened(PickAccountDialog)
    assert "no accounts yet" in asked._none.text()
    asked.reject()
    assert not window.actions_["keep_promise"].isEnabled()
    window.promises.beside.show_part(2)
    assert window.promises.beside.rates._rate.text() == "—"


def test_the_deeds_are_of_this_page_alone(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    assert window.actions_["keep_promise"].isEnabled()
    window.go("accounts")
    settle(qtbot, window)
    assert not window.actions_["keep_promise"].isEnabled()
    assert not window.actions_["copy_promises"].isEnabled()


def test_made_narrow_and_wide_again_it_fits_as_before(
    qtbot: QtBot, page: PromisesPage, window: MainWindow
) -> None:
    area = window._areas["promises"]

    def fits() -> bool:
        return area.verticalScrollBar().maximum() == 0 and page.height() == area.viewport().height()

    for width in (1366, 1093, 1366, 960, 1366):
        window.resize(width, 665)
        if width == 1366:
            qtbot.waitUntil(fits)
            assert not page.density.narrow
            assert page.beside.minimumHeight() == page.list.minimumHeight() == 0
        else:
            qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
            assert page.density.narrow


def test_what_was_promised_last_month_is_found(qtbot: QtBot, page: PromisesPage, window: MainWindow) -> None:
    from kamdesk.operations.promises import add_promise

    account = page.list.model.rows()[0].account_id

    def add(store, *, now):
        return add_promise(
            store,
            account_id=account,
            what="十月答应的",
            made_on=date(2026, 10, 14),
            due_on=date(2026, 12, 3),
            now=now,
        )

    window.desk.runner.run(add)
    settle(qtbot, window)
    when, model = page.list.when, page.list.model

    def pick(chosen: str) -> None:
        when.choice.setCurrentIndex(when.choice.findData(chosen))
        when.choice.activated.emit(when.choice.currentIndex())

    page.list.show_view("overdue")
    pick("made last_month")
    assert "十月答应的" in whats(page), "however it stands"
    assert not set(DAYS) & set(whats(page))
    made = [model.index(place, Column.MADE).data() for place in range(model.rowCount())]
    assert "14 Oct" in made
    pick("due last_month")
    assert "十月答应的" not in whats(page)
    pick("made this_week")
    assert set(DAYS) <= set(whats(page))
    assert "十月答应的" not in whats(page)
    pick("due range")
    assert when.first.isVisible()
    when.first.setText("2026-12-02")
    when.last.setText("2026-12-04")
    when.last.editingFinished.emit()
    assert "十月答应的" in whats(page)
    assert "换展架" not in whats(page), "without a due day it is due in no range"
    page.list.show_all()
    assert not when.first.isVisible()
    page.list.filter.setText("10月")
    assert "十月答应的" in whats(page)
    assert not set(DAYS) & set(whats(page))
    page.list.filter.setText("12月")
    assert "十月答应的" in whats(page)
