"""A customer asks for another time: the wish, the ranked times, one accepted and undone; and where there is none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.account import Account
from kamdesk.domain.line import SlotChange, VisitSlot
from kamdesk.operations import line
from kamdesk.operations.contacts import add_contact
from kamdesk.qt.dialogs.line_move import LineMoveDialog
from kamdesk.qt.dialogs.line_repair import LineRepairDialog
from kamdesk.qt.jobs import line_move as jobs
from kamdesk.qt.main_window import MainWindow
from tests.books import NOW, TODAY
from tests.operations.looking import every
from tests.qt.conftest import Open, settle
from tests.qt.line_books import line_book, standing
from tests.qt.test_dialogs_fit import SCREEN, faults


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(jobs, "SECONDS", 0.05)
    return line_book(tmp_path)


def opened(qtbot: QtBot, window: MainWindow, name: str) -> LineMoveDialog:
    view = window.line.view()
    assert view is not None
    window.line.select(next(stop.key for stop in view.week.stops if stop.account.name == name))
    window.actions_["wish_time"].trigger()
    settle(qtbot, window)
    return next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, LineMoveDialog) and each.isVisible()
    )


def test_a_promise_moves_because_its_customer_asks(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    before = standing(book)
    dialog = opened(qtbot, window, "东港建材")
    assert dialog.stage() == "found", "what there is stands there at once"
    assert dialog.list.table.rowCount() > 3
    dialog.form.weekday.choose(4)
    dialog.form.begins.set_minute(9 * 60)
    dialog.form.words.setText("周四方便")
    dialog.form.look.click()
    settle(qtbot, window)
    assert "Thu" in dialog.list.table.item(0, 0).text()
    assert dialog.list.table.item(0, 1).text() == "nobody else"
    assert "As you asked" in dialog.list.sentences()
    assert standing(book) == before, "nothing is written by looking"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    after = standing(book)
    assert after.pop("东港建材")[0] == 3
    assert after == {name: place for name, place in before.items() if name != "东港建材"}
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    (change,) = every(store, SlotChange)
    moved = next(slot for slot in every(store, VisitSlot) if slot.id == change.to_slot_id)
    store.close()
    assert (change.asked_by, change.asked_on, change.reason) == ("customer", TODAY, "周四方便")
    assert moved.promised, "the customer knows the new time"
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert standing(book) == before


def test_the_one_whom_we_know_there_is_taken_to_have_asked(
    qtbot: QtBot, open_window: Open, book: Path
) -> None:
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    account = next(each for each in every(store, Account) if each.name == "东港建材")
    add_contact(store, account_id=account.id, name="赵建平", title="总经理", now=NOW)
    store.close()
    dialog = opened(qtbot, open_window(book), "东港建材")
    contact = dialog.form.contact
    assert contact.currentText() == "赵建平 总经理"
    contact.setCurrentIndex(1)
    dialog._read()
    settle(qtbot, dialog.parentWidget())
    assert contact.currentData() is None, "who else was chosen stays"


def test_another_makes_room_who_was_promised_nothing(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    before = standing(book)
    dialog = opened(qtbot, window, "东港建材")
    dialog.form.weekday.choose(2)
    dialog.form.begins.set_minute(9 * 60)
    dialog.form.ends.set_minute(10 * 60)
    dialog.form.look.click()
    settle(qtbot, window)
    assert dialog.list.table.item(0, 1).text() == "西岭五金"
    assert "西岭五金: I have come at" in dialog.list.sentences()
    dialog.accept_.click()
    settle(qtbot, window)
    after = standing(book)
    assert after["东港建材"] == (1, 540)
    assert after["西岭五金"] != before["西岭五金"]
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert standing(book) == before, "both in one step"


def test_no_such_time_says_whose_promise_stands_in_the_way(
    qtbot: QtBot, open_window: Open, book: Path
) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window, "西岭五金")
    dialog.form.weekday.choose(1)
    dialog.form.begins.set_minute(9 * 60)
    dialog.form.ends.set_minute(10 * 60)
    dialog.form.look.click()
    settle(qtbot, window)
    said = dialog.list.way()
    assert "the promise to 东港建材 (Mon 09:00)" in said
    assert "Smallest request: Mon" in said, "another hour of the same day"
    assert "not as asked" in dialog.list.table.item(0, 0).text()
    dialog.form.begins.setText("half")
    dialog.form.look.click()
    assert dialog.stage() == "found", "what can't be read is said; what was found stays"
    assert dialog.form.begins.property("wrong")


def test_a_visit_that_ends_before_is_said(qtbot: QtBot, open_window: Open, book: Path) -> None:
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    slot = next(each for each in every(store, VisitSlot) if each.weekday == 1)
    line.end_slot(
        store,
        slot_id=slot.id,
        asked_by="customer",
        asked_on=TODAY,
        effective_from=TODAY + timedelta(days=6),
        now=NOW,
    )
    store.close()
    window = open_window(book)
    dialog = opened(qtbot, window, "西岭五金")
    assert "not on the line then" in dialog.empty.heading.text()
    assert not dialog.accept_.isEnabled()


def test_what_is_decided_for_later_is_seen_and_what_ends_later_is_waited_for(
    qtbot: QtBot, open_window: Open, book: Path
) -> None:
    """A promise of Monday is put on Thursday from the week after the next on."""
    held = TODAY + timedelta(days=20)
    store = open_book(book, None, backups=book.parent / "b", now=NOW)
    was = next(each for each in every(store, VisitSlot) if each.promised)
    line.move_slot(
        store, slot_id=was.id, asked_by="customer", asked_on=TODAY, effective_from=held, weekday=3, now=NOW,
    )  # fmt: skip
    store.close()
    window = open_window(book)
    dialog = opened(qtbot, window, "西岭五金")
    dialog.form.weekday.choose(4)
    dialog.form.begins.set_minute(9 * 60)
    dialog.form.ends.set_minute(10 * 60)
    dialog.form.look.click()
    settle(qtbot, window)
    assert "the promise to 东港建材 (Thu 09:00)" in dialog.list.way()
    dialog.form.weekday.choose(1)
    dialog.form.begins.set_minute(9 * 60 + 30)
    dialog.form.ends.set_minute(10 * 60 + 45)
    dialog.form.look.click()
    settle(qtbot, window)
    assert dialog.list.way() == ""
    assert dialog.said.text().startswith("Holds from")
    assert "14 Dec" in dialog.sides.weeks.week.currentText(), "a week that looks as it is planned"
    dialog.accept_.click()
    settle(qtbot, window)
    assert standing(book, held - timedelta(days=7))["西岭五金"] == (1, 540)
    assert standing(book, held + timedelta(days=7))["西岭五金"][0] == 0
    dialog = opened(qtbot, window, "东港建材")
    assert "now Thu 09:00" in dialog._facts.text(), (
        "the visit of this week is asked for as the one that follows"
    )
    assert dialog.stage() == "found"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_of_it_fits(qtbot: QtBot, open_window: Open, book: Path, language: str) -> None:
    window = open_window(book, language)
    dialog = opened(qtbot, window, "西岭五金")
    dialog.resize(*SCREEN)
    QApplication.processEvents()
    assert faults(dialog, False) == []


def test_a_file_of_ways_that_has_gone_is_done_without(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    gone = str(book.parent / "gone.csv")
    for kind in ("move", "repair"):
        window.line_desk._ways.file = gone
        if kind == "move":
            dialog = opened(qtbot, window, "西岭五金")
            assert dialog.stage() == "found"
        else:
            window.actions_["repair_line"].trigger()
            settle(qtbot, window)
            dialog = next(
                each for each in QApplication.topLevelWidgets() if isinstance(each, LineRepairDialog)
            )
            assert dialog._found is not None
        assert "gone.csv" in dialog.said.text()
        dialog.reject()
        settle(qtbot, window)
        assert window.kept("line/ways") in ("", None), "nor is it asked for the next time"
