"""The window's frame: first run, books, pages, language and look, keys, what is possible, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book
from kamdesk.operations.book import set_up
from kamdesk.qt import actions
from kamdesk.qt.actions import KEYS
from kamdesk.qt.dialogs.about import AboutDialog
from kamdesk.qt.dialogs.new_book import NewBookDialog
from kamdesk.qt.dialogs.passphrase import PassphraseDialog
from kamdesk.qt.main_window import RAIL, MainWindow
from tests.books import NOW
from tests.qt.conftest import Kept, Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened


def test_a_first_run_makes_a_book(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    assert (window.page(), window.welcome.state()) == ("welcome", "first")
    assert not window.actions_["import_list"].isEnabled()
    window.welcome._new.click()
    dialog = opened(NewBookDialog)
    dialog.primary.click()
    assert "name" in dialog.reason()
    dialog.form.rep_name.setText("林岚")
    dialog.primary.click()
    settle(qtbot, window)
    assert (tmp_path / "new" / "book.kam").exists()
    assert window.page() == "today"
    window.go("line")
    settle(qtbot, window)
    assert window.line._empty.isVisible()
    idle = [button for button in window.line.findChildren(QAbstractButton) if button.isVisible()]
    assert idle == [window.line._empty.first]
    assert not window.line._plan.isVisible(), "one thing to begin with"
    assert window.top.place.text() == "林岚"
    window.go("accounts")
    settle(qtbot, window)
    assert window.accounts.empty.isVisible()
    assert not window.accounts._add.isVisible()


def test_the_demo_is_a_press_away(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.welcome._demo.click()
    qtbot.waitUntil(window.desk.runner.is_open, timeout=60_000)
    settle(qtbot, window)
    assert window.page() == "today"
    window.go("line")
    settle(qtbot, window)
    assert window.line.grid.sheet().blocks


def test_another_book_begins_without_the_filter_of_the_one_before(qtbot: QtBot, window: MainWindow) -> None:
    window.accounts.filter.setText("zzz")
    window.books.open_demo()
    settle(qtbot, window)
    assert window.accounts.filter.text() == ""


def test_a_book_that_does_not_open_says_why(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "letter.kam"
    path.write_text("no book at all")
    window = open_window(path)
    assert (window.page(), window.welcome.state()) == ("welcome", "error")
    assert "letter.kam" in window.welcome._sentence.text()
    assert path.read_text() == "no book at all"
    window.welcome._again.click()
    settle(qtbot, window)
    assert window.welcome.state() == "error"


def test_a_locked_book_asks_for_its_passphrase(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    store = new_book(tmp_path / "locked.kam", Passphrase("open sesame"), now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    store.close()
    window = open_window(tmp_path / "locked.kam", "zh", page="today")
    dialog = opened(PassphraseDialog)
    dialog.primary.click()
    assert dialog.reason()
    dialog.form.secret.setText("wrong")
    dialog.primary.click()
    settle(qtbot, window)
    assert "打不开" in dialog.reason()
    assert dialog.form.secret.hasFocus()
    dialog.form.secret.setText("open sesame")
    dialog.primary.click()
    qtbot.waitUntil(window.desk.runner.is_open, timeout=20_000)
    settle(qtbot, window)
    assert window.page() == "today"
    assert not window.findChildren(PassphraseDialog) or not dialog.isVisible()


def test_the_keys_have_their_room_before_the_window_is_made(window: MainWindow) -> None:
    dialog = AboutDialog(window.desk, window, "1")
    inside = dialog._scroll.widget()
    assert dialog.width() >= inside.minimumSizeHint().width() + 48
    assert dialog.minimumWidth() >= inside.minimumSizeHint().width() + 48
    before = dialog.size()
    assert before.height() > 400
    dialog.show()
    assert abs(dialog.width() - before.width()) <= 8
    dialog.reject()


def test_no_passphrase_leaves_the_book_closed(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    new_book(tmp_path / "locked.kam", Passphrase("open sesame"), now=NOW).close()
    window = open_window(tmp_path / "locked.kam")
    opened(PassphraseDialog).reject()
    assert window.welcome.state() == "error"
    assert window.welcome._again.property("kind") == "primary"
    assert window.welcome._new.property("kind") != "primary"
    assert window.welcome.restore.isVisible()
    window.welcome._again.click()
    settle(qtbot, window)
    assert opened(PassphraseDialog).isVisible()


def test_the_language_switches_and_nothing_typed_is_lost(
    qtbot: QtBot, window: MainWindow, kept: Kept, filled: Filled
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    window.report.form.points.setPlainText("还没写完")
    window.report.form.arrived.setText("10:02")
    window.actions_["chinese"].trigger()
    QApplication.processEvents()
    assert window.report.head._what.text() == "拜访记录"
    assert window.report.form.points.toPlainText() == "还没写完"
    assert window.report.form.arrived.text() == "10:02"
    assert window.actions_["undo"].text().startswith("撤销")
    assert window.rail.button("line").accessibleName() == "线路"
    assert kept.settings[-1].language == "zh"
    window.actions_["english"].trigger()
    QApplication.processEvents()
    assert window.report.head._what.text() == "Visit report"
    assert window.actions_["chinese"].text() == "中文"


def test_light_and_dark(qtbot: QtBot, window: MainWindow, kept: Kept) -> None:
    theme = window.desk.theme
    assert theme.mode == "light"
    before = window.line.grid.grab().toImage().pixelColor(3, 3)
    window.actions_["dark"].trigger()
    QApplication.processEvents()
    assert theme.mode == "dark"
    assert window.line.grid.grab().toImage().pixelColor(3, 3) != before
    assert kept.settings[-1].theme == "dark"
    window.actions_["follow_system"].trigger()
    assert theme.mode == "light", "without a word from the system it is light"


def test_every_action_has_a_key_of_its_own_and_stands_in_a_menu(window: MainWindow) -> None:
    keys = [QKeySequence(key).toString() for key in actions.KEYS.values()]
    assert len(set(keys)) == len(keys)
    assert "" not in keys
    menus = [[name for name in names if name] for _, names in actions.MENUS]
    assert {name for names in menus for name in names} == set(actions.KEYS)
    assert all(len(set(names)) == len(names) for names in menus)
    words = [action.text() for action in window.actions_.all()]
    assert "" not in words


def test_the_rail_is_walked_with_the_arrows(qtbot: QtBot, window: MainWindow) -> None:
    line = window.rail.button("line")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    settle(qtbot, window)
    assert window.page() == "accounts"
    assert list(RAIL) == [
        "today", "line", "accounts", "promises", "goals", "market", "papers", "week_end", "settings"
    ]  # fmt: skip


def test_keys_lead_from_page_to_page(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.page() == "accounts"
    QTest.keyClick(window.accounts.table, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert window.page() == "accounts"


def test_today_and_the_end_of_a_week_begin_with_this_week(qtbot: QtBot, window: MainWindow) -> None:
    this, go = window.week.monday, window.go
    for page, steps, left in (
        ("today", 1, this),
        ("today", -1, this),
        ("week_end", 2, this),
        ("line", 1, None),
    ):
        window.week.step(steps)
        looked_at = window.week.monday
        go(page)
        settle(qtbot, window)
        assert window.week.monday == (left or looked_at), page
        go("line")
        window.week.step(0)
    window.week.step(-1)
    before = window.week.monday
    go("week_end")
    assert window.week.monday == before, "a week that is past may still be ended"


def test_what_is_possible_follows_the_page(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.line.grid.select("")
    window.deeds.say_possible()
    assert not window.actions_["move_slot"].isEnabled()
    assert not window.actions_["edit_account"].isEnabled()
    window.line.grid.select(window.line.grid.sheet().blocks[0].key)
    assert window.actions_["move_slot"].isEnabled()
    assert window.actions_["edit_account"].isEnabled()
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    assert window.actions_["save_briefing"].isEnabled()
    assert not window.actions_["end_slot"].isEnabled()


def test_undo_says_what_it_takes_back(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.desk.runner.run(_renamed, account_id=filled.yanshi)
    settle(qtbot, window)
    assert "account changed" in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert "account changed" in window.actions_["redo"].text()


@pytest.mark.parametrize(
    ("language", "back", "again", "redo", "undo"),
    [
        ("en", "Taken back: account changed", "Brought back: account changed", "Redo", "Undo"),
        ("zh", "已撤销：修改客户", "已重做：修改客户", "重做", "撤销"),
    ],
)
def test_what_was_undone_and_redone_is_said_with_the_way_back(
    qtbot: QtBot,
    open_window: Open,
    filled: Filled,
    language: str,
    back: str,
    again: str,
    redo: str,
    undo: str,
) -> None:
    window = open_window(filled.path, language)
    window.desk.runner.run(_renamed, account_id=filled.yanshi)
    settle(qtbot, window)
    for act, said, other in (
        (window.actions_["undo"].trigger, back, redo),
        (window.notice._action.click, again, undo),
        (window.notice._action.click, back, redo),
        (window.actions_["redo"].trigger, again, undo),
    ):
        act()
        settle(qtbot, window)
        assert window.notice.isVisible()
        assert window.notice.text().startswith(said)
        assert window.notice._action.text() == other
    window.go("accounts")
    settle(qtbot, window)
    assert "砚石陶瓷城" in {row.name for row in window.accounts.model.rows()}


def _renamed(store, *, account_id: str, now):
    from kamdesk.operations.accounts import change_account

    return change_account(store, account_id=account_id, name="砚石陶瓷城", now=now)


def test_an_error_says_what_is_safe_and_stays(qtbot: QtBot, window: MainWindow) -> None:
    def fails(store: object) -> None:
        raise RuntimeError("on purpose")

    window.desk.runner.read(fails, done=lambda _: None)
    settle(qtbot, window)
    assert "What you saved is safe" in window.notice.text()
    assert "on purpose" not in window.notice.text()
    assert window.notice.isVisible()
    assert window.notice.accessibleName() == window.notice.text()


def test_a_backup_is_made_and_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.actions_["back_up"].trigger()
    settle(qtbot, window)
    assert list((tmp_path / "backups").glob("book-*.kam"))
    assert "Backed up" in window.notice.text()
    assert "backed up" in window.top.backup.text()


def test_another_book_is_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: Kept
) -> None:
    from PySide6.QtWidgets import QFileDialog

    store = new_book(tmp_path / "other.kam", now=NOW)
    set_up(store, rep_name="周启明", now=NOW)
    store.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(tmp_path / "other.kam"), ""))
    window.actions_["open_book"].trigger()
    settle(qtbot, window)
    assert window.top.place.text() == "周启明"
    assert kept.settings[-1].book == str(tmp_path / "other.kam")


def test_the_layout_is_kept(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    window = open_window(filled.path)
    window.go("accounts")
    settle(qtbot, window)
    window.accounts.table.setColumnWidth(2, 211)
    window.close()
    window.desk.runner.close()
    again = open_window(filled.path)
    assert again.page() == "accounts"
    assert again.accounts.table.columnWidth(2) == 211


def test_a_new_day_begins_with_today(
    qtbot: QtBot, open_window: Open, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import timedelta

    from tests.qt import conftest

    window = open_window(filled.path, page="promises")
    assert window.isAncestorOf(window.focusWidget())
    assert window.promises.isAncestorOf(window.focusWidget())
    window.close()
    window.desk.runner.close()
    same_day = open_window(filled.path, page="promises")
    assert same_day.promises.isAncestorOf(same_day.focusWidget()), (
        "keys go to the page, not to the week's buttons"
    )
    same_day.close()
    same_day.desk.runner.close()
    monkeypatch.setattr(conftest, "NOW", conftest.NOW + timedelta(days=1))
    next_day = open_window(filled.path, page="today")
    assert next_day.page() == "today"


def test_a_notice_covers_nothing_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.teller.tell("Two accounts were changed together.")
    notice, page = window.notice, window._stack
    below = page.mapTo(notice.parentWidget(), page.rect().topLeft()).y()
    assert notice.isVisible()
    assert notice.geometry().bottom() < below
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert notice.geometry().top() > below, "what is typed is seen"
    window.search_desk.leave()
    assert notice.geometry().bottom() < below
    window.resize(1093, 614)
    settle(qtbot, window)
    field = window.top.search
    assert abs(notice.geometry().center().x() - field.mapTo(notice.parentWidget(), field.rect().center()).x()) < 4


def test_about_tells_every_key(window: MainWindow) -> None:
    window.actions_["about"].trigger()
    dialog = opened(AboutDialog)
    assert set(dialog._labels) == set(KEYS)
    assert {key.text() for _, key in dialog._labels.values()} >= {"Ctrl+P", "Ctrl+Z", "F1"}
    assert all(words.width() >= words.sizeHint().width() for words, _ in dialog._labels.values())
    assert dialog.width() <= 1093, "the smallest screen holds it"
    dialog._close.click()
