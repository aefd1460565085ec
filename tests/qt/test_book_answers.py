"""Where the questions of the book are answered: a share put down, the smallest unit confirmed, key accounts marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.qt.asked import Asked
from kamdesk.qt.dialogs.account import AccountDialog
from kamdesk.qt.dialogs.change_many import ChangeManyDialog
from kamdesk.qt.dialogs.rule import RuleDialog
from kamdesk.qt.dialogs.share import ShareDialog
from kamdesk.qt.dialogs.target import TargetDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.market.page import QUESTIONS
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.question_panel import QuestionPanel
from tests.books import make_book
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import sell
from tests.qt.test_account_known import dialog, step

pytestmark = pytest.mark.opens("today")


def state(window: MainWindow, question: str) -> str:
    page = window.market.questions if question.startswith("W") else window.goals.beside.questions
    return next(str(each.state) for each in page._answers if each.question == question)


def record(qtbot: QtBot, window: MainWindow, question: str) -> None:
    """What the question's link does."""
    page = window.market if question.startswith("W") else window.goals
    window.go("market" if question.startswith("W") else "goals")
    settle(qtbot, window)
    if question.startswith("W"):
        window.market.show_section(next(name for name, asked in QUESTIONS.items() if question in asked))
    page.question_asked.emit("record", question)
    settle(qtbot, window)


def test_whose_accounts_are_the_rivals_is_put_down_by_hand(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    record(qtbot, window, "W11")
    form = dialog(ShareDialog)
    assert form.focusWidget() is form.account.field
    form.account.choose(filled.nanyu)
    form.primary.click()
    assert "Who supplies it" in form.reason()
    form.supplier.setText("甲固建材")
    form.share.setText("viel")
    form.primary.click()
    assert form.share.property("wrong")
    form.share.setText("140")
    form.primary.click()
    assert "0 to 100" in form.reason()
    form.share.setText("60")
    form.primary.click()
    settle(qtbot, window)
    assert state(window, "W11") == "answered"
    step(qtbot, window, "undo")
    window.market.read()
    settle(qtbot, window)
    assert state(window, "W11") == "open"


def test_the_smallest_unit_is_confirmed_in_the_settings(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    record(qtbot, window, "W5")
    part = window.settings.counting
    assert window.page() == "settings"
    assert window.settings.section() == "rule"
    assert window.focusWidget() is part.level
    assert "Nobody" in part._stands.text()
    part.level.choose("site")
    assert "4 accounts" in part.unit.help_text()
    part.confirm.click()
    settle(qtbot, window)
    assert "林岚" in part._stands.text()
    window.go("market")
    settle(qtbot, window)
    assert state(window, "W5") == "answered"
    step(qtbot, window, "undo")
    window.go("settings")
    settle(qtbot, window)
    assert "Nobody" in part._stands.text()
    part.market.click()
    assert (window.page(), window.market.section()) == ("market", "rule")


def test_key_accounts_are_marked_by_the_rule_or_by_hand(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    record(qtbot, window, "W6")
    assert window.page() == "accounts"
    assert window.focusWidget() is window.accounts.table
    window.accounts.table.selectRow(0)
    window.notice._action.click()
    assert dialog(ChangeManyDialog)
    dialog(ChangeManyDialog).reject()

    window.desk.runner.run(lambda store, now: sell(store, filled))
    record(qtbot, window, "W15")
    form = dialog(RuleDialog)
    form.confirmed_by.setText("王总")
    form.primary.click()
    settle(qtbot, window)
    assert state(window, "W15") == "answered"
    record(qtbot, window, "W6")
    assert window.page() == "market"
    assert window.market.rule.differing()
    assert window.focusWidget() is window.market.rule.mark


def test_in_an_empty_book_each_question_leads_to_what_comes_first(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    make_book(tmp_path).close()
    window = open_window(tmp_path / "book.kam", page="goals")
    assert window.goals.beside.questions.isVisible()
    for question in ("G1", "G2", "G3", "G4"):
        record(qtbot, window, question)
        dialog(TargetDialog).reject()
    for question in ("W4", "W7", "W15"):
        record(qtbot, window, question)
        assert window.focusWidget() is window.market.rule.card.editor.add
        assert "criterion" in window.notice.text()
    for question in ("W1", "W6"):
        record(qtbot, window, question)
        dialog(AccountDialog).reject()


def test_a_panel_made_from_another_counts_its_records_in_chinese_too(
    qtbot: QtBot, theme: Theme, speech: Speech, qapp: QApplication
) -> None:
    class Panel(QuestionPanel):
        pass

    speech.set_language("zh", qapp)
    panel = Panel(theme)
    qtbot.addWidget(panel)
    asked = Asked("G1", "answered", "目标？", "有", "people", "targets", "", ("a", "b"), False, False)
    panel.show_questions([asked])
    assert [button.text() for button in panel.findChildren(Button)] == ["依据 2 条"]
