"""Every question by way of the window: open, recorded by the form its link opens, answered, grown stale, open again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, Described, described
from kamdesk.domain.questions.table import BY_ID, OF_ACCOUNT, OF_BOOK
from kamdesk.qt.dialogs.change_many import ChangeManyDialog
from kamdesk.qt.dialogs.contact import ContactDialog
from kamdesk.qt.dialogs.informant import InformantDialog
from kamdesk.qt.dialogs.promise import PromiseDialog
from kamdesk.qt.dialogs.rule import RuleDialog
from kamdesk.qt.dialogs.share import ShareDialog
from kamdesk.qt.dialogs.target import TargetDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.service_matrix import OURS
from kamdesk.qt.pages.market.page import QUESTIONS as MARKET
from kamdesk.qt.recording.dialog import RecordDialog
from tests.books import NOW, TODAY
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know, sell, set_goals

SHORT = ("W2", "H4", "D3", "G1", "W11")
FILLED: dict[str, dict[str, object]] = {
    "care_event": {"day_of_month": 24, "month": 11, "calendar": "solar"},
    "development_plan": {"due_on": TODAY + timedelta(days=60), "owner": "林岚"},
    "intended_term": {"months": 24},
    "prospect": {"expected_on": TODAY + timedelta(days=40), "qualified": "yes"},
    "potential": {"amount": 900_000_000},
    "service_policy": {"visits": 12},
}
"""What a form is given beside what it asks for at least."""
EVER_FRESH = {"D1": "a yearly day always has one ahead", "W6": "as fresh as the last visit or order, if any"}
NOT_UNDONE = {"W6": "marked before", "W1": "by a list of sales", "H11": "by a list of sales"}


class Walk:
    """One book in its window; the clock can be put forward."""

    def __init__(self, qtbot: QtBot, window: MainWindow, filled: Filled, folder: Path) -> None:
        self.qtbot, self.window, self.filled, self.folder = qtbot, window, filled, folder
        self.account = filled.yanshi

    def settle(self) -> None:
        settle(self.qtbot, self.window)

    def put_clock(self, days: int) -> None:
        later = NOW + timedelta(days=days)
        self.window.desk.runner.now = lambda: later  # type: ignore[method-assign]
        self.window.desk.secrecy._now = lambda: later

    def run(self, job: Callable[..., Any]) -> None:
        """What lies in the book already."""

        def make(store: Any, now: Any) -> None:
            job(store)

        self.window.desk.runner.run(make)
        self.settle()

    def dialog(self, kind: type[QDialog]) -> Any:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        assert len(found) == 1, f"{kind.__name__}: {found}"
        return found[0]

    def save(self, dialog: Any) -> None:
        dialog.primary.click()
        self.settle()
        if isValid(dialog) and dialog.isVisible():
            pytest.fail(dialog.reason())

    # the question

    def go(self, question: str) -> None:
        """To where it is asked."""
        if BY_ID[question] in OF_ACCOUNT:
            self.window.open_account(self.account, "questions")
        else:
            self.window.go("goals" if question[0] == "G" else "market")
        self.settle()
        if question[0] == "W" and BY_ID[question] in OF_BOOK:
            self.window.market.show_section(next(name for name, ids in MARKET.items() if question in ids))

    def state(self, question: str) -> str:
        self.go(question)
        page: Any = self.window.account
        if BY_ID[question] in OF_ACCOUNT:
            page.read()
            self.settle()
            return next(each.state for each in page.questions_asked() if each.id == question)
        panel = self.window.goals.beside.questions if question[0] == "G" else self.window.market.questions
        panel.read()
        self.settle()
        return panel.question(question).state

    def follow(self, question: str) -> None:
        """The link beside the question."""
        self.go(question)
        if BY_ID[question] in OF_ACCOUNT:
            view = self.window.account.questions.view
            self.window.account.questions.choose(question)
            self.qtbot.keyClick(view, Qt.Key.Key_Return)
        else:
            page = self.window.goals if question[0] == "G" else self.window.market
            page.question_asked.emit("record", question)
        self.settle()

    # forms

    def record(self, question: str) -> None:
        """Follow the link, fill in what the form asks for, save."""
        self.follow(question)
        form = self.dialog(RecordDialog)
        for field in described(KINDS[form.kind]):
            editor = form.form.editors.get(field.name)
            if editor is None:
                continue
            if field.name in FILLED.get(form.kind, {}):
                editor.set_value(FILLED[form.kind][field.name])
            elif field.needed and editor.value() is None:
                self.fill(editor, field)
        if form.kind == "report_issue":
            paper = self.folder / "paper.pdf"
            paper.write_bytes(b"%PDF-1.4 given to them")
            form.grounds.add_files([paper])
        self.save(form)

    def fill(self, editor: Any, field: Described) -> None:
        if field.shape is As.LINK:
            choices = [each for each in editor.picker._choices if each.key]
            if field.link == "account" or choices:
                editor.set_value(self.account if field.link == "account" else choices[0].key)
            else:
                editor.picker.setEditText("甲固")
        else:
            editor.set_value(
                {
                    As.CHOICE: field.codes[0] if field.codes else None, As.DAY: TODAY,
                    As.NUMBER: max(field.low or 1, 1), As.MONEY: 100_00, As.QUANTITY: 1000, As.RATE: 1000,
                    As.FLAG: True,
                }.get(field.shape, "甲")
            )  # fmt: skip


def by_matrix(*cells: tuple[int, tuple[Qt.Key, ...]]) -> Callable[[Walk, str], None]:
    """Cells of the service matrix, filled by keys."""

    def answer(walk: Walk, question: str) -> None:
        def make(store: Any) -> None:
            know(store, "service_item", name="破损换货")
            rival = next(iter(know(store, "competitor", name="甲固").of("competitor")))
            know(store, "rival_reason", account_id=walk.account, competitor_id=rival, reason="price")

        walk.run(make)
        walk.follow(question)
        matrix = walk.window.account.rivals.matrix
        assert walk.window.account.section() == "rivals"
        assert walk.window.focusWidget() is matrix.table
        for column, keys in cells:
            matrix.table.setCurrentIndex(matrix.rows.index(0, column))
            for key in keys:
                walk.qtbot.keyClick(matrix.table, key)
                walk.settle()

    return answer


def a_person(walk: Walk, question: str) -> None:
    walk.account = walk.filled.yuge
    assert walk.state(question) == "open"
    walk.follow(question)
    card = walk.dialog(ContactDialog)
    card.form.name.setText("郑海潮")
    walk.save(card)


def a_promise(walk: Walk, question: str) -> None:
    walk.follow(question)
    form = walk.dialog(PromiseDialog)
    form.form.what.setPlainText("三天内补货")
    form.form.expected_effect.setText("不断货")
    form.form.churn_risk.choose(3)
    walk.save(form)


def a_valued_benefit(walk: Walk, question: str) -> None:
    walk.record(question)
    walk.record(question)


def an_informant(walk: Walk, question: str) -> None:
    walk.account = walk.filled.nanyu
    walk.window.desk.secrecy.open()
    walk.follow(question)
    form = walk.dialog(InformantDialog)
    form.who.choose(walk.filled.zheng)
    form.told.setPlainText("月底要换供应商")
    walk.save(form)


def a_purchase(walk: Walk, question: str) -> None:
    walk.follow(question)
    assert walk.window.page() == "report", "an order is taken in the report"
    walk.run(lambda store: sell(store, walk.filled))


def a_target(walk: Walk, question: str) -> None:
    walk.follow(question)
    form = walk.dialog(TargetDialog)
    form.amount.setText("36000")
    walk.save(form)


def a_cause(walk: Walk, question: str) -> None:
    walk.run(lambda store: (sell(store, walk.filled), set_goals(store)))
    walk.record(question)


def a_reason(walk: Walk, question: str) -> None:
    walk.run(set_goals)
    walk.record(question)


def a_rule(walk: Walk, question: str) -> None:
    walk.run(lambda store: sell(store, walk.filled))
    walk.follow(question)
    form = walk.dialog(RuleDialog)
    form.confirmed_by.setText("王总")
    walk.save(form)


def a_potential(walk: Walk, question: str) -> None:
    a_rule(walk, "W15")
    walk.account = walk.filled.nanyu
    walk.record(question)


def the_sales(walk: Walk, question: str) -> None:
    walk.run(lambda store: sell(store, walk.filled))


def the_unit(walk: Walk, question: str) -> None:
    walk.follow(question)
    assert walk.window.focusWidget() is walk.window.settings.counting.level
    walk.window.settings.counting.confirm.click()
    walk.settle()


def key_accounts(walk: Walk, question: str) -> None:
    walk.follow(question)
    walk.window.accounts.table.selectRow(0)
    walk.window.notice._action.click()
    walk.settle()
    walk.dialog(ChangeManyDialog).reject()


def a_share(walk: Walk, question: str) -> None:
    walk.follow(question)
    form = walk.dialog(ShareDialog)
    form.account.choose(walk.filled.nanyu)
    form.supplier.setText("甲固")
    form.share.setText("60")
    walk.save(form)


Y, N = Qt.Key.Key_Y, Qt.Key.Key_N
ANSWERS: dict[str, Callable[[Walk, str], None]] = {
    "W3": a_person, "H4": a_person, "H6": a_valued_benefit, "H9": an_informant, "H10": a_valued_benefit,
    "H11": a_purchase, "D2": by_matrix((OURS, (Y,)), (OURS + 1, (N,))), "D3": by_matrix((OURS + 1, (Y,))),
    "D4": by_matrix((OURS, (N,)), (OURS + 1, (Y,))),
    "D11": by_matrix((OURS, (Y, Qt.Key.Key_5)), (OURS + 1, (Y, Qt.Key.Key_2))),
    "D5": a_promise, "D6": a_promise, "D7": a_promise, "D8": a_promise, "G1": a_target, "G2": a_target, "G3": a_cause,
    "G4": a_reason, "W1": the_sales, "W4": a_rule, "W5": the_unit, "W6": key_accounts, "W7": a_potential,
    "W11": a_share, "W15": a_rule,
}  # fmt: skip
"""How a question is answered, where one form filled in once is not enough."""


def walked(walk: Walk, question: str) -> None:
    """The whole way of one question."""
    asked = BY_ID[question]
    before = walk.state(question)
    assert before == ("locked" if asked.secret else "answered" if question == "W6" else "open")
    ANSWERS.get(question, Walk.record)(walk, question)
    assert walk.state(question) == "answered"
    if asked.life is not None and question not in EVER_FRESH:
        walk.put_clock(asked.life + 40)
        if asked.secret:
            assert walk.state(question) == "locked", "the lock closes by itself"
            walk.window.desk.secrecy.open()
        assert walk.state(question) == "stale"
        walk.put_clock(0)
        if asked.secret:
            walk.window.desk.secrecy.open()
        assert walk.state(question) == "answered"
    if question in NOT_UNDONE:
        return
    walk.window.deeds.read_history()
    walk.settle()
    for _ in range(6):
        walk.window.actions_["undo"].trigger()
        walk.settle()
        if walk.state(question) == "open":
            break
    assert walk.state(question) == "open"


@pytest.fixture
def walk(qtbot: QtBot, open_window: Open, filled: Filled, tmp_path: Path) -> Walk:
    return Walk(qtbot, open_window(filled.path), filled, tmp_path)


@pytest.mark.parametrize("question", SHORT)
def test_questions_of_each_sort_are_walked_from_open_to_answered_to_stale_and_back(
    walk: Walk, question: str
) -> None:
    walked(walk, question)


@pytest.mark.long
@pytest.mark.parametrize("question", [each.id for each in (*OF_ACCOUNT, *OF_BOOK) if each.id not in SHORT])
def test_every_question_is_walked_from_open_to_answered_to_stale_and_back(walk: Walk, question: str) -> None:
    walked(walk, question)
