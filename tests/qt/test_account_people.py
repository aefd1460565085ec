"""The buying centre in the window: walked with the keys, changed in place, looked at by department."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kamdesk.domain.departments import Gap
from kamdesk.qt.chart.plan import GAP, LOCK
from kamdesk.qt.dialogs.contact import ContactDialog
from kamdesk.qt.dialogs.job import JobDialog
from kamdesk.qt.dialogs.role import RoleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.account.people import PeopleSection
from kamdesk.reads.account import Person
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def people(qtbot: QtBot, window: MainWindow, filled: Filled) -> PeopleSection:
    window.open_account(filled.haichuan, "people")
    settle(qtbot, window)
    add(qtbot, window, "黄建平", "采购经理")
    return window.account.people


def add(qtbot: QtBot, window: MainWindow, name: str, title: str) -> None:
    window.account.people.add.click()
    settle(qtbot, window)
    dialog = opened(ContactDialog)
    dialog.form.name.setText(name)
    dialog.form.title.setText(title)
    dialog.primary.click()
    settle(qtbot, window)


def person(window: MainWindow, name: str) -> Person:
    view = window.account.view()
    assert view is not None
    return next(p for p in view.page.people if p.name == name)


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)


def choose(people: PeopleSection, window: MainWindow, name: str) -> None:
    people.choose(person(window, name).id)


def test_the_chart_has_everybody_the_gaps_and_the_tile(window: MainWindow, people: PeopleSection) -> None:
    names = {node.words.name for node in people.chart.nodes().values() if node.words.kind == "person"}
    assert names == {"陈国梁", "黄建平"}
    gaps = {key for key in people.chart.nodes() if key.startswith(GAP)}
    assert gaps == {f"{GAP}{role}" for role in ("decision_maker", "technical_buyer", "purchaser", "user")}
    assert LOCK in people.chart.nodes()


def test_arrow_keys_walk_and_enter_opens(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    people.focus_first()
    chart = people.chart
    chart.choose(person(window, "陈国梁").id)
    seen = {chart.key()}
    for way in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(chart, way)
        seen.add(chart.key())
    assert len(seen) > 2
    assert chart.accessibleDescription() == chart.nodes()[chart.key()].words.spoken
    chart.choose(f"{GAP}purchaser")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, window)
    dialog = opened(ContactDialog)
    assert dialog._standings["purchaser"].currentData() == "assumed", (
        "the gap's role comes with the new person"
    )
    dialog.reject()


def test_changed_in_place_and_undone(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    above = person(window, "陈国梁").id
    for field, data in (("support", "opponent"), ("influence", "inner_circle"), ("reports_to", above)):
        choose(people, window, "黄建平")
        combo = getattr(people.panel, field)
        combo.choose(data)
        combo.activated.emit(combo.currentIndex())
        settle(qtbot, window)
        assert getattr(person(window, "黄建平"), field) == data
        assert people.key() == person(window, "黄建平").id, "whoever was chosen stays so"
        if field == "reports_to":
            at = people.chart.plan().at
            assert at[above][1] < at[person(window, "黄建平").id][1]
        undo(qtbot, window)
        assert getattr(person(window, "黄建平"), field) is None


def test_support_over_time_is_told(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    choose(people, window, "黄建平")
    for value in ("opponent", "neutral"):
        people.panel.support.choose(value)
        people.panel.support.activated.emit(0)
        settle(qtbot, window)
    told = people.panel._past.text().splitlines()
    assert ["opponent" in told[0], "neutral" in told[0], "opponent" in told[1]] == [True, True, True]
    undo(qtbot, window)
    assert len(people.panel._past.text().splitlines()) == 1, "what was taken back is no history"


def test_the_counterpart_is_typed(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    choose(people, window, "黄建平")
    people.panel.counterpart.setText(" 孙倩 ")
    people.panel.counterpart.editingFinished.emit()
    settle(qtbot, window)
    assert person(window, "黄建平").counterpart == "孙倩"
    assert people.chart.nodes()[people.key()].words.foot == "孙倩"
    undo(qtbot, window)
    assert person(window, "黄建平").counterpart is None


def test_a_role_is_given_confirmed_and_ended(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    def held() -> list[tuple[str, str, str | None]]:
        roles = person(window, "黄建平").roles
        return [(role.role, role.standing, role.how_known) for role in roles if role.until is None]

    choose(people, window, "黄建平")
    people.panel.add_role.click()
    settle(qtbot, window)
    dialog = opened(RoleDialog)
    assert dialog.role.findData("informant") == -1
    dialog.role.choose("purchaser")
    dialog.primary.click()
    settle(qtbot, window)
    assert held() == [("purchaser", "assumed", None)]
    assert f"{GAP}purchaser" not in people.chart.nodes()
    people.panel.asked.emit("edit_role", person(window, "黄建平").roles[0].id)
    settle(qtbot, window)
    dialog = opened(RoleDialog)
    dialog.standing.choose("confirmed")
    dialog.how_known.setText("合同由他签")
    dialog.primary.click()
    settle(qtbot, window)
    assert held() == [("purchaser", "confirmed", "合同由他签")]
    people.panel._end_role(person(window, "黄建平").roles[0])
    settle(qtbot, window)
    assert held() == []
    for left in ([("purchaser", "confirmed", "合同由他签")], [("purchaser", "assumed", None)], []):
        undo(qtbot, window)
        assert held() == left


def test_a_change_of_job_keeps_the_history(
    qtbot: QtBot, window: MainWindow, people: PeopleSection, filled: Filled
) -> None:
    choose(people, window, "黄建平")
    people.panel.job.click()
    settle(qtbot, window)
    dialog = opened(JobDialog)
    dialog.to.setText("没有这家")
    dialog.primary.click()
    assert "没有这家" in dialog.reason()
    dialog.to.setText("砚石陶瓷")
    dialog.title.setText("采购总监")
    dialog.primary.click()
    settle(qtbot, window)
    assert person(window, "黄建平").until == window.desk.today()
    assert people.chart.nodes()[person(window, "黄建平").id].words.gone
    window.account.show_section("history")
    settle(qtbot, window)
    (left,) = [event for event in window.account.history.shown() if event.code == "left"]
    assert (left.title, left.new) == ("黄建平", "砚石陶瓷")
    window.open_account(filled.yanshi, "people")
    settle(qtbot, window)
    assert person(window, "黄建平").title == "采购总监"
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    assert person(window, "黄建平").until is None


def test_departments_with_their_gaps(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    people.looks._group.button(1).click()
    model = people.matrix.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = {row.department: row for row in model.rows()}
    assert rows["buying"].person is not None
    assert rows["buying"].gap is Gap.NO_COUNTERPART
    assert rows["finance"].gap is Gap.NOBODY
    people.matrix.choose(person(window, "黄建平").id)
    assert people.panel._name.text() == "黄建平"
    people.matrix.setCurrentIndex(
        model.index(next(n for n, r in enumerate(model.rows()) if r.person is None), 0)
    )
    assert people.missing.isVisible()
    QTest.keyClick(people.matrix, Qt.Key.Key_Return)
    settle(qtbot, window)
    opened(ContactDialog).reject()


def test_choosing_may_change_the_room_while_a_node_has_its_event(
    qtbot: QtBot, window: MainWindow, people: PeopleSection
) -> None:
    chart, alive = people.chart, list[bool]()
    nodes = chart.nodes()

    def squeeze(key: str) -> None:
        chart.resize(chart.width() - 200, chart.height())
        alive.append(all(isValid(node) for node in nodes.values()))

    with qtbot.waitActive(window):
        window.activateWindow()
    people.focus_first()
    chart.chosen.connect(squeeze)
    nodes[f"{GAP}purchaser"].setFocus()
    chart.chosen.disconnect(squeeze)
    assert alive == [True]
    qtbot.waitUntil(lambda: not chart._later.isActive())
    assert chart.key() == f"{GAP}purchaser"
    assert chart.nodes().keys() == nodes.keys()


def test_a_missing_role_says_what_is_missing(qtbot: QtBot, window: MainWindow, people: PeopleSection) -> None:
    people.choose(f"{GAP}technical_buyer")
    assert people.missing.isVisible()
    assert "technical buyer" in people.missing._title.text().lower()
    people.missing.add.click()
    settle(qtbot, window)
    dialog = opened(ContactDialog)
    assert dialog._standings["technical_buyer"].currentData() == "assumed"
    dialog.reject()


def test_zoom_stays_sharp(window: MainWindow, people: PeopleSection) -> None:
    icons = window.desk.theme.icons
    icons.clear()
    people.chart.zoom(2)
    people.chart.grab()
    assert max(key[4] for key in icons._pixmaps) >= 2, "icons are drawn as large as they are shown"
    people.chart.fit()
    whole = people.chart.transform().m11() * people.chart.sceneRect().height()
    assert whole <= people.chart.viewport().height() + 1
