"""The page of the market: the rule tried, confirmed, marked by; curve, map, prospects, rivals, own side; with undo."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kamdesk.domain.supply import SupplyShare
from kamdesk.domain.trade import SalesHistory
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.qt.charts.curve import CurvePoint, ParetoCurve
from kamdesk.qt.charts.stage_map import MORE, MapDot, StageMap
from kamdesk.qt.dialogs.rule import RuleDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.class_figures import ClassServiceModel, ClassTimeModel
from kamdesk.qt.models.rule_rows import RuleRow, RuleRowsModel
from kamdesk.qt.pages.market.page import SECTIONS, MarketPage
from kamdesk.qt.pages.market.rivals_section import By
from kamdesk.qt.pages.market.rule_section import Side
from kamdesk.qt.pages.market.value_section import CurveModel
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme
from tests.books import NOW, TODAY, make_book, only
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know, sell, set_goals
from tests.qt.test_accessible import nameless
from tests.qt.test_goals_flow import act, dialog_of, save

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, filled: Filled) -> MarketPage:
    """Sales of three accounts, stages of two, a rival's move, a share, a prospect, a policy."""

    def fill(store, now):
        sell(store, filled)
        for account, stage in ((filled.haichuan, "intermediate"), (filled.nanyu, "initial")):
            know(store, "stage_assessment", account_id=account, stage=stage)
        rival = next(iter(know(store, "competitor", name="甲固建材").of("competitor")))
        know(store, "competitor_move", competitor_id=rival, purpose="take_account", motive="sales_target",
             behaviour="price_cut", account_id=filled.haichuan, severity=5)  # fmt: skip
        know(
            store, "prospect", account_id=filled.yuge, expected_on=TODAY + timedelta(days=30), qualified="yes"
        )
        know(
            store,
            "service_policy",
            value_class="A",
            visits=12,
            valid_from=date(2026, 1, 1),
            confirmed_on=TODAY,
        )
        with store.write("demo.shares", now=NOW) as tx:
            tx.add(SupplyShare(id=tx.new_id(), account_id=filled.haichuan, supplier="甲固建材", share=6000))

    window.desk.runner.run(fill)
    window.go("market")
    settle(qtbot, window)
    return window.market


def names(page: MarketPage) -> list[str]:
    return [row.name for row in page.rule.model.rows()]


def confirm(qtbot: QtBot, window: MainWindow) -> None:
    act(qtbot, window, "confirm_rule")
    dialog = dialog_of(RuleDialog)
    dialog.confirmed_by.setText("王总")
    save(qtbot, window, dialog)


def type_minimum(qtbot: QtBot, window: MainWindow, page: MarketPage, text: str) -> None:
    field = page.rule.card.editor.rows[0].minimum
    with qtbot.waitSignal(page.rule.card.editor.changed, timeout=5000):
        field.setText(text)
    settle(qtbot, window)


def test_a_suggestion_is_said_to_be_one_until_somebody_confirms_it(
    qtbot: QtBot, window: MainWindow, page: MarketPage
) -> None:
    card = page.rule.card
    assert "nobody" in card.state.text()
    assert not window.actions_["mark_by_rule"].isEnabled()
    act(qtbot, window, "confirm_rule")
    dialog = dialog_of(RuleDialog)
    assert (dialog.confirmed_by.text(), dialog.set_by.text()) == ("林岚", "林岚")
    dialog.confirmed_by.clear()
    save(qtbot, window, dialog)
    assert "proposal" in dialog.reason()
    dialog.confirmed_by.setText("王总")
    save(qtbot, window, dialog)
    assert card.state.text() == "confirmed"
    assert "王总" in card.said.text()
    assert card.confirm.text() == "Confirm it again…", "a rule is stood for anew as the years go by"
    act(qtbot, window, "undo")
    assert "nobody" in card.state.text()


def test_key_accounts_stand_first_whatever_they_are_called(
    qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled
) -> None:
    window.desk.runner.run(
        lambda store, now: change_account(store, account_id=filled.haichuan, name="龥建材", now=now)
    )
    settle(qtbot, window)
    confirm(qtbot, window)
    keys = [row.is_key is True for row in page.rule.model.rows()]
    assert names(page)[0] == "龥建材"
    assert keys == sorted(keys, reverse=True)


def test_a_proposal_stays_one(qtbot: QtBot, window: MainWindow, page: MarketPage) -> None:
    act(qtbot, window, "confirm_rule")
    dialog = dialog_of(RuleDialog)
    dialog.proposal.setChecked(True)
    save(qtbot, window, dialog)
    assert page.view().card.proposal  # type: ignore[union-attr]
    assert "proposal" in page.rule.card.state.text()
    assert page.rule.card.confirm.isEnabled()


def test_another_rule_shows_who_changes_sides_before_it_is_saved(
    qtbot: QtBot, window: MainWindow, page: MarketPage
) -> None:
    confirm(qtbot, window)
    before = page.view().rule  # type: ignore[union-attr]
    type_minimum(qtbot, window, page, "1")
    moves = page.rule.moves()
    assert moves is not None
    assert moves.comes_in
    page.rule.show_side(Side.MOVING)
    assert len(names(page)) == len(moves.comes_in)
    assert names(page)[0] in page.rule.card.what_if.text()
    assert page.view().rule == before  # type: ignore[union-attr]
    type_minimum(qtbot, window, page, "viel")
    assert page.rule.card.rule() is None
    assert not page.rule.card.confirm.isEnabled()
    page.rule.card.undo.click()
    assert page.rule.moves() is None
    assert page.rule.card.rule().criteria == before.criteria  # type: ignore[union-attr]


def test_accounts_are_marked_as_the_rule_has_them_in_one_step(
    qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled
) -> None:
    confirm(qtbot, window)
    type_minimum(qtbot, window, page, "100000")
    confirm(qtbot, window)
    wrong = page.rule.differing()
    assert wrong[filled.yanshi] is False
    act(qtbot, window, "mark_by_rule")
    assert page.rule.differing() == {}
    assert page.view().units[filled.yanshi].is_key is False  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert page.view().units[filled.yanshi].is_key is True  # type: ignore[union-attr]
    assert page.rule.differing() == wrong


def test_criteria_are_added_and_taken_out(qtbot: QtBot, window: MainWindow, page: MarketPage) -> None:
    editor = page.rule.card.editor
    editor.add.setCurrentIndex(editor.add.findData("orders"))
    editor.add.activated.emit(editor.add.currentIndex())
    assert [row.criterion.criterion for row in editor.rows] == ["revenue", "orders"]
    assert editor.rows[1].minimum.accessibleName() == "Orders a year: at least"
    editor.rows[1].minimum.setText("2")
    editor.mark.setText("150")
    with pytest.raises(ValueError, match="150"):
        editor.rule()
    editor.mark.setText("60")
    assert editor.rule().pass_mark == 6000
    editor.rows[0].drop.click()
    assert [row.criterion.criterion for row in editor.rows] == ["orders"]
    assert editor.rows[0].minimum.text() == "2"


def test_an_exception_decides(qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled) -> None:
    confirm(qtbot, window)
    act(qtbot, window, "add_exception")
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["account_id"].set_value(filled.yuge)
    dialog.form.editors["why"].set_value("样板")
    save(qtbot, window, dialog)
    page.rule.show_side(Side.KEY)
    assert "渔歌五金" in names(page)
    act(qtbot, window, "undo")
    assert "渔歌五金" not in names(page)


def test_the_curve_is_walked_and_its_account_opened(
    qtbot: QtBot, window: MainWindow, page: MarketPage
) -> None:
    page.show_section("value")
    chart = page.value.chart
    chart.setFocus()
    first = chart.current()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current() != first
    assert page.value.table.currentIndex().row() == 1
    assert "so far" in chart.accessibleDescription()
    assert "80%" in chart.accessibleName()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"


def test_the_dots_are_walked_and_open_their_account(
    qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled
) -> None:
    page.show_section("map")
    chart = page.map.map
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    last = chart.current()
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current() != last
    assert "class" in chart.accessibleDescription()
    assert {place.key for place in chart.places()} == {
        filled.haichuan,
        filled.nanyu,
        filled.yuge,
        filled.yanshi,
    }
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"


def test_the_policy_is_held_against_what_is_done(qtbot: QtBot, window: MainWindow, page: MarketPage) -> None:
    page.show_section("map")
    model = page.map.service
    assert [model.index(0, column).data() for column in range(2)] == ["A", "12"]
    assert page.map.list.model().rowCount() > 0
    page.map.service_table.picked.emit(0)
    settle(qtbot, window)
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["visits"].set_value(0)
    save(qtbot, window, dialog)
    assert model.index(0, 1).data() == "0"
    act(qtbot, window, "undo")
    assert model.index(0, 1).data() == "12"
    page.map.service_table.picked.emit(1)
    settle(qtbot, window)
    assert dialog_of(RecordDialog).form.editors["value_class"].value() == "B"
    dialog_of(RecordDialog).reject()


def test_a_prospect_is_passed_on_and_comes_back(
    qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled
) -> None:
    page.show_section("prospects")
    assert page.prospects.prospect().account_id == filled.yuge  # type: ignore[union-attr]
    act(qtbot, window, "pass_lead")
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["passed_to"].set_value("台州经销商")
    save(qtbot, window, dialog)
    (lead,) = page.view().leads  # type: ignore[union-attr]
    assert lead.passed_to == "台州经销商"
    page.prospects.leads.opened.emit(lead.id)
    settle(qtbot, window)
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["returned_on"].set_value(TODAY)
    dialog.form.editors["return_reason"].set_value("no_need")
    save(qtbot, window, dialog)
    assert page.view().leads[0].return_reason == "no_need"  # type: ignore[union-attr]
    assert "1 returned" in page.prospects.said.text()
    act(qtbot, window, "undo")
    act(qtbot, window, "undo")
    assert page.view().leads == ()  # type: ignore[union-attr]


def test_a_prospect_moves_to_another_horizon(qtbot: QtBot, window: MainWindow, page: MarketPage) -> None:
    page.show_section("prospects")
    act(qtbot, window, "edit_prospect")
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["expected_on"].set_value(TODAY + timedelta(days=500))
    save(qtbot, window, dialog)
    assert page.view().prospects[0].horizon == "later"  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert page.view().prospects[0].horizon == "soon"  # type: ignore[union-attr]


def test_moves_of_rivals_are_grouped_and_written_down(
    qtbot: QtBot, window: MainWindow, page: MarketPage, filled: Filled
) -> None:
    page.show_section("rivals")
    heads = [entry.title for entry in page.rivals._heads_and_moves() if entry.heading]
    assert heads == ["海川建材  1"]
    page.rivals.by.picked.emit(int(By.RIVAL))
    assert [entry.title for entry in page.rivals._heads_and_moves() if entry.heading] == ["甲固建材  1"]
    assert "1 of them" in page.rivals.shares_said.text()
    act(qtbot, window, "add_move")
    dialog = dialog_of(RecordDialog)
    rival = page.view().moves[0]  # type: ignore[union-attr]
    for name, value in (("behaviour", "credit"), ("purpose", "grow_share"), ("motive", "strategy")):
        dialog.form.editors[name].set_value(value)
    dialog.form.editors["competitor_id"].picker.setEditText(rival.rival)
    save(qtbot, window, dialog)
    assert len(page.view().moves) == 2  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert len(page.view().moves) == 1  # type: ignore[union-attr]


def test_our_own_side_is_judged_and_the_team_has_its_duties(
    qtbot: QtBot, window: MainWindow, page: MarketPage
) -> None:
    page.show_section("own")
    assert page.own.points.model().rowCount() == 6
    page.own.points.opened.emit("patience")
    settle(qtbot, window)
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["score"].set_value(2)
    save(qtbot, window, dialog)
    assert {each.point: each.score for each in page.view().readiness}["patience"] == 2  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert not window.actions_["add_duty"].isEnabled()
    act(qtbot, window, "add_member")
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["name"].set_value("孙倩")
    save(qtbot, window, dialog)
    act(qtbot, window, "add_duty")
    dialog = dialog_of(RecordDialog)
    save(qtbot, window, dialog)
    (member,) = page.view().team  # type: ignore[union-attr]
    assert len(member.duties) == 1
    page.own.team.opened.emit(f"duty:{member.duties[0].id}:{member.id}")
    settle(qtbot, window)
    dialog_of(RecordDialog).reject()
    act(qtbot, window, "undo")
    act(qtbot, window, "undo")
    assert page.view().team == ()  # type: ignore[union-attr]


def test_the_questions_stand_beside_the_section_and_lead_to_the_form(
    qtbot: QtBot, window: MainWindow, page: MarketPage
) -> None:
    panel = page.questions
    assert [each.id for each in panel.questions()] == ["W4", "W5", "W6", "W7", "W15"]
    assert panel.question("W15").state == "open"  # type: ignore[union-attr]
    page.ask.setChecked(False)
    page.ask.click()
    assert panel.isVisible()
    panel.asked.emit("record", "W15")
    settle(qtbot, window)
    dialog = dialog_of(RuleDialog)
    dialog.confirmed_by.setText("王总")
    save(qtbot, window, dialog)
    assert panel.question("W15").state == "answered"  # type: ignore[union-attr]
    panel.asked.emit("evidence", "W15")
    act(qtbot, window, "undo")
    assert panel.question("W15").state == "open"  # type: ignore[union-attr]
    page.show_section("rivals")
    assert [each.id for each in panel.questions()] == ["W10", "W11"]
    page.show_section("own")
    assert not page.ask.isVisible()


def test_every_section_names_its_controls(qtbot: QtBot, page: MarketPage) -> None:
    for name in SECTIONS:
        page.show_section(name)
        assert nameless(page) == [], name


def test_an_empty_book_says_what_is_wanting(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    make_book(tmp_path).close()
    window = open_window(tmp_path / "book.kam", page="market")
    page = window.market
    assert "no sales" in page.rule.card.said.text()
    page.import_asked.disconnect()
    asked = QSignalSpy(page.import_asked)
    assert "No accounts" in page.rule.empty.heading.text()
    page.rule.empty.first.click()
    assert not page.rule.card.confirm.isEnabled()
    page.show_section("value")
    assert not page.value.isVisible()
    page._empty.first.click()
    assert asked.count() == 2
    page.show_section("own")
    assert page.own.isVisible(), "a team and rivals can be put down before there are accounts"


def test_the_section_in_view_is_kept(qtbot: QtBot, window: MainWindow, page: MarketPage) -> None:
    page.show_section("rivals")
    assert page.to_keep() == {"section": "rivals"}


def test_the_models(qtbot: QtBot, speech: Speech, qtmodeltester: ModelTester) -> None:
    for made in (CurveModel(speech), ClassServiceModel(speech), ClassTimeModel(speech), RuleRowsModel()):
        qtmodeltester.check(made)
    model = RuleRowsModel()
    row = RuleRow("1", "海川", "A", True, "key", "good", "", (("5", True), ("—", None)), "key")
    model.set_rows([row], ["Revenue", "Orders"])
    qtmodeltester.check(model)
    assert model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "5, passed"


def test_a_crowded_cell_has_room_for_all_of_its_accounts(qtbot: QtBot, theme: Theme) -> None:
    chart = StageMap(theme)
    qtbot.addWidget(chart)
    chart.resize(420, 220)
    dots = [MapDot(str(n), 0, 0, n % 2 == 0, 0.5, f"account {n}") for n in range(500)]
    chart.show_dots(dots, ("A", "B"), ("one", "two"), "{n} more", "map")
    shown = [place for place in chart.places() if not place.key.startswith(MORE)]
    (more,) = (place for place in chart.places() if place.key.startswith(MORE))
    assert f"{500 - len(shown)} more" == more.spoken
    cell = chart.cell(0, 0)
    assert all(cell.contains(place.rect) for place in shown)


def test_ten_thousand_accounts_fit_under_the_curve(qtbot: QtBot, theme: Theme) -> None:
    chart = ParetoCurve(theme)
    qtbot.addWidget(chart)
    chart.resize(600, 260)
    points = [
        CurvePoint(str(n), "ABC"[min(n // 4000, 2)], n < 9, 1 / (n + 1), (n + 1) / 10_000, str(n))
        for n in range(10_000)
    ]
    chart.show_points(points, ("", ""), "curve")
    assert 100 < len(chart.places()) < 600
    assert chart.places()[0].key == "0"
    assert not chart.grab().isNull()


@pytest.fixture
def told_by_lists(tmp_path: Path) -> Path:
    """A book of which a list tells last year's sales and nobody recorded an order."""
    store = make_book(tmp_path)
    account = only(add_account(store, name="甲", now=NOW), "account")
    with store.write("figures", now=NOW) as tx:
        tx.add(
            SalesHistory(
                id=tx.new_id(), account_id=account, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31),
                amount=6_600_000_00, currency="CNY", tax_included=None,
            )
        )  # fmt: skip
    set_goals(store)
    path = store.path
    store.close()
    return path


def test_a_year_told_by_lists_is_named(qtbot: QtBot, open_window: Open, told_by_lists: Path) -> None:
    window = open_window(told_by_lists, page="market")
    page = window.market
    page.show_section("value")
    assert "told by lists" in page.value.note.text()
    model = page.value.table.model()
    assert model.headerData(2, Qt.Orientation.Horizontal) == "2025"
    assert model.index(0, 2).data() == "6,600.0"


def test_a_goal_of_a_year_without_records_says_so(
    qtbot: QtBot, open_window: Open, told_by_lists: Path
) -> None:
    window = open_window(told_by_lists, page="goals")
    page = window.goals
    assert page.view().unknown == "no_sales_yet"
    assert page.gap.why_none().startswith("Nothing that counts towards this goal")
    assert page.beside.forecast.figure.text() == "—"
