"""A draft never writes less over a report that is saved; undo in a form is the form's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.report.subject import Subject
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_report_flow import report  # noqa: F401

CTRL = Qt.KeyboardModifier.ControlModifier


def reported(qtbot: QtBot, window: MainWindow) -> Subject:
    """Save a report of today's stop; its subject."""
    page = window.report
    subject = page._subject
    assert subject is not None
    page.form.arrived.setText("10:04")
    page.form.points.insertPlainText("季结返利")
    page.form.rival.insert("对手降价")
    page.form.outcomes.choose_number(2)
    page.save()
    settle(qtbot, window)
    return subject


def show(qtbot: QtBot, window: MainWindow, subject: Subject) -> None:
    window.deeds.open_report(subject)
    settle(qtbot, window)


def drafts(qtbot: QtBot, window: MainWindow) -> int:
    window.go("today")
    settle(qtbot, window)
    board = window.today.board()
    assert board is not None
    return len(board.drafts)


def test_a_report_taken_back_lies_there_to_be_corrected(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    subject = reported(qtbot, report)
    report.actions_["undo"].trigger()
    settle(qtbot, report)
    show(qtbot, report, subject)
    form = report.report.form
    assert form.points.toPlainText() == "季结返利"
    assert form.rival.text() == "对手降价"
    assert form.outcomes.chosen() == "interested"
    QTest.keyClick(form.times.now, Qt.Key.Key_Escape)
    settle(qtbot, report)
    report.actions_["redo"].trigger()
    settle(qtbot, report)
    assert drafts(qtbot, report) == 0
    show(qtbot, report, subject)
    assert form.points.toPlainText() == "季结返利"
    assert report.report.sheet.older.kept is None


def test_the_page_in_view_says_what_is_recorded_again(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    subject = reported(qtbot, report)
    report.deeds.undo()
    settle(qtbot, report)
    show(qtbot, report, subject)
    page = report.report
    page.form.rival.setText("对手涨价")
    report.deeds._go_through(report.deeds._history.redo, again=True)
    settle(qtbot, report)
    older = page.sheet.older
    assert older.isVisible()
    assert "Competitors" in older._differs.text()
    assert page.form.rival.text() == "对手降价", "what is saved stands there"
    page.save()
    settle(qtbot, report)
    assert page.error()
    assert report.page() == "report"
    older.take.click()
    assert (page.form.rival.text(), page.form.points.toPlainText()) == ("对手涨价", "季结返利")
    page.save()
    settle(qtbot, report)
    assert drafts(qtbot, report) == 0


def test_a_draft_that_is_not_wanted_is_thrown_away(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    subject = reported(qtbot, report)
    report.deeds.undo()
    settle(qtbot, report)
    show(qtbot, report, subject)
    report.report.form.rival.setText("对手涨价")
    report.report.keep_draft()
    settle(qtbot, report)
    report.deeds._go_through(report.deeds._history.redo, again=True)
    settle(qtbot, report)
    report.report.sheet.older.drop.click()
    settle(qtbot, report)
    assert report.report.form.rival.text() == "对手降价"
    assert drafts(qtbot, report) == 0


def test_a_form_emptied_again_leaves_no_draft(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    form = report.report.form
    form.points.insertPlainText("要点")
    report.report.keep_draft()
    settle(qtbot, report)
    form.points.clear()
    report.report.keep_draft()
    settle(qtbot, report)
    assert drafts(qtbot, report) == 0


@pytest.mark.parametrize("place", ["outcome", "text"])
def test_undo_in_a_form_is_the_forms_own(qtbot: QtBot, report: MainWindow, filled: Filled, place: str) -> None:  # noqa: F811
    form, page = report.report.form, report.report
    before = report.deeds._history.undo
    form.points.insertPlainText("季结返利")
    form.outcomes.choose_number(2)
    (form.times.now if place == "outcome" else form.arrived).setFocus()
    assert page.has_typed()
    report.deeds.say_possible()
    report.actions_["undo"].trigger()
    assert form.outcomes.chosen() is None
    assert form.points.toPlainText() == "季结返利"
    report.actions_["redo"].trigger()
    assert form.outcomes.chosen() == "interested"
    for _ in range(2):
        report.actions_["undo"].trigger()
    assert form.points.toPlainText() == ""
    form.met._somebody.setFocus()
    form.points.insertPlainText("又写")
    page.typing.settle()
    report.actions_["undo"].trigger()
    settle(qtbot, report)
    assert "nothing more" in report.notice.text()
    assert form.points.toPlainText() == "又写"
    assert report.deeds._history.undo == before


def test_in_a_small_window_no_button_lies_over_a_row(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    page = report.report
    report.resize(1093, 665)
    settle(qtbot, report)
    assert page.sheet.height() >= page.sheet.minimumSizeHint().height()
    page.sheet.older.ask({}, ["Points"])
    settle(qtbot, report)
    assert page.sheet.height() >= page.sheet.minimumSizeHint().height()
