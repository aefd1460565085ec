"""From an open question to its recorded answer on an account's page, and back; the matrix, the stages, the lock."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import open_book
from kamdesk.operations.accounts import add_account
from kamdesk.operations.confidential import record_informant
from kamdesk.qt.asked import Asked
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.models.known_list import Head, Item, KnownListModel
from kamdesk.qt.models.service_matrix import OURS, WANTED, Mark, Matrix, ServiceMatrixModel
from kamdesk.qt.pages.account.page import AccountPage
from kamdesk.qt.recording.check_dialog import CheckDialog
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.recording.stage_dialog import StageDialog
from kamdesk.qt.widgets.buttons import Button
from tests.books import NOW, TODAY, only
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, filled: Filled) -> AccountPage:
    window.open_account(filled.nanyu, "needs")
    settle(qtbot, window)
    return window.account


def asked(page: AccountPage, question: str) -> Asked:
    return next(each for each in page.questions_asked() if each.id == question)


def link(page: AccountPage, question: str, words: str) -> Button:
    """The link beside a question in the panel."""
    name = f"{asked(page, question).ask} {words}"
    return next(
        b for b in page.beside.panel.findChildren(Button) if b.accessibleName() == name and not b.isHidden()
    )


def dialog(kind: type[QDialog]) -> Any:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def step(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()
    settle(qtbot, window)


def test_an_open_question_is_answered_through_its_link_and_opens_again_once_that_is_taken_away(
    qtbot: QtBot, window: MainWindow, page: AccountPage
) -> None:
    before = page.nav.buttons["needs"].side()
    assert asked(page, "W2").state == "open"
    link(page, "W2", "Record it").setFocus()
    link(page, "W2", "Record it").click()
    settle(qtbot, window)
    form = dialog(RecordDialog)
    assert form.kind == "need"
    form.focusWidget().insert("旺季三天内到货")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    assert asked(page, "W2").state == "answered"
    assert "旺季三天内到货" in asked(page, "W2").said
    assert window.focusWidget() is link(page, "W2", "1 record"), "the focus stays with the question"
    assert page.nav.buttons["needs"].side() != before
    assert str(int(before.split("/")[0]) + 1) == page.nav.buttons["needs"].side().split("/")[0]

    needs = page._sections["needs"]
    link(page, "W2", "1 record").click()
    assert needs.list.key() == asked(page, "W2").evidence[0]  # type: ignore[attr-defined]
    assert not needs.aside().isHidden()  # type: ignore[union-attr]
    qtbot.keyClick(needs.list, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    settle(qtbot, window)
    assert asked(page, "W2").state == "open"
    step(qtbot, window, "undo")
    assert asked(page, "W2").state == "answered"


def test_what_is_wanted_most_comes_by_a_key_and_there_is_none_needs_no_record(
    qtbot: QtBot, window: MainWindow, page: AccountPage
) -> None:
    page.show_section("rivals")
    step(qtbot, window, "record_answer")
    form = dialog(RecordDialog)
    assert form.kind == asked(page, "W12").records == "rival_reason"
    form.reject()
    settle(qtbot, window)

    link(page, "W12", "Checked: none").click()
    check = dialog(CheckDialog)
    check.why.setPlainText("问过店主和会计")
    check.primary.click()
    settle(qtbot, window)
    assert asked(page, "W12").state == "answered"
    step(qtbot, window, "undo")
    assert asked(page, "W12").state == "open"

    link(page, "W12", "Not applicable").click()
    check = dialog(CheckDialog)
    check.primary.click()
    assert check.why.property("wrong")
    check.why.setPlainText("只向我们进货")
    check.primary.click()
    settle(qtbot, window)
    assert asked(page, "W12").state == "n/a"
    assert "只向我们进货" in asked(page, "W12").said


def test_every_open_question_leads_to_where_it_is_recorded(
    qtbot: QtBot, window: MainWindow, page: AccountPage
) -> None:
    for each in page.questions_asked():
        if not each.wants() or each.id == "H11":  # a purchase answers it: that is a page of its own
            continue
        page.answering.carry_out("record", each.id)
        settle(qtbot, window)
        open_ = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        assert page.section() == each.section, each.id
        if each.records and each.records != "service_mark":
            assert [type(w) for w in open_] == [RecordDialog], each.id
        elif each.section == "promises":
            assert len(open_) == 1, each.id
        for form in open_:
            form.reject()
            form.deleteLater()
        settle(qtbot, window)


def test_the_matrix_is_filled_by_keys_each_with_its_undo(
    qtbot: QtBot, window: MainWindow, filled: Filled, page: AccountPage
) -> None:
    for kind, name in (("service_item", "破损换货"), ("competitor", "甲固")):
        window.records.record(kind, {})
        settle(qtbot, window)
        dialog(RecordDialog).form.editors["name"].set_value(name)
        dialog(RecordDialog).primary.click()
        settle(qtbot, window)
    page.show_section("rivals")
    matrix, table = page.rivals.matrix, page.rivals.matrix.table

    def press(column: int, *keys: Qt.Key) -> str:
        table.setCurrentIndex(matrix.rows.index(0, column))
        for key in keys:
            qtbot.keyClick(table, key)
            settle(qtbot, window)
        return str(matrix.rows.index(0, column).data())

    assert press(OURS, Qt.Key.Key_Y, Qt.Key.Key_5) == "yes 5/5"
    assert press(OURS + 1, Qt.Key.Key_N) == "no"
    assert asked(page, "D2").state == "answered"
    assert press(WANTED, Qt.Key.Key_W) == "wanted"
    assert press(OURS, Qt.Key.Key_Space) == "no 5/5"
    assert matrix.rows.gap(0) == "behind"
    step(qtbot, window, "undo")
    assert matrix.rows.index(0, OURS).data() == "yes 5/5"
    assert press(OURS + 1, Qt.Key.Key_Delete) == "not asked"
    step(qtbot, window, "undo")
    assert matrix.rows.index(0, OURS + 1).data() == "no"


def test_the_stage_is_judged_with_its_signs_and_nothing_moves_it_but_the_rep(
    qtbot: QtBot, window: MainWindow, page: AccountPage
) -> None:
    page.show_section("stage")
    stages = page._sections["stage"].stages  # type: ignore[attr-defined]
    assert "Not judged" in stages._next.text()
    stages.judge.click()
    settle(qtbot, window)
    form = dialog(StageDialog)
    form.primary.click()
    assert form.stage.property("wrong")
    form.stage.set_value("initial")
    for sign in ("quality_and_ease", "technical_heard", "finance_heard", "trust"):
        form.signs[sign].setChecked(True)
    form.primary.click()
    settle(qtbot, window)
    assert "others still supply" in stages._next.text()
    assert "trust" not in stages._next.text()
    assert "Initial" in page.head.stage.accessibleName()
    step(qtbot, window, "undo")
    assert "Not judged" in stages._next.text()
    assert "not judged" in page.head.stage.accessibleName()


def test_who_informs_us_is_locked_alike_with_and_without_and_in_no_count(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    store = open_book(filled.path, None, backups=filled.path.parent / "backups", now=NOW)
    record_informant(
        store,
        account_id=filled.nanyu,
        contact_id=filled.zheng,
        last_heard=TODAY,
        told="月底要换供应商",
        now=NOW,
    )
    store.close()
    window = open_window(filled.path)

    def look(account_id: str) -> tuple[object, ...]:
        window.open_account(account_id, "people")
        settle(qtbot, window)
        page = window.account
        secret = asked(page, "H9")
        said = (secret.state, secret.said, secret.evidence)
        return (
            *said,
            page.head.answered._locked.text(),
            page.head.answered.ring.accessibleName().split(" of ")[1],
        )

    assert look(filled.nanyu) == look(filled.yuge)
    window.open_account(filled.nanyu, "people")
    window.desk.secrecy.open()
    settle(qtbot, window)
    answered = window.account.head.answered.ring.accessibleName()
    assert asked(window.account, "H9").state == "answered"
    assert "29" in answered
    window.desk.secrecy.lock()
    assert asked(window.account, "H9").state == "locked"
    assert "月底" not in asked(window.account, "H9").said
    settle(qtbot, window)
    assert window.account.head.answered.ring.accessibleName() == answered


def test_in_a_narrow_window_the_questions_come_as_a_drawer_and_details_stand_below(
    qtbot: QtBot, window: MainWindow, filled: Filled, page: AccountPage
) -> None:
    window.resize(1093, 700)
    settle(qtbot, window)
    assert page.beside.isHidden()
    page.drawer.click()
    assert not page.beside.isHidden()
    assert page.beside.geometry().right() <= page.width()
    qtbot.keyClick(page.beside, Qt.Key.Key_Escape)
    assert page.beside.isHidden()
    window.resize(1400, 760)
    settle(qtbot, window)
    assert not page.beside.isHidden()


def test_the_list_of_questions_filters_and_leads_on(
    qtbot: QtBot, window: MainWindow, filled: Filled, page: AccountPage
) -> None:
    page.head.answered.urgent.click()
    assert page.section() == "questions"
    shown = {row.key for row in page.questions.view.model().entries()}  # type: ignore[attr-defined]
    assert shown == {each.id for each in page.questions_asked() if each.state == "open"}
    page.questions.view.choose("H2")
    qtbot.keyClick(page.questions.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert dialog(RecordDialog).kind == "account_nature"
    dialog(RecordDialog).reject()


def test_the_models_keep_the_rules_of_models(qtbot: QtBot) -> None:
    known = KnownListModel()
    QAbstractItemModelTester(known, QAbstractItemModelTester.FailureReportingMode.Fatal)
    head = Head("Need", 1, "", "Record", "circle")
    known.set_items([Item("+need", "need", head=head), Item("n1", "need", entry=Entry("n1", "到货"))])
    assert known.place_of("n1") == 1
    assert known.head_of(1).kind == "need"  # type: ignore[union-attr]
    assert known.data(known.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Need, Record"
    known.set_items([])
    matrix = ServiceMatrixModel()
    QAbstractItemModelTester(matrix, QAbstractItemModelTester.FailureReportingMode.Fatal)
    marks = {("i", None): Mark("no"), ("i", "r"): Mark("yes", 4)}
    matrix.set_matrix(Matrix((("i", "换货"),), (("r", "甲固"),), marks), {"yes": "yes", "no": "no"})
    assert matrix.gap(0) == "behind"
    assert "甲固" in matrix.data(matrix.index(0, OURS + 1), Qt.ItemDataRole.AccessibleTextRole)
    matrix.set_matrix(Matrix(), {})


def test_a_site_says_whose_answers_stand_beside_it(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    made = add_account(store, name="南屿二店", level="site", parent_id=filled.nanyu, now=NOW)
    with store.read() as connection:
        unit = connection.scalar(select(t.account.c.name).where(t.account.c.id == filled.nanyu))
    store.close()
    window = open_window(filled.path)
    window.open_account(only(made, "account"), "needs")
    settle(qtbot, window)
    panel = window.account.beside.panel
    assert panel.note() == f"Answered for {unit} as a whole"
    assert panel._note.isVisible()
    window.open_account(filled.nanyu, "needs")
    settle(qtbot, window)
    assert panel.note() == ""
    assert panel._note.isHidden()
