"""An informant's entry shared with a manager, and read in the manager's book: behind the lock on either side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import new_book, open_book
from kamdesk.operations.confidential import record_informant, set_lock
from kamdesk.operations.entrusting import share_informant
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.qt.chart.plan import LOCK
from kamdesk.qt.dialogs.entrusted import EntrustedDialog
from kamdesk.qt.dialogs.share_informant import ShareInformantDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.buttons import Button
from kamdesk.reads.confidential import informants
from tests.books import NOW
from tests.operations.week_end.books import hand
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened
from tests.qt.test_secrecy import SECRET, TOLD, said, unlock

pytestmark = pytest.mark.opens("today")

MANAGER = "王总"


@pytest.fixture
def manager(filled: Filled, tmp_path: Path) -> Path:
    """A manager's book that the filled one knows and has a package from."""
    (tmp_path / "boss").mkdir()
    path = tmp_path / "boss" / "book.kam"
    one, boss = open_book(filled.path, backups=tmp_path / "b", now=NOW), new_book(path, now=NOW)
    set_lock(one, passphrase=SECRET, now=NOW, cost=2)
    set_lock(boss, passphrase=SECRET, now=NOW, cost=2)
    mine, theirs = identity(one, rep="林岚", device="laptop"), identity(boss, rep=MANAGER, role="manager")
    add_peer(one, card=theirs.card, now=NOW)
    add_peer(boss, card=mine.card, now=NOW)
    record_informant(one, contact_id=filled.zheng, account_id=filled.nanyu, told=TOLD, now=NOW)
    (known,) = informants(one, account_id=filled.nanyu)
    share_informant(one, assignment_id=known.id, manager=MANAGER, now=NOW)
    hand(one, boss, tmp_path, MANAGER)
    one.close()
    boss.close()
    return path


def link(window: MainWindow, words: str) -> Button | None:
    """The last one with these words in the panel behind the lock."""
    QApplication.sendPostedEvents(None, 52)
    found = [each for each in window.account.people.secret.findChildren(Button) if each.text() == words]
    return found[-1] if found else None


def test_shared_and_taken_back_with_undo_while_it_is_unlocked(
    qtbot: QtBot, open_window: Open, manager: Path, filled: Filled
) -> None:
    window = open_window(filled.path)
    window.open_account(filled.nanyu, "people")
    settle(qtbot, window)
    window.account.people.choose(LOCK)
    assert MANAGER not in said(window)
    unlock(qtbot, window)
    secret = window.account.people.secret
    assert f"{MANAGER} reads it too" in said(secret)
    assert link(window, "Share…") is None, "there is nobody else to share it with"
    link(window, "Take back").click()
    settle(qtbot, window)
    assert secret.known()[0].shared == ()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert [share.manager for share in secret.known()[0].shared] == [MANAGER]
    link(window, "Take back").click()
    settle(qtbot, window)
    link(window, "Share…").click()
    settle(qtbot, window)
    dialog = opened(ShareInformantDialog)
    window.desk.secrecy.lock()
    assert not dialog.isVisible()
    assert MANAGER not in said(window.account)
    unlock(qtbot, window)
    assert dialog.isVisible()
    assert "cannot be called back" in dialog.sentence.text()
    dialog.primary.click()
    settle(qtbot, window)
    assert [share.manager for share in secret.known()[0].shared] == [MANAGER]


def test_the_manager_reads_it_only_while_it_is_unlocked(
    qtbot: QtBot, open_window: Open, manager: Path, filled: Filled
) -> None:
    window = open_window(manager, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    circle = window.week_end.circle
    assert circle.own.entrusted.isVisible()
    circle.own.entrusted.click()
    settle(qtbot, window)
    dialog = opened(EntrustedDialog)
    assert dialog.known() == ()
    assert TOLD not in said(dialog)
    dialog.unlock.click()
    settle(qtbot, window)
    from kamdesk.qt.dialogs.unlock import UnlockDialog

    asking = opened(UnlockDialog)
    asking.passphrase.setText(SECRET)
    asking.primary.click()
    settle(qtbot, window)
    assert [(each.rep, each.told) for each in dialog.known()] == [("林岚", TOLD)]
    assert {"From 林岚", TOLD} <= {each.text() for each in dialog.findChildren(QLabel)}
    window.desk.secrecy.lock()
    QApplication.sendPostedEvents(None, 52)
    assert dialog.known() == ()
    assert TOLD not in said(dialog)
    dialog.reject()


def test_a_rep_s_own_card_leads_there_too_and_shows_the_manager(
    qtbot: QtBot, open_window: Open, manager: Path, filled: Filled
) -> None:
    """Whether anything was handed on to the rep is told by nothing but the passphrase."""
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    circle = window.week_end.circle
    assert circle.own.entrusted.isVisible()
    titles = [entry.title for entry in circle.model.entries()]
    assert titles[0] == "Managers"
    assert titles[1].startswith(f"Manager {MANAGER}")
