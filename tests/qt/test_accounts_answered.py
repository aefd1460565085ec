"""The accounts table's stage, share and answers: counted beside the window, anew where something changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kamdesk.db.store import Store
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.shares import record_share
from kamdesk.qt.jobs.account_table import Counted
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.models.account_filter import Condition, Kind
from kamdesk.qt.pages.accounts import answering
from kamdesk.qt.pages.accounts.page import AccountsPage
from kamdesk.reads.questions.answers import account_answers
from tests.books import TODAY
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> AccountsPage:
    window.go("accounts")
    settle(qtbot, window)
    return window.accounts


def cell(page: AccountsPage, account: str, column: Column) -> QModelIndex:
    place = page.model.place_of(account)
    assert place is not None
    return page.model.index(place, column)


def answered_in_book(qtbot: QtBot, window: MainWindow, account: str) -> Counted:
    """The count as the account's own page has it."""
    got: list[Counted] = []

    def ask(store: Store) -> Counted:
        tally = account_answers(store, account_id=account, today=TODAY).tally
        return Counted(tally.answered, tally.of)

    window.desk.runner.read(ask, done=got.append)
    settle(qtbot, window)
    return got[0]


def find_out(qtbot: QtBot, window: MainWindow, account: str) -> None:
    """For how long the account is meant to be kept: the answer to one question."""
    window.desk.runner.run(partial(record, table="intended_term", account_id=account, months=24))
    settle(qtbot, window)


def judge(qtbot: QtBot, window: MainWindow, account: str, stage: str) -> None:
    window.desk.runner.run(partial(record, table="stage_assessment", account_id=account, stage=stage))
    settle(qtbot, window)


def test_the_table_counts_as_the_account_s_page_and_anew_after_a_change_and_its_undo(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    before = answered_in_book(qtbot, window, filled.yanshi)
    assert before.of == 29
    at = cell(page, filled.yanshi, Column.ANSWERED)
    assert at.data() == f"{before.answered}/29"
    find_out(qtbot, window, filled.yanshi)
    after = answered_in_book(qtbot, window, filled.yanshi)
    assert after.answered == before.answered + 1
    assert page.model.answered(page.model.row_at(at.row())) == after
    window.deeds.undo()
    settle(qtbot, window)
    assert cell(page, filled.yanshi, Column.ANSWERED).data() == f"{before.answered}/29"


def test_a_change_made_on_another_page_is_counted_when_one_comes_back(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    before = cell(page, filled.nanyu, Column.ANSWERED).data()
    window.go("today")
    settle(qtbot, window)
    find_out(qtbot, window, filled.nanyu)
    window.go("accounts")
    settle(qtbot, window)
    assert cell(page, filled.nanyu, Column.ANSWERED).data() != before


def test_only_what_a_change_touched_is_counted_anew(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    counting = answering.answered

    def listening(store: Store, *, accounts: list[str], today: object) -> object:
        asked.append(accounts)
        return counting(store, accounts=accounts, today=today)  # type: ignore[arg-type]

    monkeypatch.setattr(answering, "answered", listening)
    find_out(qtbot, window, filled.nanyu)
    assert asked == [[filled.nanyu]]


def test_hidden_the_column_asks_nothing_and_shown_again_it_is_filled(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.table.set_shown(Column.ANSWERED, False)
    find_out(qtbot, window, filled.yanshi)
    row = page.model.row_at(cell(page, filled.yanshi, Column.NAME).row())
    stale = page.model.answered(row)
    page.table.set_shown(Column.ANSWERED, True)
    settle(qtbot, window)
    now = page.model.answered(row)
    assert stale is not None
    assert now == Counted(stale.answered + 1, 29)


def test_sorted_by_answers_rows_stay_chosen(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    page.table.sortByColumn(Column.ANSWERED, Qt.SortOrder.DescendingOrder)
    page.select(filled.yuge)
    for stage in ("initial", "intermediate"):
        judge(qtbot, window, filled.yuge, stage)
    counts = [
        counted.answered
        for place in range(page.model.rowCount())
        if (counted := page.model.answered(page.model.row_at(place)))
    ]
    assert counts == sorted(counts, reverse=True)
    assert page.table.account() == filled.yuge


def test_many_accounts_are_counted_some_at_a_time(
    qtbot: QtBot, window: MainWindow, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 1)
    window.go("accounts")
    settle(qtbot, window)
    model = window.accounts.model
    assert all(model.answered(row) for row in model.rows())


def test_stages_are_a_condition_and_sort_in_their_order(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled
) -> None:
    judge(qtbot, window, filled.yanshi, "advanced")
    judge(qtbot, window, filled.nanyu, "incubation")
    assert cell(page, filled.yanshi, Column.STAGE).data() == "Advanced"
    page.set_filter("", (Condition(Kind.STAGE, ("advanced", "incubation")),))
    page.narrow()
    page.table.sortByColumn(Column.STAGE, Qt.SortOrder.DescendingOrder)
    shown = [page.model.row_at(place).id for place in range(page.model.rowCount())]
    assert shown == [filled.yanshi, filled.nanyu]
    assert page.chips.conditions()[0].kind is Kind.STAGE


def test_the_share_and_the_answers_go_into_the_workbook(
    qtbot: QtBot, window: MainWindow, page: AccountsPage, filled: Filled, tmp_path: Path
) -> None:
    run = partial(record_share, account_id=filled.nanyu, supplier="我方", share=3_850, as_of=TODAY, ours=True)
    window.desk.runner.run(run)
    settle(qtbot, window)
    assert cell(page, filled.nanyu, Column.SHARE).data() == "38%"
    counted = page.model.answered(page.model.row_at(cell(page, filled.nanyu, Column.NAME).row()))
    assert counted is not None
    path = tmp_path / "out.xlsx"
    page.answering.when_known(lambda: page.acts.write(path))
    settle(qtbot, window)
    head, *rows = openpyxl.load_workbook(path).active.values
    mine = dict(zip(head, next(row for row in rows if row[0] == "南屿建材"), strict=True))
    assert mine["Our share"] == pytest.approx(0.385)
    assert mine["Answered"] == counted.answered
