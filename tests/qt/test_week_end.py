"""The end of the week in the window: gaps, closing, handing over, taking in, conflicts, whom one meets."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kamdesk.operations.promises import add_promise
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.taking import take_in
from kamdesk.qt.dialogs.add_card import AddCardDialog
from kamdesk.qt.dialogs.remove_peer import RemovePeerDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.week_end.page import WeekEndPage
from kamdesk.qt.widgets.fields import DayField
from tests.books import NOW, TODAY
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.week_end_books import Meeting, meet

pytestmark = pytest.mark.opens("today")

MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def met(template: Filled, tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    """Made once; a test works on a copy of the book."""
    return meet(template, tmp_path_factory.mktemp("met") / "all")


@pytest.fixture
def meeting(met: Meeting, tmp_path: Path) -> Meeting:
    book = tmp_path / "book.kam"
    shutil.copy(met.book, book)
    return replace(met, book=book)


@pytest.fixture
def window(open_window: Open, meeting: Meeting) -> MainWindow:
    return open_window(meeting.book, page="week_end")


@pytest.fixture
def page(window: MainWindow) -> WeekEndPage:
    return window.week_end


def show(qtbot: QtBot, window: MainWindow, part: str) -> WeekEndPage:
    window.week_end.show_part(part)
    settle(qtbot, window)
    return window.week_end


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def titles(page: WeekEndPage) -> list[str]:
    return [entry.title for entry in page.gaps.model.entries()]


def dialog(kind):
    """The one that is open."""
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


# what is missing


def test_it_begins_with_what_is_missing(page: WeekEndPage) -> None:
    assert page.part() == "gaps"
    assert titles(page) == ["Visits without a report 1", "海川建材有限公司"]
    assert page.left.steps["gaps"].said() == "1 left"
    assert page.left.steps["gaps"].state() == "now"


def test_a_gap_opens_where_it_is_mended(qtbot: QtBot, window: MainWindow, page: WeekEndPage) -> None:
    QTest.keyClick(page.gaps.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "report"
    window.go_back()
    settle(qtbot, window)
    assert window.page() == "week_end"


def test_a_promise_that_was_due_is_settled_in_its_list(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    window = open_window(filled.path, page="week_end")
    page = window.week_end
    assert titles(page)[2:] == ["Promises due, not settled 1", "海川建材"]
    page.gaps.list.choose(f"promise:{filled.promise}")
    QTest.keyClick(page.gaps.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "promises"
    assert [row.id for row in window.promises.promises()] == [filled.promise]
    QTest.keyClick(window.promises.list.table, Qt.Key.Key_K)
    settle(qtbot, window)
    window.go_back()
    settle(qtbot, window)
    assert titles(window.week_end) == ["Visits without a report 1", "海川建材"]


def test_what_falls_due_later_this_week_is_listed_apart_and_is_no_gap(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    window = open_window(filled.path, page="today")

    def promise(store, now):
        for days in (0, 3):
            add_promise(
                store,
                account_id=filled.nanyu,
                what=f"样品 {days}",
                made_on=date(2026, 11, 20),
                due_on=TODAY + timedelta(days=days),
                now=now,
            )

    window.desk.runner.run(promise)
    window.go("week_end")
    settle(qtbot, window)
    page = window.week_end
    assert titles(page)[2:] == [
        "Promises due, not settled 2", "海川建材", "南屿建材", "Promises still to fall due this week 1", "南屿建材"
    ]  # fmt: skip
    chips = [entry.chip for entry in page.gaps.model.entries() if entry.key.startswith("promise:")]
    assert chips == ["overdue", "due today", "not due yet"]
    assert page.left.steps["gaps"].said() == "3 left"
    page.gaps.list.choose(page.gaps.model.entries()[-1].key)
    QTest.keyClick(page.gaps.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "promises"
    assert [row.what for row in window.promises.promises()] == ["样品 3"]


def test_another_week_has_other_gaps(qtbot: QtBot, window: MainWindow, page: WeekEndPage) -> None:
    window.actions_["week_after"].trigger()
    settle(qtbot, window)
    assert page.monday == date(2026, 11, 30)
    assert titles(page) == []
    assert "Nothing is missing" in texts(page.gaps)


# closing


def test_a_week_is_closed_undone_and_opened_again(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage
) -> None:
    show(qtbot, window, "close")
    assert "1 thing is still missing" in texts(page.close_week)
    page.close_week.close_it.click()
    settle(qtbot, window)
    assert page.close_week.is_closed()
    assert page.left.steps["close"].state() == "done"
    assert page.close_week.on.hasFocus(), "on to the next step by the same key"
    undo(qtbot, window)
    assert not page.close_week.is_closed()
    page.close_week.close_it.click()
    settle(qtbot, window)
    page.close_week.reopen.click()
    settle(qtbot, window)
    assert not page.close_week.is_closed()
    assert page.close_week.model.rowCount() == 1
    undo(qtbot, window)
    assert page.close_week.is_closed()


# handing over


def test_handing_over_takes_two_clicks(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage, tmp_path: Path
) -> None:
    QTest.mouseClick(page.left.steps["hand"], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "New since" in texts(page.hand) or "Everything" in texts(page.hand)
    QTest.mouseClick(page.hand.go, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    (file,) = tmp_path.glob("*.kamweek")
    assert file.name in texts(page.hand.result)
    assert "the office (总部)" in texts(page.hand.result)
    assert page.left.steps["hand"].state() == "done"
    newest = page.history.model.entries()[0]
    assert (newest.chip, newest.title) == ("not confirmed yet", "To the office (总部)")
    assert "Week 48, not closed yet" in newest.detail


def test_a_closed_week_is_packed_as_closed(qtbot: QtBot, window: MainWindow, page: WeekEndPage) -> None:
    show(qtbot, window, "close")
    page.close_week.close_it.click()
    settle(qtbot, window)
    show(qtbot, window, "hand")
    assert "Week 48 is closed" in texts(page.hand)
    page.hand.pack()
    settle(qtbot, window)
    assert "Week 48, closed" in page.history.model.entries()[0].detail


def test_a_stick_that_was_pulled_out(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    show(qtbot, window, "hand")
    page.hand.place.set_folder(stick)
    stick.rmdir()
    page.hand.go.click()
    settle(qtbot, window)
    assert not page.hand.result.isVisible()
    assert "can't be written" in texts(page.hand)
    assert not list(tmp_path.rglob("*.part"))
    assert page.hand.place.folder() != stick, "what is gone is offered no more"
    page.hand.go.click()
    settle(qtbot, window)
    assert page.hand.result.isVisible()


def test_without_a_card_a_passphrase_seals(
    qtbot: QtBot, open_window: Open, filled: Filled, tmp_path: Path
) -> None:
    window = open_window(filled.path, page="week_end")
    page = show(qtbot, window, "hand")
    assert "No office and no colleague is known" in texts(page.hand)
    assert page.hand.to.is_ready(), "one is proposed"
    assert "Not for a colleague" in texts(page.hand.to)
    page.hand.to.passphrase.clear()
    QTest.keyClicks(page.hand.to.passphrase, "short")
    assert not page.hand.go.isEnabled()
    page.hand.to.another.click()
    assert page.hand.go.isEnabled()
    page.hand.pack()
    settle(qtbot, window)
    assert page.hand.to.passphrase.text() in texts(page.hand.result)
    assert "The whole book is in it" in texts(page.hand.result)
    assert len(list(tmp_path.glob("*.kamweek"))) == 1


# taking in


def look(qtbot: QtBot, window: MainWindow, *paths: Path) -> WeekEndPage:
    window.lists.take_files(list(paths))
    settle(qtbot, window)
    return window.week_end


def take(qtbot: QtBot, window: MainWindow, path: Path) -> WeekEndPage:
    page = look(qtbot, window, path)
    page.take.go.click()
    settle(qtbot, window)
    return page


def test_a_package_is_looked_at_before_it_is_taken_in(
    qtbot: QtBot, window: MainWindow, meeting: Meeting
) -> None:
    page = look(qtbot, window, meeting.back)
    assert (page.part(), page.take.stage()) == ("take", "looked")
    assert "From the office (总部)" in texts(page.take)
    assert "Week 47, not closed yet" in texts(page.take)
    assert "3 values were written differently" in texts(page.take)
    model = page.take.arrival.model
    rows = [tuple(model.data(model.index(n, c)) for c in range(4)) for n in range(model.rowCount())]
    assert ("Notes", "2", "–", "–") in rows
    assert page.odds.open_count() == 0
    page.take.leave.click()
    assert page.take.stage() == "empty"


def test_taken_in_with_a_copy_made_before(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, tmp_path: Path
) -> None:
    page = take(qtbot, window, meeting.back)
    assert page.take.stage() == "done"
    assert page.odds.open_count() == 3
    assert window.rail.button("week_end")._count == 3
    assert window.top.sync.text() == "3 conflicts"
    assert list((tmp_path / "backups").glob("book-*.kam"))
    page = look(qtbot, window, meeting.back)
    assert "taken in before" in texts(page.take)
    assert not page.take.go.isVisible()
    assert [entry.chip for entry in page.history.model.entries()] == ["", "not confirmed yet"], "a copy's"


def test_a_damaged_package_is_refused_in_words(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.kamweek"
    cut.write_bytes(meeting.back.read_bytes()[:-20])
    page = look(qtbot, window, cut, meeting.back)
    assert page.take.stage() == "failed"
    assert "The book is unchanged" in texts(page.take)
    assert "1 more to look at" in texts(page.take)
    page.take.leave.click()
    settle(qtbot, window)
    assert page.take.stage() == "looked", "the next one"


def test_a_strangers_package_leads_to_the_card(qtbot: QtBot, window: MainWindow, meeting: Meeting) -> None:
    page = look(qtbot, window, meeting.stranger)
    assert page.take.stage() == "failed"
    assert page.take.lead.isVisible()
    look(qtbot, window, meeting.card)
    asked = dialog(AddCardDialog)
    assert not asked.add.isEnabled(), "the code is compared first"
    asked.compared.setChecked(True)
    asked.add.click()
    settle(qtbot, window)
    assert page.take.stage() == "looked"
    assert any("王磊" in entry.title for entry in page.circle.model.entries())


def test_a_passphrase_is_asked_for(qtbot: QtBot, window: MainWindow, meeting: Meeting) -> None:
    page = look(qtbot, window, meeting.secret)
    QTest.keyClicks(page.take.secret, "wrong")
    QTest.keyClick(page.take.secret, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "passphrase does not open" in texts(page.take)
    page.take.secret.setText(meeting.passphrase)
    QTest.keyClick(page.take.secret, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.take.stage() == "looked"


# conflicts


@pytest.fixture
def odds(qtbot: QtBot, window: MainWindow, meeting: Meeting) -> WeekEndPage:
    take(qtbot, window, meeting.back)
    return show(qtbot, window, "odds")


def key(qtbot: QtBot, window: MainWindow, letter: str) -> None:
    QTest.keyClicks(window.week_end.odds.list, letter)
    settle(qtbot, window)


def choose(page: WeekEndPage, field: str) -> None:
    found = next(each for each in page.odds._all() if each.field.name == field)
    page.odds.list.choose(found.id)


def test_a_conflict_says_who_wrote_what(odds: WeekEndPage) -> None:
    choose(odds, "name")
    said = texts(odds.odds.one)
    for part in (
        "海川建材集团",
        "海川建材有限公司",
        "总部·server",
        "林岚·ThinkPad",
        "Before both",
        "Name",
    ):
        assert part in said
    assert "account" not in said.replace("Open the account", ""), "no table is named"


def test_one_is_taken_with_a_digit_and_the_choice_taken_back(
    qtbot: QtBot, window: MainWindow, odds: WeekEndPage
) -> None:
    choose(odds, "name")
    number = next(n for n, side in enumerate(odds.odds.chosen().choices, 1) if not side.own)
    key(qtbot, window, str(number))
    assert (odds.odds.open_count(), odds.odds.settled_count()) == (2, 1)
    assert window.rail.button("week_end")._count == 2
    undo(qtbot, window)
    assert odds.odds.open_count() == 3, "it is to be chosen again"
    choose(odds, "name")
    assert "Choose again" in texts(odds.odds.one)
    key(qtbot, window, "1")
    assert odds.odds.open_count() == 2


def test_another_day_is_written_in_a_field_for_days(
    qtbot: QtBot, window: MainWindow, odds: WeekEndPage, meeting: Meeting
) -> None:
    choose(odds, "due_on")
    key(qtbot, window, "w")
    field = odds.odds.one.editor.field
    assert isinstance(field, DayField)
    field.setText("soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "no day of the calendar" in odds.odds.one.editor.wrong()
    field.setText("2026-12-18")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert odds.odds.open_count() == 2
    window.go("promises")
    settle(qtbot, window)
    row = next(row for row in window.promises.list.model.rows() if row.id == meeting.filled.promise)
    assert row.due_on == date(2026, 12, 18)


def test_esc_puts_the_writing_back(qtbot: QtBot, window: MainWindow, odds: WeekEndPage) -> None:
    choose(odds, "name")
    key(qtbot, window, "w")
    field = odds.odds.one.editor.field
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not odds.odds.one.editor.isVisible()
    assert odds.odds.open_count() == 3


def test_taken_back_in_one_book_and_changed_in_another(
    qtbot: QtBot, window: MainWindow, odds: WeekEndPage
) -> None:
    choose(odds, "deleted_at")
    said = texts(odds.odds.one)
    assert "taken back in one book and changed in another" in said
    assert "City: 杭州市" in said
    assert {side.take.accessibleName() for side in odds.odds.one.sides} == {"Keep it", "Take it back"}
    number = next(n for n, side in enumerate(odds.odds.chosen().choices, 1) if side.kept)
    key(qtbot, window, str(number))
    assert odds.odds.open_count() == 2


def test_all_of_them_by_keys_alone(qtbot: QtBot, window: MainWindow, odds: WeekEndPage) -> None:
    odds.odds.begin()
    for left in (2, 1, 0):
        key(qtbot, window, "1")
        assert odds.odds.open_count() == left
    assert odds.left.steps["odds"].state() == "done"
    assert "No conflicts" not in texts(odds.odds), "what was settled stays in sight to be undone"


# whom one meets


def test_a_card_is_added_from_pasted_text_and_taken_out_again(
    qtbot: QtBot, window: MainWindow, meeting: Meeting
) -> None:
    page = show(qtbot, window, "circle")
    page.circle.add.click()
    asked = dialog(AddCardDialog)
    asked.text.setPlainText("no card")
    settle(qtbot, window)
    assert "no card of kamdesk's" in texts(asked)
    asked.text.setPlainText(meeting.card.read_text("utf-8"))
    settle(qtbot, window)
    assert asked.card().rep == "王磊"
    asked.compared.setChecked(True)
    asked.add.click()
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 2"
    window.notice._action.click()
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 1"


def test_removing_says_what_it_means_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, meeting: Meeting
) -> None:
    page = show(qtbot, window, "circle")
    page.circle.remove.click()
    asked = dialog(RemovePeerDialog)
    assert "What it has had it keeps" in texts(asked)
    asked.go.click()
    settle(qtbot, window)
    assert [entry.title for entry in page.circle.model.entries()] == ["No longer met", "The office (总部)"]
    look(qtbot, window, meeting.back)
    assert page.take.stage() == "failed"
    page.circle.back.click()
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 1"


def test_my_name_on_the_card(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.week_end.circle.own.qr._rows, "it is worked out once somebody looks at it"
    page = show(qtbot, window, "circle")
    assert page.circle.own.qr._rows
    before = page.circle.own.check.text()
    page.circle.own.device.setFocus()
    page.circle.own.device.setText("Werkbank")
    QTest.keyClick(page.circle.own.device, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.circle.circle().card.device == "Werkbank"
    assert page.circle.own.check.text() == before, "the keys stay"
    assert page.circle.own.qr.modules() > 40


# models, words


def test_the_models_are_sound(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, qtmodeltester: ModelTester
) -> None:
    page = look(qtbot, window, meeting.back)
    qtmodeltester.check(page.take.arrival.model, force_py=True)
    qtmodeltester.check(page.history.model, force_py=True)


def test_the_package_handed_over_is_the_one_the_office_can_take_in(
    qtbot: QtBot, window: MainWindow, met: Meeting, tmp_path: Path
) -> None:
    from kamdesk.db.opening import open_book

    show(qtbot, window, "hand")
    window.week_end.hand.pack()
    settle(qtbot, window)
    (file,) = tmp_path.glob("*.kamweek")
    shutil.copy(met.book.parent / "office" / "book.kam", tmp_path / "office.kam")
    office = open_book(tmp_path / "office.kam", backups=tmp_path / "b", now=NOW)
    taken = take_in(office, path=file, now=NOW)
    assert (taken.week, taken.conflicts) == ("2026-W48", 3)
    assert len(open_conflicts(office)) == 3
    office.close()
