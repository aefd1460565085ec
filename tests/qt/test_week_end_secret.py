"""Conflicts about who informs us: on the page while that is unlocked, and in nothing that tells of them otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import new_book, open_book
from kamdesk.operations.confidential import change_informant, record_informant
from kamdesk.operations.week_end.conflicts import count_conflicts, open_conflicts
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.qt.main_window import MainWindow
from kamdesk.reads.confidential import informants
from tests.books import NOW
from tests.operations.week_end.books import hand
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_week_end import texts, undo

pytestmark = pytest.mark.opens("today")

MINE, THEIRS = "标底九百万", "标底八百万"


@pytest.fixture
def window(open_window: Open, filled: Filled, tmp_path: Path) -> MainWindow:
    """What an informant told was written otherwise on two laptops."""
    one = open_book(filled.path, backups=tmp_path / "backups", now=NOW)
    (tmp_path / "home").mkdir()
    two = new_book(tmp_path / "home" / "book.kam", now=NOW)
    mine, theirs = identity(one, rep="林岚", device="ThinkPad"), identity(two, rep="林岚", device="home")
    add_peer(one, card=theirs.card, now=NOW)
    add_peer(two, card=mine.card, now=NOW)
    with one.read() as connection:
        person = connection.scalar(select(t.contact.c.id).limit(1))
    record_informant(one, contact_id=person, account_id=filled.haichuan, told="标底", now=NOW)
    (known,) = informants(one, account_id=filled.haichuan)
    hand(one, two, tmp_path)
    for store, text in ((one, MINE), (two, THEIRS)):
        change_informant(store, assignment_id=known.id, told=text, last_heard=None, now=NOW)
    hand(two, one, tmp_path)
    assert count_conflicts(one) == 0
    assert len(open_conflicts(one, confidential=True)) == 1
    one.close()
    two.close()
    return open_window(filled.path, page="week_end")


def nothing_tells(window: MainWindow) -> bool:
    page, said = window.week_end, texts(window)
    return (
        page.odds.model.rowCount() == 0
        and page.odds.open_count() == page.odds.settled_count() == 0
        and not page.left._odds.isVisible()
        and not any(word in said for word in (MINE, THEIRS, "nform", "1 conflict"))
    )


def test_they_are_shown_while_unlocked_alone(qtbot: QtBot, window: MainWindow) -> None:
    page = window.week_end
    page.show_part("odds")
    settle(qtbot, window)
    assert nothing_tells(window)
    window.desk.secrecy.open()
    settle(qtbot, window)
    assert MINE in texts(page.odds)
    assert THEIRS in texts(page.odds)
    assert page.odds.open_count() == 0
    window.desk.secrecy.lock()
    assert nothing_tells(window)
    settle(qtbot, window)
    assert nothing_tells(window)


def test_one_is_settled_behind_the_lock_and_undone_there(qtbot: QtBot, window: MainWindow) -> None:
    page = window.week_end
    window.desk.secrecy.open()
    page.show_part("odds")
    settle(qtbot, window)
    place = next(n for n, each in enumerate(page.odds.chosen().choices, 1) if each.text == THEIRS)
    page.odds.take(place)
    settle(qtbot, window)
    assert page.odds.to_choose() == 0
    assert THEIRS not in window.statusBar().currentMessage()
    window.desk.secrecy.lock()
    settle(qtbot, window)
    assert nothing_tells(window)
    window.desk.secrecy.open()
    settle(qtbot, window)
    undo(qtbot, window)
    assert page.odds.to_choose() == 1
    window.desk.secrecy.lock()
    settle(qtbot, window)
    assert nothing_tells(window)
