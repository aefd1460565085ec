"""Informants behind the lock: nothing on screen tells whether there are any until the passphrase was given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import open_book
from kamdesk.operations.confidential import record_informant, set_lock
from kamdesk.qt.chart.plan import LOCK
from kamdesk.qt.dialogs.informant import InformantDialog
from kamdesk.qt.dialogs.unlock import UnlockDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.secrecy import OPEN_FOR, Secrecy
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")

SECRET, TOLD = "三月初七出货", "年底换供应商"


@pytest.fixture
def informed(filled: Filled) -> Filled:
    """The book with a lock, and an informant at one account."""
    store = open_book(filled.path, None, backups=filled.path.parent / "b", now=NOW)
    set_lock(store, passphrase=SECRET, now=NOW, cost=2)
    record_informant(store, contact_id=filled.zheng, account_id=filled.nanyu, told=TOLD, now=NOW)
    store.close()
    return filled


@pytest.fixture
def page(qtbot: QtBot, open_window: Open, informed: Filled) -> MainWindow:
    window = open_window(informed.path)
    window.open_account(informed.nanyu, "people")
    settle(qtbot, window)
    window.account.people.choose(LOCK)
    return window


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str = SECRET) -> UnlockDialog:
    window.actions_["secrecy"].trigger()
    settle(qtbot, window)
    dialog = opened(UnlockDialog)
    dialog.passphrase.setText(passphrase)
    dialog.primary.click()
    settle(qtbot, window)
    return dialog


def said(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_the_tile_and_its_panel_are_the_same_with_and_without(
    qtbot: QtBot, page: MainWindow, informed: Filled
) -> None:
    people = page.account.people

    def look() -> tuple[object, str, object]:
        node = people.chart.nodes()[LOCK]
        people.secret.resize(264, 240)  # the questions above it take as much room as the others' answers need
        return node.words, said(people.secret), people.secret.grab().toImage()

    with_one = look()
    page.open_account(informed.haichuan, "people")
    settle(qtbot, page)
    people.choose(LOCK)
    assert look() == with_one
    assert TOLD not in said(page)


def test_a_wrong_passphrase_tells_nothing_and_a_right_one_shows(qtbot: QtBot, page: MainWindow) -> None:
    dialog = unlock(qtbot, page, "wrong one")
    assert "does not fit" in dialog.reason()
    assert dialog.isEnabled()
    assert not page.desk.secrecy.is_open()
    dialog.passphrase.setText(SECRET)
    dialog.primary.click()
    settle(qtbot, page)
    assert page.desk.secrecy.is_open()
    secret = page.account.people.secret
    assert [(row.name, row.told) for row in secret.known()] == [("郑海潮", TOLD)]
    assert TOLD in said(secret)
    assert "10:00" in secret._left.text()
    page.actions_["secrecy"].trigger()
    assert secret.known() == ()
    settle(qtbot, page)
    QApplication.sendPostedEvents(None, 52)
    assert TOLD not in said(page)


def test_an_open_book_sets_its_passphrase_first(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.nanyu, "people")
    settle(qtbot, window)
    window.actions_["secrecy"].trigger()
    settle(qtbot, window)
    dialog = opened(UnlockDialog)
    assert "not encrypted" in dialog.sentence.text()
    dialog.passphrase.setText(SECRET)
    dialog.again.setText("another")
    dialog.primary.click()
    assert "not the same" in dialog.reason()
    dialog.again.setText(SECRET)
    dialog.primary.click()
    settle(qtbot, window)
    assert window.desk.secrecy.is_open()
    window.desk.secrecy.lock()
    window.account.show_section("promises")
    unlock(qtbot, window)
    assert window.desk.secrecy.is_open()
    assert (window.account.section(), window.account.people.key()) == ("people", LOCK), (
        "what was opened is in sight"
    )


def test_undo_shows_and_does_it_only_while_open(qtbot: QtBot, page: MainWindow, informed: Filled) -> None:
    undo, before = page.actions_["undo"], page.actions_["undo"].text()
    assert "onfidential" not in before
    unlock(qtbot, page)
    assert "onfidential" in undo.text()
    page.desk.secrecy.lock()
    settle(qtbot, page)
    assert undo.text() == before
    undo.trigger()
    settle(qtbot, page)
    unlock(qtbot, page)
    assert len(page.account.people.secret.known()) == 1, "locked, undo takes back something else"
    page.desk.secrecy.lock()
    settle(qtbot, page)
    page.actions_["redo"].trigger()
    settle(qtbot, page)
    unlock(qtbot, page)
    undo.trigger()
    settle(qtbot, page)
    assert page.account.people.secret.known() == ()
    assert "onfidential" in page.notice.text()
    page.desk.secrecy.lock()
    settle(qtbot, page)
    assert not page.notice.isVisible(), "what was done behind the lock is no longer said"
    assert not page.actions_["redo"].isEnabled(), "nor does redo tell"


def test_recorded_changed_and_ended(qtbot: QtBot, page: MainWindow, informed: Filled) -> None:
    unlock(qtbot, page)
    secret = page.account.people.secret
    secret.asked.emit("edit_informant", secret.known()[0].id)
    settle(qtbot, page)
    dialog = opened(InformantDialog)
    dialog.told.setPlainText("定在腊月")
    dialog.primary.click()
    settle(qtbot, page)
    assert secret.known()[0].told == "定在腊月"
    secret.asked.emit("end_informant", secret.known()[0].id)
    settle(qtbot, page)
    assert secret.known()[0].until == page.desk.today()
    secret.add.click()
    settle(qtbot, page)
    dialog = opened(InformantDialog)
    dialog.primary.click()
    assert "Choose" in dialog.reason()
    dialog.who.choose(informed.zheng)
    dialog.primary.click()
    settle(qtbot, page)
    assert [row.until is None for row in secret.known()] == [True, False]


def test_what_is_typed_survives_the_lock_and_lies_in_no_draft(qtbot: QtBot, page: MainWindow) -> None:
    unlock(qtbot, page)
    page.account.people.secret.add.click()
    settle(qtbot, page)
    dialog = opened(InformantDialog)
    dialog.told.setPlainText("还没说完的话")
    page.desk.secrecy.lock()
    assert not dialog.isVisible()
    store = open_read(page)
    assert "还没说完的话" not in store
    unlock(qtbot, page)
    assert dialog.isVisible()
    assert dialog.told.toPlainText() == "还没说完的话"
    dialog.reject()


def open_read(window: MainWindow) -> str:
    """All drafts of the book."""
    found: list[str] = []

    def drafts(store: object) -> str:
        with store.read() as connection:  # type: ignore[attr-defined]
            return "".join(connection.scalars(select(t.draft.c.content)))

    window.desk.runner.read(drafts, done=found.append)
    while not found:
        QApplication.processEvents()
    return found[0]


def test_it_locks_itself_after_ten_minutes_and_when_the_book_is_left(qapp: QApplication) -> None:
    moment = [NOW]
    clock: Callable[[], datetime] = lambda: moment[0]  # noqa: E731
    secrecy = Secrecy(clock)
    turned: list[bool] = []
    secrecy.changed.connect(turned.append)
    secrecy.open()
    assert secrecy.left() == "10:00"
    moment[0] = NOW + OPEN_FOR - timedelta(seconds=1)
    secrecy.tick()
    assert (secrecy.is_open(), secrecy.left()) == (True, "0:01")
    moment[0] = NOW + OPEN_FOR
    assert not secrecy.is_open(), "even before the timer has noticed"
    secrecy.tick()
    assert (turned, secrecy.left()) == ([True, False], "")


def test_leaving_the_book_locks(qtbot: QtBot, page: MainWindow) -> None:
    unlock(qtbot, page)
    page.books.closed.emit()
    assert not page.desk.secrecy.is_open()
