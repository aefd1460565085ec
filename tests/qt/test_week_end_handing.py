"""For whom a package is, and what is said of one that was made."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.add_card import AddCardDialog
from kamdesk.qt.dialogs.share_account import ShareAccountDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.week_end.page import WeekEndPage
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_week_end import dialog, texts
from tests.qt.week_end_books import Meeting, meet

pytestmark = pytest.mark.opens("today")


@pytest.fixture(scope="session")
def met(template: Filled, tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    return meet(template, tmp_path_factory.mktemp("met") / "all")


@pytest.fixture
def meeting(met: Meeting, tmp_path: Path) -> Meeting:
    book = tmp_path / "book.kam"
    shutil.copy(met.book, book)
    return replace(met, book=book)


@pytest.fixture
def window(qtbot: QtBot, open_window: Open, meeting: Meeting) -> MainWindow:
    made = open_window(meeting.book, page="week_end")
    made.week_end.show_part("hand")
    settle(qtbot, made)
    return made


@pytest.fixture
def page(window: MainWindow) -> WeekEndPage:
    return window.week_end


def pack(qtbot: QtBot, window: MainWindow) -> None:
    window.week_end.hand.pack()
    settle(qtbot, window)
    assert window.week_end.hand.result.isVisible()


def add_colleague(qtbot: QtBot, window: MainWindow, meeting: Meeting) -> None:
    window.week_end_desk.add_card(meeting.card)
    settle(qtbot, window)
    asked = dialog(AddCardDialog)
    asked.compared.setChecked(True)
    asked.add.click()
    settle(qtbot, window)


def test_a_card_that_was_added_is_chosen_before_the_passphrase(page: WeekEndPage) -> None:
    to, peers = page.hand.to, page.circle.circle().peers
    to.show_peers(())
    assert to.receiver().keys == ()
    to.show_peers(peers)
    assert to.receiver().names == ("the office (总部)",)


def test_a_passphrase_chosen_by_hand_stays(page: WeekEndPage) -> None:
    to, peers = page.hand.to, page.circle.circle().peers
    to.show_peers(())
    QTest.keyClicks(to.passphrase, "X")
    to.show_peers(peers)
    assert to.receiver().keys == ()


def test_what_was_made_is_not_said_of_another_receiver(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage
) -> None:
    pack(qtbot, window)
    to = page.hand.to
    to.choices()[-1].click()
    assert not page.hand.result.isVisible()
    to.choices()[0].click()
    pack(qtbot, window)
    page.hand.all.setChecked(True)
    assert not page.hand.result.isVisible()


def test_the_passphrase_that_sealed_it_is_told_whatever_is_typed_since(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage
) -> None:
    to = page.hand.to
    to.choices()[-1].click()
    secret = to.secret()
    pack(qtbot, window)
    to.another.click()
    page.hand.retranslate()
    assert page.hand.result.isVisible()
    assert secret in texts(page.hand.result)


def test_a_package_without_anything_new_says_so(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    add_colleague(qtbot, window, meeting)
    page.show_part("hand")
    page.hand.to.choices()[1].click()
    settle(qtbot, window)
    pack(qtbot, window)
    assert "There is nothing new in it for 王磊" in texts(page.hand.result)
    assert page.hand.result.property("role") == "soft"
    page.hand.to.choices()[0].click()
    pack(qtbot, window)
    assert page.hand.result.property("role") == "good"


def test_a_card_is_added_with_enter_once_it_was_compared(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("no file is asked for"))
    window.week_end_desk.add_card(meeting.card)
    settle(qtbot, window)
    asked = dialog(AddCardDialog)
    assert asked.focusWidget() is asked.compared
    QTest.keyClick(asked.compared, Qt.Key.Key_Return)
    assert asked.isVisible(), "not before it was compared"
    QTest.keyClick(asked.compared, Qt.Key.Key_Space)
    QTest.keyClick(asked.compared, Qt.Key.Key_Return)
    QTest.keyClick(asked.compared, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 2"


def test_ctrl_enter_adds_a_card_from_its_text(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    window.week_end_desk.add_card()
    asked = dialog(AddCardDialog)
    asked.text.setPlainText(meeting.card.read_text("utf-8"))
    settle(qtbot, window)
    asked.text.setFocus()
    QTest.keyClick(asked.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.isVisible(), "not before it was compared"
    asked.compared.setChecked(True)
    QTest.keyClick(asked.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 2"


def test_sharing_asks_its_own_question_and_names_the_account(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    add_colleague(qtbot, window, meeting)
    page.show_part("circle")
    page.circle.share.click()
    settle(qtbot, window)
    asked = dialog(ShareAccountDialog)
    assert "Which account do you look after together with 王磊?" in texts(asked)
    asked.until.setText("2026-01-02")
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert asked.isVisible(), "the day lies before today"
    assert asked.until.property("wrong")
    asked.until.setText("+7")
    asked.purpose.setText("standing in")
    asked.primary.click()
    settle(qtbot, window)
    (shared,) = page.circle.circle().shared
    assert shared.until == window.desk.today() + timedelta(days=7)
    assert shared.purpose == "standing in"
    assert "海川建材有限公司 is shared with 王磊" in texts(window)


def test_what_comes_back_is_looked_for_where_it_went(
    qtbot: QtBot, window: MainWindow, page: WeekEndPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page.hand.place.set_folder(stick)
    pack(qtbot, window)
    (file,) = stick.glob("*.kamweek")
    assert " 林岚 ThinkPad 2026-W48 for " in file.name
    called = page.hand.to.receiver().short
    assert called
    assert f" for {', '.join(called)} " in file.name
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda _, __, begin, ___: asked.append(begin) or ([], "")
    )
    page.show_part("take")
    QTest.keyClick(page.take.empty.first, Qt.Key.Key_Space)
    assert asked == [str(stick)]


def test_a_card_chosen_for_a_package_leads_to_adding_it(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    page.take.look_at([meeting.card, meeting.back])
    settle(qtbot, window)
    assert page.take.stage() == "failed"
    assert "is the card of 王磊/Surface" in page.take._reason.text()
    page.take.lead.click()
    settle(qtbot, window)
    asked = dialog(AddCardDialog)
    assert asked.card().rep == "王磊"
    asked.compared.setChecked(True)
    asked.add.click()
    settle(qtbot, window)
    assert page.left.more["circle"].text() == "Whom I meet 2"
    assert page.take.stage() == "looked", "on to the next file"


def test_a_package_chosen_for_a_card_leads_to_taking_it_in(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    window.week_end_desk.add_card(meeting.back)
    settle(qtbot, window)
    asked = dialog(AddCardDialog)
    assert asked.package.hasFocus()
    asked.package.click()
    settle(qtbot, window)
    assert (page.part(), page.take.stage()) == ("take", "looked")


def test_files_dragged_from_a_stick_are_told_one_by_one(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage, tmp_path: Path
) -> None:
    empty, note = tmp_path / "empty.kamweek", tmp_path / "read me.txt"
    empty.touch()
    note.write_text("for the office", encoding="utf-8")
    window.lists.take_files([empty, note, meeting.back])
    for said in ("Copy it again from the stick", "is a text file"):
        settle(qtbot, window)
        assert said in page.take._reason.text()
        assert not page.take.lead.isVisible()
        page.take.leave.click()
    settle(qtbot, window)
    assert page.take.stage() == "looked"


def test_what_a_package_brings_is_shown_whole_where_there_is_room(
    qtbot: QtBot, window: MainWindow, meeting: Meeting, page: WeekEndPage
) -> None:
    page.take.look_at([meeting.back])
    settle(qtbot, window)
    panel, table = page.take, page.take.arrival.table

    def bring(kinds: int) -> None:
        table.model().set_counts({f"kind{n}": n + 1 for n in range(kinds)}, {}, {})
        table.updateGeometry()

    bring(9)
    qtbot.waitUntil(lambda: table.height() == table.sizeHint().height())
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)
    bring(60)
    qtbot.waitUntil(lambda: panel.go.geometry().bottom() > panel.height() - 60)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
