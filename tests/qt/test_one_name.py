"""One name for the rep, changed in one place; what others share with the rep, where the rep looks."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.qt.main_window import MainWindow
from tests.books import NOW, TODAY, make_book
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_week_end import texts

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def met(filled: Filled, tmp_path: Path) -> Path:
    """The book of a colleague, with an account that 林岚 shares."""
    mine = open_book(filled.path, backups=tmp_path / "b", now=NOW)
    theirs = make_book(tmp_path / "qin", rep="秦川")
    cards = identity(mine, device="work").card, identity(theirs, device="laptop").card
    add_peer(mine, card=cards[1], now=NOW)
    add_peer(theirs, card=cards[0], now=NOW)
    share_account(
        mine, account_id=filled.haichuan, colleague="秦川", since=TODAY, now=NOW, until=date(2027, 1, 31)
    )
    package = tmp_path / "p.kamweek"
    pack(mine, order=Order(package, NOW), to=["秦川"])
    take_in(theirs, path=package, now=NOW)
    for store in (mine, theirs):
        store.close()
    return tmp_path / "qin" / "book.kam"


def rename(qtbot: QtBot, window: MainWindow, name: str) -> None:
    field = window.settings.person.entry("name")
    field.setFocus()
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_the_name_is_changed_under_settings_and_the_card_follows(
    qtbot: QtBot, open_window: Open, filled: Filled, met: Path
) -> None:
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    own = window.week_end.circle.own
    assert own.rep.text() == window.top.place.text() == "林岚"
    own.name.click()
    settle(qtbot, window)
    assert window.page() == "settings"
    assert window.focusWidget() is window.settings.person.entry("name")
    rename(qtbot, window, "林大岚")
    assert window.top.place.text() == "林大岚"
    assert "You are called 林大岚" in window.notice.text()
    assert "new card" in window.notice.text()
    window.notice._action.click()
    settle(qtbot, window)
    assert (window.page(), window.week_end.part()) == ("week_end", "circle")
    assert own.rep.text() == "林大岚"
    assert not own.follow.isVisible()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert own.rep.text() == window.top.place.text() == "林岚", "the card goes back with it"


def test_a_card_that_is_called_otherwise_says_so_and_takes_the_name(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    store = open_book(filled.path, backups=filled.path.parent / "b", now=NOW)
    identity(store, rep="小林", device="work")
    store.close()
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    own = window.week_end.circle.own
    assert own.rep.text() == "小林"
    assert "Settings say 林岚." in texts(own)
    own.follow.click()
    settle(qtbot, window)
    assert own.rep.text() == "林岚"
    assert not own.follow.isVisible()
    assert window.notice.text() == "You are called 林岚 here and on your card."


def test_what_is_shared_with_the_rep_is_listed_and_stands_in_the_accounts_head(
    qtbot: QtBot, open_window: Open, filled: Filled, met: Path
) -> None:
    window = open_window(met, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    circle = window.week_end.circle
    entries = circle.model.entries()
    (shared,) = [entry for entry in entries if entry.key.startswith("share:")]
    assert entries[entries.index(shared) - 1].title.startswith("林岚"), "under who shares it"
    assert (shared.title, shared.detail) == ("海川建材", "Shared by 林岚·since 24 Nov·until 31 Jan 2027")
    circle.list.choose(shared.key)
    assert "林岚 shares 海川建材 with you" in texts(circle)
    assert not circle.unshare.isVisible(), "it is not for the rep to end"
    QTest.keyClick(circle.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"
    assert window.account.head.shared.text() == "shared by 林岚·since 24 Nov"
    assert "what you write goes back" in window.account.head.shared.toolTip()


def test_who_shares_it_sees_with_whom(
    qtbot: QtBot, open_window: Open, filled: Filled, met: Path, tmp_path: Path
) -> None:
    window = open_window(filled.path)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    assert window.account.head.shared.text() == "shared with 秦川·since 24 Nov"
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    assert not window.account.head.shared.isVisible()


def test_what_somebody_without_a_card_here_shares_is_listed_too(
    qtbot: QtBot, open_window: Open, met: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(met, tmp_path / "copy.kam"))
    store = open_book(copy, backups=tmp_path / "b2", now=NOW)
    with store.write_local() as connection:
        connection.exec_driver_sql("DELETE FROM sync_received")
        connection.exec_driver_sql("DELETE FROM sync_peer")
    store.close()
    window = open_window(copy, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    assert [entry.title for entry in window.week_end.circle.model.entries()] == [
        "Shared, without a card of theirs here", "海川建材"
    ]  # fmt: skip
