"""What a report says of competitors comes to be a record: from the message, by the key, from the account's page."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.recording.dialog import RecordDialog
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened
from tests.qt.test_report_flow import report  # noqa: F401

SAID = "甲固每吨让二十元"


def save(qtbot: QtBot, window: MainWindow) -> None:
    form = window.report.form
    form.arrived.setText("10:04")
    form.rival.setText(SAID)
    window.report.save()
    settle(qtbot, window)
    assert window.page() != "report"


def asked(dialog: RecordDialog) -> tuple[object, object, object]:
    editors = dialog.form.editors
    return dialog.kind, editors["said"].value(), editors["known_on"].value()


def test_the_message_and_the_key_lead_to_the_record(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    save(qtbot, report)
    report.notice._more.click()
    settle(qtbot, report)
    dialog = opened(RecordDialog)
    assert asked(dialog) == ("competitor_move", SAID, date(2026, 11, 24))
    dialog.reject()
    report.notice.tell("else")
    assert not report.notice.offers()


def test_the_key_takes_the_words_along(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    report.report.form.rival.setText(SAID)
    report.actions_["add_move"].trigger()
    settle(qtbot, report)
    dialog = opened(RecordDialog)
    assert asked(dialog)[:2] == ("competitor_move", SAID)
    dialog.reject()
    assert report.page() == "report"
    report.report.form.rival.clear()
    save(qtbot, report)
    report.actions_["add_move"].trigger()
    settle(qtbot, report)
    opened(RecordDialog).reject()
    assert report.page() != "market"


def test_the_account_tells_of_it_until_there_is_a_record(
    qtbot: QtBot, report: MainWindow, filled: Filled  # noqa: F811
) -> None:
    save(qtbot, report)
    report.open_account(filled.haichuan)
    settle(qtbot, report)
    page = report.account
    page.show_section("rivals")
    bar = page.rivals.mentions
    assert not bar.isHidden()
    (button,) = bar.buttons
    assert SAID in button.accessibleDescription()
    button.click()
    settle(qtbot, report)
    dialog = opened(RecordDialog)
    assert asked(dialog) == ("competitor_move", SAID, date(2026, 11, 24))
    editors = dialog.form.editors
    editors["competitor_id"].picker.setEditText("甲固")  # type: ignore[attr-defined]
    for name, value in (("purpose", "take_account"), ("motive", "sales_target"), ("behaviour", "price_cut")):
        editors[name].set_value(value)
    dialog.primary.click()
    settle(qtbot, report)
    assert bar.isHidden()
    whole = page.whole()
    assert whole is not None
    assert [move.get("said") for move in whole.known.of("competitor_move")] == [SAID]
    report.actions_["undo"].trigger()
    settle(qtbot, report)
    assert not bar.isHidden()


def test_the_market_lists_what_was_said(qtbot: QtBot, report: MainWindow) -> None:  # noqa: F811
    save(qtbot, report)
    report.go("market")
    settle(qtbot, report)
    page = report.market
    page.show_section("rivals")
    view = page.view()
    assert view is not None
    (spoken,) = view.spoken
    assert (spoken.text, spoken.day) == (SAID, date(2026, 11, 24))
    assert not page.rivals.moves.isHidden()
    page.rivals.moves.opened.emit(f"spoken:{spoken.visit_id}")
    settle(qtbot, report)
    dialog = opened(RecordDialog)
    assert asked(dialog) == ("competitor_move", SAID, date(2026, 11, 24))
    editors = dialog.form.editors
    editors["competitor_id"].picker.setEditText("甲固")  # type: ignore[attr-defined]
    for name, value in (("purpose", "take_account"), ("motive", "sales_target"), ("behaviour", "price_cut")):
        editors[name].set_value(value)
    dialog.primary.click()
    settle(qtbot, report)
    view = page.view()
    assert view is not None
    assert view.spoken == ()
    assert len(view.moves) == 1
