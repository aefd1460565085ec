"""Beside the rep's judgement: what the records say of stage, loyalty and danger, and what is to be ordered."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import open_book
from kamdesk.domain.judging.stages import Met
from kamdesk.operations.accounts import add_account
from kamdesk.operations.visits import Counted, Report, report_unplanned
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.account.page import AccountPage
from kamdesk.qt.pages.account.reckoned import DANGERS, LOYALTY, SIGNS
from kamdesk.qt.pages.account.trade_and_supply import ORDER, SUPPLY
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.recording.stage_dialog import StageDialog
from kamdesk.reads.judging.relationships import judgings
from tests.books import NOW, only
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know, sell
from tests.qt.test_account_known import dialog, step
from tests.reads.restock.test_suggested import ago, ordered, product

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, filled: Filled) -> AccountPage:
    def fill(store, now):
        know(store, "stage_assessment", account_id=filled.haichuan, stage="initial")
        know(store, "satisfaction", account_id=filled.haichuan, asked="交货", score=2)

    window.desk.runner.run(fill)
    window.open_account(filled.haichuan, "stage")
    settle(qtbot, window)
    return window.account


def rows(view) -> dict[str, Entry]:
    return {row.key: row for row in view.model().entries()}


def look(qtbot: QtBot, window: MainWindow, part: int) -> dict[str, Entry]:
    section = window.account._sections["stage"]
    section.show_part(part)
    settle(qtbot, window)
    return rows(section.reckoned.view)


def test_each_component_of_loyalty_stands_with_its_figure_and_formula_beside_the_judgement(
    qtbot: QtBot, window: MainWindow, page: AccountPage, filled: Filled
) -> None:
    found = look(qtbot, window, LOYALTY)
    told = {f"component:{each.id}" for each in window.account._sections["stage"].reckoned._judging.loyalty}
    assert set(found) == told
    assert len(found) == 10
    asked = found["component:satisfaction"]
    assert asked.chip == "2 of 5"
    assert (
        asked.detail
        == "against staying: mean of the latest answers, 1–5; 4 or more speaks for, less than 3 against"
    )
    assert (asked.chip_tone, asked.icon) == ("warn", "triangle-alert")
    unknown = found["component:share_of_wallet"]
    assert (unknown.chip, unknown.quiet) == ("—", "shares are not known")

    section = window.account._sections["stage"]
    section.reckoned.judge.click()
    settle(qtbot, window)
    form = dialog(RecordDialog)
    assert form.kind == "loyalty_judgement"
    form.form.editors["judgement"].set_value("wavering")
    form.primary.click()
    settle(qtbot, window)
    assert "Wavering" in section.reckoned._own.text()
    assert look(qtbot, window, LOYALTY).keys() == told, "the figures are what they were"
    step(qtbot, window, "undo")
    assert section.reckoned._own.text() == "nothing yet"


def test_a_component_leads_to_its_records_or_to_where_they_would_be(
    qtbot: QtBot, window: MainWindow, page: AccountPage
) -> None:
    look(qtbot, window, LOYALTY)
    section = page._sections["stage"]
    section.reckoned.view.choose("component:satisfaction")
    assert not section.aside().isHidden()
    section.reckoned.view.opened.emit("component:satisfaction")
    settle(qtbot, window)
    assert page.section() == "needs"
    assert page._sections["needs"].list.item().kind == "satisfaction"

    page.show_section("stage", "dangers")
    settle(qtbot, window)
    assert section.look.choice() == DANGERS
    dangers = rows(section.reckoned.view)
    assert dangers["danger:dissatisfied"].icon_tone == "bad"
    section.reckoned.view.choose("danger:rival_moves")
    section.reckoned.view.opened.emit("danger:rival_moves")
    settle(qtbot, window)
    assert dialog(RecordDialog).kind == "competitor_move"
    dialog(RecordDialog).reject()


def test_signs_of_the_stages_come_from_the_records_and_move_nothing(
    qtbot: QtBot, window: MainWindow, page: AccountPage, filled: Filled
) -> None:
    found = look(qtbot, window, SIGNS)
    stages = [row for row in found.values() if row.heading]
    assert len(stages) == 5
    assert "your judgement" in stages[1].title
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    (judged,) = judgings(store, now=NOW, account_id=filled.haichuan)
    met = {f"sign:{sign.sign}": sign.met for hint in judged.hints for sign in hint.signs}
    assert judged.relationship.stage == "initial"
    store.close()
    said = {Met.MET: "shown", Met.MISSING: "not shown", Met.UNKNOWN: "can't be told"}
    assert {key: row.chip for key, row in found.items() if not row.heading} == {
        key: said[each] for key, each in met.items()
    }
    page._sections["stage"].reckoned.judge.click()
    assert dialog(StageDialog).stage.value() == "initial"
    dialog(StageDialog).reject()


def test_the_suggested_order_shows_its_figures_and_is_put_down_as_proposed(
    qtbot: QtBot, window: MainWindow, page: AccountPage, filled: Filled
) -> None:
    def fill(store, now):
        glue, bare = product(store), product(store, "填缝剂")
        for days, units in ((14, 300), (0, 60)):
            report = Report(
                visited_on=ago(days),
                arrived=600,
                stock=(Counted(glue, units * 1000, "包"), Counted(bare, 5000, "包")),
            )
            report_unplanned(store, account_id=filled.haichuan, report=report, now=NOW)
            if days:
                ordered(store, filled.haichuan, glue, 12, 80, shipped=9)

    window.desk.runner.run(fill)
    settle(qtbot, window)
    page.show_section("trade", "order")
    settle(qtbot, window)
    trade = page._sections["trade"]
    assert trade.look.choice() == ORDER
    told = {line.product.name: line.suggestion for line in trade.order._order.lines}
    glue = next(row for row in rows(trade.order.view).values() if row.title == "瓷砖胶")
    assert glue.chip == f"{told['瓷砖胶'].quantity // 1000} 包" != "0 包"
    assert "160 a week" in glue.detail
    assert "stock 60" in glue.detail
    trade.order.view.choose(glue.key)
    assert not trade.aside().isHidden()
    trade.order.propose.click()
    settle(qtbot, window)
    (made,) = page.whole().known.of("suggested_order")
    lines = page.whole().known.parts[made.id]
    assert [line.get("quantity") for line in lines] == [told["瓷砖胶"].quantity]
    assert trade.look.choice() == SUPPLY
    assert any("瓷砖胶" in item.entry.title for item in trade.supply.list.model().items() if item.entry)
    step(qtbot, window, "undo")
    assert not page.whole().known.of("suggested_order")


def test_a_site_shows_what_was_found_out_for_the_whole_unit_and_where(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    site = only(add_account(store, name="南屿二店", level="site", parent_id=filled.nanyu, now=NOW), "account")
    need = only(know(store, "need", account_id=filled.nanyu, what="三天到货", kind="delivery"), "need")
    sell(store, filled)
    with store.read() as connection:
        order = connection.scalar(select(t.order.c.id).where(t.order.c.account_id == filled.nanyu))
    store.close()
    window = open_window(filled.path)
    window.open_account(site, "needs")
    settle(qtbot, window)
    page = window.account
    row = next(item.entry for item in page._sections["needs"].list.model().items() if item.key == need)
    assert row is not None
    assert row.title == "三天到货"
    assert row.quiet == "at 南屿建材"
    assert page.of_unit.isVisible()
    assert next(each for each in page.questions_asked() if each.id == "W2").state == "answered"

    page.answering.show_records([order])
    settle(qtbot, window)
    assert page.account_id() == filled.nanyu, "its one record stands at the unit itself"
    assert page.section() == "trade"
    assert page.of_unit.isHidden()
    window.open_account(site, "needs")
    settle(qtbot, window)
    page.of_unit.open.click()
    settle(qtbot, window)
    assert page.account_id() == filled.nanyu


def test_the_model_of_its_lines_keeps_the_rules(qtmodeltester) -> None:
    model = EntriesModel()
    model.set_rows([Entry("a", "A", heading=True), Entry("b", "B")])
    qtmodeltester.check(model)
