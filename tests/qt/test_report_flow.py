"""A visit reported in the window, with the keyboard alone; kept as a draft; missed with its reason; amended; undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.contacts import add_contact
from kamdesk.qt.dialogs.product import ProductDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.stock import Column
from kamdesk.qt.pages.report.met import MOST
from kamdesk.qt.pages.report.sheet import CLOSED, MISSED
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.reads.visit_form import ProductChoice
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def report(qtbot: QtBot, window: MainWindow, filled: Filled) -> MainWindow:
    """The report of the stop planned for today."""
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    window.line.grid.select(key)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    assert window.page() == "report"
    return window


def state_of(window: MainWindow, account_id: str) -> str:
    return next(b.state for b in window.line.grid.sheet().blocks if b.account_id == account_id and b.here)


def test_a_report_with_the_keyboard_alone(qtbot: QtBot, report: MainWindow, filled: Filled) -> None:
    form = report.report.form
    assert report.focusWidget() is form.arrived
    QTest.keyClicks(form.arrived, "1004")
    QTest.keyClick(form.arrived, Qt.Key.Key_Tab)
    QTest.keyClicks(form.left, "11:00")
    QTest.keyClick(form.left, Qt.Key.Key_Tab)
    assert form.times.length.text() == "56 min"
    assert report.report.head.punctual.text() == "on time"
    QTest.keyClick(form.times.now, Qt.Key.Key_2)
    assert form.outcomes.chosen() == "interested"
    form.points.insertPlainText("季结返利 ")
    QTest.keyClicks(form.points, "3")
    form.points.insertPlainText(" 月")
    assert form.outcomes.chosen() == "interested", "a digit in a text is a digit"
    next(iter(form.met._people.values())).setFocus()
    QTest.keyClick(report.focusWidget(), Qt.Key.Key_Space)
    form.promises.rows[0].what.insert("两套样板")
    QTest.keyClicks(form.promises.rows[0].due, "+7")
    QTest.keyClick(form.promises.rows[0].due, Qt.Key.Key_Return)
    assert report.focusWidget() is form.promises.rows[1].what
    form.promises.rows[1].what.insert("寄色卡")
    QTest.keyClicks(form.amount, "18,400.50")
    form.next_step.insert("带书面答复")
    assert [form._rows._steps[n].state() for n in ("times", "met", "points", "outcome", "stock")] == [
        "done"
    ] * 4 + ["open"]
    QTest.keyClick(form.points, Qt.Key.Key_Return, CTRL)
    settle(qtbot, report)
    assert report.page() == "line"
    assert state_of(report, filled.haichuan) == "done"

    report.open_account(filled.haichuan)
    settle(qtbot, report)
    view = report.account.view()
    assert view is not None
    visit = view.history.visits[0]
    assert (visit.arrived, visit.left, visit.outcome, visit.points) == (
        604,
        660,
        "interested",
        "季结返利 3 月",
    )
    assert [name for _, name in visit.met] == ["陈国梁"]
    assert "寄色卡" in {p.what for p in view.history.promises}
    promise = next(p for p in view.history.promises if p.what == "两套样板")
    assert promise.due_on == date(2026, 12, 1)
    assert [order.amount for order in view.history.orders] == [1840050]
    report.actions_["undo"].trigger()
    settle(qtbot, report)
    view = report.account.view()
    assert view is not None
    assert "两套样板" not in {p.what for p in view.history.promises}
    assert view.history.orders == ()


def test_a_promise_is_made_to_the_one_person_who_was_met(report: MainWindow) -> None:
    form, view = report.report.form, report.report._view
    assert view is not None
    (person,) = view.view.page.people
    form.show_people((person, replace(person, id="another", name="周敏")))
    first, second = form.met._people.values()
    to = form.promises.rows[0].to
    assert to.currentData() is None
    first.click()
    assert to.currentData() == form.met.met()[0]
    second.click()
    assert to.currentData() is None, "of two nobody knows whom"
    to.setCurrentIndex(to.findData(form.met.met()[1]))
    to.activated.emit(to.currentIndex())
    second.click()
    assert to.currentData() not in (None, form.met.met()[0]), "what was said by hand stays"
    form.promises.rows[0].what.insert("两套样板")
    form.promises.more.click()
    assert form.promises.rows[1].to.currentData() == form.met.met()[0]
    form.restore(form.snapshot())
    assert to.currentData() not in (None, form.met.met()[0])


def test_a_book_without_products_leads_to_their_list(
    qtbot: QtBot, report: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, view = report.report.form, report.report._view
    assert view is not None
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: asked.append(given[1]) or ([], ""))
    assert form.stock.import_.isVisible()
    form.stock.import_.click()
    assert len(asked) == 1
    form.points.insertPlainText("季结返利")
    glue = ProductChoice("one", "瓷砖胶", None, "桶")
    report.report._show_again(replace(view, form=replace(view.form, products=(glue,))))
    assert not form.stock.import_.isVisible()
    assert form.stock.product.findText("瓷砖胶") == 1
    assert form.points.toPlainText() == "季结返利"


def test_a_product_is_added_while_the_report_is_written(qtbot: QtBot, report: MainWindow) -> None:
    form = report.report.form
    form.points.insertPlainText("问到瓷砖胶")
    form.stock.new.click()
    dialog = opened(ProductDialog)
    for field, text in ((dialog.name, "瓷砖胶"), (dialog.unit, "桶"), (dialog.price, "many")):
        field.setText(text)
    dialog.primary.click()
    assert dialog.price.property("wrong")
    dialog.price.setText("38.5")
    dialog.primary.click()
    settle(qtbot, report)
    stock = form.stock
    assert not stock.new.isVisible()
    assert [stock.model.index(row, Column.PRODUCT).data() for row in range(stock.model.rowCount())] == [
        "瓷砖胶"
    ]
    assert stock.isAncestorOf(report.focusWidget())
    assert stock.table.currentIndex().column() == Column.COUNT
    assert form.points.toPlainText() == "问到瓷砖胶"
    stock.product.setCurrentIndex(stock.product.count() - 1)
    stock.product.activated.emit(stock.product.currentIndex())
    opened(ProductDialog).reject()
    assert stock.model.rowCount() == 1
    report.deeds.take_back()
    settle(qtbot, report)
    assert stock.product.findText("瓷砖胶") == -1
    assert form.points.toPlainText() == "问到瓷砖胶"


def test_what_can_not_be_read_is_said_and_nothing_is_saved(qtbot: QtBot, report: MainWindow) -> None:
    form = report.report.form
    form.arrived.setText("25:10")
    report.report.save_button.click()
    assert "time" in report.report.error()
    assert form.arrived.property("wrong")
    form.arrived.setText("10:00")
    form.left.setText("9:00")
    report.report.save_button.click()
    settle(qtbot, report)
    assert report.page() == "report"
    assert "before you arrived" in report.report.error()
    form.left.setText("")
    form.amount.setText("a lot")
    report.report.save_button.click()
    assert form.amount.property("wrong")


def test_an_empty_report_is_no_report(qtbot: QtBot, report: MainWindow, filled: Filled) -> None:
    report.report.save()
    settle(qtbot, report)
    assert report.page() == "report"
    assert state_of(report, filled.haichuan) == "planned"


def test_a_draft_survives_the_window(
    qtbot: QtBot, report: MainWindow, filled: Filled, open_window: Open
) -> None:
    form = report.report.form
    form.points.insertPlainText("还没写完")
    form.outcomes.choose_number(4)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    settle(qtbot, report)
    assert report.page() == "line"
    report.desk.runner.close()

    again = open_window(filled.path)
    key = next(b.key for b in again.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    again.deeds.report_stop(again.line.stop(key), False)  # type: ignore[arg-type]
    settle(qtbot, again)
    assert again.report.form.points.toPlainText() == "还没写完"
    assert again.report.form.outcomes.chosen() == "complaint"
    assert "17:00:00" in again.report.head._draft.text()
    again.report.save()
    settle(qtbot, again)
    again.deeds.report_stop(again.line.stop(key) or again.line.view().week.stops[0], False)  # type: ignore[union-attr]
    settle(qtbot, again)
    assert again.report.head._draft.text() == "", "a saved report leaves no draft"


def test_typing_is_kept_after_a_moment(qtbot: QtBot, report: MainWindow) -> None:
    report.report.form.points.insertPlainText("要点")
    qtbot.waitUntil(lambda: report.report.head._draft.text() != "")


def test_missed_needs_a_reason(qtbot: QtBot, report: MainWindow, filled: Filled) -> None:
    page = report.report
    page.took_place._group.button(1).click()
    page.save_button.click()
    assert page.error()
    page.missed.reasons["road_weather"].click()
    page.missed.words.setText("高架事故")
    page.save_button.click()
    settle(qtbot, report)
    assert state_of(report, filled.haichuan) == "missed"
    report.actions_["undo"].trigger()
    settle(qtbot, report)
    assert state_of(report, filled.haichuan) == "planned"


def test_a_letter_says_why_it_was_missed(qtbot: QtBot, report: MainWindow) -> None:
    page = report.report
    page.took_place._group.button(1).click()
    reasons = list(page.missed.reasons)
    QTest.keyClick(page.missed.reasons[reasons[0]], Qt.Key.Key_C)
    assert page.missed.reason() == reasons[2]
    assert report.focusWidget() is page.missed.reasons[reasons[2]]
    QTest.keyClick(report.focusWidget(), Qt.Key.Key_A)
    assert page.missed.reason() == reasons[0]
    QTest.keyClicks(page.missed.words, "b")
    assert page.missed.reason() == reasons[0], "a letter in a text is a letter"
    QTest.keyClick(page.missed.reasons[reasons[0]], Qt.Key.Key_Z)
    assert page.missed.reason() == reasons[0]


def test_of_many_people_the_first_stand_there(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    for number in range(40):
        add_contact(store, account_id=filled.haichuan, name=f"Person {number:02d}", now=NOW)
    store.close()
    window = open_window(filled.path)
    window.deeds.open_report(Subject(filled.haichuan, unplanned=True))
    settle(qtbot, window)
    met = window.report.form.met
    assert sum(button.isVisible() for button in met._people.values()) == MOST
    last = list(met._people)[-1]
    met.tick([last])
    assert met._people[last].isVisible(), "who was met is seen"
    assert met._others.text().startswith(str(len(met._people) - MOST - 1))
    met._others.click()
    assert all(button.isVisible() for button in met._people.values())
    assert not met._others.isVisible()
    assert met.met() == (last,)


def test_why_it_was_missed_is_kept_as_a_draft(qtbot: QtBot, report: MainWindow, filled: Filled) -> None:
    page = report.report
    page.took_place._group.button(1).click()
    page.missed.reasons["road_weather"].click()
    QTest.keyClicks(page.missed.words, "flooded")
    page.keep_draft()
    settle(qtbot, report)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settle(qtbot, report)
    report.actions_["write_report"].trigger()
    settle(qtbot, report)
    assert (page.sheet.part(), page.took_place.choice()) == (MISSED, MISSED)
    assert (page.missed.reason(), page.missed.text()) == ("road_weather", "flooded")
    page.save_button.click()
    settle(qtbot, report)
    assert state_of(report, filled.haichuan) == "missed"


def test_a_visit_that_was_missed_is_neither_early_nor_late(
    qtbot: QtBot, report: MainWindow, filled: Filled
) -> None:
    page = report.report
    page.form.arrived.set_minute(9 * 60)
    page.form.edited.emit()
    assert "early" in page.head.punctual.text()
    assert page.head.punctual.isVisible()
    page.took_place._group.button(1).click()
    assert not page.head.punctual.isVisible()
    page.took_place._group.button(0).click()
    assert page.head.punctual.isVisible()
    page.form.day.set_day(date(2026, 11, 23))
    page.form.edited.emit()
    page.took_place._group.button(1).click()
    assert not page.head.punctual.isVisible()


def test_a_visit_that_nobody_planned(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.yanshi)
    settle(qtbot, window)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    assert "ad hoc" in window.report.head._planned.text()
    assert not window.report.took_place.isVisible()
    QTest.keyClick(window.report.form, Qt.Key.Key_F2)
    assert window.report.form.arrived.text() == "17:00"
    window.report.save()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert [(v.origin, v.arrived) for v in view.history.visits] == [("ad_hoc", 17 * 60)]


def test_a_report_is_amended(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.haichuan, "visits")
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    window.deeds.open_report(Subject(filled.haichuan, visit_id=view.history.visits[0].id))
    settle(qtbot, window)
    form = window.report.form
    assert (form.points.toPlainText(), form.outcomes.chosen(), form.arrived.text()) == (
        "返利按季结",
        "order",
        "10:05",
    )
    assert form.day.text() == "2026-11-17"
    page = window.report
    assert page.sheet.part() == CLOSED, "a report of a past week is read"
    page.save_button.click()
    assert page.focusWidget() is page.note
    form.points.setPlainText("返利按月结")
    form.arrived.setText("10:20")
    page.save_button.click()
    assert "reason" in page.error(), "no amendment without its note"
    page.note.setText("记错了结算方式")
    page.save_button.click()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert [v.points for v in view.history.visits] == ["返利按月结"]
    window.deeds.open_report(Subject(filled.haichuan, visit_id=view.history.visits[0].id))
    settle(qtbot, window)
    (amendment,) = page._view.form.amendments  # type: ignore[union-attr]
    assert (amendment.on.isoformat(), amendment.note) == ("2026-11-24", "记错了结算方式")
    assert [page.closed.said(one) for one in amendment.altered] == [
        ("Arrived", "10:05", "10:20"),
        ("Points", "返利按季结", "返利按月结"),
    ]
    window.go_back()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    view = window.account.view()
    assert view is not None
    assert [v.points for v in view.history.visits] == ["返利按季结"]


def test_somebody_new_is_added_while_the_report_is_written(qtbot: QtBot, report: MainWindow) -> None:
    from kamdesk.qt.dialogs.contact import ContactDialog

    report.report.form.points.setPlainText("见了新来的采购")
    report.report.form.met._somebody.click()
    settle(qtbot, report)
    dialog = opened(ContactDialog)
    dialog.form.name.setText("李素琴")
    dialog.primary.click()
    settle(qtbot, report)
    labels = {button.accessibleName() for button in report.report.form.met._people.values()}
    assert "李素琴" in labels
    assert report.report.form.points.toPlainText() == "见了新来的采购"


def test_a_key_pressed_before_the_visit_is_read_does_nothing(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.go("line")
    settle(qtbot, window)
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan and b.here)
    window.line.grid.select(key)
    window.actions_["write_report"].trigger()
    assert window.page() == "report"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.page() == "report"
    assert window.report.form.isAncestorOf(QApplication.focusWidget())


def test_a_day_typed_last_leaves_no_draft_behind(qtbot: QtBot, report: MainWindow) -> None:
    page = report.report
    assert page.beside.isVisible() == page.beside.tells()
    page.form.next_step.setText("带报价单来")
    page.form.outcomes.choose_number(2)
    page.form.next_due.setFocus()
    QTest.keyClicks(page.form.next_due, "+7")
    QTest.keyClick(page.form.next_due, Qt.Key.Key_Return, CTRL)
    settle(qtbot, report)
    assert report.page() != "report"
    page.keep_draft()
    report.go("today")
    settle(qtbot, report)
    board = report.today._board
    assert board is not None
    assert board.drafts == ()


def test_under_a_minute_with_keys_alone(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    """From Today to the saved report: Enter, who was met, a digit, a word or two, a promise, Ctrl+Enter."""
    window = open_window(filled.path, page="today")
    local = window.desk.local_now()
    window.desk.runner.now = lambda: local.replace(hour=9, minute=58)
    window.go("today")
    settle(qtbot, window)
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        settle(qtbot, window)

    def until(widget: QWidget) -> None:
        for _ in range(40):
            if QApplication.focusWidget() is widget:
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    form = window.report.form
    press(Qt.Key.Key_Return)
    assert window.page() == "report"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_1)
    assert (form.met.met() != (), form.outcomes.chosen()) == (True, "order")
    until(form.points)
    form.points.insertPlainText("年度量谈妥")
    until(form.amount)
    QTest.keyClicks(QApplication.focusWidget(), "18400")
    pressed += 5
    until(form.promises.rows[0].what)
    form.promises.rows[0].what.insert("寄样板")
    until(form.promises.rows[0].due)
    QTest.keyClicks(QApplication.focusWidget(), "+7")
    pressed += 2
    until(form.next_step)
    form.next_step.insert("带合同")
    until(form.next_due)
    QTest.keyClicks(QApplication.focusWidget(), "+2")
    pressed += 2
    press(Qt.Key.Key_Return, CTRL)
    assert window.page() == "today"
    assert pressed <= 45, f"{pressed} keys beside the words themselves"
    assert [row.mark for row in window.today.model.rows() if row.kind == "stop"] == ["done"]
    beside = window.today.beside()
    assert beside is not None
    assert [(a.what, a.due_on.isoformat() if a.due_on else "") for a in beside.actions] == [
        ("带合同", "2026-11-26")
    ]
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert window.today.hero.isVisible()
    assert window.today.beside().actions == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("planned", [True, False])
def test_a_day_before_the_planned_one_is_asked_about(
    qtbot: QtBot, window: MainWindow, filled: Filled, planned: bool
) -> None:
    page, today = window.report, window.desk.today()
    window.week.step(1)
    settle(qtbot, window)
    blocks = window.line.grid.sheet().blocks
    window.line.grid.select(next(b.key for b in blocks if b.account_id == filled.haichuan and b.here))
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    days = (page._view.subject.day - today).days  # type: ignore[union-attr]
    assert days > 0
    page.form.arrived.setText("16:05")
    page._edited()
    assert page.head.punctual.text() == f"{days} day{'s' * (days > 1)} early", "no minutes across days"
    page.save()
    assert page.early.isVisible()
    assert window.page() == "report", "nothing is saved before it is answered"
    assert page.focusWidget() is page.early.planned
    (page.early.planned if planned else page.early.unplanned).click()
    settle(qtbot, window)
    assert window.page() == "line"
    assert (state_of(window, filled.haichuan) == "done") is planned
    window.week.show_this()
    settle(qtbot, window)
    here = [b for b in window.line.grid.sheet().blocks if b.account_id == filled.haichuan]
    assert any(b.state == "done" and b.start == 965 for b in here) is not planned
    window.actions_["undo"].trigger()
    window.week.show(today - timedelta(days=today.weekday()) + timedelta(days=7))
    settle(qtbot, window)
    assert state_of(window, filled.haichuan) == "planned"
