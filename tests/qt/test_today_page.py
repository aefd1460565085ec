"""The page of the day in the window: what is next, counted on by the clock; the visit begins with Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from kamdesk.domain.geo import Travel
from kamdesk.operations.promises import add_promise
from kamdesk.qt.main_window import MainWindow
from tests.books import TODAY, make_book
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


def at(window: MainWindow, hour: int, minute: int = 0, days: int = 0) -> None:
    """Put the window's clock to a time of the rep's day."""
    local = window.desk.local_now()
    moment = datetime(local.year, local.month, local.day, hour, minute, tzinfo=local.tzinfo) + timedelta(
        days=days
    )
    window.desk.runner.now = lambda: moment


@pytest.fixture
def today(qtbot: QtBot, open_window: Open, filled: Filled) -> MainWindow:
    """The page at half past nine, the stop of 海川建材 being planned for ten."""
    window = open_window(filled.path, page="today")
    at(window, 9, 30)
    window.go("today")
    settle(qtbot, window)
    return window


def test_the_next_stop_in_one_glance(today: MainWindow, filled: Filled) -> None:
    page, hero = today.today, today.today.hero
    assert page.hero.isVisible()
    assert not page.plain.isVisible()
    assert (hero.time.text(), hero.name.text(), hero.wait.text()) == ("10:00", "海川建材", "in 30 minutes")
    assert page.next_stop().account.id == filled.haichuan  # type: ignore[union-attr]
    assert "返利按季结" in hero._remark[1].text()
    assert hero.phone is not None
    hero.phone.click()
    assert QGuiApplication.clipboard().text() == hero.phone.text() == "13905760001"
    assert hero._owed.count() == 1
    rows = page.model.rows()
    assert [row.kind for row in rows] == ["now", "stop", "lunch"]
    assert "海川建材" in rows[1].spoken
    assert "next stop" in rows[1].spoken
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.model.set_rows(rows[:2])
    page.model.set_rows(rows)


def test_the_minutes_are_counted_on_without_a_read(
    today: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = today.today
    monkeypatch.setattr(page, "read", lambda: pytest.fail("a minute reads nothing"))
    at(today, 9, 59)
    page.tick()
    assert page.hero.wait.text() == "in 1 minute"
    at(today, 10, 7)
    page.tick()
    assert page.hero.wait.text() == "7 minutes late"
    at(today, 11, 5)
    page.tick()
    assert page.plain.isVisible()
    assert "no report" in page.plain.heading.text()
    assert page._timer.isActive()


def test_who_should_have_left_by_now_is_told_how_late_that_makes_it(today: MainWindow) -> None:
    page = today.today
    stop = page.next_stop()
    assert stop is not None
    page.hero.show_moment(replace(page.moment(), minutes=30), replace(stop, travel=Travel(20.0, 40)), None)
    assert page.hero.leave.text() == "leave now: some 10 minutes late"
    page.hero.show_moment(replace(page.moment(), minutes=40), replace(stop, travel=Travel(20.0, 40)), None)
    assert page.hero.leave.text() == "leave now"


def test_at_midnight_the_new_day_is_read(qtbot: QtBot, today: MainWindow) -> None:
    at(today, 0, 1, days=2)
    today.today.tick()
    settle(qtbot, today)
    assert today.today.board().today.isoformat() == "2026-11-26"  # type: ignore[union-attr]
    assert today.today.hero.name.text() == "南屿建材"


def test_enter_begins_the_visit_and_it_is_under_way(qtbot: QtBot, today: MainWindow, filled: Filled) -> None:
    page = today.today
    at(today, 9, 58)
    page.unplanned.setFocus()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Return)
    settle(qtbot, today)
    assert today.page() == "report"
    assert today.report.form.arrived.text() == "09:58"
    assert QApplication.focusWidget() is next(iter(today.report.form.met._people.values()))
    QTest.keyClick(today.report.form, Qt.Key.Key_Escape)
    settle(qtbot, today)
    at(today, 11, 30)
    today.go("today")
    settle(qtbot, today)
    assert today.page() == "today"
    assert page.moment().phase == "under_way"
    assert page.hero.wait.text() == "arrived at 09:58"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle(qtbot, today)
    assert today.report.form.arrived.text() == "09:58", (
        "what was begun goes on, the arrival is not stamped again"
    )


def test_a_draft_is_announced_when_the_book_is_opened(
    qtbot: QtBot, today: MainWindow, open_window: Open, filled: Filled
) -> None:
    today.today.doing.start(today.today.next_stop())  # type: ignore[arg-type]
    settle(qtbot, today)
    today.report.form.points.insertPlainText("说到一半")
    today.report.keep_draft()
    settle(qtbot, today)
    today.desk.runner.close()
    again = open_window(filled.path, page="today")
    assert "1 report was begun" in again.notice.text()
    assert any(line.deed == "draft" for line in again.today.cards.follow_up.lines.lines())
    again.notice._action.click()
    settle(qtbot, again)
    assert again.report.form.points.toPlainText() == "说到一半"


def test_what_waits_for_its_report_is_one_press_away(qtbot: QtBot, today: MainWindow, filled: Filled) -> None:
    late = today.today.beside().late  # type: ignore[union-attr]
    assert late
    assert today.rail.button("today")._count == len(late)
    today.today.doing.do_line("act:late", late[0].key)
    settle(qtbot, today)
    assert today.report.form.day.text() == late[0].day.isoformat()
    today.report.form.arrived.setText("10:00")
    today.report.save()
    settle(qtbot, today)
    assert today.page() == "today"
    assert today.rail.button("today")._count == len(late) - 1
    today.actions_["undo"].trigger()
    settle(qtbot, today)
    assert today.rail.button("today")._count == len(late)


def test_one_visit_is_moved_and_put_back(qtbot: QtBot, today: MainWindow) -> None:
    from kamdesk.qt.dialogs.move_visit import MoveVisitDialog
    from tests.qt.test_account_flow import opened

    assert today.actions_["move_slot"].isEnabled()
    today.actions_["move_slot"].trigger()
    settle(qtbot, today)
    dialog = opened(MoveVisitDialog)
    dialog.primary.click()
    assert dialog.reason(), "a day is needed"
    dialog.day.setText("+2")
    dialog.start.setText("14:00")
    dialog.asker._group.button(1).click()
    dialog.primary.click()
    assert "reason" in dialog.reason()
    dialog.reason_field.setText("样品没到")
    dialog.primary.click()
    settle(qtbot, today)
    assert today.today.plain.isVisible()
    assert [row.mark for row in today.today.model.rows() if row.kind == "stop"] == ["gone"]
    today.actions_["undo"].trigger()
    settle(qtbot, today)
    assert today.today.hero.isVisible()


def test_did_not_take_place(qtbot: QtBot, today: MainWindow) -> None:
    today.actions_["miss_visit"].trigger()
    settle(qtbot, today)
    report = today.report
    report.missed.reasons["customer_absent"].click()
    report.save_button.click()
    settle(qtbot, today)
    assert today.page() == "today"
    assert next(row.mark for row in today.today.model.rows() if row.kind == "stop") == "gone"


def test_the_end_of_the_day_counts_what_was_missed(qtbot: QtBot, today: MainWindow) -> None:
    today.actions_["miss_visit"].trigger()
    settle(qtbot, today)
    today.report.missed.reasons["customer_absent"].click()
    today.report.save_button.click()
    settle(qtbot, today)
    page = today.today
    assert page.plain.heading.text() == "Today: 1 missed"
    assert "1 missed" in page._summary.text()
    board = page.board()
    assert board is not None
    today.actions_["undo"].trigger()
    settle(qtbot, today)
    assert page.hero.isVisible()
    assert "missed" not in page._summary.text()
    (missed,) = board.day.line.stops
    both = replace(board, day=replace(board.day, line=replace(board.day.line, stops=(
        missed, replace(missed, key="made", state="done")))))  # fmt: skip
    page._show(both)
    assert page.plain.heading.text() == "Today: 1 visit done, 1 missed"


def test_to_follow_up_does_not_deny_what_the_day_says(qtbot: QtBot, today: MainWindow) -> None:
    page = today.today
    beside = page.beside()
    assert beside is not None
    page._show_beside(replace(beside, late=(), questions=0, actions=(), steps=()))
    assert "every visit has its report" in page.cards.follow_up._none.text()
    at(today, 11, 5)
    page.tick()
    assert "1 visit of today has no report yet" in page.cards.follow_up._none.text()


def test_no_report_yet_is_pressed_and_the_report_opens(qtbot: QtBot, today: MainWindow) -> None:
    at(today, 11, 5)
    page = today.today
    page.tick()
    place = next(n for n, row in enumerate(page.model.rows()) if row.mark == "waiting")
    rect = page.list.visualRect(page.model.index(place, 0))
    chip = page.list._cell.report_chip(QRectF(rect), page.model.rows()[place])
    assert chip is not None
    click(page.list, QPoint(rect.left() + 120, rect.center().y()))
    assert today.page() == "today"
    click(page.list, chip.center().toPoint())
    settle(qtbot, today)
    assert today.page() == "report"


def click(view: QListView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_week_says_what_the_cycle_is(qtbot: QtBot, today: MainWindow) -> None:
    assert "of 4 in the cycle" in today.top.span.text()
    assert "repeats every 4 weeks" in today.top.span.toolTip()
    today.actions_["chinese"].trigger()
    settle(qtbot, today)
    assert "一个周期" in today.top.span.toolTip()


def test_an_unplanned_visit_by_typing(qtbot: QtBot, today: MainWindow, filled: Filled) -> None:
    from kamdesk.qt.dialogs.unplanned import UnplannedDialog
    from tests.qt.test_account_flow import opened

    today.actions_["unplanned_visit"].trigger()
    settle(qtbot, today)
    dialog = opened(UnplannedDialog)
    dialog.account.setText("ystc")
    dialog._filter()
    assert [entry.title for entry in dialog.model.entries()] == ["砚石陶瓷"]
    dialog.companions.setText("孙倩、王斌")
    dialog.primary.click()
    settle(qtbot, today)
    assert today.page() == "report"
    assert today.report.form.arrived.text() == "09:30"
    assert today.report.form.companions.text() == "孙倩, 王斌"
    today.report.save()
    settle(qtbot, today)
    stops = today.today.board().day.line.stops  # type: ignore[union-attr]
    assert ("ad_hoc", "done") in {
        (stop.origin, stop.state) for stop in stops if stop.account.id == filled.yanshi
    }


def test_a_visit_to_come_is_no_unplanned_one(qtbot: QtBot, today: MainWindow) -> None:
    from kamdesk.qt.dialogs.unplanned import UnplannedDialog
    from tests.qt.test_account_flow import opened

    today.actions_["unplanned_visit"].trigger()
    settle(qtbot, today)
    dialog = opened(UnplannedDialog)
    dialog.day.setText("+1")
    dialog.primary.click()
    assert "not come yet" in dialog.reason()
    dialog.reject()


def test_an_empty_book_says_what_to_do_first(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    make_book(tmp_path).close()
    window = open_window(tmp_path / "book.kam", page="today")
    page = window.today
    assert page.plain.isVisible()
    assert not page.cards.isVisible()
    assert not page._day_card.isVisible()
    assert page.plain.first_deed() == "import"
    assert window.focusWidget() is page.plain.first, "Enter does what is to be done first"


def test_overdue_promises_do_not_hide_those_that_fall_due_this_week(
    qtbot: QtBot, today: MainWindow, filled: Filled
) -> None:
    def promise(store, now):
        for days in (-9, -8, -7, -6, -5, 0, 1, 2, 3):
            add_promise(
                store,
                account_id=filled.nanyu,
                what=f"样品 {days}",
                made_on=TODAY - timedelta(days=20),
                due_on=TODAY + timedelta(days=days),
                now=now,
            )

    card = today.today.cards.promises
    assert card.count.text() == "1 overdue"
    today.desk.runner.run(promise)
    today.go("today")
    settle(qtbot, today)
    assert card.count.text() == "6 overdue, 4 this week"
    assert [line.title for line in card.lines.lines()][2:] == ["样品 0", "样品 1", "样品 2"]
    assert len(card.lines.lines()) == 5


def test_the_whole_page_in_the_other_language(qtbot: QtBot, today: MainWindow) -> None:
    today.actions_["chinese"].trigger()
    settle(qtbot, today)
    page = today.today
    assert page.hero.wait.text() == "还有 30 分钟"
    assert page.hero.start.accessibleName() == "开始拜访"
    assert "农历" in page._day.text()


def test_the_address_is_copied(today: MainWindow) -> None:
    stop = today.today.next_stop()
    assert stop is not None
    today.today.doing.do("address", replace(stop, account=replace(stop.account, address="市府大道 1 号")))
    assert QApplication.clipboard().text() == "台州市椒江区市府大道 1 号"
    assert "市府大道" in today.notice.text()


def test_a_name_is_whole_where_there_is_room(qtbot: QtBot, today: MainWindow) -> None:
    hero = today.today.hero
    hero.name.setText("宁波鑫盛建设工程有限公司海曙分公司")
    hero._where.setText("鄞州区人民路841号" * 12)
    qtbot.waitUntil(lambda: hero.name.width() >= hero.name.sizeHint().width())
    assert hero._where.width() < hero._where.sizeHint().width(), "the address gives way"
